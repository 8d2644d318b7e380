//! Sessions that are over although tokens of them are still about.

use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use crate::{DirectoryError, Issuer, Lifecycle, RevokedSession, VerifiedSession};

/// How much further back than the last look the next one reaches: a transaction may commit as long after the time
/// that stands in its rows.
const OVERLAP: Duration = Duration::from_mins(1);
/// How often sessions are dropped whose last token has expired.
const PRUNE: Duration = Duration::from_mins(5);

/// The sessions whose tokens are refused: what the database said when it was last asked, and what has been told here.
///
/// A request asks with each token, so the answer is in memory: a lock for reading and one hash, and while there is no
/// such session not even these.
#[derive(Debug, Default)]
pub(super) struct Revoked {
    sessions: RwLock<HashMap<Box<str>, (Issuer, u64)>>,
    any: AtomicBool,
    looked: Mutex<Looked>,
}

#[derive(Debug, Default)]
struct Looked {
    /// Begin of the last look that succeeded.
    at: Option<Instant>,
    pruned: Option<Instant>,
}

impl Revoked {
    /// * `now`, since the epoch.
    pub(super) fn has(&self, session: &VerifiedSession, now: Duration) -> bool {
        if !self.any.load(Ordering::Acquire) {
            return false;
        }
        let sessions = self.sessions.read().unwrap_or_else(PoisonError::into_inner);
        sessions
            .get(&session.session_id)
            .is_some_and(|(issuer, until)| *issuer == session.subject.issuer && now.as_secs() < *until)
    }

    pub(super) fn add(&self, revoked: impl IntoIterator<Item = RevokedSession>) {
        let mut sessions = self.sessions.write().unwrap_or_else(PoisonError::into_inner);
        for RevokedSession { issuer, session, until } in revoked {
            let entry = sessions.entry(session).or_insert((issuer, until));
            entry.1 = entry.1.max(until);
        }
        self.any.store(!sessions.is_empty(), Ordering::Release);
    }

    /// Asks for what has changed since the last time, or for everything at first.
    pub(super) async fn refresh(&self, lifecycle: &dyn Lifecycle, now: Duration) -> Result<(), DirectoryError> {
        let began = Instant::now();
        let last = self.looked().at;
        let seconds = last.map(|last| (began.duration_since(last) + OVERLAP).as_secs());
        let revoked = lifecycle.revoked_sessions(seconds.map(|it| u32::try_from(it).unwrap_or(u32::MAX))).await?;
        if !revoked.is_empty() {
            self.add(revoked);
        }
        let mut looked = self.looked();
        looked.at = Some(began);
        if looked.pruned.is_none_or(|last| began.duration_since(last) >= PRUNE) {
            looked.pruned = Some(began);
            drop(looked);
            let mut sessions = self.sessions.write().unwrap_or_else(PoisonError::into_inner);
            sessions.retain(|_, (_, until)| now.as_secs() < *until);
            self.any.store(!sessions.is_empty(), Ordering::Release);
        }
        Ok(())
    }

    fn looked(&self) -> std::sync::MutexGuard<'_, Looked> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonClaims, Subject};

    fn issuer(text: &str) -> Issuer {
        text.parse().unwrap()
    }

    fn session(issuer: Issuer, id: &str) -> VerifiedSession {
        let subject = Subject { issuer, id: "user_1".parse().unwrap() };
        let claims = PersonClaims::default();
        VerifiedSession { subject, session_id: id.into(), expires_at: u64::MAX, issued_at: None, actor: None, claims }
    }

    #[test]
    fn a_session_is_refused_until_its_time_is_over_and_at_its_instance_only() {
        let (ours, other) = (issuer("https://clerk.example.com"), issuer("https://clerk.example.org"));
        let revoked = Revoked::default();
        let has = |session: &VerifiedSession, now| revoked.has(session, Duration::from_secs(now));
        assert!(!has(&session(ours.clone(), "sess_1"), 0));

        revoked.add([RevokedSession { issuer: ours.clone(), session: "sess_1".into(), until: 100 }]);
        // An older word does not shorten it.
        revoked.add([RevokedSession { issuer: ours.clone(), session: "sess_1".into(), until: 50 }]);

        assert!(has(&session(ours.clone(), "sess_1"), 99));
        assert!(!has(&session(ours.clone(), "sess_1"), 100));
        assert!(!has(&session(ours, "sess_2"), 0));
        assert!(!has(&session(other, "sess_1"), 0));
    }
}
