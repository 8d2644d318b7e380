//! Connections: how many, how long, and how they end.
//!
//! Whoever comes while there are as many as there may be is told so at once. Otherwise connections would wait in the
//! system's queue, and everybody's requests would take as long as it is.

mod state;

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, timeout},
};
use tower::ServiceExt as _;

pub use self::state::ServerState;

use self::state::Open;
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
/// As many as the system lets wait for `accept`. Beyond that, whoever comes all the time would keep a server from ending.
const BACKLOG: usize = 1024;
/// How long a server that ends waits for the first words on a connection: what was sent with the connection is there already.
const FIRST_WORDS: Duration = Duration::from_millis(200);

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
    let (limits, state) = (ConnectionLimits::default(), ServerState::default());
    serve_within(listener, router, limits, state, ended, std::future::ready(())).await
}

/// The same within these limits, in two steps: from `ended` on, `state` says that the server is going to end, and whoever
/// spreads requests over several servers hears it; but everything is answered until `noticed` resolves as well.
///
/// Connections that the system has taken by then are answered, too.
///
/// # Errors
///
/// None at present: what goes wrong with one connection is no reason to end.
pub async fn serve_within(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    state: ServerState,
    ended: impl Future<Output = ()> + Send + 'static,
    noticed: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (ending, is_ending) = watch::channel(false);
    let server = Server {
        router,
        connections: Arc::new(Semaphore::new(limits.connections)),
        refusals: Arc::new(Semaphore::new(MOST_REFUSALS)),
        refusal: refusal().into(),
        state: state.clone(),
        is_ending,
    };
    let mut over = pin!(async move {
        ended.await;
        state.drain();
        noticed.await;
    });
    loop {
        tokio::select! {
            () = &mut over => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => server.take(stream, peer),
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    sleep(AFTER_A_FAULT).await;
                }
            },
        }
    }
    server.take_waiting(listener);
    drop(server);
    ending.send_replace(true);
    // All who answer hold the other end.
    ending.closed().await;
    Ok(())
}

/// What connections have in common.
struct Server {
    router: Router,
    connections: Arc<Semaphore>,
    refusals: Arc<Semaphore>,
    refusal: Arc<[u8]>,
    state: ServerState,
    is_ending: watch::Receiver<bool>,
}

impl Server {
    /// Answers on a connection, or turns it away.
    fn take(&self, stream: TcpStream, peer: SocketAddr) {
        // Answers are small; waiting to fill a packet would only delay them. A connection
        // on which this cannot be set is as good as any other.
        let _ = stream.set_nodelay(true);
        if let Ok(place) = Arc::clone(&self.connections).try_acquire_owned() {
            let held = (place, self.state.open());
            tokio::spawn(answer(stream, peer, self.router.clone(), self.is_ending.clone(), held));
            return;
        }
        self.state.refuse();
        if let Ok(permit) = Arc::clone(&self.refusals).try_acquire_owned() {
            let refusal = Arc::clone(&self.refusal);
            tokio::spawn(async move {
                // Whether they have heard it is their affair.
                let _ = timeout(REFUSAL_TIMEOUT, turn_away(stream, &refusal)).await;
                drop(permit);
            });
        }
    }

    /// Takes the connections that the system has accepted for us and nobody has looked at: closing the listener would
    /// break them off, with the requests that they bring.
    fn take_waiting(&self, listener: TcpListener) {
        // Asked of the system itself, because the runtime may not have heard of them.
        let Ok(listener) = listener.into_std() else { return };
        for _ in 0..BACKLOG {
            // Without waiting, since the runtime has made the listener so.
            let Ok((stream, peer)) = listener.accept() else { return };
            if let Ok(stream) = stream.set_nonblocking(true).and_then(|()| TcpStream::from_std(stream)) {
                self.take(stream, peer);
            }
        }
    }
}

/// Answers on a connection until it ends, with what is `held` for it.
async fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut is_ending: watch::Receiver<bool>,
    _held: (OwnedSemaphorePermit, Open),
) {
    if !speaks(&stream, &mut is_ending).await {
        return;
    }
    let service = router.map_request(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    });
    let mut http = http1::Builder::new();
    // Beyond the limit, and beyond the 100 lines that are the library's own, 431.
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_header_size(HEAD_LIMIT_BYTES);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)));
    let ended = tokio::select! {
        // First, so that what has come is read before anything is given up.
        biased;
        ended = connection.as_mut() => ended,
        () = end(&mut is_ending) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        // A client that has gone or that sends something else than HTTP.
        tracing::trace!(%error, "a connection ended early");
    }
}

/// Waits until the server is to end.
async fn end(is_ending: &mut watch::Receiver<bool>) {
    // It fails only when the server is gone.
    let _ = is_ending.wait_for(|is_ending| *is_ending).await;
}

/// Waits until something comes. The library would close a connection at once on which nothing has come when the server
/// is to end, also if it is only about to be read.
async fn speaks(stream: &TcpStream, is_ending: &mut watch::Receiver<bool>) -> bool {
    let ended = async {
        end(is_ending).await;
        sleep(FIRST_WORDS).await;
    };
    tokio::select! {
        readable = timeout(HEAD_TIMEOUT, stream.readable()) => matches!(readable, Ok(Ok(()))),
        () = ended => false,
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
