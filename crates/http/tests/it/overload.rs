//! What a server does when there is more than it can do, and when it is asked to end.

use std::{
    io::{Read as _, Write as _},
    net::SocketAddr,
    sync::Arc,
    time::Duration,
};

use axum::{Router, extract::State, routing::get};
use orientor_http::{ConnectionLimits, RequestLimits, RouterSettings, ServerState};
use reqwest::{Client, Method};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{Notify, Semaphore, oneshot},
    task::JoinSet,
};

use crate::support::{Answer, Setup, TestApp, send, until};

/// A server with one handler, which tells that it was called and waits until it is let go.
struct Slow {
    address: SocketAddr,
    called: Arc<Notify>,
    go: Arc<Semaphore>,
    end: oneshot::Sender<()>,
    noticed: oneshot::Sender<()>,
    ended: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Slow {
    async fn start(requests: usize, connections: usize) -> Self {
        let (called, go) = (Arc::new(Notify::new()), Arc::new(Semaphore::new(0)));
        let wait = async |State((called, go)): State<(Arc<Notify>, Arc<Semaphore>)>| {
            called.notify_one();
            go.acquire().await.unwrap().forget();
            "done"
        };
        let slow = Router::new().route("/slow", get(wait)).with_state((Arc::clone(&called), Arc::clone(&go)));
        let limits = RequestLimits { requests, ..RequestLimits::default() };
        let settings = RouterSettings { limits, ..RouterSettings::default() };
        let router = orientor_http::with_layers(slow, &settings);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let ((end, asked_to_end), (noticed, was_noticed)) = (oneshot::channel(), oneshot::channel());
        let asked_to_end = async move { drop(asked_to_end.await) };
        let was_noticed = async move { drop(was_noticed.await) };
        let (limits, state) = (ConnectionLimits { connections }, ServerState::default());
        let served = orientor_http::serve_within(listener, router, limits, state, asked_to_end, was_noticed);
        Self { address, called, go, end, noticed, ended: tokio::spawn(served) }
    }

    fn ask(&self) -> impl Future<Output = Answer> + Send + 'static {
        // A connection of its own.
        let client = Client::builder().no_proxy().build().unwrap();
        send(client.get(format!("http://{}/slow", self.address)))
    }

    /// A request that is being answered.
    async fn begin(&self) -> tokio::task::JoinHandle<Answer> {
        let request = tokio::spawn(self.ask());
        self.called.notified().await;
        request
    }
}

#[tokio::test]
async fn of_too_many_requests_some_are_refused_at_once_and_the_others_are_answered() {
    let server = Slow::start(2, 100).await;
    let begun = [server.begin().await, server.begin().await];
    // Two are inside. Of thirty more eight may wait, if they come soon enough to be a burst.
    let mut more: JoinSet<Answer> = (0..30).map(|_| server.ask()).collect();

    for _ in 0..22 {
        let refused = more.join_next().await.unwrap().unwrap();
        assert_eq!(refused.error(), (503, "overloaded"));
        assert_eq!(refused.header("retry-after"), "1");
        assert!(!refused.header("x-request-id").is_empty());
    }
    server.go.add_permits(10);
    for request in begun {
        assert_eq!(request.await.unwrap().text, "done");
    }
    while let Some(waited) = more.join_next().await {
        let waited = waited.unwrap();
        assert!(waited.text == "done" || waited.error() == (503, "overloaded"), "{waited:?}");
    }
    server.go.add_permits(1);
    assert_eq!(server.ask().await.text, "done", "their places are free again");
}

#[tokio::test]
async fn a_connection_too_many_is_told_so_and_closed() {
    let server = Slow::start(100, 1).await;
    let begun = server.begin().await;

    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).await.unwrap();

    let (head, body) = said.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 503 ") && head.contains("\r\nRetry-After: 1\r\n"), "{said}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(body).unwrap()["code"], "overloaded");
    server.go.add_permits(1);
    assert_eq!(begun.await.unwrap().text, "done");
}

#[tokio::test]
async fn a_server_that_is_asked_to_end_finishes_what_it_has_begun_and_takes_no_more() {
    let server = Slow::start(100, 100).await;
    let begun = server.begin().await;
    let idle = TcpStream::connect(server.address).await.unwrap();

    server.end.send(()).unwrap();
    server.noticed.send(()).unwrap();

    // It has stopped to listen once a connection is refused.
    while TcpStream::connect(server.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(!begun.is_finished() && !server.ended.is_finished());
    server.go.add_permits(1);
    assert_eq!(begun.await.unwrap().text, "done");
    server.ended.await.unwrap().unwrap();
    drop(idle);
}

#[tokio::test]
async fn connections_that_nobody_has_looked_at_yet_are_answered_by_a_server_that_ends() {
    let server = Slow::start(100, 100).await;
    server.go.add_permits(20);
    server.end.send(()).unwrap();
    // The runtime has one thread, and nothing here gives it back: the system takes these connections, the server cannot.
    let waiting: Vec<_> = (0..20)
        .map(|_| {
            let mut stream = std::net::TcpStream::connect(server.address).unwrap();
            stream.write_all(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            stream
        })
        .collect();

    server.noticed.send(()).unwrap();

    server.ended.await.unwrap().unwrap();
    for mut stream in waiting {
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        assert!(said.starts_with("HTTP/1.1 200 ") && said.ends_with("done"), "{said:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_asked_to_end_says_so_first_and_answers_until_that_was_noticed() {
    let app = TestApp::new().await;
    let ready = async || app.get("/health/ready").await;
    assert_eq!(ready().await.status, 200);

    app.end.notify_one();

    until("it is not ready any more", async || ready().await.status == 503).await;
    for path in ["/health/ready", "/health"] {
        assert_eq!(app.get(path).await.body, json!({ "status": "unhealthy", "failing": ["draining"] }), "{path}");
    }
    assert_eq!(app.get("/health/live").await.status, 200);
    // On a connection of its own.
    let client = Client::builder().no_proxy().build().unwrap();
    assert_eq!(send(client.get(format!("{}/openapi.json", app.url))).await.status, 200);
    app.noticed.notify_one();
    app.ended.await.unwrap().unwrap();
    assert!(TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.is_err());
}

#[tokio::test]
async fn a_head_has_its_limits() {
    let app = TestApp::new().await;
    let with = async |lines: String| {
        let mut stream = TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap();
        let request = format!("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n");
        stream.write_all(request.as_bytes()).await.ok();
        let mut said = Vec::new();
        stream.read_to_end(&mut said).await.ok();
        String::from_utf8_lossy(&said).split(' ').nth(1).unwrap_or("closed").to_owned()
    };

    assert_eq!(with("A: b\r\n".repeat(90)).await, "200");
    assert_eq!(with("A: b\r\n".repeat(110)).await, "431");
    assert_eq!(with(format!("A: {}\r\n", "b".repeat(50_000))).await, "200");
    assert_eq!(with(format!("A: {}\r\n", "b".repeat(100_000))).await, "431");
}

#[tokio::test]
async fn proxies_are_told_in_their_way_and_health_is_told_all_the_same() {
    let app =
        TestApp::with(Setup { limits: RequestLimits { requests: 0, ..RequestLimits::default() }, ..Setup::default() })
            .await;

    for path in ["/api/v1/users/me", "/openapi.json", "/"] {
        assert_eq!(app.get(path).await.error(), (503, "overloaded"), "{path}");
    }
    let refused = send(app.request(Method::OPTIONS, "/auth/verify/x")).await;
    assert_eq!(refused.error(), (503, "overloaded"));
    assert_eq!(refused.header("x-auth-refusal"), refused.text);
    for path in ["/health", "/health/", "/health/live", "/health/ready"] {
        assert_eq!(app.get(path).await.status, 200, "{path}");
    }
    app.db.close().await;
    assert_eq!(app.get("/health/ready").await.status, 503);
    assert_eq!(app.get("/health/live").await.status, 200, "a restart would not help");
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_given_up_and_its_place_is_free() {
    let limits = RequestLimits { requests: 1, body_time: Duration::from_millis(300) };
    let app = TestApp::with(Setup { limits, ..Setup::default() }).await;
    let mut stream = TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap();
    let head = "POST /webhooks/clerk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    stream.write_all(format!("{head}Content-Length: 100000\r\n\r\n").as_bytes()).await.unwrap();
    // Something comes all the time, so that no limit for a pause would help.
    let (mut reader, mut writer) = stream.into_split();
    let drip = tokio::spawn(async move {
        while writer.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });

    // Until the connection is closed.
    let mut said = Vec::new();
    let mut buffer = [0; 1024];
    while let Ok(length @ 1..) = reader.read(&mut buffer).await {
        said.extend_from_slice(&buffer[..length]);
    }

    let said = String::from_utf8(said).unwrap();
    let (head, body) = said.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 408 ") && head.to_ascii_lowercase().contains("\r\nconnection: close"), "{said}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(body).unwrap()["code"], "body_too_slow");
    assert_eq!(app.get("/openapi.json").await.status, 200);
    drip.await.unwrap();
}

#[tokio::test]
async fn a_body_may_take_its_time_within_the_limit() {
    let app = TestApp::new().await;
    let mut stream = TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap();
    let head = "POST /webhooks/clerk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();

    for byte in b"null" {
        tokio::time::sleep(Duration::from_millis(20)).await;
        stream.write_all(&[*byte]).await.unwrap();
    }

    let mut said = String::new();
    stream.read_to_string(&mut said).await.unwrap();
    assert!(said.starts_with("HTTP/1.1 400 ") && said.contains("signature_invalid"), "{said}");
}
