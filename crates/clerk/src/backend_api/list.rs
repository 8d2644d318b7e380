//! All users of the instance, page by page.
//!
//! Whoever is not in the list counts as deleted, so a list that lacks somebody is worse than none. Pages
//! are asked for by cursor, oldest first: whoever is added meanwhile comes at the end, and whoever goes
//! moves nobody to another page. In the end Clerk's own count has to agree.

use std::collections::HashSet;

use orientor_identity::{ClerkUser, ClerkUserId};
use serde::Deserialize;
use serde_json::Value;

use super::{
    BackendApi, BackendApiError, ErrorCode, NotAUser,
    patience::{Impatient, patiently},
    user_from_json,
};
use crate::endpoint::Answer;

/// The most that Clerk gives at once; of a larger number it says nothing and gives ten.
const PAGE: &str = "500";
/// How often the whole list is read while somebody deletes users.
const READINGS: u32 = 4;

/// Why there is no list of all users.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// Clerk did not give a page or a count.
    #[error("Clerk's Backend API did not give the list of users")]
    Api(#[source] BackendApiError),
    /// Clerk asks to wait longer than anybody would, or again and again.
    #[error("Clerk's Backend API limits how often it may be asked, and still did after {0} tries")]
    Limited(u32),
    /// An answer is no list of users, or no count.
    #[error("Clerk's answer is not a list of users: {0}")]
    NotAList(String),
    /// Users come and go faster than they can be listed.
    #[error(
        "the list is incomplete: it has {listed} users and Clerk counts {counted}; try again when fewer come and go"
    )]
    Incomplete {
        /// How many were listed.
        listed: usize,
        /// How many Clerk says there are.
        counted: usize,
    },
}

#[derive(Deserialize)]
struct Count {
    total_count: usize,
}

/// What became of one reading of the list.
enum Reading {
    Complete(Vec<ClerkUser>),
    Incomplete { listed: usize, counted: usize },
}

impl BackendApi {
    /// Everybody in the instance, in the order in which they were added. `progress` is told how many have been
    /// read of how many.
    ///
    /// # Errors
    ///
    /// [`ListError`]; there is never a part of the list.
    pub async fn all_users(&self, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Vec<ClerkUser>, ListError> {
        let mut last = (0, 0);
        for _ in 0..READINGS {
            match self.read_all(progress).await? {
                Reading::Complete(users) => return Ok(users),
                Reading::Incomplete { listed, counted } => last = (listed, counted),
            }
        }
        Err(ListError::Incomplete { listed: last.0, counted: last.1 })
    }

    async fn read_all(&self, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Reading, ListError> {
        let mut counted = self.count().await?;
        let mut users: Vec<ClerkUser> = Vec::new();
        let mut seen = HashSet::new();
        loop {
            progress(users.len(), counted);
            let after = users.last().map(|user| user.id.clone());
            let Some(page) = self.page(after.as_ref().map(ClerkUserId::as_str)).await? else {
                // The user after whom we asked is gone.
                return Ok(Reading::Incomplete { listed: users.len(), counted });
            };
            if !page.is_empty() {
                for user in page {
                    if !seen.insert(user.id.clone()) {
                        return Err(ListError::NotAList(format!("{} comes twice", user.id)));
                    }
                    users.push(user);
                }
                // A page may be shorter than asked for without being the last one.
                continue;
            }
            let before = counted;
            counted = self.count().await?;
            if counted == users.len() {
                return Ok(Reading::Complete(users));
            }
            // More were added while we looked: they follow after the last one. Otherwise somebody was deleted.
            if counted < users.len() || counted == before {
                return Ok(Reading::Incomplete { listed: users.len(), counted });
            }
        }
    }

    async fn count(&self) -> Result<usize, ListError> {
        let answer = self.ask(&["v1", "users", "count"], &[]).await?;
        let answer = expect_200(answer)?;
        let count: Count =
            serde_json::from_slice(&answer.body).map_err(|_| ListError::NotAList("no total_count".to_owned()))?;
        Ok(count.total_count)
    }

    /// The users who were added after this one, the oldest first; none if there is no such user any more.
    async fn page(&self, after: Option<&str>) -> Result<Option<Vec<ClerkUser>>, ListError> {
        let mut query = vec![("limit", PAGE), ("order_by", "+created_at")];
        query.extend(after.map(|id| ("starting_after", id)));
        let answer = self.ask(&["v1", "users"], &query).await?;
        if after.is_some() && matches!(answer.status, 400 | 404 | 422) {
            return Ok(None);
        }
        let answer = expect_200(answer)?;
        let page: Vec<Value> =
            serde_json::from_slice(&answer.body).map_err(|_| ListError::NotAList("not an array".to_owned()))?;
        let users: Result<Vec<ClerkUser>, NotAUser> = page.iter().map(user_from_json).collect();
        users.map(Some).map_err(|error| ListError::NotAList(error.to_string()))
    }

    /// Asks, and waits as long as Clerk wants us to.
    async fn ask(&self, path: &[&str], query: &[(&str, &str)]) -> Result<Answer, ListError> {
        let call = || self.endpoint.list_below(path, query, self.headers.clone());
        patiently(call).await.map_err(|error| match error {
            Impatient::Call(error) => ListError::Api(BackendApiError::Call(error)),
            Impatient::Limited(tries) => ListError::Limited(tries),
        })
    }
}

fn expect_200(answer: Answer) -> Result<Answer, ListError> {
    let (status, code) = (answer.status, ErrorCode::of(&answer));
    match status {
        200 => Ok(answer),
        401 | 403 => Err(ListError::Api(BackendApiError::KeyRefused { status, code })),
        _ => Err(ListError::Api(BackendApiError::Status { status, code })),
    }
}
