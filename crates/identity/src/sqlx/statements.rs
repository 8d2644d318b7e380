//! Every statement of the directory, written once for a given table.

use std::sync::Arc;

use super::{Dialect, UsersTable, schema::email_key_sql};

/// Quotes an identifier.
pub(super) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The statements. Columns come out as integers and texts only.
#[derive(Debug)]
pub(super) struct Statements {
    /// `$1` issuer, `$2` subject -> kind (0 link, 1 tombstone, 2 carried), user id, row id, active, state, subject.
    pub(super) lookup: Arc<str>,
    /// The same with `$2` subjects.
    pub(super) lookup_many: Arc<str>,
    /// `$1` text -> takes the advisory lock of that name until the end of the transaction. PostgreSQL only.
    pub(super) lock: Option<Arc<str>>,
    /// `$1` user ids -> locks the rows. PostgreSQL only.
    pub(super) lock_rows: Option<Arc<str>>,
    /// `$1` subject -> ids of the rows that carry it.
    pub(super) rows_by_subject: Option<Arc<str>>,
    /// `$1` e-mail key -> ids of the rows that have it, at most 3.
    pub(super) rows_by_email: Option<Arc<str>>,
    /// `$1` numbers -> id, active.
    pub(super) users: Arc<str>,
    /// `$1` user ids, `$2` issuer -> id, active, e-mail, subject column, number of links of the issuer.
    pub(super) facts: Arc<str>,
    /// `$1` issuer, `$2` subject, `$3` user, `$4` evidence, `$5` watermark.
    pub(super) insert_link: Arc<str>,
    /// `$1` what, `$2` issuer, `$3` subject, `$4` user, `$5` evidence, `$6` actor, `$7` reason.
    pub(super) insert_event: Arc<str>,
    /// `$1` user, `$2` subject -> writes the subject alongside.
    pub(super) carry: Option<Arc<str>>,
    /// `$1` subject or NULL, `$2` e-mail, `$3` first name, `$4` last name -> id. Unknown columns are left out.
    pub(super) insert_user: Arc<str>,
    /// `$1` user ids, `$2` primary issuer -> user id, issuer, subject.
    pub(super) subjects_of: Arc<str>,
}

impl Statements {
    /// `primary`: whether the subject column counts for the issuer that the statements are used with.
    pub(super) fn new(dialect: Dialect, users: &UsersTable) -> Self {
        let sql = Sql { dialect, users };
        let postgres = dialect == Dialect::Postgres;
        Self {
            lookup: sql.lookup(|column| format!("{column} = $2")),
            lookup_many: sql.lookup(|column| sql.among(column, "$2")),
            lock: postgres.then(|| "SELECT 1::bigint FROM pg_advisory_xact_lock(hashtextextended($1, 0))".into()),
            lock_rows: postgres.then(|| sql.lock_rows()),
            rows_by_subject: users.subject.as_ref().map(|_| sql.rows_by_subject()),
            rows_by_email: users.email.as_ref().map(|column| sql.rows_by_email(column)),
            users: sql.users_by_number(),
            facts: sql.facts(),
            insert_link: sql.insert_link(),
            insert_event: sql.insert_event(),
            carry: users.subject.as_ref().map(|column| sql.carry(column)),
            insert_user: sql.insert_user(),
            subjects_of: sql.subjects_of(),
        }
    }
}

pub(super) struct Sql<'a> {
    pub(super) dialect: Dialect,
    pub(super) users: &'a UsersTable,
}

impl Sql<'_> {
    pub(super) fn ours(&self, name: &str) -> String {
        match &self.users.schema {
            Some(schema) => format!("{}.{}", quote(schema), quote(name)),
            None => quote(name),
        }
    }

    pub(super) fn users(&self) -> String {
        self.ours(&self.users.table)
    }

    pub(super) fn id(&self) -> String {
        format!("u.{}", quote(&self.users.id))
    }

    pub(super) fn integer(expression: &str) -> String {
        format!("CAST({expression} AS bigint)")
    }

    pub(super) fn text(expression: &str) -> String {
        format!("CAST({expression} AS text)")
    }

    /// 1 or 0; a NULL flag counts as active.
    fn active(&self) -> String {
        match &self.users.active {
            Some(column) => {
                format!("CAST(CASE WHEN u.{0} IS NULL OR u.{0} THEN 1 ELSE 0 END AS bigint)", quote(column))
            }
            None => Self::integer("1"),
        }
    }

    /// The subject column, or NULL.
    fn carried(&self) -> String {
        Self::text(&self.users.subject.as_ref().map_or("NULL".to_owned(), |column| format!("u.{}", quote(column))))
    }

    /// Membership in a list that is bound as one parameter.
    pub(super) fn among(&self, expression: &str, parameter: &str) -> String {
        match self.dialect {
            Dialect::Postgres => format!("{expression} = ANY({parameter})"),
            Dialect::Sqlite => format!("{expression} IN (SELECT value FROM json_each({parameter}))"),
        }
    }

    /// * `asked`, the condition that a column holds what is asked for.
    fn lookup(&self, asked: impl Fn(&str) -> String) -> Arc<str> {
        let (links, tombstones, users) = (self.ours("identity_links"), self.ours("identity_tombstones"), self.users());
        let (id, active) = (self.id(), self.active());
        let mut sql = format!(
            "SELECT {}, {}, {}, {active}, {}, l.subject FROM {links} l LEFT JOIN {users} u ON {id} = l.user_id \
             WHERE l.issuer = $1 AND {} \
             UNION ALL SELECT {}, NULL, NULL, NULL, NULL, t.subject FROM {tombstones} t WHERE t.issuer = $1 AND {}",
            Self::integer("0"),
            Self::integer("l.user_id"),
            Self::integer(&id),
            Self::text("l.state"),
            asked("l.subject"),
            Self::integer("1"),
            asked("t.subject"),
        );
        if let Some(column) = &self.users.subject {
            let column = format!("u.{}", quote(column));
            let carried = format!(
                " UNION ALL SELECT {}, {}, {}, {active}, NULL, {} FROM {users} u WHERE {}",
                Self::integer("2"),
                Self::integer(&id),
                Self::integer(&id),
                Self::text(&column),
                asked(&column),
            );
            sql.push_str(&carried);
        }
        sql.into()
    }

    fn lock_rows(&self) -> Arc<str> {
        let (users, id) = (self.users(), self.id());
        // In the order of the key, so that two transactions never wait for each other.
        format!("SELECT {id}::bigint FROM {users} u WHERE {id} = ANY($1) ORDER BY {id} FOR NO KEY UPDATE").into()
    }

    fn rows_by_subject(&self) -> Arc<str> {
        let column = quote(self.users.subject.as_deref().unwrap_or_default());
        format!("SELECT {} FROM {} u WHERE u.{column} = $1 LIMIT 3", Self::integer(&self.id()), self.users()).into()
    }

    fn rows_by_email(&self, column: &str) -> Arc<str> {
        let key = email_key_sql(self.dialect, &format!("u.{}", quote(column)));
        format!("SELECT {} FROM {} u WHERE {key} = $1 LIMIT 3", Self::integer(&self.id()), self.users()).into()
    }

    fn users_by_number(&self) -> Arc<str> {
        let (id, active) = (self.id(), self.active());
        let among = self.among(&id, "$1");
        format!("SELECT {}, {active} FROM {} u WHERE {among}", Self::integer(&id), self.users()).into()
    }

    fn facts(&self) -> Arc<str> {
        let (id, active, carried) = (self.id(), self.active(), self.carried());
        let email =
            Self::text(&self.users.email.as_ref().map_or("NULL".to_owned(), |column| format!("u.{}", quote(column))));
        let links = format!(
            "(SELECT count(*) FROM {} l WHERE l.user_id = {id} AND l.issuer = $2)",
            self.ours("identity_links")
        );
        format!(
            "SELECT {}, {active}, {email}, {carried}, {} FROM {} u WHERE {} ORDER BY 1",
            Self::integer(&id),
            Self::integer(&links),
            self.users(),
            self.among(&id, "$1"),
        )
        .into()
    }

    fn insert_link(&self) -> Arc<str> {
        format!(
            "INSERT INTO {} (issuer, subject, user_id, evidence, clerk_updated_at) VALUES ($1, $2, $3, $4, $5)",
            self.ours("identity_links")
        )
        .into()
    }

    fn insert_event(&self) -> Arc<str> {
        format!(
            "INSERT INTO {} (what, issuer, subject, user_id, evidence, actor, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            self.ours("identity_events")
        )
        .into()
    }

    pub(super) fn now(&self) -> &'static str {
        match self.dialect {
            Dialect::Postgres => "now()",
            Dialect::Sqlite => "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
        }
    }

    fn carry(&self, subject: &str) -> Arc<str> {
        let mut changes = vec![format!("{} = $2", quote(subject))];
        changes.extend(self.users.synced_at.iter().map(|column| format!("{} = {}", quote(column), self.now())));
        changes.extend(self.users.clear_on_link.iter().map(|column| format!("{} = NULL", quote(column))));
        format!("UPDATE {} SET {} WHERE {} = $1", self.users(), changes.join(", "), quote(&self.users.id)).into()
    }

    fn insert_user(&self) -> Arc<str> {
        let users = self.users;
        let mut columns = Vec::new();
        let mut values = Vec::new();
        let mut unused = Vec::new();
        for (parameter, column) in
            [("$1", &users.subject), ("$2", &users.email), ("$3", &users.first_name), ("$4", &users.last_name)]
        {
            match column {
                Some(column) => {
                    columns.push(quote(column));
                    values.push(Self::text(parameter));
                }
                None => unused.push(format!("{} IS NULL", Self::text(parameter))),
            }
        }
        if let Some(column) = &users.active {
            columns.push(quote(column));
            values.push("true".to_owned());
        }
        if let (Some(column), Some(_)) = (&users.synced_at, &users.subject) {
            columns.push(quote(column));
            values.push(format!("CASE WHEN {} IS NULL THEN NULL ELSE {} END", Self::text("$1"), self.now()));
        }
        for column in &users.false_on_create {
            columns.push(quote(column));
            values.push("false".to_owned());
        }
        let returning = Self::integer(&quote(&users.id));
        if columns.is_empty() {
            return format!("INSERT INTO {} DEFAULT VALUES RETURNING {returning}", self.users()).into();
        }
        // Placeholders that no column takes are named all the same, so that the
        // statement always has four.
        let condition =
            if unused.is_empty() { String::new() } else { format!(" WHERE {} OR true", unused.join(" OR ")) };
        format!(
            "INSERT INTO {} ({}) SELECT {}{condition} RETURNING {returning}",
            self.users(),
            columns.join(", "),
            values.join(", ")
        )
        .into()
    }

    fn subjects_of(&self) -> Arc<str> {
        let links = self.ours("identity_links");
        let mut sql = format!(
            "SELECT {}, l.issuer, l.subject FROM {links} l WHERE {}",
            Self::integer("l.user_id"),
            self.among("l.user_id", "$1"),
        );
        if let Some(column) = &self.users.subject {
            let column = format!("u.{}", quote(column));
            let carried = format!(
                " UNION ALL SELECT {id}, {issuer}, {subject} FROM {users} u WHERE {among} AND {column} IS NOT NULL \
                 AND NOT EXISTS (SELECT 1 FROM {links} l WHERE l.issuer = {issuer} AND l.subject = {column}) \
                 AND NOT EXISTS (SELECT 1 FROM {tombstones} t WHERE t.issuer = {issuer} AND t.subject = {column})",
                id = Self::integer(&self.id()),
                issuer = Self::text("$2"),
                subject = Self::text(&column),
                users = self.users(),
                among = self.among(&self.id(), "$1"),
                tombstones = self.ours("identity_tombstones"),
            );
            sql.push_str(&carried);
        } else {
            // Keeps the parameter in the statement.
            sql.push_str(" AND CAST($2 AS text) IS NOT NULL");
        }
        sql.push_str(" ORDER BY 1, 2, 3");
        sql.into()
    }
}
