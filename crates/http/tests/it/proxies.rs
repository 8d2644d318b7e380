//! The snippets of `deploy/`, run by the real proxies in front of an unchanged application.

mod front;
mod hostile;
mod wire;

use std::{net::SocketAddr, time::Duration};

use orientor_testkit::proxy::Proxy;

use self::{
    front::{Front, as_cgi_reads_it, verifier_that_says},
    wire::ask,
};
use crate::{
    forward_auth::{PARTY, cookie, jose, with_cookies},
    support::{Setup, TestApp, nobody},
};

fn address(app: &TestApp) -> SocketAddr {
    address_of(&app.url)
}

fn address_of(url: &str) -> SocketAddr {
    url.strip_prefix("http://").unwrap().parse().unwrap()
}

#[tokio::test]
async fn an_unchanged_application_gets_the_integer() {
    let app = TestApp::with(Setup { stale_for: Duration::ZERO, ..with_cookies() }).await;
    let ada = app.user("ada").await;
    let bearer = format!("Authorization: Bearer {}", ada.token);
    let cookie = format!("Cookie: theme=dark; {}", cookie(&app, &ada));
    let origin = format!("Origin: {PARTY}");

    for proxy in Proxy::ALL {
        let front = Front::start(proxy, address(&app)).await;
        for (method, lines) in
            [("GET", vec![&bearer]), ("POST", vec![&bearer]), ("GET", vec![&cookie]), ("POST", vec![&cookie, &origin])]
        {
            let reply = ask(front.address, method, &lines).await;
            assert_eq!(reply.status, 200, "{proxy:?} {method}: {reply:?}");
            assert_eq!(reply.all("x-seen-user"), [ada.id.to_string()], "{proxy:?}");
            assert!(reply.body.starts_with(&format!("{method} /goals/7?x=1 HTTP/1.1\r\n")), "{proxy:?}: {reply:?}");
            assert_eq!(as_cgi_reads_it(&reply.body, "x-auth-subject"), [ada.clerk_id.as_str()], "{proxy:?}");
            assert_eq!(as_cgi_reads_it(&reply.body, "x-auth-session-id").len(), 1, "{proxy:?}");
            let token = as_cgi_reads_it(&reply.body, "x-auth-identity");
            assert_eq!(token.len(), 1, "{proxy:?}");
            if method == "GET" && lines == [&bearer] {
                assert_eq!(jose(&app, &token[0]).await["payload"]["sub"], ada.id.to_string(), "{proxy:?}");
            }
        }
        assert_eq!(front.application.reached(), 4);
    }
}

#[tokio::test]
async fn a_refusal_arrives_with_its_status_its_code_and_what_belongs_to_it() {
    let app = TestApp::with(Setup { cache_for: Duration::ZERO, ..with_cookies() }).await;
    let ada = app.user("ada").await;
    let cookie = format!("Cookie: {}", cookie(&app, &ada));
    let bearer = format!("Authorization: Bearer {}", ada.token);
    let mut fronts = Vec::new();
    for proxy in Proxy::ALL {
        fronts.push(Front::start(proxy, address(&app)).await);
    }

    for Front { proxy, address, .. } in &fronts {
        for method in ["GET", "POST", "OPTIONS", "DELETE"] {
            let reply = ask(*address, method, &[""; 0]).await;
            assert_eq!((reply.status, reply.code().as_str()), (401, "token_missing"), "{proxy:?} {method}: {reply:?}");
            assert_eq!(reply.all("www-authenticate"), ["Bearer"], "{proxy:?}");
            assert_eq!(reply.all("content-type"), ["application/json"], "{proxy:?}");
        }
        let reply = ask(*address, "GET", &["Authorization: Bearer nonsense"]).await;
        assert_eq!((reply.status, reply.code().as_str()), (401, "token_invalid"), "{proxy:?}: {reply:?}");
        assert_eq!(reply.all("www-authenticate"), ["Bearer error=\"invalid_token\""], "{proxy:?}");
        let reply = ask(*address, "POST", &[&cookie]).await;
        assert_eq!((reply.status, reply.code().as_str()), (403, "origin_not_allowed"), "{proxy:?}: {reply:?}");
        assert!(reply.all("www-authenticate").is_empty(), "{proxy:?}: {reply:?}");
    }
    app.db.close().await;
    for Front { proxy, address, application, .. } in &fronts {
        let reply = ask(*address, "GET", &[&bearer]).await;
        assert_eq!(reply.status, 503, "{proxy:?}: {reply:?}");
        let code = if *proxy == Proxy::Envoy { "verifier_unavailable" } else { "database_unavailable" };
        assert_eq!(reply.code(), code, "{proxy:?}: {reply:?}");
        assert_eq!(reply.all("retry-after"), ["1"], "{proxy:?}: {reply:?}");
        assert_eq!(application.reached(), 0, "{proxy:?}");
    }
}

#[tokio::test]
async fn too_many_requests_arrive_as_that() {
    let verifier = verifier_that_says(
        "HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nRetry-After: 7\r\n\
         X-Auth-Refusal: {\"code\":\"rate_limited\"}\r\nContent-Length: 23\r\n\r\n{\"code\":\"rate_limited\"}",
    )
    .await;
    for proxy in Proxy::ALL {
        let front = Front::start(proxy, verifier).await;
        let reply = ask(front.address, "GET", &[""; 0]).await;
        assert_eq!((reply.status, reply.code().as_str()), (429, "rate_limited"), "{proxy:?}: {reply:?}");
        assert_eq!(reply.all("retry-after"), ["7"], "{proxy:?}: {reply:?}");
        assert_eq!(front.application.reached(), 0, "{proxy:?}");
    }
}

#[tokio::test]
async fn nothing_passes_while_nobody_verifies_or_the_verifier_talks_nonsense() {
    let nobody = address_of(&nobody().await);
    let mut verifiers = vec![("nobody", nobody)];
    for (name, answer) in [
        ("404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        ("500", "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
        ("a redirect", "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"),
        ("noise", "\r\nSSH-2.0-noise\r\n\r\n"),
    ] {
        verifiers.push((name, verifier_that_says(answer).await));
    }
    for proxy in Proxy::ALL {
        for (name, verifier) in &verifiers {
            let front = Front::start(proxy, *verifier).await;
            let reply = ask(front.address, "GET", &["X-Auth-User-Id: 666"]).await;
            assert!(!(200..300).contains(&reply.status), "{proxy:?} {name}: {reply:?}");
            assert_eq!(front.application.reached(), 0, "{proxy:?} {name}");
            if matches!(proxy, Proxy::Nginx) || matches!(proxy, Proxy::Envoy) && *name == "nobody" {
                assert_eq!((reply.status, reply.code().as_str()), (503, "verifier_unavailable"), "{name}: {reply:?}");
            }
        }
    }
}
