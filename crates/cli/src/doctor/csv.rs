//! Files of comma-separated values, record by record, as RFC 4180 has them; a byte-order mark is passed over.
//!
//! A record is all that is in memory, and how long it can be is limited, because files come from anywhere.

use std::io::{self, BufRead, Read as _};

/// Bytes of one record.
const LONGEST: usize = 64 * 1024;

/// Why there is no next record.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CsvError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] io::Error),
    /// What is in it is no record.
    #[error("line {line}: {why}")]
    Line {
        /// Where the record begins; the first line is 1.
        line: u64,
        /// What is wrong.
        why: &'static str,
    },
}

/// The records of a file.
#[derive(Debug)]
pub(crate) struct Csv<R> {
    reader: R,
    /// Lines that were read.
    lines: u64,
    buffer: Vec<u8>,
}

/// A record and the line that it begins on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
}

impl<R: BufRead> Csv<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self { reader, lines: 0, buffer: Vec::new() }
    }

    /// The next record; lines with nothing but blanks are none.
    pub(crate) fn next(&mut self) -> Result<Option<Record>, CsvError> {
        loop {
            let line = self.lines + 1;
            let fault = |why| CsvError::Line { line, why };
            if !self.fill(line)? {
                return Ok(None);
            }
            let bytes = if line == 1 {
                self.buffer.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.buffer)
            } else {
                &self.buffer
            };
            let text = str::from_utf8(bytes).map_err(|_| fault("it is not UTF-8"))?;
            if text.contains('\0') {
                return Err(fault("the character NUL is in it"));
            }
            if !text.trim().is_empty() {
                return Ok(Some(Record { line, cells: cells(text.trim_end_matches(['\r', '\n'])).map_err(fault)? }));
            }
        }
    }

    /// Reads to the end of a line that is not inside of quotes; whether there was anything.
    fn fill(&mut self, line: u64) -> Result<bool, CsvError> {
        self.buffer.clear();
        let mut is_open = false;
        loop {
            let before = self.buffer.len();
            let room = (LONGEST + 1 - before) as u64;
            self.reader.by_ref().take(room).read_until(b'\n', &mut self.buffer)?;
            let read = &self.buffer[before..];
            if self.buffer.len() > LONGEST {
                return Err(CsvError::Line { line, why: "it is longer than 64 KiB" });
            }
            if read.is_empty() {
                let end = CsvError::Line { line, why: "a quote is never closed" };
                return if is_open { Err(end) } else { Ok(before > 0) };
            }
            self.lines += 1;
            is_open = read.iter().fold(is_open, |is_open, it| is_open ^ (*it == b'"'));
            if !is_open {
                return Ok(true);
            }
        }
    }
}

/// The cells of a record, without the blanks around them.
fn cells(record: &str) -> Result<Vec<String>, &'static str> {
    let mut cells = Vec::new();
    let mut rest = record;
    loop {
        rest = rest.trim_start();
        let cell = if let Some(quoted) = rest.strip_prefix('"') {
            let (cell, behind) = unquoted(quoted)?;
            rest = behind.trim_start();
            cell
        } else {
            let end = rest.find(',').unwrap_or(rest.len());
            let cell = rest[..end].trim_end();
            if cell.contains('"') {
                return Err("a quote is in the middle of a cell");
            }
            rest = &rest[end..];
            cell.to_owned()
        };
        cells.push(cell);
        match rest.strip_prefix(',') {
            Some(next) => rest = next,
            None if rest.is_empty() => return Ok(cells),
            None => return Err("something stands between a closing quote and the next comma"),
        }
    }
}

/// What is in quotes, and what stands behind them.
fn unquoted(text: &str) -> Result<(String, &str), &'static str> {
    let mut cell = String::new();
    let mut rest = text;
    while let Some((part, behind)) = rest.split_once('"') {
        cell += part;
        match behind.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Ok((cell, behind)),
        }
    }
    Err("a quote is never closed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Result<Vec<(u64, Vec<String>)>, String> {
        let mut csv = Csv::new(bytes);
        let mut records = Vec::new();
        while let Some(record) = csv.next().map_err(|error| error.to_string())? {
            records.push((record.line, record.cells));
        }
        Ok(records)
    }

    #[test]
    fn records_are_read_as_the_standard_has_them() {
        let text = "\u{feff}old,new\r\n\n \"a \"\"b\"\",\nc\" , d\r\n\n,\nlast, cell";
        let cells = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();

        assert_eq!(
            all(text.as_bytes()).unwrap(),
            [
                (1, cells(&["old", "new"])),
                (3, cells(&["a \"b\",\nc", "d"])),
                (6, cells(&["", ""])),
                (7, cells(&["last", "cell"])),
            ]
        );
        assert_eq!(all(b"").unwrap(), []);
    }

    #[test]
    fn what_is_no_record_is_refused_with_its_line() {
        let long = [b"a,b\na,\"".as_slice(), &b"x\n".repeat(5_000_000)].concat();
        for (bytes, said) in [
            (b"a,b\na,\"b\nc,d\n".as_slice(), "line 2: a quote is never closed"),
            (b"a,b\nc,\"d\" e\n", "line 2: something stands between a closing quote and the next comma"),
            (b"\n\na,b\"c\"\n", "line 3: a quote is in the middle of a cell"),
            (b"a,b\nc,d\0\n", "line 2: the character NUL is in it"),
            (b"a,b\n\xff,d\n", "line 2: it is not UTF-8"),
            (&long, "line 2: it is longer than 64 KiB"),
        ] {
            assert_eq!(all(bytes).unwrap_err(), said);
        }
    }

    #[test]
    fn a_record_may_be_as_long_as_the_limit_and_no_longer() {
        for (length, fits) in [(LONGEST, true), (LONGEST + 1, false)] {
            assert_eq!(all(&b"x".repeat(length)).is_ok(), fits, "{length}");
        }
    }
}
