//! A users table with people in it, and a Clerk that knows some of them.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use orientor_identity::{
    BoxFuture, Bridge, BridgeSettings, ClerkEmail, ClerkUser, ClerkUserId, ClerkUsers, ClerkUsersError, Issuer,
    PersonClaims, ResolveError, Subject, UserId, Verification, VerifiedSession,
    policy::PolicySettings,
    sqlx::{Dialect, IdWidth, Pool, SqlxDirectory, UsersTable, schema_objects},
};
pub use orientor_testkit::wait::until;
use orientor_testkit::{database::TestDatabase, identity::NoTokens};
use sqlx::{AssertSqlSafe, PgPool, Row, SqlitePool, sqlite::SqliteConnectOptions, sqlite::SqlitePoolOptions};

pub const ISSUER: &str = "https://clerk.example.com";
pub const OTHER_ISSUER: &str = "https://clerk.example.org";

pub fn issuer() -> Issuer {
    ISSUER.parse().unwrap()
}

pub fn clerk_id(name: &str) -> ClerkUserId {
    format!("user_{name}").parse().unwrap()
}

pub fn subject(name: &str) -> Subject {
    Subject { issuer: issuer(), id: clerk_id(name) }
}

pub fn session(subject: Subject) -> VerifiedSession {
    VerifiedSession {
        subject,
        session_id: "sess_1".into(),
        expires_at: u64::MAX,
        issued_at: None,
        actor: None,
        claims: PersonClaims::default(),
    }
}

/// Clerk's side: people by id. Counts how often it is asked.
#[derive(Debug, Default)]
pub struct Clerk {
    people: Mutex<HashMap<ClerkUserId, ClerkUser>>,
    asked: AtomicUsize,
}

impl Clerk {
    /// A person with one primary address.
    pub fn add(&self, name: &str, email: &str, verification: Verification) {
        self.add_with(name, |person| {
            person.emails.push(ClerkEmail { address: email.to_owned(), primary: true, verification });
        });
    }

    pub fn add_with(&self, name: &str, change: impl FnOnce(&mut ClerkUser)) {
        let mut person = ClerkUser {
            id: clerk_id(name),
            external_id: None,
            first_name: Some("Ada".to_owned()),
            last_name: None,
            emails: vec![],
            blocked: false,
            updated_at_ms: Some(1_800_000_000_000),
        };
        change(&mut person);
        self.people.lock().unwrap().insert(person.id.clone(), person);
    }

    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl ClerkUsers for Clerk {
    fn user<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<ClerkUser, ClerkUsersError>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let found = self.people.lock().unwrap().get(&subject.id).cloned();
        Box::pin(async { found.ok_or(ClerkUsersError::Gone) })
    }
}

pub struct World {
    database: TestDatabase,
    pub pool: Pool,
    pub users: UsersTable,
    pub clerk: Arc<Clerk>,
}

impl World {
    /// Orientor's own users table, as far as identity knows it.
    pub async fn new() -> Self {
        Self::orientor(TestDatabase::new().await).await
    }

    /// The same on PostgreSQL, for what cannot happen elsewhere.
    pub async fn on_postgres() -> Self {
        Self::orientor(TestDatabase::postgres().await).await
    }

    async fn orientor(database: TestDatabase) -> Self {
        let columns = "email varchar(255) UNIQUE, hashed_password varchar(255), clerk_user_id varchar(255), \
                       first_name varchar(100), last_name varchar(100), is_active boolean, \
                       onboarding_completed boolean, last_clerk_sync timestamp";
        Self::make(database, UsersTable::default(), columns).await
    }

    pub async fn with_table(users: UsersTable, columns: &str) -> Self {
        Self::make(TestDatabase::new().await, users, columns).await
    }

    pub async fn on_postgres_with(users: UsersTable, columns: &str) -> Self {
        Self::make(TestDatabase::postgres().await, users, columns).await
    }

    async fn make(database: TestDatabase, users: UsersTable, columns: &str) -> Self {
        let pool = connect(database.url()).await;
        let world = Self { database, pool, users, clerk: Arc::default() };
        let key = match (world.pool.dialect(), world.users.id_width) {
            (Dialect::Postgres, IdWidth::Integer) => "serial PRIMARY KEY",
            (Dialect::Postgres, IdWidth::BigInt) => "bigserial PRIMARY KEY",
            (Dialect::Sqlite, _) => "integer PRIMARY KEY",
        };
        if let Some(schema) = &world.users.schema {
            world.sql(&format!("CREATE SCHEMA \"{}\"", schema.replace('"', "\"\""))).await;
        }
        let table = world.table();
        world.sql(&format!("CREATE TABLE {table} (\"{}\" {key}, {columns})", world.users.id)).await;
        for object in schema_objects(world.pool.dialect(), &world.users) {
            world.sql(&object.create).await;
        }
        world
    }

    fn table(&self) -> String {
        match &self.users.schema {
            Some(schema) => format!("\"{}\".\"{}\"", schema.replace('"', "\"\""), self.users.table),
            None => format!("\"{}\"", self.users.table),
        }
    }

    /// Another process on the same database.
    pub async fn neighbour_pool(&self) -> Pool {
        connect(self.database.url()).await
    }

    pub fn directory(&self, pool: Pool) -> SqlxDirectory {
        SqlxDirectory::new(pool, self.users.clone(), issuer())
    }

    /// Another server, which hears of changes.
    pub async fn server(&self) -> Bridge {
        let directory = self.directory(self.neighbour_pool().await);
        let changes = directory.changes();
        let bridge = self.bridge_over(directory, PolicySettings::default()).watching(changes);
        until("changes are heard", async || bridge.report().is_trusted).await;
        bridge
    }

    pub fn url(&self) -> &str {
        self.database.url()
    }

    pub fn bridge(&self) -> Bridge {
        self.bridge_with(PolicySettings::default())
    }

    pub fn bridge_with(&self, policy: PolicySettings) -> Bridge {
        self.bridge_over(self.directory(self.pool.clone()), policy)
    }

    pub fn bridge_over(&self, directory: SqlxDirectory, policy: PolicySettings) -> Bridge {
        let settings = BridgeSettings { policy, ..BridgeSettings::default() };
        Bridge::new(Arc::new(NoTokens), Arc::new(directory), issuer(), settings).with_clerk_users(self.clerk.clone())
    }

    /// Resolves a subject by a bridge with an empty memory.
    pub async fn ensure(&self, name: &str) -> Result<i64, ResolveError> {
        self.bridge().ensure(&session(subject(name))).await.map(UserId::get)
    }

    /// Adds a row to Orientor's table and says its id.
    pub async fn user(&self, columns: &str, values: &str) -> i64 {
        self.number(&format!("INSERT INTO users ({columns}) VALUES ({values}) RETURNING id")).await
    }

    pub async fn sql(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.pool {
            Pool::Postgres(pool) => drop(sqlx::query(sql).execute(pool).await.unwrap()),
            Pool::Sqlite { writer, .. } => drop(sqlx::query(sql).execute(writer).await.unwrap()),
        }
    }

    /// Several statements at once, as another program would send them.
    pub async fn script(&self, sql: &str) {
        let script = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match &self.pool {
            Pool::Postgres(pool) => script.execute(pool).await.map(drop),
            Pool::Sqlite { writer, .. } => script.execute(writer).await.map(drop),
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }

    /// The only number that a query answers with.
    pub async fn number(&self, sql: &str) -> i64 {
        match &self.pool {
            Pool::Postgres(pool) => {
                let row = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(pool).await.unwrap();
                row.try_get::<i64, _>(0).or_else(|_| row.try_get::<i32, _>(0).map(i64::from)).unwrap()
            }
            Pool::Sqlite { writer, .. } => {
                sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(writer).await.unwrap().get(0)
            }
        }
    }

    /// The only text that a query answers with.
    pub async fn text(&self, sql: &str) -> Option<String> {
        match &self.pool {
            Pool::Postgres(pool) => sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(pool).await.unwrap().get(0),
            Pool::Sqlite { writer, .. } => {
                sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(writer).await.unwrap().get(0)
            }
        }
    }

    /// One column of all rows, as text.
    pub async fn column(&self, sql: &str, column: usize) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.pool {
            Pool::Postgres(pool) => {
                let rows = sqlx::query(sql).fetch_all(pool).await.unwrap();
                rows.iter().map(|row| row.get(column)).collect()
            }
            Pool::Sqlite { writer, .. } => {
                let rows = sqlx::query(sql).fetch_all(writer).await.unwrap();
                rows.iter().map(|row| row.get(column)).collect()
            }
        }
    }

    /// The last event: what, evidence, reason.
    pub async fn last_event(&self) -> String {
        let columns = "what || '/' || coalesce(evidence, '') || '/' || coalesce(reason, '')";
        let sql = format!("SELECT {columns} FROM identity_events ORDER BY id DESC LIMIT 1");
        self.text(&sql).await.unwrap_or_default()
    }
}

pub async fn connect(url: &str) -> Pool {
    if url.starts_with("postgres") {
        return PgPool::connect(url).await.unwrap().into();
    }
    let options: SqliteConnectOptions = url.parse().unwrap();
    let options = options
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(30));
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await.unwrap();
    let readers = SqlitePool::connect_with(options).await.unwrap();
    Pool::Sqlite { readers, writer }
}
