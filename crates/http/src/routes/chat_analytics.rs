//! Figures about the caller's own use of the assistant.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use orientor_identity::UserId;
use orientor_services::chat_analytics;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::conversations::within;
use crate::{
    ApiError, AppState,
    extract::{CurrentUser, Params},
    openapi::{BadQuery, SignedIn},
};

/// Most categories that are named.
const CATEGORIES: usize = 10;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(usage)).routes(routes!(trends)).routes(routes!(topics)).routes(routes!(summary))
}

/// How far back.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Period {
    /// Today.
    Day,
    /// Today and the seven days before.
    #[default]
    Week,
    /// Today and the thirty days before.
    Month,
    /// Today and the 365 days before.
    Year,
}

/// How far back to look.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct UsageParams {
    /// A week when left out.
    #[serde(default)]
    #[param(inline)]
    period: Period,
}

/// How many conversations a category has.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CategoryCount {
    name: String,
    count: i64,
}

/// Use over a period. Days are those of UTC.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Usage {
    period: Period,
    start_date: NaiveDate,
    end_date: NaiveDate,
    /// Messages that the caller has written.
    total_messages: i64,
    /// Conversations that the caller has begun, also those that are gone.
    total_conversations: i64,
    total_tokens_used: i64,
    /// Days without a time do not count; 0 if there is none.
    avg_response_time_ms: f64,
    /// Days on which something was written.
    active_days: usize,
    most_active_date: Option<NaiveDate>,
    /// Conversations that were begun and are still there.
    conversation_count: i64,
    /// The ten commonest, by how many of these conversations they have.
    favorite_categories: Vec<CategoryCount>,
}

/// Use over a day, week, month or year that ends today.
#[utoipa::path(
    get, path = "/chat/analytics/usage", tag = "chat analytics", params(UsageParams),
    responses((status = OK, body = Usage), SignedIn, BadQuery)
)]
pub(super) async fn usage(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(asked): Params<UsageParams>,
) -> Result<Json<Usage>, ApiError> {
    Ok(Json(usage_of(&app, user.id, asked.period).await?))
}

async fn usage_of(app: &AppState, user: UserId, period: Period) -> Result<Usage, ApiError> {
    let days = match period {
        Period::Day => 0,
        Period::Week => 7,
        Period::Month => 30,
        Period::Year => 365,
    };
    let told = chat_analytics::usage(&app.database, user, days).await?;
    let named = told.categories.into_iter().filter_map(|it| Some(CategoryCount { name: it.name?, count: it.count }));
    Ok(Usage {
        period,
        start_date: told.from,
        end_date: told.to,
        total_messages: told.usage.messages,
        total_conversations: told.usage.conversations,
        total_tokens_used: told.usage.tokens,
        avg_response_time_ms: told.usage.response_ms,
        active_days: told.usage.active_days,
        most_active_date: told.usage.busiest,
        conversation_count: told.conversations,
        favorite_categories: named.take(CATEGORIES).collect(),
    })
}

/// How many days.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct TrendParams {
    /// 7 to 365, today being one of them; 30 when left out.
    #[param(minimum = 7, maximum = 365)]
    days: Option<u16>,
}

/// What was counted on a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DayCount {
    date: NaiveDate,
    count: i64,
}

/// What was counted in seven days.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WeekCount {
    /// First and last day.
    #[schema(example = "2026-03-01 - 2026-03-07")]
    week: String,
    count: i64,
}

/// How use went.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Trends {
    #[schema(example = 30)]
    period_days: u16,
    /// Every day, also those without a message.
    daily_messages: Vec<DayCount>,
    daily_tokens: Vec<DayCount>,
    /// Spans of seven days from the first day on; those without anything are left out.
    weekly_messages: Vec<WeekCount>,
    weekly_tokens: Vec<WeekCount>,
    /// By how much the messages of the last seven days are more than those of the first seven, in percent; of fewer days
    /// where there are fewer than fourteen. 0 if the first have none.
    growth_rate_percent: f64,
}

/// How use went over the last days.
#[utoipa::path(
    get, path = "/chat/analytics/trends", tag = "chat analytics", params(TrendParams),
    responses((status = OK, body = Trends), SignedIn, BadQuery)
)]
pub(super) async fn trends(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(asked): Params<TrendParams>,
) -> Result<Json<Trends>, ApiError> {
    let days = asked.days.unwrap_or(30);
    if !(7..=365).contains(&days) {
        return Err(ApiError::query("`days` goes from 7 to 365."));
    }
    Ok(Json(trends_of(&app, user.id, days).await?))
}

async fn trends_of(app: &AppState, user: UserId, days: u16) -> Result<Trends, ApiError> {
    let told = chat_analytics::trends(&app.database, user, days).await?;
    let day = |date: NaiveDate, count| DayCount { date, count };
    let week = |first: NaiveDate, last: NaiveDate, count| WeekCount { week: format!("{first} - {last}"), count };
    Ok(Trends {
        period_days: days,
        daily_messages: told.daily.iter().map(|(date, messages, _)| day(*date, *messages)).collect(),
        daily_tokens: told.daily.iter().map(|(date, _, tokens)| day(*date, *tokens)).collect(),
        weekly_messages: told.weekly.iter().map(|it| week(it.0, it.1, it.2)).collect(),
        weekly_tokens: told.weekly.iter().map(|it| week(it.0, it.1, it.3)).collect(),
        growth_rate_percent: told.growth_percent,
    })
}

/// How many topics.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct TopicParams {
    /// At most this many, 1 to 50; 10 unless said.
    #[param(minimum = 1, maximum = 50)]
    limit: Option<u16>,
}

/// A word in the titles of conversations.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Topic {
    #[schema(example = "nursing")]
    name: String,
    /// In how many titles.
    #[schema(example = 3)]
    count: usize,
    /// Of the titles that were looked at, in percent.
    #[schema(example = 37.5)]
    percentage: f64,
}

/// The commonest words, of four letters and more, in the titles that the caller chose: those of the newest 100
/// conversations with such a title.
#[utoipa::path(
    get, path = "/chat/analytics/topics", tag = "chat analytics", params(TopicParams),
    responses((status = OK, body = Vec<Topic>), SignedIn, BadQuery)
)]
pub(super) async fn topics(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(asked): Params<TopicParams>,
) -> Result<Json<Vec<Topic>>, ApiError> {
    Ok(Json(topics_of(&app, user.id, within(asked.limit, 10, 50)?).await?))
}

async fn topics_of(app: &AppState, user: UserId, limit: u16) -> Result<Vec<Topic>, ApiError> {
    let found = chat_analytics::topics(&app.database, user, limit).await?;
    let topics = found.into_iter().map(|it| Topic { name: it.name, count: it.count, percentage: it.percentage });
    Ok(topics.collect())
}

/// The three at once.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChatSummary {
    /// Of a month.
    user_analytics: Usage,
    /// Of thirty days.
    usage_trends: Trends,
    /// The ten commonest.
    popular_topics: Vec<Topic>,
}

/// Use over a month, how it went over thirty days, and ten topics.
#[utoipa::path(
    get, path = "/chat/analytics/summary", tag = "chat analytics",
    responses((status = OK, body = ChatSummary), SignedIn)
)]
pub(super) async fn summary(user: CurrentUser, State(app): State<AppState>) -> Result<Json<ChatSummary>, ApiError> {
    Ok(Json(ChatSummary {
        user_analytics: usage_of(&app, user.id, Period::Month).await?,
        usage_trends: trends_of(&app, user.id, 30).await?,
        popular_topics: topics_of(&app, user.id, 10).await?,
    }))
}
