//! The statements that look after what is kept for a while: sessions that are over, and messages.

use std::sync::Arc;

use super::{Dialect, Sql};

/// How long a message is known. Clerk tries for about 28 hours; what is replayed by hand later is outdated, and so
/// changes nothing.
const MESSAGES_DAYS: u32 = 14;

/// Rows that one statement of [`sweep`](super::LifecycleStatements::sweep) ends, so that nobody waits long.
pub(in super::super) const SWEPT_AT_ONCE: u64 = 10_000;

impl Sql<'_> {
    pub(super) fn revoked(&self) -> Arc<str> {
        let (since, now) = match self.dialect {
            Dialect::Postgres => ("now() - make_interval(secs => $1)", "CAST(extract(epoch FROM now()) AS bigint)"),
            Dialect::Sqlite => (
                "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || $1 || ' seconds')",
                "CAST(strftime('%s', 'now') AS integer)",
            ),
        };
        format!(
            "SELECT issuer, session_id, until FROM {} WHERE noted_at > {since} AND until > {now}",
            self.ours("identity_sessions")
        )
        .into()
    }

    pub(super) fn sweep(&self) -> Vec<Arc<str>> {
        let (messages, sessions) = (self.ours("identity_messages"), self.ours("identity_sessions"));
        let (day, now) = match self.dialect {
            Dialect::Postgres => {
                (format!("now() - interval '{MESSAGES_DAYS} days'"), "CAST(extract(epoch FROM now()) AS bigint)")
            }
            Dialect::Sqlite => (
                format!("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-{MESSAGES_DAYS} days')"),
                "CAST(strftime('%s', 'now') AS integer)",
            ),
        };
        let some = |table: &str, key: &str, which: &str| {
            let rows = format!("SELECT {key} FROM {table} WHERE {which} LIMIT {SWEPT_AT_ONCE}");
            format!("DELETE FROM {table} WHERE ({key}) IN ({rows})").into()
        };
        vec![
            some(&messages, "id", &format!("received_at < {day}")),
            some(&sessions, "issuer, session_id", &format!("until < {now}")),
        ]
    }
}
