//! What hangs on saved occupations.

use orientor_identity::UserId;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::Kind,
    tables::user_note,
};

use super::{among, keys, object, parse_all};

/// The newest notes about each of these saved occupations, the newest first, and not more than `each` of one.
pub async fn notes(
    database: &Database,
    user: UserId,
    recommendations: &[i64],
    each: u16,
) -> Result<Vec<user_note::Model>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("id", Kind::Integer, "n.id"),
            ("user_id", Kind::Integer, "n.user_id"),
            ("saved_recommendation_id", Kind::Integer, "n.saved_recommendation_id"),
            ("content", Kind::Text, "n.content"),
            ("created_at", Kind::Time, "n.created_at"),
            ("updated_at", Kind::Time, "n.updated_at"),
        ],
    );
    let asked = among(dialect, "m.saved_recommendation_id", "$2");
    let sql = format!(
        "SELECT {row}, NULL FROM (SELECT m.*, row_number() OVER (PARTITION BY m.saved_recommendation_id \
         ORDER BY m.id DESC) AS place FROM user_notes m WHERE m.user_id = $1 AND {asked}) AS n \
         WHERE n.place <= $3 ORDER BY n.id DESC"
    );
    let ids = keys(recommendations);
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Text(&ids), Arg::Number(each.into())]).await?;
    parse_all("user_notes", &rows)
}

/// Deletes a saved occupation with the user's notes about it; whether there was one.
pub async fn delete_with_notes(tx: &mut Tx, user: UserId, recommendation: i64) -> Result<bool, StoreError> {
    let arguments = [Arg::Number(user.get()), Arg::Number(recommendation)];
    // Older databases have no rule that would take the notes along.
    let mine = "SELECT id FROM saved_recommendations WHERE user_id = $1 AND id = $2";
    let notes =
        format!("DELETE FROM user_notes WHERE user_id = $1 AND saved_recommendation_id IN ({mine}) RETURNING '', NULL");
    tx.rows(&notes, &arguments).await?;
    let row = "DELETE FROM saved_recommendations WHERE user_id = $1 AND id = $2 RETURNING '', NULL";
    Ok(!tx.rows(row, &arguments).await?.is_empty())
}
