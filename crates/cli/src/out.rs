//! The standard output of commands.

use std::io::{self, Write};

use crate::exit::Failure;

/// The standard output. A reader that has seen enough (`… | head`) is no failure: the rest goes nowhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        unless_closed(io::stdout().write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        unless_closed(io::stdout().flush(), ())
    }
}

fn unless_closed<T>(done: io::Result<T>, otherwise: T) -> io::Result<T> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(otherwise),
        done => done,
    }
}

/// Prints `text` as it is.
pub(crate) fn print(text: impl AsRef<[u8]>) -> Result<(), Failure> {
    Out.write_all(text.as_ref()).and_then(|()| Out.flush()).map_err(Failure::io)
}
