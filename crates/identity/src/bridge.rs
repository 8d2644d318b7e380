//! The way from a verified subject to the application's own user id.

mod error;
mod generations;
mod inbox;
mod memory;
mod revoked;
mod settings;
mod watch;

use std::{collections::HashMap, fmt, sync::Arc, time::Duration};

use tokio::task::JoinHandle;

pub use self::{
    error::{AuthError, ResolveError},
    settings::{BridgeReport, BridgeSettings, Resolved},
    watch::{ChangeSource, Moment, Watch},
};
use self::{
    inbox::Inbox,
    memory::{Answer, Memory, Refusal as Remembered, Turn},
    revoked::Revoked,
};
use crate::{
    ClerkUser, ClerkUserId, ClerkUsers, ClerkUsersError, Clock, Credentials, Directory, DirectoryError, Issuer,
    Lifecycle, Lookup, Subject, SystemClock, UserId, UserRef, UserState, VerifiedSession, VerifyToken,
    directory::{Provision, Provisioned, person_from_claims},
    policy::Person,
};

/// How long a request waits for the database that has an older answer to fall back on.
const PATIENCE: Duration = Duration::from_secs(1);

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
    teller: Option<Teller>,
}

/// The task that hears of changes; it ends with the bridge.
struct Teller(JoinHandle<()>);

impl Drop for Teller {
    fn drop(&mut self) {
        self.0.abort();
    }
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
        let memory = Memory::new(Arc::new(SystemClock), &settings);
        let (inbox, revoked) = (None, Arc::default());
        Self { tokens, directory, clerk: None, primary, settings, memory, inbox, revoked, teller: None }
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

    /// Takes the time from `clock`. To be called before [`watching`](Self::watching).
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.memory = Memory::new(clock, &self.settings);
        self.teller = None;
        self
    }

    /// Hears of changes from `source`, and lets memory answer until something changes.
    ///
    /// To be called in a tokio runtime with timers. Until the source has begun, every request reads the directory.
    #[must_use]
    pub fn watching(mut self, source: impl ChangeSource + 'static) -> Self {
        let watch = Watch::of(Arc::clone(&self.memory));
        self.teller = Some(Teller(tokio::spawn(async move { source.tell(&watch).await })));
        self
    }

    /// The instance that bare Clerk ids belong to.
    pub fn primary_issuer(&self) -> &Issuer {
        &self.primary
    }

    /// Who is calling: verifies, then resolves, creating the user at first sight where the policy says so.
    pub async fn authenticate(&self, credentials: &Credentials<'_>) -> Result<Authenticated, AuthError> {
        let session = self.verify(credentials).await?;
        let user = self.ensure(&session).await?;
        Ok(Authenticated { user, session })
    }

    /// The same, for a caller who would rather have an answer that is [a little old](BridgeSettings::stale_for) than none
    /// when the database does not answer; see [`ensure_or_stale`](Self::ensure_or_stale).
    pub async fn authenticate_or_stale(&self, credentials: &Credentials<'_>) -> Result<Authenticated, AuthError> {
        let session = self.verify(credentials).await?;
        let user = self.ensure_or_stale(&session).await?.user;
        Ok(Authenticated { user, session })
    }

    async fn verify(&self, credentials: &Credentials<'_>) -> Result<Arc<VerifiedSession>, AuthError> {
        let session = match self.tokens.verify_now(credentials) {
            Some(verified) => verified?,
            None => self.tokens.verify(credentials).await?,
        };
        if self.revoked.has(&session, self.memory.now()) { Err(AuthError::SessionRevoked) } else { Ok(session) }
    }

    /// The user of a verified session; created when missing, if the policy says so.
    ///
    /// In memory: under a microsecond. Concurrent misses for one subject share one read.
    pub async fn ensure(&self, session: &VerifiedSession) -> Result<UserId, ResolveError> {
        match self.memory.get(&session.subject) {
            Some(state) => active(Ok(state)),
            None => active(self.look(session).await),
        }
    }

    /// The same, for a caller who would rather have an answer that is [a little old](BridgeSettings::stale_for) than none
    /// when the database does not answer.
    ///
    /// Needs a tokio runtime with timers.
    pub async fn ensure_or_stale(&self, session: &VerifiedSession) -> Result<Resolved, ResolveError> {
        let fresh = |answer| active(answer).map(|user| Resolved { user, is_stale: false });
        if let Some(state) = self.memory.get(&session.subject) {
            return fresh(Ok(state));
        }
        if self.memory.stale(&session.subject).is_none() {
            return fresh(self.look(session).await);
        }
        if !self.memory.is_away() {
            match tokio::time::timeout(PATIENCE, self.look(session)).await {
                Ok(Err(ResolveError::Directory(_))) => {}
                Ok(answer) => return fresh(answer),
                Err(_) => self.memory.note_answer(false),
            }
        }
        // Once more, because it may have changed meanwhile.
        match self.memory.stale(&session.subject) {
            Some(state) => {
                self.memory.count_stale_answer();
                active(Ok(state)).map(|user| Resolved { user, is_stale: true })
            }
            None => fresh(self.look(session).await),
        }
    }

    /// Asks the directory, or waits for somebody who does.
    async fn look(&self, session: &VerifiedSession) -> Answer {
        let subject = &session.subject;
        let arrived = self.memory.arrive();
        match self.memory.join(subject, arrived).await {
            Turn::Answered(answer) => answer,
            Turn::Look(looking, refused) => {
                let begun = self.memory.begin_look();
                let (answer, refused) = self.load(session, refused).await;
                self.memory.note_answer(!matches!(answer, Err(ResolveError::Directory(_))));
                self.memory.remember(looking, subject, begun, &answer, refused);
                answer
            }
        }
    }

    /// The user of a subject, or `None` when nobody has it. Never creates, never links.
    pub async fn find(&self, subject: &Subject) -> Result<Option<UserState>, ResolveError> {
        if let Some(state) = self.memory.get(subject) {
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

    /// Forgets what memory holds for a subject. A read that is under way is not remembered either.
    pub fn forget(&self, subject: &Subject) {
        self.memory.forget(subject);
    }

    /// Likewise for every subject of a user.
    pub fn forget_user(&self, user: UserId) {
        self.memory.forget_user(user);
    }

    /// Forgets everything, after a change whose subjects are not known.
    pub fn forget_all(&self) {
        self.memory.forget_all();
    }

    /// What it has seen.
    pub fn report(&self) -> BridgeReport {
        self.memory.report()
    }

    /// Looks, and asks the policy where looking settles nothing, unless that was `refused` already; then the
    /// refusal comes back beside the answer.
    async fn load(&self, session: &VerifiedSession, refused: Option<Remembered>) -> (Answer, Option<Remembered>) {
        let seen = match self.directory.lookup(&session.subject).await {
            Ok(Lookup::Linked(state)) => return (Ok(state), None),
            Ok(Lookup::Tombstoned) => return (Err(ResolveError::Revoked), None),
            Ok(seen) => seen,
            Err(error) => return (Err(ResolveError::Directory(error)), None),
        };
        match refused {
            Some(refused) => (Err(refused.error.clone()), Some(refused)),
            None => (self.decide(session, &seen).await, None),
        }
    }

    async fn decide(&self, session: &VerifiedSession, seen: &Lookup) -> Answer {
        let subject = &session.subject;
        // The policy decides about rows and conflicts without Clerk, and writes down that it did.
        let nobody = matches!(seen, Lookup::Unknown);
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
