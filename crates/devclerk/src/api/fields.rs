//! The members of a request body, taken out one by one, so that what is left is unknown.

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
};
use chrono::DateTime;
use serde_json::{Map, Value};

use super::{MAX_BODY_BYTES, error::ApiError};
use crate::refused::{FieldFault, Refused};

/// Longest text in a field.
const MAX_TEXT: usize = 1024;

/// The members of a JSON object. No body at all is an empty object.
pub(super) struct Fields(Map<String, Value>);

/// What a request says about a field.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Given<T> {
    Absent,
    Null,
    Value(T),
}

impl<T> Given<T> {
    /// The value, where null means the same as nothing.
    pub(super) fn value(self) -> Option<T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// Writes the value, or clears with null.
    pub(super) fn store(self, target: &mut Option<T>) {
        match self {
            Self::Absent => {}
            Self::Null => *target = None,
            Self::Value(value) => *target = Some(value),
        }
    }

    pub(super) fn try_map<U>(self, map: impl FnOnce(T) -> Option<U>, name: &str) -> Result<Given<U>, Refused> {
        match self {
            Self::Absent => Ok(Given::Absent),
            Self::Null => Ok(Given::Null),
            Self::Value(value) => map(value).map(Given::Value).ok_or_else(|| Refused::field(FieldFault::Format, name)),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        Self::read(request.into_body()).await
    }
}

impl From<Map<String, Value>> for Fields {
    fn from(members: Map<String, Value>) -> Self {
        Self(members)
    }
}

impl Fields {
    async fn read(body: Body) -> Result<Self, ApiError> {
        // A body that breaks off reads no answer, so one error does for both.
        let bytes = to_bytes(body, MAX_BODY_BYTES).await.map_err(|_| ApiError::body_too_large())?;
        if bytes.is_empty() {
            return Ok(Self(Map::new()));
        }
        serde_json::from_slice(&bytes).map(Self).map_err(|_| ApiError::body_invalid())
    }

    fn take(&mut self, name: &str) -> Given<Value> {
        match self.0.remove(name) {
            None => Given::Absent,
            Some(Value::Null) => Given::Null,
            Some(value) => Given::Value(value),
        }
    }

    pub(super) fn text(&mut self, name: &str) -> Result<Given<String>, Refused> {
        self.take(name).try_map(to_text, name)
    }

    pub(super) fn flag(&mut self, name: &str) -> Result<Option<bool>, Refused> {
        Ok(self.take(name).try_map(|value| value.as_bool(), name)?.value())
    }

    pub(super) fn integer(&mut self, name: &str) -> Result<Given<i64>, Refused> {
        self.take(name).try_map(|value| value.as_i64(), name)
    }

    /// A moment in RFC 3339, as Unix milliseconds.
    pub(super) fn time(&mut self, name: &str) -> Result<Given<i64>, Refused> {
        let read = |text: String| DateTime::parse_from_rfc3339(&text).ok().map(|time| time.timestamp_millis());
        self.text(name)?.try_map(read, name)
    }

    pub(super) fn object(&mut self, name: &str) -> Result<Given<Map<String, Value>>, Refused> {
        let read = |value| if let Value::Object(members) = value { Some(members) } else { None };
        self.take(name).try_map(read, name)
    }

    /// A list of texts; an absent one is empty.
    pub(super) fn texts(&mut self, name: &str) -> Result<Vec<String>, Refused> {
        let read = |value| {
            let Value::Array(items) = value else { return None };
            items.into_iter().map(to_text).collect()
        };
        Ok(self.take(name).try_map(read, name)?.value().unwrap_or_default())
    }

    /// Drops fields that are accepted and make no difference here.
    pub(super) fn ignore(&mut self, names: &[&str]) {
        for name in names {
            self.0.remove(*name);
        }
    }

    /// Refuses what nobody asked for.
    pub(super) fn finish(self) -> Result<(), Refused> {
        let unknown = self.0.into_iter().next();
        unknown.map_or(Ok(()), |(name, _)| {
            // The name is the client's own and goes back to it, but not at any length.
            Err(Refused::field(FieldFault::Unknown, name.chars().take(64).collect::<String>()))
        })
    }
}

/// A text of bearable length. No NUL, as databases cannot store it.
fn to_text(value: Value) -> Option<String> {
    let Value::String(text) = value else { return None };
    (text.len() <= MAX_TEXT && !text.contains('\0')).then_some(text)
}
