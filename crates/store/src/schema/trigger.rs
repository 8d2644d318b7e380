//! Triggers, the only part of the schema that has behaviour.

use super::{Dialect, ident};

/// What happens when a row of a table changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The users before and after the change each get a mark in `peer_changes`, so that
    /// whoever writes, their inputs are computed again on next use.
    MarkPeerChange,
}

/// The name of the PostgreSQL function, and the start of the names of the triggers.
pub(crate) const MARK_PEER_CHANGE: &str = "orientor_mark_peer_change";

impl Trigger {
    /// Name and statement of each trigger that the engine needs for it on `table`.
    pub(crate) fn statements(self, dialect: Dialect, table: &str) -> Vec<(String, String)> {
        let Self::MarkPeerChange = self;
        let on = ident(table);
        match dialect {
            Dialect::Postgres => {
                let sql = format!(
                    "CREATE TRIGGER {MARK_PEER_CHANGE} AFTER INSERT OR UPDATE OR DELETE ON {on} \
                     FOR EACH ROW EXECUTE FUNCTION {MARK_PEER_CHANGE}()"
                );
                vec![(MARK_PEER_CHANGE.to_owned(), sql)]
            }
            Dialect::Sqlite => {
                let events = [
                    ("insert", "SELECT NEW.user_id AS u"),
                    ("update", "SELECT OLD.user_id AS u UNION SELECT NEW.user_id"),
                    ("delete", "SELECT OLD.user_id AS u"),
                ];
                events
                    .map(|(event, users)| {
                        let name = format!("{MARK_PEER_CHANGE}_{table}_{event}");
                        let sql = format!(
                            "CREATE TRIGGER {} AFTER {} ON {on} BEGIN INSERT INTO peer_changes (whose) \
                             SELECT u FROM ({users}) WHERE typeof(u) = 'integer' AND u > 0; END",
                            ident(&name),
                            event.to_ascii_uppercase()
                        );
                        (name, sql)
                    })
                    .into()
            }
        }
    }
}

/// The function behind the triggers of PostgreSQL.
///
/// The older application must never notice it, so it only adds rows that nobody else can be waiting for
/// or refuse, runs with the rights of whoever migrated, passes over owners that are no number of a user,
/// and turns every failure into a line in the server's log.
pub(crate) fn create_mark_peer_change(schema: &str) -> String {
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
