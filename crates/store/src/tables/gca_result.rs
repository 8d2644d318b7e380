//! `gca_results`: results of the Holland test.

use crate::schema::{Column, ForeignKey, Index, Kind, Table, Trigger};

/// The declaration. The key is the text of a UUID that the writer makes.
pub const TABLE: Table = Table {
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_gca_results_user_id", columns: &["user_id"] }],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "gca_results",
        &[
            Column::new("id", Kind::Varchar(36)).required(),
            Column::new("attempt_id", Kind::Varchar(64)).required(),
            Column::new("user_id", Kind::Integer),
            Column::new("test_id", Kind::Integer),
            Column::new("r_score", Kind::Numeric),
            Column::new("i_score", Kind::Numeric),
            Column::new("a_score", Kind::Numeric),
            Column::new("s_score", Kind::Numeric),
            Column::new("e_score", Kind::Numeric),
            Column::new("c_score", Kind::Numeric),
            Column::new("top_3_code", Kind::Varchar(3)),
            Column::new("created_at", Kind::LocalTime),
        ],
        &["id"],
    )
};
