//! `gca_tests`: the Holland tests.

use crate::schema::{Column, Fill, Kind, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ..Table::new(
        "gca_tests",
        &[
            Column::key("id"),
            Column::new("title", Kind::Varchar(255)),
            Column::new("description", Kind::Text),
            Column::new("seo_code", Kind::Varchar(50)),
            Column::new("video_url", Kind::Text),
            Column::new("image_url", Kind::Text),
            Column::new("chapter_count", Kind::Integer),
            Column::new("question_count", Kind::Integer),
            Column::new("active", Kind::Integer).required().filled(Fill::Value("1")),
        ],
        &["id"],
    )
};
