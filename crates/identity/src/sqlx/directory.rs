//! Looking people up, one by one and in batches.

use std::{collections::HashMap, sync::Arc};

use crate::{
    BoxFuture, Directory, DirectoryError, Issuer, Lookup, Provision, Provisioned, Subject, UserId, UserNumber,
    UserState, policy::Conflict,
};

use super::{
    OnCreate, Pool, UsersTable,
    engine::{Argument, Row},
    lifecycle::LifecycleStatements,
    statements::Statements,
};

/// Ids in one query of a batch.
const BATCH: usize = 1_000;

/// A directory over a users table in PostgreSQL or SQLite.
#[derive(Debug)]
pub struct SqlxDirectory {
    pub(super) pool: Pool,
    pub(super) primary: Issuer,
    /// For the primary issuer, whose subjects the users table itself may carry.
    pub(super) primary_statements: Statements,
    /// For every other issuer.
    pub(super) other_statements: Statements,
    /// The same two for what webhooks tell.
    pub(super) primary_lifecycle: LifecycleStatements,
    pub(super) other_lifecycle: LifecycleStatements,
    pub(super) users: UsersTable,
    pub(super) on_create: Option<Arc<dyn OnCreate>>,
}

/// What the lookup statement found.
pub(super) enum Kind {
    Link,
    Tombstone,
    Carried,
}

impl Kind {
    pub(super) fn of(row: &Row, column: usize) -> Result<Self, ::sqlx::Error> {
        Ok(match row.integer(column)? {
            Some(0) => Self::Link,
            Some(1) => Self::Tombstone,
            _ => Self::Carried,
        })
    }
}

impl SqlxDirectory {
    /// A directory over `users`. The subject column, if there is one, belongs to `primary`.
    ///
    /// The objects of [`schema_objects`](super::schema_objects) must exist.
    pub fn new(pool: impl Into<Pool>, users: UsersTable, primary: Issuer) -> Self {
        let pool = pool.into();
        let plain = UsersTable { subject: None, ..users.clone() };
        Self {
            primary_statements: Statements::new(pool.dialect(), &users),
            other_statements: Statements::new(pool.dialect(), &plain),
            primary_lifecycle: LifecycleStatements::new(pool.dialect(), &users),
            other_lifecycle: LifecycleStatements::new(pool.dialect(), &plain),
            users,
            pool,
            primary,
            on_create: None,
        }
    }

    /// Runs `hook` in the transaction that creates a user.
    #[must_use]
    pub fn with_on_create(mut self, hook: Arc<dyn OnCreate>) -> Self {
        self.on_create = Some(hook);
        self
    }

    pub(super) fn statements(&self, issuer: &Issuer) -> &Statements {
        if *issuer == self.primary { &self.primary_statements } else { &self.other_statements }
    }

    /// At most [`BATCH`] subjects of one issuer.
    async fn lookup_batch(
        &self,
        issuer: &Issuer,
        subjects: &[&str],
    ) -> Result<HashMap<String, Vec<Row>>, ::sqlx::Error> {
        let arguments = [Argument::Text(issuer.as_str()), Argument::Texts(subjects)];
        let mut found: HashMap<String, Vec<Row>> = HashMap::with_capacity(subjects.len());
        for row in self.pool.read(&self.statements(issuer).lookup_many, &arguments).await? {
            if let Some(subject) = row.text(5)? {
                found.entry(subject).or_default().push(row);
            }
        }
        Ok(found)
    }

    async fn lookup_all(&self, subjects: &[Subject]) -> Result<Vec<Lookup>, ::sqlx::Error> {
        let mut by_issuer: HashMap<&Issuer, Vec<usize>> = HashMap::new();
        for (at, subject) in subjects.iter().enumerate() {
            by_issuer.entry(&subject.issuer).or_default().push(at);
        }
        let mut lookups = vec![Lookup::Unknown; subjects.len()];
        for (issuer, places) in by_issuer {
            for batch in places.chunks(BATCH) {
                let ids: Vec<&str> = batch.iter().map(|at| subjects[*at].id.as_str()).collect();
                let found = self.lookup_batch(issuer, &ids).await?;
                for (at, id) in batch.iter().zip(ids) {
                    if let Some(rows) = found.get(id) {
                        lookups[*at] = read_lookup(rows)?;
                    }
                }
            }
        }
        Ok(lookups)
    }
}

/// Reads what the lookup statement says about one subject.
pub(super) fn read_lookup(rows: &[Row]) -> Result<Lookup, ::sqlx::Error> {
    let mut linked = None;
    let mut carried = Vec::new();
    for row in rows {
        let state = user_state(row, 2, 3)?;
        match Kind::of(row, 0)? {
            Kind::Tombstone => return Ok(Lookup::Tombstoned),
            Kind::Link => {
                let blocked = row.text(4)?.as_deref() != Some("active");
                let state = state.map(|state| UserState { active: state.active && !blocked, ..state });
                linked = Some(state.map_or(Lookup::Conflict(Conflict::RowMissing), Lookup::Linked));
            }
            Kind::Carried => carried.extend(state),
        }
    }
    Ok(linked.unwrap_or(match carried.as_slice() {
        [] => Lookup::Unknown,
        [only] => Lookup::Carried(*only),
        _ => Lookup::Conflict(Conflict::SharedSubject),
    }))
}

/// A user from the columns of its id and its flag; `None` for a NULL or impossible id.
pub(super) fn user_state(row: &Row, id: usize, active: usize) -> Result<Option<UserState>, ::sqlx::Error> {
    let Some(id) = row.integer(id)?.and_then(|number| UserId::from_row(number).ok()) else {
        return Ok(None);
    };
    Ok(Some(UserState { id, active: row.integer(active)? == Some(1) }))
}

impl Directory for SqlxDirectory {
    fn lookup<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<Lookup, DirectoryError>> {
        Box::pin(async move {
            let arguments = [Argument::Text(subject.issuer.as_str()), Argument::Text(subject.id.as_str())];
            let rows = self.pool.read(&self.statements(&subject.issuer).lookup, &arguments).await;
            read_lookup(&rows.map_err(DirectoryError::new)?).map_err(DirectoryError::new)
        })
    }

    fn provision<'a>(&'a self, request: Provision<'a>) -> BoxFuture<'a, Result<Provisioned, DirectoryError>> {
        Box::pin(async move { self.provision_with_retries(request).await.map_err(DirectoryError::new) })
    }

    fn users<'a>(&'a self, numbers: &'a [UserNumber]) -> BoxFuture<'a, Result<Vec<Option<UserState>>, DirectoryError>> {
        Box::pin(async move {
            let mut users = Vec::with_capacity(numbers.len());
            for batch in numbers.chunks(BATCH) {
                let asked: Vec<i64> = batch.iter().map(|number| number.get()).collect();
                let rows = self.pool.read(&self.primary_statements.users, &[Argument::Integers(&asked)]).await;
                let mut found = HashMap::with_capacity(asked.len());
                for row in rows.map_err(DirectoryError::new)? {
                    let state = user_state(&row, 0, 1).map_err(DirectoryError::new)?;
                    found.extend(state.map(|state| (state.id.get(), state)));
                }
                users.extend(asked.iter().map(|number| found.get(number).copied()));
            }
            Ok(users)
        })
    }

    fn lookup_many<'a>(&'a self, subjects: &'a [Subject]) -> BoxFuture<'a, Result<Vec<Lookup>, DirectoryError>> {
        Box::pin(async move { self.lookup_all(subjects).await.map_err(DirectoryError::new) })
    }

    fn subjects_of<'a>(
        &'a self,
        users: &'a [UserId],
    ) -> BoxFuture<'a, Result<HashMap<UserId, Vec<Subject>>, DirectoryError>> {
        Box::pin(async move {
            let mut subjects: HashMap<UserId, Vec<Subject>> = HashMap::new();
            for batch in users.chunks(BATCH) {
                let numbers: Vec<i64> = batch.iter().map(|user| user.get()).collect();
                let arguments = [Argument::Integers(&numbers), Argument::Text(self.primary.as_str())];
                let rows = self.pool.read(&self.primary_statements.subjects_of, &arguments).await;
                for row in rows.map_err(DirectoryError::new)? {
                    if let Some((user, subject)) = read_subject(&row).map_err(DirectoryError::new)? {
                        subjects.entry(user).or_default().push(subject);
                    }
                }
            }
            Ok(subjects)
        })
    }
}

/// A user and a subject; `None` where the text in the column is neither, which is damage and not an answer.
fn read_subject(row: &Row) -> Result<Option<(UserId, Subject)>, ::sqlx::Error> {
    let user = row.integer(0)?.and_then(|number| UserId::from_row(number).ok());
    let issuer = row.text(1)?.and_then(|text| text.parse().ok());
    let id = row.text(2)?.and_then(|text| text.parse().ok());
    Ok(match (user, issuer, id) {
        (Some(user), Some(issuer), Some(id)) => Some((user, Subject { issuer, id })),
        _ => None,
    })
}
