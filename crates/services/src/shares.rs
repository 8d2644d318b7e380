//! Showing a conversation to others by a link.
//!
//! Who has the link sees the conversation if it is public, or after giving the password if it has one. A share that is
//! neither public nor has a password is for its owner alone, who is always let in: a draft of a share, as it were.

use aws_lc_rs::{digest, rand};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use orientor_identity::UserId;
use orientor_store::{
    Database, Owned,
    queries::{self, shares::Terms},
    tables::conversation_share::{ConversationShare, ConversationShareId},
};

pub use orientor_store::{
    queries::shares::{Share, Shared},
    tables::chat_message::Model as Message,
};

use crate::{
    ServiceError,
    hex::hex,
    passwords::{Passwords, Verdict},
};

/// Random bytes of a token.
const TOKEN_BYTES: usize = 32;

/// What somebody wants of a share; `None` leaves it as it is.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Whether the link is enough.
    pub is_public: Option<bool>,
    /// A password, or none any more.
    pub password: Option<Option<String>>,
    /// In how many hours it ends, or that it does not.
    pub expires_in_hours: Option<Option<u32>>,
}

/// What it takes to see a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nothing more: it is the owner's own, or public.
    Granted,
    /// The password.
    Password,
}

/// Shares a conversation of the user. The token is told now and never again, because only its digest is kept.
pub async fn create(
    database: &Database,
    passwords: &Passwords,
    user: UserId,
    conversation: i64,
    wanted: Wanted,
) -> Result<(Share, String), ServiceError> {
    // Nobody pays for the digest of a password for a conversation that they have not got.
    crate::conversations::get(database, user, conversation).await?;
    let terms = terms(passwords, wanted).await?;
    let token = token()?;
    let id = queries::shares::create(database, user, conversation, &digest_of(&token), &terms).await?;
    Ok((queries::shares::get(database, user, id).await?, token))
}

/// Changes what is named, and nothing else.
pub async fn change(
    database: &Database,
    passwords: &Passwords,
    user: UserId,
    id: i64,
    wanted: Wanted,
) -> Result<Share, ServiceError> {
    get(database, user, id).await?;
    let terms = terms(passwords, wanted).await?;
    queries::shares::change(database, user, id, &terms).await?;
    get(database, user, id).await
}

async fn terms(passwords: &Passwords, wanted: Wanted) -> Result<Terms, ServiceError> {
    let password_hash = match wanted.password {
        Some(Some(password)) => Some(Some(passwords.hash(password).await?)),
        Some(None) => Some(None),
        None => None,
    };
    Ok(Terms { is_public: wanted.is_public, password_hash, expires_in_hours: wanted.expires_in_hours })
}

/// A share of the user.
pub async fn get(database: &Database, user: UserId, id: i64) -> Result<Share, ServiceError> {
    Ok(queries::shares::get(database, user, id).await?)
}

/// A page of the user's shares, the newest first, older than the share `before`. One statement.
pub async fn list(
    database: &Database,
    user: UserId,
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<Share>, ServiceError> {
    Ok(queries::shares::list(database, user, before.unwrap_or(i64::MAX), limit).await?)
}

/// Ends a share for good.
pub async fn delete(database: &Database, user: UserId, id: i64) -> Result<(), ServiceError> {
    let was_there = Owned::<ConversationShare>::by(user, database).delete(ConversationShareId(id)).await?;
    if was_there { Ok(()) } else { Err(ServiceError::Missing) }
}

/// What a token opens, and what else it takes for `viewer`, who may be nobody.
///
/// # Errors
///
/// [`ServiceError::Missing`] if there is no such share, it has ended, or it is for its owner alone.
pub async fn find(database: &Database, token: &str, viewer: Option<UserId>) -> Result<(Shared, Access), ServiceError> {
    let found = queries::shares::find(database, token, &digest_of(token)).await?;
    let shared = found.ok_or(ServiceError::Missing)?;
    let access = if viewer == Some(shared.shared_by) {
        Access::Granted
    } else if shared.password_hash.is_some() {
        Access::Password
    } else if shared.is_public {
        Access::Granted
    } else {
        return Err(ServiceError::Missing);
    };
    Ok((shared, access))
}

/// Compares a password with that of a share. A digest of the older application is replaced by one of ours.
///
/// # Errors
///
/// [`ServiceError::PasswordWrong`].
pub async fn unlock(
    database: &Database,
    passwords: &Passwords,
    shared: &Shared,
    password: String,
) -> Result<(), ServiceError> {
    let stored = shared.password_hash.clone().unwrap_or_default();
    match passwords.verify(password.clone(), stored.clone()).await? {
        Verdict::Wrong => Err(ServiceError::PasswordWrong),
        Verdict::Right => Ok(()),
        Verdict::RightButOld => {
            let hash = passwords.hash(password).await?;
            Ok(queries::shares::rehash(database, shared.share_id, &stored, &hash).await?)
        }
    }
}

/// What was said in a shared conversation, in order, behind the message `after`; not what the assistant was told. The
/// first page counts as a look, unless it is the owner's.
pub async fn read(
    database: &Database,
    shared: &mut Shared,
    viewer: Option<UserId>,
    after: Option<i64>,
    limit: u16,
) -> Result<Vec<Message>, ServiceError> {
    let messages = queries::shares::messages(database, shared.conversation_id, after.unwrap_or(0), limit).await?;
    if after.is_none() && viewer != Some(shared.shared_by) {
        shared.view_count = queries::shares::count_view(database, shared.share_id).await?;
    }
    Ok(messages)
}

fn token() -> Result<String, ServiceError> {
    let mut bytes = [0; TOKEN_BYTES];
    rand::fill(&mut bytes).map_err(|_| ServiceError::Fault("there are no random numbers"))?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

/// SHA-256 in hexadecimal digits. Tokens are long and random, so nothing slower is needed.
fn digest_of(token: &str) -> String {
    hex(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}
