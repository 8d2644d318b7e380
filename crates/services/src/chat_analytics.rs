//! Figures about a user's own use of the assistant.

use chrono::{Days, NaiveDate, Utc};
use orientor_domain::chat::{self, Day};
use orientor_identity::UserId;
use orientor_store::{Database, queries};

pub use orientor_domain::chat::{Topic, Trends, Usage};
pub use orientor_store::queries::chat_analytics::InCategory;

use crate::ServiceError;

/// How many of the newest conversations tell the topics.
const TITLES: u16 = 100;

/// Use over a period that ends today.
#[derive(Clone, Debug)]
pub struct Period {
    /// Its first day, in UTC.
    pub from: NaiveDate,
    /// Today.
    pub to: NaiveDate,
    /// What was counted.
    pub usage: Usage,
    /// How many conversations were begun and still exist.
    pub conversations: i64,
    /// How many of them each category has, the commonest first.
    pub categories: Vec<InCategory>,
}

/// Use from `days` days ago until today, both included. Two statements.
pub async fn usage(database: &Database, user: UserId, days: u16) -> Result<Period, ServiceError> {
    let to = Utc::now().date_naive();
    let from = to - Days::new(days.into());
    let counted = counted(database, user, from).await?;
    let categories = queries::chat_analytics::categories(database, user, from).await?;
    Ok(Period {
        from,
        to,
        usage: chat::usage(&counted),
        conversations: categories.iter().map(|category| category.count).sum(),
        categories: categories.into_iter().filter(|category| category.name.is_some()).collect(),
    })
}

/// How use went over the last `days` days, today being one of them.
pub async fn trends(database: &Database, user: UserId, days: u16) -> Result<Trends, ServiceError> {
    let today = Utc::now().date_naive();
    let counted = counted(database, user, today - Days::new(days.into())).await?;
    Ok(chat::trends(&counted, today, days))
}

/// The commonest words in titles that the user chose.
pub async fn topics(database: &Database, user: UserId, limit: u16) -> Result<Vec<Topic>, ServiceError> {
    let titles = queries::chat_analytics::titles(database, user, TITLES).await?;
    Ok(chat::topics(titles.iter().map(String::as_str), limit.into()))
}

async fn counted(database: &Database, user: UserId, since: NaiveDate) -> Result<Vec<Day>, ServiceError> {
    let days = queries::chat_analytics::days(database, user, since).await?;
    let day = |it: queries::chat_analytics::Counted| Day {
        date: it.date,
        messages: it.messages,
        conversations: it.conversations,
        tokens: it.tokens,
        response_ms: it.response_ms,
    };
    Ok(days.into_iter().map(day).collect())
}
