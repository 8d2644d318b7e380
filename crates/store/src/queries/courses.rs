//! What was learned from the courses of a user.

use orientor_identity::UserId;
use serde::de::DeserializeOwned;

use super::{parse_all, row_of};
use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::Table,
    tables::{career_signal, course::CourseId, psychological_insight},
};

/// The newest insights of a user, the newest first.
pub async fn insights(
    database: &Database,
    user: UserId,
    limit: u16,
) -> Result<Vec<psychological_insight::Model>, StoreError> {
    newest(database, user, &psychological_insight::TABLE, limit).await
}

/// The newest signals of a user, the newest first.
pub async fn signals(database: &Database, user: UserId, limit: u16) -> Result<Vec<career_signal::Model>, StoreError> {
    newest(database, user, &career_signal::TABLE, limit).await
}

async fn newest<T: DeserializeOwned>(
    database: &Database,
    user: UserId,
    table: &Table,
    limit: u16,
) -> Result<Vec<T>, StoreError> {
    let mut door = Door::Database(database);
    let (row, name) = (row_of(door.dialect(), table, "t", &[]), table.name);
    let sql = format!("SELECT {row}, NULL FROM {name} t WHERE t.user_id = $1 ORDER BY t.id DESC LIMIT $2");
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Number(limit.into())]).await?;
    parse_all(name, &rows)
}

/// Deletes what is a part of a course, and lets signals forget it. An older database does neither by itself.
pub async fn delete_parts(tx: &mut Tx, user: UserId, course: CourseId) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM psychological_insights WHERE user_id = $1 AND course_id = $2 RETURNING '', NULL",
        "DELETE FROM conversation_logs WHERE user_id = $1 AND course_id = $2 RETURNING '', NULL",
        "UPDATE career_signals SET course_id = NULL WHERE user_id = $1 AND course_id = $2 RETURNING '', NULL",
    ] {
        tx.rows(sql, &[Arg::Number(user.get()), Arg::Number(course.0)]).await?;
    }
    Ok(())
}
