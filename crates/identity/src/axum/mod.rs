//! For programs on axum or tower: ask for a [`CurrentUser`] and the route is private.
//!
//! [`IdentityLayer`] does the same for services that are not axum handlers: it puts
//! the [`CurrentUser`] into the extensions of the request.

mod layer;
mod rejection;

use std::{sync::Arc, time::Duration};

use axum_core::extract::{FromRef, FromRequestParts};
use http::{Method, header, request::Parts};

pub use layer::{IdentityLayer, IdentityService};
pub use rejection::{ErrorCode, Rejection};

use crate::{AuthError, Authenticated, Bridge, Credentials, UserId, VerifiedSession};

/// The user who makes this request. Asking for it is all that makes a route private.
#[derive(Clone, Debug)]
pub struct CurrentUser {
    /// The application's own id.
    pub id: UserId,
    /// The verified session. Downstream code needs it for audit only.
    pub session: Arc<VerifiedSession>,
}

impl CurrentUser {
    /// Authenticates a request by its head.
    pub async fn from_parts(parts: &Parts, bridge: &Bridge) -> Result<Self, AuthError> {
        let Authenticated { user, session } = bridge.authenticate(&credentials(parts)).await?;
        Ok(Self { id: user, session })
    }
}

impl<S> FromRequestParts<S> for CurrentUser
where
    S: Send + Sync,
    Arc<Bridge>: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        if let Some(user) = parts.extensions.get::<Self>() {
            return Ok(user.clone());
        }
        let bridge = Arc::<Bridge>::from_ref(state);
        let user = Self::from_parts(parts, &bridge).await?;
        // For spans that have such a field; others ignore it.
        tracing::Span::current().record("user.id", user.id.get());
        // A second extractor of the same request need not verify again.
        parts.extensions.insert(user.clone());
        Ok(user)
    }
}

/// The parts of a request that carry or qualify a session token.
#[must_use]
pub fn credentials(parts: &Parts) -> Credentials<'_> {
    let all = |name| parts.headers.get_all(name).iter().map(http::HeaderValue::as_bytes).collect();
    Credentials {
        authorization: all(header::AUTHORIZATION),
        cookies: all(header::COOKIE),
        origin: all(header::ORIGIN),
        is_write: !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS),
    }
}

/// `Retry-After` for outages that name no time of their own.
const RETRY_AFTER: Duration = Duration::from_secs(1);
