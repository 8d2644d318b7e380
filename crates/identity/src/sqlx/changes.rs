//! Listening to what the triggers tell.

use std::{
    convert::Infallible,
    future::Future,
    hash::{BuildHasher as _, Hasher as _},
    io,
    time::Duration,
};

use ::sqlx::{
    AssertSqlSafe, Executor as _, SqlitePool,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::{BoxFuture, ChangeSource, UserRef, Watch};

use super::{Pool, SqlxDirectory, triggers};

/// How often a listener sends itself a notification. What comes back proves that everything before it has come.
const BEAT: Duration = Duration::from_secs(1);
/// How long it waits for anything before it takes the connection for lost.
const SILENCE: Duration = Duration::from_secs(2);
/// How long it waits before it tries again.
const AGAIN: Duration = Duration::from_millis(100);
/// How often SQLite is asked for the epoch.
const POLL: Duration = Duration::from_millis(50);

/// What changes in the tables of a [`SqlxDirectory`], whoever changes it.
///
/// On PostgreSQL it listens by a connection of its own, which has to lead to the server itself: a pooler that gives
/// the connection to somebody else after each transaction loses what is told. Then this is noticed, since nothing that the
/// listener sends itself comes back, and every request reads the database. On SQLite it reads a number every 50 ms.
#[derive(Clone, Debug)]
pub struct SqlxChanges(Place);

#[derive(Clone, Debug)]
enum Place {
    Postgres { options: Box<PgConnectOptions>, channel: String },
    Sqlite(SqlitePool),
}

impl SqlxDirectory {
    /// Where the changes of its tables are told; for [`Bridge::watching`](crate::Bridge::watching).
    ///
    /// The triggers of [`schema_objects`](super::schema_objects) must exist.
    pub fn changes(&self) -> SqlxChanges {
        SqlxChanges(match &self.pool {
            Pool::Postgres(pool) => Place::Postgres {
                options: Box::new((*pool.connect_options()).clone()),
                channel: triggers::channel(&self.users),
            },
            Pool::Sqlite { readers, .. } => Place::Sqlite(readers.clone()),
        })
    }
}

impl SqlxChanges {
    /// Listens by this way to the PostgreSQL server, where the one of the pool leads through a pooler.
    #[must_use]
    pub fn through(mut self, direct: PgConnectOptions) -> Self {
        if let Place::Postgres { options, .. } = &mut self.0 {
            **options = direct;
        }
        self
    }
}

impl ChangeSource for SqlxChanges {
    fn tell<'a>(&'a self, watch: &'a Watch) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            loop {
                let Err(error) = match &self.0 {
                    Place::Postgres { options, channel } => listen(options, channel, watch).await,
                    Place::Sqlite(readers) => poll(readers, watch).await,
                };
                if watch.lose() {
                    tracing::warn!(%error, "changes by others are not heard any more; every request reads the database");
                } else {
                    tracing::debug!(%error, "changes by others cannot be heard yet");
                }
                sleep(AGAIN).await;
            }
        })
    }
}

async fn listen(options: &PgConnectOptions, channel: &str, watch: &Watch) -> Result<Infallible, ::sqlx::Error> {
    // A pool of its own, so that it neither waits for requests nor takes a connection from them.
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(SILENCE)
        .max_lifetime(None)
        .idle_timeout(None)
        .connect_lazy_with(options.clone().application_name("identity_changes"));
    let mut listener = within(PgListener::connect_with(&pool)).await?;
    // What a new connection misses has to be known, so nothing is connected again behind our back.
    listener.eager_reconnect(false);
    listener.ignore_pool_close_event(true);
    let random = std::hash::RandomState::new().build_hasher().finish();
    let beats = format!("identity_beat_{random:016x}");
    let beat = format!("NOTIFY {beats}");

    let since = watch.now();
    within(listener.listen_all([channel, &beats])).await?;
    watch.begin(since);
    tracing::info!(channel, "changes by others are heard");
    loop {
        let (since, sent) = (watch.now(), Instant::now());
        within(listener.execute(AssertSqlSafe(beat.clone()))).await?;
        let mut has_come_back = false;
        // Notifications come in the order of commits, so what was told before the beat was committed is here with it.
        loop {
            let until = sent + if has_come_back { BEAT } else { SILENCE };
            let told = if Instant::now() < until { timeout_at(until, listener.try_recv()).await.ok() } else { None };
            match told {
                Some(told) => {
                    let told = told?.ok_or_else(|| lost("the connection was closed"))?;
                    if told.channel() == beats {
                        watch.confirm(since);
                        has_come_back = true;
                    } else {
                        pass_on(told.payload(), watch);
                    }
                }
                None if has_come_back => break,
                None => return Err(lost("a notification to itself did not come back; is it behind a pooler?")),
            }
        }
    }
}

fn pass_on(payload: &str, watch: &Watch) {
    for word in payload.split(',') {
        match word.parse::<UserRef>() {
            Ok(whose) => watch.changed(&whose),
            // Everything, or nothing that we know how to read.
            Err(_) => watch.all_changed(),
        }
    }
}

async fn poll(readers: &SqlitePool, watch: &Watch) -> Result<Infallible, ::sqlx::Error> {
    let sql = triggers::epoch();
    let mut last = None;
    loop {
        let since = watch.now();
        let asked = ::sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql.clone())).fetch_one(readers);
        let epoch = within(asked).await?;
        match last {
            None => {
                watch.begin(since);
                tracing::info!("changes by others are seen");
            }
            Some(last) => {
                if last != epoch {
                    watch.all_changed();
                }
                watch.confirm(since);
            }
        }
        last = Some(epoch);
        sleep(POLL).await;
    }
}

async fn within<T>(asked: impl Future<Output = Result<T, ::sqlx::Error>>) -> Result<T, ::sqlx::Error> {
    timeout(SILENCE, asked).await.unwrap_or_else(|_| Err(lost("there was no answer in time")))
}

fn lost(how: &str) -> ::sqlx::Error {
    ::sqlx::Error::Io(io::Error::new(io::ErrorKind::TimedOut, how))
}
