//! When something that we need does not answer.

use std::net::Ipv4Addr;

use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::support::{Setup, TestApp, nobody};

const ME: &str = "/api/v1/users/me";

#[tokio::test]
async fn when_clerk_is_down_new_people_wait_and_known_ones_notice_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let old = app.at_clerk("bob");
    app.old_row("clerk_user_id, is_active, onboarding_completed", &format!("'{old}', true, false")).await;
    let new = app.at_clerk("carol");
    let cut_off = app.neighbour(Setup { api_url: Some(nobody().await), ..Setup::default() }).await;

    let waiting = cut_off.client_of(&new).get(ME).await;

    assert_eq!(waiting.error(), (503, "clerk_unavailable"));
    assert!(waiting.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert_eq!(cut_off.sign_in(&ada.clerk_id.parse().unwrap()).await.id, ada.id);
    // The row itself says who it is, so Clerk is not needed.
    cut_off.sign_in(&old).await;
    assert_eq!(app.number("SELECT count(*) FROM users").await, 2, "nobody is made on a guess");
    app.sign_in(&new).await;
}

#[tokio::test]
async fn without_keys_nobody_is_told_that_their_token_is_bad() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let keys_url = Some(format!("{}/.well-known/jwks.json", nobody().await));
    let cut_off = app.neighbour(Setup { keys_url, ..Setup::default() }).await;
    let ada = cut_off.client_of(&ada.clerk_id.parse().unwrap());

    for _ in 0..3 {
        let waiting = ada.get(ME).await;
        assert_eq!(waiting.error(), (503, "keys_unavailable"));
        assert!(waiting.header("retry-after").parse::<u32>().unwrap() >= 1);
    }
    let health = cut_off.get("/health").await;
    assert_eq!((health.status, health.body), (503, json!({ "status": "unhealthy", "failing": ["keys"] })));
}

#[tokio::test]
async fn a_server_with_everything_is_healthy() {
    let app = TestApp::new().await;

    let health = app.get("/health").await;

    assert_eq!((health.status, health.body), (200, json!({ "status": "healthy" })));
}

#[tokio::test]
async fn without_a_database_everything_private_waits() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let stranger = app.client_of(&app.at_clerk("bob"));

    app.db.close().await;

    for path in [ME, "/api/v1/peers/compatible", "/api/v1/messages/conversations", "/api/v1/profiles/1"] {
        for user in [&ada, &stranger] {
            let waiting = user.get(path).await;
            assert_eq!(waiting.error(), (503, "database_unavailable"), "{path}");
            assert_eq!(waiting.header("retry-after"), "1");
        }
    }
    let update = ada.put("/api/v1/profiles/update", &json!({ "name": "Ada" })).await;
    assert_eq!(update.error(), (503, "database_unavailable"));
    let health = app.get("/health").await;
    assert_eq!((health.status, health.body), (503, json!({ "status": "unhealthy", "failing": ["database"] })));
}

/// What a Clerk that is not itself answers to everything.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Lie {
    Nothing,
    Failure,
    Html,
    /// 20 MB that begin well.
    Endless,
    /// About somebody else, or of another instance.
    Foreign,
    Silence,
}

impl Lie {
    const ALL: [Self; 6] = [Self::Nothing, Self::Failure, Self::Html, Self::Endless, Self::Foreign, Self::Silence];

    /// Its address. Listens for as long as the test runs.
    async fn told(self) -> String {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                tokio::spawn(async move {
                    let mut request = vec![0; 4096];
                    // Whoever has given up gets no answer.
                    if stream.read(&mut request).await.is_ok() && self.tell(&mut stream).await.is_ok() {
                        stream.shutdown().await.ok();
                    }
                });
            }
        });
        url
    }

    async fn tell(self, stream: &mut TcpStream) -> std::io::Result<()> {
        let (status, body) = match self {
            Self::Nothing => return Ok(()),
            Self::Silence => std::future::pending().await,
            Self::Failure => ("500 Internal Server Error", "{}".to_owned()),
            Self::Html => ("200 OK", "<!doctype html><title>Sign in to the network</title>".to_owned()),
            Self::Endless => ("200 OK", format!("{{\"keys\":[],\"id\":\"{}\"}}", "a".repeat(20_000_000))),
            Self::Foreign => ("200 OK", "{\"keys\":\"user_2other\",\"id\":\"user_2other\"}".to_owned()),
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(body.as_bytes()).await
    }
}

#[tokio::test]
async fn whatever_clerk_answers_known_people_notice_nothing_and_new_ones_wait() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let strangers = Lie::ALL.map(|lie| app.at_clerk(&format!("{lie:?}").to_lowercase()));
    let trials = Lie::ALL.iter().zip(&strangers).map(|(lie, stranger)| {
        let (app, ada) = (&app, &ada);
        async move {
            let url = lie.told().await;
            let known_keys = app.neighbour(Setup { api_url: Some(url.clone()), ..Setup::default() }).await;
            let keys_url = Some(format!("{url}/.well-known/jwks.json"));
            let no_keys = app.neighbour(Setup { keys_url, ..Setup::default() }).await;

            let known = known_keys.client_of(&ada.clerk_id.parse().unwrap()).get(ME).await;
            assert_eq!((known.status, known.body["id"].as_i64()), (200, Some(ada.id)), "{lie:?}");
            let waiting = known_keys.client_of(stranger).get(ME).await;
            assert_eq!(waiting.error(), (503, "clerk_unavailable"), "{lie:?}");
            for person in [&ada.clerk_id.parse().unwrap(), stranger] {
                assert_eq!(no_keys.client_of(person).get(ME).await.error(), (503, "keys_unavailable"), "{lie:?}");
            }
        }
    });
    futures_util::future::join_all(trials).await;

    assert_eq!(app.number("SELECT count(*) FROM users").await, 1, "nobody is made on a guess");
    for stranger in &strangers {
        app.sign_in(stranger).await;
    }
}
