//! The Backend API: everything under `/v1`, opened by a secret key.

use std::sync::Arc;

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};

use super::{frontend, guard, sessions, users};
use crate::app::App;

pub(super) fn routes(app: &Arc<App>) -> Router<Arc<App>> {
    // The key set stands outside the rate limit, as at Clerk.
    let key_set = Router::new().route("/jwks", get(frontend::key_set));
    Router::new()
        .merge(users::routes())
        .merge(sessions::routes())
        .route_layer(from_fn_with_state(app.clone(), guard::count_call))
        .merge(key_set)
        .route_layer(from_fn(guard::find_version))
        .route_layer(from_fn(guard::check_secret_key))
}
