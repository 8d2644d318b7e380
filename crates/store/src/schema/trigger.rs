//! Triggers, the only part of the schema that has behaviour.

use super::{Dialect, ident};
use crate::queries::sources::INPUTS_LOCK;

/// What happens when a row of a table changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The `peer_inputs` row of the user before and after the change is deleted, so that
    /// whoever writes, they are computed again on next use.
    ForgetPeerInputs,
}

/// The name of the PostgreSQL function, and the start of the names of the triggers.
pub(crate) const FORGET_PEER_INPUTS: &str = "orientor_forget_peer_inputs";

impl Trigger {
    /// Name and statement of each trigger that the engine needs for it on `table`.
    pub(crate) fn statements(self, dialect: Dialect, table: &str) -> Vec<(String, String)> {
        let Self::ForgetPeerInputs = self;
        let on = ident(table);
        match dialect {
            Dialect::Postgres => {
                let sql = format!(
                    "CREATE TRIGGER {FORGET_PEER_INPUTS} AFTER INSERT OR UPDATE OR DELETE ON {on} \
                     FOR EACH ROW EXECUTE FUNCTION {FORGET_PEER_INPUTS}()"
                );
                vec![(FORGET_PEER_INPUTS.to_owned(), sql)]
            }
            Dialect::Sqlite => {
                let events =
                    [("insert", "NEW.user_id"), ("update", "OLD.user_id, NEW.user_id"), ("delete", "OLD.user_id")];
                events
                    .map(|(event, users)| {
                        let name = format!("{FORGET_PEER_INPUTS}_{table}_{event}");
                        let sql = format!(
                            "CREATE TRIGGER {} AFTER {} ON {on} \
                             BEGIN DELETE FROM peer_inputs WHERE user_id IN ({users}); END",
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
/// The older application must never notice it, so it runs with the rights of whoever migrated,
/// reads owners of any type, and turns every failure into a line in the server's log. The lock,
/// which writers share, keeps whoever computes inputs from storing what this change makes untrue.
pub(crate) fn create_forget_peer_inputs(schema: &str) -> String {
    let inputs = format!("{}.peer_inputs", ident(schema));
    format!(
        "CREATE FUNCTION {FORGET_PEER_INPUTS}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  before text;
  after text;
BEGIN
  IF TG_OP <> 'INSERT' THEN before := OLD.user_id::text; END IF;
  IF TG_OP <> 'DELETE' THEN after := NEW.user_id::text; END IF;
  IF before ~ '^[1-9][0-9]{{0,9}}$' THEN
    PERFORM pg_advisory_xact_lock_shared({INPUTS_LOCK}, before::integer);
    DELETE FROM {inputs} WHERE user_id = before::integer;
  END IF;
  IF after IS DISTINCT FROM before AND after ~ '^[1-9][0-9]{{0,9}}$' THEN
    PERFORM pg_advisory_xact_lock_shared({INPUTS_LOCK}, after::integer);
    DELETE FROM {inputs} WHERE user_id = after::integer;
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE LOG 'orientor: derived peer inputs could not be dropped: %', SQLERRM;
  RETURN NULL;
END
$body$"
    )
}
