//! What the caller keeps of what tools have shown, and thinks of answers.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, StatusCode, header},
};
use chrono::Utc;
use orientor_services::{
    conversations,
    orientator::{self, Keep},
};
use orientor_store::value::{Json as Document, Text, Whole, Words};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, MaybeBody, Params},
    openapi::{BadBody, NotYours, SignedIn},
};

/// What a component shows, and which member its data needs.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::routes) enum ComponentType {
    Text,
    /// Its data has `skills`.
    SkillTree,
    /// Its data has `path`.
    CareerPath,
    /// Its data has `job_title`.
    JobCard,
    PeerCard,
    TestResult,
    ChallengeCard,
    SaveConfirmation,
}

impl ComponentType {
    /// Its name, and the member that its data needs.
    fn named(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Text => ("text", None),
            Self::SkillTree => ("skill_tree", Some("skills")),
            Self::CareerPath => ("career_path", Some("path")),
            Self::JobCard => ("job_card", Some("job_title")),
            Self::PeerCard => ("peer_card", None),
            Self::TestResult => ("test_result", None),
            Self::ChallengeCard => ("challenge_card", None),
            Self::SaveConfirmation => ("save_confirmation", None),
        }
    }
}

/// A text, or a number that stands for one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
pub(in crate::routes) enum ComponentId {
    /// Of a component that was read here.
    Number(i64),
    /// As the client calls it, 1 to 100 characters.
    Name(Words<100>),
}

/// A component to keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::routes) struct KeptComponent {
    component_id: ComponentId,
    component_type: ComponentType,
    /// An object.
    #[schema(value_type = Object, example = json!({ "job_title": "Nurse" }))]
    component_data: Document,
    /// 1 to 50 characters.
    #[schema(value_type = String, min_length = 1, max_length = 50, example = "esco_skills")]
    source_tool: Words<50>,
    /// A conversation of the caller's.
    #[schema(value_type = i64, minimum = 1, example = 7)]
    conversation_id: Whole<1, { i64::MAX }>,
    /// At most 500 characters.
    #[schema(value_type = Option<String>, max_length = 500)]
    note: Option<Text<500>>,
}

/// That it is kept.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the client goes by these names")]
pub(in crate::routes) struct Saved {
    success: bool,
    /// Its key among the caller's saved recommendations.
    #[schema(example = 12)]
    saved_item_id: i64,
    /// For people.
    message: &'static str,
}

/// Keeps a component among the caller's saved recommendations. One of a conversation is kept once: asked again, nothing
/// changes and the answer is 200.
#[utoipa::path(
    post, path = "/orientator/save-component", tag = "orientator", request_body = KeptComponent,
    responses(
        (status = CREATED, body = Saved, headers(("Location" = String, description = "The saved recommendation"))),
        (status = OK, body = Saved, description = "It was kept before"),
        SignedIn,
        NotYours,
        BadBody
    )
)]
pub(in crate::routes) async fn save_component(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(it): Body<KeptComponent>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Saved>), ApiError> {
    let (component_type, needed) = it.component_type.named();
    let Value::Object(component_data) = it.component_data.into() else {
        return Err(ApiError::body("`component_data`: expected an object."));
    };
    if let Some(needed) = needed.filter(|needed| !component_data.contains_key(*needed)) {
        return Err(ApiError::body(format!("`component_data`: a {component_type} has a member `{needed}`.")));
    }
    let keep = Keep {
        component_id: match it.component_id {
            ComponentId::Number(number) => number.to_string(),
            ComponentId::Name(name) => name.as_str().to_owned(),
        },
        component_type: component_type.to_owned(),
        component_data,
        source_tool: it.source_tool.as_str().to_owned(),
        conversation_id: it.conversation_id.get(),
        note: it.note.map(|note| note.as_str().to_owned()),
    };
    let (id, is_new) = orientator::keep(&app.database, user.id, &keep).await?;
    let (status, message) = if is_new { (StatusCode::CREATED, "Saved") } else { (StatusCode::OK, "Saved before") };
    let location = format!("/api/v1/space/recommendations/{id}");
    Ok((status, [(header::LOCATION, location)], Json(Saved { success: true, saved_item_id: id, message })))
}

/// What the caller thinks of an answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the client goes by these names")]
pub(in crate::routes) struct Feedback {
    #[schema(example = 71)]
    message_id: i64,
    /// 1 to 2000 characters.
    #[schema(value_type = String, min_length = 1, max_length = 2000, example = "helpful")]
    feedback: Words<2_000>,
    /// 1 to 5.
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 5, example = 5)]
    rating: Option<Whole<1, 5>>,
}

/// The same, behind the question mark.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::routes) struct FeedbackParams {
    /// For older clients; the body is better.
    message_id: Option<i64>,
    feedback: Option<String>,
    #[param(minimum = 1, maximum = 5)]
    rating: Option<i64>,
}

/// That it is kept.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct Thanks {
    success: bool,
    /// For people.
    message: &'static str,
}

/// Keeps what the caller thinks of an answer, in the place of what they thought before.
#[utoipa::path(
    post, path = "/orientator/feedback", tag = "orientator", params(FeedbackParams), request_body = Option<Feedback>,
    responses((status = OK, body = Thanks), SignedIn, NotYours, BadBody)
)]
pub(in crate::routes) async fn feedback(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(params): Params<FeedbackParams>,
    MaybeBody(body): MaybeBody<Feedback>,
) -> Result<Json<Thanks>, ApiError> {
    let it = match body {
        Some(body) => body,
        None => in_query(params)?,
    };
    let kept = json!({
        "feedback": it.feedback.as_str(),
        "rating": it.rating.map(Whole::get),
        "given_at": Utc::now(),
    });
    conversations::set_feedback(&app.database, user.id, it.message_id, &kept).await?;
    Ok(Json(Thanks { success: true, message: "Thank you" }))
}

fn in_query(params: FeedbackParams) -> Result<Feedback, ApiError> {
    let wrong = |name: &str, reason: &str| ApiError::query(format!("`{name}`: {reason}."));
    let message_id = params.message_id.ok_or_else(|| wrong("message_id", "expected the key of a message"))?;
    let feedback = Words::new(params.feedback.unwrap_or_default()).map_err(|it| wrong("feedback", &it.to_string()))?;
    let rating = params.rating.map(Whole::new).transpose().map_err(|error| wrong("rating", &error.to_string()))?;
    Ok(Feedback { message_id, feedback, rating })
}
