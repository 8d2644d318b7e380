//! Sessions of users.

use std::collections::{HashMap, VecDeque};

use orientor_identity::ClerkUserId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ids::new_id;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Older sessions of a user are forgotten.
const MAX_PER_USER: usize = 50;

/// A session as Clerk's API shows one. Times are Unix milliseconds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "object", rename = "session")]
pub(crate) struct Session {
    pub(crate) id: String,
    client_id: String,
    pub(crate) user_id: ClerkUserId,
    pub(crate) status: SessionStatus,
    last_active_organization_id: Option<String>,
    actor: Option<Value>,
    last_active_at: i64,
    expire_at: i64,
    abandon_at: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SessionStatus {
    Active,
    Ended,
    Expired,
    Removed,
    Revoked,
}

/// How a session ends, which is also the name of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionEnd {
    /// The person signed out.
    Ended,
    /// The person signed out, and the session was taken off the client.
    Removed,
    /// An administrator or the Backend API ended it.
    Revoked,
}

/// All sessions.
#[derive(Default)]
pub(crate) struct Sessions {
    by_id: HashMap<String, Session>,
    /// Oldest first.
    by_user: HashMap<ClerkUserId, VecDeque<String>>,
}

impl Session {
    pub(crate) fn new(user_id: ClerkUserId, now_ms: i64) -> Self {
        Self {
            id: new_id("sess_"),
            client_id: new_id("client_"),
            user_id,
            status: SessionStatus::Active,
            last_active_organization_id: None,
            actor: None,
            last_active_at: now_ms,
            expire_at: now_ms + 7 * DAY_MS,
            abandon_at: now_ms + 30 * DAY_MS,
            created_at: now_ms,
            updated_at: now_ms,
        }
    }

    /// The session as it stands now: an active one may have expired.
    pub(crate) fn at(mut self, now_ms: i64) -> Self {
        if self.status == SessionStatus::Active && self.expire_at <= now_ms {
            self.status = SessionStatus::Expired;
        }
        self
    }

    pub(crate) fn is_active(&self) -> bool {
        self.status == SessionStatus::Active
    }
}

impl SessionEnd {
    pub(crate) fn status(self) -> SessionStatus {
        match self {
            Self::Ended => SessionStatus::Ended,
            Self::Removed => SessionStatus::Removed,
            Self::Revoked => SessionStatus::Revoked,
        }
    }

    pub(crate) fn event(self) -> &'static str {
        match self {
            Self::Ended => "session.ended",
            Self::Removed => "session.removed",
            Self::Revoked => "session.revoked",
        }
    }
}

impl Sessions {
    pub(crate) fn get(&self, id: &str) -> Option<&Session> {
        self.by_id.get(id)
    }

    /// The ids of a user's sessions, oldest first.
    pub(crate) fn of_user(&self, user: &ClerkUserId) -> impl DoubleEndedIterator<Item = &Session> {
        self.by_user.get(user).into_iter().flatten().filter_map(|id| self.by_id.get(id))
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Session> {
        self.by_user.values().flatten().filter_map(|id| self.by_id.get(id))
    }

    /// Adds a session, or puts a changed one in the place of the old.
    pub(crate) fn put(&mut self, session: Session) {
        if !self.by_id.contains_key(&session.id) {
            let ids = self.by_user.entry(session.user_id.clone()).or_default();
            ids.push_back(session.id.clone());
            if ids.len() > MAX_PER_USER
                && let Some(oldest) = ids.pop_front()
            {
                self.by_id.remove(&oldest);
            }
        }
        self.by_id.insert(session.id.clone(), session);
    }

    pub(crate) fn remove_all_of(&mut self, user: &ClerkUserId) {
        for id in self.by_user.remove(user).into_iter().flatten() {
            self.by_id.remove(&id);
        }
    }
}
