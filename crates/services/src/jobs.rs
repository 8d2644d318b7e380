//! Jobs that users put aside.

use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, Page, RowKey,
    tables::saved_job::{Draft, Model, SavedJob},
};

use crate::ServiceError;

/// Puts a job aside, unless that was done before; and whether it was not.
pub async fn save(database: &Database, user: UserId, draft: &Draft) -> Result<(Model, bool), ServiceError> {
    let mut tx = database.begin().await?;
    let mut rows = Owned::<SavedJob>::within(user, &mut tx);
    rows.lock().await?;
    let saved = rows.find_or_create(&[("esco_id", Is::Text(draft.esco_id.as_str()))], draft).await?;
    tx.commit().await?;
    Ok(saved)
}

/// A page, the last saved first, and how many there are in all.
pub async fn list(
    database: &Database,
    user: UserId,
    listing: &Listing<'_>,
) -> Result<(Page<Model>, u64), ServiceError> {
    let mut rows = Owned::<SavedJob>::by(user, database);
    let page = rows.list(listing).await?;
    Ok((page, rows.count(listing.only).await?))
}

/// A job that the user has put aside.
pub async fn get(database: &Database, user: UserId, job: i64) -> Result<Model, ServiceError> {
    Ok(Owned::<SavedJob>::by(user, database).get(RowKey::Number(job)).await?)
}

/// Forgets a job.
pub async fn delete(database: &Database, user: UserId, job: i64) -> Result<(), ServiceError> {
    let was_there = Owned::<SavedJob>::by(user, database).delete(RowKey::Number(job)).await?;
    if was_there { Ok(()) } else { Err(ServiceError::Missing) }
}
