//! What the assistant's tools have shown, and what users have kept of it.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Database, StoreError,
    database::{Arg, Door},
    schema::{Dialect, Kind, now},
    tables::{message_component, saved_recommendation},
};

use super::{among, keys, object, parse_all};

/// A tool that was used in a conversation.
#[derive(Clone, Debug, Deserialize)]
pub struct Used {
    /// Where.
    pub conversation_id: i64,
    /// The tool.
    pub tool: String,
}

/// How often a tool was used, and how that went.
#[derive(Clone, Debug, Deserialize)]
pub struct Invoked {
    /// The tool.
    pub tool: String,
    /// How often.
    pub count: i64,
    /// How often it did what it should.
    pub success: i64,
    /// Mean time that it took, in ms, where it is known.
    pub mean_ms: Option<f64>,
}

/// Something on a user's way.
#[derive(Clone, Debug, Deserialize)]
pub struct Stage {
    /// What kind of thing.
    pub kind: String,
    /// What there is to say about it.
    pub data: Option<Value>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// In which conversation.
    pub conversation_id: Option<i64>,
}

/// A component that a user keeps.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// What makes it one of its kind among the user's.
    pub code: &'a str,
    /// What it is called.
    pub label: &'a str,
    /// The conversation, which has to be the user's.
    pub conversation_id: i64,
    /// Its type.
    pub component_type: &'a str,
    /// Its contents, as JSON.
    pub component_data: &'a str,
    /// Which tool made it.
    pub source_tool: &'a str,
    /// What else is known, as JSON.
    pub metadata: &'a str,
}

/// What these messages show beside their text, in order. Whose they are has been asked before.
pub async fn components(database: &Database, messages: &[i64]) -> Result<Vec<message_component::Model>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("id", Kind::Integer, "t.id"),
            ("message_id", Kind::Integer, "t.message_id"),
            ("component_type", Kind::Text, "t.component_type"),
            ("component_data", Kind::Jsonb, "t.component_data"),
            ("tool_source", Kind::Text, "t.tool_source"),
            ("created_at", Kind::Time, "t.created_at"),
            ("actions", Kind::Jsonb, "t.actions"),
            ("saved", Kind::Jsonb, "t.saved"),
            ("component_metadata", Kind::Jsonb, "t.component_metadata"),
        ],
    );
    let among = among(dialect, "t.message_id", "$1");
    let sql = format!("SELECT {row}, NULL FROM message_components t WHERE {among} ORDER BY t.message_id, t.id");
    let rows = door.read(&sql, &[Arg::Text(&keys(messages))]).await?;
    parse_all("message_components", &rows)
}

/// The tools that have shown something in these conversations of the user, in alphabetical order.
pub async fn tools(database: &Database, user: UserId, conversations: &[i64]) -> Result<Vec<Used>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(dialect, &[("conversation_id", Kind::Integer, "u.id"), ("tool", Kind::Text, "u.tool")]);
    let among = among(dialect, "c.id", "$2");
    let sql = format!(
        "SELECT {row}, NULL FROM (SELECT DISTINCT c.id, t.tool_source AS tool FROM conversations c \
         JOIN chat_messages m ON m.conversation_id = c.id JOIN message_components t ON t.message_id = m.id \
         WHERE c.user_id = $1 AND {among} AND t.tool_source IS NOT NULL) AS u ORDER BY u.id, u.tool"
    );
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Text(&keys(conversations))]).await?;
    parse_all("message_components", &rows)
}

/// How often each tool was used for the user, the commonest first, ties in alphabetical order.
pub async fn invocations(database: &Database, user: UserId) -> Result<Vec<Invoked>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[
            ("tool", Kind::Text, "i.tool_name"),
            ("count", Kind::Integer, "count(*)"),
            ("success", Kind::Integer, "sum(CASE WHEN coalesce(i.success, 'success') = 'success' THEN 1 ELSE 0 END)"),
            ("mean_ms", Kind::Real, "avg(i.execution_time_ms)"),
        ],
    );
    let sql = format!(
        "SELECT {row}, NULL FROM tool_invocations i WHERE i.user_id = $1 AND i.tool_name IS NOT NULL GROUP BY i.tool_name \
         ORDER BY count(*) DESC, i.tool_name"
    );
    let rows = door.read(&sql, &[Arg::Number(user.get())]).await?;
    parse_all("tool_invocations", &rows)
}

/// The user's milestones, the latest first.
pub async fn milestones(database: &Database, user: UserId, limit: u16) -> Result<Vec<Stage>, StoreError> {
    let members = [
        ("kind", Kind::Text, "coalesce(o.milestone_type, '')"),
        ("data", Kind::Jsonb, "o.milestone_data"),
        ("at", Kind::Time, "coalesce(o.achieved_at, o.created_at)"),
        ("conversation_id", Kind::Integer, "o.conversation_id"),
    ];
    stages(database, user, &members, "user_journey_milestones o WHERE o.user_id = $1", limit).await
}

/// What the user has kept of what tools have shown, the latest first.
pub async fn kept(database: &Database, user: UserId, limit: u16) -> Result<Vec<Stage>, StoreError> {
    let members = [
        ("kind", Kind::Text, "coalesce(o.component_type, 'saved')"),
        ("data", Kind::Json, "o.component_data"),
        ("at", Kind::Time, "o.saved_at"),
        ("conversation_id", Kind::Integer, "o.conversation_id"),
    ];
    let from = "saved_recommendations o WHERE o.user_id = $1 AND o.source_tool IS NOT NULL";
    stages(database, user, &members, from, limit).await
}

async fn stages(
    database: &Database,
    user: UserId,
    members: &[(&str, Kind, &str)],
    from: &str,
    limit: u16,
) -> Result<Vec<Stage>, StoreError> {
    let mut door = Door::Database(database);
    let sql = format!("SELECT {}, NULL FROM {from} ORDER BY o.id DESC LIMIT $2", object(door.dialect(), members));
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Number(limit.into())]).await?;
    parse_all("user_journey_milestones", &rows)
}

/// How many things the user has kept of what tools have shown.
pub async fn count_kept(database: &Database, user: UserId) -> Result<i64, StoreError> {
    let sql =
        "SELECT CAST(count(*) AS text), NULL FROM saved_recommendations WHERE user_id = $1 AND source_tool IS NOT NULL";
    let rows = Door::Database(database).read(sql, &[Arg::Number(user.get())]).await?;
    Ok(rows.first().and_then(|(count, _)| count.parse().ok()).unwrap_or_default())
}

/// Keeps a component; its key, and whether it is new. The same one is kept once, by however many callers at once.
///
/// # Errors
///
/// [`StoreError::Missing`] if the conversation is not the user's.
pub async fn keep(database: &Database, user: UserId, it: &Kept<'_>) -> Result<(i64, bool), StoreError> {
    let mut tx = database.begin().await?;
    let dialect = tx.dialect();
    if dialect == Dialect::Postgres {
        // An old table may have lost the rule that a code is kept once.
        let lock = format!("orientor.{}.{user}", saved_recommendation::TABLE.name);
        tx.rows("SELECT '', pg_advisory_xact_lock(hashtextextended($1, 0))::text", &[Arg::Text(&lock)]).await?;
    }
    let now = now(dialect);
    let json = |parameter: &str| match dialect {
        Dialect::Postgres => format!("CAST({parameter} AS json)"),
        Dialect::Sqlite => parameter.to_owned(),
    };
    let sql = format!(
        "INSERT INTO saved_recommendations (user_id, oasis_code, label, source_tool, conversation_id, component_type, \
         component_data, interaction_metadata, saved_at) SELECT $1, $3, $4, $5, c.id, $6, {}, {}, {now} \
         FROM conversations c WHERE c.id = $2 AND c.user_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM saved_recommendations s WHERE s.user_id = $1 AND s.oasis_code = $3) \
         ON CONFLICT DO NOTHING RETURNING CAST(id AS text), NULL",
        json("$7"),
        json("$8")
    );
    let args = [
        Arg::Number(user.get()),
        Arg::Number(it.conversation_id),
        Arg::Text(it.code),
        Arg::Text(it.label),
        Arg::Text(it.source_tool),
        Arg::Text(it.component_type),
        Arg::Text(it.component_data),
        Arg::Text(it.metadata),
    ];
    let made = tx.rows(&sql, &args).await?;
    let is_new = !made.is_empty();
    let found = if is_new {
        made
    } else {
        let sql = "SELECT CAST(s.id AS text), NULL FROM saved_recommendations s WHERE s.user_id = $1 AND s.oasis_code = $3 \
                   AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = $2 AND c.user_id = $1) ORDER BY s.id LIMIT 1";
        tx.rows(sql, &args[..3]).await?
    };
    let id = found.first().and_then(|(id, _)| id.parse().ok()).ok_or(StoreError::Missing)?;
    tx.commit().await?;
    Ok((id, is_new))
}

/// Says of a component that it is kept, if there is such a one in this conversation of the user.
pub async fn mark_kept(database: &Database, user: UserId, conversation: i64, component: i64) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let sql = "UPDATE message_components SET saved = 'true' WHERE id = $3 AND message_id IN (SELECT m.id FROM chat_messages m \
               JOIN conversations c ON c.id = m.conversation_id WHERE c.id = $2 AND c.user_id = $1) RETURNING '', NULL";
    door.write(sql, &[Arg::Number(user.get()), Arg::Number(conversation), Arg::Number(component)]).await?;
    Ok(())
}
