//! The row of a user in `users`, and what their profile is called.

use orientor_identity::UserId;
use serde::Deserialize;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    owned::owner,
    schema::Kind,
};

use super::{object, parse};

/// A user, without anything that only the older application used.
#[derive(Clone, Debug, Deserialize)]
pub struct Account {
    /// The id.
    #[serde(deserialize_with = "owner")]
    pub id: UserId,
    /// E-mail as stored.
    pub email: Option<String>,
    /// The Clerk id that the row itself carries.
    pub clerk_user_id: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Whether the user has finished onboarding, by the flag or by having a personality profile.
    pub onboarding_completed: bool,
}

/// The account of a user.
///
/// # Errors
///
/// [`StoreError::Missing`] if the row is gone.
pub async fn get(database: &Database, user: UserId) -> Result<Account, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let onboarded = "CASE WHEN u.onboarding_completed THEN true \
                     ELSE EXISTS (SELECT 1 FROM personality_profiles p WHERE p.user_id = u.id) END";
    let row = object(
        dialect,
        &[
            ("id", Kind::Integer, "u.id"),
            ("email", Kind::Text, "u.email"),
            ("clerk_user_id", Kind::Text, "u.clerk_user_id"),
            ("first_name", Kind::Text, "u.first_name"),
            ("last_name", Kind::Text, "u.last_name"),
            ("onboarding_completed", Kind::Boolean, &format!("({onboarded})")),
        ],
    );
    let sql = format!("SELECT {row}, NULL FROM users u WHERE u.id = $1");
    let rows = door.read(&sql, &[Arg::Number(user.get())]).await?;
    parse("users", rows.first().ok_or(StoreError::Missing)?)
}

/// Sets or clears the flag that says that the user has finished onboarding.
///
/// # Errors
///
/// [`StoreError::Missing`] if the row is gone.
pub async fn set_onboarded(tx: &mut Tx, user: UserId, is_done: bool) -> Result<(), StoreError> {
    let sql = format!("UPDATE users SET onboarding_completed = {is_done} WHERE id = $1 RETURNING '', NULL");
    let rows = tx.rows(&sql, &[Arg::Number(user.get())]).await?;
    if rows.is_empty() { Err(StoreError::Missing) } else { Ok(()) }
}
