//! The Holland test.

use orientor_domain::riasec::{Letter, top_three};
use orientor_identity::UserId;
use orientor_store::{
    Database,
    queries::holland::{self, Outcome, Sums},
};

pub use orientor_store::queries::holland::{Choice, Test};

use crate::ServiceError;

/// The score of an attempt.
#[derive(Clone, Debug)]
pub struct Score {
    /// The sums of the weights of what was chosen, in the order R I A S E C.
    pub scores: [f64; 6],
    /// The three highest, such as `RIA`; empty if nothing was ever scored.
    pub code: String,
    /// What is said of people with the first letter.
    pub description: Option<String>,
}

/// The test that is in use.
///
/// # Errors
///
/// [`ServiceError::Missing`] if there is none.
pub async fn test(database: &Database) -> Result<Test, ServiceError> {
    holland::test(database).await?.ok_or(ServiceError::Missing)
}

/// What can be chosen in it, by chapter, question and choice.
pub async fn choices(database: &Database) -> Result<Vec<Choice>, ServiceError> {
    Ok(holland::choices(database).await?)
}

/// Stores an answer in the place of the one before; its key. An attempt is whose who answers first in it.
///
/// # Errors
///
/// [`ServiceError::Missing`] for an attempt of somebody else's; [`ServiceError::Invalid`] for a choice that the
/// question does not have.
pub async fn answer(
    database: &Database,
    user: UserId,
    attempt: &str,
    question: i64,
    choice: i64,
) -> Result<String, ServiceError> {
    let mut tx = database.begin().await?;
    holland::take_attempt(&mut tx, user, attempt).await?;
    let test = holland::test_of(&mut tx, question, choice).await?.ok_or_else(|| ServiceError::Invalid {
        path: "choice_id".to_owned(),
        reason: "this question has no such choice".to_owned(),
    })?;
    let id = holland::answer(&mut tx, user, attempt, [test, question, choice]).await?;
    tx.commit().await?;
    Ok(id)
}

/// Scores an attempt and keeps the result.
///
/// # Errors
///
/// [`ServiceError::Missing`] if the user has answered nothing in it.
pub async fn score(
    database: &Database,
    user: UserId,
    attempt: &str,
    with_description: bool,
) -> Result<Score, ServiceError> {
    let mut tx = database.begin().await?;
    holland::take_attempt(&mut tx, user, attempt).await?;
    let sums: Sums = holland::sums(&mut tx, user, attempt).await?;
    if sums.answers == 0 {
        return Err(ServiceError::Missing);
    }
    let code = top_three(sums.scores).map(Letter::as_str).concat();
    holland::keep_result(&mut tx, user, attempt, &sums, &code).await?;
    tx.commit().await?;
    let description = if with_description { holland::description(database, &code[..1]).await? } else { None };
    #[expect(clippy::cast_precision_loss, reason = "weights are small")]
    let scores = sums.scores.map(|sum| sum as f64);
    Ok(Score { scores, code, description })
}

/// The newest result; zeros and no code if there is none, which today's client shows as "not taken".
pub async fn newest(database: &Database, user: UserId) -> Result<Score, ServiceError> {
    let Some(Outcome { scores, top_3_code }) = holland::newest(database, user).await? else {
        return Ok(Score { scores: [0.0; 6], code: String::new(), description: None });
    };
    let scores = scores.map(Option::unwrap_or_default);
    Ok(Score { scores, code: top_3_code.unwrap_or_default().trim().to_owned(), description: None })
}
