//! Nothing that a client can send is answered with an error of ours.

use reqwest::Method;
use serde_json::Value;

use crate::{
    spellings::operations,
    support::{Answer, TestApp, User, send},
};

fn segments() -> Vec<String> {
    let fixed = [
        "0",
        "-1",
        "-0",
        "+1",
        "01",
        "1.0",
        "1e3",
        "0x1",
        "1_000",
        "٣",
        "１",
        "2147483647",
        "2147483648",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999999999",
        "NaN",
        "null",
        "undefined",
        "true",
        "me",
        "update",
        "user_",
        "user_%20",
        "user_2abc",
        "user_%00",
        "user_ä",
        "USER_2abc",
        "user_2abc%2F..",
        "sess_2abc",
        "%00",
        "%FF%FE",
        "%C3%28",
        "%2F",
        "%2e%2e",
        "%2e%2e%2f%2e%2e%2fetc",
        "%0d%0aX:y",
        "1'--",
        "1;DROP",
        "1%20OR%201=1",
        "$1",
        "{user}",
        "*",
        "~",
        "%F0%9F%92%A9",
        "%E2%80%AE",
        "()",
        "[]",
        "%5C",
    ];
    let mut segments: Vec<String> = fixed.map(str::to_owned).into();
    segments.extend(["9".repeat(5_000), format!("user_{}", "a".repeat(64)), format!("user_{}", "a".repeat(5_000))]);
    segments
}

fn queries() -> Vec<String> {
    let values = [
        "",
        "0",
        "-1",
        "1",
        "+1",
        "01",
        "1.5",
        "1e2",
        "65535",
        "65536",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "NaN",
        "null",
        "true",
        "%00",
        "%FF",
        "%C3%28",
        "'",
        "1;DROP",
        "[]",
        "{}",
        "ä",
        "%F0%9F%92%A9",
        "1&limit=2",
        "1&after=x",
    ];
    let mut queries: Vec<String> =
        values.iter().flat_map(|value| ["limit", "after"].map(|name| format!("{name}={value}"))).collect();
    queries
        .extend(["=", "&", "&&&", "limit", "limit[]=1", "unknown=1", "%00=%00", "limit=1&limit=2"].map(str::to_owned));
    queries.push(format!("after={}", "9".repeat(5_000)));
    queries
}

fn bodies() -> Vec<Vec<u8>> {
    let fixed: [&[u8]; 24] = [
        b"null",
        b"true",
        b"0",
        b"-1",
        b"1e999",
        b"\"text\"",
        b"[]",
        b"[[[]]]",
        b"{}",
        b"{\"\":1}",
        b"{\"a\":1,\"a\":2}",
        b"\xff\xfe",
        b"{\"name\":\"\xc3\x28\"}",
        b"\xef\xbb\xbf{}",
        b"{\"name\":\"\\ud800\"}",
        b"{\"name\":\"a\\u0000b\"}",
        b"{\"__proto__\":{}}",
        b"{\"name\":{\"$gt\":\"\"}}",
        b"{\"recipient_id\":1e2,\"body\":\"x\"}",
        b"{\"recipient_id\":1,\"recipient_id\":2,\"body\":\"x\"}",
        b"{\"discoverable\":1}",
        b"{\"discoverable\":null}",
        b"{\"skills\":[[]]}",
        b"{\"skills\":[null]}",
    ];
    let mut bodies: Vec<Vec<u8>> = fixed.into_iter().map(<[u8]>::to_vec).collect();
    let numbers = [
        "0",
        "-1",
        "1.5",
        "1e308",
        "1e309",
        "-0.0",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999999999",
    ];
    let names = [
        "age",
        "year",
        "gpa",
        "years_experience",
        "creativity",
        "stress_tolerance",
        "last_read_message_id",
        "recipient_id",
        "name",
    ];
    for name in names {
        for number in numbers {
            bodies.push(format!("{{\"{name}\":{number},\"body\":\"x\"}}").into());
        }
    }
    for text in
        ["x".repeat(60_000), "\\u0000".into(), "\\ud83d\\ude00".repeat(1_000), "\u{202e}".into(), "'\\\";--".into()]
    {
        for name in ["name", "story", "interests", "industry", "body"] {
            bodies.push(format!("{{\"{name}\":\"{text}\",\"recipient_id\":1}}").into_bytes());
        }
        bodies.push(format!("{{\"skills\":[\"{text}\",\"\",\"b\"]}}").into_bytes());
    }
    bodies.push(format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)).into());
    bodies.push(format!("{}1{}", "{\"a\":".repeat(20_000), "}".repeat(20_000)).into());
    bodies.push(format!("{{\"skills\":{}{}}}", "[".repeat(120), "]".repeat(120)).into());
    bodies.push(format!("{{\"skills\":[{}\"z\"]}}", "\"a\",".repeat(40_000)).into());
    bodies
        .push(format!("{{{}\"z\":1}}", (0..9_000).map(|n| format!("\"k{n}\":1,")).collect::<Vec<_>>().concat()).into());
    bodies
}

/// An answer below 500; an error is one of ours, and tells nothing about how we work.
#[track_caller]
fn is_composed(what: &str, answer: &Answer) {
    assert!(answer.status < 500, "{what}: {answer:?}");
    if answer.status >= 400 {
        answer.error();
        assert!(answer.text.len() < 2_000, "{what} is repeated at length: {} bytes", answer.text.len());
        for inside in ["sqlx", "serde", "SELECT", "panicked", "axum", "postgres", "sqlite", "src/"] {
            assert!(!answer.detail().contains(inside), "{what}: {}", answer.detail());
        }
    }
}

async fn world() -> (TestApp, User) {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    app.user("bob").await;
    (app, ada)
}

#[tokio::test]
async fn odd_paths_are_answered_in_good_order() {
    let (app, ada) = world().await;
    for (method, path, _) in harmless(&app).await.into_iter().filter(|(_, path, _)| path.contains("{user}")) {
        for segment in segments() {
            let url = path.replace("{user}", &segment);
            let request = ada.request(method.clone(), &url).header("content-type", "application/json").body("{}");
            let answer = send(request).await;
            is_composed(&format!("{method} {url}"), &answer);
        }
    }
    assert_eq!(app.number("SELECT count(*) FROM users").await, 2);
}

/// Every operation but two: one answers no text, the other ends whoever asks.
async fn harmless(app: &TestApp) -> Vec<(Method, String, bool)> {
    let mut all = operations(app).await;
    all.retain(|(method, path, _)| {
        !path.ends_with("/users/me/export") && (*method != Method::DELETE || path != "/api/v1/users/me")
    });
    all
}

#[tokio::test]
async fn odd_queries_are_answered_in_good_order() {
    let (app, ada) = world().await;
    for (method, path, _) in harmless(&app).await.into_iter().filter(|(method, ..)| *method == Method::GET) {
        for query in queries() {
            let url = format!("{}?{query}", path.replace("{user}", "2"));
            let answer = ada.get(&url).await;
            is_composed(&format!("{method} {url}"), &answer);
        }
    }
}

#[tokio::test]
async fn odd_bodies_are_answered_in_good_order() {
    let (app, ada) = world().await;
    for (method, path, _) in harmless(&app).await.into_iter().filter(|(method, ..)| *method != Method::GET) {
        for body in bodies() {
            let what = format!("{method} {path} {}", String::from_utf8_lossy(&body[..body.len().min(80)]));
            let url = path.replace("{user}", "2");
            let request = ada.request(method.clone(), &url).header("content-type", "application/json").body(body);
            is_composed(&what, &send(request).await);
        }
    }
    // Whatever of it was stored can be read, by oneself and in lists.
    for path in ["/user/profile", "/api/v1/profiles/me", "/api/v1/peers/compatible", "/api/v1/messages/conversations"] {
        assert_eq!(ada.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn odd_headers_are_answered_in_good_order() {
    let (app, ada) = world().await;
    for (name, value) in [
        ("accept-language", "fr;q=;q=,,;;".to_owned()),
        ("accept-language", "fr-".repeat(2_000)),
        ("accept", "image/png".to_owned()),
        ("content-type", "application/json".to_owned()),
        ("x-request-id", "forged\tline".to_owned()),
        ("cookie", "__session=; __session=;;;=".to_owned()),
        ("origin", "null".to_owned()),
        ("expect", "100-continue".to_owned()),
        ("if-none-match", "*".to_owned()),
        ("range", "bytes=0-1".to_owned()),
    ] {
        let answer = send(ada.request(Method::GET, "/api/v1/peers/compatible").header(name, &value)).await;
        assert_eq!((answer.status, &answer.body), (200, &Value::Array(Vec::new())), "{name}: {value:.40}");
    }
    for value in ["Bearer", "Bearer ", "Basic YTpi", "bearer  x", "Bearer a.b.c d", "Bearer \u{e4}"] {
        let answer = send(app.request(Method::GET, "/api/v1/users/me").header("authorization", value)).await;
        assert_eq!(answer.error(), (401, "token_invalid"), "{value}");
    }
}
