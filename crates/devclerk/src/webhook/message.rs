//! One event, on its way.

use std::{sync::Arc, time::Duration};

use orientor_identity::ClerkUserId;
use serde::Serialize;

use crate::{
    clock::millis,
    instance::{session::Session, user::User},
};

/// An event and what has to stay the same in all its attempts.
pub(crate) struct Message {
    id: String,
    kind: &'static str,
    data: EventData,
    timestamp_ms: i64,
}

/// What an event tells.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum EventData {
    User(Arc<User>),
    Deleted {
        id: ClerkUserId,
        object: &'static str,
        deleted: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        external_id: Option<String>,
    },
    Session {
        #[serde(flatten)]
        session: Session,
        user: Arc<User>,
    },
}

#[derive(Serialize)]
struct Envelope<'a> {
    data: &'a EventData,
    event_attributes: Attributes,
    instance_id: &'a str,
    object: &'static str,
    timestamp: i64,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Default, Serialize)]
struct Attributes {
    http_request: HttpRequest,
}

#[derive(Serialize)]
struct HttpRequest {
    client_ip: &'static str,
    user_agent: &'static str,
}

impl Default for HttpRequest {
    fn default() -> Self {
        Self { client_ip: "127.0.0.1", user_agent: "" }
    }
}

impl EventData {
    pub(crate) fn deleted(user: &User) -> Self {
        Self::Deleted { id: user.id.clone(), object: "user", deleted: true, external_id: user.external_id.clone() }
    }

    pub(crate) fn session(session: Session, user: Arc<User>) -> Self {
        Self::Session { session, user }
    }
}

impl Message {
    pub(crate) fn new(id: String, kind: &'static str, data: EventData, now: Duration) -> Self {
        Self { id, kind, data, timestamp_ms: millis(now) }
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn kind(&self) -> &'static str {
        self.kind
    }

    pub(crate) fn timestamp_ms(&self) -> i64 {
        self.timestamp_ms
    }

    pub(crate) fn user_id(&self) -> &ClerkUserId {
        match &self.data {
            EventData::User(user) => &user.id,
            EventData::Deleted { id, .. } => id,
            EventData::Session { session, .. } => &session.user_id,
        }
    }

    /// The body, the same in every attempt.
    pub(crate) fn to_body(&self, instance_id: &str) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Envelope {
            data: &self.data,
            event_attributes: Attributes::default(),
            instance_id,
            object: "event",
            timestamp: self.timestamp_ms,
            kind: self.kind,
        })
    }
}
