//! What Clerk tells about people after the fact, and how far a late word still counts.
//!
//! Deliveries come in any order, more than once, and to any server. So nothing is decided by which came first: a
//! subject stands as the newest description of it says, deleted if anybody ever said so. What arrives only moves
//! that forward, and what is in the rows follows from it.

use std::{fmt, str::FromStr};

use crate::{
    BoxFuture, ClerkUser, ClerkUserId, DirectoryError, Issuer, Subject,
    policy::{PolicySettings, Refusal},
};

/// Something that happened at Clerk, from a delivery whose signature was good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifecycleEvent {
    /// The instance that tells.
    pub issuer: Issuer,
    /// The id of the message, the same however often it is delivered.
    pub message: MessageId,
    /// When it happened, Unix milliseconds; 0 if the event does not say.
    pub happened_at_ms: i64,
    /// What happened.
    pub change: Change,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The person is like this.
    Described {
        /// The whole description.
        person: Box<ClerkUser>,
        /// Whether it announces that the person exists, which lets the provisioning policy decide.
        created: bool,
    },
    /// The person is gone. This cannot be outdone.
    Deleted(ClerkUserId),
    /// A session is over, while tokens of it may still be about.
    SessionEnded {
        /// The `sid` of its tokens.
        session: Box<str>,
        /// Whose it was, if the event says.
        person: Option<ClerkUserId>,
        /// When its last token can have expired, Unix seconds.
        until: u64,
    },
}

impl LifecycleEvent {
    /// Whom it is about.
    pub fn subject(&self) -> Option<Subject> {
        let id = match &self.change {
            Change::Described { person, .. } => &person.id,
            Change::Deleted(id) => id,
            Change::SessionEnded { person, .. } => person.as_ref()?,
        };
        Some(Subject { issuer: self.issuer.clone(), id: id.clone() })
    }
}

/// The id of a message: 1 to 128 of `[A-Za-z0-9_-]`, `msg_…` as a rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(Box<str>);

/// The text is no id of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the id of a message")]
pub struct InvalidMessageId;

impl MessageId {
    /// The id as the sender wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MessageId {
    type Err = InvalidMessageId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = (1..=128).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if fits { Ok(Self(text.into())) } else { Err(InvalidMessageId) }
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How new a description is: by the person's `updated_at`, then by the time of the event, then by the message.
///
/// Stored as text that compares, byte by byte, as these three do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Box<str>);

impl Version {
    /// The version of what a message says.
    #[must_use]
    pub fn told(updated_at_ms: Option<i64>, happened_at_ms: i64, message: &MessageId) -> Self {
        Self(format!("{:020}.{:020}.{message}", updated_at_ms.unwrap_or(0).max(0), happened_at_ms.max(0)).into())
    }

    /// The version of what Clerk answered when it was asked: every message about the same change counts as newer,
    /// and says the same.
    #[must_use]
    pub fn fetched(updated_at_ms: Option<i64>) -> Self {
        Self(format!("{:020}.{:020}.", updated_at_ms.unwrap_or(0).max(0), 0).into())
    }

    /// As it was stored.
    #[cfg(feature = "sqlx")]
    pub(crate) fn stored(text: &str) -> Self {
        Self(text.into())
    }

    /// As it is stored.
    #[cfg(feature = "sqlx")]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It was taken in. What it says may have been outdated already.
    Done,
    /// Its message was taken in before.
    Repeated,
    /// The provisioning policy gave the person no user, and that was written down.
    Refused(Refusal),
}

/// A session whose tokens are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokedSession {
    /// The instance.
    pub issuer: Issuer,
    /// The `sid`.
    pub session: Box<str>,
    /// Until when, Unix seconds.
    pub until: u64,
}

/// Takes events in. The crate brings one over `sqlx`, beside the [`Directory`](crate::Directory).
pub trait Lifecycle: fmt::Debug + Send + Sync {
    /// Takes events in, each with its effect or not at all; one answer for each, in their order.
    ///
    /// Everything is committed when this returns. The same events lead to the same state in any order, however
    /// often, and at however many servers.
    fn apply<'a>(
        &'a self,
        events: &'a [LifecycleEvent],
        settings: &'a PolicySettings,
    ) -> BoxFuture<'a, Vec<Result<Applied, DirectoryError>>>;

    /// The sessions whose tokens are refused now: all, or those that became so within the last `seconds`.
    fn revoked_sessions(&self, seconds: Option<u32>) -> BoxFuture<'_, Result<Vec<RevokedSession>, DirectoryError>>;

    /// Forgets some of what is of no use any more, as much as nobody has to wait for: old messages, sessions whose
    /// last token has expired. Whether there may be more.
    fn sweep(&self) -> BoxFuture<'_, Result<bool, DirectoryError>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> MessageId {
        text.parse().unwrap()
    }

    #[test]
    fn versions_compare_by_change_then_event_then_message() {
        let sorted = [
            Version::told(None, 5, &message("msg_9")),
            Version::fetched(Some(9)),
            Version::told(Some(9), 1, &message("msg_b")),
            Version::told(Some(9), 2, &message("msg_a")),
            Version::told(Some(9), 10, &message("msg_a")),
            Version::told(Some(9), 10, &message("msg_b")),
            Version::told(Some(10), 0, &message("msg_a")),
            Version::told(Some(i64::MAX), 0, &message("msg_a")),
        ];

        assert!(sorted.is_sorted_by(|one, next| one < next), "{sorted:?}");
        assert_eq!(Version::told(Some(-1), -1, &message("m")), Version::told(None, 0, &message("m")));
    }

    #[test]
    fn message_ids_are_short_and_plain() {
        for text in ["msg_2abc", "a", "A-1_z", &"x".repeat(128)] {
            assert_eq!(message(text).as_str(), text);
        }
        for text in ["", "msg 1", "msg.1", "msg_1\n", "é", &"x".repeat(129)] {
            assert!(text.parse::<MessageId>().is_err(), "{text:?}");
        }
    }
}
