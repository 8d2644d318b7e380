//! The request that the client made, as the proxy tells it.

use axum::http::{Method, request::Parts};
use orientor_identity::Credentials;

/// Traefik's and Caddy's header, and the one of our snippet for nginx. Envoy asks with the method itself.
const METHODS: [&str; 2] = ["x-forwarded-method", "x-original-method"];

/// What can carry or qualify a session token.
///
/// A proxy that knows one of the headers may pass on the other as a client has sent it. So the request counts as a
/// write as soon as anything says so, and a client can only make it stricter. Hosts and paths take no part: whose
/// pages may write is settled by `Origin`, and nothing else of the request is asked.
pub(super) fn credentials(parts: &Parts) -> Credentials<'_> {
    let mut credentials = orientor_identity::axum::credentials(parts);
    let mut named = METHODS.into_iter().flat_map(|name| parts.headers.get_all(name));
    credentials.is_write |= named.any(|method| !only_reads(method.as_bytes()));
    credentials
}

/// Methods are case-sensitive, and what is none of these may write.
fn only_reads(method: &[u8]) -> bool {
    [Method::GET, Method::HEAD, Method::OPTIONS].iter().any(|safe| safe.as_str().as_bytes() == method)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn is_write(method: &str, headers: &[(&str, &str)]) -> bool {
        let request = Request::builder().method(method).uri("/auth/verify");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        credentials(&request.body(()).unwrap().into_parts().0).is_write
    }

    #[test]
    fn a_request_only_reads_if_everything_says_so() {
        for headers in [
            &[][..],
            &[("x-forwarded-method", "GET")],
            &[("x-forwarded-method", "HEAD"), ("x-original-method", "OPTIONS")],
            &[("x-method-override", "POST")],
        ] {
            assert!(!is_write("GET", headers), "{headers:?}");
            assert!(is_write("POST", headers), "{headers:?}");
        }
        for headers in [
            &[("x-forwarded-method", "POST")][..],
            &[("x-original-method", "DELETE")],
            &[("x-forwarded-method", "GET"), ("x-original-method", "PUT")],
            &[("x-forwarded-method", "PUT"), ("x-original-method", "GET")],
            &[("x-forwarded-method", "GET"), ("x-forwarded-method", "POST")],
            &[("x-forwarded-method", "GET, POST")],
            &[("x-forwarded-method", "get")],
            &[("x-forwarded-method", "")],
            &[("x-original-method", "PROPFIND")],
        ] {
            assert!(is_write("GET", headers), "{headers:?}");
        }
    }
}
