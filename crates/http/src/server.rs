//! Connections: how many, how long, and how they end.
//!
//! Whoever comes while there are as many as there may be is told so at once. Otherwise connections would wait in the
//! system's queue, and everybody's requests would take as long as it is.

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tower::ServiceExt as _;

use crate::ApiError;

/// Also how long a connection may rest between two requests: longer than proxies keep theirs, which is a minute, so
/// that it is they who close them and never find one closed.
const HEAD_TIMEOUT: Duration = Duration::from_secs(75);
/// The head of a request. A session token has at most 16 KiB.
const HEAD_LIMIT_BYTES: usize = 64 * 1024;
/// Connections that are being told that there are too many. Beyond that they are closed without a word.
const MOST_REFUSALS: usize = 64;
const REFUSAL_TIMEOUT: Duration = Duration::from_secs(2);
/// As a rule the system has no file descriptors left, and some become free when requests have been answered.
const AFTER_A_FAULT: Duration = Duration::from_millis(50);

/// What a server takes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// Connections at the same time. Default 1,000.
    pub connections: usize,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self { connections: 1_000 }
    }
}

/// Answers on `listener` until `ended` resolves, then finishes the requests that have begun.
///
/// # Errors
///
/// As [`serve_within`], with limits that suit most.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    ended: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    serve_within(listener, router, ConnectionLimits::default(), ended).await
}

/// The same within these limits.
///
/// # Errors
///
/// None at present: what goes wrong with one connection is no reason to end.
pub async fn serve_within(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    ended: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let connections = Arc::new(Semaphore::new(limits.connections));
    let refusals = Arc::new(Semaphore::new(MOST_REFUSALS));
    let refusal: Arc<[u8]> = refusal().into();
    let graceful = GracefulShutdown::new();
    let mut ended = pin!(ended);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut ended => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(AFTER_A_FAULT).await;
                    continue;
                }
            },
        };
        // Answers are small; waiting to fill a packet would only delay them. A connection
        // on which this cannot be set is as good as any other.
        let _ = stream.set_nodelay(true);
        if let Ok(permit) = Arc::clone(&connections).try_acquire_owned() {
            let (router, watcher) = (router.clone(), graceful.watcher());
            tokio::spawn(async move {
                answer(stream, peer, router, watcher).await;
                drop(permit);
            });
        } else if let Ok(permit) = Arc::clone(&refusals).try_acquire_owned() {
            let refusal = Arc::clone(&refusal);
            tokio::spawn(async move {
                // Whether they have heard it is their affair.
                let _ = tokio::time::timeout(REFUSAL_TIMEOUT, turn_away(stream, &refusal)).await;
                drop(permit);
            });
        }
    }
    drop(listener);
    graceful.shutdown().await;
    Ok(())
}

async fn answer(stream: TcpStream, peer: SocketAddr, router: Router, watcher: Watcher) {
    let service = router.map_request(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    });
    let mut http = http1::Builder::new();
    // Beyond the limit, and beyond the 100 lines that are the library's own, 431.
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_header_size(HEAD_LIMIT_BYTES);
    let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    if let Err(error) = watcher.watch(connection).await {
        // A client that has gone or that sends something else than HTTP.
        tracing::trace!(%error, "a connection ended early");
    }
}

/// Says that there are too many, without looking at what is asked.
async fn turn_away(mut stream: TcpStream, refusal: &[u8]) -> io::Result<()> {
    stream.write_all(refusal).await?;
    stream.shutdown().await?;
    // Closing while something is unread would have the system take back what was said.
    let mut unread = [0; 4096];
    while stream.read(&mut unread).await? > 0 {}
    Ok(())
}

fn refusal() -> Vec<u8> {
    let rejection = ApiError::overloaded().into_rejection();
    let body = rejection.body();
    format!(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 1\r\n\
         Cache-Control: no-store\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
