//! The HTTP side: who may call, and where each path leads.

mod backend;
mod browser;
mod dev;
mod error;
mod fields;
mod frontend;
mod guard;
mod list;
mod path;
mod profile;
mod sessions;
mod sign_in;
mod users;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    http::{HeaderName, HeaderValue, Method, header},
    middleware::from_fn_with_state,
};
use orientor_identity::ClerkUserId;
use serde_json::{Map, Value};
use tower_http::cors::CorsLayer;

use self::error::ApiError;
use crate::{app::App, instance::user::User, refused::Refused};

/// Bodies beyond this are refused.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// Every route.
pub(crate) fn router(app: Arc<App>) -> Router {
    let origins = app.origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    let cors = CorsLayer::new()
        .allow_origin(origins.collect::<Vec<_>>())
        // The cookie that says who is signed in in this browser.
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE, HeaderName::from_static("clerk-api-version")])
        .expose_headers([header::RETRY_AFTER])
        .max_age(Duration::from_mins(10));
    Router::new()
        .merge(frontend::routes())
        .merge(sign_in::routes())
        .merge(browser::routes())
        .nest("/v1", backend::routes(&app))
        .nest("/dev", dev::routes())
        .fallback(async || ApiError::route_not_found())
        .method_not_allowed_fallback(async || ApiError::method_not_allowed())
        .layer(cors)
        .layer(from_fn_with_state(app.clone(), guard::check_host_and_origin))
        .with_state(app)
}

/// Changes a user as the body of `PATCH /v1/users/{id}` says.
pub(crate) fn update_user(app: &App, id: &ClerkUserId, body: Map<String, Value>) -> Result<Arc<User>, Refused> {
    users::update_user(app, id, body.into(), false)
}
