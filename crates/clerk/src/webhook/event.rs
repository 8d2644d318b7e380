//! What a verified body says. A good signature says nothing about its shape.

use std::{fmt, time::Duration};

use orientor_identity::{Change, ClerkUserId, Issuer, LifecycleEvent, MessageId};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value};

use super::WebhookError;
use crate::user_from_json;

/// What matters here.
const KINDS: [&str; 6] =
    ["user.created", "user.updated", "user.deleted", "session.ended", "session.removed", "session.revoked"];
/// Seconds in a day.
const DAY: u64 = 86_400;
/// A time below this, in milliseconds, would lie in 1973: it is in seconds.
const SECONDS_BELOW: i64 = 100_000_000_000;
/// How long the last token of a session lasts, at most, in seconds. Clerk makes them for a minute. Only the
/// application itself can have them made for longer, by the Backend API.
const LAST_TOKEN: u64 = DAY;
/// For clocks that disagree, in seconds.
const MARGIN: u64 = 120;

/// An event as it is wrapped.
#[derive(Debug)]
pub(super) struct Envelope(Map<String, Value>);

impl Envelope {
    /// Reads a body: one JSON object, in which no member is repeated at any depth.
    pub(super) fn parse(body: &[u8]) -> Result<Self, WebhookError> {
        match serde_json::from_slice(body) {
            Ok(Unique(Value::Object(members))) => {
                let envelope = Self(members);
                envelope.kind()?;
                text(&envelope.0, "instance_id")?;
                Ok(envelope)
            }
            Ok(_) => Err(unreadable("it is not an object")),
            // The message of the parser would repeat parts of the body.
            Err(error) => Err(unreadable(&format!("it is not JSON without repeated members, line {}", error.line()))),
        }
    }

    pub(super) fn instance_id(&self) -> Option<&str> {
        self.0.get("instance_id").and_then(Value::as_str)
    }

    fn kind(&self) -> Result<&str, WebhookError> {
        text(&self.0, "type")?.ok_or_else(|| unreadable("`type` is missing"))
    }

    /// The event, or nothing if its kind is of no concern.
    pub(super) fn event(
        &self,
        issuer: Issuer,
        message: MessageId,
        now: Duration,
    ) -> Result<Option<LifecycleEvent>, WebhookError> {
        let kind = self.kind()?;
        if !KINDS.contains(&kind) {
            return Ok(None);
        }
        let happened_at_ms = time(&self.0, "timestamp")?.unwrap_or(0);
        let Some(Value::Object(data)) = self.0.get("data") else {
            return Err(unreadable("`data` is not an object"));
        };
        let change = match kind {
            "user.created" => described(data, true)?,
            "user.updated" => described(data, false)?,
            "user.deleted" => user_id(data, "id").map(Change::Deleted)?,
            _ => ended(data, happened_at_ms, now)?,
        };
        Ok(Some(LifecycleEvent { issuer, message, happened_at_ms, change }))
    }
}

fn described(data: &Map<String, Value>, created: bool) -> Result<Change, WebhookError> {
    user_id(data, "id")?;
    // What decides must be what it should be. A description that is half understood would be taken for a whole one.
    for name in ["first_name", "last_name", "external_id", "primary_email_address_id"] {
        text(data, name)?;
    }
    for name in ["banned", "deprovisioned"] {
        if !matches!(data.get(name), None | Some(Value::Null | Value::Bool(_))) {
            return Err(unreadable(&format!("`data.{name}` is not true or false")));
        }
    }
    time(data, "updated_at")?;
    match data.get("email_addresses") {
        None | Some(Value::Null) => {}
        Some(Value::Array(entries)) if entries.iter().all(Value::is_object) => {}
        Some(_) => return Err(unreadable("`data.email_addresses` is not a list of objects")),
    }
    let person = user_from_json(&Value::Object(data.clone())).map_err(|error| unreadable(&error.to_string()))?;
    Ok(Change::Described { person: Box::new(person), created })
}

fn ended(data: &Map<String, Value>, happened_at_ms: i64, now: Duration) -> Result<Change, WebhookError> {
    let id = text(data, "id")?.unwrap_or_default();
    let digits = id.strip_prefix("sess_").unwrap_or_default();
    if !((1..=64).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        return Err(unreadable("`data.id` is not the id of a session"));
    }
    let person = match data.get("user_id") {
        None | Some(Value::Null) => None,
        Some(_) => Some(user_id(data, "user_id")?),
    };
    let now = now.as_secs();
    let seconds = |ms: i64| u64::try_from(ms / 1_000).unwrap_or(0);
    // When it would have ended by itself does not matter: no token is made once it is over.
    time(data, "expire_at")?;
    let ended_at = Some(seconds(happened_at_ms)).filter(|at| (1..=now).contains(at)).unwrap_or(now);
    // However long ago it is said to have ended, a token that is still good now must not pass.
    let until = (ended_at + LAST_TOKEN).max(now) + MARGIN;
    Ok(Change::SessionEnded { session: id.into(), person, until })
}

fn user_id(data: &Map<String, Value>, name: &str) -> Result<ClerkUserId, WebhookError> {
    let id = text(data, name)?.and_then(|text| text.parse().ok());
    id.ok_or_else(|| unreadable(&format!("`data.{name}` is not a Clerk user id")))
}

fn text<'v>(object: &'v Map<String, Value>, name: &str) -> Result<Option<&'v str>, WebhookError> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(unreadable(&format!("`{name}` is not a text"))),
    }
}

/// Unix milliseconds. Documentation and examples disagree on the unit of some, so seconds are read as well.
fn time(object: &Map<String, Value>, name: &str) -> Result<Option<i64>, WebhookError> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => match number.as_i64() {
            Some(seconds @ 0..SECONDS_BELOW) => Ok(Some(seconds * 1_000)),
            Some(ms @ SECONDS_BELOW..=9_007_199_254_740_991) => Ok(Some(ms)),
            _ => Err(unreadable(&format!("`{name}` is not a time"))),
        },
        Some(_) => Err(unreadable(&format!("`{name}` is not a time"))),
    }
}

fn unreadable(why: &str) -> WebhookError {
    WebhookError::Unreadable(why.into())
}

/// A value in which no member is repeated at any depth.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor).map(Self)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without repeated members")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number is too large"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Unique(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Unique(value))) = members.next_entry::<String, Unique>()? {
            if object.insert(name, value).is_some() {
                return Err(A::Error::custom("a member is repeated"));
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_800_000_000;

    /// Until when a session is refused of which this is told, in seconds from now.
    fn refused_for(happened_at: u64, expires_at: u64) -> u64 {
        let data = serde_json::json!({ "id": "sess_1", "expire_at": expires_at * 1_000 });
        let body = serde_json::json!({ "type": "session.ended", "timestamp": happened_at * 1_000, "data": data });
        let envelope = Envelope::parse(body.to_string().as_bytes()).unwrap();
        let (issuer, message) = ("https://clerk.example.com".parse().unwrap(), "msg_1".parse().unwrap());
        let event = envelope.event(issuer, message, Duration::from_secs(NOW)).unwrap().unwrap();
        let Change::SessionEnded { until, .. } = event.change else { panic!("not the end of a session") };
        until - NOW
    }

    #[test]
    fn a_session_is_refused_for_as_long_as_its_last_token_may_last_and_no_longer() {
        let year = 365 * DAY;
        for expires_at in [0, NOW - year, NOW, NOW + 7 * DAY, NOW + 100 * year] {
            assert_eq!(refused_for(NOW, expires_at), DAY + MARGIN, "{expires_at}");
            assert_eq!(refused_for(NOW - 3_600, expires_at), DAY - 3_600 + MARGIN, "{expires_at}");
            // It comes late; whatever is wrong with a clock is covered all the same.
            assert_eq!(refused_for(NOW - year, expires_at), MARGIN, "{expires_at}");
            // From the future, or without a time.
            assert_eq!(refused_for(NOW + year, expires_at), DAY + MARGIN, "{expires_at}");
            assert_eq!(refused_for(0, expires_at), DAY + MARGIN, "{expires_at}");
        }
    }
}
