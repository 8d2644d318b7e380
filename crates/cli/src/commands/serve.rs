//! `orientor serve`: the API on a database that is there already.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use clap::Args;
use orientor_http::{AppState, RequestCounts, RouterSettings, ServerState, ShareLinks, SignIn};
use orientor_identity::{Bridge, ClerkAccounts, VerifyToken};
use orientor_services::{matching::Matching, passwords::Passwords, person::People};
use orientor_store::{Database, NewProfile, user_directory};
use tokio::{net::TcpListener, sync::watch, time::Instant};

use super::{Purpose, asked_to_end, open_database, require_migrated};
use crate::{
    exit::Failure,
    log,
    settings::{ClerkParts, HttpSettings, Settings, SettingsError, clerk_parts},
    traces::Exporter,
};

/// How long the database may take to be closed: no time at all, unless something was given up. So long is there for the last
/// traces, too, however long requests have taken.
const CLOSE: Duration = Duration::from_secs(1);

/// Arguments of `orientor serve`.
#[derive(Debug, Default, Args)]
pub(crate) struct Arguments {
    /// Address and port; the same as `--set http.bind=…`.
    #[arg(long, value_name = "ADDRESS")]
    bind: Option<String>,
}

pub(crate) async fn run(mut settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    if let Some(bind) = arguments.bind {
        settings.http.bind = bind;
    }
    let clerk = clerk_parts(&settings, false)?;
    let address = bind_address(&settings)?;
    let metrics_bind = &settings.http.metrics_bind;
    let metrics_address =
        if metrics_bind.is_empty() { None } else { Some(self::address("ORIENTOR_METRICS_BIND", metrics_bind)?) };
    let origins = origins(&settings)?;
    let forward_auth = settings.forward_auth.parse()?;
    let rate = settings.http.rate()?;
    let share_links = settings.sharing.links()?;
    log::start(&settings.log)?;
    let exporter = Exporter::start(&settings.traces)?;
    let database = open_database(&settings, Purpose::Serve).await?;
    require_migrated(&database).await?;
    let ended = asked_to_end()?;
    let listener = listen(address).await?;
    let metrics = match metrics_address {
        Some(address) => Some(listen_by(address, "ORIENTOR_METRICS_BIND").await?),
        None => None,
    };
    let sign_in = clerk.publishable_key.clone().map_or(SignIn::None, SignIn::Clerk);
    let app = application(&settings, database, clerk, share_links);
    let limits = settings.http.requests();
    let requests = RequestCounts::default();
    let router = RouterSettings {
        origins,
        loopback_only: false,
        sign_in,
        forward_auth,
        limits,
        rate,
        requests,
        traces: exporter.traces(),
        server: ServerState::default(),
    };
    if let Some(listener) = metrics {
        if let Ok(address) = listener.local_addr() {
            tracing::info!(%address, "counters are at http://{address}/metrics");
        }
        // It ends with the process, so that the last counts can still be read while requests are finished.
        tokio::spawn(orientor_http::serve(listener, orientor_http::metrics(&app, &router), std::future::pending()));
    }
    let left = serve(listener, app, router, &settings.http, ended).await?;
    exporter.end(left);
    Ok(ExitCode::SUCCESS)
}

/// The address to listen on.
pub(crate) fn bind_address(settings: &Settings) -> Result<SocketAddr, Failure> {
    address("ORIENTOR_BIND", &settings.http.bind)
}

fn address(variable: &str, text: &str) -> Result<SocketAddr, Failure> {
    let address = text.replace("localhost:", "127.0.0.1:").parse();
    address
        .map_err(|_| Failure::new(format!("{variable}: {text:?} is not an address and a port, such as 127.0.0.1:8000")))
}

fn origins(settings: &Settings) -> Result<Vec<String>, SettingsError> {
    for origin in &settings.http.allowed_origins {
        let fits = ["http://", "https://"].iter().any(|scheme| {
            origin.strip_prefix(scheme).is_some_and(|host| !host.is_empty() && !host.contains(['/', '*', ' ']))
        });
        if !fits {
            return Err(SettingsError(format!(
                "ORIENTOR_ALLOWED_ORIGINS: {origin:?} is not an origin; expected something like https://app.example.com"
            )));
        }
    }
    Ok(settings.http.allowed_origins.clone())
}

pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    listen_by(address, "ORIENTOR_BIND").await
}

async fn listen_by(address: SocketAddr, variable: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::because(&format!("cannot listen on {address}"), &error)
            .with_remedy(&format!("stop what does, or choose another address with {variable}"))
    })
}

/// Puts the parts together. To be called in a runtime, since the bridge begins to listen.
pub(crate) fn application(
    settings: &Settings,
    database: Database,
    clerk: ClerkParts,
    share_links: ShareLinks,
) -> AppState {
    let directory = Arc::new(user_directory(&database, clerk.primary.clone()).with_on_create(Arc::new(NewProfile)));
    let tokens: Arc<dyn VerifyToken> = clerk.tokens.clone();
    let changes = directory.changes();
    let mut bridge = Bridge::new(tokens, directory.clone(), clerk.primary, settings.identity.bridge());
    bridge = bridge.with_lifecycle(directory.clone());
    if let Some(users) = clerk.users.clone() {
        bridge = bridge.with_clerk_users(users);
    }
    let accounts = clerk.users.map(|users| users as Arc<dyn ClerkAccounts>);
    let bridge = bridge.watching(changes);
    let matching = if settings.peers.index { Matching::indexed } else { Matching::plain };
    AppState {
        bridge: Arc::new(bridge),
        matching: matching(database.clone()),
        people: People::new(database.clone(), directory, accounts),
        database,
        passwords: Passwords::default(),
        share_links,
        tokens: clerk.tokens,
        webhooks: clerk.webhooks,
    }
}

/// Answers until `ended`, then finishes what has begun, for a while; how much of it is left, a second at least.
pub(crate) async fn serve(
    listener: TcpListener,
    app: AppState,
    router: RouterSettings,
    settings: &HttpSettings,
    ended: impl Future<Output = ()> + Send + 'static,
) -> Result<Duration, Failure> {
    let database = app.database.clone();
    let tokens = Arc::clone(&app.tokens);
    // A session that was revoked before we started is over for us, too.
    let revoked = app.bridge.refresh_revoked().await;
    revoked.map_err(|error| Failure::because("revoked sessions could not be loaded", &error))?;
    tokio::spawn(Arc::clone(&app.bridge).keep_current());
    // The first request should not wait for keys.
    tokio::spawn(async move { tokens.keys_ready().await.map(drop) });
    let notice = Duration::from_secs(settings.drain_notice_seconds.into());
    let drain = Duration::from_secs(settings.drain_seconds.into());
    let (started_draining, draining) = watch::channel(None);
    let noticed = async move {
        be_noticed(notice).await;
        started_draining.send_replace(Some(Instant::now() + drain));
    };
    if let Ok(address) = listener.local_addr() {
        tracing::info!(%address, "listening on {address}");
    }
    let state = router.server.clone();
    let router = orientor_http::router(app, &router);
    let answering = orientor_http::serve_within(listener, router, settings.connections(), state, ended, noticed);
    let mut until = draining.clone();
    let deadline = async move {
        let until = until.wait_for(Option::is_some).await.ok().and_then(|until| *until);
        tokio::time::sleep_until(until.unwrap_or_else(|| Instant::now() + drain)).await;
    };
    tokio::select! {
        done = answering => done.map_err(Failure::io)?,
        () = deadline => tracing::warn!("some requests were not answered in time"),
    }
    // What was given up may hold a connection until its statement is done.
    if tokio::time::timeout(CLOSE, database.close()).await.is_err() {
        tracing::warn!("the database was left with a statement under way");
    }
    let until = *draining.borrow();
    let left = until.map_or(drain, |until| until.saturating_duration_since(Instant::now()));
    Ok(left.max(CLOSE))
}

/// Waits as long as others may take to notice that we are about to end, or until a second signal: somebody at a terminal
/// knows it.
async fn be_noticed(time: Duration) {
    let again = async {
        match asked_to_end() {
            Ok(again) => again.await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        () = again => {}
    }
}
