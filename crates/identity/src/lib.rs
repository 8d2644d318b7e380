//! Turns a verified Clerk subject into the application's own integer user id:
//! the same one for ever, for old and new users.
//!
//! Clerk names people by strings, the database by integers. Here the two are
//! types that do not mix, and the only way from one to the other is a [`Bridge`].

mod clerk_user_id;
mod clerk_users;
mod clock;
mod issuer;
mod session;
mod user_id;
mod user_ref;

pub use clerk_user_id::{ClerkUserId, InvalidClerkUserId};
pub use clerk_users::{ClerkEmail, ClerkUser, ClerkUsers, ClerkUsersError, Verification};
pub use clock::{Clock, ManualClock, SystemClock};
pub use issuer::{InvalidIssuer, Issuer, Subject, is_dns_name};
pub use session::{BoxFuture, Credentials, PersonClaims, TokenFault, VerifiedSession, VerifyError, VerifyToken};
pub use user_id::{InvalidUserId, UserId};
pub use user_ref::{InvalidUserRef, UserNumber, UserRef};
