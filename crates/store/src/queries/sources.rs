//! What matching derives its inputs from, wherever it is stored.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door, JsonRow},
    owned::owner,
    schema::{Dialect, Kind, now},
};

use super::{among, array, object, parse};

/// First key of the advisory locks of those who make derived inputs; the second is the user.
const INPUTS_LOCK: i32 = 731_905;

/// Everything that is stored about one user and matters to matching.
#[derive(Clone, Debug, Default)]
pub struct StoredSources {
    /// `user_profiles.compatibility_vector` of the older application.
    pub vector: Option<Value>,
    /// `user_profiles.skills`.
    pub skills: Vec<String>,
    /// `user_profiles.industry`.
    pub industry: Option<String>,
    /// Titles of active career goals.
    pub goal_titles: Vec<String>,
    /// Results of interest tests.
    pub riasec: Vec<StoredRiasec>,
    /// Personality profiles.
    pub personality: Vec<StoredPersonality>,
}

/// A result of an interest test.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredRiasec {
    /// When it was taken.
    pub at: Option<DateTime<Utc>>,
    /// Key of the row: a number in `holland_assessments`, a text in `gca_results`.
    pub id: Value,
    /// R, I, A, S, E, C.
    pub scores: [Option<f64>; 6],
    /// The letters that were stored with it.
    pub code: Option<String>,
}

/// A row of `personality_profiles`.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredPersonality {
    /// When it was computed.
    pub at: Option<DateTime<Utc>>,
    /// Key of the row.
    pub id: Option<i64>,
    /// The document, in any of its shapes.
    pub scores: Option<Value>,
}

#[derive(Deserialize)]
struct Of<T> {
    #[serde(deserialize_with = "owner")]
    user_id: UserId,
    #[serde(flatten)]
    row: T,
}

#[derive(Deserialize)]
struct Profile {
    vector: Option<Value>,
    skills: Option<Value>,
    industry: Option<String>,
}

#[derive(Deserialize)]
struct Goal {
    title: String,
}

#[derive(Deserialize)]
struct Scores {
    at: Option<DateTime<Utc>>,
    id: Value,
    r: Option<f64>,
    i: Option<f64>,
    a: Option<f64>,
    s: Option<f64>,
    e: Option<f64>,
    c: Option<f64>,
    code: Option<String>,
}

/// The sources of each of `users`. Users without any are present and empty.
pub async fn load(database: &Database, users: &[UserId]) -> Result<HashMap<UserId, StoredSources>, StoreError> {
    Loader { door: Door::Database(database), users: array(users) }.all(users).await
}

/// The sources of each of `users`, as the transaction sees them.
pub async fn load_within(tx: &mut Tx, users: &[UserId]) -> Result<HashMap<UserId, StoredSources>, StoreError> {
    Loader { door: Door::Tx(tx), users: array(users) }.all(users).await
}

struct Loader<'a> {
    door: Door<'a>,
    users: String,
}

impl Loader<'_> {
    async fn all(mut self, users: &[UserId]) -> Result<HashMap<UserId, StoredSources>, StoreError> {
        let mut sources: HashMap<UserId, StoredSources> =
            users.iter().map(|user| (*user, StoredSources::default())).collect();
        self.profiles(&mut sources).await?;
        self.goals(&mut sources).await?;
        self.results(&mut sources, "gca_results", "created_at", "top_3_code", GCA_SCORES).await?;
        self.results(&mut sources, "holland_assessments", "completed_at", "holland_code", HOLLAND_SCORES).await?;
        self.personality(&mut sources).await?;
        Ok(sources)
    }

    async fn rows<T: serde::de::DeserializeOwned>(
        &mut self,
        table: &'static str,
        members: &[(&str, Kind, &str)],
        rest: &str,
    ) -> Result<Vec<Of<T>>, StoreError> {
        let dialect = self.door.dialect();
        let owner = [("user_id", Kind::Integer, "o.user_id")];
        let row = object(dialect, &[owner.as_slice(), members].concat());
        let theirs = among(dialect, "o.user_id", "$1");
        let sql = format!("SELECT {row}, NULL FROM {table} o WHERE {theirs} {rest}");
        let rows = self.door.read(&sql, &[Arg::Text(&self.users)]).await?;
        // A row that does not have its shape is damage: it counts for nothing, and breaks nobody's request.
        Ok(rows.iter().filter_map(|row| parse(table, row).ok()).collect())
    }

    async fn profiles(&mut self, sources: &mut HashMap<UserId, StoredSources>) -> Result<(), StoreError> {
        let members = [
            ("vector", Kind::Jsonb, "o.compatibility_vector"),
            ("skills", Kind::TextList, "o.skills"),
            ("industry", Kind::Text, "o.industry"),
        ];
        let rows: Vec<Of<Profile>> = self.rows("user_profiles", &members, "ORDER BY o.updated_at, o.id").await?;
        // Where a user has several, the one that was changed last is read last and stays.
        for Of { user_id, row } in rows {
            if let Some(sources) = sources.get_mut(&user_id) {
                sources.vector = row.vector;
                sources.skills = texts(row.skills);
                sources.industry = row.industry;
            }
        }
        Ok(())
    }

    async fn goals(&mut self, sources: &mut HashMap<UserId, StoredSources>) -> Result<(), StoreError> {
        let active = "AND o.title IS NOT NULL AND (o.is_active IS NULL OR o.is_active) ORDER BY o.id";
        for Of { user_id, row } in
            self.rows::<Goal>("career_goals", &[("title", Kind::Text, "o.title")], active).await?
        {
            if let Some(sources) = sources.get_mut(&user_id) {
                sources.goal_titles.push(row.title);
            }
        }
        Ok(())
    }

    async fn results(
        &mut self,
        sources: &mut HashMap<UserId, StoredSources>,
        table: &'static str,
        at: &str,
        code: &str,
        columns: [&str; 6],
    ) -> Result<(), StoreError> {
        let (at, code) = (format!("o.{at}"), format!("o.{code}"));
        let id = if table == "gca_results" { Kind::Text } else { Kind::Integer };
        let columns = columns.map(|column| format!("o.{column}"));
        let mut members =
            vec![("at", Kind::Time, at.as_str()), ("id", id, "o.id"), ("code", Kind::Text, code.as_str())];
        let letters = ["r", "i", "a", "s", "e", "c"];
        members.extend(letters.into_iter().zip(&columns).map(|(letter, column)| (letter, Kind::Real, column.as_str())));
        for Of { user_id, row } in self.rows::<Scores>(table, &members, "").await? {
            if let Some(sources) = sources.get_mut(&user_id) {
                let scores = [row.r, row.i, row.a, row.s, row.e, row.c];
                sources.riasec.push(StoredRiasec { at: row.at, id: row.id, scores, code: row.code });
            }
        }
        Ok(())
    }

    async fn personality(&mut self, sources: &mut HashMap<UserId, StoredSources>) -> Result<(), StoreError> {
        let members =
            [("at", Kind::Time, "o.computed_at"), ("id", Kind::Integer, "o.id"), ("scores", Kind::Jsonb, "o.scores")];
        for Of { user_id, row } in self.rows("personality_profiles", &members, "").await? {
            if let Some(sources) = sources.get_mut(&user_id) {
                sources.personality.push(row);
            }
        }
        Ok(())
    }
}

const GCA_SCORES: [&str; 6] = ["r_score", "i_score", "a_score", "s_score", "e_score", "c_score"];
const HOLLAND_SCORES: [&str; 6] = [
    "realistic_score",
    "investigative_score",
    "artistic_score",
    "social_score",
    "enterprising_score",
    "conventional_score",
];

/// The texts of a list; anything else in it is damage and left out.
fn texts(list: Option<Value>) -> Vec<String> {
    match list {
        Some(Value::Array(items)) => items.into_iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

/// Takes over, for the rest of the transaction, those of `users` whose inputs nobody else is making,
/// and removes the marks of changes that can be seen so far.
///
/// To be called before anything is read that the inputs are derived from, and after everything that the
/// transaction changes itself. What is read later shows at least the changes whose marks are gone here; a
/// change that is committed after this leaves its mark, and the inputs do not count.
///
/// It never waits, and nothing that [`load_within`] and [`save`] do after it waits either: their rows in
/// `peer_inputs` belong to the users whose rows are held here, which keeps them from being deleted, and to
/// nobody but the holder of the lock. So no other transaction can be in a circle of waiting with it.
/// Somebody who is left out loses nothing: marks stay, and the next use makes the inputs.
pub async fn claim(tx: &mut Tx, users: &[UserId]) -> Result<Vec<UserId>, StoreError> {
    let dialect = tx.dialect();
    let lock = if dialect == Dialect::Postgres { "FOR KEY SHARE SKIP LOCKED" } else { "" };
    let sql = format!("SELECT CAST(u.id AS text), NULL FROM users u WHERE {} {lock}", among(dialect, "u.id", "$1"));
    let mut claimed = numbers(&tx.rows(&sql, &[Arg::Text(&array(users))]).await?);
    if dialect == Dialect::Postgres {
        let sql = format!(
            "SELECT n, NULL FROM jsonb_array_elements_text($1::jsonb) AS n \
             WHERE pg_try_advisory_xact_lock({INPUTS_LOCK}, n::integer)"
        );
        claimed = numbers(&tx.rows(&sql, &[Arg::Text(&array(&claimed))]).await?);
    }
    // Only a statement that begins after the lock was taken sees all that the maker before us has removed and stored.
    let sql = format!("DELETE FROM peer_changes WHERE {} RETURNING '', NULL", among(dialect, "whose", "$1"));
    tx.rows(&sql, &[Arg::Text(&array(&claimed))]).await?;
    Ok(claimed)
}

/// The users of rows whose first column is a number, each once.
fn numbers(rows: &[JsonRow]) -> Vec<UserId> {
    let users: BTreeSet<UserId> =
        rows.iter().filter_map(|(number, _)| UserId::from_row(number.parse().ok()?).ok()).collect();
    users.into_iter().collect()
}

/// Stores derived inputs: pairs of a user and a JSON document.
///
/// The users must be claimed by this transaction.
pub async fn save(tx: &mut Tx, inputs: &[(UserId, Value)]) -> Result<(), StoreError> {
    let rows: Vec<Value> = inputs.iter().map(|(user, inputs)| serde_json::json!({ "u": user, "i": inputs })).collect();
    let dialect = tx.dialect();
    let (from, user, document) = match dialect {
        Dialect::Postgres => {
            ("jsonb_array_elements($1::jsonb) AS e (value)", "(e.value ->> 'u')::integer", "e.value -> 'i'")
        }
        Dialect::Sqlite => ("json_each($1) AS e", "json_extract(e.value, '$.u')", "json_extract(e.value, '$.i')"),
    };
    let now = now(dialect);
    // SQLite takes ON CONFLICT for a join if there is no WHERE before it.
    let sql = format!(
        "INSERT INTO peer_inputs (user_id, inputs, source, computed_at) SELECT {user}, {document}, 'rules', {now} \
         FROM {from} WHERE true ON CONFLICT (user_id) DO UPDATE SET inputs = excluded.inputs, source = excluded.source, \
         computed_at = excluded.computed_at RETURNING '', NULL"
    );
    tx.rows(&sql, &[Arg::Text(&Value::Array(rows).to_string())]).await?;
    Ok(())
}
