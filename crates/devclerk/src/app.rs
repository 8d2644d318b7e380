//! What all handlers share.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use orientor_identity::{ClerkUserId, Clock, Issuer};
use serde_json::Value;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::error;

use crate::{
    clock::millis,
    instance::{
        Instance,
        session::Session,
        snapshot::{StateError, StateFile},
        user::User,
    },
    keys::SigningKey,
    limiter::{Limiter, Wait},
    refused::Refused,
    settings::{ClaimSource, TokenVersion},
    token::{self, Subject, Token, TokenOptions, Validity},
    webhook::log::DeliveryLog,
};

/// Session tokens live this long.
const DEFAULT_LIFETIME: Duration = Duration::from_mins(1);
/// Changes within this time share one write of the state file.
const SAVE_DELAY: Duration = Duration::from_millis(200);

/// What all handlers share.
pub(crate) struct App {
    pub(crate) issuer: Issuer,
    /// Where the server listens, as `http://127.0.0.1:8001`.
    pub(crate) url: String,
    pub(crate) publishable_key: String,
    /// Origins whose pages may call, our own among them.
    pub(crate) origins: Vec<String>,
    pub(crate) session_claims: BTreeMap<String, ClaimSource>,
    pub(crate) token_version: TokenVersion,
    pub(crate) deliveries: Arc<DeliveryLog>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) instance: Mutex<Instance>,
    pub(crate) limiter: Mutex<Limiter>,
    pub(crate) disk: Option<Disk>,
}

/// The state file, and whether it is behind.
pub(crate) struct Disk {
    /// One write at a time. `None` after the end, when the file is free for others.
    file: tokio::sync::Mutex<Option<Arc<StateFile>>>,
    is_behind: AtomicBool,
    changed: Notify,
}

impl Disk {
    /// A file that has yet to be written.
    pub(crate) fn new(file: StateFile) -> Self {
        Self {
            file: tokio::sync::Mutex::new(Some(Arc::new(file))),
            is_behind: AtomicBool::new(true),
            changed: Notify::new(),
        }
    }

    fn mark(&self) {
        self.is_behind.store(true, Ordering::SeqCst);
        self.changed.notify_one();
    }
}

impl App {
    pub(crate) fn now_ms(&self) -> i64 {
        millis(self.clock.now())
    }

    /// Looks at the instance. Keep it short: everybody else waits.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Instance) -> T) -> T {
        look(&self.instance.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the instance, which is told the time in Unix milliseconds.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut Instance, i64) -> T) -> T {
        let result = change(&mut self.instance.lock().unwrap_or_else(PoisonError::into_inner), self.now_ms());
        if let Some(disk) = &self.disk {
            disk.mark();
        }
        result
    }

    /// Counts a call of the Backend API.
    pub(crate) fn count_call(&self) -> Result<(), Wait> {
        self.limiter.lock().unwrap_or_else(PoisonError::into_inner).call(self.clock.now())
    }

    /// How many calls of the Backend API there were.
    pub(crate) fn calls(&self) -> u64 {
        self.limiter.lock().unwrap_or_else(PoisonError::into_inner).calls()
    }

    /// Counts a change of a user.
    pub(crate) fn count_write(&self, user: &ClerkUserId) -> Result<(), Wait> {
        self.limiter.lock().unwrap_or_else(PoisonError::into_inner).write(user, self.clock.now())
    }

    /// A session token of the user's newest session, which is started if there is none.
    pub(crate) fn token_of_user(&self, id: &ClerkUserId, options: &TokenOptions) -> Result<Token, Refused> {
        let session = self.change(|instance, now_ms| instance.any_session(id, now_ms))?;
        self.session_token(&session.id, options)
    }

    pub(crate) fn session_token(&self, session_id: &str, options: &TokenOptions) -> Result<Token, Refused> {
        let version = options.version.unwrap_or(self.token_version);
        self.mint(session_id, options, |subject, validity, key| {
            let claims = token::session_claims(subject, validity, version, &self.session_claims);
            (token::session_header(key), claims)
        })
    }

    /// A JWT-template token, which outlives the end of the session.
    pub(crate) fn template_token(&self, session_id: &str, options: &TokenOptions) -> Result<Token, Refused> {
        self.mint(session_id, options, |subject, validity, key| {
            (token::template_header(key), token::template_claims(subject, validity))
        })
    }

    fn mint(
        &self,
        session_id: &str,
        options: &TokenOptions,
        content: impl FnOnce(&Subject<'_>, Validity, &SigningKey) -> (Value, serde_json::Map<String, Value>),
    ) -> Result<Token, Refused> {
        let now = self.clock.now();
        let (session, user, key): (Session, Arc<User>, Arc<SigningKey>) = self.read(|instance| {
            let (session, user) = instance.token_subject(session_id, millis(now))?;
            Ok::<_, Refused>((session, user, instance.keys.current().clone()))
        })?;
        let subject =
            Subject { issuer: &self.issuer, user: &user, session: &session, origin: options.origin.as_deref() };
        let validity = Validity::new(now, options.lifetime.unwrap_or(DEFAULT_LIFETIME));
        let (header, claims) = content(&subject, validity, &key);
        let jwt = token::sign(&key, &header, &claims.into()).map_err(|_| Refused::Signing)?;
        let expires_at_ms = i64::try_from(validity.until).unwrap_or(i64::MAX).saturating_mul(1000);
        Ok(Token { jwt, session_id: session.id, expires_at_ms })
    }

    /// Writes the state file, if there is one and it is behind.
    pub(crate) async fn save(&self) -> Result<(), StateError> {
        let Some(disk) = &self.disk else { return Ok(()) };
        let file = disk.file.lock().await;
        self.write(disk, file.as_ref()).await
    }

    /// Writes the state file for the last time, and lets go of it.
    pub(crate) async fn close(&self) -> Result<(), StateError> {
        let Some(disk) = &self.disk else { return Ok(()) };
        let file = disk.file.lock().await.take();
        self.write(disk, file.as_ref()).await
    }

    async fn write(&self, disk: &Disk, file: Option<&Arc<StateFile>>) -> Result<(), StateError> {
        let Some(file) = file else { return Ok(()) };
        if !disk.is_behind.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        let snapshot = self.read(Instance::to_snapshot);
        let own = file.clone();
        let result = tokio::task::spawn_blocking(move || own.store(&snapshot)).await;
        let result = result.unwrap_or_else(|error| Err(file.fault(error.into())));
        if result.is_err() {
            disk.is_behind.store(true, Ordering::SeqCst);
        }
        result
    }

    /// Keeps the state file up to date until `stop` is cancelled.
    pub(crate) async fn keep_saved(self: Arc<Self>, stop: CancellationToken) {
        let Some(disk) = &self.disk else { return };
        let change = async || {
            disk.changed.notified().await;
            tokio::time::sleep(SAVE_DELAY).await;
        };
        // A write is never broken off: it would go on beside the last one.
        while stop.run_until_cancelled(change()).await.is_some() {
            if let Err(fault) = self.save().await {
                error!(error = &fault as &dyn std::error::Error, "could not save: {fault}");
            }
        }
    }
}
