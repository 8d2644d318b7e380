//! `institutions`: schools.

use crate::schema::{Check, Column, Fill, Kind, Table, Unique};

/// The declaration.
pub const TABLE: Table = Table {
    uniques: &[Unique { name: "uq_institutions_source_system_source_id", columns: &["source_system", "source_id"] }],
    checks: &[Check { name: "ck_institutions_type", sql: "institution_type IN ('cegep', 'university', 'college')" }],
    ..Table::new(
        "institutions",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("name", Kind::Varchar(255)).required(),
            Column::new("name_fr", Kind::Varchar(255)),
            Column::new("institution_type", Kind::Varchar(50)).required(),
            Column::new("country", Kind::Varchar(2)).required().filled(Fill::Value("'CA'")),
            Column::new("province_state", Kind::Varchar(50)),
            Column::new("city", Kind::Varchar(100)),
            Column::new("postal_code", Kind::Varchar(20)),
            Column::new("website_url", Kind::Text),
            Column::new("accreditation_status", Kind::Varchar(100)),
            Column::new("student_count", Kind::Integer),
            Column::new("established_year", Kind::Integer),
            Column::new("languages_offered", Kind::Texts(10)).filled(Fill::Texts(&["en"])),
            Column::new("contact_info", Kind::Jsonb).filled(Fill::Value("'{}'")),
            Column::new("geographic_coordinates", Kind::Native("point")),
            Column::new("source_system", Kind::Varchar(50)).required(),
            Column::new("source_id", Kind::Varchar(100)).required(),
            Column::new("source_url", Kind::Text),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
            Column::new("last_synced", Kind::Time).required().filled(Fill::Now),
            Column::new("active", Kind::Boolean).filled(Fill::Value("true")),
        ],
        &["id"],
    )
};
