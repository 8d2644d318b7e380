//! A disk that is soon full: a small file system in memory, and a tablespace of the server under test on it.

use std::{
    fs, io,
    os::unix::fs::{MetadataExt as _, chown},
    path::Path,
    process::Command,
    thread,
};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;

use crate::database::TestDatabase;

/// A small disk with a database on it. It has to be made before the database, so that it goes after it.
#[derive(Debug)]
pub struct SmallDisk {
    folder: TempDir,
    /// Where the tablespace can be dropped, and its name, once there is one.
    space: Option<(String, String)>,
}

impl SmallDisk {
    /// Mounts one, or says why that cannot be done here: it takes root, and a system that lets root mount.
    pub fn mount(kilobytes: u64) -> Result<Self, String> {
        let folder = TempDir::with_prefix("orientor-disk-").map_err(|error| error.to_string())?;
        let disk = Self { folder, space: None };
        disk.mount_at("mount", &["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "orientor-disk"])?;
        Ok(disk)
    }

    /// Makes it larger or smaller.
    ///
    /// # Panics
    ///
    /// If what is on it needs more.
    #[expect(clippy::panic, reason = "a test cannot go on without")]
    pub fn resize(&self, kilobytes: u64) {
        let resized = self.mount_at("mount", &["-o", &format!("remount,size={kilobytes}k")]);
        resized.unwrap_or_else(|error| panic!("the disk keeps its size: {error}"));
    }

    /// How much is on it.
    ///
    /// # Panics
    ///
    /// If the system does not say.
    #[expect(clippy::unwrap_used, reason = "a test cannot go on without")]
    pub fn used(&self) -> u64 {
        let output = Command::new("df").args(["-k", "--output=used"]).arg(self.folder.path()).output().unwrap();
        String::from_utf8_lossy(&output.stdout).lines().last().unwrap().trim().parse().unwrap()
    }

    /// Moves a database onto it; nobody may be connected.
    ///
    /// # Errors
    ///
    /// If the server does not run on this machine, or may not use the disk.
    pub async fn take(&mut self, database: &TestDatabase) -> Result<(), String> {
        let (server, name) = database.url().rsplit_once('/').unwrap_or_default();
        let server = format!("{server}/postgres");
        let space = format!("disk_of_{name}");
        let in_words = |error: sqlx::Error| error.to_string();
        let mut connection = PgConnection::connect(&server).await.map_err(in_words)?;
        let data: String =
            sqlx::query_scalar("SHOW data_directory").fetch_one(&mut connection).await.map_err(in_words)?;
        let owner = fs::metadata(Path::new(&data)).map_err(|error| format!("the server's folder: {error}"))?;
        let own = |at: &Path| -> io::Result<()> { chown(at, Some(owner.uid()), Some(owner.gid())) };
        own(self.folder.path()).map_err(|error| format!("the disk cannot be given to the server: {error}"))?;
        let at = self.folder.path().display();
        for sql in [
            format!("CREATE TABLESPACE {space} LOCATION '{at}'"),
            format!("ALTER DATABASE {name} SET TABLESPACE {space}"),
        ] {
            sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.map_err(in_words)?;
            self.space = Some((server.clone(), space.clone()));
        }
        connection.close().await.map_err(in_words)
    }

    fn mount_at(&self, program: &str, arguments: &[&str]) -> Result<(), String> {
        let output = Command::new(program).args(arguments).arg(self.folder.path()).output();
        let output = output.map_err(|error| error.to_string())?;
        if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        if let Some((server, space)) = &self.space {
            // The runtime of the test is busy dropping us.
            thread::scope(|scope| drop(scope.spawn(|| drop(drop_space(server, space))).join()));
        }
        drop(self.mount_at("umount", &[]));
    }
}

fn drop_space(server: &str, space: &str) -> Result<(), sqlx::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(sqlx::Error::Io)?;
    runtime.block_on(async {
        let mut connection = PgConnection::connect(server).await?;
        sqlx::query(AssertSqlSafe(format!("DROP TABLESPACE {space}"))).execute(&mut connection).await?;
        connection.close().await
    })
}
