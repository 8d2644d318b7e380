//! Messages between two users.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};

use crate::{
    Database, StoreError,
    database::{Arg, Door},
    owned::owner,
    schema::{Dialect, Kind, now},
};

use super::{object, parse, parse_all};

/// A message, as both of the two may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The key; later messages have higher ones.
    pub message_id: i64,
    /// Who wrote it.
    #[serde(deserialize_with = "owner")]
    pub sender_id: UserId,
    /// Who it is for.
    #[serde(deserialize_with = "owner")]
    pub recipient_id: UserId,
    /// The text.
    pub body: String,
    /// When it was written.
    pub timestamp: Option<DateTime<Utc>>,
}

/// A conversation in a list.
#[derive(Clone, Debug, Deserialize)]
pub struct Conversation {
    /// With whom.
    #[serde(deserialize_with = "owner")]
    pub peer_id: UserId,
    /// Text of the newest message.
    pub last_message: String,
    /// Key of the newest message.
    pub last_message_id: i64,
    /// When the newest message was written.
    pub timestamp: Option<DateTime<Utc>>,
    /// How many messages of the peer the user has not read.
    pub unread_count: i64,
}

const COLUMNS: [(&str, Kind, &str); 5] = [
    ("message_id", Kind::Integer, "m.message_id"),
    ("sender_id", Kind::Integer, "m.sender_id"),
    ("recipient_id", Kind::Integer, "m.recipient_id"),
    ("body", Kind::Text, "m.body"),
    ("timestamp", Kind::Time, "m.\"timestamp\""),
];

/// Stores a message, unless the sender may not write to the recipient.
///
/// # Errors
///
/// [`StoreError::Missing`] if they may not; who is hidden, blocks or is gone is not told.
pub async fn send(database: &Database, from: UserId, to: UserId, body: &str) -> Result<Message, StoreError> {
    let mut tx = database.begin().await?;
    if !super::peers::may_contact_through(&mut Door::Tx(&mut tx), from, to).await? {
        return Err(StoreError::Missing);
    }
    let dialect = tx.dialect();
    let columns = COLUMNS.map(|(name, kind, expression)| (name, kind, expression.trim_start_matches("m.")));
    let (now, row) = (now(dialect), object(dialect, &columns));
    let sql = format!(
        "INSERT INTO messages (sender_id, recipient_id, body, \"timestamp\") VALUES ($1, $2, $3, {now}) RETURNING {row}, NULL"
    );
    let arguments = [Arg::Number(from.get()), Arg::Number(to.get()), Arg::Text(body)];
    let rows = tx.rows(&sql, &arguments).await?;
    let message = parse("messages", rows.first().ok_or(StoreError::Missing)?)?;
    tx.commit().await?;
    Ok(message)
}

/// A page of the conversation between `me` and `peer`, newest first, older than the message `before`.
pub async fn conversation(
    database: &Database,
    me: UserId,
    peer: UserId,
    before: i64,
    limit: u16,
) -> Result<Vec<Message>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(door.dialect(), &COLUMNS);
    // One branch for each direction, so that each walks its index backwards and stops early.
    let branch = |from: &str, to: &str| {
        format!(
            "SELECT * FROM (SELECT * FROM messages WHERE sender_id = {from} AND recipient_id = {to} AND message_id < $3 \
             ORDER BY message_id DESC LIMIT $4) AS one_way"
        )
    };
    let sql = format!(
        "SELECT {row}, NULL FROM ({} UNION ALL {}) AS m ORDER BY m.message_id DESC LIMIT $4",
        branch("$1", "$2"),
        branch("$2", "$1")
    );
    let arguments = [Arg::Number(me.get()), Arg::Number(peer.get()), Arg::Number(before), Arg::Number(limit.into())];
    let rows = door.read(&sql, &arguments).await?;
    parse_all("messages", &rows)
}

/// A page of the conversations of `me`, the one with the newest message first, whose newest
/// message is older than `before`. People who are blocked either way are left out.
pub async fn conversations(
    database: &Database,
    me: UserId,
    before: i64,
    limit: u16,
) -> Result<Vec<Conversation>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[
            ("peer_id", Kind::Integer, "t.peer_id"),
            ("last_message", Kind::Text, "m.body"),
            ("last_message_id", Kind::Integer, "m.message_id"),
            ("timestamp", Kind::Time, "m.\"timestamp\""),
            (
                "unread_count",
                Kind::Integer,
                "(SELECT count(*) FROM messages n WHERE n.sender_id = t.peer_id \
              AND n.recipient_id = $1 AND n.message_id > coalesce((SELECT r.last_read_message_id FROM message_reads r \
              WHERE r.user_id = $1 AND r.peer_id = t.peer_id), 0))",
            ),
        ],
    );
    let sql = format!(
        "WITH touched AS (SELECT recipient_id AS peer_id, max(message_id) AS newest FROM messages WHERE sender_id = $1 \
         GROUP BY recipient_id UNION ALL SELECT sender_id, max(message_id) FROM messages WHERE recipient_id = $1 \
         GROUP BY sender_id), \
         t AS (SELECT peer_id, max(newest) AS newest FROM touched WHERE peer_id <> $1 GROUP BY peer_id) \
         SELECT {row}, NULL FROM t JOIN messages m ON m.message_id = t.newest WHERE t.newest < $2 \
         AND NOT EXISTS (SELECT 1 FROM peer_blocks b WHERE (b.blocker_id = $1 AND b.blocked_id = t.peer_id) \
         OR (b.blocker_id = t.peer_id AND b.blocked_id = $1)) ORDER BY t.newest DESC LIMIT $3"
    );
    let rows = door.read(&sql, &[Arg::Number(me.get()), Arg::Number(before), Arg::Number(limit.into())]).await?;
    parse_all("messages", &rows)
}

/// Marks what `peer` wrote to `me` as read, up to and including the message `up_to`. Never moves back.
pub async fn mark_read(database: &Database, me: UserId, peer: UserId, up_to: i64) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let now = now(dialect);
    let greater = match dialect {
        Dialect::Postgres => "greatest",
        Dialect::Sqlite => "max",
    };
    // Only up to a message that exists, so that a made-up number does not hide later ones.
    let sql = format!(
        "INSERT INTO message_reads (user_id, peer_id, last_read_message_id, read_at) \
         SELECT $1, $2, n.newest, {now} FROM (SELECT max(message_id) AS newest FROM messages WHERE sender_id = $2 \
         AND recipient_id = $1 AND message_id <= $3) AS n WHERE n.newest IS NOT NULL \
         ON CONFLICT (user_id, peer_id) DO UPDATE SET \
         last_read_message_id = {greater}(message_reads.last_read_message_id, excluded.last_read_message_id), \
         read_at = excluded.read_at RETURNING '', NULL"
    );
    door.write(&sql, &[Arg::Number(me.get()), Arg::Number(peer.get()), Arg::Number(up_to)]).await?;
    Ok(())
}
