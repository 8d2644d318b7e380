//! Finds the users table and its columns, and says why it thinks so.

use sqlx::Row as _;

use super::{Choices, Holder, People, shape};
use crate::{
    catalogue::{Catalogue, Column, Relation},
    error::{Asking, DoctorError},
    references::References,
    session::Worker,
    sql::{ident, literal},
    words::{names_email, names_people, names_subject, singular_name, snake, words},
};

/// Rows that are looked at to tell what a text column holds.
const SAMPLE: u32 = 2_000;

/// What the values of a text column look like.
#[derive(Clone, Debug)]
struct Look {
    column: Column,
    filled: i64,
    mails: i64,
    subjects: i64,
}

impl Look {
    fn is_mail(&self) -> bool {
        self.filled > 0 && self.mails * 2 > self.filled
    }

    fn is_subject(&self) -> bool {
        self.filled > 0 && self.subjects * 2 > self.filled
    }
}

/// Finds the users table, its key, its e-mail column, and the provider's ids if they are in it.
pub(crate) async fn find(
    worker: &mut Worker,
    catalogue: &Catalogue,
    choices: &Choices,
    schemas: &[String],
) -> Result<People, DoctorError> {
    let mut because = Vec::new();
    let table = match &choices.users_table {
        Some(name) => {
            because.push(format!("the users table was named by the operator: {name}"));
            named_table(catalogue, name)?
        }
        None => by_evidence(catalogue, schemas, &mut because)?,
    };
    let id = match &choices.users_id {
        Some(name) => named_column(table, name)?,
        None => key(catalogue, table).ok_or_else(|| {
            DoctorError::NotThere(format!("{} has no integer key; name one with --users-id", table.name))
        })?,
    };
    if !id.is_integer() {
        return Err(DoctorError::NotThere(format!(
            "{}.{} does not hold integers; the doctor is for databases whose users have integer ids",
            table.name, id.name
        )));
    }
    let looks = looks(worker, table, |column| column.number != id.number).await.map_err(DoctorError::Catalogue)?;
    let email = match &choices.email {
        Some(name) => Some(named_column(table, name)?.clone()),
        None => looks
            .iter()
            .filter(|look| names_email(&look.column.name) || look.is_mail())
            .max_by_key(|look| {
                (names_email(&look.column.name), look.is_mail(), look.mails, -i32::from(look.column.number))
            })
            .map(|look| look.column.clone()),
    };
    if let Some(email) = &email {
        because.push(format!("{} holds e-mail addresses", email.name));
    }
    let own = match &choices.subject {
        Some(name) if !name.contains('.') || table.column(name).is_some() => Some(named_column(table, name)?.clone()),
        Some(_) => None,
        None => looks
            .iter()
            .filter(|look| Some(look.column.number) != email.as_ref().map(|email| email.number))
            .filter(|look| look.is_subject() || names_subject(&look.column.name) >= 2)
            .max_by_key(|look| (look.is_subject(), names_subject(&look.column.name), look.subjects))
            .map(|look| look.column.clone()),
    };
    let mut subjects = Vec::new();
    if let Some(column) = own {
        because.push(format!("{} holds the provider's ids", column.name));
        let shapes = shape::learn(worker, table, &column, None).await.map_err(DoctorError::Catalogue)?;
        subjects.push(Holder { table: table.oid, column, user: None, provider: None, shapes });
    }
    Ok(People { table: table.oid, id: id.clone(), email, subjects, deleted: deleted(table), profile: None, because })
}

/// Once references are known: the profile table, and provider's ids that are kept beside the users table.
pub(crate) async fn find_beside(
    worker: &mut Worker,
    catalogue: &Catalogue,
    choices: &Choices,
    references: &References,
    people: &mut People,
) -> Result<(), DoctorError> {
    people.profile = profile(catalogue, choices, references, people)?;
    if let Some((table, column)) = people.profile
        && let Some(table) = catalogue.table(table)
    {
        people.because.push(format!(
            "{} holds one profile for each user, by {}",
            table.name,
            catalogue.names(table.oid, &[column])
        ));
    }
    let chosen =
        choices.subject.as_deref().filter(|_| people.own_subject().is_none()).and_then(|name| name.rsplit_once('.'));
    let mut seen = Vec::new();
    for reference in references.users.iter().filter(|it| it.when.is_none() && it.table != people.table) {
        let Some(table) = catalogue.table(reference.table) else { continue };
        if seen.contains(&table.oid) || !may_hold_identities(&table.name) {
            continue;
        }
        seen.push(table.oid);
        let named = |column: &Column| match chosen {
            Some((of, name)) => of == table.name && column.name == name,
            None => true,
        };
        let looks = looks(worker, table, |column| named(column) && column.number != reference.column.number).await;
        // A table that cannot be read is reported by the checks that look at it.
        let Ok(looks) = looks else { continue };
        let best = looks
            .iter()
            .filter(|look| look.is_subject() || names_subject(&look.column.name) > 0 && !look.is_mail())
            .max_by_key(|look| (look.is_subject(), names_subject(&look.column.name), look.subjects));
        let Some(best) = best.filter(|best| chosen.is_some() || holds(catalogue, people, table, best)) else {
            continue;
        };
        let provider = table.columns.iter().find(|column| {
            let name = snake(&column.name);
            column.is_text()
                && ["provider", "issuer", "idp", "source", "connection", "instance"].contains(&name.as_str())
                || column.is_text() && name.ends_with("_provider")
        });
        people.because.push(format!("{}.{} holds the provider's ids", table.name, best.column.name));
        let shapes = shape::learn(worker, table, &best.column, provider).await.map_err(DoctorError::Catalogue)?;
        people.subjects.push(Holder {
            table: table.oid,
            column: best.column.clone(),
            user: Some(reference.column.clone()),
            provider: provider.cloned(),
            shapes,
        });
    }
    Ok(())
}

/// Whether ids in this column say who the user is, and are not only mentioned.
fn holds(catalogue: &Catalogue, people: &People, table: &Relation, look: &Look) -> bool {
    let unique = catalogue.indexes_of(table.oid).any(|it| it.unique && it.keys.contains(&look.column.number));
    let words = words(&table.name);
    let named = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "identity" | "identities" | "login" | "logins" | "credential" | "credentials" | "link" | "links"
        ) || word == "auth"
            || word.starts_with("oauth")
    });
    let profile = people.profile.is_some_and(|(profile, _)| profile == table.oid);
    let certain = look.is_subject() || names_subject(&look.column.name) >= 2;
    if people.own_subject().is_some() {
        return unique && certain && (named || profile);
    }
    certain && (unique || named || profile) || named && unique
}

/// Logs and tombstones mention ids; they do not say whose they are.
fn may_hold_identities(table: &str) -> bool {
    let log = [
        "tombstone",
        "event",
        "log",
        "history",
        "audit",
        "archive",
        "webhook",
        "message",
        "backup",
        "session",
        "token",
    ];
    !words(table).iter().any(|word| log.contains(&crate::words::singular(word).as_str()))
}

fn named_table<'a>(catalogue: &'a Catalogue, name: &str) -> Result<&'a Relation, DoctorError> {
    let whole = catalogue.table_named(None, name);
    let split = || name.split_once('.').and_then(|(schema, table)| catalogue.table_named(Some(schema), table));
    whole.or_else(split).ok_or_else(|| {
        DoctorError::NotThere(format!("there is no table {name}, or it is in several schemas; write schema.table"))
    })
}

fn named_column<'a>(table: &'a Relation, name: &str) -> Result<&'a Column, DoctorError> {
    table.column(name).ok_or_else(|| DoctorError::NotThere(format!("{} has no column {name}", table.name)))
}

/// The single integer column that is the key, or would be if there were one.
fn key<'a>(catalogue: &Catalogue, table: &'a Relation) -> Option<&'a Column> {
    if let [only] = catalogue.primary_key(table.oid)
        && let Some(column) = table.columns.iter().find(|it| it.number == *only && it.is_integer())
    {
        return Some(column);
    }
    let referred = catalogue.constraints.iter().filter(|it| it.kind == 'f' && it.target == table.oid);
    let mut referred = referred.flat_map(|it| it.target_columns.iter());
    let by_reference = table.columns.iter().find(|it| it.is_integer() && referred.any(|number| *number == it.number));
    let single = singular_name(&table.name);
    let by_name = |column: &&Column| {
        let name = snake(&column.name);
        column.is_integer() && (name == "id" || name == format!("{single}_id") || name == format!("{single}id"))
    };
    // Of a key of several columns, the one that other tables refer to or that is called like a key.
    by_reference.or_else(|| table.columns.iter().find(by_name))
}

fn by_evidence<'a>(
    catalogue: &'a Catalogue,
    schemas: &[String],
    because: &mut Vec<String>,
) -> Result<&'a Relation, DoctorError> {
    let mut best: Option<(i32, &Relation, Vec<String>)> = None;
    for table in catalogue.tables().filter(|it| schemas.is_empty() || schemas.contains(&it.schema)) {
        let Some(id) = key(catalogue, table) else { continue };
        let (mut score, mut reasons) = (0, Vec::new());
        let mut count = |points: i32, reason: String| {
            if points != 0 {
                score += points;
                reasons.push(reason);
            }
        };
        count(2 * names_people(&table.name), "its name".to_owned());
        let referring: Vec<i64> = catalogue
            .constraints
            .iter()
            .filter(|it| it.kind == 'f' && it.target == table.oid && it.table != table.oid)
            .map(|it| it.table)
            .collect();
        let tables = referring.iter().collect::<std::collections::BTreeSet<_>>().len();
        count(i32::try_from(tables).unwrap_or(i32::MAX).min(8), format!("{tables} tables refer to it"));
        let single = singular_name(&table.name);
        let named = catalogue
            .tables()
            .filter(|it| it.oid != table.oid)
            .flat_map(|it| &it.columns)
            .filter(|column| {
                let name = snake(&column.name);
                name == format!("{single}_id") || names_people(&table.name) >= 4 && name == "user_id"
            })
            .count();
        count(i32::try_from(named).unwrap_or(i32::MAX).min(6), format!("{named} columns are named after it"));
        let has = |fits: &dyn Fn(&str) -> bool| table.columns.iter().any(|it| it.is_text() && fits(&it.name));
        count(4 * i32::from(has(&names_email)), "it has an e-mail address".to_owned());
        count(4 * i32::from(has(&|name| names_subject(name) >= 2)), "it has a provider's id".to_owned());
        let personal = [
            "first_name",
            "last_name",
            "username",
            "display_name",
            "password",
            "hashed_password",
            "password_hash",
            "is_active",
            "last_login",
        ];
        let personal = table.columns.iter().filter(|it| personal.contains(&snake(&it.name).as_str())).count();
        count(i32::try_from(personal).unwrap_or_default().min(3), "it has names or passwords".to_owned());
        let depends = catalogue.foreign_keys_of(table.oid).any(|it| it.columns.contains(&id.number));
        count(-6 * i32::from(depends), String::new());
        let aside = words(&table.name).iter().any(|word| {
            let word = crate::words::singular(word);
            ["profile", "log", "event", "history", "session", "setting", "role", "audit", "backup", "archive"]
                .contains(&word.as_str())
        });
        count(-6 * i32::from(aside), String::new());
        // Somebody has to look like a person, however many tables refer to it.
        let human = names_people(&table.name) > 0 || has(&names_email) || has(&|name| names_subject(name) >= 2);
        if human && score >= 6 && best.as_ref().is_none_or(|(most, ..)| score > *most) {
            reasons.retain(|reason| !reason.is_empty());
            best = Some((score, table, reasons));
        }
    }
    let (_, table, reasons) = best.ok_or(DoctorError::NoUsers)?;
    because.push(format!("{}.{} holds the users: {}", table.schema, table.name, reasons.join(", ")));
    Ok(table)
}

/// What the text columns of a table hold, by a sample.
async fn looks(worker: &mut Worker, table: &Relation, wanted: impl Fn(&Column) -> bool) -> Result<Vec<Look>, Asking> {
    let columns: Vec<&Column> = table.columns.iter().filter(|column| column.is_text() && wanted(column)).collect();
    if columns.is_empty() {
        return Ok(Vec::new());
    }
    let counts = columns.iter().map(|column| {
        // A long value is no id and no address, and is not worth unpacking.
        let name = ident(&column.name);
        let value = format!("CASE WHEN pg_column_size({name}) < 400 THEN btrim({name}::text) ELSE '' END");
        format!(
            "count(nullif({value}, '')), count(*) FILTER (WHERE {value} ~ '^[^@[:space:]]+@[^@[:space:]]+$'), \
             count(*) FILTER (WHERE {value} ~ {})",
            literal(shape::KNOWN)
        )
    });
    let names = columns.iter().map(|column| ident(&column.name));
    let sql = format!(
        "SELECT {} FROM (SELECT {} FROM {} LIMIT {SAMPLE}) AS s",
        counts.collect::<Vec<_>>().join(", "),
        names.collect::<Vec<_>>().join(", "),
        table.from()
    );
    let rows = worker.rows(&sql, &[]).await?;
    let Some(row) = rows.first() else { return Ok(Vec::new()) };
    let mut looks = Vec::new();
    for (at, column) in columns.into_iter().enumerate() {
        looks.push(Look {
            column: column.clone(),
            filled: row.try_get(at * 3)?,
            mails: row.try_get(at * 3 + 1)?,
            subjects: row.try_get(at * 3 + 2)?,
        });
    }
    Ok(looks)
}

/// The condition over `u` that says a user is deleted though the row is there.
fn deleted(table: &Relation) -> Option<String> {
    let mut conditions = Vec::new();
    for column in &table.columns {
        let name = snake(&column.name);
        let sql = crate::sql::column("u", &column.name);
        match name.as_str() {
            "deleted_at" | "removed_at" | "deleted_on" | "erased_at" | "anonymized_at" | "anonymised_at"
                if column.is_time() =>
            {
                conditions.push(format!("{sql} IS NOT NULL"));
            }
            "is_deleted" | "deleted" | "is_removed" if column.category == 'B' => conditions.push(sql),
            "is_deleted" | "deleted" if column.is_integer() => conditions.push(format!("{sql} <> 0")),
            "status" | "state" | "account_status" if column.is_text() || column.category == 'E' => {
                conditions.push(format!(
                    "lower({sql}::text) IN ('deleted', 'removed', 'erased', 'anonymized', 'anonymised')"
                ));
            }
            _ => {}
        }
    }
    (!conditions.is_empty()).then(|| format!("({})", conditions.join(" OR ")))
}

/// The table with one row for each user: called a profile, and kept apart by its user column or meant to be.
fn profile(
    catalogue: &Catalogue,
    choices: &Choices,
    references: &References,
    people: &People,
) -> Result<Option<(i64, i16)>, DoctorError> {
    if let Some(name) = &choices.profile_table {
        let table = named_table(catalogue, name)?;
        let reference = references.users.iter().find(|it| it.table == table.oid);
        return match reference {
            Some(reference) => Ok(Some((table.oid, reference.column.number))),
            None => Err(DoctorError::NotThere(format!("no column of {name} refers to a user"))),
        };
    }
    let person = people.person(catalogue);
    let candidates =
        references.users.iter().filter(|it| it.table != people.table && it.when.is_none()).filter_map(|it| {
            let table = catalogue.table(it.table)?;
            let name = singular_name(&table.name);
            let last = name.rsplit('_').next().unwrap_or(&name);
            let unique = catalogue.is_unique(table.oid, &[it.column.number]);
            let rank = if name == "profile" || name == format!("{person}_profile") || name == "user_profile" {
                4
            } else if last == "profile" && unique {
                3
            } else if ["detail", "info", "extra", "data"].contains(&last) && unique {
                1
            } else {
                return None;
            };
            Some((rank + i32::from(unique), table.oid, it.column.number))
        });
    Ok(candidates.max_by_key(|(rank, table, _)| (*rank, -*table)).map(|(_, table, column)| (table, column)))
}
