//! Who fits whom, and who may know.

use std::{collections::HashMap, sync::Arc};

use orientor_domain::{
    peers::{Compatibility, Explanation, explain},
    profile::display_name,
};
use orientor_identity::UserId;
use orientor_store::{Database, queries};

pub use orientor_domain::peers::Language;
pub use orientor_store::queries::peers::{Block, Card};

use crate::{ServiceError, matching::Matching};

/// How many suggestions a refresh stores.
const STORED: usize = 20;

/// A peer, how well they fit, and why.
#[derive(Clone, Debug)]
pub struct Match {
    /// What the asking user may see of them.
    pub card: Card,
    /// The name to show, if there is one.
    pub name: Option<String>,
    /// Score and components.
    pub compatibility: Compatibility,
    /// The reasons, in words.
    pub explanation: Explanation,
}

/// A stored suggestion, still true to the rules.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// What the asking user may see of them.
    pub card: Card,
    /// The name to show, if there is one.
    pub name: Option<String>,
    /// As stored.
    pub similarity: f64,
}

/// The best `limit` peers for `me`, computed now.
pub async fn compatible(
    matching: &Matching,
    me: UserId,
    limit: usize,
    language: Language,
) -> Result<Vec<Match>, ServiceError> {
    let ranking = matching.best(me, limit).await?;
    let mut cards = ranking.cards(matching.database()).await?;
    let matches = ranking.peers.into_iter().filter_map(|peer| {
        // Somebody who was deleted since the ranking has no card, and is no peer.
        let card = Arc::unwrap_or_clone(cards.remove(&peer.user)?);
        let explanation = explain(&ranking.mine, &peer.inputs, language);
        Some(Match { name: name_of(&card), card, compatibility: peer.ranked.compatibility, explanation })
    });
    Ok(matches.collect())
}

/// The stored suggestions of `me`; computed and stored first when there are none.
pub async fn suggested(matching: &Matching, me: UserId, limit: u16) -> Result<Vec<Suggested>, ServiceError> {
    let database = matching.database();
    let mut stored = queries::peers::suggestions(database, me, limit).await?;
    if stored.is_empty() && refresh(matching, me).await? > 0 {
        stored = queries::peers::suggestions(database, me, limit).await?;
    }
    let users: Vec<UserId> = stored.iter().map(|suggestion| suggestion.user_id).collect();
    let mut cards = cards_by_user(database, &users).await?;
    let suggested = stored.into_iter().filter_map(|suggestion| {
        let card = cards.remove(&suggestion.user_id)?;
        Some(Suggested { name: name_of(&card), card, similarity: suggestion.similarity.unwrap_or_default() })
    });
    Ok(suggested.collect())
}

/// Computes the suggestions of `me` anew and puts them in the place of the old ones; says how many there are.
pub async fn refresh(matching: &Matching, me: UserId) -> Result<usize, ServiceError> {
    let best = matching.best(me, STORED).await?;
    let peers: Vec<(UserId, f64)> =
        best.peers.iter().map(|peer| (peer.user, peer.ranked.compatibility.compatibility)).collect();
    queries::peers::replace_suggestions(matching.database(), me, &peers).await?;
    Ok(peers.len())
}

/// Whether others find `me`.
pub async fn is_discoverable(database: &Database, me: UserId) -> Result<bool, ServiceError> {
    Ok(queries::peers::is_discoverable(database, me).await?)
}

/// Shows `me` to others, or hides them. Holds at once.
pub async fn set_discoverable(database: &Database, me: UserId, discoverable: bool) -> Result<(), ServiceError> {
    Ok(queries::peers::set_discoverable(database, me, discoverable).await?)
}

/// `me` and `other` no longer meet, in peers and in messages. Holds at once.
pub async fn block(database: &Database, me: UserId, other: UserId) -> Result<(), ServiceError> {
    if me == other {
        return Err(ServiceError::Yourself);
    }
    Ok(queries::peers::block(database, me, other).await?)
}

/// Takes a block back.
///
/// # Errors
///
/// [`ServiceError::Missing`] if there was none.
pub async fn unblock(database: &Database, me: UserId, other: UserId) -> Result<(), ServiceError> {
    if queries::peers::unblock(database, me, other).await? { Ok(()) } else { Err(ServiceError::Missing) }
}

/// A page of the people whom `me` has blocked, with their names, behind the user number `after`.
pub async fn blocks(
    database: &Database,
    me: UserId,
    after: i64,
    limit: u16,
) -> Result<Vec<(Block, Option<String>)>, ServiceError> {
    let blocks = queries::peers::blocks(database, me, after, limit).await?;
    let users: Vec<UserId> = blocks.iter().map(|block| block.user_id).collect();
    let mut names = display_names(database, &users).await?;
    Ok(blocks.into_iter().map(|block| (block.clone(), names.remove(&block.user_id).flatten())).collect())
}

/// What users are called.
pub(crate) async fn display_names(
    database: &Database,
    users: &[UserId],
) -> Result<HashMap<UserId, Option<String>>, ServiceError> {
    let cards = cards_by_user(database, users).await?;
    Ok(cards.iter().map(|(user, card)| (*user, name_of(card))).collect())
}

/// The name to show: the profile's, else that of the account.
pub fn name_of(card: &Card) -> Option<String> {
    display_name(card.name.as_deref(), card.first_name.as_deref(), card.last_name.as_deref())
}

async fn cards_by_user(database: &Database, users: &[UserId]) -> Result<HashMap<UserId, Card>, ServiceError> {
    if users.is_empty() {
        return Ok(HashMap::new());
    }
    let cards = queries::peers::cards(database, users).await?;
    Ok(cards.into_iter().map(|card| (card.user_id, card)).collect())
}
