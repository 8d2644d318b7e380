//! The tables and indexes that a [`SqlxDirectory`](super::SqlxDirectory) needs.

use super::{UsersTable, statements::quote};

/// Which SQL is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// PostgreSQL 13 or later.
    Postgres,
    /// SQLite 3.38 or later.
    Sqlite,
}

/// The width of the application's user key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdWidth {
    /// 32 bits.
    Integer,
    /// 64 bits.
    BigInt,
}

impl IdWidth {
    fn sql(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::BigInt => "bigint",
        }
    }
}

/// What kind of thing a [`SchemaObject`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// A table.
    Table,
    /// An index.
    Index,
}

/// One thing to create, in order, unless something of that name is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaObject {
    /// What it is.
    pub kind: ObjectKind,
    /// Its bare name.
    pub name: String,
    /// The bare name of the table that it belongs to; its own for a table.
    pub on_table: String,
    /// The statement that makes it.
    pub create: String,
    /// The statement that takes it away.
    pub drop: String,
}

/// The objects for one users table, in the order of creation.
///
/// The indexes on the users table itself change no row: one over the subject
/// column, one over the e-mail in its compared form, so that a lookup by address
/// costs the same in a large table.
#[must_use]
pub fn schema_objects(dialect: Dialect, users: &UsersTable) -> Vec<SchemaObject> {
    let builder = Builder { dialect, users };
    let mut objects = vec![
        builder.table("identity_links", &builder.links()),
        builder.index("identity_links_user", "identity_links", "user_id"),
        builder.table("identity_tombstones", &builder.tombstones()),
        builder.index("identity_tombstones_user", "identity_tombstones", "user_id"),
        builder.table("identity_events", &builder.events()),
        builder.index("identity_events_subject", "identity_events", "issuer, subject"),
        builder.index("identity_events_user", "identity_events", "user_id"),
        builder.table("identity_subjects", &Builder::subjects()),
        builder.table("identity_messages", &builder.messages()),
        builder.index("identity_messages_received", "identity_messages", "received_at"),
        builder.table("identity_sessions", &builder.sessions()),
        builder.index("identity_sessions_noted", "identity_sessions", "noted_at"),
    ];
    if let Some(column) = &users.subject {
        let name = format!("identity_{}_subject", users.table);
        objects.push(builder.index(&name, &users.table, &quote(column)));
    }
    if let Some(column) = &users.email {
        let name = format!("identity_{}_email", users.table);
        objects.push(builder.index(&name, &users.table, &format!("({})", email_key_sql(dialect, &quote(column)))));
    }
    objects
}

/// The compared form of an address as an SQL expression over `column`, which is
/// quoted already: the same as [`EmailKey`](crate::EmailKey) for every text that
/// has one, whatever the collation. Exactly this expression is indexed.
#[must_use]
pub fn email_key_sql(dialect: Dialect, column: &str) -> String {
    match dialect {
        Dialect::Postgres => format!(
            "translate(btrim(CAST({column} AS text), E' \\t\\n\\f\\r'), \
             'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') COLLATE \"C\""
        ),
        // SQLite's own `lower` folds ASCII only.
        Dialect::Sqlite => format!("lower(trim({column}, ' \t\n\u{c}\r'))"),
    }
}

struct Builder<'a> {
    dialect: Dialect,
    users: &'a UsersTable,
}

impl Builder<'_> {
    fn qualified(&self, name: &str) -> String {
        match &self.users.schema {
            Some(schema) => format!("{}.{}", quote(schema), quote(name)),
            None => quote(name),
        }
    }

    fn table(&self, name: &str, columns: &str) -> SchemaObject {
        let qualified = self.qualified(name);
        SchemaObject {
            kind: ObjectKind::Table,
            name: name.to_owned(),
            on_table: name.to_owned(),
            create: format!("CREATE TABLE {qualified} (\n{columns}\n)"),
            drop: format!("DROP TABLE {qualified}"),
        }
    }

    fn index(&self, name: &str, table: &str, columns: &str) -> SchemaObject {
        SchemaObject {
            kind: ObjectKind::Index,
            name: name.to_owned(),
            on_table: table.to_owned(),
            create: format!("CREATE INDEX {} ON {} ({columns})", quote(name), self.qualified(table)),
            drop: format!("DROP INDEX {}", self.qualified(name)),
        }
    }

    fn user_column(&self, rest: &str) -> String {
        let (users, id) = (self.qualified(&self.users.table), quote(&self.users.id));
        format!("  user_id {} {rest} REFERENCES {users} ({id})", self.users.id_width.sql())
    }

    fn time(&self) -> &'static str {
        match self.dialect {
            Dialect::Postgres => "timestamptz NOT NULL DEFAULT now()",
            Dialect::Sqlite => "text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
        }
    }

    fn links(&self) -> String {
        let user = self.user_column("NOT NULL");
        let time = self.time();
        format!(
            "  issuer text NOT NULL,\n  subject text NOT NULL,\n{user} ON DELETE CASCADE,\n  \
             state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked_by_clerk')),\n  \
             evidence text NOT NULL,\n  clerk_updated_at bigint,\n  created_at {time},\n  updated_at {time},\n  \
             PRIMARY KEY (issuer, subject)"
        )
    }

    fn tombstones(&self) -> String {
        let user = self.user_column("NULL");
        let time = self.time();
        format!(
            "  issuer text NOT NULL,\n  subject text NOT NULL,\n{user} ON DELETE SET NULL,\n  email text,\n  \
             reason text NOT NULL,\n  deleted_at {time},\n  PRIMARY KEY (issuer, subject)"
        )
    }

    fn events(&self) -> String {
        let user = self.user_column("NULL");
        let time = self.time();
        let key = match self.dialect {
            Dialect::Postgres => "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
            Dialect::Sqlite => "integer PRIMARY KEY",
        };
        format!(
            "  id {key},\n  happened_at {time},\n  what text NOT NULL,\n  issuer text NOT NULL,\n  \
             subject text NOT NULL,\n{user} ON DELETE SET NULL,\n  evidence text,\n  actor text NOT NULL,\n  reason text"
        )
    }

    /// Versions are texts that compare byte by byte, in Rust only.
    fn subjects() -> String {
        "  issuer text NOT NULL,\n  subject text NOT NULL,\n  seen text NOT NULL,\n  blocked boolean NOT NULL,\n  \
         first_name text,\n  first_name_seen text,\n  last_name text,\n  last_name_seen text,\n  emails text,\n  \
         email_seen text,\n  PRIMARY KEY (issuer, subject)"
            .to_owned()
    }

    fn messages(&self) -> String {
        format!("  id text PRIMARY KEY,\n  received_at {}", self.time())
    }

    fn sessions(&self) -> String {
        format!(
            "  issuer text NOT NULL,\n  session_id text NOT NULL,\n  until bigint NOT NULL,\n  noted_at {},\n  \
             PRIMARY KEY (issuer, session_id)",
            self.time()
        )
    }
}
