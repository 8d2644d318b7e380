//! Rows from outside, such as the pairs of a relink or the provider's users, that steps refer to as `{given}`.
//!
//! They are as many as there are users, so they stand in a file of their own beside the plan, and the plan keeps only its
//! name, its length and its SHA-256. On the way from there to the database they are never in memory all at once.

use std::{
    fs::File,
    io::{self, BufWriter, Read as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use aws_lc_rs::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};
use tempfile::{NamedTempFile, TempPath};

use crate::run::{RunError, Writer, hex};

/// Bytes that are read, hashed and sent at a time.
const PIECE: usize = 64 * 1024;
/// Bytes of one text. PostgreSQL takes more, but nobody's id, address or name is longer.
const LONGEST: usize = 64 * 1024;

/// The file of the rows that a plan was given.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Its name, in the folder of the plan.
    pub file: String,
    /// How many rows it has.
    pub rows: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    #[serde(skip)]
    place: Place,
}

/// Where the file is.
#[derive(Clone, Debug)]
enum Place {
    /// In the folder of the plan.
    Beside(PathBuf),
    /// Nowhere that lasts: the plan has not been written yet.
    Temporary(Arc<TempPath>),
}

impl Default for Place {
    fn default() -> Self {
        Self::Beside(PathBuf::new())
    }
}

/// Why a row cannot be given.
#[derive(Debug, thiserror::Error)]
pub enum GivenError {
    /// PostgreSQL has no text with it.
    #[error("a text contains the character NUL, which PostgreSQL cannot store")]
    Nul,
    /// It is too long to be what it is meant to be.
    #[error("a text is longer than {} KiB", LONGEST / 1024)]
    TooLong,
    /// The file could not be written.
    #[error("the rows could not be kept in a temporary file")]
    Write(#[from] io::Error),
}

/// A file of given rows that is being written.
pub(crate) struct GivenRows {
    file: BufWriter<NamedTempFile>,
    hash: Context,
    rows: u64,
}

impl std::fmt::Debug for GivenRows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GivenRows").field("file", &self.file).field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl GivenRows {
    pub fn new() -> Result<Self, GivenError> {
        let file = BufWriter::new(NamedTempFile::with_prefix("orientor-given-")?);
        Ok(Self { file, hash: Context::new(&SHA256), rows: 0 })
    }

    /// Adds a row of up to four texts: CSV as COPY reads it, every text in quotes, and nothing at all for NULL.
    pub fn push(&mut self, row: [Option<&str>; 4]) -> Result<(), GivenError> {
        let mut line = String::new();
        for (at, text) in row.into_iter().enumerate() {
            if at > 0 {
                line.push(',');
            }
            let Some(text) = text else { continue };
            if text.contains('\0') {
                return Err(GivenError::Nul);
            }
            if text.len() > LONGEST {
                return Err(GivenError::TooLong);
            }
            line.push('"');
            line.push_str(&text.replace('"', "\"\""));
            line.push('"');
        }
        line.push('\n');
        self.hash.update(line.as_bytes());
        self.file.write_all(line.as_bytes())?;
        self.rows += 1;
        Ok(())
    }

    /// How many there are by now.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    pub fn finish(self) -> Result<Given, GivenError> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Given {
            file: String::new(),
            rows: self.rows,
            sha256: hex(self.hash.finish().as_ref()),
            place: Place::Temporary(Arc::new(file.into_temp_path())),
        })
    }
}

impl Given {
    /// Says that the file is in this folder.
    pub(crate) fn is_in(&mut self, folder: &Path) {
        self.place = Place::Beside(folder.to_owned());
    }

    /// Keeps the file beside the plan at `plan`, whole or not at all.
    pub(crate) fn keep_beside(&mut self, plan: &Path) -> io::Result<()> {
        let from = self.path();
        let path = plan.with_extension("given.csv");
        let folder = folder_of(plan);
        let mut to = NamedTempFile::new_in(folder)?;
        io::copy(&mut File::open(&from)?, to.as_file_mut())?;
        to.persist(&path)?;
        self.file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.is_in(folder);
        Ok(())
    }

    fn path(&self) -> PathBuf {
        match &self.place {
            Place::Beside(folder) => folder.join(&self.file),
            Place::Temporary(path) => path.to_path_buf(),
        }
    }

    /// Streams the rows into a table, if they are those that the plan was made with.
    pub(crate) async fn copy_into(&self, writer: &mut Writer, table: &str) -> Result<(), RunError> {
        let path = self.path();
        let unusable = |why: &dyn std::fmt::Display| {
            RunError::NotThisPlan(format!("{} belongs to the plan and {why}; make a new plan", path.display()))
        };
        let file = File::open(&path).map_err(|error| unusable(&format!("cannot be read: {error}")))?;
        let mut pieces = Pieces { file, hash: Context::new(&SHA256), failed: None };
        let into = format!("COPY {table} FROM STDIN (FORMAT csv, ENCODING 'UTF8')");
        let copied = writer.copy("reading the rows that were given", &into, &mut pieces).await;
        // Rows that were changed may also be such that the database takes none of them.
        pieces.by_ref().for_each(drop);
        if let Some(error) = pieces.failed {
            return Err(unusable(&format!("cannot be read: {error}")));
        }
        if hex(pieces.hash.finish().as_ref()) != self.sha256 {
            return Err(unusable(&"has been changed since"));
        }
        match copied? {
            rows if rows == self.rows => Ok(()),
            rows => Err(unusable(&format!("has {rows} rows instead of {}", self.rows))),
        }
    }
}

/// A file piece by piece, hashed as it goes by.
struct Pieces {
    file: File,
    hash: Context,
    failed: Option<io::Error>,
}

impl Iterator for Pieces {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let mut piece = vec![0; PIECE];
        match self.file.read(&mut piece) {
            Ok(0) => None,
            Ok(length) => {
                piece.truncate(length);
                self.hash.update(&piece);
                Some(piece)
            }
            Err(error) => {
                self.failed = Some(error);
                None
            }
        }
    }
}

/// The folder that a file is in, or will be.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_in_quotes_and_null_is_nothing() {
        let mut rows = GivenRows::new().unwrap();
        rows.push([Some("a\"b"), None, Some(""), Some("\\.\n,")]).unwrap();
        rows.push([Some("x"), None, None, None]).unwrap();
        let given = rows.finish().unwrap();

        assert_eq!(std::fs::read_to_string(given.path()).unwrap(), "\"a\"\"b\",,\"\",\"\\.\n,\"\n\"x\",,,\n");
        assert_eq!((given.rows, given.sha256.len()), (2, 64));
    }

    #[test]
    fn what_postgresql_cannot_store_is_refused() {
        let mut rows = GivenRows::new().unwrap();

        assert!(matches!(rows.push([Some("a\0"), None, None, None]), Err(GivenError::Nul)));
        assert!(matches!(rows.push([Some(&"x".repeat(LONGEST + 1)), None, None, None]), Err(GivenError::TooLong)));
    }
}
