//! Who may meet whom, what is suggested, and what a peer may see.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Database, StoreError,
    database::{Arg, Door},
    owned::owner,
    schema::{Dialect, Kind, now},
};

use super::{FINDABLE, UNBLOCKED, among, array, object, parse_all};

/// Somebody who may be suggested, and their derived inputs if those are at hand.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub user: UserId,
    /// The stored document; `None` before first use and after a change.
    pub inputs: Option<Value>,
}

/// Everybody whom `me` may meet, and `me`, in the order of ids.
pub async fn candidates(database: &Database, me: UserId) -> Result<Vec<Candidate>, StoreError> {
    let mut door = Door::Database(database);
    let sql = format!(
        "SELECT CAST(u.id AS text), CAST(i.inputs AS text) FROM users u LEFT JOIN peer_inputs i ON i.user_id = u.id \
         AND NOT EXISTS (SELECT 1 FROM peer_changes c WHERE c.whose = i.user_id) WHERE u.id = $1 OR ({FINDABLE} AND {UNBLOCKED}) ORDER BY u.id"
    );
    let rows = door.read(&sql, &[Arg::Number(me.get())]).await?;
    let candidates = rows.into_iter().filter_map(|(id, inputs)| {
        let user = id.parse().ok().and_then(|number| UserId::from_row(number).ok())?;
        // A document that is no JSON is as good as none: it is made again.
        Some(Candidate { user, inputs: inputs.and_then(|text| serde_json::from_str(&text).ok()) })
    });
    Ok(candidates.collect())
}

/// What matching in memory needs to know of a user.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Who, and the derived inputs if those are at hand.
    pub candidate: Candidate,
    /// Whether others may find them, blocks aside.
    pub is_findable: bool,
}

/// How `users` stand. Who has no row in `users` is absent.
pub async fn standings(database: &Database, users: &[i64]) -> Result<Vec<Standing>, StoreError> {
    let asked = among(database.dialect(), "u.id", "$1");
    let rest = format!("WHERE {asked} ORDER BY u.id");
    standing_rows(database, &rest, &[Arg::Text(&numbers(users))]).await
}

/// How everybody stands, a page at a time: the first `limit` users behind `after`, by id.
pub async fn standings_after(database: &Database, after: i64, limit: u16) -> Result<Vec<Standing>, StoreError> {
    let rest = "WHERE u.id > $1 ORDER BY u.id LIMIT $2";
    standing_rows(database, rest, &[Arg::Number(after), Arg::Number(limit.into())]).await
}

async fn standing_rows(database: &Database, rest: &str, args: &[Arg<'_>]) -> Result<Vec<Standing>, StoreError> {
    // The sign keeps what is one fact about a user in one column.
    let sql = format!(
        "SELECT CAST(CASE WHEN {FINDABLE} THEN u.id ELSE -u.id END AS text), CAST(i.inputs AS text) FROM users u \
         LEFT JOIN peer_inputs i ON i.user_id = u.id \
         AND NOT EXISTS (SELECT 1 FROM peer_changes c WHERE c.whose = i.user_id) {rest}"
    );
    let rows = Door::Database(database).read(&sql, args).await?;
    let standings = rows.into_iter().filter_map(|(number, inputs)| {
        let number: i64 = number.parse().ok()?;
        let user = UserId::from_row(number.abs()).ok()?;
        let inputs = inputs.and_then(|text| serde_json::from_str(&text).ok());
        Some(Standing { candidate: Candidate { user, inputs }, is_findable: number > 0 })
    });
    Ok(standings.collect())
}

/// Both sides of each block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct BlockedPair {
    /// Who set it.
    pub blocker: i64,
    /// Against whom.
    pub blocked: i64,
}

/// Every block that one of `users` has set or is under; all blocks there are for `None`.
pub async fn blocked_pairs(database: &Database, users: Option<&[i64]>) -> Result<Vec<BlockedPair>, StoreError> {
    let dialect = database.dialect();
    let row =
        object(dialect, &[("blocker", Kind::Integer, "b.blocker_id"), ("blocked", Kind::Integer, "b.blocked_id")]);
    let (mut rest, mut list) = (String::new(), String::new());
    if let Some(users) = users {
        rest = format!("WHERE {} OR {}", among(dialect, "b.blocker_id", "$1"), among(dialect, "b.blocked_id", "$1"));
        list = numbers(users);
    }
    let args = [Arg::Text(&list)];
    let args = if users.is_some() { args.as_slice() } else { &[] };
    let rows = Door::Database(database).read(&format!("SELECT {row}, NULL FROM peer_blocks b {rest}"), args).await?;
    parse_all("peer_blocks", &rows)
}

/// Numbers as a JSON array.
fn numbers(users: &[i64]) -> String {
    let numbers: Vec<String> = users.iter().map(i64::to_string).collect();
    format!("[{}]", numbers.join(","))
}

/// What a peer may see of a user: nothing else ever leaves through a list of peers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Card {
    /// Whose card it is.
    #[serde(deserialize_with = "owner")]
    pub user_id: UserId,
    /// The profile's name.
    pub name: Option<String>,
    /// First name of the account, for profiles without a name.
    pub first_name: Option<String>,
    /// Last name of the account.
    pub last_name: Option<String>,
    /// Main subject of study.
    pub major: Option<String>,
    /// Year of study.
    pub year: Option<i64>,
    /// Present occupation.
    pub job_title: Option<String>,
    /// Present industry.
    pub industry: Option<String>,
    /// Free text.
    pub hobbies: Option<String>,
    /// Free text.
    pub interests: Option<String>,
}

/// The cards of `users`, without regard to who asks. Users without a row in `users` are absent.
pub async fn cards(database: &Database, users: &[UserId]) -> Result<Vec<Card>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("user_id", Kind::Integer, "u.id"),
            ("name", Kind::Text, "p.name"),
            ("first_name", Kind::Text, "u.first_name"),
            ("last_name", Kind::Text, "u.last_name"),
            ("major", Kind::Text, "p.major"),
            ("year", Kind::Integer, "p.year"),
            ("job_title", Kind::Text, "p.job_title"),
            ("industry", Kind::Text, "p.industry"),
            ("hobbies", Kind::Text, "p.hobbies"),
            ("interests", Kind::Text, "p.interests"),
        ],
    );
    // Of several profiles of one user, the newest.
    let newest =
        "SELECT n.id FROM user_profiles n WHERE n.user_id = u.id ORDER BY n.updated_at DESC, n.id DESC LIMIT 1";
    let sql = format!(
        "SELECT {row}, NULL FROM users u LEFT JOIN user_profiles p ON p.user_id = u.id AND p.id = ({newest}) WHERE {}",
        among(dialect, "u.id", "$1")
    );
    let rows = door.read(&sql, &[Arg::Text(&array(users))]).await?;
    parse_all("user_profiles", &rows)
}

/// Whether `me` may see and write to `other`: active, not blocked either way, and
/// discoverable or already in touch with `me` of their own accord.
pub async fn may_contact(database: &Database, me: UserId, other: UserId) -> Result<bool, StoreError> {
    let mut door = Door::Database(database);
    may_contact_through(&mut door, me, other).await
}

pub(super) async fn may_contact_through(door: &mut Door<'_>, me: UserId, other: UserId) -> Result<bool, StoreError> {
    let sql = format!(
        "SELECT '', NULL FROM users u WHERE u.id = $2 AND {UNBLOCKED} AND ({FINDABLE} OR ((u.is_active IS NULL OR u.is_active) \
         AND EXISTS (SELECT 1 FROM messages m WHERE m.sender_id = u.id AND m.recipient_id = $1)))"
    );
    let rows = door.read(&sql, &[Arg::Number(me.get()), Arg::Number(other.get())]).await?;
    Ok(!rows.is_empty())
}

/// A stored suggestion.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Suggestion {
    /// Who is suggested.
    #[serde(deserialize_with = "owner")]
    pub user_id: UserId,
    /// How well they fit, 0 to 1 for those that we computed.
    pub similarity: Option<f64>,
}

/// The stored suggestions for `me`, best first, of people whom `me` may still meet.
pub async fn suggestions(database: &Database, me: UserId, limit: u16) -> Result<Vec<Suggestion>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[("user_id", Kind::Integer, "s.suggested_id"), ("similarity", Kind::Real, "s.similarity")],
    );
    let sql = format!(
        "SELECT {row}, NULL FROM suggested_peers s JOIN users u ON u.id = s.suggested_id \
         WHERE s.user_id = $1 AND s.suggested_id <> $1 AND {FINDABLE} AND {UNBLOCKED} \
         ORDER BY s.similarity DESC NULLS LAST, s.suggested_id LIMIT $2"
    );
    let rows = door.read(&sql, &[Arg::Number(me.get()), Arg::Number(limit.into())]).await?;
    parse_all("suggested_peers", &rows)
}

/// Puts new suggestions in the place of all that `me` had.
pub async fn replace_suggestions(database: &Database, me: UserId, peers: &[(UserId, f64)]) -> Result<(), StoreError> {
    let mut tx = database.begin().await?;
    let dialect = tx.dialect();
    if dialect == Dialect::Postgres {
        // Two refreshes at once would both delete, then both insert.
        let sql =
            "SELECT '', pg_advisory_xact_lock(hashtextextended('orientor.suggested_peers.' || $1::text, 0))::text";
        tx.rows(sql, &[Arg::Number(me.get())]).await?;
    }
    tx.rows("DELETE FROM suggested_peers WHERE user_id = $1 RETURNING '', NULL", &[Arg::Number(me.get())]).await?;
    let rows: Vec<Value> = peers.iter().map(|(peer, score)| serde_json::json!({ "p": peer, "s": score })).collect();
    let (from, peer, score) = match dialect {
        Dialect::Postgres => (
            "jsonb_array_elements($2::jsonb) AS e (value)",
            "(e.value ->> 'p')::integer",
            "(e.value ->> 's')::double precision",
        ),
        Dialect::Sqlite => ("json_each($2) AS e", "json_extract(e.value, '$.p')", "json_extract(e.value, '$.s')"),
    };
    let now = now(dialect);
    let sql = format!(
        "INSERT INTO suggested_peers (user_id, suggested_id, similarity, created_at, updated_at) \
         SELECT $1, {peer}, {score}, {now}, {now} FROM {from} WHERE EXISTS (SELECT 1 FROM users u WHERE u.id = {peer}) \
         RETURNING '', NULL"
    );
    tx.rows(&sql, &[Arg::Number(me.get()), Arg::Text(&Value::Array(rows).to_string())]).await?;
    tx.commit().await
}

/// Whether `user` wants to be found; people who never said so do.
pub async fn is_discoverable(database: &Database, user: UserId) -> Result<bool, StoreError> {
    let mut door = Door::Database(database);
    let sql = "SELECT '', NULL FROM peer_visibility WHERE user_id = $1 AND NOT discoverable";
    Ok(door.read(sql, &[Arg::Number(user.get())]).await?.is_empty())
}

/// Shows or hides `user`.
pub async fn set_discoverable(database: &Database, user: UserId, discoverable: bool) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let now = now(door.dialect());
    let sql = format!(
        "INSERT INTO peer_visibility (user_id, discoverable, updated_at) VALUES ($1, $2 <> 0, {now}) \
         ON CONFLICT (user_id) DO UPDATE SET discoverable = excluded.discoverable, updated_at = excluded.updated_at \
         RETURNING '', NULL"
    );
    door.write(&sql, &[Arg::Number(user.get()), Arg::Number(discoverable.into())]).await?;
    Ok(())
}

/// `me` blocks `other`. A second time changes nothing.
pub async fn block(database: &Database, me: UserId, other: UserId) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let now = now(door.dialect());
    let sql = format!(
        "INSERT INTO peer_blocks (blocker_id, blocked_id, created_at) VALUES ($1, $2, {now}) ON CONFLICT DO NOTHING \
         RETURNING '', NULL"
    );
    door.write(&sql, &[Arg::Number(me.get()), Arg::Number(other.get())]).await?;
    Ok(())
}

/// `me` no longer blocks `other`; whether they did.
pub async fn unblock(database: &Database, me: UserId, other: UserId) -> Result<bool, StoreError> {
    let mut door = Door::Database(database);
    let sql = "DELETE FROM peer_blocks WHERE blocker_id = $1 AND blocked_id = $2 RETURNING '', NULL";
    Ok(!door.write(sql, &[Arg::Number(me.get()), Arg::Number(other.get())]).await?.is_empty())
}

/// Somebody whom a user has blocked.
#[derive(Clone, Debug, Deserialize)]
pub struct Block {
    /// Who.
    #[serde(deserialize_with = "owner")]
    pub user_id: UserId,
    /// Since when.
    pub created_at: Option<DateTime<Utc>>,
}

/// A page of those whom `me` has blocked, in the order of ids, behind `after`.
pub async fn blocks(database: &Database, me: UserId, after: i64, limit: u16) -> Result<Vec<Block>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[("user_id", Kind::Integer, "b.blocked_id"), ("created_at", Kind::Time, "b.created_at")],
    );
    let sql = format!(
        "SELECT {row}, NULL FROM peer_blocks b WHERE b.blocker_id = $1 AND b.blocked_id > $2 ORDER BY b.blocked_id LIMIT $3"
    );
    let arguments = [Arg::Number(me.get()), Arg::Number(after), Arg::Number(limit.into())];
    let rows = door.read(&sql, &arguments).await?;
    parse_all("peer_blocks", &rows)
}

/// Whether a block stands between the two, whoever set it.
pub async fn is_blocked(database: &Database, one: UserId, other: UserId) -> Result<bool, StoreError> {
    let mut door = Door::Database(database);
    let sql = "SELECT '', NULL FROM peer_blocks b WHERE (b.blocker_id = $1 AND b.blocked_id = $2) \
               OR (b.blocker_id = $2 AND b.blocked_id = $1)";
    Ok(!door.read(sql, &[Arg::Number(one.get()), Arg::Number(other.get())]).await?.is_empty())
}
