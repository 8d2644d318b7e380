//! The same door for any tower service.

use std::{
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
};

use axum_core::{
    extract::Request,
    response::{IntoResponse, Response},
};
use tower::{Layer, Service};

use crate::{BoxFuture, Bridge};

use super::{CurrentUser, Rejection};

/// Lets only users pass, and puts the [`CurrentUser`] into the request's extensions.
#[derive(Clone, Debug)]
pub struct IdentityLayer(Arc<Bridge>);

impl IdentityLayer {
    /// A layer over a shared bridge.
    #[must_use]
    pub fn new(bridge: Arc<Bridge>) -> Self {
        Self(bridge)
    }
}

impl<S> Layer<S> for IdentityLayer {
    type Service = IdentityService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        IdentityService { bridge: Arc::clone(&self.0), inner }
    }
}

/// The service that [`IdentityLayer`] makes.
#[derive(Clone, Debug)]
pub struct IdentityService<S> {
    bridge: Arc<Bridge>,
    inner: S,
}

impl<S> Service<Request> for IdentityService<S>
where
    S: Service<Request, Error = Infallible> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
{
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let bridge = Arc::clone(&self.bridge);
        // The clone takes over the readiness that `poll_ready` established.
        let clone = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, clone);
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            match CurrentUser::from_parts(&parts, &bridge).await {
                Ok(user) => {
                    parts.extensions.insert(user);
                    Ok(inner.call(Request::from_parts(parts, body)).await?.into_response())
                }
                Err(error) => Ok(Rejection::from(error).into_response()),
            }
        })
    }
}
