//! Pages of lists that have a route of their own.

use axum::http::{HeaderName, header};
use orientor_store::{Listing, RowKey};
use serde::Deserialize;
use utoipa::IntoParams;

use super::peers::Limit;
use crate::ApiError;

/// Rows on a page unless asked otherwise.
const USUAL: u16 = 50;
/// Most rows on a page.
const MOST: u16 = 100;

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PageParams {
    /// Begins behind the row with this key.
    after: Option<i64>,
    /// At most so many rows; 50 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// The header that holds the address of the next page, if there is one.
pub(super) type Link = Option<[(HeaderName, String); 1]>;

impl PageParams {
    /// The key behind which the page begins.
    pub(super) fn after(&self) -> Option<RowKey> {
        self.after.map(RowKey::Number)
    }

    /// The rows that are asked for.
    pub(super) fn listing<'a>(&self, after: Option<&'a RowKey>) -> Result<Listing<'a>, ApiError> {
        Ok(Listing { after, limit: self.limit()?, ..Listing::default() })
    }

    /// The address of the next page of the list at `path`, below `/api/v1`.
    pub(super) fn link(&self, path: &str, next: Option<&RowKey>, narrowed: &[(&str, &str)]) -> Link {
        let next = next?.to_string();
        let limit = self.limit.unwrap_or(USUAL).to_string();
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(narrowed).append_pair("after", &next).append_pair("limit", &limit);
        Some([(header::LINK, format!("</api/v1/{path}?{}>; rel=\"next\"", query.finish()))])
    }

    fn limit(&self) -> Result<u16, ApiError> {
        Limit::of(self.limit).within(USUAL, MOST)
    }
}
