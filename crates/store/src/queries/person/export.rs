//! What a person may take along, a batch after another.

use std::collections::VecDeque;

use orientor_identity::UserId;

use super::{Live, tables_of_people, user, whole_row};
use crate::{
    Database, StoreError,
    database::{Arg, Door},
    schema::{Dialect, Kind, Table, ident},
};

/// Rows that are read at once.
const BATCH: i64 = 500;

/// Some rows of one table, each a JSON object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The table.
    pub table: &'static str,
    /// The rows, in the order of their keys.
    pub rows: Vec<String>,
}

/// Everything that is a user's, table by table.
///
/// Each batch is a statement of its own, so that a slow reader holds no connection. A row that changes meanwhile is in
/// it as it was or as it is; none is in it twice, and one that stays is not left out.
#[derive(Debug)]
pub struct Export<'a> {
    database: &'a Database,
    user: UserId,
    queue: VecDeque<Source>,
}

/// What is left of a table.
#[derive(Debug)]
struct Source {
    table: &'static Table,
    /// Rows whose key is NULL, which only a damaged table has. Nothing could be read behind them, so they are read by
    /// themselves and all at once.
    keyless: bool,
    /// Where to go on: the key of the last row as a JSON array.
    after: Option<String>,
    row: String,
    mine: String,
}

impl<'a> Export<'a> {
    /// Looks at what there is.
    pub async fn of(user: UserId, database: &'a Database) -> Result<Self, StoreError> {
        let mut door = Door::Database(database);
        let dialect = door.dialect();
        let live = Live::read(&mut door).await?;
        let tables = tables_of_people().filter(|table| !table.derived && !live.columns(table.name).is_empty());
        let mut queue = VecDeque::new();
        for table in tables {
            let may_lack_key = |name: &&str| live.column(table.name, name).is_some_and(|column| !column.required);
            let damaged = table.primary_key.iter().any(may_lack_key);
            for keyless in [true, false].into_iter().filter(|keyless| damaged || !keyless) {
                let (row, mine) = (whole_row(table, &live, dialect), live.mine(table, "o"));
                queue.push_back(Source { table, keyless, after: None, row, mine });
            }
        }
        Ok(Self { database, user, queue })
    }

    /// The next rows; a table without any gives none.
    pub async fn next(&mut self) -> Result<Option<Batch>, StoreError> {
        while let Some(mut source) = self.queue.pop_front() {
            let sql = source.sql(self.database.dialect());
            let limit = if source.keyless { i64::MAX } else { BATCH };
            let mut args = vec![user(self.user), Arg::Number(limit)];
            args.extend(source.after.as_deref().map(Arg::Text));
            let rows = Door::Database(self.database).read(&sql, &args).await?;
            let last = rows.last().and_then(|(_, key)| key.clone());
            let table = source.table.name;
            if !source.keyless && i64::try_from(rows.len()) == Ok(BATCH) {
                source.after = last;
                self.queue.push_front(source);
            }
            if !rows.is_empty() {
                return Ok(Some(Batch { table, rows: rows.into_iter().map(|(row, _)| row).collect() }));
            }
        }
        Ok(None)
    }
}

impl Source {
    /// `$1` is the user, `$2` the number of rows, `$3` the key to go on behind.
    fn sql(&self, dialect: Dialect) -> String {
        let is_number = |name: &&str| {
            matches!(self.table.column(name).map(|column| column.kind), Some(Kind::Integer | Kind::Bigint))
        };
        let mut keys: Vec<String> = Vec::new();
        let mut places: Vec<String> = Vec::new();
        for (at, name) in self.table.primary_key.iter().enumerate() {
            let column = format!("o.{}", ident(name));
            let (key, place) = match (dialect, is_number(name)) {
                (Dialect::Postgres, true) => (column, format!("CAST(CAST($3 AS jsonb) ->> {at} AS bigint)")),
                (Dialect::Postgres, false) => {
                    (format!("CAST({column} AS text) COLLATE \"C\""), format!("CAST($3 AS jsonb) ->> {at}"))
                }
                (Dialect::Sqlite, true) => (column, format!("json_extract($3, '$[{at}]')")),
                (Dialect::Sqlite, false) => {
                    (format!("CAST({column} AS text)"), format!("CAST(json_extract($3, '$[{at}]') AS text)"))
                }
            };
            keys.push(key);
            places.push(place);
        }
        let array = match dialect {
            Dialect::Postgres => "json_build_array",
            Dialect::Sqlite => "json_array",
        };
        let missing = keys.iter().map(|key| format!("{key} IS NULL")).collect::<Vec<_>>().join(" OR ");
        let which = if self.keyless { format!("({missing})") } else { format!("NOT ({missing})") };
        let (keys, places) = (keys.join(", "), places.join(", "));
        let behind = if self.after.is_some() { format!(" AND ({keys}) > ({places})") } else { String::new() };
        format!(
            "SELECT {}, CAST({array}({keys}) AS text) FROM {} AS o WHERE {} AND {which}{behind} ORDER BY {keys} LIMIT $2",
            self.row,
            ident(self.table.name),
            self.mine
        )
    }
}
