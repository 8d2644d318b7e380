//! The application as a deployment runs it, and people who use it.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use orientor_clerk::{BackendApi, KeySet, SecretKey, SessionVerifier, VerifierSettings, Webhooks};
use orientor_devclerk::{DevClerk, NewUser, Settings as ClerkSettings, TokenOptions};
use orientor_http::{AppState, ConnectionLimits, ForwardAuth, RateSettings, RequestLimits, RouterSettings, ShareLinks};
use orientor_identity::{Bridge, BridgeSettings, ClerkUserId, Clock, SystemClock, policy::PolicySettings};
use orientor_services::{matching::Matching, passwords::Passwords, person::People};
use orientor_store::{
    ConnectOptions, Database, NewProfile, identity_objects,
    migrate::{MigrateOptions, migrate},
    user_directory,
};
use orientor_testkit::database::TestDatabase;
pub(crate) use orientor_testkit::wait::until;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use sqlx::AssertSqlSafe;
use tokio::{net::TcpListener, sync::Notify, task::JoinHandle};

pub(crate) use crate::answer::{Answer, send, shape};

/// Of a server to its database, beside the one that listens.
pub(crate) const MAX_CONNECTIONS: u32 = 8;

/// How one server differs from a plain one.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    /// Authorized parties; with them, cookies count.
    pub(crate) parties: Vec<String>,
    /// Origins for CORS.
    pub(crate) origins: Vec<String>,
    pub(crate) loopback_only: bool,
    pub(crate) clock: Arc<dyn Clock>,
    /// Where the signing keys are, if not at the development Clerk.
    pub(crate) keys_url: Option<String>,
    /// Where the Backend API is, if not at the development Clerk.
    pub(crate) api_url: Option<String>,
    pub(crate) policy: PolicySettings,
    /// How long the bridge remembers a user who does not change.
    pub(crate) cache_for: Duration,
    /// How long it gives old answers when the database does not answer.
    pub(crate) stale_for: Duration,
    pub(crate) forward_auth: ForwardAuth,
    pub(crate) limits: RequestLimits,
    pub(crate) connections: ConnectionLimits,
    pub(crate) rate: RateSettings,
    /// What webhooks are signed with; without it there are none.
    pub(crate) webhook_secrets: Option<&'static str>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            parties: Vec::new(),
            origins: Vec::new(),
            loopback_only: false,
            clock: Arc::new(SystemClock),
            keys_url: None,
            api_url: None,
            policy: PolicySettings::default(),
            cache_for: Duration::from_mins(10),
            stale_for: Duration::from_secs(30),
            forward_auth: ForwardAuth::default(),
            limits: RequestLimits::default(),
            connections: ConnectionLimits::default(),
            rate: RateSettings::default(),
            webhook_secrets: Some(crate::deliveries::SECRET),
        }
    }
}

/// A running server. Everything ends with the test.
pub(crate) struct TestApp {
    pub(crate) url: String,
    pub(crate) db: Database,
    pub(crate) clerk: Arc<DevClerk>,
    pub(crate) bridge: Arc<Bridge>,
    client: Client,
    pub(crate) place: Arc<TestDatabase>,
    /// Asks the server to end, says that this was noticed, and the server itself.
    pub(crate) end: Arc<Notify>,
    pub(crate) noticed: Arc<Notify>,
    pub(crate) ended: JoinHandle<io::Result<()>>,
}

impl TestApp {
    pub(crate) async fn new() -> Self {
        Self::with(Setup::default()).await
    }

    pub(crate) async fn with(setup: Setup) -> Self {
        Self::on(TestDatabase::new().await, setup).await
    }

    /// On PostgreSQL, for what cannot happen elsewhere.
    pub(crate) async fn on_postgres() -> Self {
        Self::on(TestDatabase::postgres().await, Setup::default()).await
    }

    /// On the damaged database of the older application.
    pub(crate) async fn legacy() -> Self {
        Self::on(TestDatabase::legacy().await, Setup::default()).await
    }

    /// On a PostgreSQL server that the test may crash.
    pub(crate) async fn on_own_server() -> Self {
        Self::on(TestDatabase::on_own_server().await, Setup::default()).await
    }

    async fn on(place: TestDatabase, setup: Setup) -> Self {
        let bind = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let settings = ClerkSettings { bind, rate_limit: None, ..ClerkSettings::default() };
        let clerk = Arc::new(DevClerk::start(settings).await.unwrap());
        let db = connect(place.url()).await;
        migrate(&db, &identity_objects(db.dialect()), MigrateOptions::default()).await.unwrap();
        Self::start(Arc::new(place), db, clerk, setup).await
    }

    /// Another server on the same database, with the same people.
    pub(crate) async fn neighbour(&self, setup: Setup) -> Self {
        Self::start(Arc::clone(&self.place), self.db.clone(), Arc::clone(&self.clerk), setup).await
    }

    /// Another server with a pool of its own, by another way to the same database.
    pub(crate) async fn neighbour_by(&self, url: &str) -> Self {
        let db = connect(url).await;
        Self::start(Arc::clone(&self.place), db, Arc::clone(&self.clerk), Setup::default()).await
    }

    /// Until this server hears of changes that others make.
    pub(crate) async fn listening(self) -> Self {
        until("changes are heard", async || self.bridge.report().is_trusted).await;
        self
    }

    async fn start(place: Arc<TestDatabase>, db: Database, clerk: Arc<DevClerk>, setup: Setup) -> Self {
        let issuer = clerk.issuer().clone();
        let keys_url = setup.keys_url.unwrap_or_else(|| format!("{}/.well-known/jwks.json", clerk.url()));
        let keys = KeySet::fetched_from(issuer.clone(), &keys_url).unwrap();
        let settings = VerifierSettings {
            allow_missing_azp: true,
            authorized_parties: setup.parties,
            ..VerifierSettings::default()
        };
        let tokens = Arc::new(SessionVerifier::new(settings, vec![keys], Arc::clone(&setup.clock)).unwrap());
        let secret: SecretKey = clerk.secret_key().parse().unwrap();
        let api_url = setup.api_url.unwrap_or_else(|| clerk.url().to_owned());
        let api = Arc::new(BackendApi::new(issuer.clone(), &api_url, &secret).unwrap());
        let directory = Arc::new(user_directory(&db, issuer.clone()).with_on_create(Arc::new(NewProfile)));
        let changes = directory.changes();
        let bridge = BridgeSettings {
            policy: setup.policy,
            watched_for: setup.cache_for,
            stale_for: setup.stale_for,
            ..BridgeSettings::default()
        };
        let bridge = Bridge::new(tokens.clone(), directory.clone(), issuer.clone(), bridge)
            .with_clerk_users(Arc::clone(&api) as _)
            .with_lifecycle(directory.clone())
            .with_clock(Arc::clone(&setup.clock))
            .watching(changes);
        let bridge = Arc::new(bridge);
        bridge.refresh_revoked().await.unwrap();
        tokio::spawn(Arc::clone(&bridge).keep_current());
        let webhooks = setup.webhook_secrets.map(|secrets| {
            Arc::new(Webhooks::new(secrets.parse().unwrap(), issuer, None, tokens.clone(), setup.clock))
        });
        let matching = Matching::indexed(db.clone());
        // What a server answers before its index is ready, the tests of the services compare.
        matching.ready().await;
        let people = People::new(db.clone(), directory, Some(api));
        let share_links = ShareLinks::at("https://app.example.com/shared").unwrap();
        let state = AppState {
            bridge: bridge.clone(),
            database: db.clone(),
            matching,
            people,
            passwords: Passwords::new(2),
            share_links,
            tokens,
            webhooks,
        };
        let router = RouterSettings {
            origins: setup.origins,
            loopback_only: setup.loopback_only,
            forward_auth: setup.forward_auth,
            limits: setup.limits,
            rate: setup.rate,
            ..RouterSettings::default()
        };

        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = router.server.clone();
        let router = orientor_http::router(state, &router);
        let (end, noticed) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (asked_to_end, was_noticed) = (Arc::clone(&end).notified_owned(), Arc::clone(&noticed).notified_owned());
        let answering =
            orientor_http::serve_within(listener, router, setup.connections, server, asked_to_end, was_noticed);
        let ended = tokio::spawn(answering);
        let client = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { url, db, clerk, bridge, client, place, end, noticed, ended }
    }

    /// Somebody with a verified address, who has signed in once.
    pub(crate) async fn user(&self, name: &str) -> User {
        let clerk_id = self.at_clerk(name);
        self.sign_in(&clerk_id).await
    }

    /// Somebody with a verified address whom only Clerk knows.
    pub(crate) fn at_clerk(&self, name: &str) -> ClerkUserId {
        let mut new = NewUser::with_email(format!("{name}@example.com"));
        new.first_name = Some(capitalised(name));
        self.clerk.create_user(new).unwrap()
    }

    /// Signs a person in; the first request has to work.
    pub(crate) async fn sign_in(&self, clerk_id: &ClerkUserId) -> User {
        let mut user = self.client_of(clerk_id);
        let me = user.get("/api/v1/users/me").await;
        assert_eq!(me.status, 200, "{me:?}");
        user.id = me.body["id"].as_i64().unwrap();
        user
    }

    /// A client with the token of a person, who has not asked anything yet.
    pub(crate) fn client_of(&self, clerk_id: &ClerkUserId) -> User {
        let options = TokenOptions { lifetime: Some(Duration::from_hours(1)), ..TokenOptions::default() };
        let token = self.clerk.session_token(clerk_id, &options).unwrap().jwt;
        User { client: self.client.clone(), url: self.url.clone(), token, clerk_id: clerk_id.to_string(), id: 0 }
    }

    /// A request without a token.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    /// Somebody who was never at Clerk: a row as the older application left it.
    pub(crate) async fn old_row(&self, columns: &str, values: &str) -> i64 {
        self.number(&format!("INSERT INTO users ({columns}) VALUES ({values}) RETURNING CAST(id AS bigint)")).await
    }

    /// Runs statements as another program would.
    pub(crate) async fn run(&self, sql: &str) {
        match &self.db {
            Database::Postgres(pool) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.map(drop),
            Database::Sqlite { writer, .. } => sqlx::raw_sql(AssertSqlSafe(sql)).execute(writer).await.map(drop),
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.db, Database::Postgres(_))
    }

    /// Another program's transaction, with the first statement done.
    pub(crate) async fn begin(&self, sql: &str) -> sqlx::Transaction<'static, sqlx::Postgres> {
        let Database::Postgres(pool) = &self.db else { panic!("this test is about PostgreSQL") };
        let mut transaction = pool.begin().await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *transaction).await.unwrap();
        transaction
    }

    /// The only number that a statement answers with.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        match &self.db {
            Database::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(pool).await,
            Database::Sqlite { writer, .. } => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(writer).await,
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    /// The first column of every row, as text.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        match &self.db {
            Database::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(pool).await,
            Database::Sqlite { writer, .. } => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(writer).await,
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }
}

async fn connect(url: &str) -> Database {
    let options = ConnectOptions { max_connections: MAX_CONNECTIONS, ..ConnectOptions::default() };
    Database::connect(url, &options).await.unwrap()
}

/// An address on this machine where nobody listens.
pub(crate) async fn nobody() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default() + letters.as_str()
}

/// Somebody with a token.
#[derive(Clone)]
pub(crate) struct User {
    client: Client,
    url: String,
    pub(crate) token: String,
    pub(crate) clerk_id: String,
    /// The application's own id; 0 before the first request.
    pub(crate) id: i64,
}

impl User {
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url)).bearer_auth(&self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub(crate) async fn get_in(&self, path: &str, language: &str) -> Answer {
        send(self.request(Method::GET, path).header("accept-language", language)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        send(self.request(Method::POST, path).json(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Answer {
        send(self.request(Method::PUT, path).json(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        send(self.request(Method::DELETE, path)).await
    }

    /// Sends a message and says its id.
    pub(crate) async fn write_to(&self, other: &Self, body: &str) -> i64 {
        let sent = self.post("/api/v1/messages", &serde_json::json!({ "recipient_id": other.id, "body": body })).await;
        assert_eq!(sent.status, 201, "{sent:?}");
        sent.body["message_id"].as_i64().unwrap()
    }

    /// Changes the profile, which has to work.
    pub(crate) async fn update(&self, members: &Value) {
        let updated = self.put("/api/v1/profiles/update", members).await;
        assert_eq!(updated.status, 200, "{updated:?}");
    }
}
