//! The state file: the whole instance as JSON, written aside and then renamed.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{
    Instance,
    session::{Session, Sessions},
    user::User,
    users::Users,
};
use crate::{
    keys::{KeyFault, KeyRecord, KeyRing},
    refused::Refused,
    webhook::Outbox,
};

const FORMAT: u32 = 1;

/// The state file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// The file system refused. Check the path and its permissions.
    #[error("the state file {} cannot be read or written", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Another process has it open. Stop that one, or choose another file.
    #[error("the state file {} is in use by another development Clerk", .0.display())]
    InUse(PathBuf),
    /// It holds something else. It has been left as it is; move it away to start afresh.
    #[error("the state file {} was not written by this program", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// The instance as it is stored. Users and sessions stand in the order in which they were added.
#[derive(Serialize, Deserialize)]
pub(crate) struct Snapshot {
    format: u32,
    instance_id: String,
    keys: Vec<KeyRecord>,
    users: Vec<Arc<User>>,
    sessions: Vec<Session>,
}

/// The right to write a state file, held against other processes as long as this lives.
pub(crate) struct StateFile {
    path: PathBuf,
    _lock: File,
}

#[derive(Debug, thiserror::Error)]
enum ContentFault {
    #[error("format {0} is not known")]
    Format(u32),
    #[error("a key is unusable")]
    Key(#[from] KeyFault),
    #[error("two users clash")]
    Users(#[from] Refused),
}

impl Instance {
    /// The state for the file. Cheap: users are shared, not copied.
    pub(crate) fn to_snapshot(&self) -> Snapshot {
        Snapshot {
            format: FORMAT,
            instance_id: self.id.clone(),
            keys: self.keys.to_records(),
            users: self.users.by_position().values().cloned().collect(),
            sessions: self.sessions.all().cloned().collect(),
        }
    }

    fn from_snapshot(snapshot: Snapshot) -> Result<Self, ContentFault> {
        if snapshot.format != FORMAT {
            return Err(ContentFault::Format(snapshot.format));
        }
        let mut users = Users::default();
        for user in snapshot.users {
            users.put(user)?;
        }
        let mut sessions = Sessions::default();
        for session in snapshot.sessions {
            sessions.put(session);
        }
        let keys = KeyRing::from_records(&snapshot.keys)?;
        Ok(Self { id: snapshot.instance_id, keys, users, sessions, outbox: Outbox::default() })
    }
}

impl StateFile {
    /// Claims the file, which need not exist yet. Its folder is made.
    pub(crate) fn claim(path: &Path) -> Result<Self, StateError> {
        let fault = |source| StateError::Io { path: path.to_owned(), source };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(fault)?;
        }
        // The state file itself is replaced by every write, so the lock is beside it.
        let lock = private_file(&with_suffix(path, ".lock")).map_err(fault)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(StateError::InUse(path.to_owned())),
            Err(fs::TryLockError::Error(source)) => Err(fault(source)),
        }
    }

    /// The instance in the file, or `None` if there is no file yet.
    pub(crate) fn load(&self) -> Result<Option<Instance>, StateError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(self.fault(source)),
        };
        let content = |source| StateError::Content { path: self.path.clone(), source };
        let snapshot = serde_json::from_slice(&bytes).map_err(|error| content(error.into()))?;
        Instance::from_snapshot(snapshot).map(Some).map_err(|error| content(error.into()))
    }

    /// Puts a snapshot in the place of the file, whole or not at all.
    pub(crate) fn store(&self, snapshot: &Snapshot) -> Result<(), StateError> {
        let write = || {
            let aside = with_suffix(&self.path, ".new");
            let mut file = private_file(&aside)?;
            file.set_len(0)?;
            let mut writer = io::BufWriter::new(&mut file);
            serde_json::to_writer(&mut writer, snapshot)?;
            writer.flush()?;
            drop(writer);
            file.sync_all()?;
            fs::rename(&aside, &self.path)
        };
        write().map_err(|source| self.fault(source))
    }

    pub(crate) fn fault(&self, source: io::Error) -> StateError {
        StateError::Io { path: self.path.clone(), source }
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Opens a file for writing that only its owner may read, as private keys go into it.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o600).open(path)?;
        // The mode above counts for new files only.
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}
