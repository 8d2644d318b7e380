//! Keeping the derived inputs of matching true.
//!
//! They are recomputed in the transaction that changes what they are derived from. A
//! trigger drops them when another program writes, and then they are made on next use.

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

/// Takes the lock on the inputs of `user`, before anything that they depend on is read or changed.
pub(crate) async fn lock(tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    sources::lock(tx, user).await
}

/// Recomputes the inputs of `user` from what the transaction sees.
pub(crate) async fn recompute(tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    let stored = sources::load_within(tx, &[user]).await?;
    let inputs = stored.get(&user).map(derived).unwrap_or_default();
    sources::save(tx, &[(user, document(&inputs))]).await
}

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

/// Derives the inputs of `users`, and stores those of whom nobody is changing at this moment.
async fn make(database: &Database, users: &[UserId]) -> Result<HashMap<UserId, PeerInputs>, StoreError> {
    let mut tx = database.begin().await?;
    let locked = sources::try_lock(&mut tx, users).await?;
    let stored = sources::load_within(&mut tx, users).await?;
    let inputs: HashMap<UserId, PeerInputs> = stored.iter().map(|(user, stored)| (*user, derived(stored))).collect();
    let rows: Vec<(UserId, Value)> =
        locked.iter().filter_map(|user| Some((*user, document(inputs.get(user)?)))).collect();
    sources::save(&mut tx, &rows).await?;
    tx.commit().await?;
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
