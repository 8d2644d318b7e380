//! The only door to rows that users own.
//!
//! Every query starts from one private place that says whose rows are meant
//! ([`sql`]), so a caller can forget neither the condition nor get it wrong: a row
//! of somebody else's is as absent as one that never was.

mod exclusive;
mod members;
mod patch;
mod sql;
mod table;

use std::marker::PhantomData;

use orientor_identity::UserId;
use serde::de::DeserializeOwned;

pub use patch::Patch;
pub(crate) use sql::{owned_by, value};
pub(crate) use table::owner;
pub use table::{Is, Listing, OwnedTable, Page, RowKey, Rows, Verbs};

use crate::{
    Database, StoreError, Tx,
    database::{Door, Row},
    schema::Ownership,
};
use sql::{Queries, Statement};

/// Most rows on a page.
const MAX_PAGE: u16 = 100;

/// The rows of one user in one table.
#[derive(Debug)]
pub struct Owned<'a, T> {
    owner: UserId,
    door: Door<'a>,
    parent: Option<RowKey>,
    table: PhantomData<fn() -> T>,
}

impl<'a, T: OwnedTable> Owned<'a, T> {
    /// Each call is a transaction of its own.
    pub fn by(owner: UserId, database: &'a Database) -> Self {
        Self { owner, door: Door::Database(database), parent: None, table: PhantomData }
    }

    /// All calls are part of `tx`.
    pub fn within(owner: UserId, tx: &'a mut Tx) -> Self {
        Self { owner, door: Door::Tx(tx), parent: None, table: PhantomData }
    }

    /// Only the rows of one row of the parent's table, where rows are owned through a parent. Rows are made there.
    #[must_use]
    pub fn under(self, parent: impl Into<RowKey>) -> Self {
        Self { parent: Some(parent.into()), ..self }
    }

    /// A page in the order of the key.
    pub async fn list(&mut self, listing: &Listing<'_>) -> Result<Page<T::Model>, StoreError> {
        let limit = listing.limit.clamp(1, MAX_PAGE);
        let Self { owner, door, parent, .. } = self;
        let queries = Queries::<T>::new(door.dialect(), *owner, parent.as_ref());
        let page = queries.page(&Listing { limit, ..*listing });
        let mut rows = door.read_rows(&page.sql, &page.args).await?;

        let more = rows.len() > usize::from(limit);
        rows.truncate(limit.into());
        let next = if more { rows.last().and_then(|row| T::key(&row.key()?)) } else { None };
        let rows = rows.iter().map(parse::<T>).collect::<Result<_, _>>()?;
        Ok(Page { rows, next })
    }

    /// How many rows hold these values.
    pub async fn count(&mut self, only: &[(&'static str, Is<'_>)]) -> Result<u64, StoreError> {
        let Self { owner, door, parent, .. } = self;
        let count = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).count(only);
        let rows = door.read(&count.sql, &count.args).await?;
        Ok(rows.first().and_then(|(number, _)| number.parse().ok()).unwrap_or_default())
    }

    /// The row with this key.
    pub async fn find(&mut self, id: impl Into<RowKey>) -> Result<Option<T::Model>, StoreError> {
        let key = id.into();
        let Self { owner, door, parent, .. } = self;
        let one = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).one(&key);
        let rows = door.read_rows(&one.sql, &one.args).await?;
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

    /// [`Owned::find`] within a transaction that means to change the row: others wait until it ends.
    pub async fn find_for_update(&mut self, id: impl Into<RowKey>) -> Result<Option<T::Model>, StoreError> {
        let key = id.into();
        let Self { owner, door, parent, .. } = self;
        let one = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).one_for_update(&key);
        let rows = door.write_rows(&one.sql, &one.args).await?;
        rows.first().map(parse::<T>).transpose()
    }

    /// Adds a row. What the draft leaves out is filled by the database.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] if the parent is somebody else's; [`StoreError::Invalid`] with the member that names a
    /// row which is.
    pub async fn create(&mut self, draft: &T::Draft) -> Result<T::Model, StoreError> {
        let values = Patch::of::<T>(draft)?.without_nulls();
        self.insert(&values).await
    }

    /// Puts `draft` in the place of everything that a client may write in the row.
    ///
    /// # Errors
    ///
    /// As of [`Owned::merge_patch`].
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
    /// [`StoreError::Missing`] also when the row is somebody else's; [`StoreError::Invalid`] with the member, also if
    /// it names a row that is somebody else's.
    pub async fn merge_patch(&mut self, id: impl Into<RowKey>, patch: &Patch) -> Result<T::Model, StoreError> {
        let key = id.into();
        let parent = self.parent.clone();
        match &mut self.door {
            Door::Tx(tx) => Self::inside(self.owner, tx, parent).merge(&key, patch).await,
            Door::Database(database) => {
                let mut tx = database.begin().await?;
                let row = Self::inside(self.owner, &mut tx, parent).merge(&key, patch).await?;
                tx.commit().await?;
                Ok(row)
            }
        }
    }

    /// Deletes the row; whether there was one.
    pub async fn delete(&mut self, id: impl Into<RowKey>) -> Result<bool, StoreError> {
        let key = id.into();
        let Self { owner, door, parent, .. } = self;
        let delete = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).delete(&key);
        let rows = door.write(&delete.sql, &delete.args).await?;
        Ok(!rows.is_empty())
    }

    /// The user's only row, of a table with [`Rows::OnePerUser`].
    ///
    /// A database that lost its unique rule may hold several: the one that was changed last counts.
    pub async fn find_single(&mut self) -> Result<Option<T::Model>, StoreError> {
        let Self { owner, door, parent, .. } = self;
        let newest = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).newest();
        let rows = door.read_rows(&newest.sql, &newest.args).await?;
        rows.first().map(parse::<T>).transpose()
    }

    /// [`Owned::find_single`] within a transaction that means to change the row: others wait until it ends.
    pub async fn find_single_for_update(&mut self) -> Result<Option<T::Model>, StoreError> {
        let Self { owner, door, parent, .. } = self;
        let newest = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).newest_for_update();
        let rows = door.write_rows(&newest.sql, &newest.args).await?;
        rows.first().map(parse::<T>).transpose()
    }

    /// Puts `draft` in the place of the user's only row, or makes it.
    pub async fn upsert_single(&mut self, draft: &T::Draft) -> Result<T::Model, StoreError> {
        self.patch_single(&Patch::of::<T>(draft)?).await
    }

    /// [`Owned::merge_patch`] on the user's only row, which is made if there is none.
    /// Any number of callers at once make one row.
    pub async fn patch_single(&mut self, patch: &Patch) -> Result<T::Model, StoreError> {
        let parent = self.parent.clone();
        match &mut self.door {
            Door::Tx(tx) => Self::inside(self.owner, tx, parent).merge_single(patch).await,
            Door::Database(database) => {
                let mut attempt = 0;
                loop {
                    attempt += 1;
                    let mut tx = database.begin().await?;
                    match Self::inside(self.owner, &mut tx, parent.clone()).merge_single(patch).await {
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

    fn inside(owner: UserId, tx: &mut Tx, parent: Option<RowKey>) -> Owned<'_, T> {
        Owned { owner, door: Door::Tx(tx), parent, table: PhantomData }
    }

    async fn merge(&mut self, key: &RowKey, patch: &Patch) -> Result<T::Model, StoreError> {
        let Self { owner, door, parent, .. } = self;
        let stored = Queries::<T>::new(door.dialect(), *owner, parent.as_ref()).draft_for_update(key);
        let rows = door.write_rows(&stored.sql, &stored.args).await?;
        let stored = rows.first().ok_or(StoreError::Missing)?;
        let values = patch.over::<T>(Some(&parse_as::<T, Patch>(stored)?))?;
        self.update(key, &values).await
    }

    async fn merge_single(&mut self, patch: &Patch) -> Result<T::Model, StoreError> {
        let Self { owner, door, parent, .. } = self;
        let queries = Queries::<T>::new(door.dialect(), *owner, parent.as_ref());
        let newest = queries.newest_draft_for_update();
        if let Door::Tx(tx) = door {
            tx.take_turn(T::TABLE, *owner).await?;
        }
        let rows = door.write_rows(&newest.sql, &newest.args).await?;
        let key = rows.first().and_then(|row| T::key(&row.key()?));
        if let (Some(stored), Some(key)) = (rows.first(), key) {
            let values = patch.over::<T>(Some(&parse_as::<T, Patch>(stored)?))?;
            self.update(&key, &values).await
        } else {
            let values = patch.over::<T>(None)?.without_nulls();
            self.insert(&values).await
        }
    }

    async fn insert(&mut self, values: &Patch) -> Result<T::Model, StoreError> {
        let (json, columns) = (values.to_json(), values.columns::<T>());
        let Self { owner, door, parent, .. } = self;
        let queries = Queries::<T>::new(door.dialect(), *owner, parent.as_ref());
        let insert = queries.insert(&columns, &json);
        let foreign = queries.foreign(&columns, &json);
        let rows = door.write_rows(&insert.sql, &insert.args).await?;
        match rows.first() {
            Some(row) => parse::<T>(row),
            None => Err(blame::<T>(door, foreign).await?),
        }
    }

    async fn update(&mut self, key: &RowKey, values: &Patch) -> Result<T::Model, StoreError> {
        let (json, columns) = (values.to_json(), values.columns::<T>());
        if columns.is_empty() {
            return self.get(key.clone()).await;
        }
        let Self { owner, door, parent, .. } = self;
        let queries = Queries::<T>::new(door.dialect(), *owner, parent.as_ref());
        let update = queries.update(key, &columns, &json);
        let (one, foreign) = (queries.one(key), queries.foreign(&columns, &json));
        let rows = door.write_rows(&update.sql, &update.args).await?;
        match rows.first() {
            Some(row) => parse::<T>(row),
            None if door.write_rows(&one.sql, &one.args).await?.is_empty() => Err(StoreError::Missing),
            None => Err(blame::<T>(door, foreign).await?),
        }
    }
}

/// Why nothing was written: which column names a row that is not the owner's.
async fn blame<T: OwnedTable>(door: &mut Door<'_>, foreign: Option<Statement<'_>>) -> Result<StoreError, StoreError> {
    let Some(foreign) = foreign else { return Ok(StoreError::Missing) };
    let rows = door.write(&foreign.sql, &foreign.args).await?;
    let is_parent = |column: &str| matches!(T::TABLE.ownership, Ownership::Through { column: it, .. } if it == column);
    Ok(match rows.into_iter().next() {
        Some((column, _)) if !is_parent(&column) => {
            StoreError::Invalid { path: column, reason: "it names no row that you have".to_owned() }
        }
        _ => StoreError::Missing,
    })
}

fn parse<T: OwnedTable>(row: &Row) -> Result<T::Model, StoreError> {
    parse_as::<T, T::Model>(row)
}

fn parse_as<T: OwnedTable, R: DeserializeOwned>(row: &Row) -> Result<R, StoreError> {
    row.parse().map_err(|source| StoreError::Damaged { table: T::TABLE.name, source })
}
