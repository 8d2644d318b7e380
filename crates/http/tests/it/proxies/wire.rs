//! Requests and answers as bytes, because what is hostile about a header is lost in any client.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

const PATIENCE: Duration = Duration::from_secs(20);

/// What came back.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Reply {
    /// The values of a header, by its name in lower case.
    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    pub(super) fn code(&self) -> String {
        let body: serde_json::Value = serde_json::from_str(&self.body).unwrap_or_default();
        body["code"].as_str().unwrap_or_default().to_owned()
    }
}

/// Sends a request with these header lines, beside `Host` and `Connection: close`, and reads the answer to its end.
pub(super) async fn ask(address: SocketAddr, method: &str, lines: &[impl AsRef<str>]) -> Reply {
    let mut request = format!("{method} /goals/7?x=1 HTTP/1.1\r\nHost: app.example.com\r\nConnection: close\r\n");
    for line in lines {
        request.push_str(line.as_ref());
        request.push_str("\r\n");
    }
    if method == "POST" {
        request.push_str("Content-Length: 0\r\n");
    }
    request.push_str("\r\n");
    let exchange = async {
        let mut stream = TcpStream::connect(address).await.unwrap();
        // A proxy may refuse, and close, before it has read everything.
        stream.write_all(request.as_bytes()).await.ok();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.ok();
        bytes
    };
    let bytes = tokio::time::timeout(PATIENCE, exchange).await.expect("the proxy does not answer");
    parse(&String::from_utf8_lossy(&bytes))
}

fn parse(text: &str) -> Reply {
    // A connection that was closed without a word is a refusal as well.
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return Reply { status: 400, headers: Vec::new(), body: String::new() };
    };
    let (first, lines) = head.split_once("\r\n").unwrap_or((head, ""));
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{text}"));
    let headers: Vec<(String, String)> = lines
        .split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = if chunked { unchunked(body) } else { body.to_owned() };
    Reply { status, headers, body }
}

fn unchunked(mut rest: &str) -> String {
    let mut body = String::new();
    while let Some((size, after)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap();
        body.push_str(&after[..size]);
        rest = after[size..].trim_start_matches("\r\n");
    }
    body
}
