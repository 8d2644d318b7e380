//! What the assistant's tools have shown, and what the caller keeps of it.

mod kept;

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
};
use chrono::{DateTime, Utc};
use orientor_services::{
    conversations,
    orientator::{self, Component, Stage},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::conversations::{
    contents::{ConversationMessage, MessagePage, earlier},
    cursor, key, page, within,
};
use crate::{
    ApiError, AppState,
    extract::{CurrentUser, KnownUser, Params},
    openapi::{BadQuery, NoSuchUser, NotYours, SignedIn},
};

/// How many tools are called the most used ones.
const MOST_USED: usize = 5;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(messages))
        .routes(routes!(list))
        .routes(routes!(journey))
        .routes(routes!(tool_analytics))
        .routes(routes!(kept::save_component))
        .routes(routes!(kept::feedback))
}

/// What a message shows beside its text.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShownComponent {
    id: i64,
    /// The same as `component_type`.
    #[serde(rename = "type")]
    kind: String,
    /// The same as `component_data`.
    data: Value,
    /// What can be done with it.
    actions: Value,
    saved: bool,
    metadata: Value,
    message_id: i64,
    component_type: String,
    component_data: Value,
    tool_source: Option<String>,
    created_at: Option<DateTime<Utc>>,
}

impl From<Component> for ShownComponent {
    fn from(row: Component) -> Self {
        Self {
            id: row.id.0,
            kind: row.component_type.clone(),
            data: row.component_data.clone(),
            actions: if row.actions.is_array() { row.actions } else { json!([]) },
            saved: row.saved == Value::Bool(true),
            metadata: row.component_metadata.unwrap_or_else(|| json!({})),
            message_id: row.message_id,
            component_type: row.component_type,
            component_data: row.component_data,
            tool_source: row.tool_source,
            created_at: row.created_at,
        }
    }
}

/// A message with what it shows.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShowingMessage {
    #[serde(flatten)]
    message: ConversationMessage,
    components: Vec<ShownComponent>,
    /// What else is kept about it, such as `feedback`.
    metadata: Value,
}

/// A part of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShowingMessages {
    /// In the order in which they were said.
    messages: Vec<ShowingMessage>,
    /// How many messages the conversation has.
    total: i64,
    /// What `after` has to be for the messages before these; not there at the beginning of the conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

/// What was said and shown: the newest messages first a page, in the order in which they were said on each.
#[utoipa::path(
    get, path = "/orientator/conversations/{id}/messages", tag = "orientator",
    params(("id" = String, Path, description = "The key of the conversation", example = "7"), MessagePage),
    responses((status = OK, body = ShowingMessages), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn messages(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    Params(page): Params<MessagePage>,
) -> Result<Json<ShowingMessages>, ApiError> {
    let limit = within(page.limit, 50, 200)?;
    let (found, mut components) = orientator::messages(&app.database, user.id, key(&id)?, page.after, limit).await?;
    let page = MessagePage { offset: None, ..page };
    let next = earlier(&found.rows, found.total, &page, limit);
    let messages = found.rows.into_iter().map(|mut row| ShowingMessage {
        components: components.remove(&row.id.0).unwrap_or_default().into_iter().map(Into::into).collect(),
        metadata: row.message_metadata.take().filter(Value::is_object).unwrap_or_else(|| json!({})),
        message: row.into(),
    });
    Ok(Json(ShowingMessages { messages: messages.collect(), total: found.total, next }))
}

/// Which conversations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ToolPage {
    /// At most this many, 1 to 100; 20 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// Leaves so many out, at most 10,000; `after` costs less.
    #[param(maximum = 10_000)]
    offset: Option<u32>,
    /// The `cursor` of the last item of the page before.
    after: Option<String>,
}

/// A conversation in which a tool has shown something.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ToolConversation {
    id: i64,
    title: String,
    created_at: Option<DateTime<Utc>>,
    last_message_at: Option<DateTime<Utc>>,
    message_count: i64,
    /// In alphabetical order.
    tools_used: Vec<String>,
    is_favorite: bool,
    is_archived: bool,
    /// What `after` has to be for what comes behind it.
    cursor: String,
}

/// The caller's conversations in which a tool has shown something, that with the latest message first.
#[utoipa::path(
    get, path = "/orientator/conversations", tag = "orientator", params(ToolPage),
    responses((status = OK, body = Vec<ToolConversation>), SignedIn, BadQuery)
)]
pub(super) async fn list(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(asked): Params<ToolPage>,
) -> Result<Json<Vec<ToolConversation>>, ApiError> {
    let page = page(asked.limit, asked.offset, asked.after.as_deref())?;
    let (listed, mut tools) = orientator::conversations(&app.database, user.id, &page).await?;
    let rows = listed.rows.into_iter().map(|row| ToolConversation {
        cursor: cursor(conversations::Place::of(&row)),
        tools_used: tools.remove(&row.id.0).unwrap_or_default(),
        id: row.id.0,
        title: row.title,
        created_at: row.created_at,
        last_message_at: row.last_message_at,
        message_count: row.message_count,
        is_favorite: row.is_favorite,
        is_archived: row.is_archived,
    });
    Ok(Json(rows.collect()))
}

/// Something on the caller's way.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct JourneyStage {
    #[serde(rename = "type")]
    #[schema(example = "career_path")]
    kind: String,
    data: Value,
    achieved_at: Option<DateTime<Utc>>,
    conversation_id: Option<i64>,
}

/// The caller's way.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the client goes by these names")]
pub(super) struct Journey {
    #[schema(example = 42)]
    user_id: i64,
    /// Milestones, and what was kept of what tools have shown, the latest first, at most 100.
    journey_stages: Vec<JourneyStage>,
    /// How many things were kept.
    saved_items_count: i64,
    /// The commonest first.
    tools_used: Vec<String>,
    /// Career paths and jobs among these stages.
    career_goals: Vec<Value>,
    /// The latest skill tree among them; empty without one.
    skill_progression: Value,
    /// The latest test result among them.
    personality_insights: Option<Value>,
    /// Peers among them.
    peer_connections: Vec<Value>,
    /// Challenges among them.
    challenges_completed: Vec<Value>,
}

/// The caller's own way; nobody sees somebody else's.
#[utoipa::path(
    get, path = "/orientator/journey/{user}", tag = "orientator",
    params(("user" = String, Path, description = "Number or Clerk id of the caller", example = "42")),
    responses((status = OK, body = Journey), SignedIn, NoSuchUser)
)]
pub(super) async fn journey(
    user: CurrentUser,
    KnownUser(whose): KnownUser,
    State(app): State<AppState>,
) -> Result<Json<Journey>, ApiError> {
    if whose != user.id {
        return Err(ApiError::no_user());
    }
    let told = orientator::journey(&app.database, user.id).await?;
    let of = |kinds: &[&str]| -> Vec<Value> {
        let stages = told.stages.iter().filter(|stage| kinds.contains(&stage.kind.as_str()));
        stages.filter_map(|stage| stage.data.clone()).collect()
    };
    Ok(Json(Journey {
        user_id: user.id.get(),
        saved_items_count: told.kept,
        career_goals: of(&["career_path", "job_card"]),
        skill_progression: of(&["skill_tree"]).into_iter().next().unwrap_or_else(|| json!({})),
        personality_insights: of(&["test_result"]).into_iter().next(),
        peer_connections: of(&["peer_card"]),
        challenges_completed: of(&["challenge_card"]),
        tools_used: told.tools.clone(),
        journey_stages: told.stages.into_iter().map(JourneyStage::from).collect(),
    }))
}

impl From<Stage> for JourneyStage {
    fn from(stage: Stage) -> Self {
        Self {
            kind: stage.kind,
            data: stage.data.unwrap_or_else(|| json!({})),
            achieved_at: stage.at,
            conversation_id: stage.conversation_id,
        }
    }
}

/// How a tool was used.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ToolUsage {
    count: i64,
    /// How often it did what it should.
    success: i64,
    /// In ms, over the times that are known; 0 without any.
    avg_execution_time: f64,
    /// 0 to 1.
    success_rate: f64,
}

/// A tool and how often it was used.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ToolCount {
    #[schema(example = "esco_skills")]
    tool: String,
    count: i64,
}

/// How tools were used.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ToolAnalytics {
    total_invocations: i64,
    tool_usage: BTreeMap<String, ToolUsage>,
    /// 0 to 1; 0 without any use.
    success_rate: f64,
    /// The five commonest.
    most_used_tools: Vec<ToolCount>,
}

/// How tools were used for the caller.
#[utoipa::path(
    get, path = "/orientator/tool-analytics", tag = "orientator",
    responses((status = OK, body = ToolAnalytics), SignedIn)
)]
pub(super) async fn tool_analytics(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<ToolAnalytics>, ApiError> {
    let invoked = orientator::invocations(&app.database, user.id).await?;
    let (total, success) = invoked.iter().fold((0, 0), |sum, it| (sum.0 + it.count, sum.1 + it.success));
    let most_used = invoked.iter().take(MOST_USED).map(|it| ToolCount { tool: it.tool.clone(), count: it.count });
    Ok(Json(ToolAnalytics {
        total_invocations: total,
        success_rate: rate(success, total),
        most_used_tools: most_used.collect(),
        tool_usage: invoked
            .into_iter()
            .map(|it| {
                let usage = ToolUsage {
                    count: it.count,
                    success: it.success,
                    avg_execution_time: it.mean_ms.map_or(0.0, |ms| (ms * 10.0).round() / 10.0),
                    success_rate: rate(it.success, it.count),
                };
                (it.tool, usage)
            })
            .collect(),
    }))
}

#[expect(clippy::cast_precision_loss, reason = "nobody uses a tool 2⁵³ times")]
fn rate(part: i64, all: i64) -> f64 {
    super::peers::four_digits(part as f64 / all.max(1) as f64)
}
