//! When something that we need does not answer.

use std::{
    net::Ipv4Addr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use orientor_devclerk::DevClerk;
use orientor_identity::{Clock, ManualClock, SystemClock};
use orientor_testkit::proof::proved;
use serde_json::{Value, json};
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
    /// Members of the right names that are about somebody else.
    Foreign,
    /// A key set without any key.
    NoKey,
    /// The key set of another instance.
    OtherInstance,
    /// The same, under the name of our key.
    WrongKey,
    Silence,
}

/// Somebody who answers in Clerk's place: as Clerk does, until they are turned.
struct Liar {
    url: String,
    is_turned: Arc<AtomicBool>,
}

impl Lie {
    const ALL: [Self; 9] = [
        Self::Nothing,
        Self::Failure,
        Self::Html,
        Self::Endless,
        Self::Foreign,
        Self::NoKey,
        Self::OtherInstance,
        Self::WrongKey,
        Self::Silence,
    ];

    /// Whether somebody who knows no key yet cannot tell it from the truth.
    fn is_a_key_set(self) -> bool {
        matches!(self, Self::OtherInstance | Self::WrongKey)
    }

    /// Listens for as long as the test runs.
    async fn told(self, ours: &Value, other: &Value) -> Liar {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let is_turned = Arc::new(AtomicBool::new(false));
        let (turned, truth, body) = (Arc::clone(&is_turned), ours.to_string(), self.body(ours, other));
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let lie = turned.load(Ordering::SeqCst).then_some(self);
                tokio::spawn(answer(stream, lie, if lie.is_some() { body.clone() } else { truth.clone() }));
            }
        });
        Liar { url, is_turned }
    }

    /// * `ours` and `other`, the key sets of the two instances.
    fn body(self, ours: &Value, other: &Value) -> String {
        match self {
            Self::Nothing | Self::Silence => String::new(),
            Self::Failure => "{}".to_owned(),
            Self::Html => "<!doctype html><title>Sign in to the network</title>".to_owned(),
            Self::Endless => format!("{{\"keys\":[],\"id\":\"{}\"}}", "a".repeat(20_000_000)),
            Self::Foreign => "{\"keys\":\"user_2other\",\"id\":\"user_2other\"}".to_owned(),
            Self::NoKey => "{\"keys\":[]}".to_owned(),
            Self::OtherInstance => other.to_string(),
            Self::WrongKey => {
                let mut wrong = other.clone();
                wrong["keys"][0]["kid"] = ours["keys"][0]["kid"].clone();
                wrong.to_string()
            }
        }
    }
}

async fn answer(mut stream: TcpStream, lie: Option<Lie>, body: String) {
    let mut request = vec![0; 4096];
    // Whoever has given up gets no answer.
    if stream.read(&mut request).await.is_err() || lie == Some(Lie::Nothing) {
        return;
    }
    if lie == Some(Lie::Silence) {
        std::future::pending::<()>().await;
    }
    let status = if lie == Some(Lie::Failure) { "500 Internal Server Error" } else { "200 OK" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    if stream.write_all(head.as_bytes()).await.is_ok() && stream.write_all(body.as_bytes()).await.is_ok() {
        stream.shutdown().await.ok();
    }
}

async fn key_set(clerk: &DevClerk) -> Value {
    let url = format!("{}/.well-known/jwks.json", clerk.url());
    reqwest::get(url).await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn whatever_clerk_answers_known_people_notice_nothing_and_new_ones_wait() {
    let (app, elsewhere) = (TestApp::new().await, TestApp::new().await);
    let ada = app.user("ada").await;
    let eve = elsewhere.client_of(&elsewhere.at_clerk("eve")).token;
    let (ours, other) = (key_set(&app.clerk).await, key_set(&elsewhere.clerk).await);
    let strangers = Lie::ALL.map(|lie| app.at_clerk(&format!("{lie:?}").to_lowercase()));
    let trials = Lie::ALL.iter().zip(&strangers).map(|(lie, stranger)| {
        let (app, ada, eve, ours, other) = (&app, &ada, &eve, &ours, &other);
        async move {
            let liar = lie.told(ours, other).await;
            let clock = Arc::new(ManualClock::at(SystemClock.now().as_secs()));
            let at_liar = Setup {
                keys_url: Some(format!("{}/.well-known/jwks.json", liar.url)),
                api_url: Some(liar.url.clone()),
                clock: clock.clone(),
                ..Setup::default()
            };
            let warm = app.neighbour(at_liar.clone()).await;
            let known = warm.client_of(&ada.clerk_id.parse().unwrap());
            assert_eq!(known.get(ME).await.status, 200, "{lie:?}");

            liar.is_turned.store(true, Ordering::SeqCst);
            for pause in [0, 60, 600] {
                clock.advance(Duration::from_secs(pause));
                let answer = known.get(ME).await;
                assert_eq!((answer.status, answer.body["id"].as_i64()), (200, Some(ada.id)), "{lie:?}");
                let mut foreigner = warm.client_of(&ada.clerk_id.parse().unwrap());
                foreigner.token.clone_from(eve);
                assert_eq!(foreigner.get(ME).await.status, 401, "{lie:?}");
            }
            let waiting = warm.client_of(stranger).get(ME).await;
            assert_eq!(waiting.error(), (503, "clerk_unavailable"), "{lie:?}");

            let cold = app.neighbour(at_liar).await;
            for person in [&ada.clerk_id.parse().unwrap(), stranger] {
                let answer = cold.client_of(person).get(ME).await;
                if lie.is_a_key_set() {
                    assert_eq!(answer.status, 401, "{lie:?}");
                } else {
                    assert_eq!(answer.error(), (503, "keys_unavailable"), "{lie:?}");
                }
            }
        }
    });
    futures_util::future::join_all(trials).await;

    assert_eq!(app.number("SELECT count(*) FROM users").await, 1, "nobody is made on a guess");
    for stranger in &strangers {
        app.sign_in(stranger).await;
    }
    let count = u64::try_from(Lie::ALL.len()).unwrap();
    proved("lies of Clerk, to servers that know its keys and to new ones", count, "all");
}
