//! A proxy before the database that listens to what is said, and can cut the line or fall silent.

use std::{
    io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};

/// When the line is cut, counted in messages of the client over all its connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Never.
    Never,
    /// The connection that sends this message; others live on, and new ones are let in.
    Once(usize),
    /// The same, but the server still gets the message: what it answers is lost.
    OnceSent(usize),
    /// All connections from this message on, and nobody is let in any more.
    ForGood(usize),
    /// None: this message and all later ones are kept back, as by a server that hangs.
    Hold(usize),
}

/// How the lines are, apart from a [`Cut`].
#[derive(Clone, Copy, Debug, Default)]
struct Lines {
    /// Nothing gets through in either direction, and nobody is told. What was sent meanwhile comes when this ends.
    is_silent: bool,
    /// Connections of an earlier number are closed.
    number: u64,
}

/// Stands before a server until it is dropped.
#[derive(Debug)]
pub struct Proxy {
    /// Where to connect instead.
    pub url: String,
    heard: Arc<Heard>,
    lines: watch::Sender<Lines>,
    doorman: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Heard {
    messages: AtomicUsize,
    /// The statements of each connection, in order.
    statements: Mutex<Vec<Vec<String>>>,
}

impl Proxy {
    /// Stands before the server of a `postgres://user@host:port/…`.
    ///
    /// # Panics
    ///
    /// If the address is another one, or there is no port to listen on.
    #[expect(clippy::panic, reason = "tests alone call this, and a panic is how a test fails")]
    pub async fn before(url: &str, cut: Cut) -> Self {
        Self::start(url, cut).await.unwrap_or_else(|error| panic!("no proxy before {url}: {error}"))
    }

    async fn start(url: &str, cut: Cut) -> io::Result<Self> {
        let strange = || io::Error::new(io::ErrorKind::InvalidInput, "expected postgres://user@host:port/…");
        let (who, rest) = url.split_once('@').ok_or_else(strange)?;
        let (place, path) = rest.split_once('/').ok_or_else(strange)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let and = if path.contains('?') { '&' } else { '?' };
        let url = format!("{who}@127.0.0.1:{port}/{path}{and}sslmode=disable");
        let (heard, place) = (Arc::new(Heard::default()), place.to_owned());
        let (lines, watched) = watch::channel(Lines::default());
        let doorman = tokio::spawn(let_in(listener, place, Arc::clone(&heard), watched, cut));
        Ok(Self { url, heard, lines, doorman })
    }

    /// How many messages clients have sent.
    pub fn messages(&self) -> usize {
        self.heard.messages.load(SeqCst)
    }

    /// The statements of each connection, in order.
    pub fn statements(&self) -> Vec<Vec<String>> {
        self.heard.statements.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets nothing through any more, and tells nobody; or lets everything through again.
    pub fn silence(&self, is_silent: bool) {
        self.lines.send_modify(|lines| lines.is_silent = is_silent);
    }

    /// Closes all connections. New ones are let in.
    pub fn hang_up(&self) {
        self.lines.send_modify(|lines| lines.number += 1);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.doorman.abort();
    }
}

async fn let_in(listener: TcpListener, place: String, heard: Arc<Heard>, lines: watch::Receiver<Lines>, cut: Cut) {
    loop {
        let Ok((visitor, _)) = listener.accept().await else { return };
        // While the server is away, visitors find nobody.
        let Ok(server) = TcpStream::connect(&place).await else { continue };
        let at = {
            let mut statements = heard.statements.lock().unwrap_or_else(PoisonError::into_inner);
            statements.push(Vec::new());
            statements.len() - 1
        };
        let (heard, mut lines) = (Arc::clone(&heard), lines.clone());
        let number = lines.borrow().number;
        tokio::spawn(async move {
            let mut hung_up = lines.clone();
            tokio::select! {
                _ = carry(visitor, server, &heard, &mut lines, at, cut) => {}
                _ = hung_up.wait_for(|lines| lines.number != number) => {}
            }
        });
    }
}

async fn carry(
    client: TcpStream,
    server: TcpStream,
    heard: &Heard,
    lines: &mut watch::Receiver<Lines>,
    at: usize,
    cut: Cut,
) -> io::Result<()> {
    for stream in [&client, &server] {
        stream.set_nodelay(true)?;
    }
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let mut back_lines = lines.clone();
    let back = async move {
        let mut bytes = vec![0; 16 * 1024];
        loop {
            let read = from_server.read(&mut bytes).await?;
            if read == 0 {
                return Ok(());
            }
            spoken(&mut back_lines).await;
            to_client.write_all(&bytes[..read]).await?;
        }
    };
    let forth = async {
        let mut started = false;
        loop {
            // The first message has no letter before its length.
            let message = message(&mut from_client, &mut started).await?;
            let n = heard.messages.fetch_add(1, SeqCst) + 1;
            let is_cut = match cut {
                Cut::Once(at) | Cut::OnceSent(at) => n == at,
                Cut::ForGood(at) => n >= at,
                Cut::Hold(at) if n >= at => std::future::pending().await,
                Cut::Never | Cut::Hold(_) => false,
            };
            if is_cut {
                if let Cut::OnceSent(_) = cut {
                    to_server.write_all(&message).await?;
                }
                return Ok(());
            }
            if let Some(statement) = statement(&message) {
                heard.statements.lock().unwrap_or_else(PoisonError::into_inner)[at].push(statement);
            }
            spoken(lines).await;
            to_server.write_all(&message).await?;
        }
    };
    tokio::select! {
        ended = back => ended,
        ended = forth => ended,
    }
}

/// Waits while the lines are silent.
async fn spoken(lines: &mut watch::Receiver<Lines>) {
    // Without a proxy any more, nobody listens either.
    let _ = lines.wait_for(|lines| !lines.is_silent).await;
}

async fn message(from: &mut (impl tokio::io::AsyncRead + Unpin), started: &mut bool) -> io::Result<Vec<u8>> {
    let mut message = vec![0; if *started { 5 } else { 4 }];
    from.read_exact(&mut message).await?;
    let head = message.len();
    let length = message[head - 4..].iter().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
    message.resize(head + length.saturating_sub(4), 0);
    from.read_exact(&mut message[head..]).await?;
    *started = true;
    Ok(message)
}

/// The SQL in a message that carries some: `Query`, or `Parse` behind the name of the statement.
fn statement(message: &[u8]) -> Option<String> {
    let body = message.get(5..)?;
    let body = match message[0] {
        b'Q' => body,
        b'P' => &body[body.iter().position(|byte| *byte == 0)? + 1..],
        _ => return None,
    };
    let end = body.iter().position(|byte| *byte == 0)?;
    Some(String::from_utf8_lossy(&body[..end]).into_owned())
}
