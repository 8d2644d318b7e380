//! Writes that look first, for tables whose unique rule an older database may have lost.

use super::{Is, Listing, Owned, OwnedTable, Patch, RowKey};
use crate::{StoreError, database::Door};

impl<T: OwnedTable> Owned<'_, T> {
    /// Makes other callers who lock this user's rows here wait until the transaction ends. Of use within one only.
    pub async fn lock(&mut self) -> Result<(), StoreError> {
        if let Door::Tx(tx) = &mut self.door {
            tx.take_turn(T::TABLE, self.owner).await?;
        }
        Ok(())
    }

    /// The first row of the list that holds these values.
    pub async fn find_by(&mut self, only: &[(&'static str, Is<'_>)]) -> Result<Option<T::Model>, StoreError> {
        let page = self.list(&Listing { limit: 1, only, ..Listing::default() }).await?;
        Ok(page.rows.into_iter().next())
    }

    /// The row that holds these values, or else a new one; and whether it is new.
    ///
    /// After [`Owned::lock`], any number of callers at once make one row.
    pub async fn find_or_create(
        &mut self,
        only: &[(&'static str, Is<'_>)],
        draft: &T::Draft,
    ) -> Result<(T::Model, bool), StoreError> {
        match self.find_by(only).await? {
            Some(row) => Ok((row, false)),
            None => Ok((self.create(draft).await?, true)),
        }
    }

    /// Lays `patch` over the row that holds these values, or makes one of it; and whether that was made.
    ///
    /// After [`Owned::lock`], any number of callers at once make one row.
    pub async fn upsert_by(
        &mut self,
        only: &[(&'static str, Is<'_>)],
        patch: &Patch,
    ) -> Result<(T::Model, bool), StoreError> {
        let key: Option<RowKey> = self.find_by(only).await?.as_ref().and_then(T::key_of);
        if let Some(key) = key {
            Ok((self.merge_patch(key, patch).await?, false))
        } else {
            let values = patch.over::<T>(None)?.without_nulls();
            Ok((self.insert(&values).await?, true))
        }
    }
}
