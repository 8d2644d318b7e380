//! Orientor's HTTP API: routes, extractors, layers, and the only place that knows status codes.
//!
//! A handler translates: it asks for what it needs as arguments, calls one use case and
//! shapes the answer. Asking for [`CurrentUser`](orientor_identity::axum::CurrentUser) is
//! all that makes a route private.

mod error;
mod extract;
mod layers;
mod metrics;
mod openapi;
mod pages;
mod routes;

use std::sync::Arc;

use axum::{Router, extract::FromRef, serve::ListenerExt as _};
use orientor_clerk::{SessionVerifier, Webhooks};
use orientor_identity::Bridge;
use orientor_services::matching::Matching;
use orientor_store::Database;
use tokio::net::TcpListener;

pub use error::{ApiError, ErrorBody};
pub use pages::SignIn;

/// What handlers share. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct AppState {
    /// From tokens to users.
    pub bridge: Arc<Bridge>,
    /// Where everything is.
    pub database: Database,
    /// Who fits whom.
    pub matching: Matching,
    /// The verifier itself, for the health check of its keys.
    pub tokens: Arc<SessionVerifier>,
    /// Reads what Clerk tells by itself; `None` where no signing secret is configured.
    pub webhooks: Option<Arc<Webhooks>>,
}

impl FromRef<AppState> for Arc<Bridge> {
    fn from_ref(app: &AppState) -> Self {
        Self::clone(&app.bridge)
    }
}

/// How the API and the page are exposed.
#[derive(Clone, Debug, Default)]
pub struct RouterSettings {
    /// Origins whose pages may call the API from a browser, such as `https://app.example.com`.
    pub origins: Vec<String>,
    /// Answers only what was sent to a loopback name, and only pages of `origins`: a
    /// development server must not be reachable through a page from somewhere else. Such a server
    /// shows its counters at `/metrics` as well.
    pub loopback_only: bool,
    /// Where people who open the page at `/` sign in.
    pub sign_in: SignIn,
}

/// The page and the whole API with their layers.
pub fn router(app: AppState, settings: &RouterSettings) -> Router {
    let mut routes = routes::all(app.clone(), &settings.sign_in);
    if settings.loopback_only {
        // Nobody else can ask.
        routes = routes.merge(metrics::routes(app.matching));
    }
    layers::around(routes, settings)
}

/// Counters for Prometheus at `/metrics` and nothing else. For an address that only the operator reaches.
pub fn metrics(app: &AppState) -> Router {
    metrics::routes(app.matching.clone())
}

/// Other routes behind the same layers, to measure what a handler costs by itself.
pub fn with_layers(routes: Router, settings: &RouterSettings) -> Router {
    layers::around(routes, settings)
}

/// Answers on `listener` until `ended` resolves, then finishes the requests that have begun.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    ended: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let listener = listener.tap_io(|stream| {
        // Answers are small; waiting to fill a packet would only delay them. A connection
        // on which this cannot be set is as good as any other.
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router).with_graceful_shutdown(ended).await
}

/// The OpenAPI 3.1 description of the API.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    routes::description()
}
