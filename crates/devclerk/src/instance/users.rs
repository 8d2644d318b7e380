//! All users, in the order in which they joined, with an index of what leads to them.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use orientor_identity::ClerkUserId;

use super::user::{Identifier, User};
use crate::refused::{FieldFault, Refused};

/// Where a user stands in the list. The second part parts users of the same
/// millisecond in the order in which they were added, so that a user who is added
/// later never slips in before a page that has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Position {
    created_at: i64,
    sequence: u64,
}

/// All users.
#[derive(Default)]
pub(crate) struct Users {
    by_position: BTreeMap<Position, Arc<User>>,
    positions: HashMap<ClerkUserId, Position>,
    holders: HashMap<Identifier, Vec<ClerkUserId>>,
    next_sequence: u64,
}

impl Users {
    pub(crate) fn get(&self, id: &ClerkUserId) -> Option<&Arc<User>> {
        self.by_position.get(self.positions.get(id)?)
    }

    pub(crate) fn position(&self, id: &ClerkUserId) -> Option<Position> {
        self.positions.get(id).copied()
    }

    /// Everybody, oldest first.
    pub(crate) fn by_position(&self) -> &BTreeMap<Position, Arc<User>> {
        &self.by_position
    }

    /// Those to whom the identifier leads.
    pub(crate) fn holders(&self, identifier: &Identifier) -> &[ClerkUserId] {
        self.holders.get(identifier).map_or(&[], Vec::as_slice)
    }

    /// Adds a user, or puts a changed one in the place of the old.
    ///
    /// Refuses identifiers that somebody else has claimed, and leaves all as it was.
    pub(crate) fn put(&mut self, user: Arc<User>) -> Result<(), Refused> {
        self.check(&user)?;
        self.remove_from_index(&user.id);
        let place = self.positions.get(&user.id).filter(|place| place.created_at == user.created_at).copied();
        let position = place.unwrap_or_else(|| {
            self.next_sequence += 1;
            Position { created_at: user.created_at, sequence: self.next_sequence }
        });
        if let Some(old) = self.positions.insert(user.id.clone(), position) {
            self.by_position.remove(&old);
        }
        for (identifier, _) in user.identifiers() {
            self.holders.entry(identifier).or_default().push(user.id.clone());
        }
        self.by_position.insert(position, user);
        Ok(())
    }

    pub(crate) fn remove(&mut self, id: &ClerkUserId) -> Option<Arc<User>> {
        self.remove_from_index(id);
        let position = self.positions.remove(id)?;
        self.by_position.remove(&position)
    }

    /// Whether the user may have what leads to them.
    fn check(&self, user: &User) -> Result<(), Refused> {
        let identifiers = user.identifiers();
        for (at, (identifier, claimed)) in identifiers.iter().enumerate() {
            if identifiers.iter().take(at).any(|(earlier, _)| earlier == identifier) {
                return Err(Refused::field(FieldFault::Duplicate, identifier.field()));
            }
            if *claimed && self.holders(identifier).iter().any(|holder| self.is_claimed(holder, identifier, user)) {
                return Err(Refused::Taken(identifier.field()));
            }
        }
        Ok(())
    }

    fn is_claimed(&self, holder: &ClerkUserId, identifier: &Identifier, by_other_than: &User) -> bool {
        *holder != by_other_than.id
            && self
                .get(holder)
                .is_some_and(|user| user.identifiers().iter().any(|(theirs, claimed)| *claimed && theirs == identifier))
    }

    fn remove_from_index(&mut self, id: &ClerkUserId) {
        let identifiers = self.get(id).map(|user| user.identifiers()).unwrap_or_default();
        for (identifier, _) in identifiers {
            if let Some(holders) = self.holders.get_mut(&identifier) {
                holders.retain(|holder| holder != id);
                if holders.is_empty() {
                    self.holders.remove(&identifier);
                }
            }
        }
    }
}
