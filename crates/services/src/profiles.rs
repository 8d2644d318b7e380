//! What users say about themselves.

use orientor_identity::UserId;
use orientor_store::{
    Database, Owned, Patch, StoreError,
    queries::{self, peers::Card},
    tables::{user_profile, user_skill},
};

pub use orientor_store::queries::account::Account;

use crate::{ServiceError, inputs};

/// How often an update is tried that another program's write broke.
const ATTEMPTS: usize = 3;

/// The account of a user.
pub async fn account(database: &Database, user: UserId) -> Result<Account, ServiceError> {
    Ok(queries::account::get(database, user).await?)
}

/// A user's own profile and ratings; `None` for what they have not got yet. Reading makes nothing.
pub async fn own(
    database: &Database,
    user: UserId,
) -> Result<(Option<user_profile::Model>, Option<user_skill::Model>), ServiceError> {
    let profile = Owned::<user_profile::UserProfile>::by(user, database).find_single().await?;
    Ok((profile, skills(database, user).await?))
}

/// A user's own ratings.
pub async fn skills(database: &Database, user: UserId) -> Result<Option<user_skill::Model>, ServiceError> {
    Ok(Owned::<user_skill::UserSkill>::by(user, database).find_single().await?)
}

/// Changes profile and ratings in one transaction, with the inputs of matching. An empty patch changes nothing.
pub async fn update(
    database: &Database,
    user: UserId,
    profile: &Patch,
    skills: &Patch,
) -> Result<Option<user_skill::Model>, ServiceError> {
    let mut attempt = 1;
    loop {
        match try_update(database, user, profile, skills).await {
            // A program that does not know our locks made the row first, and now it is there; or it changes both
            // rows as well, in the other order than we do.
            Err(error) if attempt < ATTEMPTS && is_worth_a_retry(&error) => attempt += 1,
            settled => return Ok(settled?),
        }
    }
}

fn is_worth_a_retry(error: &StoreError) -> bool {
    matches!(error, StoreError::Conflict(_)) || error.is_lost_race()
}

async fn try_update(
    database: &Database,
    user: UserId,
    profile: &Patch,
    skills: &Patch,
) -> Result<Option<user_skill::Model>, StoreError> {
    let mut tx = database.begin().await?;
    if !profile.is_empty() {
        Owned::<user_profile::UserProfile>::within(user, &mut tx).patch_single(profile).await?;
    }
    let rated = if skills.is_empty() {
        Owned::<user_skill::UserSkill>::within(user, &mut tx).find_single().await?
    } else {
        Some(Owned::<user_skill::UserSkill>::within(user, &mut tx).patch_single(skills).await?)
    };
    if !profile.is_empty() {
        inputs::make_within(&mut tx, &[user]).await?;
    }
    tx.commit().await?;
    Ok(rated)
}

/// What `me` may see of `other`.
///
/// # Errors
///
/// [`ServiceError::NoSuchUser`] for anybody whom `me` may not see.
pub async fn of_peer(database: &Database, me: UserId, other: UserId) -> Result<Card, ServiceError> {
    if me != other && !queries::peers::may_contact(database, me, other).await? {
        return Err(ServiceError::NoSuchUser);
    }
    let mut cards = queries::peers::cards(database, &[other]).await?;
    cards.pop().ok_or(ServiceError::NoSuchUser)
}
