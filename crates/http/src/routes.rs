//! The table of routes, and in one place the other spellings of their paths.

mod account;
mod assessments;
mod careers;
mod chat_analytics;
mod conversations;
mod courses;
mod goals;
mod health;
mod insight;
mod jobs;
mod messages;
mod notes;
mod onboarding;
mod orientator;
mod page;
mod peers;
mod person;
mod profiles;
mod progress;
mod reflection;
mod saved;
mod shares;
mod tables;
mod trees;
mod webhooks;

use std::sync::LazyLock;

use axum::{
    Extension, Router,
    http::header::CONTENT_TYPE,
    routing::{get, post},
};
use utoipa::{OpenApi as _, openapi::OpenApi};
use utoipa_axum::{router::OpenApiRouter, routes};
use utoipa_swagger_ui::SwaggerUi;

use crate::{
    ApiError, AppState, ServerState,
    openapi::{self, Frame},
    pages::{self, SignIn},
};

/// Every route, with its state.
pub(crate) fn all(app: AppState, sign_in: &SignIn) -> Router {
    let (root, _) = at_the_root().split_for_parts();
    let (api, _) = below_api_v1().split_for_parts();
    let api = api.merge(other_names());
    // Today's web client spells paths in three ways, depending on how it was configured. All of them
    // lead to the same handlers; only the first is described.
    let spellings = Router::new().nest("/api/v1", api.clone()).nest("/v1", api.clone()).merge(api);
    Router::new()
        .merge(root)
        .merge(spellings)
        .merge(pages::routes(sign_in))
        .merge(SwaggerUi::new("/docs").config(docs()))
        .route("/openapi.json", get(async || ([(CONTENT_TYPE, "application/json")], DESCRIPTION.as_slice())))
        .fallback(async || ApiError::no_route())
        .method_not_allowed_fallback(async || ApiError::method())
        .with_state(app)
}

/// [`description`] as it is sent; made when somebody first asks.
static DESCRIPTION: LazyLock<Vec<u8>> = LazyLock::new(|| serde_json::to_vec(&description()).unwrap_or_default());

/// The description of every canonical route.
fn description() -> OpenApi {
    let router = OpenApiRouter::with_openapi(Frame::openapi());
    let mut api = router.merge(health_routes()).merge(at_the_root()).nest("/api/v1", below_api_v1()).into_openapi();
    openapi::complete(&mut api);
    api
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
        .routes(routes!(saved::list, saved::save))
        .routes(routes!(saved::one, saved::delete))
        .routes(routes!(saved::skill_comparison))
        .routes(routes!(saved::swipe))
        .routes(routes!(saved::save_from_search))
        .routes(routes!(jobs::save))
        .routes(routes!(jobs::saved))
        .routes(routes!(jobs::one, jobs::delete))
        .routes(routes!(careers::saved))
        .routes(routes!(careers::fit_analysis))
        .routes(routes!(reflection::questions))
        .routes(routes!(reflection::list, reflection::answer))
        .routes(routes!(reflection::answer_all))
        .routes(routes!(reflection::list_of, reflection::change, reflection::delete))
        .routes(routes!(onboarding::status))
        .routes(routes!(onboarding::start))
        .routes(routes!(onboarding::answer))
        .routes(routes!(onboarding::answers))
        .routes(routes!(onboarding::complete))
        .routes(routes!(onboarding::skip))
        .routes(routes!(onboarding::reset))
        .routes(routes!(onboarding::profile))
        .routes(routes!(assessments::my_hexaco))
        .routes(routes!(assessments::hexaco_of))
        .routes(routes!(assessments::hexaco_progress))
        .routes(routes!(assessments::holland_test))
        .routes(routes!(assessments::holland_questions))
        .routes(routes!(assessments::holland_answer))
        .routes(routes!(assessments::holland_score))
        .routes(routes!(assessments::holland_results))
        .routes(routes!(insight::get))
        .routes(routes!(insight::save))
        .routes(routes!(insight::avatar))
        .merge(conversations::routes())
        .merge(shares::routes())
        .merge(chat_analytics::routes())
        .merge(orientator::routes())
        .routes(routes!(person::export))
        .merge(tables::routes())
        // Behind the routes of the tables, of which some share a path with these.
        .routes(routes!(courses::create))
        .routes(routes!(courses::change, courses::delete))
        .routes(routes!(courses::insights))
        .routes(routes!(courses::psychological_profile))
        .routes(routes!(courses::career_signals))
        .routes(routes!(goals::list, goals::create))
        .routes(routes!(goals::active))
        .routes(routes!(goals::one, goals::change, goals::delete))
        .routes(routes!(goals::milestones))
        .routes(routes!(goals::complete_milestone))
        .routes(routes!(notes::put))
        .routes(routes!(notes::of_node))
        .routes(routes!(notes::delete))
        .routes(routes!(progress::get))
        .routes(routes!(progress::update))
        .routes(routes!(trees::anchor_skills))
        .routes(routes!(trees::one))
        .routes(routes!(trees::complete_node))
}

/// What today's client asks for under names that the older application never had. Not described.
fn other_names() -> Router<AppState> {
    Router::new()
        .route("/auth/onboarding-status", get(onboarding::is_completed))
        .route("/auth/onboarding-complete", post(onboarding::mark_completed))
}
