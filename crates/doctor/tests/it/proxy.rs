//! A proxy before the database that listens to what is said, and can cut the line.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// When the line is cut, counted in messages of the client over all its connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Never,
    /// The connection that sends this message; others live on, and new ones are let in.
    Once(usize),
    /// All connections from this message on, and nobody is let in any more.
    ForGood(usize),
    /// None: this message and all later ones are kept back, as by a server that hangs.
    Hold(usize),
}

pub struct Proxy {
    pub url: String,
    heard: Arc<Heard>,
    doorman: JoinHandle<()>,
}

#[derive(Default)]
struct Heard {
    messages: AtomicUsize,
    /// The statements of each connection, in order.
    statements: Mutex<Vec<Vec<String>>>,
}

impl Proxy {
    pub async fn before(url: &str, cut: Cut) -> Self {
        let (who, rest) = url.split_once('@').unwrap();
        let (place, path) = rest.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let and = if path.contains('?') { '&' } else { '?' };
        let url = format!("{who}@127.0.0.1:{port}/{path}{and}sslmode=disable");
        let (heard, place) = (Arc::new(Heard::default()), place.to_owned());
        let doorman = tokio::spawn({
            let heard = Arc::clone(&heard);
            async move {
                loop {
                    let Ok((visitor, _)) = listener.accept().await else { return };
                    let server = TcpStream::connect(&place).await.unwrap();
                    let at = {
                        let mut statements = heard.statements.lock().unwrap();
                        statements.push(Vec::new());
                        statements.len() - 1
                    };
                    tokio::spawn(carry(visitor, server, Arc::clone(&heard), at, cut));
                }
            }
        });
        Self { url, heard, doorman }
    }

    pub fn messages(&self) -> usize {
        self.heard.messages.load(SeqCst)
    }

    pub fn statements(&self) -> Vec<Vec<String>> {
        self.heard.statements.lock().unwrap().clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.doorman.abort();
    }
}

async fn carry(client: TcpStream, server: TcpStream, heard: Arc<Heard>, at: usize, cut: Cut) {
    for stream in [&client, &server] {
        stream.set_nodelay(true).unwrap();
    }
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let back = tokio::spawn(async move { tokio::io::copy(&mut from_server, &mut to_client).await });
    let mut started = false;
    // The first message has no letter before its length.
    while let Ok(message) = message(&mut from_client, &mut started).await {
        let n = heard.messages.fetch_add(1, SeqCst) + 1;
        let is_cut = match cut {
            Cut::Once(at) => n == at,
            Cut::ForGood(at) => n >= at,
            Cut::Hold(at) if n >= at => std::future::pending().await,
            Cut::Never | Cut::Hold(_) => false,
        };
        if is_cut {
            break;
        }
        if let Some(statement) = statement(&message) {
            heard.statements.lock().unwrap()[at].push(statement);
        }
        if to_server.write_all(&message).await.is_err() {
            break;
        }
    }
    back.abort();
}

async fn message(from: &mut (impl tokio::io::AsyncRead + Unpin), started: &mut bool) -> std::io::Result<Vec<u8>> {
    let mut message = vec![0; if *started { 5 } else { 4 }];
    from.read_exact(&mut message).await?;
    let length = u32::from_be_bytes(message[message.len() - 4..].try_into().unwrap());
    let head = message.len();
    message.resize(head + length as usize - 4, 0);
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
