//! Notes on the actions of a tree's nodes: one for each action.

use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned,
    tables::node_note::{self, Draft, Model, NodeNote},
};

use crate::ServiceError;

/// Writes the note on an action, or puts it in the place of the one that is there; and whether it is new.
pub async fn put(database: &Database, user: UserId, draft: &Draft) -> Result<(Model, bool), ServiceError> {
    let mut tx = database.begin().await?;
    tx.take_turn(&node_note::TABLE, user).await?;
    let only = [("node_id", Is::Text(draft.node_id.as_str())), ("action_index", Is::Number(draft.action_index.get()))];
    // An older database may have several; the newest is the one that is shown.
    let listing = Listing { limit: 1, only: &only, ..Listing::default() };
    let mut notes = Owned::<NodeNote>::within(user, &mut tx);
    let (note, is_new) = match notes.list(&listing).await?.rows.pop() {
        Some(note) => (notes.replace(note.id, draft).await?, false),
        None => (notes.create(draft).await?, true),
    };
    tx.commit().await?;
    Ok((note, is_new))
}
