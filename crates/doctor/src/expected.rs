//! What a schema should look like, as data.

use serde::Deserialize;

/// The tables of an application as they should be.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// What the application is called.
    pub name: String,
}
