//! Competence trees by what they hold.

use orientor_identity::UserId;

use super::{parse_all, row_of};
use crate::{
    StoreError, Tx,
    database::Arg,
    schema::Dialect,
    tables::user_skill_tree::{Model, TABLE},
};

/// Trees that are looked through at most.
const MOST_TREES: i64 = 100;

/// The trees of the user that have a node of this id, the newest first. Others wait with them until the transaction ends.
pub async fn holding(tx: &mut Tx, user: UserId, node: &str) -> Result<Vec<Model>, StoreError> {
    let dialect = tx.dialect();
    let row = row_of(dialect, &TABLE, "t", &[]);
    let (holds, locked) = match dialect {
        // The lax mode passes over documents of another shape.
        Dialect::Postgres => (
            "jsonb_path_exists(t.tree_data::jsonb, '$.nodes[*] ? (@.id == $id)', jsonb_build_object('id', $2::text))",
            " FOR UPDATE",
        ),
        Dialect::Sqlite => (
            "EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid(t.tree_data) THEN t.tree_data ELSE '{}' END, '$.nodes') AS n \
             WHERE n.type = 'object' AND json_extract(n.value, '$.id') = $2)",
            "",
        ),
    };
    let sql = format!(
        "SELECT {row}, NULL FROM user_skill_trees t WHERE t.user_id = $1 AND {holds} \
         ORDER BY t.id DESC LIMIT {MOST_TREES}{locked}"
    );
    let rows = tx.rows(&sql, &[Arg::Number(user.get()), Arg::Text(node)]).await?;
    parse_all(TABLE.name, &rows)
}
