//! Starting instances and asking them.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, LazyLock, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use orientor_devclerk::{DevClerk, Settings};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use tokio::{net::TcpListener, sync::Notify};

/// The secret of every test webhook: base64 of 32 times the letter x.
pub(crate) const WEBHOOK_SECRET: &str = "whsec_eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=";

/// Settings for a free port, without limits.
pub(crate) fn settings() -> Settings {
    Settings { bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), rate_limit: None, ..Settings::default() }
}

pub(crate) async fn start() -> DevClerk {
    DevClerk::start(settings()).await.unwrap()
}

/// A status and the JSON that came with it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// The code of the first error, after checking that the body has Clerk's shape.
    pub(crate) fn error_code(&self) -> &str {
        assert_eq!(self.headers["content-type"], "application/json");
        assert!(self.body["clerk_trace_id"].as_str().is_some_and(|id| !id.is_empty()), "{self:?}");
        let error = &self.body["errors"][0];
        assert!(error["message"].is_string() && error["long_message"].is_string() && error["meta"].is_object());
        error["code"].as_str().unwrap()
    }
}

/// A client for all tests. It keeps no connections, as each test has a runtime of its own.
pub(crate) fn client() -> &'static Client {
    static CLIENT: LazyLock<Client> =
        LazyLock::new(|| Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap());
    &CLIENT
}

/// Calls that carry the secret key.
pub(crate) fn call(clerk: &DevClerk, method: Method, path: &str) -> RequestBuilder {
    client().request(method, format!("{}{path}", clerk.url())).bearer_auth(clerk.secret_key())
}

pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = response.bytes().await.unwrap();
    Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or_default() }
}

pub(crate) async fn get(clerk: &DevClerk, path: &str) -> Answer {
    send(call(clerk, Method::GET, path)).await
}

pub(crate) async fn post(clerk: &DevClerk, path: &str, body: &Value) -> Answer {
    send(call(clerk, Method::POST, path).json(body)).await
}

/// Header and claims of a token, unchecked.
pub(crate) fn decode(jwt: &str) -> (Value, Value) {
    let part = |index| {
        let text = jwt.split('.').nth(index).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    };
    (part(0), part(1))
}

/// A webhook receiver on loopback that keeps what it gets.
pub(crate) struct Receiver {
    pub(crate) url: String,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    received: Mutex<Vec<Received>>,
    arrived: Notify,
    /// Answers yet to give; 204 when there are none left.
    answers: Mutex<Vec<Reply>>,
}

/// What a receiver answers: a status and perhaps one header.
#[derive(Clone, Debug)]
pub(crate) struct Reply(pub(crate) StatusCode, pub(crate) Option<(&'static str, String)>);

/// One request, as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Received {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

impl Receiver {
    /// A receiver that gives these answers first, the last one first.
    pub(crate) async fn start(answers: &[Reply]) -> Self {
        let shared = Arc::new(Shared { answers: Mutex::new(answers.to_vec()), ..Shared::default() });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let router = Router::new().fallback(receive).with_state(shared.clone());
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { url, shared }
    }

    /// How many requests have arrived.
    pub(crate) fn count(&self) -> usize {
        self.shared.received.lock().unwrap().len()
    }

    /// The first `count` requests, as soon as they are there.
    pub(crate) async fn wait_for(&self, count: usize) -> Vec<Received> {
        let enough = async {
            loop {
                let arrived = self.shared.arrived.notified();
                let received = self.shared.received.lock().unwrap().clone();
                if received.len() >= count {
                    return received;
                }
                arrived.await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), enough).await.expect("webhooks that do not arrive")
    }
}

async fn receive(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> (StatusCode, HeaderMap) {
    shared.received.lock().unwrap().push(Received { headers, body });
    shared.arrived.notify_waiters();
    let Reply(status, header) = shared.answers.lock().unwrap().pop().unwrap_or(Reply(StatusCode::NO_CONTENT, None));
    let header = header.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
    (status, header.into_iter().collect())
}
