//! HTTP/1.1 over one kept-alive connection, no more than our own server needs.
//!
//! A general client would cost more than the server that it measures.

use std::{
    io::{Error, ErrorKind, Result},
    net::SocketAddr,
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// Longest answer that is read.
const MAX_ANSWER: usize = 64 * 1024;

/// A connection with at most one request under way.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Box<[u8]>,
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) body: &'a [u8],
}

/// The bytes of a GET request as a browser's script would send it.
pub(crate) fn get(path: &str, token: &str) -> Vec<u8> {
    let lines = [
        &format!("GET {path} HTTP/1.1"),
        "Host: 127.0.0.1",
        "Accept: application/json",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: fr-CA,fr;q=0.9,en;q=0.8",
        &format!("Authorization: Bearer {token}"),
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "\r\n",
    ];
    lines.join("\r\n").into_bytes()
}

/// The bytes of a POST request with a JSON body.
pub(crate) fn post(path: &str, body: &str) -> Vec<u8> {
    write("POST", path, &[], body)
}

/// The bytes of a request with a JSON body and further headers.
pub(crate) fn write(method: &str, path: &str, headers: &[(&str, String)], body: &str) -> Vec<u8> {
    let lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let lines = lines.concat();
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{lines}Content-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; MAX_ANSWER].into() })
    }

    /// Sends a request and waits for its answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>> {
        self.send(request).await?;
        self.receive().await
    }

    pub(crate) async fn send(&mut self, request: &[u8]) -> Result<()> {
        self.stream.write_all(request).await
    }

    pub(crate) async fn receive(&mut self) -> Result<Answer<'_>> {
        let mut filled = 0;
        loop {
            let free = self.buffer.get_mut(filled..).unwrap_or_default();
            match self.stream.read(free).await? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                count => filled += count,
            }
            if let Some(extent) = Extent::of(&self.buffer[..filled])? {
                let Extent { status, body, end } = extent;
                if end == filled {
                    return Ok(Answer { status, body: &self.buffer[body..end] });
                }
            }
        }
    }
}

/// Where the parts of an answer are.
#[derive(Debug, PartialEq, Eq)]
struct Extent {
    status: u16,
    body: usize,
    end: usize,
}

impl Extent {
    /// `None` while the head is not complete.
    fn of(bytes: &[u8]) -> Result<Option<Self>> {
        let Some(head) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
        let body = head + 4;
        let odd = || Error::new(ErrorKind::InvalidData, "not an answer that this client understands");
        let head = std::str::from_utf8(&bytes[..head]).map_err(|_| odd())?;
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok());
        let status: u16 = status.ok_or_else(odd)?;
        let length = lines.filter_map(|line| line.split_once(": ")).find(|(name, _)| *name == "content-length");
        let length = match length {
            Some((_, length)) => length.parse::<usize>().map_err(|_| odd())?,
            None if status == 204 => 0,
            None => return Err(odd()),
        };
        Ok(Some(Self { status, body, end: body + length }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_where_its_length_says() {
        let answer = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 3\r\n\r\nabc";
        let found = Extent::of(answer).unwrap().unwrap();
        assert_eq!(found, Extent { status: 200, body: answer.len() - 3, end: answer.len() });
        assert_eq!(Extent::of(&answer[..answer.len() - 4]).unwrap(), None);

        let empty = b"HTTP/1.1 204 No Content\r\nx-request-id: 1\r\n\r\n";
        assert_eq!(Extent::of(empty).unwrap().unwrap().end, empty.len());
    }

    #[test]
    fn an_answer_of_unknown_length_is_refused() {
        for odd in ["HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "HTTP/1.0 204\r\n\r\n", "\r\n\r\n"] {
            assert!(Extent::of(odd.as_bytes()).is_err(), "{odd}");
        }
    }
}
