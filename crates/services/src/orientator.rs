//! What the assistant's tools have shown, and what users keep of it.

use std::collections::BTreeMap;

use orientor_identity::UserId;
use orientor_store::{
    Database, queries,
    queries::{conversations::Filter, orientator::Kept},
};
use serde_json::{Map, Value, json};

pub use orientor_store::{
    queries::orientator::{Invoked, Stage},
    tables::message_component::Model as Component,
};

use crate::{
    ServiceError,
    conversations::{self, Listed, Messages, Page},
};

/// Longest list of what is on somebody's way.
const STAGES: u16 = 100;

/// A component that a user keeps.
#[derive(Clone, Debug)]
pub struct Keep {
    /// What the client calls it, 1 to 100 characters.
    pub component_id: String,
    /// Its type.
    pub component_type: String,
    /// Its contents.
    pub component_data: Map<String, Value>,
    /// Which tool made it.
    pub source_tool: String,
    /// In which conversation, which has to be the user's.
    pub conversation_id: i64,
    /// What the user has to say about it.
    pub note: Option<String>,
}

/// What is on somebody's way.
#[derive(Clone, Debug, Default)]
pub struct Journey {
    /// Milestones, and what was kept of what tools have shown, the latest first, at most 100.
    pub stages: Vec<Stage>,
    /// How many things were kept.
    pub kept: i64,
    /// Tools that were used, the commonest first.
    pub tools: Vec<String>,
}

/// A page of a conversation, with what each message shows beside its text. Two statements.
pub async fn messages(
    database: &Database,
    user: UserId,
    conversation: i64,
    before: Option<i64>,
    limit: u16,
) -> Result<(Messages, BTreeMap<i64, Vec<Component>>), ServiceError> {
    let messages = conversations::messages(database, user, conversation, before, 0, limit).await?;
    let ids: Vec<i64> = messages.rows.iter().map(|message| message.id.0).collect();
    let mut shown = BTreeMap::<i64, Vec<Component>>::new();
    if !ids.is_empty() {
        for component in queries::orientator::components(database, &ids).await? {
            shown.entry(component.message_id).or_default().push(component);
        }
    }
    Ok((messages, shown))
}

/// A page of the conversations in which a tool has shown something, and which tools. Two statements.
pub async fn conversations(
    database: &Database,
    user: UserId,
    page: &Page,
) -> Result<(Listed, BTreeMap<i64, Vec<String>>), ServiceError> {
    let filter = Filter { with_tools: true, ..Filter::default() };
    let listed = conversations::list(database, user, &filter, page).await?;
    let ids: Vec<i64> = listed.rows.iter().map(|conversation| conversation.id.0).collect();
    let mut tools = BTreeMap::<i64, Vec<String>>::new();
    if !ids.is_empty() {
        for used in queries::orientator::tools(database, user, &ids).await? {
            tools.entry(used.conversation_id).or_default().push(used.tool);
        }
    }
    Ok((listed, tools))
}

/// How often each tool was used, the commonest first.
pub async fn invocations(database: &Database, user: UserId) -> Result<Vec<Invoked>, ServiceError> {
    Ok(queries::orientator::invocations(database, user).await?)
}

/// What is on the user's way. Four statements.
pub async fn journey(database: &Database, user: UserId) -> Result<Journey, ServiceError> {
    let mut stages = queries::orientator::milestones(database, user, STAGES).await?;
    stages.extend(queries::orientator::kept(database, user, STAGES).await?);
    // What has no time comes last, and otherwise nothing changes places.
    stages.sort_by_key(|stage| std::cmp::Reverse(stage.at));
    stages.truncate(STAGES.into());
    let tools = queries::orientator::invocations(database, user).await?;
    Ok(Journey {
        stages,
        kept: queries::orientator::count_kept(database, user).await?,
        tools: tools.into_iter().map(|it| it.tool).collect(),
    })
}

/// Keeps a component among the user's saved recommendations; its key, and whether it is new. One of a conversation is
/// kept once: asked again, nothing changes.
///
/// # Errors
///
/// [`ServiceError::Missing`] if the conversation is not the user's.
pub async fn keep(database: &Database, user: UserId, it: &Keep) -> Result<(i64, bool), ServiceError> {
    let label = ["title", "label", "name", "job_title"].iter().find_map(|name| it.component_data.get(*name)?.as_str());
    let label: String = label.unwrap_or(&it.component_type).chars().take(255).collect();
    let metadata = json!({ "component_id": it.component_id, "note": it.note });
    let kept = Kept {
        code: &format!("component:{}:{}", it.conversation_id, it.component_id),
        label: &label,
        conversation_id: it.conversation_id,
        component_type: &it.component_type,
        component_data: &Value::Object(it.component_data.clone()).to_string(),
        source_tool: &it.source_tool,
        metadata: &metadata.to_string(),
    };
    let (id, is_new) = queries::orientator::keep(database, user, &kept).await?;
    if let Ok(component) = it.component_id.parse() {
        queries::orientator::mark_kept(database, user, it.conversation_id, component).await?;
    }
    Ok((id, is_new))
}
