//! What a server answers, as tests look at it.

use reqwest::{
    RequestBuilder,
    header::{HeaderMap, HeaderName},
};
use serde_json::Value;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    /// `null` if it is no JSON.
    pub(crate) body: Value,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: impl Into<HeaderText>) -> &str {
        self.headers.get(name.into().0).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Status and code of an error, after checking that the body is `{code, detail}` and nothing else.
    #[track_caller]
    pub(crate) fn error(&self) -> (u16, &str) {
        let members = self.body.as_object().unwrap_or_else(|| panic!("not an error: {self:?}"));
        assert_eq!(members.keys().map(String::as_str).collect::<Vec<_>>(), ["code", "detail"], "{self:?}");
        assert!(self.header("content-type").starts_with("application/json"), "{self:?}");
        let detail = self.body["detail"].as_str().unwrap();
        assert!(detail.ends_with('.') && !detail.contains('\n'), "a sentence: {detail:?}");
        (self.status, self.body["code"].as_str().unwrap())
    }

    pub(crate) fn detail(&self) -> &str {
        self.body["detail"].as_str().unwrap_or_default()
    }

    /// One member of each item of a list.
    #[track_caller]
    pub(crate) fn column(&self, member: &str) -> Vec<Value> {
        assert_eq!(self.status, 200, "{self:?}");
        self.body.as_array().unwrap().iter().map(|item| item[member].clone()).collect()
    }
}

/// A header's name, from text.
pub(crate) struct HeaderText(HeaderName);

impl From<&'static str> for HeaderText {
    fn from(name: &'static str) -> Self {
        Self(HeaderName::from_static(name))
    }
}

pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let text = String::from_utf8(response.bytes().await.unwrap().to_vec()).unwrap();
    Answer { status, headers, body: serde_json::from_str(&text).unwrap_or_default(), text }
}

/// Names and kinds of the members of an object, in order: `n`umber, `s`tring, `b`oolean, `z` for null, `a`rray, `o`bject.
pub(crate) fn shape(value: &Value) -> Vec<(&str, char)> {
    let kind = |value: &Value| match value {
        Value::Number(_) => 'n',
        Value::String(_) => 's',
        Value::Bool(_) => 'b',
        Value::Null => 'z',
        Value::Array(_) => 'a',
        Value::Object(_) => 'o',
    };
    value.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), kind(value))).collect()
}
