//! Who the users are: which table, which columns, by evidence.

use serde::Deserialize;

use crate::catalogue::Column;

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

/// The users of the database.
#[derive(Clone, Debug)]
pub struct People {
    /// The users table.
    pub table: i64,
    /// Its key, to which others refer.
    pub id: Column,
    /// Its e-mail column.
    pub email: Option<Column>,
    /// Where the provider's ids are.
    pub subjects: Vec<Holder>,
    /// A condition over the row `u` that says it is deleted though it is there.
    pub deleted: Option<String>,
    /// The one-to-one profile table and its user column.
    pub profile: Option<(i64, i16)>,
    /// What spoke for these choices, a sentence each.
    pub because: Vec<String>,
}

/// A column with the provider's ids.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Its table: the users table itself, a one-to-one profile, or a side table of identities.
    pub table: i64,
    /// The column.
    pub column: Column,
    /// The column that says whose id it is; none in the users table itself.
    pub user: Option<Column>,
    /// In a side table: the column that names the provider or the instance.
    pub provider: Option<Column>,
}
