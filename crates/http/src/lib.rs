//! Orientor's HTTP API: routes, extractors, layers, and the only place that knows status codes.
//!
//! A handler translates: it asks for what it needs as arguments, calls one use case and
//! shapes the answer. Asking for [`CurrentUser`](orientor_identity::axum::CurrentUser) is
//! all that makes a route private.

mod admission;
mod body_time;
mod error;
mod extract;
mod forward_auth;
mod layers;
mod metrics;
mod openapi;
mod pages;
mod rate;
mod routes;
mod server;
mod share_links;
mod traces;

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::FromRef};
use orientor_clerk::{SessionVerifier, Webhooks};
use orientor_identity::Bridge;
use orientor_services::{matching::Matching, passwords::Passwords, person::People};
use orientor_store::Database;

pub use error::{ApiError, ErrorBody};
pub use forward_auth::{
    ForwardAuth, IdentityHeaders, IdentityKey, IdentitySigner, InvalidHeader, InvalidIdentityKey, KeyError,
};
pub use metrics::RequestCounts;
pub use pages::SignIn;
pub use rate::{InvalidNetwork, Network, RateSettings};
pub use server::{ConnectionLimits, ServerState, serve, serve_within};
pub use share_links::{InvalidShareBase, ShareLinks};
pub use traces::Traces;

/// What handlers share. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct AppState {
    /// From tokens to users.
    pub bridge: Arc<Bridge>,
    /// Where everything is.
    pub database: Database,
    /// Who fits whom.
    pub matching: Matching,
    /// Digests of the passwords of shares.
    pub passwords: Passwords,
    /// Where links to shared conversations lead.
    pub share_links: ShareLinks,
    /// What people take along, and how they are forgotten.
    pub people: People,
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
    /// What proxies are told that ask at `/auth/verify`.
    pub forward_auth: ForwardAuth,
    /// How much is done at the same time.
    pub limits: RequestLimits,
    /// How often somebody may ask.
    pub rate: RateSettings,
    /// Where requests are counted.
    pub requests: RequestCounts,
    /// Where spans of requests go.
    pub traces: Traces,
    /// How the server stands; to be given to [`serve_within`] as well.
    pub server: ServerState,
}

/// How much a server does at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestLimits {
    /// Requests that are being answered. A burst beyond that waits, four times as many at most; when there has been no
    /// free place for a second, who comes next is told to come later. Default 512.
    pub requests: usize,
    /// How long a request may take to bring its body, once its head is there: it has its place meanwhile. Default 10 s.
    pub body_time: Duration,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self { requests: 512, body_time: Duration::from_secs(10) }
    }
}

/// The page and the whole API with their layers.
pub fn router(app: AppState, settings: &RouterSettings) -> Router {
    let verify = verify_routes(Arc::clone(&app.bridge), settings.forward_auth.clone());
    let mut routes = routes::all(app.clone(), &settings.sign_in).merge(forward_auth::keys(&settings.forward_auth));
    if settings.loopback_only {
        // Nobody else can ask.
        routes = routes.merge(metrics::routes(&app, settings));
    }
    layers::around_everything(routes, verify, routes::health(app, settings.server.clone()), settings)
}

/// The route that proxies ask, without layers.
pub fn verify_routes(bridge: Arc<Bridge>, settings: ForwardAuth) -> Router {
    forward_auth::routes(bridge, settings)
}

/// Counters for Prometheus at `/metrics`, and how the server is. For an address that only the operator reaches, and that
/// has connections of its own however many there are at the other one.
pub fn metrics(app: &AppState, settings: &RouterSettings) -> Router {
    metrics::routes(app, settings).merge(routes::health(app.clone(), settings.server.clone()))
}

/// Other routes behind the same layers, to measure what a handler costs by itself.
pub fn with_layers(routes: Router, settings: &RouterSettings) -> Router {
    layers::around(routes, settings)
}
