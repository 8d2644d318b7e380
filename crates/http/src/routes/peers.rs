//! Who fits whom, and who may know.

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use orientor_services::peers::{self, Match};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::profiles::Done;
use crate::{
    ApiError, AppState, ErrorBody,
    extract::{Body, CurrentUser, KnownUser, NamedUser, Params, Speaks},
    openapi::{BadBody, BadQuery, NoSuchUser, SignedIn},
};

/// How many items a list without paging may have.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Limit {
    /// At most this many.
    #[param(minimum = 1)]
    limit: Option<u16>,
}

impl Limit {
    pub(super) fn of(limit: Option<u16>) -> Self {
        Self { limit }
    }

    /// The number asked for, or `default`; 422 outside 1 to `most`.
    pub(super) fn within(&self, default: u16, most: u16) -> Result<u16, ApiError> {
        let limit = self.limit.unwrap_or(default);
        if (1..=most).contains(&limit) {
            Ok(limit)
        } else {
            Err(ApiError::query(format!("`limit` goes from 1 to {most}.")))
        }
    }
}

/// A peer who fits.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompatiblePeer {
    /// The peer's id, as text.
    #[schema(example = "42")]
    user_id: String,
    name: Option<String>,
    major: Option<String>,
    year: Option<i64>,
    job_title: Option<String>,
    industry: Option<String>,
    /// 0 to 1, four digits.
    #[schema(example = 0.4125)]
    compatibility_score: f64,
    /// The reasons in words, strongest first.
    explanation: String,
    score_details: ScoreDetails,
}

/// What the score is made of.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ScoreDetails {
    /// The same as `compatibility_score`.
    overall_compatibility: f64,
    /// How much of the comparison was possible: the sum of the weights of the components that both have.
    coverage: f64,
    /// Score of each component, 0 to 1; `null` where nothing could be compared.
    components: Components,
    /// When it was computed: now.
    timestamp: DateTime<Utc>,
}

/// Score of each component, two digits. `personality` has one, because it depends on the
/// other's test results, which are theirs; more digits anywhere would let it be computed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Components {
    interests: Option<f64>,
    skills: Option<f64>,
    goals: Option<f64>,
    stage: Option<f64>,
    industries: Option<f64>,
    personality: Option<f64>,
}

impl From<Match> for CompatiblePeer {
    fn from(peer: Match) -> Self {
        let score = four_digits(peer.compatibility.compatibility);
        let [interests, skills, goals, stage, industries, personality] = peer.compatibility.components;
        let shown = |component: Option<f64>| component.map(|score| (score * 100.0).round() / 100.0);
        Self {
            user_id: peer.card.user_id.to_string(),
            name: peer.name,
            major: peer.card.major,
            year: peer.card.year,
            job_title: peer.card.job_title,
            industry: peer.card.industry,
            compatibility_score: score,
            explanation: peer.explanation.text,
            score_details: ScoreDetails {
                overall_compatibility: score,
                coverage: four_digits(peer.compatibility.coverage),
                components: Components {
                    interests: shown(interests),
                    skills: shown(skills),
                    goals: shown(goals),
                    stage: shown(stage),
                    industries: shown(industries),
                    personality: personality.map(|score| (score * 10.0).round() / 10.0),
                },
                timestamp: Utc::now(),
            },
        }
    }
}

pub(super) fn four_digits(score: f64) -> f64 {
    (score * 10_000.0).round() / 10_000.0
}

/// The peers who fit the caller best, computed now, best first. Explanations are in the
/// language of `Accept-Language`, English or French.
#[utoipa::path(
    get, path = "/peers/compatible", tag = "peers", params(Limit),
    responses((status = OK, body = Vec<CompatiblePeer>), SignedIn, BadQuery)
)]
pub(super) async fn compatible(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(limit): Params<Limit>,
    Speaks(language): Speaks,
) -> Result<Json<Vec<CompatiblePeer>>, ApiError> {
    let limit = limit.within(3, 100)?;
    let peers = peers::compatible(&app.matching, user.id, limit.into(), language).await?;
    Ok(Json(peers.into_iter().map(CompatiblePeer::from).collect()))
}

/// A peer on the home page.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HomepagePeer {
    /// The peer's id, as text.
    #[schema(example = "42")]
    user_id: String,
    name: Option<String>,
    major: Option<String>,
    year: Option<i64>,
    /// 0 to 1, four digits.
    compatibility_score: f64,
    /// The strongest reason.
    brief_explanation: String,
    /// Always `null`: there are no pictures.
    avatar_url: Option<String>,
}

/// The three peers who fit the caller best, in short.
#[utoipa::path(
    get, path = "/peers/homepage", tag = "peers",
    responses((status = OK, body = Vec<HomepagePeer>), SignedIn)
)]
pub(super) async fn homepage(
    user: CurrentUser,
    State(app): State<AppState>,
    Speaks(language): Speaks,
) -> Result<Json<Vec<HomepagePeer>>, ApiError> {
    let peers = peers::compatible(&app.matching, user.id, 3, language).await?;
    let cards = peers.into_iter().map(|peer| HomepagePeer {
        user_id: peer.card.user_id.to_string(),
        name: peer.name,
        major: peer.card.major,
        year: peer.card.year,
        compatibility_score: four_digits(peer.compatibility.compatibility),
        brief_explanation: peer.explanation.brief,
        avatar_url: None,
    });
    Ok(Json(cards.collect()))
}

/// A stored suggestion.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuggestedPeer {
    /// The peer's id, as text.
    #[schema(example = "42")]
    user_id: String,
    name: Option<String>,
    major: Option<String>,
    year: Option<i64>,
    /// Four digits.
    similarity: f64,
    hobbies: Option<String>,
    interests: Option<String>,
}

/// The stored suggestions, best first; computed when there are none.
#[utoipa::path(
    get, path = "/peers/suggested", tag = "peers", params(Limit),
    responses((status = OK, body = Vec<SuggestedPeer>), SignedIn, BadQuery)
)]
pub(super) async fn suggested(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(limit): Params<Limit>,
) -> Result<Json<Vec<SuggestedPeer>>, ApiError> {
    let peers = peers::suggested(&app.matching, user.id, limit.within(5, 20)?).await?;
    let peers = peers.into_iter().map(|peer| SuggestedPeer {
        user_id: peer.card.user_id.to_string(),
        name: peer.name,
        major: peer.card.major,
        year: peer.card.year,
        similarity: four_digits(peer.similarity),
        hobbies: peer.card.hobbies,
        interests: peer.card.interests,
    });
    Ok(Json(peers.collect()))
}

/// Computes the caller's suggestions anew. That nobody fits is an answer, not an error.
#[utoipa::path(
    post, path = "/peers/refresh", tag = "peers",
    responses((status = OK, body = Done), SignedIn)
)]
pub(super) async fn refresh(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Done>, ApiError> {
    let found = peers::refresh(&app.matching, user.id).await?;
    let message = if found == 0 { "Nobody fits yet" } else { "Suggestions updated" };
    Ok(Json(Done { message }))
}

/// Whether others find a user.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Visibility {
    /// `false` hides: no suggestion, no profile, no message from anybody whom the user has not written to.
    discoverable: bool,
}

/// Whether others find the caller.
#[utoipa::path(
    get, path = "/peers/visibility", tag = "peers",
    responses((status = OK, body = Visibility), SignedIn)
)]
pub(super) async fn visibility(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Visibility>, ApiError> {
    let discoverable = peers::is_discoverable(&app.database, user.id).await?;
    Ok(Json(Visibility { discoverable }))
}

/// Shows or hides the caller. Holds at once.
#[utoipa::path(
    put, path = "/peers/visibility", tag = "peers", request_body = Visibility,
    responses((status = OK, body = Visibility), SignedIn, BadBody)
)]
pub(super) async fn set_visibility(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(visibility): Body<Visibility>,
) -> Result<Json<Visibility>, ApiError> {
    peers::set_discoverable(&app.database, user.id, visibility.discoverable).await?;
    Ok(Json(visibility))
}

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct BlockPage {
    /// The `user_id` of the last item of the page before.
    after: Option<i64>,
    /// At most this many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// Somebody whom the caller has blocked.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BlockedPeer {
    /// The peer's id.
    #[schema(example = 42)]
    user_id: i64,
    name: Option<String>,
    /// Since when.
    blocked_at: Option<DateTime<Utc>>,
}

/// The people whom the caller has blocked, in the order of ids.
#[utoipa::path(
    get, path = "/peers/blocked", tag = "peers", params(BlockPage),
    responses((status = OK, body = Vec<BlockedPeer>), SignedIn, BadQuery)
)]
pub(super) async fn blocked(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<BlockPage>,
) -> Result<Json<Vec<BlockedPeer>>, ApiError> {
    let limit = Limit::of(page.limit).within(50, 100)?;
    let blocks = peers::blocks(&app.database, user.id, page.after.unwrap_or(0), limit).await?;
    let blocks = blocks.into_iter().map(|(block, name)| BlockedPeer {
        user_id: block.user_id.get(),
        name,
        blocked_at: block.created_at,
    });
    Ok(Json(blocks.collect()))
}

/// Blocks a user: neither meets or reads the other, in peers and in messages. Holds at once; a second time changes nothing.
#[utoipa::path(
    post, path = "/peers/{user}/block", tag = "peers",
    params(("user" = String, Path, description = "Number or Clerk id", example = "42")),
    responses(
        (status = NO_CONTENT, description = "Blocked"),
        (status = UNPROCESSABLE_ENTITY, description = "Oneself", body = ErrorBody),
        SignedIn,
        NoSuchUser
    )
)]
pub(super) async fn block(
    user: CurrentUser,
    NamedUser(other): NamedUser,
    State(app): State<AppState>,
) -> Result<StatusCode, ApiError> {
    peers::block(&app.database, user.id, other).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a block back.
#[utoipa::path(
    delete, path = "/peers/{user}/block", tag = "peers",
    params(("user" = String, Path, description = "Number or Clerk id", example = "42")),
    responses(
        (status = NO_CONTENT, description = "No longer blocked"),
        (status = NOT_FOUND, description = "Was not blocked", body = ErrorBody),
        SignedIn
    )
)]
pub(super) async fn unblock(
    user: CurrentUser,
    KnownUser(other): KnownUser,
    State(app): State<AppState>,
) -> Result<StatusCode, ApiError> {
    peers::unblock(&app.database, user.id, other).await?;
    Ok(StatusCode::NO_CONTENT)
}
