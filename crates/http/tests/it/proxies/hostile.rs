//! What clients send to be taken for somebody else.

use std::iter;

use orientor_testkit::proxy::Proxy;

use super::{
    address,
    front::{Front, as_cgi_reads_it, verifier_that_says},
    wire::{Reply, ask},
};
use crate::{
    forward_auth::{cookie, with_cookies},
    support::TestApp,
};

const NAMES: [&str; 4] = ["x-auth-user-id", "x-auth-subject", "x-auth-session-id", "x-auth-identity"];

/// Every way of writing a name that some program takes for the same: dashes and underscores mixed, and cases.
fn spellings(name: &str) -> Vec<String> {
    let dashes = name.matches('-').count();
    let mut spellings = Vec::new();
    for mask in 0..1_u32 << dashes {
        let mut dash = 0;
        let spelt: String = name
            .chars()
            .map(|letter| {
                if letter != '-' {
                    return letter;
                }
                dash += 1;
                if mask >> (dash - 1) & 1 == 1 { '_' } else { '-' }
            })
            .collect();
        spellings.extend([spelt.to_ascii_uppercase(), spelt]);
    }
    spellings
}

/// Header lines, as a client would write them beside good credentials.
fn attacks() -> Vec<Vec<String>> {
    let mut attacks: Vec<Vec<String>> = Vec::new();
    for name in NAMES {
        attacks.extend(spellings(name).into_iter().map(|name| vec![format!("{name}: 666")]));
    }
    attacks.push(NAMES.map(|name| format!("{name}: 666")).to_vec());
    attacks.push(spellings("x-auth-user-id").into_iter().map(|name| format!("{name}: 666")).collect());
    let lines: &[&[&str]] = &[
        // Twice, empty, and with blanks in every place.
        &["X-Auth-User-Id: 666", "X-Auth-User-Id: 667"],
        &["X-Auth-User-Id:"],
        &["X-Auth-User-Id:666"],
        &["X-Auth-User-Id:\t666\t"],
        &["X-Auth-User-Id : 666"],
        &["X-Auth-User-Id\t: 666"],
        &["Accept: */*", " X-Auth-User-Id: 666"],
        &["Accept: */*", "\tX-Auth-User-Id: 666"],
        &["X-Auth-User-Id:", " 666"],
        &["X-Auth-User-Id: 666\u{0}"],
        &["X-Auth-User-Id\u{a0}: 666"],
        &["X-Auth-User-Id: 666\nX-Auth-User-Id: 667"],
        &["X-Auth-User-Id: 666\rX-Auth-User-Id: 667"],
        &["X.Auth.User.Id: 666"],
        // To have what the proxy has set taken out again.
        &["Connection: X-Auth-User-Id"],
        &["Connection: close, X-Auth-User-Id, X-Auth-Subject, X-Auth-Session-Id, X-Auth-Identity"],
        &["Connection: x-auth-user-id", "X-Auth-User-Id: 666"],
        &["Connection: x-auth-user-id", "X_Auth_User_Id: 666"],
        &["Connection: Authorization"],
        &["Keep-Alive: X-Auth-User-Id", "Trailer: X-Auth-User-Id"],
        // To have another request verified than the one that is passed on.
        &["X-Forwarded-Method: GET", "X-Forwarded-Uri: /public", "X-Forwarded-Host: evil.example.com"],
        &["X-Original-Method: GET", "X-Original-URI: /public", "X-Original-Url: /public", "X-Rewrite-Url: /public"],
        &["X-HTTP-Method-Override: GET", "X-Forwarded-Proto: https", "X-Forwarded-For: 127.0.0.1"],
        &["Forwarded: for=127.0.0.1;host=evil.example.com", "X-Real-IP: 127.0.0.1", "X-Envoy-Original-Path: /public"],
        &["X-Auth-Refusal: {\"code\":\"none\"}", "X-Seen-User: 666"],
        &["Authorization: Bearer nonsense"],
        &["X-Envoy-Auth-Headers-To-Remove: x-auth-user-id", "X-Accel-Redirect: /_orientor/verify"],
    ];
    attacks.extend(lines.iter().map(|lines| lines.iter().map(|line| (*line).to_owned()).collect()));
    // More than anybody reads.
    attacks.push(vec![format!("X-Auth-User-Id: 666{}", " ".repeat(100_000))]);
    attacks.push(vec![format!("X-Auth-User-Id: {}", "6".repeat(70_000))]);
    attacks.push(iter::repeat_n("X-Auth-User-Id: 666".to_owned(), 400).collect());
    attacks
}

/// Whether the application was reached. If it was, then it has been told the truth and nothing else.
#[track_caller]
fn told_the_truth(what: &str, reply: &Reply, user: i64, clerk_id: &str) -> bool {
    if reply.status != 200 {
        assert!((400..500).contains(&reply.status), "{what}: {reply:?}");
        return false;
    }
    assert_eq!(as_cgi_reads_it(&reply.body, "x-auth-user-id"), [user.to_string()], "{what}: {reply:?}");
    assert_eq!(as_cgi_reads_it(&reply.body, "x-auth-subject"), [clerk_id], "{what}: {reply:?}");
    for (name, start) in [("x-auth-session-id", "sess_"), ("x-auth-identity", "eyJ")] {
        let values = as_cgi_reads_it(&reply.body, name);
        assert!(values.len() == 1 && values[0].starts_with(start), "{what}: {name}: {values:?} {reply:?}");
    }
    true
}

#[tokio::test]
async fn no_header_of_a_client_is_taken_for_an_identity() {
    let app = TestApp::with(with_cookies()).await;
    let ada = app.user("ada").await;
    let bearer = format!("Authorization: Bearer {}", ada.token);
    for proxy in Proxy::ALL {
        let front = Front::start(proxy, address(&app)).await;
        let mut passed = 0;
        for attack in attacks() {
            let what = format!("{proxy:?} {:.200}", format!("{attack:?}"));

            let signed_in = [std::slice::from_ref(&bearer), &attack].concat();
            let before = front.application.reached();
            let reply = ask(front.address, "GET", &signed_in).await;
            let reached = told_the_truth(&what, &reply, ada.id, &ada.clerk_id);
            passed += usize::from(reached);
            assert_eq!(front.application.reached() - before, usize::from(reached), "{what}: {reply:?}");

            let reply = ask(front.address, "GET", &attack).await;
            assert!((400..500).contains(&reply.status), "without credentials: {what}: {reply:?}");
            assert_eq!(front.application.reached() - before, usize::from(reached), "without credentials: {what}");
        }
        // Most are plain requests with a header too many, and serve no purpose if they are all refused.
        assert!(passed > 45, "{proxy:?}: only {passed}");
    }
}

#[tokio::test]
async fn no_header_of_a_client_turns_a_write_into_a_read() {
    let app = TestApp::with(with_cookies()).await;
    let ada = app.user("ada").await;
    let cookie = format!("Cookie: {}", cookie(&app, &ada));
    for proxy in Proxy::ALL {
        let front = Front::start(proxy, address(&app)).await;
        for lines in [
            &["X-Forwarded-Method: GET"][..],
            &["X-Original-Method: GET"],
            &["X-Forwarded-Method: GET", "X-Original-Method: GET", "X-HTTP-Method-Override: GET"],
            &["X_Forwarded_Method: GET", "x-forwarded-method: HEAD"],
            &["Origin: https://evil.example.com", "X-Forwarded-Host: app.example.com"],
            &["Origin: https://evil.example.com", "X-Forwarded-Origin: https://app.example.com"],
            &["Connection: Origin, X-Forwarded-Method, X-Original-Method"],
        ] {
            let lines: Vec<&str> = iter::once(cookie.as_str()).chain(lines.iter().copied()).collect();
            let reply = ask(front.address, "POST", &lines).await;
            assert_eq!(
                (reply.status, reply.code().as_str()),
                (403, "origin_not_allowed"),
                "{proxy:?} {lines:?}: {reply:?}"
            );
        }
        assert_eq!(front.application.reached(), 0, "{proxy:?}");
    }
}

#[tokio::test]
async fn what_the_verifier_does_not_say_the_client_does_not_say_either() {
    let verifier = verifier_that_says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await;
    for proxy in Proxy::ALL {
        let front = Front::start(proxy, verifier).await;
        for name in NAMES {
            let lines: Vec<String> = spellings(name).into_iter().map(|name| format!("{name}: 666")).collect();
            let reply = ask(front.address, "GET", &lines).await;
            assert_eq!(reply.status, 200, "{proxy:?} {name}: {reply:?}");
            assert_eq!(as_cgi_reads_it(&reply.body, name), [""; 0], "{proxy:?} {name}: {reply:?}");
        }
    }
}
