//! Stored scores of personality tests.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Kind},
};

use super::{object, parse_all};

/// Profiles of one user that are looked at, the newest of them; nobody has near as many.
const MOST: i64 = 100;

/// Stored scores, of whatever kind, and the sitting that they came from.
#[derive(Clone, Debug, Deserialize)]
pub struct Profile {
    /// The key.
    pub id: i64,
    /// The document; its kind has to be told by its members.
    #[serde(default)]
    pub scores: Value,
    /// By name, as computed then.
    #[serde(default)]
    pub percentile_ranks: Value,
    /// By name, as computed then.
    #[serde(default)]
    pub reliability_estimates: Value,
    /// A text about the scores.
    pub narrative_description: Option<String>,
    /// The version of what was answered.
    pub assessment_version: Option<String>,
    /// When the scores were computed.
    pub computed_at: Option<DateTime<Utc>>,
    /// When they were stored.
    pub created_at: Option<DateTime<Utc>>,
    /// What the sitting was of.
    pub sitting_type: Option<String>,
    /// How many items it had.
    pub total_items: Option<i64>,
    /// How many were answered.
    pub completed_items: Option<i64>,
}

/// The user's profiles, the one that was computed last first.
pub async fn profiles(database: &Database, user: UserId) -> Result<Vec<Profile>, StoreError> {
    find(&mut Door::Database(database), user).await
}

/// The same, as part of a transaction.
pub async fn profiles_within(tx: &mut Tx, user: UserId) -> Result<Vec<Profile>, StoreError> {
    find(&mut Door::Tx(tx), user).await
}

async fn find(door: &mut Door<'_>, user: UserId) -> Result<Vec<Profile>, StoreError> {
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("id", Kind::Integer, "p.id"),
            ("scores", Kind::Json, "p.scores"),
            ("percentile_ranks", Kind::Json, "p.percentile_ranks"),
            ("reliability_estimates", Kind::Json, "p.reliability_estimates"),
            ("narrative_description", Kind::Text, "p.narrative_description"),
            ("assessment_version", Kind::Text, "p.assessment_version"),
            ("computed_at", Kind::Time, "p.computed_at"),
            ("created_at", Kind::Time, "p.created_at"),
            ("sitting_type", Kind::Text, "a.assessment_type"),
            ("total_items", Kind::Integer, "a.total_items"),
            ("completed_items", Kind::Integer, "a.completed_items"),
        ],
    );
    let computed = match dialect {
        Dialect::Postgres => "p.computed_at",
        Dialect::Sqlite => "julianday(p.computed_at)",
    };
    let sql = format!(
        "SELECT {row}, NULL FROM personality_profiles p \
         LEFT JOIN personality_assessments a ON a.id = p.assessment_id AND a.user_id = p.user_id \
         WHERE p.user_id = $1 ORDER BY {computed} DESC NULLS LAST, p.id DESC LIMIT {MOST}"
    );
    let rows = door.read(&sql, &[Arg::Number(user.get())]).await?;
    parse_all("personality_profiles", &rows)
}
