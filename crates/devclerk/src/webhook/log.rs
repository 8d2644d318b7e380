//! What became of the last messages.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use orientor_identity::ClerkUserId;
use serde::Serialize;

use super::message::Message;

/// Older messages are forgotten.
const KEPT: usize = 100;

/// What became of one message. Holds no payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// The `svix-id`, the same in every attempt.
    pub id: String,
    /// The event, as `user.created`.
    #[serde(rename = "type")]
    pub event: &'static str,
    /// Whom it is about.
    pub user_id: ClerkUserId,
    /// When it happened, Unix milliseconds.
    pub created_at: i64,
    /// Where it stands.
    pub state: DeliveryState,
    /// What has been tried, oldest first.
    pub attempts: Vec<Attempt>,
}

/// One attempt to send a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// When, Unix milliseconds.
    pub at: i64,
    /// The HTTP status of the answer, `None` if there was no answer in time.
    pub status: Option<u16>,
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Not tried yet, or to be tried again.
    Pending,
    /// The receiver answered 2xx.
    Delivered,
    /// Given up.
    Failed,
}

/// The last messages, oldest first.
#[derive(Default)]
pub(crate) struct DeliveryLog(Mutex<VecDeque<Delivery>>);

impl DeliveryLog {
    /// The last messages, newest first.
    pub(crate) fn latest(&self) -> Vec<Delivery> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().rev().cloned().collect()
    }

    pub(super) fn begin(&self, message: &Message) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.len() == KEPT {
            entries.pop_front();
        }
        entries.push_back(Delivery {
            id: message.id().to_owned(),
            event: message.kind(),
            user_id: message.user_id().clone(),
            created_at: message.timestamp_ms(),
            state: DeliveryState::Pending,
            attempts: Vec::new(),
        });
    }

    pub(super) fn record(&self, id: &str, attempt: Attempt) {
        self.change(id, |entry| {
            if attempt.status.is_some_and(|status| (200..300).contains(&status)) {
                entry.state = DeliveryState::Delivered;
            }
            entry.attempts.push(attempt);
        });
    }

    pub(super) fn give_up(&self, id: &str) {
        self.change(id, |entry| entry.state = DeliveryState::Failed);
    }

    fn change(&self, id: &str, change: impl FnOnce(&mut Delivery)) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = entries.iter_mut().rev().find(|entry| entry.id == id) {
            change(entry);
        }
    }
}
