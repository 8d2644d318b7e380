//! Who may call. A server on loopback is still reached by every page in the
//! developer's browser, directly or by a name that resolves to this machine.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Uri, header},
    middleware::Next,
    response::Response,
};

use super::error::ApiError;
use crate::app::App;

/// Known versions of the Backend API, oldest first.
const VERSIONS: &[&str] = &["2021-02-05", "2024-10-01", "2025-03-12", "2025-04-10", "2025-11-10", "2026-05-12"];
const VERSION_HEADER: HeaderName = HeaderName::from_static("clerk-api-version");
const VERSION_PARAMETER: &str = "__clerk_api_version";

/// The version of the Backend API that a call is for. Compares by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ApiVersion(&'static str);

impl ApiVersion {
    /// From this one on, metadata have endpoints of their own.
    pub(super) const METADATA_APART: Self = Self("2026-05-12");
}

/// Lets through calls to this machine by name or address, from programs and from known origins.
pub(super) async fn check_host_and_origin(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if !host_is_ours(request.headers(), request.uri()) {
        return Err(ApiError::host_invalid());
    }
    let mut origins = request.headers().get_all(header::ORIGIN).iter();
    if !origins.all(|origin| app.origins.iter().any(|known| known.as_bytes() == origin.as_bytes())) {
        return Err(ApiError::origin_invalid());
    }
    Ok(next.run(request).await)
}

/// Lets through whoever has a development key.
pub(super) async fn check_secret_key(request: Request, next: Next) -> Result<Response, ApiError> {
    let header = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let key = header.and_then(|value| value.strip_prefix("Bearer ")).ok_or_else(ApiError::not_authenticated)?;
    let suffix = key.strip_prefix("sk_test_").ok_or_else(ApiError::key_invalid)?;
    if suffix.is_empty() || !suffix.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Err(ApiError::key_invalid());
    }
    Ok(next.run(request).await)
}

/// Finds the version that the call is for, and leaves it for the handlers.
pub(super) async fn find_version(mut request: Request, next: Next) -> Result<Response, ApiError> {
    let version = api_version(request.headers(), request.uri())?;
    request.extensions_mut().insert(version);
    Ok(next.run(request).await)
}

/// Counts the call against the rate limit.
pub(super) async fn count_call(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    app.count_call()?;
    Ok(next.run(request).await)
}

fn api_version(headers: &HeaderMap, uri: &Uri) -> Result<ApiVersion, ApiError> {
    let query = uri.query().unwrap_or_default();
    let in_query =
        query.split('&').filter_map(|pair| pair.split_once('=')).filter(|(name, _)| *name == VERSION_PARAMETER);
    let in_header = headers.get_all(VERSION_HEADER).iter().map(|value| value.to_str().unwrap_or_default());
    let mut asked = in_header.chain(in_query.map(|(_, value)| value));
    match (asked.next(), asked.next()) {
        (None, _) => Ok(ApiVersion::METADATA_APART),
        (Some(one), None) => {
            let known = VERSIONS.iter().find(|known| **known == one);
            known.map(|known| ApiVersion(known)).ok_or_else(ApiError::api_version_invalid)
        }
        (Some(_), Some(_)) => Err(ApiError::api_version_invalid()),
    }
}

/// Whether every word on where the request goes names this machine.
fn host_is_ours(headers: &HeaderMap, uri: &Uri) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(names_this_machine)
        && uri.authority().is_none_or(|authority| names_this_machine(authority.as_str()))
}

fn names_this_machine(authority: &str) -> bool {
    let (host, rest) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some(parts) => parts,
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let port_fits = rest.is_empty() || rest.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    let is_loopback = host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    port_fits && (is_loopback || host.eq_ignore_ascii_case("localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_pass_as_host() {
        for host in ["localhost", "LOCALHOST:8001", "127.0.0.1:8001", "127.0.0.2", "[::1]:8001", "[::1]"] {
            assert!(names_this_machine(host), "{host}");
        }
        for host in [
            "",
            "example.com",
            "example.com:8001",
            "localhost.example.com",
            "127.0.0.1.example.com",
            "localhost:8001@example.com",
            "ada@localhost",
            "localhost:",
            "localhost:x",
            "10.0.0.1",
            "0.0.0.0:8001",
            "[::]:8001",
            "[::1]x",
            "[::1",
        ] {
            assert!(!names_this_machine(host), "{host}");
        }
    }
}
