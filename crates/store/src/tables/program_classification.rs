//! `program_classifications`: codes of programmes in classifications.

use crate::schema::{Column, Fill, ForeignKey, Kind, Table, Unique};

/// The declaration.
pub const TABLE: Table = Table {
    uniques: &[Unique {
        name: "uq_program_classifications_program_id_classification_system_code",
        columns: &["program_id", "classification_system", "code"],
    }],
    foreign_keys: &[ForeignKey::part_of("program_id", "programs")],
    ..Table::new(
        "program_classifications",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("program_id", Kind::Uuid),
            Column::new("classification_system", Kind::Varchar(50)).required(),
            Column::new("code", Kind::Varchar(20)).required(),
            Column::new("title", Kind::Varchar(255)).required(),
            Column::new("title_fr", Kind::Varchar(255)),
            Column::new("description", Kind::Text),
            Column::new("level", Kind::Integer).filled(Fill::Value("1")),
            Column::new("parent_code", Kind::Varchar(20)),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};
