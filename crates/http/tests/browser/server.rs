//! The application as `orientor dev` runs it, with a clock that scripts can put forward.

use std::{
    net::Ipv4Addr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{Router, extract::Query, http::StatusCode, routing::post};
use orientor_clerk::{BackendApi, KeySet, SessionVerifier, VerifierSettings};
use orientor_devclerk::{DevClerk, Settings as ClerkSettings, TokenOptions};
use orientor_http::{AppState, RouterSettings, ShareLinks, SignIn};
use orientor_identity::{Bridge, BridgeSettings, ClerkUserId, Clock, SystemClock};
use orientor_services::{matching::Matching, passwords::Passwords, person::People};
use orientor_store::{
    ConnectOptions, Database, NewProfile, identity_objects,
    migrate::{MigrateOptions, migrate},
    user_directory,
};
use orientor_testkit::database::TestDatabase;
use tokio::net::TcpListener;

use crate::people;

/// The machine's clock, and how far it was put forward.
#[derive(Debug, Default)]
struct Later(AtomicU64);

impl Clock for Later {
    fn now(&self) -> Duration {
        SystemClock.now() + Duration::from_secs(self.0.load(Ordering::Relaxed))
    }
}

#[derive(Debug, serde::Deserialize)]
struct Forward {
    seconds: u64,
}

/// A running server. Everything ends with the test.
pub(crate) struct Server {
    pub(crate) url: String,
    clerk: DevClerk,
    ada: ClerkUserId,
    _database: TestDatabase,
}

impl Server {
    /// Where people sign in at the development Clerk.
    pub(crate) async fn start() -> Self {
        Self::with(|clerk| SignIn::Development { url: clerk.url().to_owned() }).await
    }

    /// Where people sign in at the instance of this key, whose tokens come from the development Clerk.
    pub(crate) async fn at_clerk(publishable_key: &str) -> Self {
        Self::with(|_| SignIn::Clerk(publishable_key.parse().unwrap())).await
    }

    async fn with(sign_in: impl FnOnce(&DevClerk) -> SignIn) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let origins = vec![format!("http://localhost:{port}"), format!("http://127.0.0.1:{port}")];
        let clock = Arc::new(Later::default());
        let clerk = DevClerk::start(ClerkSettings {
            bind: (Ipv4Addr::LOCALHOST, 0).into(),
            rate_limit: None,
            app_origins: origins.clone(),
            clock: clock.clone(),
            ..ClerkSettings::default()
        });
        let clerk = clerk.await.unwrap();

        let place = TestDatabase::new().await;
        let database = Database::connect(place.url(), &ConnectOptions::default()).await.unwrap();
        migrate(&database, &identity_objects(database.dialect()), MigrateOptions::default()).await.unwrap();
        let ada = people::settle(&clerk, &database).await;

        let issuer = clerk.issuer().clone();
        let keys = format!("{}/.well-known/jwks.json", clerk.url());
        let keys = KeySet::fetched_from(issuer.clone(), &keys).unwrap();
        let settings = VerifierSettings {
            authorized_parties: origins.clone(),
            allow_missing_azp: true,
            ..VerifierSettings::default()
        };
        let tokens = Arc::new(SessionVerifier::new(settings, vec![keys], clock.clone()).unwrap());
        let api = BackendApi::new(issuer.clone(), clerk.url(), &clerk.secret_key().parse().unwrap()).unwrap();
        let directory = Arc::new(user_directory(&database, issuer.clone()).with_on_create(Arc::new(NewProfile)));
        let bridge = Bridge::new(tokens.clone(), directory.clone(), issuer, BridgeSettings::default())
            .with_clerk_users(Arc::new(api))
            .with_clock(clock.clone());
        let matching = Matching::indexed(database.clone());
        let people = People::new(database.clone(), directory, None);
        let app = AppState {
            bridge: Arc::new(bridge),
            database,
            matching,
            people,
            passwords: Passwords::new(2),
            share_links: ShareLinks::default(),
            tokens,
            webhooks: None,
        };
        let settings =
            RouterSettings { origins, loopback_only: true, sign_in: sign_in(&clerk), ..RouterSettings::default() };

        let forward = async move |Query(Forward { seconds }): Query<Forward>| {
            clock.0.fetch_add(seconds, Ordering::Relaxed);
            StatusCode::NO_CONTENT
        };
        let router =
            Router::new().route("/later", post(forward)).fallback_service(orientor_http::router(app, &settings));
        tokio::spawn(orientor_http::serve(listener, router, std::future::pending()));
        Self { url: format!("http://localhost:{port}"), clerk, ada, _database: place }
    }

    /// A session token of Ada's that lasts for the test.
    pub(crate) fn token_of_ada(&self) -> String {
        let options = TokenOptions { lifetime: Some(Duration::from_hours(1)), ..TokenOptions::default() };
        self.clerk.session_token(&self.ada, &options).unwrap().jwt
    }
}
