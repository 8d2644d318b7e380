//! Starting and stopping, and what the same process may do without HTTP.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use orientor_identity::{ClerkUserId, Issuer};
use serde_json::{Map, Value};
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::{
    sync::{CancellationToken, DropGuard},
    task::TaskTracker,
};
use tracing::info;

use crate::{
    api,
    app::{App, Disk},
    instance::{
        Instance,
        session::SessionEnd,
        snapshot::{StateError, StateFile},
        user::User,
    },
    keys::{self, SigningKey},
    limiter::Limiter,
    refused::Refused,
    settings::{NewUser, Settings},
    token::{self, RESERVED_CLAIMS, Token, TokenOptions},
    webhook::{
        Outbox, WebhookFault,
        log::{Delivery, DeliveryLog},
    },
};

/// Requests that are being answered at the end have this long to finish.
const GRACE: Duration = Duration::from_secs(5);
/// The key that the documentation and the examples use.
const SECRET_KEY: &str = "sk_test_dev";

/// A running development Clerk. Stops when dropped, and without losing anything by
/// [`shutdown`](Self::shutdown).
pub struct DevClerk {
    app: Arc<App>,
    address: SocketAddr,
    server: JoinHandle<Result<(), StateError>>,
    tasks: TaskTracker,
    stop: DropGuard,
}

/// Why a development Clerk does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// It hands out tokens to anybody, so it must not be reached from elsewhere.
    #[error("{0} is not a loopback address, and this server hands out tokens to anybody")]
    NotLoopback(SocketAddr),
    /// The address is in use, or may not be used.
    #[error("cannot listen on {address}")]
    Bind {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The state file cannot be used.
    #[error("the stored state cannot be used")]
    State(#[from] StateError),
    /// An app origin is not scheme, host and port.
    #[error("{0:?} is not an origin: expected a scheme, a host and perhaps a port, as http://localhost:5173")]
    Origin(String),
    /// A claim would take the place of one of Clerk's own.
    #[error("the claim {0:?} is Clerk's own and cannot be added")]
    Claim(String),
    /// The webhook settings cannot be used.
    #[error("the webhook settings cannot be used")]
    Webhook(#[from] WebhookFault),
    /// An initial user cannot be created.
    #[error("an initial user cannot be created")]
    User(#[source] Refused),
    /// No signing key could be made.
    #[error("no signing key could be made")]
    Key,
}

/// What becomes of the name of a key when it is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rotation {
    /// The new key has a name of its own; the old one stays published until
    /// [`DevClerk::retire_old_keys`].
    NewName,
    /// The new key takes the name of the old, which is gone at once.
    SameName,
}

impl DevClerk {
    /// Starts the server. It answers when this returns.
    pub async fn start(settings: Settings) -> Result<Self, StartError> {
        if !settings.bind.ip().is_loopback() {
            return Err(StartError::NotLoopback(settings.bind));
        }
        check(&settings)?;
        let bind = |source| StartError::Bind { address: settings.bind, source };
        let listener = TcpListener::bind(settings.bind).await.map_err(bind)?;
        let address = listener.local_addr().map_err(bind)?;
        let state_file = settings.state_file.clone();
        let (mut instance, file) =
            blocking(move || open_instance(state_file.as_deref())).await.unwrap_or(Err(StartError::Key))?;
        let now_ms = crate::clock::millis(settings.clock.now());
        instance.seed(settings.initial_users.clone(), now_ms).map_err(StartError::User)?;

        let (stop, tasks, deliveries) =
            (CancellationToken::new(), TaskTracker::new(), Arc::new(DeliveryLog::default()));
        if let Some(webhook) = &settings.webhook {
            let (id, clock) = (instance.id.clone(), settings.clock.clone());
            instance.set_outbox(Outbox::open(webhook, id, clock, deliveries.clone(), &tasks, &stop)?);
        }
        let app = Arc::new(new_app(settings, address, instance, file, deliveries)?);
        // A file that cannot be written is better found out now than after the first change.
        app.save().await?;
        tasks.spawn(app.clone().keep_saved(stop.clone()));
        tasks.close();
        let server = tokio::spawn(serve(app.clone(), listener, stop.clone()));
        info!(%address, "development Clerk listens on {}", app.url);
        Ok(Self { app, address, server, tasks, stop: stop.drop_guard() })
    }

    /// Answers what has been asked, writes the state file and stops. Webhooks that are
    /// still waiting are dropped.
    pub async fn shutdown(self) -> Result<(), StateError> {
        drop(self.stop);
        let result = self.server.await;
        self.tasks.wait().await;
        // The task is never aborted; if it panicked, one more try saves what there is.
        match result {
            Ok(saved) => saved,
            Err(_) => self.app.close().await,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base of its addresses, as `http://127.0.0.1:8001`: the API URL of Clerk's SDKs.
    pub fn url(&self) -> &str {
        &self.app.url
    }

    /// The `iss` of its tokens.
    pub fn issuer(&self) -> &Issuer {
        &self.app.issuer
    }

    /// A publishable key, `pk_test_…`, that names this instance's host.
    ///
    /// Clerk wants a dot in the host, so `localhost` is written as `127.0.0.1`, and Clerk's
    /// own front ends would speak https to it. Programs should take [`issuer`](Self::issuer).
    pub fn publishable_key(&self) -> &str {
        &self.app.publishable_key
    }

    /// A secret key that opens the Backend API, as any `sk_test_` key does.
    pub fn secret_key(&self) -> &'static str {
        SECRET_KEY
    }

    /// The public half of the current key, in PEM: what `CLERK_JWT_KEY` wants.
    pub fn jwt_key(&self) -> String {
        self.app.read(|instance| instance.keys.current().public_pem().to_owned())
    }

    /// The id of the instance, `ins_…`, as webhooks name it.
    pub fn instance_id(&self) -> String {
        self.app.read(|instance| instance.id.clone())
    }

    /// Creates a user, and says so by webhook.
    pub fn create_user(&self, new: NewUser) -> Result<ClerkUserId, Refused> {
        let user = User::new(new, self.app.now_ms())?;
        self.app.change(|instance, _| instance.add_user(user)).map(|user| user.id.clone())
    }

    /// A user as the Backend API shows one.
    pub fn user(&self, id: &ClerkUserId) -> Result<Value, Refused> {
        let user = self.app.read(|instance| instance.user(id).cloned())?;
        Ok(serde_json::to_value(&*user).unwrap_or_default())
    }

    /// Changes a user. `changes` has the members of the body of `PATCH /v1/users/{id}`.
    pub fn update_user(&self, id: &ClerkUserId, changes: Map<String, Value>) -> Result<(), Refused> {
        api::update_user(&self.app, id, changes).map(|_| ())
    }

    /// Deletes a user and their sessions.
    pub fn delete_user(&self, id: &ClerkUserId) -> Result<(), Refused> {
        self.app.change(|instance, _| instance.delete_user(id))
    }

    /// Bans a user, which ends their sessions, or lifts the ban.
    pub fn set_banned(&self, id: &ClerkUserId, banned: bool) -> Result<(), Refused> {
        self.app.change(|instance, now_ms| instance.set_banned(id, now_ms, banned)).map(|_| ())
    }

    /// A session token for a user, of their newest active session; one is started if there is none.
    pub fn session_token(&self, id: &ClerkUserId, options: &TokenOptions) -> Result<Token, Refused> {
        self.app.token_of_user(id, options)
    }

    /// Ends a session. Tokens that were minted before stay valid until they expire.
    pub fn end_session(&self, session_id: &str, end: SessionEnd) -> Result<(), Refused> {
        self.app.change(|instance, now_ms| instance.end_session(session_id, end, now_ms)).map(|_| ())
    }

    /// Signs any claims with the current key. `header` is laid over that of a session token;
    /// null removes a member. For tokens that Clerk issues in rare cases, or never.
    pub fn sign(&self, header: &Map<String, Value>, claims: &Value) -> Result<String, Refused> {
        let key = self.app.read(|instance| instance.keys.current().clone());
        let mut full = token::session_header(&key);
        crate::instance::merge_metadata(&mut full, Value::Object(header.clone()));
        token::sign(&key, &full, claims).map_err(|_| Refused::Signing)
    }

    /// Signs with a new key from now on.
    pub async fn rotate_key(&self, rotation: Rotation) -> Result<(), Refused> {
        let kid = match rotation {
            Rotation::NewName => keys::new_kid(),
            Rotation::SameName => self.app.read(|instance| instance.keys.current().kid().to_owned()),
        };
        let key = blocking(move || SigningKey::generate(kid)).await.and_then(Result::ok).ok_or(Refused::Signing)?;
        self.app.change(|instance, _| instance.keys.rotate_to(key));
        Ok(())
    }

    /// Withdraws all keys but the current one from the key set.
    pub fn retire_old_keys(&self) {
        self.app.change(|instance, _| instance.keys.retire());
    }

    /// How often the Backend API was called, by other programs and not for its key set; refused calls count, too.
    pub fn backend_calls(&self) -> u64 {
        self.app.calls()
    }

    /// What became of the last 100 webhooks, newest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.app.deliveries.latest()
    }
}

async fn serve(app: Arc<App>, listener: TcpListener, stop: CancellationToken) -> Result<(), StateError> {
    let server = axum::serve(listener, api::router(app.clone())).with_graceful_shutdown(stop.clone().cancelled_owned());
    let deadline = async {
        stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        _ = server => {}
        () = deadline => {}
    }
    app.close().await
}

fn new_app(
    settings: Settings,
    address: SocketAddr,
    instance: Instance,
    file: Option<StateFile>,
    deliveries: Arc<DeliveryLog>,
) -> Result<App, StartError> {
    let port = address.port();
    let issuer = match settings.issuer {
        Some(issuer) => issuer,
        None => format!("http://localhost:{port}").parse().map_err(|_| StartError::NotLoopback(address))?,
    };
    let own = ["localhost", "127.0.0.1", "[::1]"].map(|host| format!("http://{host}:{port}"));
    Ok(App {
        publishable_key: publishable_key(&issuer),
        issuer,
        url: format!("http://{address}"),
        origins: settings.app_origins.into_iter().chain(own).collect(),
        session_claims: settings.session_claims,
        token_version: settings.token_version,
        deliveries,
        clock: settings.clock,
        instance: instance.into(),
        limiter: Limiter::new(settings.rate_limit).into(),
        disk: file.map(Disk::new),
    })
}

fn check(settings: &Settings) -> Result<(), StartError> {
    if let Some(odd) = settings.app_origins.iter().find(|origin| !is_origin(origin)) {
        return Err(StartError::Origin(odd.clone()));
    }
    let taken = settings.session_claims.keys().find(|name| RESERVED_CLAIMS.contains(&name.as_str()));
    taken.map_or(Ok(()), |name| Err(StartError::Claim(name.clone())))
}

/// The stored instance, or a new one.
fn open_instance(path: Option<&std::path::Path>) -> Result<(Instance, Option<StateFile>), StartError> {
    let file = path.map(StateFile::claim).transpose()?;
    let stored = file.as_ref().map(StateFile::load).transpose()?.flatten();
    let instance = match stored {
        Some(instance) => instance,
        None => Instance::generate().map_err(|_| StartError::Key)?,
    };
    Ok((instance, file))
}

/// Runs what takes long beside the tasks; `None` if it panicked.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}

fn publishable_key(issuer: &Issuer) -> String {
    let host = issuer.as_str().split_once("://").map_or(issuer.as_str(), |(_, host)| host);
    let host = host.replace("localhost", "127.0.0.1");
    format!("pk_test_{}", STANDARD.encode(format!("{host}$")))
}

/// Whether a browser could send this as `Origin`.
fn is_origin(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
    let letter_fits = |letter: u8| matches!(letter, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b':' | b'[' | b']');
    rest.is_some_and(|authority| !authority.is_empty() && authority.bytes().all(letter_fits))
}
