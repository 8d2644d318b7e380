//! A loopback HTTP server that answers as badly as it is told to.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinHandle,
};

/// What every request gets.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Status, headers (with their line ends) and body.
    Full(u16, String, String),
    /// A good body, once somebody opens the gate.
    Gated(Arc<Semaphore>, String),
    /// 20 MB, with or without saying so beforehand.
    Huge { announced: bool },
    /// A byte a second, for ever.
    Drip,
    /// Not a byte.
    Silence,
    /// The connection ends within the body.
    CutOff,
    /// Not HTTP.
    Noise,
}

impl Reply {
    pub(crate) fn ok(body: impl Into<String>) -> Self {
        Self::Full(200, String::new(), body.into())
    }

    pub(crate) fn status(status: u16, body: impl Into<String>) -> Self {
        Self::Full(status, String::new(), body.into())
    }
}

pub(crate) struct Server {
    pub(crate) url: String,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    reply: Mutex<Reply>,
    hits: AtomicUsize,
    requests: Mutex<Vec<String>>,
}

impl Server {
    pub(crate) async fn start(reply: Reply) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared =
            Arc::new(Shared { reply: Mutex::new(reply), hits: AtomicUsize::new(0), requests: Mutex::default() });
        let accepting = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&accepting);
                tokio::spawn(async move { shared.serve(stream).await });
            }
        });
        Self { url, shared, task }
    }

    pub(crate) fn answer(&self, reply: Reply) {
        *self.shared.reply.lock().unwrap() = reply;
    }

    /// How many requests have come.
    pub(crate) fn hits(&self) -> usize {
        self.shared.hits.load(Ordering::SeqCst)
    }

    /// The head of the last request, in lower case.
    pub(crate) fn last_request(&self) -> String {
        self.shared.requests.lock().unwrap().last().unwrap().to_lowercase()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Shared {
    async fn serve(&self, mut stream: TcpStream) {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            match stream.read_u8().await {
                Ok(byte) => head.push(byte),
                Err(_) => return,
            }
        }
        self.requests.lock().unwrap().push(String::from_utf8_lossy(&head).into_owned());
        self.hits.fetch_add(1, Ordering::SeqCst);
        let reply = self.reply.lock().unwrap().clone();
        // The client may hang up at any time, which is its right.
        let _ = respond(&mut stream, reply).await;
    }
}

async fn respond(stream: &mut TcpStream, reply: Reply) -> std::io::Result<()> {
    match reply {
        Reply::Full(status, headers, body) => write_full(stream, status, &headers, &body).await,
        Reply::Gated(gate, body) => {
            let _ = gate.acquire().await;
            write_full(stream, 200, "", &body).await
        }
        Reply::Huge { announced } => {
            let length = if announced { "content-length: 20000000\r\n" } else { "" };
            stream.write_all(format!("HTTP/1.1 200 OK\r\n{length}connection: close\r\n\r\n").as_bytes()).await?;
            for _ in 0..20_000 {
                stream.write_all(&[b' '; 1000]).await?;
            }
            Ok(())
        }
        Reply::Drip => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n").await?;
            loop {
                stream.write_all(b" ").await?;
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
        Reply::Silence => std::future::pending().await,
        Reply::CutOff => stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"keys\":").await,
        Reply::Noise => stream.write_all(b"220 mail.example.com ESMTP\r\n\r\n").await,
    }
}

async fn write_full(stream: &mut TcpStream, status: u16, headers: &str, body: &str) -> std::io::Result<()> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await
}
