//! What users answer to the questions about their strengths.

use orientor_domain::reflection::{QUESTIONS, find};
use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, Page, Patch, RowKey, StoreError, Tx,
    tables::strengths_reflection_response::{Draft, Model, StrengthsReflectionResponse},
    value::{Text, Whole, Words},
};

use crate::ServiceError;

/// An answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The number of the question.
    pub question_id: i64,
    /// The answer, if there is one yet.
    pub response: Option<Text<50_000>>,
    /// How long it took.
    pub response_time_ms: Option<Whole<0, 86_400_000>>,
}

/// A page of the user's answers, in the order in which they were first given.
pub async fn list(database: &Database, user: UserId, listing: &Listing<'_>) -> Result<Page<Model>, ServiceError> {
    Ok(Owned::<StrengthsReflectionResponse>::by(user, database).list(listing).await?)
}

/// Stores an answer in the place of the one before; and whether there was none.
///
/// # Errors
///
/// [`ServiceError::Invalid`] if there is no such question.
pub async fn answer(database: &Database, user: UserId, answer: &Answer) -> Result<(Model, bool), ServiceError> {
    let mut tx = database.begin().await?;
    Owned::<StrengthsReflectionResponse>::within(user, &mut tx).lock().await?;
    let stored = store(&mut tx, user, answer).await?;
    let stored = stored.ok_or_else(|| ServiceError::Invalid {
        path: "question_id".to_owned(),
        reason: "there is no question with this number".to_owned(),
    })?;
    tx.commit().await?;
    Ok(stored)
}

/// Stores answers in one step: what was stored, and the numbers for which there is no question.
///
/// # Errors
///
/// [`ServiceError::Invalid`] if a question is answered twice, which makes this one statement or two for each of the
/// questions that there are, at most.
pub async fn answer_all(
    database: &Database,
    user: UserId,
    answers: &[Answer],
) -> Result<(Vec<Model>, Vec<i64>), ServiceError> {
    let mut seen = Vec::new();
    for (at, answer) in answers.iter().enumerate() {
        if seen.contains(&answer.question_id) {
            let path = format!("responses[{at}].question_id");
            return Err(ServiceError::Invalid { path, reason: "this question is answered twice".to_owned() });
        }
        seen.push(answer.question_id);
    }
    let mut tx = database.begin().await?;
    Owned::<StrengthsReflectionResponse>::within(user, &mut tx).lock().await?;
    let (mut stored, mut unknown) = (Vec::new(), Vec::new());
    for answer in answers {
        match store(&mut tx, user, answer).await? {
            Some((row, _)) => stored.push(row),
            None => unknown.push(answer.question_id),
        }
    }
    tx.commit().await?;
    Ok((stored, unknown))
}

/// Stores an answer to a question that there is.
async fn store(tx: &mut Tx, user: UserId, answer: &Answer) -> Result<Option<(Model, bool)>, StoreError> {
    let Some(question) = find(answer.question_id) else { return Ok(None) };
    let fits = |error: orientor_store::value::OutOfBounds| StoreError::Invalid {
        path: "question_id".to_owned(),
        reason: error.to_string(),
    };
    let draft = Draft {
        question_id: Whole::new(question.id).map_err(fits)?,
        // Ours, so that an answer never stands under a question that nobody asked.
        prompt_text: Words::new(question.text).map_err(fits)?,
        response: answer.response.clone(),
        response_time_ms: answer.response_time_ms,
    };
    let patch = Patch::of::<StrengthsReflectionResponse>(&draft)?;
    let only = [("question_id", Is::Number(question.id))];
    Owned::<StrengthsReflectionResponse>::within(user, tx).upsert_by(&only, &patch).await.map(Some)
}

/// Changes the text of an answer, also of one to a question of an older questionnaire.
pub async fn change(database: &Database, user: UserId, id: i64, patch: &Patch) -> Result<Model, ServiceError> {
    let mut rows = Owned::<StrengthsReflectionResponse>::by(user, database);
    Ok(rows.merge_patch(RowKey::Number(id), patch).await?)
}

/// Deletes an answer.
pub async fn delete(database: &Database, user: UserId, id: i64) -> Result<(), ServiceError> {
    let was_there = Owned::<StrengthsReflectionResponse>::by(user, database).delete(RowKey::Number(id)).await?;
    if was_there { Ok(()) } else { Err(ServiceError::Missing) }
}

/// How many answers a batch may hold: each question once, and as many that we do not know.
pub const MAX_BATCH: usize = 2 * QUESTIONS.len();
