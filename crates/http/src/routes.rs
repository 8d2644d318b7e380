//! The table of routes, and in one place the other spellings of their paths.

mod account;
mod chat_analytics;
mod conversations;
mod health;
mod messages;
mod orientator;
mod peers;
mod person;
mod profiles;
mod shares;
mod tables;
mod webhooks;

use axum::{Extension, Json, Router, routing::get};
use utoipa::{OpenApi as _, openapi::OpenApi};
use utoipa_axum::{router::OpenApiRouter, routes};
use utoipa_swagger_ui::SwaggerUi;

use crate::{
    ApiError, AppState, ServerState,
    openapi::Frame,
    pages::{self, SignIn},
};

/// Every route, with its state.
pub(crate) fn all(app: AppState, sign_in: &SignIn) -> Router {
    let description = description();
    let (root, _) = at_the_root().split_for_parts();
    let (api, _) = below_api_v1().split_for_parts();
    // Today's web client spells paths in three ways, depending on how it was configured. All of them
    // lead to the same handlers; only the first is described.
    let spellings = Router::new().nest("/api/v1", api.clone()).nest("/v1", api.clone()).merge(api);
    Router::new()
        .merge(root)
        .merge(spellings)
        .merge(pages::routes(sign_in))
        .merge(SwaggerUi::new("/docs").config(docs()))
        .route("/openapi.json", get(async move || Json(description)))
        .fallback(async || ApiError::no_route())
        .method_not_allowed_fallback(async || ApiError::method())
        .with_state(app)
}

/// The description of every canonical route.
pub(crate) fn description() -> OpenApi {
    let router = OpenApiRouter::with_openapi(Frame::openapi());
    router.merge(health_routes()).merge(at_the_root()).nest("/api/v1", below_api_v1()).into_openapi()
}

fn docs() -> utoipa_swagger_ui::Config<'static> {
    utoipa_swagger_ui::Config::from("/openapi.json").try_it_out_enabled(true).persist_authorization(true)
}

/// How the server is.
pub(crate) fn health(app: AppState, server: ServerState) -> Router {
    let (routes, _) = health_routes().split_for_parts();
    routes.method_not_allowed_fallback(async || ApiError::method()).layer(Extension(server)).with_state(app)
}

fn health_routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(health::health)).routes(routes!(health::live)).routes(routes!(health::ready))
}

fn at_the_root() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(account::user_profile))
        .routes(routes!(account::onboarding_status))
        .routes(routes!(webhooks::clerk))
}

fn below_api_v1() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(account::me, person::erase))
        .routes(routes!(profiles::of_user))
        .routes(routes!(profiles::me))
        .routes(routes!(profiles::update))
        .routes(routes!(profiles::one))
        .routes(routes!(profiles::skills, profiles::rate_skills))
        .routes(routes!(peers::compatible))
        .routes(routes!(peers::homepage))
        .routes(routes!(peers::suggested))
        .routes(routes!(peers::refresh))
        .routes(routes!(peers::visibility, peers::set_visibility))
        .routes(routes!(peers::blocked))
        .routes(routes!(peers::block, peers::unblock))
        .routes(routes!(messages::send))
        .routes(routes!(messages::conversations))
        .routes(routes!(messages::conversation))
        .routes(routes!(messages::mark_read))
        .routes(routes!(messages::suggested_peers))
        .merge(conversations::routes())
        .merge(shares::routes())
        .merge(chat_analytics::routes())
        .merge(orientator::routes())
        .routes(routes!(person::export))
        .merge(tables::routes())
}
