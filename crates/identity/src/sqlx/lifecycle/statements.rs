//! The statements of the lifecycle. Many rows travel as one JSON text, which both engines take apart.

mod upkeep;

use std::sync::Arc;

pub(super) use upkeep::SWEPT_AT_ONCE;

use super::super::{
    Dialect, UsersTable,
    statements::{Sql, quote},
};

/// The statements. `$1` is a JSON array of objects unless stated otherwise.
#[derive(Debug)]
pub(in crate::sqlx) struct LifecycleStatements {
    /// `$1` names -> takes their advisory locks, in this order. PostgreSQL only.
    pub(super) locks: Option<Arc<str>>,
    /// `$1` issuer, `$2` subjects -> where each stands; columns in [`Standing::read`](super::standing::Standing::read).
    pub(super) standing: Arc<str>,
    /// `$1` e-mail keys -> row id, e-mail.
    pub(super) holders: Option<Arc<str>>,
    /// `$1` ids of messages -> those that are new.
    pub(super) messages: Arc<str>,
    /// `$1` ids of messages: as if they had not come.
    pub(super) forget_messages: Arc<str>,
    /// `{subject, seen, blocked, first_name, first_name_seen, last_name, last_name_seen, emails, email_seen}`, `$2` issuer.
    pub(super) records: Arc<str>,
    /// `{subject, email, first_name, last_name}` -> id, subject of the new users. Where rows carry subjects only.
    pub(super) births: Option<Arc<str>>,
    /// `{subject, user_id, clerk_updated_at}`, `$2` issuer.
    pub(super) links: Arc<str>,
    /// `{subject, state}`, `$2` issuer.
    pub(super) link_states: Arc<str>,
    /// `{id, set_email, email, first_name, last_name}`; a NULL name changes nothing.
    pub(super) users: Option<Arc<str>>,
    /// `{what, subject, user_id, evidence, actor, reason}`, `$2` issuer.
    pub(super) events: Arc<str>,
    /// `{session_id, until}`, `$2` issuer.
    pub(super) sessions: Arc<str>,
    /// `$1` issuer, `$2` subject.
    pub(in crate::sqlx) cut: Arc<str>,
    /// `$1` issuer, `$2` subject, `$3` user, `$4` e-mail, `$5` reason.
    pub(in crate::sqlx) bury: Arc<str>,
    /// `$1` user, `$2` subject: not active, without an address, and not of this subject.
    pub(super) retire: Option<Arc<str>>,
    /// `$1` user, `$2` subject: not of this subject any more.
    pub(in crate::sqlx) uncarry: Option<Arc<str>>,
    /// `{subject, email}`, `$2` issuer: the address that a buried person had last.
    pub(super) grave_emails: Arc<str>,
    /// `$1` seconds -> issuer, session, until.
    pub(super) revoked: Arc<str>,
    /// Without parameters, one after the other; each ends [`SWEPT_AT_ONCE`] rows at most.
    pub(super) sweep: Vec<Arc<str>>,
}

impl LifecycleStatements {
    pub(in crate::sqlx) fn new(dialect: Dialect, users: &UsersTable) -> Self {
        let sql = Sql { dialect, users };
        let postgres = dialect == Dialect::Postgres;
        Self {
            locks: postgres
                .then(|| "SELECT 1::bigint FROM unnest($1) AS n, pg_advisory_xact_lock(hashtextextended(n, 0))".into()),
            standing: sql.standing(),
            holders: users.email.as_ref().map(|column| sql.holders(column)),
            messages: sql.messages(),
            forget_messages: format!("DELETE FROM {} WHERE {}", sql.ours("identity_messages"), sql.among("id", "$1"))
                .into(),
            records: sql.records(),
            births: users.subject.as_ref().map(|column| sql.births(column)),
            links: sql.insert_links(),
            link_states: sql.link_states(),
            users: sql.update_users(),
            events: sql.insert_events(),
            sessions: sql.insert_sessions(),
            cut: format!("DELETE FROM {} WHERE issuer = $1 AND subject = $2", sql.ours("identity_links")).into(),
            bury: sql.bury(),
            retire: sql.retire(),
            uncarry: users.subject.as_ref().map(|column| sql.uncarry(column)),
            grave_emails: sql.grave_emails(),
            revoked: sql.revoked(),
            sweep: sql.sweep(),
        }
    }
}

/// The columns of JSON objects and their types in PostgreSQL.
type Members = [(&'static str, &'static str)];

impl Sql<'_> {
    /// The objects of `$1` as a table `x`.
    fn objects(&self, members: &Members) -> String {
        let list = |item: &dyn Fn(&str, &str) -> String| {
            members.iter().map(|(name, kind)| item(name, kind)).collect::<Vec<_>>().join(", ")
        };
        match self.dialect {
            Dialect::Postgres => {
                let columns = list(&|name, kind| format!("{name} {kind}"));
                format!("jsonb_to_recordset(CAST($1 AS jsonb)) AS x ({columns})")
            }
            Dialect::Sqlite => {
                let columns = list(&|name, _| format!("value ->> '{name}' AS {name}"));
                format!("(SELECT {columns} FROM json_each($1)) AS x")
            }
        }
    }

    /// The texts of a list that is bound as one parameter, as a table.
    ///
    /// * `alias` and `column`, the names of the table and of its column.
    fn asked(&self, parameter: &str, alias: &str, column: &str) -> String {
        match self.dialect {
            Dialect::Postgres => format!("unnest({parameter}) AS {alias} ({column})"),
            Dialect::Sqlite => format!("(SELECT value AS {column} FROM json_each({parameter})) AS {alias}"),
        }
    }

    /// Joins `columns` of the rows of a table on to those before it, or NULL, by an index for each: a planner that knows neither
    /// how many are asked for nor how the table will grow would read all of it instead.
    fn probe(&self, table: &str, alias: &str, columns: &str, condition: &str) -> String {
        match self.dialect {
            // The offset keeps the planner from making a plain join of it.
            Dialect::Postgres => format!(
                "LEFT JOIN LATERAL (SELECT {columns} FROM {table} AS {alias} WHERE {condition} OFFSET 0) AS {alias} ON true"
            ),
            Dialect::Sqlite => format!("LEFT JOIN {table} AS {alias} ON {condition}"),
        }
    }

    fn standing(&self) -> Arc<str> {
        let users = self.users();
        let of_subject = |table: &str, alias: &str| {
            let condition = format!("{alias}.issuer = $1 AND {alias}.subject = s.subject");
            self.probe(&self.ours(table), alias, &format!("{alias}.*"), &condition)
        };
        let carried = |what: &str| match &self.users.subject {
            Some(column) => format!("(SELECT {what} FROM {users} AS c WHERE c.{} = s.subject)", quote(column)),
            None => Self::integer("NULL"),
        };
        let column = |name: &Option<String>| {
            Self::text(&name.as_ref().map_or("NULL".to_owned(), |column| format!("u.{}", quote(column))))
        };
        // No more of a table that is not ours than somebody may have been allowed to read.
        let account: Vec<String> = [Some(&self.users.id), self.users.email.as_ref()]
            .into_iter()
            .chain([self.users.first_name.as_ref(), self.users.last_name.as_ref()])
            .flatten()
            .map(|column| format!("u.{}", quote(column)))
            .collect();
        format!(
            "SELECT q.subject, q.seen, {blocked}, q.first_name, q.first_name_seen, q.last_name, q.last_name_seen, q.emails, \
             q.email_seen, {linked}, q.state, q.buried, {grave}, q.grave_email, {user}, {email}, {first}, {last}, \
             {carried_count}, {others}, {deleted} \
             FROM (SELECT s.subject, r.seen, r.blocked, r.first_name, r.first_name_seen, r.last_name, r.last_name_seen, \
             r.emails, r.email_seen, l.user_id AS linked, l.state, \
             CAST(CASE WHEN t.subject IS NULL THEN 0 ELSE 1 END AS bigint) AS buried, t.user_id AS grave, \
             t.email AS grave_email, t.reason AS grave_reason, CASE WHEN l.user_id IS NULL THEN {count} END AS carried_count, \
             CASE WHEN l.user_id IS NULL AND t.user_id IS NULL THEN {only} END AS carried \
             FROM {asked} {records} {links} {tombstones}) AS q {account}",
            blocked = Self::integer("CASE WHEN q.blocked THEN 1 ELSE 0 END"),
            linked = Self::integer("q.linked"),
            grave = Self::integer("q.grave"),
            deleted = Self::integer("CASE q.grave_reason WHEN 'deleted' THEN 1 WHEN 'erased' THEN 2 ELSE 0 END"),
            user = Self::integer(&self.id()),
            email = column(&self.users.email),
            first = column(&self.users.first_name),
            last = column(&self.users.last_name),
            carried_count = Self::integer("q.carried_count"),
            others = Self::integer(&format!(
                "(SELECT count(*) FROM {links} AS o WHERE o.user_id = {id} AND NOT (o.issuer = $1 AND o.subject = q.subject))",
                links = self.ours("identity_links"),
                id = self.id()
            )),
            count = carried("count(*)"),
            only = carried(&format!("CASE WHEN count(*) = 1 THEN min(c.{}) END", quote(&self.users.id))),
            asked = self.asked("$2", "s", "subject"),
            records = of_subject("identity_subjects", "r"),
            links = of_subject("identity_links", "l"),
            tombstones = of_subject("identity_tombstones", "t"),
            account = self.probe(
                &users,
                "u",
                &account.join(", "),
                &format!("{} = COALESCE(q.linked, q.grave, q.carried)", self.id())
            ),
        )
        .into()
    }

    fn holders(&self, column: &str) -> Arc<str> {
        let email = format!("u.{}", quote(column));
        let key = super::super::email_key_sql(self.dialect, &email);
        format!(
            "SELECT {}, {} FROM {} AS u WHERE {}",
            Self::integer(&self.id()),
            Self::text(&email),
            self.users(),
            self.among(&key, "$1")
        )
        .into()
    }

    fn messages(&self) -> Arc<str> {
        let ids = self.asked("$1", "x", "id");
        format!(
            "INSERT INTO {} (id) SELECT x.id FROM {ids} WHERE true ON CONFLICT (id) DO NOTHING RETURNING id",
            self.ours("identity_messages")
        )
        .into()
    }

    fn records(&self) -> Arc<str> {
        const MEMBERS: &Members = &[
            ("subject", "text"),
            ("seen", "text"),
            ("blocked", "boolean"),
            ("first_name", "text"),
            ("first_name_seen", "text"),
            ("last_name", "text"),
            ("last_name_seen", "text"),
            ("emails", "text"),
            ("email_seen", "text"),
        ];
        let columns: Vec<&str> = MEMBERS.iter().map(|(name, _)| *name).collect();
        let values: Vec<String> = columns.iter().map(|name| format!("x.{name}")).collect();
        let changes: Vec<String> = columns[1..].iter().map(|name| format!("{name} = excluded.{name}")).collect();
        format!(
            "INSERT INTO {} (issuer, {}) SELECT {}, {} FROM {} WHERE true ON CONFLICT (issuer, subject) DO UPDATE SET {}",
            self.ours("identity_subjects"),
            columns.join(", "),
            Self::text("$2"),
            values.join(", "),
            self.objects(MEMBERS),
            changes.join(", ")
        )
        .into()
    }

    fn births(&self, subject: &str) -> Arc<str> {
        let users = self.users;
        let mut columns = vec![quote(subject)];
        let mut values = vec!["x.subject".to_owned()];
        for (column, member) in
            [(&users.email, "email"), (&users.first_name, "first_name"), (&users.last_name, "last_name")]
        {
            if let Some(column) = column {
                columns.push(quote(column));
                values.push(format!("x.{member}"));
            }
        }
        for (names, value) in [
            (users.active.as_slice(), "true"),
            (users.synced_at.as_slice(), self.now()),
            (users.false_on_create.as_slice(), "false"),
        ] {
            columns.extend(names.iter().map(|column| quote(column)));
            values.extend(names.iter().map(|_| value.to_owned()));
        }
        let objects =
            self.objects(&[("subject", "text"), ("email", "text"), ("first_name", "text"), ("last_name", "text")]);
        format!(
            "INSERT INTO {} ({}) SELECT {} FROM {objects} RETURNING {}, {}",
            self.users(),
            columns.join(", "),
            values.join(", "),
            Self::integer(&quote(&users.id)),
            Self::text(&quote(subject))
        )
        .into()
    }

    fn insert_links(&self) -> Arc<str> {
        let objects = self.objects(&[("subject", "text"), ("user_id", "bigint"), ("clerk_updated_at", "bigint")]);
        format!(
            "INSERT INTO {} (issuer, subject, user_id, evidence, clerk_updated_at) \
             SELECT {}, x.subject, x.user_id, 'created', x.clerk_updated_at FROM {objects}",
            self.ours("identity_links"),
            Self::text("$2"),
        )
        .into()
    }

    fn link_states(&self) -> Arc<str> {
        format!(
            "UPDATE {} AS l SET state = x.state, updated_at = {} FROM {} WHERE l.issuer = $2 AND l.subject = x.subject",
            self.ours("identity_links"),
            self.now(),
            self.objects(&[("subject", "text"), ("state", "text")])
        )
        .into()
    }

    fn update_users(&self) -> Option<Arc<str>> {
        let users = self.users;
        let mut changes = Vec::new();
        if let Some(column) = &users.email {
            changes.push(format!("{0} = CASE WHEN x.set_email THEN x.email ELSE u.{0} END", quote(column)));
        }
        for (column, member) in [(&users.first_name, "first_name"), (&users.last_name, "last_name")] {
            if let Some(column) = column {
                changes.push(format!("{0} = COALESCE(x.{member}, u.{0})", quote(column)));
            }
        }
        if changes.is_empty() {
            return None;
        }
        changes.extend(users.synced_at.iter().map(|column| format!("{} = {}", quote(column), self.now())));
        let objects = self.objects(&[
            ("id", "bigint"),
            ("set_email", "boolean"),
            ("email", "text"),
            ("first_name", "text"),
            ("last_name", "text"),
        ]);
        Some(
            format!(
                "UPDATE {} AS u SET {} FROM {objects} WHERE {} = x.id",
                self.users(),
                changes.join(", "),
                self.id()
            )
            .into(),
        )
    }

    fn insert_events(&self) -> Arc<str> {
        let objects = self.objects(&[
            ("what", "text"),
            ("subject", "text"),
            ("user_id", "bigint"),
            ("evidence", "text"),
            ("actor", "text"),
            ("reason", "text"),
        ]);
        format!(
            "INSERT INTO {} (what, issuer, subject, user_id, evidence, actor, reason) \
             SELECT x.what, {}, x.subject, x.user_id, x.evidence, x.actor, x.reason FROM {objects}",
            self.ours("identity_events"),
            Self::text("$2")
        )
        .into()
    }

    fn insert_sessions(&self) -> Arc<str> {
        let table = self.ours("identity_sessions");
        format!(
            "INSERT INTO {table} AS old (issuer, session_id, until) SELECT {}, x.session_id, max(x.until) FROM {} WHERE true \
             GROUP BY x.session_id ON CONFLICT (issuer, session_id) DO UPDATE SET until = excluded.until, noted_at = {} \
             WHERE old.until < excluded.until",
            Self::text("$2"),
            self.objects(&[("session_id", "text"), ("until", "bigint")]),
            self.now()
        )
        .into()
    }

    fn bury(&self) -> Arc<str> {
        format!(
            "INSERT INTO {} (issuer, subject, user_id, email, reason) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (issuer, subject) DO UPDATE SET user_id = excluded.user_id, email = excluded.email, \
             reason = excluded.reason",
            self.ours("identity_tombstones")
        )
        .into()
    }

    fn retire(&self) -> Option<Arc<str>> {
        let users = self.users;
        let mut changes = Vec::new();
        changes.extend(users.active.iter().map(|column| format!("{} = false", quote(column))));
        changes.extend(users.email.iter().map(|column| format!("{} = NULL", quote(column))));
        changes.extend(users.subject.iter().map(|column| no_longer(column)));
        // Without a subject column the second parameter would have no place.
        let second =
            if users.subject.is_none() { format!(" AND {} IS NOT NULL", Self::text("$2")) } else { String::new() };
        (!changes.is_empty()).then(|| {
            format!("UPDATE {} SET {} WHERE {} = $1{second}", self.users(), changes.join(", "), quote(&users.id)).into()
        })
    }

    fn uncarry(&self, column: &str) -> Arc<str> {
        format!("UPDATE {} SET {} WHERE {} = $1", self.users(), no_longer(column), quote(&self.users.id)).into()
    }

    fn grave_emails(&self) -> Arc<str> {
        format!(
            "UPDATE {} AS t SET email = x.email FROM {} WHERE t.issuer = $2 AND t.subject = x.subject",
            self.ours("identity_tombstones"),
            self.objects(&[("subject", "text"), ("email", "text")])
        )
        .into()
    }
}

fn no_longer(column: &str) -> String {
    format!("{0} = CASE WHEN {0} = $2 THEN NULL ELSE {0} END", quote(column))
}
