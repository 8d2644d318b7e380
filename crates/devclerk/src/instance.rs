//! The state of the instance, and all that can be done to it.
//!
//! Every change goes through here, whether it came over HTTP or from the same
//! process, so that uniqueness, times, sessions and events are right in one place.

pub(crate) mod filter;
pub(crate) mod session;
pub(crate) mod snapshot;
pub(crate) mod user;
pub(crate) mod users;

use std::sync::Arc;

use orientor_identity::ClerkUserId;

use self::{
    session::{Session, SessionEnd, SessionStatus, Sessions},
    user::{EmailAddress, Identifier, User},
    users::Users,
};
use crate::{
    ids::new_id,
    keys::{KeyFault, KeyRing},
    refused::Refused,
    settings::{Contact, NewUser, Standing},
    webhook::{EventData, Outbox},
};

/// How long a lock lasts, as shown; it never runs out here.
const LOCKOUT_SECONDS: i64 = 3600;

/// One Clerk instance.
pub(crate) struct Instance {
    pub(crate) id: String,
    pub(crate) keys: KeyRing,
    pub(crate) users: Users,
    sessions: Sessions,
    outbox: Outbox,
}

impl Instance {
    /// An instance without users and with a new key, which takes a moment to make.
    pub(crate) fn generate() -> Result<Self, KeyFault> {
        let id = new_id("ins_");
        let keys = KeyRing::generate(&id)?;
        Ok(Self { id, keys, users: Users::default(), sessions: Sessions::default(), outbox: Outbox::default() })
    }

    /// Events go here from now on.
    pub(crate) fn set_outbox(&mut self, outbox: Outbox) {
        self.outbox = outbox;
    }

    pub(crate) fn user(&self, id: &ClerkUserId) -> Result<&Arc<User>, Refused> {
        self.users.get(id).ok_or(Refused::NotFound("user"))
    }

    /// The one user to whom an e-mail address leads; primary addresses first.
    pub(crate) fn user_by_email(&self, address: &str) -> Result<&Arc<User>, Refused> {
        let holders = self.users.holders(&Identifier::email(address));
        let users = || holders.iter().filter_map(|id| self.users.get(id));
        let is_primary = |user: &&Arc<User>| {
            user.primary_email().is_some_and(|email| email.email_address.eq_ignore_ascii_case(address))
        };
        users().find(is_primary).or_else(|| users().next()).ok_or(Refused::NotFound("user"))
    }

    /// Puts the initial users in, but for those whom the instance knew before, by id or
    /// by what leads to them. No events.
    pub(crate) fn seed(&mut self, all: Vec<NewUser>, now_ms: i64) -> Result<(), Refused> {
        let is_new = self.users.by_position().is_empty();
        let users = all.into_iter().map(|new| User::new(new, now_ms)).collect::<Result<Vec<_>, _>>()?;
        let is_known = |user: &User| {
            let identifiers = user.identifiers();
            self.users.get(&user.id).is_some()
                || identifiers.iter().any(|(identifier, _)| !self.users.holders(identifier).is_empty())
                // Nothing tells whether somebody without a trace was there before.
                || (identifiers.is_empty() && !is_new)
        };
        let unknown: Vec<_> = users.into_iter().filter(|user| !is_known(user)).collect();
        unknown.into_iter().try_for_each(|user| self.users.put(Arc::new(user)))
    }

    pub(crate) fn add_user(&mut self, user: User) -> Result<Arc<User>, Refused> {
        if self.users.get(&user.id).is_some() {
            return Err(Refused::Taken("id"));
        }
        let user = Arc::new(user);
        self.users.put(user.clone())?;
        self.outbox.push("user.created", EventData::User(user.clone()));
        Ok(user)
    }

    /// Changes a user. Nothing happens, and no event is sent, if the change changes nothing.
    pub(crate) fn change_user<E: From<Refused>>(
        &mut self,
        id: &ClerkUserId,
        now_ms: i64,
        change: impl FnOnce(&mut User) -> Result<(), E>,
    ) -> Result<Arc<User>, E> {
        let old = self.user(id)?.clone();
        let mut user = User::clone(&old);
        change(&mut user)?;
        if user == *old {
            return Ok(old);
        }
        // Two changes within a millisecond must still be told apart: consumers order by this.
        user.updated_at = now_ms.max(old.updated_at + 1);
        let user = Arc::new(user);
        self.users.put(user.clone())?;
        self.outbox.push("user.updated", EventData::User(user.clone()));
        Ok(user)
    }

    /// Takes all addresses away and puts one in their place.
    pub(crate) fn replace_email(
        &mut self,
        id: &ClerkUserId,
        now_ms: i64,
        address: String,
    ) -> Result<Arc<User>, Refused> {
        self.change_user(id, now_ms, |user| {
            let email = EmailAddress::new(Contact::new(address, Standing::ByAdmin), now_ms)?;
            user.primary_email_address_id = Some(email.id.clone());
            user.email_addresses = vec![email];
            Ok(())
        })
    }

    /// Deletes a user and their sessions. As far as is known, Clerk sends no session events then.
    pub(crate) fn delete_user(&mut self, id: &ClerkUserId) -> Result<(), Refused> {
        let user = self.users.remove(id).ok_or(Refused::NotFound("user"))?;
        self.sessions.remove_all_of(id);
        self.outbox.push("user.deleted", EventData::deleted(&user));
        Ok(())
    }

    pub(crate) fn set_banned(&mut self, id: &ClerkUserId, now_ms: i64, banned: bool) -> Result<Arc<User>, Refused> {
        let user = self.change_user(id, now_ms, |user| {
            user.banned = banned;
            Ok::<(), Refused>(())
        })?;
        if banned {
            self.revoke_sessions(id, now_ms);
        }
        Ok(user)
    }

    pub(crate) fn set_locked(&mut self, id: &ClerkUserId, now_ms: i64, locked: bool) -> Result<Arc<User>, Refused> {
        self.change_user(id, now_ms, |user| {
            user.locked = locked;
            user.lockout_expires_in_seconds = locked.then_some(LOCKOUT_SECONDS);
            Ok(())
        })
    }

    pub(crate) fn revoke_sessions(&mut self, id: &ClerkUserId, now_ms: i64) {
        let active: Vec<_> =
            self.sessions.of_user(id).filter(|session| session.is_active()).map(|session| session.id.clone()).collect();
        for session in active {
            // It was listed a moment ago, under the same lock.
            self.end_session(&session, SessionEnd::Revoked, now_ms).ok();
        }
    }

    pub(crate) fn session(&self, id: &str, now_ms: i64) -> Result<Session, Refused> {
        self.sessions.get(id).map(|session| session.clone().at(now_ms)).ok_or(Refused::NotFound("session"))
    }

    /// Signs a user in.
    pub(crate) fn start_session(&mut self, id: &ClerkUserId, now_ms: i64) -> Result<Session, Refused> {
        let user = self.user(id)?;
        if user.banned {
            return Err(Refused::Banned);
        }
        if user.locked {
            return Err(Refused::Locked);
        }
        let mut user = User::clone(user);
        user.last_sign_in_at = Some(now_ms);
        user.last_active_at = Some(now_ms - now_ms.rem_euclid(24 * 60 * 60 * 1000));
        let user = Arc::new(user);
        self.users.put(user.clone())?;
        let session = Session::new(id.clone(), now_ms);
        self.sessions.put(session.clone());
        self.outbox.push("session.created", EventData::session(session.clone(), user));
        Ok(session)
    }

    /// The newest active session of a user, or a new one.
    pub(crate) fn any_session(&mut self, id: &ClerkUserId, now_ms: i64) -> Result<Session, Refused> {
        let newest = self.sessions.of_user(id).rev().map(|session| session.clone().at(now_ms)).find(Session::is_active);
        match newest {
            Some(session) => Ok(session),
            None => self.start_session(id, now_ms),
        }
    }

    /// Ends a session; one that is over stays as it is.
    pub(crate) fn end_session(&mut self, id: &str, end: SessionEnd, now_ms: i64) -> Result<Session, Refused> {
        let mut session = self.session(id, now_ms)?;
        if session.is_active() {
            session.status = end.status();
            session.updated_at = now_ms;
            self.sessions.put(session.clone());
            let user = self.user(&session.user_id)?.clone();
            self.outbox.push(end.event(), EventData::session(session.clone(), user));
        }
        Ok(session)
    }

    /// The session and its user, if it may have a token now.
    pub(crate) fn token_subject(&self, session_id: &str, now_ms: i64) -> Result<(Session, Arc<User>), Refused> {
        let session = self.session(session_id, now_ms)?;
        let user = self.user(&session.user_id)?.clone();
        match session.status {
            SessionStatus::Active if user.banned => Err(Refused::Banned),
            SessionStatus::Active => Ok((session, user)),
            _ => Err(Refused::SessionEnded),
        }
    }
}

/// Lays `patch` over `target`: objects are merged, null removes, all else replaces.
pub(crate) fn merge_metadata(target: &mut serde_json::Value, patch: serde_json::Value) {
    use serde_json::Value;
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(members) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            members.remove(&name);
        } else {
            merge_metadata(members.entry(name).or_insert(Value::Null), value);
        }
    }
}
