//! A development Clerk: a server that behaves like one Clerk instance, for running and
//! testing on one machine without an account and without a network.
//!
//! It publishes real RSA keys, mints real session tokens, answers the parts of Clerk's
//! Backend API that deal with users and sessions, sends signed webhooks, and has a page at
//! `/sign-in` where a browser becomes any user. What Clerk
//! keeps secret it gives to anybody: every `sk_test_` key opens it and `POST /dev/token`
//! makes anybody any user. So it listens on loopback only and checks `Host` and `Origin`.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use orientor_devclerk::{DevClerk, NewUser, Settings, TokenOptions};
//!
//! let clerk = DevClerk::start(Settings::default()).await?;
//! let ada = clerk.create_user(NewUser::with_email("ada@example.com"))?;
//! let token = clerk.session_token(&ada, &TokenOptions::default())?;
//! clerk.shutdown().await?;
//! # Ok(())
//! # }
//! ```

mod api;
mod app;
mod clock;
mod ids;
mod instance;
mod keys;
mod limiter;
mod refused;
mod server;
mod settings;
mod token;
mod webhook;

pub use instance::{session::SessionEnd, snapshot::StateError};
pub use refused::{FieldFault, Refused};
pub use server::{DevClerk, Rotation, StartError};
pub use settings::{ClaimSource, Contact, NewUser, RateLimit, Settings, Standing, TokenVersion, WebhookSettings};
pub use token::{Token, TokenOptions};
pub use webhook::{
    WebhookFault,
    log::{Attempt, Delivery, DeliveryState},
};
