//! Triggers, the only part of the schema that has behaviour.

use super::{Dialect, ident, idents, literal};

/// What happens when a row of a table changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The users before and after the change each get a mark in `peer_changes`, so that
    /// whoever writes, their inputs are computed again on next use.
    MarkPeerChange,
    /// The users before and after the change are noted in `peer_log`, so that servers look at them again.
    LogPeer {
        /// The columns that name users.
        users: &'static [&'static str],
        /// The columns whose update matters; all, if there are none.
        columns: &'static [&'static str],
    },
}

const MARK_PEER_CHANGE: &str = "orientor_mark_peer_change";
const LOG_PEER: &str = "orientor_log_peer";

impl Trigger {
    /// The name of the PostgreSQL function, and the start of the names of the triggers.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::MarkPeerChange => MARK_PEER_CHANGE,
            Self::LogPeer { .. } => LOG_PEER,
        }
    }

    /// Why a table has it, for people.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::MarkPeerChange => "peer matching derives from this table",
            Self::LogPeer { .. } => "servers keep what follows from this table in memory",
        }
    }

    /// The statement that makes the function of PostgreSQL.
    pub(crate) fn create_function(self, schema: &str) -> String {
        match self {
            Self::MarkPeerChange => create_mark_peer_change(schema),
            Self::LogPeer { .. } => create_log_peer(schema),
        }
    }

    fn users(self) -> &'static [&'static str] {
        match self {
            Self::MarkPeerChange => &["user_id"],
            Self::LogPeer { users, .. } => users,
        }
    }

    /// Name and statement of each trigger that the engine needs for it on `table`.
    pub(crate) fn statements(self, dialect: Dialect, table: &str) -> Vec<(String, String)> {
        let (name, on) = (self.name(), ident(table));
        let update = match self {
            Self::LogPeer { columns, .. } if !columns.is_empty() => format!("UPDATE OF {}", idents(columns)),
            _ => "UPDATE".to_owned(),
        };
        match dialect {
            Dialect::Postgres => {
                let arguments = match self {
                    Self::MarkPeerChange => Vec::new(),
                    Self::LogPeer { users, .. } => users.iter().map(|user| literal(user)).collect(),
                };
                let sql = format!(
                    "CREATE TRIGGER {name} AFTER INSERT OR {update} OR DELETE ON {on} \
                     FOR EACH ROW EXECUTE FUNCTION {name}({})",
                    arguments.join(", ")
                );
                vec![(name.to_owned(), sql)]
            }
            Dialect::Sqlite => {
                let into = match self {
                    Self::MarkPeerChange => "peer_changes",
                    Self::LogPeer { .. } => "peer_log",
                };
                let of = |row: &str| {
                    let users = self.users().iter().map(|user| format!("SELECT {row}.{} AS u", ident(user)));
                    users.collect::<Vec<_>>().join(" UNION ")
                };
                let both = format!("{} UNION {}", of("OLD"), of("NEW"));
                [("insert", "INSERT", of("NEW")), ("update", update.as_str(), both), ("delete", "DELETE", of("OLD"))]
                    .map(|(event, after, users)| {
                        let name = format!("{name}_{table}_{event}");
                        let sql = format!(
                            "CREATE TRIGGER {} AFTER {after} ON {on} BEGIN INSERT INTO {into} (whose) \
                             SELECT u FROM ({users}) WHERE typeof(u) = 'integer' AND u > 0; END",
                            ident(&name),
                        );
                        (name, sql)
                    })
                    .into()
            }
        }
    }
}

/// The function behind the marks in PostgreSQL.
///
/// The older application must never notice it, so it only adds rows that nobody else can be waiting for
/// or refuse, runs with the rights of whoever migrated, passes over owners that are no number of a user,
/// and turns every failure into a line in the server's log.
fn create_mark_peer_change(schema: &str) -> String {
    let changes = format!("{}.peer_changes", ident(schema));
    format!(
        "CREATE FUNCTION {MARK_PEER_CHANGE}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  before text;
  after text;
BEGIN
  IF TG_OP <> 'INSERT' THEN before := OLD.user_id::text; END IF;
  IF TG_OP <> 'DELETE' THEN after := NEW.user_id::text; END IF;
  INSERT INTO {changes} (whose)
    SELECT DISTINCT u::integer FROM unnest(ARRAY[before, after]) AS u
    WHERE CASE WHEN u ~ '^[1-9][0-9]{{0,9}}$' THEN u::bigint <= 2147483647 END;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE LOG 'orientor: a change could not be marked for peer matching: %', SQLERRM;
  RETURN NULL;
END
$body$"
    )
}

/// The function behind the log in PostgreSQL, with the same manners. Its arguments are the columns that name users.
fn create_log_peer(schema: &str) -> String {
    let log = format!("{}.peer_log", ident(schema));
    format!(
        "CREATE FUNCTION {LOG_PEER}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  named text;
  users text[] := ARRAY[]::text[];
BEGIN
  FOREACH named IN ARRAY TG_ARGV LOOP
    IF TG_OP <> 'INSERT' THEN users := array_append(users, to_jsonb(OLD) ->> named); END IF;
    IF TG_OP <> 'DELETE' THEN users := array_append(users, to_jsonb(NEW) ->> named); END IF;
  END LOOP;
  INSERT INTO {log} (whose, xact)
    SELECT DISTINCT u::integer, pg_current_xact_id()::text::bigint FROM unnest(users) AS u
    WHERE CASE WHEN u ~ '^[1-9][0-9]{{0,9}}$' THEN u::bigint <= 2147483647 END;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE LOG 'orientor: a change could not be noted for peer matching: %', SQLERRM;
  RETURN NULL;
END
$body$"
    )
}
