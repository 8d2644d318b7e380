//! The first questions that new users answer.
//!
//! Answers are texts, and no rule makes a personality of texts. So none is made: what a client has computed is not
//! believed, and who skips the questions has no profile rather than a neutral one. Profiles that the older application
//! stored are still read.

use chrono::{DateTime, Utc};
use orientor_domain::personality::Scores;
use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, Patch, StoreError, Tx,
    queries::{account, onboarding, personality},
    tables::{
        personality_assessment::{self, PersonalityAssessment},
        personality_response::{self, PersonalityResponse},
    },
    value::{OutOfBounds, Text, Uuid},
};
use serde_json::{Map, Value, json};

use crate::{ServiceError, profiles};

/// How many questions there are.
pub const QUESTIONS: i64 = 9;
/// Most answers at once, and in one sitting.
pub const MAX_ANSWERS: usize = 50;

/// What a sitting is called in the tables that it shares with the personality test.
const KIND: &str = "onboarding";
const VERSION: &str = "v1.0";
const IN_PROGRESS: &str = "in_progress";
const COMPLETED: &str = "completed";

/// How far a user is.
#[derive(Clone, Debug)]
pub struct Status {
    /// Whether they have finished, by the flag or by having a personality profile.
    pub is_complete: bool,
    /// The newest sitting.
    pub sitting: Option<personality_assessment::Model>,
    /// How many questions were answered in it.
    pub answered: u64,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The client's name for the question.
    pub question_id: String,
    /// The question as it was asked.
    pub question: String,
    /// The answer.
    pub response: String,
    /// When it was given, by the client's clock.
    pub timestamp: Option<DateTime<Utc>>,
}

/// A profile that the older application stored.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The document.
    pub scores: Value,
    /// A text about it.
    pub description: Option<String>,
    /// When it was stored.
    pub created_at: Option<DateTime<Utc>>,
    /// The version of the questions.
    pub assessment_version: Option<String>,
}

/// How far the user is.
pub async fn status(database: &Database, user: UserId) -> Result<Status, ServiceError> {
    let is_complete = profiles::account(database, user).await?.onboarding_completed;
    let sitting = Owned::<PersonalityAssessment>::by(user, database).find_by(&of_kind(None)).await?;
    let answered = match &sitting {
        Some(sitting) => Owned::<PersonalityResponse>::by(user, database).under(sitting.id).count(&[]).await?,
        None => 0,
    };
    Ok(Status { is_complete, sitting, answered })
}

/// The sitting that is under way, or a new one; and whether it is new.
pub async fn start(database: &Database, user: UserId) -> Result<(personality_assessment::Model, bool), ServiceError> {
    let mut tx = database.begin().await?;
    let sitting = sitting(&mut tx, user, Some(IN_PROGRESS)).await?;
    tx.commit().await?;
    Ok(sitting)
}

/// Stores an answer in the newest sitting, in the place of the one before; how many there are then.
pub async fn answer(database: &Database, user: UserId, answer: Answer) -> Result<u64, ServiceError> {
    let mut tx = database.begin().await?;
    let (sitting, _) = sitting(&mut tx, user, None).await?;
    let answered = store(&mut tx, user, &sitting, &[answer]).await?;
    tx.commit().await?;
    Ok(answered)
}

/// Stores what is missing in the newest sitting, ends it, and sets the flag, all in one step; the key of the sitting.
/// Done twice, it changes nothing but the time.
///
/// # Errors
///
/// [`ServiceError::Invalid`] if nothing was answered at all.
pub async fn complete(
    database: &Database,
    user: UserId,
    answers: &[Answer],
    now: DateTime<Utc>,
) -> Result<i64, ServiceError> {
    let mut tx = database.begin().await?;
    let (sitting, _) = sitting(&mut tx, user, None).await?;
    let answered = store(&mut tx, user, &sitting, answers).await?;
    if answered == 0 {
        let reason = "nothing was answered; onboarding can be skipped instead".to_owned();
        return Err(ServiceError::Invalid { path: "responses".to_owned(), reason });
    }
    let ended = Map::from_iter([("status".to_owned(), json!(COMPLETED)), ("completed_at".to_owned(), json!(now))]);
    let mut sittings = Owned::<PersonalityAssessment>::within(user, &mut tx);
    sittings.merge_patch(sitting.id, &Patch::from(ended)).await?;
    account::set_onboarded(&mut tx, user, true).await?;
    tx.commit().await?;
    Ok(sitting.id.0)
}

/// Sets the flag and nothing else.
pub async fn skip(database: &Database, user: UserId) -> Result<(), ServiceError> {
    let mut tx = database.begin().await?;
    account::set_onboarded(&mut tx, user, true).await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes sittings, answers and profiles of onboarding, and clears the flag. Results of the personality test stay.
pub async fn reset(database: &Database, user: UserId) -> Result<(), ServiceError> {
    let mut tx = database.begin().await?;
    Owned::<PersonalityAssessment>::within(user, &mut tx).lock().await?;
    let profiles = personality::profiles_within(&mut tx, user).await?;
    let ours = profiles.iter().filter(|profile| is_ours(profile)).map(|profile| profile.id).collect::<Vec<_>>();
    onboarding::delete_profiles(&mut tx, user, &ours).await?;
    onboarding::delete_sittings(&mut tx, user, KIND).await?;
    account::set_onboarded(&mut tx, user, false).await?;
    tx.commit().await?;
    Ok(())
}

/// The newest profile that the older application stored at onboarding.
pub async fn profile(database: &Database, user: UserId) -> Result<Stored, ServiceError> {
    let profiles = personality::profiles(database, user).await?;
    let found = profiles.into_iter().find_map(|profile| match Scores::read(&profile.scores) {
        Scores::Onboarding { description, .. } => Some((profile, description)),
        _ => None,
    });
    let (profile, description) = found.ok_or(ServiceError::Missing)?;
    Ok(Stored {
        description: description.or(profile.narrative_description),
        created_at: profile.created_at,
        assessment_version: profile.assessment_version,
        scores: profile.scores,
    })
}

/// The newest sitting and its answers, in the order in which they were first given.
pub async fn answers(
    database: &Database,
    user: UserId,
) -> Result<(Option<personality_assessment::Model>, Vec<Answer>), ServiceError> {
    let sitting = Owned::<PersonalityAssessment>::by(user, database).find_by(&of_kind(None)).await?;
    let Some(sitting) = sitting else { return Ok((None, Vec::new())) };
    let listing = Listing { limit: 100, ..Listing::default() };
    let page = Owned::<PersonalityResponse>::by(user, database).under(sitting.id).list(&listing).await?;
    Ok((Some(sitting), page.rows.into_iter().map(read).collect()))
}

fn is_ours(profile: &personality::Profile) -> bool {
    profile.sitting_type.as_deref() == Some(KIND) || matches!(Scores::read(&profile.scores), Scores::Onboarding { .. })
}

fn of_kind(status: Option<&'static str>) -> Vec<(&'static str, Is<'static>)> {
    let status = status.map(|status| ("status", Is::Text(status)));
    [Some(("assessment_type", Is::Text(KIND))), status].into_iter().flatten().collect()
}

/// The newest sitting, of this status if said, or else a new one; and whether it is new.
async fn sitting(
    tx: &mut Tx,
    user: UserId,
    status: Option<&'static str>,
) -> Result<(personality_assessment::Model, bool), ServiceError> {
    let fits = |error: OutOfBounds| StoreError::Invalid { path: String::new(), reason: error.to_string() };
    let mut sittings = Owned::<PersonalityAssessment>::within(user, tx);
    sittings.lock().await?;
    if let Some(sitting) = sittings.find_by(&of_kind(status)).await? {
        return Ok((sitting, false));
    }
    let draft = personality_assessment::Draft {
        assessment_type: Text::new(KIND).map_err(fits)?,
        assessment_version: Text::new(VERSION).map_err(fits)?,
        session_id: Uuid::new(uuid::Uuid::new_v4().to_string()).map_err(fits)?,
        status: Text::new(IN_PROGRESS).map_err(fits)?,
        started_at: None,
        completed_at: None,
        total_items: Some(QUESTIONS),
        completed_items: Some(0),
        validity_flags: None,
        metadata: None,
    };
    Ok((sittings.create(&draft).await?, true))
}

/// Stores answers, each in the place of the one before, and counts them.
async fn store(
    tx: &mut Tx,
    user: UserId,
    sitting: &personality_assessment::Model,
    answers: &[Answer],
) -> Result<u64, ServiceError> {
    let listing = Listing { limit: 100, ..Listing::default() };
    let stored = Owned::<PersonalityResponse>::within(user, tx).under(sitting.id).list(&listing).await?.rows;
    let mut known: Vec<(String, Option<personality_response::Model>)> =
        stored.into_iter().map(|row| (row.item_id.clone(), Some(row))).collect();
    for (at, answer) in answers.iter().enumerate() {
        let invalid = |reason: &str| {
            let path = format!("responses[{at}].questionId");
            ServiceError::Invalid { path, reason: reason.to_owned() }
        };
        let before = if let Some((_, row)) = known.iter_mut().find(|(item, _)| *item == answer.question_id) {
            Some(row.take().ok_or_else(|| invalid("this question is answered twice"))?)
        } else if known.len() < MAX_ANSWERS {
            known.push((answer.question_id.clone(), None));
            None
        } else {
            return Err(invalid("there are too many questions"));
        };
        let document =
            json!({ "question": answer.question, "response": answer.response, "timestamp": answer.timestamp });
        let mut rows = Owned::<PersonalityResponse>::within(user, tx).under(sitting.id);
        match before {
            // The same answer again, as when everything is sent at the end, is no revision.
            Some(row) if row.response_value == document => {}
            Some(row) => {
                let patch = Map::from_iter([
                    ("response_value".to_owned(), document),
                    ("revision_count".to_owned(), json!(row.revision_count + 1)),
                ]);
                rows.merge_patch(row.id, &Patch::from(patch)).await?;
            }
            None => {
                let draft = json!({
                    "item_id": answer.question_id, "item_type": "open_ended", "response_value": document,
                    "revision_count": 0
                });
                let draft = serde_json::from_value(draft).map_err(|error| invalid(&error.to_string()))?;
                rows.create(&draft).await?;
            }
        }
    }
    let answered = known.len() as u64;
    let counted = Map::from_iter([("completed_items".to_owned(), json!(answered))]);
    Owned::<PersonalityAssessment>::within(user, tx).merge_patch(sitting.id, &Patch::from(counted)).await?;
    Ok(answered)
}

/// An answer as it is stored; older programs left out all but the text.
fn read(row: personality_response::Model) -> Answer {
    let text = |member: &str| row.response_value.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    let at = row.response_value.get("timestamp").and_then(Value::as_str).and_then(|text| text.parse().ok());
    Answer {
        question: text("question"),
        response: text("response"),
        timestamp: at.or(row.created_at),
        question_id: row.item_id,
    }
}
