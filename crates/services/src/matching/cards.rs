//! What peers may see of each other, kept beside the index.
//!
//! A card may be answered for as long as the log of changes has not named its user. The log is read before each ranking,
//! so that a card from here is as current as the ranking that asks for it.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use orientor_identity::UserId;
use orientor_store::{
    Database, StoreError,
    queries::peers::{self, Card},
};

/// Cards kept at most, about 500 bytes each.
const KEPT: usize = 20_000;

/// Cards by user. Bounded; the one world that has them forgets those whose users change.
#[derive(Debug, Default)]
pub(super) struct Cards(RwLock<Kept>);

#[derive(Debug, Default)]
struct Kept {
    cards: HashMap<i64, Arc<Card>>,
    /// Goes up with each forgetting. What was read before one may be older than what it forgot.
    forgotten: u64,
}

impl Cards {
    /// The cards of `users`; those who are not in memory are read, and remembered.
    pub(super) async fn get(
        &self,
        database: &Database,
        users: &[UserId],
    ) -> Result<HashMap<UserId, Arc<Card>>, StoreError> {
        let (mut found, forgotten) = {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            let known = |user: &UserId| Some((*user, Arc::clone(kept.cards.get(&user.get())?)));
            (users.iter().filter_map(known).collect::<HashMap<_, _>>(), kept.forgotten)
        };
        let missing: Vec<UserId> = users.iter().copied().filter(|user| !found.contains_key(user)).collect();
        if missing.is_empty() {
            return Ok(found);
        }
        let read: Vec<Arc<Card>> = peers::cards(database, &missing).await?.into_iter().map(Arc::new).collect();
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.forgotten == forgotten {
            if kept.cards.len() + read.len() > KEPT {
                kept.cards.clear();
            }
            kept.cards.extend(read.iter().map(|card| (card.user_id.get(), Arc::clone(card))));
        }
        found.extend(read.into_iter().map(|card| (card.user_id, card)));
        Ok(found)
    }

    /// Lets go of the cards of `users`, and of what is being read at this moment.
    pub(super) fn forget(&self, users: &[i64]) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.forgotten += 1;
        for user in users {
            kept.cards.remove(user);
        }
    }
}
