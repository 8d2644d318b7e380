//! What goes with a person.

use orientor_identity::UserId;

use super::{Live, tables_of_people, user};
use crate::{
    StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Ownership, Table, ident},
};

/// How many rows of a table went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased {
    /// The table.
    pub table: &'static str,
    /// The rows.
    pub rows: u64,
}

/// Removes every row that is the user's or names them, and leaves of their row in `users` the number alone, so that
/// what others keep still has somebody to name.
///
/// What somebody wrote to the user stays theirs: of two halves of a conversation, the other one remains.
pub async fn erase_within(tx: &mut Tx, who: UserId) -> Result<Vec<Erased>, StoreError> {
    let live = Live::read(&mut Door::Tx(tx)).await?;
    let mut erased = Vec::new();
    // Parts before what they are parts of.
    for table in tables_of_people().rev().filter(|table| !live.columns(table.name).is_empty()) {
        let rows = match table.ownership {
            Ownership::Person => {
                blank(tx, table, &live, who).await?;
                continue;
            }
            _ => remove(tx, table, &live, who).await?,
        };
        erased.push(Erased { table: table.name, rows });
    }
    erased.retain(|it| it.rows > 0);
    erased.reverse();
    Ok(erased)
}

async fn remove(tx: &mut Tx, table: &Table, live: &Live, who: UserId) -> Result<u64, StoreError> {
    let mut conditions = match table.ownership {
        Ownership::Pair { by, .. } => vec![live.names(table.name, by, "o")],
        _ => vec![live.mine(table, "o")],
    };
    // Rows of others that name the user, such as a suggestion or a block. The other half of a pair is not among them.
    if let Ownership::User(owner) = table.ownership {
        let others = table.foreign_keys.iter().filter(|key| key.table == "users" && key.column != owner);
        conditions.extend(
            others
                .filter(|key| live.column(table.name, key.column).is_some())
                .map(|key| live.names(table.name, key.column, "o")),
        );
    }
    let delete = format!("DELETE FROM {} AS o WHERE {}", ident(table.name), conditions.join(" OR "));
    let rows = match tx.dialect() {
        Dialect::Postgres => {
            let sql = format!("WITH gone AS ({delete} RETURNING 1) SELECT CAST(count(*) AS text), NULL FROM gone");
            tx.rows(&sql, &[user(who)]).await?
        }
        Dialect::Sqlite => {
            tx.rows(&delete, &[user(who)]).await?;
            tx.rows("SELECT CAST(changes() AS text), NULL", &[]).await?
        }
    };
    Ok(rows.first().and_then(|(count, _)| count.parse().ok()).unwrap_or_default())
}

/// Clears every column of the user's own row that may be empty, and switches it off.
async fn blank(tx: &mut Tx, table: &Table, live: &Live, who: UserId) -> Result<(), StoreError> {
    let kept = ["id", "created_at", "is_active", "onboarding_completed"];
    let mut set: Vec<String> = Vec::new();
    for column in live.columns(table.name).iter().filter(|column| !kept.contains(&column.name.as_str())) {
        let name = ident(&column.name);
        // Whoever has something from them sees whom it is from.
        let called = match column.name.as_str() {
            "first_name" => Some("'deleted'"),
            "last_name" => Some("'user'"),
            _ => None,
        };
        // A column of an older shape that refuses to be empty, and may have to differ from that of others.
        let empty = if column.required { "'deleted user ' || id" } else { "NULL" };
        set.push(format!("{name} = {}", called.unwrap_or(empty)));
    }
    for switch in ["is_active", "onboarding_completed"] {
        set.extend(live.column(table.name, switch).map(|_| format!("{} = false", ident(switch))));
    }
    let sql = format!("UPDATE {} SET {} WHERE id = $1 RETURNING '', NULL", ident(table.name), set.join(", "));
    tx.rows(&sql, &[Arg::Number(who.get())]).await.map(drop)
}
