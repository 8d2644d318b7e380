//! The triggers that tell every server what has changed, whoever changes it.
//!
//! PostgreSQL notifies the channel of the users table of Clerk ids and numbers of users, divided by commas, or `*` for
//! everything. SQLite, which cannot notify, counts an epoch.

use super::{
    Dialect, ObjectKind, SchemaObject, UsersTable,
    schema::Builder,
    statements::{literal, quote},
};

/// Rows of one statement that are told one by one.
const MANY: usize = 1_000;
/// Bytes of one notification, before the last word: PostgreSQL takes less than 8,000, and a word has 70 at most.
const PAYLOAD: usize = 7_900;
/// Bytes of a name in PostgreSQL.
const NAME: usize = 63;
/// The table with the epoch of SQLite.
const EPOCH: &str = "identity_epoch";

/// The channel of PostgreSQL that the changes are told on. Other tables of the same name in the database
/// may share it, which costs some reads.
pub(super) fn channel(users: &UsersTable) -> String {
    let mut name = format!("identity_{}", users.table);
    name.truncate(name.floor_char_boundary(NAME));
    name
}

/// Asks for the epoch.
pub(super) fn epoch() -> String {
    format!("SELECT CAST(coalesce(max(epoch), 0) AS bigint) FROM {EPOCH}")
}

/// What tells of the changes of one users table and of the tables beside it.
pub(super) fn objects(builder: &Builder<'_>) -> Vec<SchemaObject> {
    let users = builder.users;
    let (id, subject) = (users.id.as_str(), users.subject.as_deref());
    let told = [
        Told {
            table: &users.table,
            key: vec![id],
            named: [Some(id), subject].into_iter().flatten().collect(),
            // Nobody can remember a user who was not there; somebody may have been refused whose row it is.
            named_when_new: subject.into_iter().collect(),
            watched: [Some(id), subject, users.active.as_deref()].into_iter().flatten().collect(),
        },
        Told {
            table: "identity_links",
            key: vec!["issuer", "subject"],
            named: vec!["subject"],
            named_when_new: vec!["subject"],
            watched: vec!["issuer", "subject", "user_id", "state"],
        },
        Told {
            table: "identity_tombstones",
            key: vec!["issuer", "subject"],
            named: vec!["subject"],
            named_when_new: vec!["subject"],
            watched: vec!["issuer", "subject"],
        },
    ];
    match builder.dialect {
        Dialect::Postgres => told.iter().flat_map(|told| told.postgres(builder)).collect(),
        Dialect::Sqlite => {
            let epoch = SchemaObject { derived: true, ..builder.table(EPOCH, "  epoch integer PRIMARY KEY") };
            [epoch].into_iter().chain(told.iter().flat_map(|told| told.sqlite(builder))).collect()
        }
    }
}

/// A table whose changes are told.
struct Told<'a> {
    table: &'a str,
    /// The columns by which a row is found again after an update.
    key: Vec<&'a str>,
    /// The columns whose values are told.
    named: Vec<&'a str>,
    /// The same of a row that is new.
    named_when_new: Vec<&'a str>,
    /// The columns whose update matters.
    watched: Vec<&'a str>,
}

impl Told<'_> {
    fn name(&self, event: &str) -> String {
        format!("identity_tell_{}_{event}", self.table)
    }

    fn trigger(&self, builder: &Builder<'_>, event: &str, rest: &str) -> SchemaObject {
        let (name, table) = (self.name(event), builder.qualified(self.table));
        let on = match builder.dialect {
            Dialect::Postgres => format!(" ON {table}"),
            Dialect::Sqlite => String::new(),
        };
        SchemaObject {
            kind: ObjectKind::Trigger,
            create: format!("CREATE TRIGGER {} {rest}", quote(&name)),
            drop: format!("DROP TRIGGER {}{on}", quote(&name)),
            name,
            on_table: self.table.to_owned(),
            derived: false,
        }
    }

    fn postgres(&self, builder: &Builder<'_>) -> Vec<SchemaObject> {
        let name = format!("identity_tell_{}", self.table);
        let function = builder.qualified(&name);
        let on = builder.qualified(self.table);
        let mut objects = vec![SchemaObject {
            kind: ObjectKind::Function,
            create: self.function(&function, &channel(builder.users)),
            drop: format!("DROP FUNCTION {function}()"),
            on_table: self.table.to_owned(),
            name,
            derived: false,
        }];
        let events = [
            ("insert", "INSERT", "REFERENCING NEW TABLE AS new_rows "),
            ("update", "UPDATE", "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows "),
            ("delete", "DELETE", "REFERENCING OLD TABLE AS old_rows "),
            ("truncate", "TRUNCATE", ""),
        ];
        for (event, after, rows) in events {
            if event == "insert" && self.named_when_new.is_empty() {
                continue;
            }
            let rest = format!("AFTER {after} ON {on} {rows}FOR EACH STATEMENT EXECUTE FUNCTION {function}()");
            objects.push(self.trigger(builder, event, &rest));
        }
        objects
    }

    /// The function behind the triggers in PostgreSQL.
    ///
    /// The older application must never notice it: it runs with the rights of whoever migrated, waits for nobody, and
    /// where anything fails it tells everybody to forget everything. An update that changes nothing of interest tells nothing.
    fn function(&self, function: &str, channel: &str) -> String {
        let columns = |row: &str, columns: &[&str]| {
            let columns: Vec<String> = columns.iter().map(|column| format!("{row}.{}", quote(column))).collect();
            columns.join(", ")
        };
        let words = |parts: &[(&str, &[&str])]| {
            let words = parts.iter().flat_map(|(row, columns)| {
                columns.iter().map(move |column| format!("CAST({row}.{} AS text)", quote(column)))
            });
            words.collect::<Vec<_>>().join(", ")
        };
        let same = self.key.iter().map(|column| format!("o.{0} = n.{0}", quote(column))).collect::<Vec<_>>();
        let inserted = if self.named_when_new.is_empty() {
            String::new()
        } else {
            format!(
                "
  ELSIF TG_OP = 'INSERT' THEN
    each := {};
    whom := ARRAY(SELECT unnest(ARRAY[{}]) FROM new_rows AS n LIMIT {MANY} * each + 1);",
                self.named_when_new.len(),
                words(&[("n", &self.named_when_new)]),
            )
        };
        format!(
            "CREATE FUNCTION {function}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  whom text[];
  each integer;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    PERFORM pg_notify({channel}, '*');
    RETURN NULL;{inserted}
  ELSIF TG_OP = 'DELETE' THEN
    each := {deleted_each};
    whom := ARRAY(SELECT unnest(ARRAY[{deleted}]) FROM old_rows AS o LIMIT {MANY} * each + 1);
  ELSE
    each := {updated_each};
    whom := ARRAY(SELECT unnest(ARRAY[{updated}])
      FROM old_rows AS o FULL JOIN new_rows AS n ON {same}
      WHERE ROW({old}) IS DISTINCT FROM ROW({new}) LIMIT {MANY} * each + 1);
  END IF;
  IF cardinality(whom) > {MANY} * each THEN
    PERFORM pg_notify({channel}, '*');
  ELSE
    PERFORM pg_notify({channel}, string_agg(p.word, ','))
    FROM (SELECT w.word, (sum(octet_length(w.word) + 1) OVER (ORDER BY w.word) - 1) / {PAYLOAD} AS part
      FROM (SELECT DISTINCT u.word COLLATE \"C\" AS word FROM unnest(whom) AS u (word)
        WHERE u.word COLLATE \"C\" ~ '^(user_[A-Za-z0-9]{{1,64}}|[1-9][0-9]{{0,18}})$') AS w) AS p
    GROUP BY p.part;
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE LOG 'identity: a change could not be told, so everybody is read again: %', SQLERRM;
  PERFORM pg_notify({channel}, '*');
  RETURN NULL;
END
$body$",
            channel = literal(channel),
            deleted_each = self.named.len(),
            deleted = words(&[("o", &self.named)]),
            updated_each = 2 * self.named.len(),
            updated = words(&[("o", &self.named), ("n", &self.named)]),
            same = same.join(" AND "),
            old = columns("o", &self.watched),
            new = columns("n", &self.watched),
        )
    }

    fn sqlite(&self, builder: &Builder<'_>) -> Vec<SchemaObject> {
        // Two plain statements: one that resolves a conflict would do it as the statement of the application says.
        let body = format!(
            "BEGIN INSERT INTO {EPOCH} (epoch) SELECT coalesce(max(epoch), 0) + 1 FROM {EPOCH}; \
             DELETE FROM {EPOCH} WHERE epoch < (SELECT max(epoch) FROM {EPOCH}); END"
        );
        let on = quote(self.table);
        let columns = self.watched.iter().map(|column| quote(column)).collect::<Vec<_>>();
        let differ = columns.iter().map(|column| format!("OLD.{column} IS NOT NEW.{column}")).collect::<Vec<_>>();
        let update = format!("AFTER UPDATE OF {} ON {on} WHEN {} {body}", columns.join(", "), differ.join(" OR "));
        vec![
            // Of new users, too: one may replace another, whose deletion SQLite then does not tell.
            self.trigger(builder, "insert", &format!("AFTER INSERT ON {on} {body}")),
            self.trigger(builder, "update", &update),
            self.trigger(builder, "delete", &format!("AFTER DELETE ON {on} {body}")),
        ]
    }
}
