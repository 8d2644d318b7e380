//! Errors: one shape, stable codes, and a page that lists them.

use std::{collections::BTreeSet, path::Path};

use reqwest::Method;
use serde_json::json;

use crate::support::{TestApp, send};

/// The codes in the table of `docs/errors.md`, with their statuses.
fn documented() -> BTreeSet<(u16, String)> {
    let page = include_str!("../../../../docs/errors.md");
    let rows = page.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        let status = cells.next()?.parse().ok()?;
        Some((status, cells.next()?.trim_matches('`').to_owned()))
    });
    rows.collect()
}

/// The codes in the two files that know status codes: `(StatusCode::NAME, "code"`, also over several lines.
fn in_the_source() -> BTreeSet<(u16, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = BTreeSet::new();
    for file in ["http/src/error.rs", "identity/src/axum/rejection.rs"] {
        let source = std::fs::read_to_string(crates.join(file)).unwrap();
        for part in source.split("StatusCode::").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
            let rest = part[name.len()..].trim_start_matches([',', ' ', '\n']);
            let rest = rest.strip_prefix("code: ").unwrap_or(rest);
            let Some((code, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
            let status = match name.as_str() {
                "BAD_REQUEST" => 400,
                "UNAUTHORIZED" => 401,
                "FORBIDDEN" => 403,
                "NOT_FOUND" => 404,
                "METHOD_NOT_ALLOWED" => 405,
                "REQUEST_TIMEOUT" => 408,
                "CONFLICT" => 409,
                "PAYLOAD_TOO_LARGE" => 413,
                "UNSUPPORTED_MEDIA_TYPE" => 415,
                "UNPROCESSABLE_ENTITY" => 422,
                "TOO_MANY_REQUESTS" => 429,
                "INTERNAL_SERVER_ERROR" => 500,
                "SERVICE_UNAVAILABLE" => 503,
                other => panic!("{other} in {file} is not expected here"),
            };
            found.insert((status, code.to_owned()));
        }
    }
    found
}

#[test]
fn the_page_of_codes_lists_what_the_source_can_say_and_nothing_else() {
    let (documented, source) = (documented(), in_the_source());
    assert!(documented.len() > 20, "the page is read: {documented:?}");
    assert_eq!(documented, source);
}

#[tokio::test]
async fn a_path_or_a_method_that_is_not_there_is_said_so() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for path in ["/nothing", "/api/v1", "/api/v1/nothing", "/v1/profiles", "/api/v2/users/me", "/API/v1/users/me"] {
        assert_eq!(ada.get(path).await.error(), (404, "not_found"), "{path}");
        assert_eq!(app.get(path).await.error(), (404, "not_found"), "{path}");
    }
    for (method, path) in [
        (Method::POST, "/api/v1/users/me"),
        (Method::POST, "/profiles/me"),
        (Method::GET, "/v1/messages"),
        (Method::PATCH, "/api/v1/space/skills/"),
        (Method::PUT, "/health"),
    ] {
        let refused = send(ada.request(method.clone(), path)).await;
        assert_eq!(refused.error(), (405, "method_not_allowed"), "{method} {path}");
        assert!(!refused.header("allow").is_empty(), "{method} {path}");
    }
}

#[tokio::test]
async fn a_body_has_to_be_json_and_not_too_large() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for (method, path) in [
        (Method::PUT, "/api/v1/profiles/update"),
        (Method::PUT, "/api/v1/space/skills"),
        (Method::PUT, "/api/v1/peers/visibility"),
        (Method::POST, "/api/v1/messages"),
        (Method::PUT, "/api/v1/messages/conversation/1/read"),
    ] {
        let request = || ada.request(method.clone(), path);
        for kind in [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("application/jsonp")] {
            let request = kind.into_iter().fold(request(), |request, kind| request.header("content-type", kind));
            let refused = send(request.body("{}")).await;
            assert_eq!(refused.error(), (415, "media_type_unsupported"), "{path} {kind:?}");
        }
        let body = |text: String| send(request().header("content-type", "application/json; charset=utf-8").body(text));
        let limit = 256 * 1024;
        let too_large = body(format!("{{{}}}", " ".repeat(limit - 1))).await;
        assert_eq!(too_large.error(), (413, "body_too_large"), "{path}");
        let fits = body(format!("{{{}}}", " ".repeat(limit - 2))).await;
        assert!(matches!(fits.status, 200 | 204 | 404 | 422), "{path}: {fits:?}");
        for broken in ["", "{", "{} {}", "[", "nonsense", "{\"a\":}"] {
            assert_eq!(body(broken.to_owned()).await.error().0, 422, "{path} {broken:?}");
        }
    }
    // A body that says no length is counted while it arrives.
    let merge =
        ada.request(Method::PUT, "/api/v1/profiles/update").header("content-type", "application/merge-patch+json");
    assert_eq!(send(merge.body(json!({ "name": "Ada" }).to_string())).await.status, 200);
}

/// The first cells of the tables of `docs/operating.md`.
fn entries() -> BTreeSet<String> {
    let page = include_str!("../../../../docs/operating.md");
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    cells.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn the_page_for_operators_has_an_entry_for_every_code() {
    let codes: BTreeSet<String> = documented().into_iter().map(|(_, code)| code).collect();

    let missing: Vec<_> = codes.difference(&entries()).cloned().collect();

    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_page_for_operators_has_an_entry_for_every_metric_and_for_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut metrics = BTreeSet::new();
    for file in ["metrics.rs", "metrics/requests.rs"] {
        let source = std::fs::read_to_string(folder.join(file)).unwrap();
        for part in source.split("\"orientor_").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            // The parts of a histogram have its name and an ending.
            let name = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
            metrics.insert(format!("orientor_{name}"));
        }
    }
    assert!(metrics.len() > 15, "the source is read: {metrics:?}");

    let described: BTreeSet<String> = entries().into_iter().filter(|name| name.starts_with("orientor_")).collect();

    assert_eq!(described, metrics);
}
