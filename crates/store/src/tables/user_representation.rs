//! `user_representation`: a generated description of a user, and their avatar.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Table};

/// The declaration. Databases of an older shape keep `content` beside these.
pub const TABLE: Table = Table {
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_user_representation_user_id", columns: &["user_id"] }],
    ..Table::new(
        "user_representation",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("generated_at", Kind::Time).required().filled(Fill::Now),
            Column::new("source", Kind::Varchar(50)).required(),
            Column::new("format_version", Kind::Varchar(10)).required().filled(Fill::Value("'v1'")),
            Column::new("data", Kind::Jsonb).required(),
            Column::new("summary", Kind::Text),
            Column::new("notes", Kind::Text),
            Column::new("avatar_name", Kind::Varchar(255)),
            Column::new("avatar_description", Kind::Text),
            Column::new("avatar_image_url", Kind::Varchar(500)),
        ],
        &["id"],
    )
};
