//! The only door to rows that users own.
//!
//! Every query starts from one private place that says whose rows are meant
//! ([`sql`]), so a caller can forget neither the condition nor get it wrong: a row
//! of somebody else's is as absent as one that never was.

mod patch;
mod sql;
mod table;

use std::marker::PhantomData;

use orientor_identity::UserId;
use serde::de::DeserializeOwned;

pub use patch::Patch;
pub(crate) use sql::value;
pub(crate) use table::owner;
pub use table::{OwnedTable, Page, RowKey, Rows};

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door, JsonRow},
    schema::Dialect,
};
use sql::Queries;

/// Most rows on a page.
const MAX_PAGE: u16 = 100;

/// The rows of one user in one table.
#[derive(Debug)]
pub struct Owned<'a, T> {
    owner: UserId,
    door: Door<'a>,
    table: PhantomData<fn() -> T>,
}

impl<'a, T: OwnedTable> Owned<'a, T> {
    /// Each call is a transaction of its own.
    pub fn by(owner: UserId, database: &'a Database) -> Self {
        Self { owner, door: Door::Database(database), table: PhantomData }
    }

    /// All calls are part of `tx`.
    pub fn within(owner: UserId, tx: &'a mut Tx) -> Self {
        Self { owner, door: Door::Tx(tx), table: PhantomData }
    }

    /// A page in the order of the key, starting behind `after`; `limit` is cut to 1 to 100.
    pub async fn list(&mut self, after: Option<&RowKey>, limit: u16) -> Result<Page<T::Model>, StoreError> {
        let limit = limit.clamp(1, MAX_PAGE);
        let after_sql = after.map(RowKey::kind);
        let sql = self.queries().page(after_sql);
        let mut args = vec![Arg::Number(self.owner.get()), Arg::Number(i64::from(limit) + 1)];
        args.extend(after.map(RowKey::arg));
        let mut rows = self.door.read(&sql, &args).await?;

        // One row more than asked for tells whether there is another page.
        let more = rows.len() > usize::from(limit);
        rows.truncate(limit.into());
        let next = if more { rows.last().and_then(|(_, key)| T::key(key.as_deref()?)) } else { None };
        let rows = rows.iter().map(parse::<T>).collect::<Result<_, _>>()?;
        Ok(Page { rows, next })
    }

    /// The row with this key.
    pub async fn find(&mut self, id: impl Into<RowKey>) -> Result<Option<T::Model>, StoreError> {
        let key = id.into();
        let sql = self.queries().one(key.kind());
        let rows = self.door.read(&sql, &[Arg::Number(self.owner.get()), key.arg()]).await?;
        rows.first().map(parse::<T>).transpose()
    }

    /// The row with this key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] also when the row is somebody else's.
    pub async fn get(&mut self, id: impl Into<RowKey>) -> Result<T::Model, StoreError> {
        self.find(id).await?.ok_or(StoreError::Missing)
    }

    /// Adds a row. What the draft leaves out is filled by the database.
    pub async fn create(&mut self, draft: &T::Draft) -> Result<T::Model, StoreError> {
        let values = Patch::of::<T>(draft)?.without_nulls();
        self.insert(&values).await
    }

    /// Puts `draft` in the place of everything that a client may write in the row.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] also when the row is somebody else's.
    pub async fn replace(&mut self, id: impl Into<RowKey>, draft: &T::Draft) -> Result<T::Model, StoreError> {
        let values = Patch::of::<T>(draft)?;
        self.update(&id.into(), &values).await
    }

    /// Lays the members of `patch` over the row (RFC 7396); `null` clears.
    ///
    /// The result is parsed as a draft again, so it has to be as good as a new row. Old values
    /// that the patch does not name and that would not pass today stay as they are.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] also when the row is somebody else's; [`StoreError::Invalid`] with the member.
    pub async fn merge_patch(&mut self, id: impl Into<RowKey>, patch: &Patch) -> Result<T::Model, StoreError> {
        let key = id.into();
        match &mut self.door {
            Door::Tx(tx) => Owned::<T>::within(self.owner, tx).merge(&key, patch).await,
            Door::Database(database) => {
                let mut tx = database.begin().await?;
                let row = Owned::<T>::within(self.owner, &mut tx).merge(&key, patch).await?;
                tx.commit().await?;
                Ok(row)
            }
        }
    }

    /// Deletes the row; whether there was one.
    pub async fn delete(&mut self, id: impl Into<RowKey>) -> Result<bool, StoreError> {
        let key = id.into();
        let sql = self.queries().delete(key.kind());
        let rows = self.door.write(&sql, &[Arg::Number(self.owner.get()), key.arg()]).await?;
        Ok(!rows.is_empty())
    }

    /// The user's only row, of a table with [`Rows::OnePerUser`].
    ///
    /// A database that lost its unique rule may hold several: the one that was changed last counts.
    pub async fn find_single(&mut self) -> Result<Option<T::Model>, StoreError> {
        let sql = self.queries().newest();
        let rows = self.door.read(&sql, &[Arg::Number(self.owner.get())]).await?;
        rows.first().map(parse::<T>).transpose()
    }

    /// Puts `draft` in the place of the user's only row, or makes it.
    pub async fn upsert_single(&mut self, draft: &T::Draft) -> Result<T::Model, StoreError> {
        self.patch_single(&Patch::of::<T>(draft)?).await
    }

    /// [`Owned::merge_patch`] on the user's only row, which is made if there is none.
    /// Any number of callers at once make one row.
    pub async fn patch_single(&mut self, patch: &Patch) -> Result<T::Model, StoreError> {
        match &mut self.door {
            Door::Tx(tx) => Owned::<T>::within(self.owner, tx).merge_single(patch).await,
            Door::Database(database) => {
                let mut attempt = 0;
                loop {
                    attempt += 1;
                    let mut tx = database.begin().await?;
                    match Owned::<T>::within(self.owner, &mut tx).merge_single(patch).await {
                        Ok(row) => {
                            tx.commit().await?;
                            return Ok(row);
                        }
                        // A program that does not know our lock was faster: now there is a row.
                        Err(StoreError::Conflict(_)) if attempt == 1 => {}
                        Err(error) => return Err(error),
                    }
                }
            }
        }
    }

    async fn merge(&mut self, key: &RowKey, patch: &Patch) -> Result<T::Model, StoreError> {
        let sql = self.queries().draft_for_update(key.kind());
        let rows = self.door.write(&sql, &[Arg::Number(self.owner.get()), key.arg()]).await?;
        let stored = rows.first().ok_or(StoreError::Missing)?;
        let values = patch.over::<T>(Some(&parse_as::<T, Patch>(stored)?))?;
        self.update(key, &values).await
    }

    async fn merge_single(&mut self, patch: &Patch) -> Result<T::Model, StoreError> {
        if let Some(sql) = self.queries().lock_user() {
            let lock = format!("orientor.{}.{}", T::TABLE.name, self.owner);
            self.door.write(sql, &[Arg::Text(&lock)]).await?;
        }
        let sql = self.queries().newest_draft_for_update();
        let rows = self.door.write(&sql, &[Arg::Number(self.owner.get())]).await?;
        let key = rows.first().and_then(|(_, key)| T::key(key.as_deref()?));
        if let (Some(stored), Some(key)) = (rows.first(), key) {
            let values = patch.over::<T>(Some(&parse_as::<T, Patch>(stored)?))?;
            self.update(&key, &values).await
        } else {
            let values = patch.over::<T>(None)?.without_nulls();
            self.insert(&values).await
        }
    }

    async fn insert(&mut self, values: &Patch) -> Result<T::Model, StoreError> {
        let sql = self.queries().insert(&values.columns::<T>());
        let json = values.to_json();
        let rows = self.door.write(&sql, &[Arg::Number(self.owner.get()), Arg::Text(&json)]).await?;
        rows.first().map(parse::<T>).transpose()?.ok_or(StoreError::Missing)
    }

    async fn update(&mut self, key: &RowKey, values: &Patch) -> Result<T::Model, StoreError> {
        let sql = self.queries().update(key.kind());
        let json = values.to_json();
        let rows = self.door.write(&sql, &[Arg::Number(self.owner.get()), key.arg(), Arg::Text(&json)]).await?;
        rows.first().map(parse::<T>).transpose()?.ok_or(StoreError::Missing)
    }

    fn queries(&self) -> Queries<T> {
        Queries::new(self.dialect())
    }

    fn dialect(&self) -> Dialect {
        self.door.dialect()
    }
}

fn parse<T: OwnedTable>(row: &JsonRow) -> Result<T::Model, StoreError> {
    parse_as::<T, T::Model>(row)
}

fn parse_as<T: OwnedTable, R: DeserializeOwned>((json, _): &JsonRow) -> Result<R, StoreError> {
    serde_json::from_str(json).map_err(|source| StoreError::Damaged { table: T::TABLE.name, source })
}
