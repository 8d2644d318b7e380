//! The page at `/`, where students meet their peers: files that are part of the program.
//!
//! The page is a client of the API like any other; nothing here knows the database. Its
//! files are compressed once, at the start. All but the first carry a hash of everything in
//! their address, so browsers keep them for good and a new release has new addresses.

mod files;

use std::{io::Write as _, sync::Arc};

use aws_lc_rs::digest::{SHA256, digest};
use axum::{
    Router,
    body::Bytes,
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use orientor_clerk::PublishableKey;
use serde_json::{Value, json};

use self::files::{FILES, File, INDEX, SCRIPT};
use crate::ApiError;

/// Where people who open the page sign in.
#[derive(Clone, Debug, Default)]
pub enum SignIn {
    /// Nowhere: the page says so. The API works with tokens from elsewhere.
    #[default]
    None,
    /// At a Clerk instance, whose own front end the page loads from the instance's host.
    Clerk(PublishableKey),
    /// At a development Clerk, where everybody may become anybody.
    Development {
        /// Its address, such as `http://127.0.0.1:8001`.
        url: String,
    },
}

/// Bytes of compressed and of plain content, and how to ask whether they changed.
#[derive(Debug)]
struct Served {
    kind: &'static str,
    plain: Bytes,
    gzip: Bytes,
    tag: String,
}

/// Everything that is served.
#[derive(Debug)]
struct Page {
    index: Served,
    policy: HeaderValue,
    /// Stands in the addresses of the files.
    version: String,
    files: Vec<(&'static str, Served)>,
}

/// The page and its files.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>(sign_in: &SignIn) -> Router<S> {
    let page = Arc::new(Page::new(sign_in));
    let files = Arc::clone(&page);
    let index = async move |headers: HeaderMap| page.index(&headers);
    let file = async move |Path((version, path)): Path<(String, String)>, headers: HeaderMap| {
        files.file(&version, &path, &headers)
    };
    Router::new().route("/", get(index)).route("/assets/{version}/{*path}", get(file))
}

impl Page {
    fn new(sign_in: &SignIn) -> Self {
        let mut everything = Vec::new();
        for file in FILES {
            everything.extend_from_slice(file.text.as_bytes());
        }
        let version = hash(&everything);
        let files = FILES.iter().map(|file| (file.path, Served::new(file.kind, file.text.as_bytes())));
        let index = Served::new("text/html; charset=utf-8", index(sign_in, &version).as_bytes());
        Self { index, policy: policy(sign_in), files: files.collect(), version }
    }

    fn index(&self, headers: &HeaderMap) -> Response {
        // Asked for again each time, so that a new release is seen at once; mostly the answer is 304.
        let mut response = self.index.answer(headers, "no-cache");
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
        response
    }

    fn file(&self, version: &str, path: &str, headers: &HeaderMap) -> Response {
        let Some((_, file)) = self.files.iter().find(|(known, _)| *known == path) else {
            return ApiError::no_route().into_response();
        };
        // While servers are replaced one by one, a page of one release may ask a server of another. It
        // gets what there is, but must not keep it.
        let is_ours = version == self.version;
        file.answer(headers, if is_ours { "public, max-age=31536000, immutable" } else { "no-cache" })
    }
}

impl Served {
    fn new(kind: &'static str, content: &[u8]) -> Self {
        Self { kind, plain: Bytes::copy_from_slice(content), gzip: compressed(content), tag: hash(content) }
    }

    fn answer(&self, asked: &HeaderMap, caching: &'static str) -> Response {
        let compressed = takes_gzip(asked);
        let tag = format!("\"{}{}\"", self.tag, if compressed { "-gzip" } else { "" });
        let unchanged = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        let unchanged = unchanged.flat_map(|list| list.split(',')).any(|known| {
            let known = known.trim();
            known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
        });
        let headers = [
            (header::CONTENT_TYPE, self.kind),
            (header::CACHE_CONTROL, caching),
            (header::VARY, "accept-encoding"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "same-origin"),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        ];
        let mut response = if unchanged {
            (StatusCode::NOT_MODIFIED, headers).into_response()
        } else if compressed {
            (headers, [(header::CONTENT_ENCODING, "gzip")], self.gzip.clone()).into_response()
        } else {
            (headers, self.plain.clone()).into_response()
        };
        // The tag is made of hexadecimal digits.
        if let Ok(tag) = HeaderValue::try_from(tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// The first file, which names all others, so that the browser fetches them side by side.
fn index(sign_in: &SignIn, version: &str) -> String {
    let base = format!("/assets/{version}");
    let scripts = FILES.iter().filter(|file| file.kind == SCRIPT);
    let preload: Vec<String> =
        scripts.map(|File { path, .. }| format!("<link rel=\"modulepreload\" href=\"{base}/{path}\">")).collect();
    // What ends the element that holds it would end it here, too.
    let settings = settings(sign_in).to_string().replace('<', "\\u003c");
    INDEX.replace("{{preload}}", &preload.join("\n")).replace("{{assets}}", &base).replace("{{settings}}", &settings)
}

/// What the page has to know. Public, as everything that is sent to a browser.
fn settings(sign_in: &SignIn) -> Value {
    match sign_in {
        SignIn::None => json!({ "signIn": { "kind": "none" } }),
        SignIn::Clerk(key) => json!({
            "signIn": { "kind": "clerk", "publishableKey": key.as_str(), "frontendApi": key.issuer().as_str() }
        }),
        SignIn::Development { url } => json!({ "signIn": { "kind": "development", "url": url } }),
    }
}

/// What the page may load, and where it may send anything.
fn policy(sign_in: &SignIn) -> HeaderValue {
    // Without somebody else's script, text cannot become code or markup at all.
    const STRICT: &str = "require-trusted-types-for 'script'; trusted-types 'none'";
    let (hosts, rest) = match sign_in {
        SignIn::None => ([String::new(), String::new()], STRICT),
        // The page calls it by the name that it was itself called by.
        SignIn::Development { url } => {
            ([String::new(), format!(" {url} {}", url.replace("//127.0.0.1:", "//localhost:"))], STRICT)
        }
        // Clerk's script makes its timers of a worker. Its forms are not needed: people are sent to
        // the instance's own pages to sign in.
        SignIn::Clerk(key) => ([0, 1].map(|_| format!(" {}", key.issuer())), "worker-src blob:"),
    };
    let [script, connect] = hosts;
    let policy = format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'self'; \
         img-src 'self'; script-src 'self'{script}; connect-src 'self'{connect}; {rest}"
    );
    // Settings are checked before they come here; without a policy nothing may be loaded at all.
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// Whether the client takes gzip.
fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(1.0, |text| text.parse().unwrap_or(0.0));
        weight > 0.0 && matches!(name.trim(), "gzip" | "*")
    })
}

fn compressed(content: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory does not fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default().into()
}

/// The first 16 hexadecimal digits of the SHA-256.
fn hash(content: &[u8]) -> String {
    let start: [u8; 8] = digest(&SHA256, content).as_ref().first_chunk().copied().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(start))
}

#[cfg(test)]
mod tests;
