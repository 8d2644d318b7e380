//! What Clerk would send: events about people and sessions, signed.

use std::time::Duration;

use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use orientor_identity::{Clock as _, SystemClock};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, send};

pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
pub(crate) const PATH: &str = "/webhooks/clerk";
/// When the first of the events happened, Unix milliseconds.
pub(crate) const THEN: i64 = 1_790_000_000_000;

/// One delivery, before it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Delivery {
    pub(crate) id: String,
    pub(crate) timestamp: String,
    pub(crate) body: Vec<u8>,
    pub(crate) secret: &'static str,
}

impl Delivery {
    pub(crate) fn new(id: &str, body: impl Into<Vec<u8>>) -> Self {
        let timestamp = SystemClock.now().as_secs().to_string();
        Self { id: id.to_owned(), timestamp, body: body.into(), secret: SECRET }
    }

    pub(crate) fn signature(&self) -> String {
        let key = STANDARD.decode(self.secret.trim_start_matches("whsec_")).unwrap();
        let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, &key));
        context.update(format!("{}.{}.", self.id, self.timestamp).as_bytes());
        context.update(&self.body);
        format!("v1,{}", STANDARD.encode(context.sign()))
    }

    pub(crate) fn to(&self, app: &TestApp) -> reqwest::RequestBuilder {
        app.request(Method::POST, PATH)
            .header("content-type", "application/json")
            .header("svix-id", &self.id)
            .header("svix-timestamp", &self.timestamp)
            .header("svix-signature", self.signature())
            .body(self.body.clone())
    }
}

impl TestApp {
    /// Delivers an event under this id, signed as it should be.
    pub(crate) async fn deliver(&self, id: &str, event: &Value) -> Answer {
        send(Delivery::new(id, event.to_string()).to(self)).await
    }

    /// The same, and it has to be taken in.
    #[track_caller]
    pub(crate) fn tell(&self, id: &str, event: &Value) -> impl Future<Output = ()> {
        let caller = std::panic::Location::caller();
        async move {
            let answer = self.deliver(id, event).await;
            assert_eq!(answer.status, 204, "{caller}: {answer:?}");
        }
    }

    /// Everything about people, without times and without what is only a record of what has happened.
    pub(crate) async fn people(&self) -> Vec<String> {
        self.people_like("%", "%").await
    }

    /// The same about one subject and the users whose address or name is like this.
    pub(crate) async fn people_like(&self, subject: &str, mark: &str) -> Vec<String> {
        let user = "coalesce(email, '-') || ' ' || coalesce(first_name, '-') || ' ' || coalesce(last_name, '-') || ' ' || \
                    coalesce(clerk_user_id, '-') || ' ' || CASE WHEN is_active THEN 'active' ELSE 'inactive' END";
        // A row is found by what it says, or by a link or a tombstone that names it.
        let ids = format!(
            "(email LIKE '{mark}' OR clerk_user_id LIKE '{subject}' OR id IN (SELECT user_id FROM identity_links WHERE \
             subject LIKE '{subject}') OR id IN (SELECT user_id FROM identity_tombstones WHERE subject LIKE '{subject}'))"
        );
        let mut lines = Vec::new();
        for sql in [
            format!("SELECT 'user ' || {user} FROM users WHERE {ids}"),
            format!(
                "SELECT 'profile ' || coalesce(name, '-') FROM user_profiles WHERE user_id IN (SELECT id FROM users WHERE {ids})"
            ),
            format!(
                "SELECT 'link ' || l.subject || ' ' || l.state || ' ' || (SELECT coalesce(email, '-') FROM users u WHERE \
                 u.id = l.user_id) FROM identity_links l WHERE subject LIKE '{subject}'"
            ),
            format!(
                "SELECT 'tombstone ' || subject || ' ' || coalesce(email, '-') || ' ' || CASE WHEN user_id IS NULL THEN \
                 'nobody' ELSE 'somebody' END FROM identity_tombstones WHERE subject LIKE '{subject}'"
            ),
            format!(
                "SELECT 'told ' || seen || ' ' || blocked || ' ' || coalesce(first_name, '-') || ' ' || \
                 coalesce(first_name_seen, '-') || ' ' || coalesce(last_name, '-') || ' ' || coalesce(last_name_seen, '-') \
                 || ' ' || coalesce(emails, '-') || ' ' || coalesce(email_seen, '-') FROM identity_subjects WHERE subject \
                 LIKE '{subject}'"
            ),
        ] {
            lines.extend(self.texts(&sql).await);
        }
        lines.sort();
        lines
    }
}

/// An event as Clerk wraps it, `after` milliseconds after the first.
pub(crate) fn event(kind: &str, after: i64, data: Value) -> Value {
    json!({
        "object": "event", "type": kind, "data": data, "timestamp": THEN + after,
        "event_attributes": { "http_request": { "client_ip": "192.0.2.1", "user_agent": "test" } }
    })
}

/// A person with a verified primary address, as they are `after` milliseconds after the first event.
pub(crate) fn person(id: &str, email: &str, after: i64) -> Value {
    json!({
        "id": id, "object": "user", "external_id": null, "first_name": "Ada", "last_name": null,
        "primary_email_address_id": "idn_1", "banned": false, "deprovisioned": false, "locked": false,
        "created_at": THEN, "updated_at": THEN + after,
        "email_addresses": [address("idn_1", email, "verified")]
    })
}

pub(crate) fn address(id: &str, email: &str, status: &str) -> Value {
    json!({
        "id": id, "object": "email_address", "email_address": email, "reserved": false,
        "verification": { "status": status, "strategy": "email_code" }, "linked_to": []
    })
}

/// `value` with other members.
pub(crate) fn with(mut value: Value, members: &Value) -> Value {
    for (name, member) in members.as_object().unwrap() {
        value[name] = member.clone();
    }
    value
}

pub(crate) fn created(id: &str, email: &str) -> Value {
    event("user.created", 0, person(id, email, 0))
}

pub(crate) fn updated(id: &str, email: &str, after: i64, members: &Value) -> Value {
    event("user.updated", after, with(person(id, email, after), members))
}

pub(crate) fn deleted(id: &str, after: i64) -> Value {
    event("user.deleted", after, json!({ "id": id, "object": "user", "deleted": true }))
}

/// A session that is over, which would have lasted for a week.
pub(crate) fn session_over(kind: &str, session: &str, person: &str) -> Value {
    let end = SystemClock.now() + Duration::from_hours(7 * 24);
    let data = json!({
        "id": session, "object": "session", "user_id": person, "status": kind.trim_start_matches("session."),
        "expire_at": end.as_secs() * 1_000
    });
    event(kind, 0, data)
}
