//! Keeping the derived inputs of matching true.
//!
//! Whoever changes what they are derived from, a trigger leaves a mark of the user, and inputs of a user
//! with a mark do not count. They are made, and the marks removed, in the transaction of our own change or
//! on next use. Of several who could make them one does, and nobody waits for it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use orientor_domain::peers::{PeerInputs, PersonalityDocument, ResultId, RiasecResult, Sources, derive};
use orientor_identity::UserId;
use orientor_store::{
    Database, StoreError, Tx,
    queries::{
        peers::Candidate,
        sources::{self, StoredSources},
    },
};
use serde_json::Value;

/// Users whose missing inputs are made in one transaction: few enough that the locks fit.
const BATCH: usize = 200;

/// The inputs of all candidates, in their order; those that are missing are made and stored.
pub(crate) async fn complete(
    database: &Database,
    candidates: Vec<Candidate>,
) -> Result<Vec<(UserId, PeerInputs)>, StoreError> {
    let mut known = Vec::with_capacity(candidates.len());
    let mut missing = Vec::new();
    for candidate in candidates {
        let inputs = candidate.inputs.and_then(|inputs| serde_json::from_value(inputs).ok());
        if inputs.is_none() {
            missing.push(candidate.user);
        }
        known.push((candidate.user, inputs));
    }
    let mut made = HashMap::with_capacity(missing.len());
    for batch in missing.chunks(BATCH) {
        made.extend(make(database, batch).await?);
    }
    let complete = known.into_iter().map(|(user, inputs)| {
        let inputs = inputs.or_else(|| made.remove(&user)).unwrap_or_default();
        (user, inputs)
    });
    Ok(complete.collect())
}

async fn make(database: &Database, users: &[UserId]) -> Result<HashMap<UserId, PeerInputs>, StoreError> {
    let mut tx = database.begin().await?;
    let inputs = make_within(&mut tx, users).await?;
    tx.commit().await?;
    Ok(inputs)
}

/// Derives the inputs of `users` from what the transaction sees, and stores those that nobody else is making.
///
/// To be called when the transaction has made all its changes: after this it must not wait for anybody.
pub(crate) async fn make_within(tx: &mut Tx, users: &[UserId]) -> Result<HashMap<UserId, PeerInputs>, StoreError> {
    let claimed = sources::claim(tx, users).await?;
    let stored = sources::load_within(tx, users).await?;
    let inputs: HashMap<UserId, PeerInputs> = stored.iter().map(|(user, stored)| (*user, derived(stored))).collect();
    let rows: Vec<(UserId, Value)> =
        claimed.iter().filter_map(|user| Some((*user, document(inputs.get(user)?)))).collect();
    sources::save(tx, &rows).await?;
    Ok(inputs)
}

fn document(inputs: &PeerInputs) -> Value {
    // A structure of sets and numbers always has a JSON form.
    serde_json::to_value(inputs).unwrap_or_default()
}

/// Applies the plain rules to what is stored.
fn derived(stored: &StoredSources) -> PeerInputs {
    let at_us = |at: Option<DateTime<Utc>>| at.map(|at| at.timestamp_micros());
    let riasec = stored.riasec.iter().map(|result| RiasecResult {
        at_us: at_us(result.at),
        id: match &result.id {
            Value::String(text) => ResultId::Text(text),
            other => ResultId::Number(other.as_i64().unwrap_or_default()),
        },
        scores: result.scores,
        code: result.code.as_deref(),
    });
    let personality = stored.personality.iter().filter_map(|profile| {
        let id = profile.id.unwrap_or_default();
        Some(PersonalityDocument { at_us: at_us(profile.at), id, scores: profile.scores.as_ref()? })
    });
    derive(&Sources {
        vector: stored.vector.as_ref(),
        profile_skills: &stored.skills,
        industry: stored.industry.as_deref(),
        active_goal_titles: &stored.goal_titles,
        riasec: riasec.collect(),
        personality: personality.collect(),
    })
}
