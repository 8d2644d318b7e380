//! Who the users are: which table, which columns, by evidence.

use serde::Deserialize;

/// What the operator has chosen, by flag or in `doctor.toml`; the rest is found by evidence.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Choices {
    /// The users table, `table` or `schema.table`.
    pub users_table: Option<String>,
    /// Its key.
    pub users_id: Option<String>,
    /// Its e-mail column.
    pub email: Option<String>,
    /// Where the provider's ids are: `column` of the users table, or `table.column`.
    pub subject: Option<String>,
    /// The one-to-one profile table.
    pub profile_table: Option<String>,
}
