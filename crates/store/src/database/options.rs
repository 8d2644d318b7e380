//! How to connect, and how to speak of an address without its password.

use std::{borrow::Cow, str::FromStr, time::Duration};

use sqlx::{
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

/// How many bytes of an SQLite file are mapped into memory, at most.
const MMAP_BYTES: &str = "268435456";

/// What a deployment may choose about its connections.
#[derive(Clone, Debug)]
pub struct ConnectOptions {
    /// Most connections at a time; with SQLite, that read.
    pub max_connections: u32,
    /// How long to wait for a free connection.
    pub acquire_timeout: Duration,
    /// How long one statement may take, with PostgreSQL; `None` leaves it to the server.
    pub statement_timeout: Option<Duration>,
    /// Make an SQLite file that is not there. Commands that only look do not.
    pub create: bool,
    /// Refuse an SQLite file that another server has open. Servers set it, short commands do not.
    pub exclusive: bool,
}

impl Default for ConnectOptions {
    fn default() -> Self {
        Self {
            max_connections: 10,
            acquire_timeout: Duration::from_secs(5),
            statement_timeout: None,
            create: true,
            exclusive: false,
        }
    }
}

impl ConnectOptions {
    pub(super) fn postgres(&self, url: &str) -> Result<PgConnectOptions, sqlx::Error> {
        // Times without a zone are UTC, so the session has to be: a cast between the two kinds
        // then changes nothing. The role's own setting loses against this one.
        let options = PgConnectOptions::from_str(url)?.application_name("orientor").options([("TimeZone", "UTC")]);
        Ok(match self.statement_timeout {
            Some(timeout) => options.options([("statement_timeout", timeout.as_millis())]),
            None => options,
        })
    }

    pub(super) fn sqlite(&self, url: &str) -> Result<SqliteConnectOptions, sqlx::Error> {
        let options = SqliteConnectOptions::from_str(url)?;
        // Where it is not asked for here, `?mode=rwc` in the address still asks for it.
        let options = if self.create { options.create_if_missing(true) } else { options };
        Ok(options
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(self.acquire_timeout)
            .pragma("mmap_size", MMAP_BYTES))
    }
}

/// The address with every password replaced by `***`.
///
/// Where it is unclear how far a password reaches, rather too much is replaced.
pub fn redact_url(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return redact_parameters(url).into_owned();
    };
    let rest = match rest.rsplit_once('@') {
        Some((user, place)) => match user.split_once(':') {
            Some((name, _)) => format!("{name}:***@{place}"),
            None => rest.to_owned(),
        },
        None => rest.to_owned(),
    };
    format!("{scheme}://{}", redact_parameters(&rest))
}

fn redact_parameters(text: &str) -> Cow<'_, str> {
    let Some((before, parameters)) = text.split_once('?') else { return text.into() };
    let shown: Vec<Cow<'_, str>> = parameters
        .split('&')
        .map(|parameter| match parameter.split_once('=') {
            Some((name, _)) if name.to_ascii_lowercase().contains("pass") => format!("{name}=***").into(),
            _ => parameter.into(),
        })
        .collect();
    format!("{before}?{}", shown.join("&")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_printed() {
        for (url, shown) in [
            ("postgres://ada:hunter2@db.example.com:5432/orientor", "postgres://ada:***@db.example.com:5432/orientor"),
            ("postgres://ada:a@b/c?d:e@db.example.com/orientor", "postgres://ada:***@db.example.com/orientor"),
            ("postgres://ada@db.example.com/orientor", "postgres://ada@db.example.com/orientor"),
            (
                "postgres://db.example.com/o?user=ada&password=hunter2",
                "postgres://db.example.com/o?user=ada&password=***",
            ),
            ("postgres://db.example.com/o?sslPassword=hunter2&a=b", "postgres://db.example.com/o?sslPassword=***&a=b"),
            ("sqlite://orientor.db", "sqlite://orientor.db"),
            ("sqlite::memory:", "sqlite::memory:"),
            ("nonsense", "nonsense"),
        ] {
            assert_eq!(redact_url(url), shown);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_password_survives(password in "[ -~]{0,20}") {
            let url = format!("postgres://ada:hunter2{password}@db.example.com/orientor");
            proptest::prop_assert!(!redact_url(&url).contains("hunter2"));
        }
    }
}
