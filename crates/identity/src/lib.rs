//! Turns a verified Clerk subject into the application's own integer user id:
//! the same one for ever, for old and new users.
//!
//! Clerk names people by strings, the database by integers. Here the two are
//! types that do not mix, and the only way from one to the other is a [`Bridge`]:
//!
//! 1. [`VerifyToken`] turns [`Credentials`] into a [`VerifiedSession`] (`orientor-clerk` does it),
//! 2. the [`Bridge`] finds the session's [`Subject`] in memory or in the [`Directory`],
//! 3. for an unknown subject the [`policy`] decides, on what [`ClerkUsers`] says,
//! 4. and everything behind that sees only a [`UserId`].
//!
//! The feature `sqlx` brings a directory for PostgreSQL and SQLite over any users
//! table, the feature `axum` an extractor and a tower layer.

mod bridge;
mod clerk_user_id;
mod clerk_users;
mod clock;
mod directory;
mod email;
mod issuer;
mod lifecycle;
pub mod policy;
mod session;
mod user_id;
mod user_ref;

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "sqlx")]
pub mod sqlx;

pub use bridge::{
    AuthError, Authenticated, Bridge, BridgeReport, BridgeSettings, ChangeSource, Moment, ResolveError, Resolved, Watch,
};
pub use clerk_user_id::{ClerkUserId, InvalidClerkUserId};
pub use clerk_users::{ClerkAccounts, ClerkEmail, ClerkUser, ClerkUsers, ClerkUsersError, Verification};
pub use clock::{Clock, ManualClock, SystemClock};
pub use directory::{Directory, DirectoryError, Lookup, Provision, Provisioned, UserState};
pub use email::EmailKey;
pub use issuer::{InvalidIssuer, Issuer, Subject, is_dns_name};
pub use lifecycle::{Applied, Change, InvalidMessageId, Lifecycle, LifecycleEvent, MessageId, RevokedSession, Version};
pub use session::{BoxFuture, Credentials, PersonClaims, TokenFault, VerifiedSession, VerifyError, VerifyToken};
pub use user_id::{InvalidUserId, UserId};
pub use user_ref::{InvalidUserRef, UserNumber, UserRef};
