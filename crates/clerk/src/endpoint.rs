//! The addresses that this crate calls: only https or loopback, never a redirect,
//! never longer than the time limit, never more than 1 MiB, or 32 MiB where many are listed.

use std::time::Duration;

use reqwest::{
    Client, RequestBuilder, Response, Url,
    header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER},
    redirect,
};
use serde_json::Value;

/// Key sets have a few kilobytes, users a few dozen at most.
const MAX_BODY: usize = 1024 * 1024;
/// Pages of users with a few dozen kilobytes each.
const MAX_PAGE: usize = 32 * 1024 * 1024;
/// Nobody's request waits for a page.
const PAGE_TIMEOUT: Duration = Duration::from_mins(1);
/// A server that asks us to come back tomorrow is not believed.
const MAX_RETRY_AFTER: Duration = Duration::from_hours(1);

/// Why an address cannot be used. Both are configuration faults.
#[derive(Debug, thiserror::Error)]
pub enum EndpointError {
    /// The text is no such address. It is not repeated, because it may hold credentials.
    #[error("not an address to call: expected https, or http on loopback, without credentials, query or fragment")]
    Address,
    /// The HTTP client could not be set up, as a rule for want of root certificates.
    #[error("the HTTP client could not be set up")]
    Client(#[source] reqwest::Error),
}

/// Why a call gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// No connection, no TLS, no HTTP, or not in time.
    #[error("the server could not be reached in time")]
    Transport(#[source] reqwest::Error),
    /// More than such an answer can have.
    #[error("the answer is larger than {} MiB", .0 / 1024 / 1024)]
    TooLarge(usize),
}

/// One base address and a client that may call nothing else.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    client: Client,
    url: Url,
}

/// An answer, whatever its status.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Vec<u8>,
}

impl Endpoint {
    pub(crate) fn new(url: &str, timeout: Duration) -> Result<Self, EndpointError> {
        let url = parse_url(url).ok_or(EndpointError::Address)?;
        let mut builder = Client::builder()
            .timeout(timeout)
            .redirect(redirect::Policy::none())
            .referer(false)
            .user_agent(concat!("orientor/", env!("CARGO_PKG_VERSION")));
        if url.scheme() == "http" {
            // Loopback needs no certificates, so that development works without any,
            // and must not pass through a proxy that the environment names.
            builder = builder.no_proxy().tls_certs_only([]);
        } else {
            builder = builder.https_only(true);
        }
        let client = builder.build().map_err(EndpointError::Client)?;
        Ok(Self { client, url })
    }

    /// GETs the address itself.
    pub(crate) async fn get(&self) -> Result<Answer, CallError> {
        self.call(self.client.get(self.url.clone()), MAX_BODY).await
    }

    /// GETs the address with `segments` appended to its path, percent-encoded where needed.
    pub(crate) async fn get_below(&self, segments: &[&str], headers: HeaderMap) -> Result<Answer, CallError> {
        self.call(self.client.get(self.below(segments)).headers(headers), MAX_BODY).await
    }

    /// The same with a query, for answers that take longer and hold more.
    pub(crate) async fn list_below(
        &self,
        segments: &[&str],
        query: &[(&str, &str)],
        headers: HeaderMap,
    ) -> Result<Answer, CallError> {
        let request = self.client.get(self.below(segments)).query(query).headers(headers).timeout(PAGE_TIMEOUT);
        self.call(request, MAX_PAGE).await
    }

    /// Sends a PATCH to the address with `segments` appended to its path, with a body of JSON.
    pub(crate) async fn patch_below(
        &self,
        segments: &[&str],
        body: &Value,
        mut headers: HeaderMap,
    ) -> Result<Answer, CallError> {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let request = self.client.patch(self.below(segments)).headers(headers).body(body.to_string());
        self.call(request.timeout(PAGE_TIMEOUT), MAX_BODY).await
    }

    /// Sends a DELETE to the address with `segments` appended to its path.
    pub(crate) async fn delete_below(&self, segments: &[&str], headers: HeaderMap) -> Result<Answer, CallError> {
        self.call(self.client.delete(self.below(segments)).headers(headers), MAX_BODY).await
    }

    fn below(&self, segments: &[&str]) -> Url {
        let mut url = self.url.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        url
    }

    async fn call(&self, request: RequestBuilder, most: usize) -> Result<Answer, CallError> {
        // Addresses of the Backend API hold user ids, which do not belong into logs.
        let transport = |error: reqwest::Error| CallError::Transport(error.without_url());
        let mut response = request.send().await.map_err(transport)?;
        let (status, retry_after) = (response.status().as_u16(), retry_after(&response));
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(transport)? {
            if body.len() + chunk.len() > most {
                return Err(CallError::TooLarge(most));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status, retry_after, body })
    }
}

fn parse_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let reachable = match url.scheme() {
        "https" => url.host_str().is_some_and(|host| !host.is_empty()),
        "http" => matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]")),
        _ => false,
    };
    let bare = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none()
        // The parser drops these silently; whoever wrote them meant something else.
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\');
    (reachable && bare).then_some(url)
}

/// The wait that the server asks for, if it says so in seconds.
fn retry_after(response: &Response) -> Option<Duration> {
    let text = response.headers().get(RETRY_AFTER)?.to_str().ok()?;
    let digits = (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = text.parse().ok().filter(|_| digits)?;
    Some(Duration::from_secs(seconds).min(MAX_RETRY_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_and_loopback_may_be_called() {
        for text in [
            "https://clerk.example.com/.well-known/jwks.json",
            "https://api.example.com",
            "https://api.example.com:8443/",
            "http://localhost:8001/x",
            "http://127.0.0.1:1",
            "http://[::1]:1",
        ] {
            assert!(parse_url(text).is_some(), "{text}");
        }
        for text in [
            "",
            "clerk.example.com",
            "http://clerk.example.com",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "http://127.0.0.2",
            "http://0.0.0.0",
            "http://10.0.0.1",
            "https://user@clerk.example.com",
            "https://user:secret@clerk.example.com",
            "http://127.0.0.1@clerk.example.com",
            "http://clerk.example.com#@127.0.0.1",
            "https://clerk.example.com/#x",
            "https://clerk.example.com/?x=y",
            " https://clerk.example.com",
            "https://clerk.example\n.com",
            "https:\\\\clerk.example.com",
            "file:///etc/passwd",
            "ftp://clerk.example.com",
            "https://",
        ] {
            assert!(parse_url(text).is_none(), "{text:?}");
        }
    }
}
