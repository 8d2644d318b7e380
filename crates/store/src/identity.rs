//! Where identity meets the store: its tables, its directory, and what a new user gets.

use orientor_identity::{
    BoxFuture, Issuer, Subject, UserId,
    sqlx::{self as identity, Connection, NewUser, OnCreate, Pool, SqlxDirectory, UsersTable, schema_objects},
};

use crate::{
    Database, StoreError, Tx,
    schema::{Dialect, ObjectKind, SchemaObject, now},
};

/// The tables, indexes and triggers that identity needs beside Orientor's users table.
#[must_use]
pub fn identity_objects(dialect: Dialect) -> Vec<SchemaObject> {
    let theirs = match dialect {
        Dialect::Postgres => identity::Dialect::Postgres,
        Dialect::Sqlite => identity::Dialect::Sqlite,
    };
    let objects = schema_objects(theirs, &UsersTable::default()).into_iter();
    // The table of users declares an index over that column itself.
    let objects = objects.filter(|object| object.name != "identity_users_subject").map(|object| SchemaObject {
        kind: match object.kind {
            identity::ObjectKind::Table => ObjectKind::Table,
            identity::ObjectKind::Index => ObjectKind::Index,
            identity::ObjectKind::Function => ObjectKind::Function,
            identity::ObjectKind::Trigger => ObjectKind::Trigger,
        },
        on_table: matches!(object.kind, identity::ObjectKind::Index | identity::ObjectKind::Trigger)
            .then_some(object.on_table),
        name: object.name,
        create: object.create,
        drop: object.drop,
        derived: object.derived,
    });
    objects.collect()
}

/// The directory over Orientor's users table, whose own Clerk ids belong to `primary`.
pub fn user_directory(database: &Database, primary: Issuer) -> SqlxDirectory {
    let pool = match database {
        Database::Postgres(pool) => Pool::Postgres(pool.clone()),
        Database::Sqlite { writer, readers, .. } => Pool::Sqlite { readers: readers.clone(), writer: writer.clone() },
    };
    SqlxDirectory::new(pool, UsersTable::default(), primary)
}

/// Forgets who a user was; see [`SqlxDirectory::erase_on`]. First in the transaction, because everybody who changes a
/// subject locks it before any row.
pub async fn forget(
    tx: &mut Tx,
    directory: &SqlxDirectory,
    user: UserId,
    mark: &(dyn Fn(&str) -> String + Send + Sync),
) -> Result<Vec<Subject>, StoreError> {
    let mut connection = match tx {
        Tx::Postgres(tx) => Connection::Postgres(tx),
        Tx::Sqlite(tx) => Connection::Sqlite(tx),
    };
    Ok(directory.erase_on(&mut connection, user, mark).await?)
}

/// Gives each new user a profile with their name, in the transaction that creates the user.
#[derive(Clone, Copy, Debug)]
pub struct NewProfile;

impl OnCreate for NewProfile {
    fn on_create<'a>(
        &'a self,
        connection: Connection<'a>,
        users: &'a [NewUser],
    ) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        let profiles = users.iter().map(|user| {
            let parts = [user.first_name.as_deref(), user.last_name.as_deref()].into_iter().flatten().map(str::trim);
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            let name = (!parts.is_empty()).then(|| parts.join(" "));
            serde_json::json!({ "user_id": user.id.get(), "name": name })
        });
        let profiles = profiles.collect::<serde_json::Value>().to_string();
        Box::pin(async move {
            let sql = |dialect, from: &str| {
                let now = now(dialect);
                let columns = "user_id, name, created_at, updated_at";
                sqlx::AssertSqlSafe(format!(
                    "INSERT INTO user_profiles ({columns}) SELECT x.user_id, x.name, {now}, {now} FROM {from}"
                ))
            };
            match connection {
                Connection::Postgres(connection) => {
                    let from = "jsonb_to_recordset(CAST($1 AS jsonb)) AS x (user_id bigint, name text)";
                    sqlx::query(sql(Dialect::Postgres, from)).bind(profiles).execute(connection).await?;
                }
                Connection::Sqlite(connection) => {
                    let from =
                        "(SELECT value ->> 'user_id' AS user_id, value ->> 'name' AS name FROM json_each($1)) AS x";
                    sqlx::query(sql(Dialect::Sqlite, from)).bind(profiles).execute(connection).await?;
                }
            }
            Ok(())
        })
    }
}
