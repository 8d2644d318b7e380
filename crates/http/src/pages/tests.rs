use std::{collections::BTreeSet, fs, io::Read as _, path::Path};

use axum::body::to_bytes;

use super::*;

// `clerk.example.com$` in base64.
const PUBLISHABLE: &str = "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k";

fn development() -> SignIn {
    SignIn::Development { url: "http://127.0.0.1:8001".to_owned() }
}

fn asked(name: HeaderName, value: &str) -> HeaderMap {
    HeaderMap::from_iter([(name, value.parse().unwrap())])
}

async fn body(response: Response) -> Vec<u8> {
    to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()
}

fn files_below(folder: &Path, root: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, root, found);
        } else {
            found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
        }
    }
}

#[test]
fn every_file_of_the_folder_is_served() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut there = BTreeSet::new();
    files_below(&root, &root, &mut there);

    let listed: BTreeSet<String> =
        FILES.iter().map(|file| file.path.to_owned()).chain(["index.html".to_owned()]).collect();
    assert_eq!(there, listed);
}

#[test]
fn nothing_comes_from_elsewhere_and_no_script_is_inline() {
    for (path, text) in FILES.iter().map(|file| (file.path, file.text)).chain([("index.html", INDEX)]) {
        for call in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
            assert!(!text.contains(call), "{path}: {call}");
        }
        assert_eq!(text.find("https://"), None, "{path}");
    }
    let scripts: Vec<&str> = INDEX.split("<script").skip(1).collect();
    for script in scripts {
        let is_data = script.starts_with(" type=\"application/json\"");
        let is_module = script.starts_with(" type=\"module\" src=\"");
        assert!(is_data || is_module, "{script}");
    }
}

/// The keys of a list of words, with the names of what is filled in.
fn keys(words: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut keys = BTreeSet::new();
    for line in words.lines() {
        let Some((key, text)) = line.trim().strip_prefix('"').and_then(|rest| rest.split_once("\": ")) else {
            continue;
        };
        let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned());
        keys.insert((key.to_owned(), names.filter(|name| name.chars().all(char::is_alphanumeric)).collect()));
    }
    keys
}

#[test]
fn both_languages_have_the_same_words() {
    let words = |path| FILES.iter().find(|file| file.path == path).unwrap().text;
    let (english, french) = (keys(words("words/en.js")), keys(words("words/fr.js")));
    assert!(english.len() > 100);
    // English falls back on what the API says.
    let only_french = ["error.body_invalid", "error.not_found"].map(|key| (key.to_owned(), BTreeSet::new()));
    assert_eq!(english.union(&only_french.into()).cloned().collect::<BTreeSet<_>>(), french);
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let page = Page::new(&SignIn::None);
    let gzip = || asked(header::ACCEPT_ENCODING, "br, gzip;q=0.8");
    let first = page.file(&page.version, "main.js", &gzip());
    let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();

    let mut again = gzip();
    again.insert(header::IF_NONE_MATCH, format!("\"other\", W/{tag}").parse().unwrap());
    let unchanged = page.file(&page.version, "main.js", &again);
    assert_eq!(unchanged.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(body(unchanged).await, b"");

    // A cache that holds the compressed bytes must not give them to somebody who cannot read them.
    let plain = page.file(&page.version, "main.js", &asked(header::IF_NONE_MATCH, &tag));
    assert_eq!(plain.status(), StatusCode::OK);
    assert_ne!(plain.headers()[header::ETAG], tag.as_str());
    assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
}

#[tokio::test]
async fn compressed_and_plain_are_the_same() {
    let page = Page::new(&development());
    for (path, _) in &page.files {
        let plain = page.file(&page.version, path, &asked(header::ACCEPT_ENCODING, "gzip;q=0, br"));
        let gzip = page.file(&page.version, path, &asked(header::ACCEPT_ENCODING, "gzip"));
        assert_eq!(gzip.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(gzip.headers()[header::VARY], "accept-encoding");

        let (plain, gzip) = (body(plain).await, body(gzip).await);
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain, "{path}");
    }
}

#[test]
fn only_addresses_of_this_release_are_kept_for_good() {
    let page = Page::new(&SignIn::None);
    let caching = |response: &Response| response.headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned();
    let none = HeaderMap::new();
    assert!(caching(&page.file(&page.version, "main.js", &none)).contains("immutable"));
    assert_eq!(caching(&page.file("0123456789abcdef", "main.js", &none)), "no-cache");
    assert_eq!(caching(&page.index(&none)), "no-cache");
    assert_eq!(page.file(&page.version, "../Cargo.toml", &none).status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_policy_names_clerk_only_when_it_is_configured() {
    let policy_of = |sign_in: &SignIn| policy(sign_in).to_str().unwrap().to_owned();
    let clerk = SignIn::Clerk(PUBLISHABLE.parse().unwrap());

    assert!(policy_of(&clerk).contains("script-src 'self' https://clerk.example.com;"));
    for strict in [SignIn::None, development()] {
        let policy = policy_of(&strict);
        assert!(policy.contains("script-src 'self';") && policy.contains("trusted-types 'none'"), "{policy}");
        assert!(!policy.contains("https:"), "{policy}");
    }
    for sign_in in [SignIn::None, development(), clerk] {
        let policy = policy_of(&sign_in);
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
        let response = Page::new(&sign_in).index(&HeaderMap::new());
        assert_eq!(response.headers()[header::CONTENT_SECURITY_POLICY], policy.as_str());
        assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}

#[tokio::test]
async fn settings_cannot_end_the_element_that_holds_them() {
    let sign_in = SignIn::Development { url: "http://127.0.0.1:1/</script><script>".to_owned() };
    let text = body(Page::new(&sign_in).index(&HeaderMap::new())).await;
    let text = String::from_utf8(text).unwrap();
    assert!(!text.contains("{{"), "{text}");

    let (_, rest) = text.split_once("id=\"settings\">").unwrap();
    let (settings, _) = rest.split_once("</script>").unwrap();
    let settings: Value = serde_json::from_str(settings).unwrap();
    assert_eq!(settings["signIn"]["url"], "http://127.0.0.1:1/</script><script>");
}
