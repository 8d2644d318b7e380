//! The way from a verified subject to the application's own user id.

mod inbox;
mod memory;
mod revoked;

use std::{collections::HashMap, fmt, sync::Arc, time::Duration};

use self::{
    inbox::{Inbox, Informed},
    memory::Memory,
    revoked::Revoked,
};
use crate::{
    Applied, ClerkUser, ClerkUserId, ClerkUsers, ClerkUsersError, Clock, Credentials, Directory, DirectoryError,
    Issuer, Lifecycle, LifecycleEvent, Lookup, Subject, SystemClock, UserId, UserRef, UserState, VerifiedSession,
    VerifyError, VerifyToken,
    directory::{Provision, Provisioned, person_from_claims},
    policy::{Conflict, Person, PolicySettings, Refusal},
};

/// Switches and sizes of a [`Bridge`].
#[derive(Clone, Debug)]
pub struct BridgeSettings {
    /// The provisioning policy.
    pub policy: PolicySettings,
    /// How many subjects are kept in memory. Default 100,000, about 20 MB.
    pub cache_entries: usize,
    /// How long a user may be answered from memory after the database was asked.
    /// This bounds how late a change by another program is seen. Default 3 s.
    ///
    /// Users who keep coming are read again earlier, in the background, many in one statement, so that
    /// no request waits for it. That needs a tokio runtime with timers; without a runtime a request reads.
    pub cache_for: Duration,
}

impl Default for BridgeSettings {
    fn default() -> Self {
        Self { policy: PolicySettings::default(), cache_entries: 100_000, cache_for: Duration::from_secs(3) }
    }
}

/// Why a subject or a reference has no user. The variants differ in what the caller can do.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ResolveError {
    /// Well formed, but nobody has it, or not any more.
    #[error("there is no such user")]
    Unknown,
    /// The subject was cut off, or Clerk no longer has it. Sign up anew.
    #[error("this identity has been revoked")]
    Revoked,
    /// Ask an operator.
    #[error("this user is deactivated")]
    Deactivated,
    /// The evidence contradicts itself. An operator has to decide.
    #[error("it cannot be told which user this identity belongs to; an operator has been notified")]
    Conflict(Conflict),
    /// Nobody has been provisioned for it, and new users are not created here.
    #[error("no user has been provisioned for this identity")]
    NotProvisioned,
    /// We could not look in the database. The user may well exist.
    #[error("the user directory could not be read")]
    Directory(#[source] DirectoryError),
    /// We could not ask Clerk. Try again later.
    #[error("Clerk could not be asked about this identity")]
    Clerk {
        /// How long Clerk asks to wait.
        retry_after: Option<Duration>,
        /// The cause.
        #[source]
        source: ClerkUsersError,
    },
}

impl From<Refusal> for ResolveError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Revoked => Self::Revoked,
            Refusal::Deactivated => Self::Deactivated,
            Refusal::Conflict(conflict) => Self::Conflict(conflict),
            Refusal::NotProvisioned => Self::NotProvisioned,
        }
    }
}

/// Why a request has no user.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    /// The caller is not signed in.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// The caller is signed in, and is nobody here.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// The session is over, although this token of it has not expired. Sign in.
    #[error("this session has ended")]
    SessionRevoked,
}

/// A caller who is signed in and has a user.
#[derive(Clone, Debug)]
pub struct Authenticated {
    /// The application's own id.
    pub user: UserId,
    /// The session, for logs of who drove.
    pub session: Arc<VerifiedSession>,
}

/// Turns verified subjects into user ids. One per process; share it in an `Arc`.
pub struct Bridge {
    tokens: Arc<dyn VerifyToken>,
    directory: Arc<dyn Directory>,
    clerk: Option<Arc<dyn ClerkUsers>>,
    primary: Issuer,
    settings: BridgeSettings,
    memory: Arc<Memory>,
    inbox: Option<Arc<Inbox>>,
    revoked: Arc<Revoked>,
}

impl fmt::Debug for Bridge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bridge")
            .field("primary", &self.primary)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl Bridge {
    /// A bridge over `directory` for callers whom `tokens` verifies.
    ///
    /// `primary` is the instance that bare Clerk ids, in paths and files, belong to.
    #[must_use]
    pub fn new(
        tokens: Arc<dyn VerifyToken>,
        directory: Arc<dyn Directory>,
        primary: Issuer,
        settings: BridgeSettings,
    ) -> Self {
        let memory = Memory::new(&directory, Arc::new(SystemClock), &settings);
        Self { tokens, directory, clerk: None, primary, settings, memory, inbox: None, revoked: Arc::default() }
    }

    /// Asks `clerk` about people at first sight.
    #[must_use]
    pub fn with_clerk_users(mut self, clerk: Arc<dyn ClerkUsers>) -> Self {
        self.clerk = Some(clerk);
        self
    }

    /// Takes in what Clerk tells by webhook; as a rule the directory does it.
    #[must_use]
    pub fn with_lifecycle(mut self, lifecycle: Arc<dyn Lifecycle>) -> Self {
        self.inbox = Some(Arc::new(Inbox::new(lifecycle)));
        self
    }

    /// Takes the time from `clock`.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.memory = Memory::new(&self.directory, clock, &self.settings);
        self
    }

    /// The instance that bare Clerk ids belong to.
    pub fn primary_issuer(&self) -> &Issuer {
        &self.primary
    }

    /// Who is calling: verifies, then resolves, creating the user at first sight where the policy says so.
    pub async fn authenticate(&self, credentials: &Credentials<'_>) -> Result<Authenticated, AuthError> {
        let session = match self.tokens.verify_now(credentials) {
            Some(verified) => verified?,
            None => self.tokens.verify(credentials).await?,
        };
        if self.revoked.has(&session, self.memory.now()) {
            return Err(AuthError::SessionRevoked);
        }
        let user = self.ensure(&session).await?;
        Ok(Authenticated { user, session })
    }

    /// Takes in an event. It is committed, and known here, when this returns.
    ///
    /// Needs a tokio runtime, on which the event is taken in even when the caller is gone.
    ///
    /// # Errors
    ///
    /// [`DirectoryError`] when it could not be taken in: let it be delivered again.
    pub async fn deliver(&self, event: LifecycleEvent) -> Result<Applied, DirectoryError> {
        let Some(inbox) = &self.inbox else {
            return Err(DirectoryError::new("nothing here takes events in"));
        };
        let informed = Informed {
            memory: Arc::clone(&self.memory),
            revoked: Arc::clone(&self.revoked),
            settings: self.settings.policy,
        };
        inbox.deliver(event, informed).await
    }

    /// Asks the database which sessions have been revoked at other servers since the last time; all of them at first.
    pub async fn refresh_revoked(&self) -> Result<(), DirectoryError> {
        match &self.inbox {
            Some(inbox) => self.revoked.refresh(inbox.lifecycle(), self.memory.now()).await,
            None => Ok(()),
        }
    }

    /// Does [`refresh_revoked`](Self::refresh_revoked) every second, and now and then forgets what is of no use any
    /// more. Never ends.
    pub async fn keep_current(self: Arc<Self>) {
        const LOOK: Duration = Duration::from_secs(1);
        const LOOKS_UNTIL_SWEEP: u32 = 600;
        let mut looks = 0;
        loop {
            tokio::time::sleep(LOOK).await;
            let mut done = self.refresh_revoked().await;
            looks += 1;
            if looks % LOOKS_UNTIL_SWEEP == 0
                && let (Some(inbox), Ok(())) = (&self.inbox, &done)
            {
                done = inbox.lifecycle().sweep().await;
            }
            if let Err(error) = done {
                // Requests find out, and tell; this goes on when the database is back.
                tracing::debug!(%error, "revoked sessions could not be looked at");
            }
        }
    }

    /// The user of a verified session; created when missing, if the policy says so.
    ///
    /// In memory: under a microsecond. Concurrent misses for one subject share one read.
    pub async fn ensure(&self, session: &VerifiedSession) -> Result<UserId, ResolveError> {
        let subject = &session.subject;
        if let Some(answer) = self.memory.get(subject) {
            return active(answer);
        }
        match self.memory.join(subject).await {
            Ok(answer) => active(answer),
            Err(guard) => {
                let asked_at = self.memory.now();
                let answer = self.load(session).await;
                // Fails if the subject was forgotten meanwhile; then the answer is good for
                // those who waited and for nobody else, which is what forgetting means.
                let _ = guard.insert(self.memory.entry(answer.clone(), asked_at));
                active(answer)
            }
        }
    }

    /// The user of a subject, or `None` when nobody has it. Never creates, never links.
    pub async fn find(&self, subject: &Subject) -> Result<Option<UserState>, ResolveError> {
        if let Some(Ok(state)) = self.memory.get(subject) {
            return Ok(Some(state));
        }
        match self.directory.lookup(subject).await.map_err(ResolveError::Directory)? {
            Lookup::Conflict(conflict) => Err(ResolveError::Conflict(conflict)),
            lookup => Ok(lookup.user()),
        }
    }

    /// The active user whom somebody outside named.
    ///
    /// # Errors
    ///
    /// [`ResolveError::Unknown`] also for a deactivated user and for a subject that
    /// cannot be attributed: a caller learns nothing about other people's troubles.
    pub async fn resolve_ref(&self, reference: &UserRef) -> Result<UserId, ResolveError> {
        let found = self.locate(reference).await?;
        found.filter(|user| user.active).map(|user| user.id).ok_or(ResolveError::Unknown)
    }

    /// The user whom somebody outside named, active or not; `None` for nobody, and for a
    /// subject that cannot be attributed.
    pub async fn locate(&self, reference: &UserRef) -> Result<Option<UserState>, ResolveError> {
        match reference {
            UserRef::Number(number) => {
                let users = self.directory.users(&[*number]).await.map_err(ResolveError::Directory)?;
                Ok(users.into_iter().next().flatten())
            }
            UserRef::Clerk(id) => {
                let subject = Subject { issuer: self.primary.clone(), id: id.clone() };
                match self.find(&subject).await {
                    Err(ResolveError::Conflict(_)) => Ok(None),
                    found => found,
                }
            }
        }
    }

    /// The users of many Clerk ids of the primary instance, in the order asked.
    pub async fn resolve_many(&self, ids: &[ClerkUserId]) -> Result<Vec<Option<UserId>>, DirectoryError> {
        let subject = |id: &ClerkUserId| Subject { issuer: self.primary.clone(), id: id.clone() };
        let subjects: Vec<Subject> = ids.iter().map(subject).collect();
        let lookups = self.directory.lookup_many(&subjects).await?;
        Ok(lookups.iter().map(|lookup| lookup.user().map(|user| user.id)).collect())
    }

    /// The subjects of many users.
    pub async fn subjects_of(&self, users: &[UserId]) -> Result<HashMap<UserId, Vec<Subject>>, DirectoryError> {
        self.directory.subjects_of(users).await
    }

    /// Forgets what memory holds for a subject. A read that is under way, in the background too, is not remembered either.
    pub fn forget(&self, subject: &Subject) {
        self.memory.forget(subject);
    }

    /// Forgets everything, after a change whose subjects are not known.
    pub fn forget_all(&self) {
        self.memory.forget_all();
    }

    async fn load(&self, session: &VerifiedSession) -> Result<UserState, ResolveError> {
        let subject = &session.subject;
        let seen = self.directory.lookup(subject).await.map_err(ResolveError::Directory)?;
        let nobody = match seen {
            Lookup::Linked(state) => return Ok(state),
            Lookup::Tombstoned => return Err(ResolveError::Revoked),
            // The policy decides these without Clerk, and writes down that it did.
            Lookup::Carried(_) | Lookup::Conflict(_) => false,
            Lookup::Unknown => true,
        };
        let claimed = person_from_claims(subject, &session.claims);
        let known = match (claimed, &self.clerk) {
            (Some(person), _) => Some(person),
            // Nothing in the database settles it, so the question is asked before the locks are taken.
            (None, Some(clerk)) if nobody => Some(ask(clerk.as_ref(), subject).await?),
            (None, _) => None,
        };
        let person = match (&known, &self.clerk) {
            (Some(person), _) => Person::Known(person),
            (None, Some(_)) => Person::NotAsked,
            (None, None) => Person::NoSource,
        };
        match (self.provision(session, person).await?, &self.clerk) {
            // The row that carried the subject is gone since.
            (Provisioned::AskClerk, Some(clerk)) => {
                let person = ask(clerk.as_ref(), subject).await?;
                outcome(subject, self.provision(session, Person::Known(&person)).await?)
            }
            (settled, _) => outcome(subject, settled),
        }
    }

    async fn provision(&self, session: &VerifiedSession, person: Person<'_>) -> Result<Provisioned, ResolveError> {
        let request = Provision {
            subject: &session.subject,
            person,
            actor: session.actor.as_deref(),
            settings: &self.settings.policy,
        };
        self.directory.provision(request).await.map_err(ResolveError::Directory)
    }
}

async fn ask(clerk: &dyn ClerkUsers, subject: &Subject) -> Result<ClerkUser, ResolveError> {
    clerk.user(subject).await.map_err(|error| match &error {
        ClerkUsersError::Gone => ResolveError::Revoked,
        ClerkUsersError::Unavailable { retry_after, .. } => {
            ResolveError::Clerk { retry_after: *retry_after, source: error }
        }
    })
}

fn active(answer: Result<UserState, ResolveError>) -> Result<UserId, ResolveError> {
    let state = answer?;
    if state.active { Ok(state.id) } else { Err(ResolveError::Deactivated) }
}

fn outcome(subject: &Subject, provisioned: Provisioned) -> Result<UserState, ResolveError> {
    match provisioned {
        Provisioned::User { user, created } => {
            tracing::info!(user.id = %user.id, created, "linked {} to user {}", subject.id, user.id);
            Ok(user)
        }
        Provisioned::Refused(refusal) => {
            tracing::warn!(?refusal, "refused {}", subject.id);
            Err(refusal.into())
        }
        // A directory that has been told about the person and asks again would ask for ever.
        Provisioned::AskClerk => Err(ResolveError::NotProvisioned),
    }
}

#[cfg(test)]
mod tests;
