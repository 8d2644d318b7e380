//! Occupations that users put aside, and what they think of them.

use std::collections::HashMap;

use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, Patch, RowKey,
    queries::saved,
    tables::{
        saved_recommendation::{self, SavedRecommendation},
        user_note,
        user_recommendation::{self, UserRecommendation},
        user_skill,
    },
};

use crate::{ServiceError, profiles};

/// Notes that are listed with one saved occupation, the newest.
pub const NOTES_EACH: u16 = 100;

/// A saved occupation with the user's notes about it.
#[derive(Clone, Debug)]
pub struct WithNotes {
    /// The occupation.
    pub row: saved_recommendation::Model,
    /// The newest notes first, at most [`NOTES_EACH`].
    pub notes: Vec<user_note::Model>,
}

/// A page of saved occupations.
#[derive(Clone, Debug)]
pub struct SavedPage {
    /// The last saved first.
    pub rows: Vec<WithNotes>,
    /// Where the next page starts, if there is one.
    pub next: Option<RowKey>,
    /// How the user rates themselves, if they have.
    pub ratings: Option<user_skill::Model>,
}

/// What an identifier in a path stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The key of a row of the user's, or else a code.
    Either,
    /// The key of a row.
    Key,
    /// A code.
    Code,
}

/// What became of a swipe.
#[derive(Clone, Debug)]
pub struct Swiped {
    /// Which way it is now.
    pub swiped_right: bool,
    /// The saved occupation, after a swipe to the right, and whether it is new.
    pub saved: Option<(saved_recommendation::Model, bool)>,
}

/// Puts an occupation aside, unless that was done before; and whether it was not.
pub async fn save_once(
    database: &Database,
    user: UserId,
    draft: &saved_recommendation::Draft,
) -> Result<(saved_recommendation::Model, bool), ServiceError> {
    let mut tx = database.begin().await?;
    let mut rows = Owned::<SavedRecommendation>::within(user, &mut tx);
    rows.lock().await?;
    let saved = rows.find_or_create(&[code(draft.oasis_code.as_str())], draft).await?;
    tx.commit().await?;
    Ok(saved)
}

/// The same.
///
/// # Errors
///
/// [`ServiceError::Conflict`] if it was put aside before.
pub async fn save(
    database: &Database,
    user: UserId,
    draft: &saved_recommendation::Draft,
) -> Result<saved_recommendation::Model, ServiceError> {
    match save_once(database, user, draft).await? {
        (row, true) => Ok(row),
        (_, false) => Err(ServiceError::Conflict),
    }
}

/// A page with everything that belongs to it, in three statements whatever its length.
pub async fn list(database: &Database, user: UserId, listing: &Listing<'_>) -> Result<SavedPage, ServiceError> {
    let page = Owned::<SavedRecommendation>::by(user, database).list(listing).await?;
    let keys: Vec<i64> = page.rows.iter().map(|row| row.id.0).collect();
    let mut notes: HashMap<i64, Vec<user_note::Model>> = HashMap::new();
    for note in saved::notes(database, user, &keys, NOTES_EACH).await? {
        notes.entry(note.saved_recommendation_id.unwrap_or_default()).or_default().push(note);
    }
    let ratings = profiles::skills(database, user).await?;
    let rows = page.rows.into_iter().map(|row| {
        let notes = notes.remove(&row.id.0).unwrap_or_default();
        WithNotes { row, notes }
    });
    Ok(SavedPage { rows: rows.collect(), next: page.next, ratings })
}

/// The user's saved occupation with this code, and how they rate themselves.
pub async fn with_ratings(
    database: &Database,
    user: UserId,
    oasis_code: &str,
) -> Result<(saved_recommendation::Model, Option<user_skill::Model>), ServiceError> {
    let row = Owned::<SavedRecommendation>::by(user, database).find_by(&[code(oasis_code)]).await?;
    let row = row.ok_or(ServiceError::Missing)?;
    Ok((row, profiles::skills(database, user).await?))
}

/// A saved occupation.
///
/// A code may be a number, too. Unless `by` says what is meant, a number is first taken for the key of a row of the
/// user's, and for a code if they have none with this key.
pub async fn get(
    database: &Database,
    user: UserId,
    identifier: &str,
    by: NamedBy,
) -> Result<saved_recommendation::Model, ServiceError> {
    named(Owned::by(user, database), identifier, by).await
}

/// Deletes a saved occupation, named as for [`get`], and the notes about it.
pub async fn delete(database: &Database, user: UserId, identifier: &str, by: NamedBy) -> Result<(), ServiceError> {
    let mut tx = database.begin().await?;
    let row = named(Owned::within(user, &mut tx), identifier, by).await?;
    if !saved::delete_with_notes(&mut tx, user, row.id.0).await? {
        return Err(ServiceError::Missing);
    }
    tx.commit().await?;
    Ok(())
}

async fn named(
    mut rows: Owned<'_, SavedRecommendation>,
    identifier: &str,
    by: NamedBy,
) -> Result<saved_recommendation::Model, ServiceError> {
    if by != NamedBy::Code
        && let Ok(key) = identifier.parse()
        && let Some(row) = rows.find(RowKey::Number(key)).await?
    {
        return Ok(row);
    }
    let found = if by == NamedBy::Key { None } else { rows.find_by(&[code(identifier)]).await? };
    found.ok_or(ServiceError::Missing)
}

/// Keeps which way an occupation was swiped, once for each; to the right, it is also put aside.
pub async fn swipe(
    database: &Database,
    user: UserId,
    occupation: &saved_recommendation::Draft,
    swiped_right: bool,
) -> Result<Swiped, ServiceError> {
    let swipe = user_recommendation::Draft {
        oasis_code: occupation.oasis_code.clone(),
        label: occupation.label.clone(),
        swiped_right: Some(swiped_right),
    };
    let mut tx = database.begin().await?;
    let mut swipes = Owned::<UserRecommendation>::within(user, &mut tx);
    swipes.lock().await?;
    let patch = Patch::of::<UserRecommendation>(&swipe)?;
    let (row, _) = swipes.upsert_by(&[code(occupation.oasis_code.as_str())], &patch).await?;
    let mut saved = None;
    if swiped_right {
        let mut rows = Owned::<SavedRecommendation>::within(user, &mut tx);
        rows.lock().await?;
        saved = Some(rows.find_or_create(&[code(occupation.oasis_code.as_str())], occupation).await?);
    }
    tx.commit().await?;
    Ok(Swiped { swiped_right: row.swiped_right, saved })
}

fn code(oasis_code: &str) -> (&'static str, Is<'_>) {
    ("oasis_code", Is::Text(oasis_code))
}
