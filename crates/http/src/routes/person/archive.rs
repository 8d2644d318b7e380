//! A ZIP file that is made while it is sent, in little memory however much there is.

use std::{
    io::{self, Write},
    sync::LazyLock,
    time::SystemTime,
};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use futures_util::{Stream, stream};
use orientor_identity::UserId;
use orientor_services::{
    ServiceError,
    person::{Batch, People},
};
use serde_json::json;
use tokio::sync::{Semaphore, SemaphorePermit, mpsc};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::ApiError;

/// Archives that are made at once; each takes a thread for as long as its reader takes.
const AT_ONCE: usize = 4;
/// Pieces between the maker and the reader.
const PIECES: usize = 4;
/// Bytes that are gathered before they are sent.
const PIECE: usize = 64 << 10;

static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

type Piece = io::Result<Bytes>;

/// Everything of a user's, as an archive.
pub(super) fn stream(people: People, user: UserId) -> Result<impl Stream<Item = Piece>, ApiError> {
    let place = PLACES.try_acquire().map_err(|_| ApiError::overloaded())?;
    let (batches, taken) = mpsc::channel::<Batch>(1);
    let (pieces, sent) = mpsc::channel::<Piece>(PIECES);
    let broken = pieces.clone();
    let made_by = tokio::task::spawn_blocking(move || pack(user, taken, pieces));
    tokio::spawn(async move {
        let read = read(&people, user, &batches).await;
        if let Err(error) = &read {
            tracing::error!(%user, %error, "an archive ends early");
            // Before the packer learns that nothing more comes, and closes the archive as if it were whole.
            let _ = broken.send(Err(io::Error::other("an archive ends early"))).await;
        }
        drop((batches, broken));
        let _ = made_by.await;
    });
    let state = (sent, false, place);
    Ok(stream::unfold(state, async |(mut sent, is_broken, place): (_, bool, SemaphorePermit<'static>)| {
        if is_broken {
            return None;
        }
        let piece: Piece = mpsc::Receiver::recv(&mut sent).await?;
        let is_broken = piece.is_err();
        Some((piece, (sent, is_broken, place)))
    }))
}

/// Ends without an error when nobody takes the archive any more.
async fn read(people: &People, user: UserId, batches: &mpsc::Sender<Batch>) -> Result<(), ServiceError> {
    let mut export = people.export(user).await?;
    while let Some(batch) = export.next().await? {
        if batches.send(batch).await.is_err() {
            break;
        }
    }
    Ok(())
}

fn pack(user: UserId, mut batches: mpsc::Receiver<Batch>, pieces: mpsc::Sender<Piece>) {
    let output = Output { gathered: Vec::with_capacity(PIECE), pieces };
    // It fails only when nobody takes the archive any more.
    let _ = pack_into(user, &mut batches, output);
}

fn pack_into(user: UserId, batches: &mut mpsc::Receiver<Batch>, output: Output) -> zip::result::ZipResult<()> {
    let mut archive = ZipWriter::new_stream(output);
    // Nobody knows yet how much it will be.
    let options = SimpleFileOptions::default().large_file(true);
    let now: DateTime<Utc> = SystemTime::now().into();
    let manifest = json!({
        "what": "Everything that Orientor stores about one user, a file a table, a row a line.",
        "user_id": user.get(),
        "made_at": now,
    });
    archive.start_file("manifest.json", options)?;
    writeln!(archive, "{manifest:#}")?;
    let mut table = "";
    while let Some(batch) = batches.blocking_recv() {
        if batch.table != table {
            table = batch.table;
            archive.start_file(format!("{table}.jsonl"), options)?;
        }
        for row in &batch.rows {
            writeln!(archive, "{row}")?;
        }
    }
    archive.finish()?.into_inner().flush()?;
    Ok(())
}

/// Sends what is written, a piece at a time.
struct Output {
    gathered: Vec<u8>,
    pieces: mpsc::Sender<Piece>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.gathered, Vec::with_capacity(PIECE));
        self.pieces.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
