//! What an operator decides, with a name and a reason written beside it.

mod look;

use std::sync::Arc;

use crate::{DirectoryError, EmailKey, Subject, UserId, UserNumber};

pub use look::{Dossier, DossierLink, EventFilter, EventRecord, Tombstone};

use super::{
    SqlxDirectory,
    engine::{Argument, Row, Transaction},
    provision::lock,
    statements::{Sql, quote},
};

/// Who decides, and why. Both are written down.
#[derive(Clone, Copy, Debug)]
pub struct Mandate<'a> {
    /// The name of a person.
    pub actor: &'a str,
    /// For whoever reads it later.
    pub reason: &'a str,
}

/// Why an operator's wish is not carried out. Nothing has changed then.
#[derive(Clone, Debug, thiserror::Error)]
pub enum OrderError {
    /// There is no such user.
    #[error("there is no user {0}")]
    NoUser(i64),
    /// The subject is nobody's.
    #[error("{0} is linked to nobody")]
    NotLinked(Subject),
    /// The subject is somebody else's.
    #[error("{subject} is user {user}")]
    LinkedElsewhere {
        /// The subject.
        subject: Subject,
        /// Whose it is.
        user: i64,
    },
    /// The user was deactivated by an operator.
    #[error("user {0} is deactivated")]
    Inactive(i64),
    /// We could not look, or not write.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
}

impl From<::sqlx::Error> for OrderError {
    fn from(error: ::sqlx::Error) -> Self {
        Self::Directory(DirectoryError::new(error))
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The user whom it is about.
    pub user: i64,
    /// Whether anything had to be changed.
    pub changed: bool,
    /// Whether the user is active now.
    pub active: bool,
}

/// A row of the users table, locked or about to be.
struct Account {
    active: bool,
    email: Option<String>,
    carries: Option<String>,
}

impl SqlxDirectory {
    /// Links a subject to a user. After a tombstone, of this or another subject, this gives the old number back:
    /// the tombstone goes, the user is active again and has their address again if it is still free.
    pub async fn link_subject(
        &self,
        subject: &Subject,
        user: UserNumber,
        by: Mandate<'_>,
    ) -> Result<Carried, OrderError> {
        let number = user.get();
        let mut transaction = self.begin_for(subject).await?;
        let standing = self.reviewed(&mut transaction, subject).await?;
        let address = self.lock_address(&mut transaction, number).await?;
        let account = self.account(&mut transaction, number).await?;
        match standing.linked_to {
            Some(same) if same == number => {
                return Ok(Carried { user: number, changed: false, active: account.active });
            }
            Some(user) => return Err(OrderError::LinkedElsewhere { subject: subject.clone(), user }),
            None => {}
        }
        let graves = self.graves_of(&mut transaction, number).await?;
        if !account.active && (graves.is_empty() || self.is_switched_off(&mut transaction, number).await?) {
            return Err(OrderError::Inactive(number));
        }
        let sql = self.sql();
        let tombstones = sql.ours("identity_tombstones");
        let key = [Argument::Text(subject.issuer.as_str()), Argument::Text(subject.id.as_str())];
        run(&mut transaction, format!("DELETE FROM {tombstones} WHERE issuer = $1 AND subject = $2"), &key).await?;
        let state = if standing.blocked { "blocked_by_clerk" } else { "active" };
        let insert = format!(
            "INSERT INTO {} (issuer, subject, user_id, evidence, state) VALUES ($1, $2, $3, 'operator', $4)",
            sql.ours("identity_links")
        );
        let arguments = [key[0], key[1], Argument::Integer(number), Argument::Text(state)];
        run(&mut transaction, insert, &arguments).await?;
        self.carry_over(&mut transaction, subject, number, &account).await?;
        self.revive(&mut transaction, number, &account, address).await?;
        self.note(&mut transaction, "linked", Some(subject), Some(number), by).await?;
        self.catch_up(&mut transaction, subject, None, by.actor).await?;
        transaction.commit().await?;
        Ok(Carried { user: number, changed: true, active: true })
    }

    /// Cuts a subject off from its user for good: only linking it again gives it a user.
    pub async fn unlink_subject(&self, subject: &Subject, by: Mandate<'_>) -> Result<Carried, OrderError> {
        let mut transaction = self.begin_for(subject).await?;
        let standing = self.reviewed(&mut transaction, subject).await?;
        let Some(number) = standing.linked_to.or(standing.carried_by) else {
            return Err(OrderError::NotLinked(subject.clone()));
        };
        let account = self.account(&mut transaction, number).await?;
        let statements = self.lifecycle(&subject.issuer);
        let key = [Argument::Text(subject.issuer.as_str()), Argument::Text(subject.id.as_str())];
        transaction.rows(&statements.cut, &key).await?;
        let burial = [key[0], key[1], Argument::Integer(number), Argument::MaybeText(None), Argument::Text("unlinked")];
        transaction.rows(&statements.bury, &burial).await?;
        if let Some(sql) = &statements.uncarry {
            transaction.rows(sql, &[Argument::Integer(number), key[1]]).await?;
        }
        self.note(&mut transaction, "unlinked", Some(subject), Some(number), by).await?;
        transaction.commit().await?;
        Ok(Carried { user: number, changed: true, active: account.active })
    }

    /// Switches a user off or on. This is the operator's own flag; what Clerk says of the person stays apart.
    ///
    /// A user who was retired because Clerk deleted the person gets their address back if it is still free. Nobody
    /// is linked to them by this.
    pub async fn set_active(&self, user: UserNumber, active: bool, by: Mandate<'_>) -> Result<Carried, OrderError> {
        let number = user.get();
        let mut transaction = self.pool.begin().await?;
        let address = if active { self.lock_address(&mut transaction, number).await? } else { None };
        let account = self.account(&mut transaction, number).await?;
        if account.active == active {
            return Ok(Carried { user: number, changed: false, active });
        }
        if active {
            self.revive(&mut transaction, number, &account, address).await?;
        } else if let Some(column) = &self.users.active {
            let sql = self.sql();
            let update =
                format!("UPDATE {} SET {} = false WHERE {} = $1", sql.users(), quote(column), quote(&self.users.id));
            run(&mut transaction, update, &[Argument::Integer(number)]).await?;
        }
        let what = if active { "restored" } else { "deactivated" };
        self.note(&mut transaction, what, None, Some(number), by).await?;
        transaction.commit().await?;
        Ok(Carried { user: number, changed: true, active })
    }

    pub(super) fn sql(&self) -> Sql<'_> {
        Sql { dialect: self.pool.dialect(), users: &self.users }
    }

    /// A transaction that holds the lock of a subject, as everybody does who changes it.
    async fn begin_for(&self, subject: &Subject) -> Result<Transaction, ::sqlx::Error> {
        let mut transaction = self.pool.begin().await?;
        let statements = self.statements(&subject.issuer);
        lock(&mut transaction, statements, &format!("orientor identity subject {subject}")).await?;
        Ok(transaction)
    }

    /// The address that the tombstones of a user keep for them, with its lock: before the row is locked, as whoever
    /// provisions does, so that nobody waits in a circle.
    async fn lock_address(
        &self,
        transaction: &mut Transaction,
        number: i64,
    ) -> Result<Option<EmailKey>, ::sqlx::Error> {
        let graves = self.graves_of(transaction, number).await?;
        let key = graves.iter().flatten().find_map(|email| EmailKey::new(email));
        if let Some(key) = &key {
            lock(transaction, &self.primary_statements, &format!("orientor identity e-mail {}", key.as_str())).await?;
        }
        Ok(key)
    }

    async fn account(&self, transaction: &mut Transaction, number: i64) -> Result<Account, OrderError> {
        let statements = &self.primary_statements;
        if let Some(sql) = &statements.lock_rows {
            transaction.rows(sql, &[Argument::Integers(&[number])]).await?;
        }
        let arguments = [Argument::Integers(&[number]), Argument::Text(self.primary.as_str())];
        let rows = transaction.rows(&statements.facts, &arguments).await?;
        let Some(row) = rows.first() else { return Err(OrderError::NoUser(number)) };
        Ok(Account {
            active: row.integer(1)? == Some(1),
            email: row.text(2)?,
            carries: row.text(3)?.filter(|text| !text.is_empty()),
        })
    }

    /// The addresses in the tombstones of people who were this user until Clerk deleted them, newest first. Whoever
    /// was cut off by an operator has left nothing here.
    async fn graves_of(
        &self,
        transaction: &mut Transaction,
        number: i64,
    ) -> Result<Vec<Option<String>>, ::sqlx::Error> {
        let sql = format!(
            "SELECT email FROM {} WHERE user_id = $1 AND reason = 'deleted' ORDER BY deleted_at DESC",
            self.sql().ours("identity_tombstones")
        );
        let rows = run(transaction, sql, &[Argument::Integer(number)]).await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    /// Whether the last order about a user was to switch them off. What Clerk told afterwards does not undo it.
    async fn is_switched_off(&self, transaction: &mut Transaction, number: i64) -> Result<bool, ::sqlx::Error> {
        let sql = format!(
            "SELECT what FROM {} WHERE user_id = $1 AND what IN ('deactivated', 'restored') ORDER BY id DESC LIMIT 1",
            self.sql().ours("identity_events")
        );
        let rows = run(transaction, sql, &[Argument::Integer(number)]).await?;
        Ok(rows.first().map(|row| row.text(0)).transpose()?.flatten().as_deref() == Some("deactivated"))
    }

    /// The row says whose it is, for the older application; another row that says the same no longer does.
    async fn carry_over(
        &self,
        transaction: &mut Transaction,
        subject: &Subject,
        number: i64,
        account: &Account,
    ) -> Result<(), ::sqlx::Error> {
        let statements = self.statements(&subject.issuer);
        let (Some(find), Some(carry)) = (&statements.rows_by_subject, &statements.carry) else { return Ok(()) };
        for row in transaction.rows(find, &[Argument::Text(subject.id.as_str())]).await? {
            if let (Some(other), Some(sql)) = (row.integer(0)?, &self.lifecycle(&subject.issuer).uncarry)
                && other != number
            {
                transaction.rows(sql, &[Argument::Integer(other), Argument::Text(subject.id.as_str())]).await?;
            }
        }
        // A second subject of the same user has no place in the row.
        if account.carries.is_none() {
            transaction.rows(carry, &[Argument::Integer(number), Argument::Text(subject.id.as_str())]).await?;
        }
        Ok(())
    }

    /// Makes a user active, with the address from their tombstone if they have none and nobody else has it.
    ///
    /// * `address`, locked.
    async fn revive(
        &self,
        transaction: &mut Transaction,
        number: i64,
        account: &Account,
        address: Option<EmailKey>,
    ) -> Result<(), ::sqlx::Error> {
        let sql = self.sql();
        let id = quote(&self.users.id);
        if let Some(column) = &self.users.active {
            let update = format!("UPDATE {} SET {} = true WHERE {id} = $1", sql.users(), quote(column));
            run(transaction, update, &[Argument::Integer(number)]).await?;
        }
        let (Some(column), Some(key), None) = (&self.users.email, address, &account.email) else { return Ok(()) };
        if let Some(find) = &self.primary_statements.rows_by_email
            && !transaction.rows(find, &[Argument::Text(key.as_str())]).await?.is_empty()
        {
            return Ok(());
        }
        let update = format!("UPDATE {} SET {} = $2 WHERE {id} = $1", sql.users(), quote(column));
        run(transaction, update, &[Argument::Integer(number), Argument::Text(key.as_str())]).await?;
        let update = format!("UPDATE {} SET email = NULL WHERE user_id = $1", sql.ours("identity_tombstones"));
        run(transaction, update, &[Argument::Integer(number)]).await?;
        Ok(())
    }

    async fn note(
        &self,
        transaction: &mut Transaction,
        what: &str,
        subject: Option<&Subject>,
        user: Option<i64>,
        by: Mandate<'_>,
    ) -> Result<(), ::sqlx::Error> {
        let issuer = subject.map_or(self.primary.as_str(), |subject| subject.issuer.as_str());
        let arguments = [
            Argument::Text(what),
            Argument::Text(issuer),
            Argument::Text(subject.map_or("", |subject| subject.id.as_str())),
            Argument::MaybeInteger(user),
            Argument::Text("operator"),
            Argument::Text(by.actor),
            Argument::Text(by.reason),
        ];
        transaction.rows(&self.primary_statements.insert_event, &arguments).await?;
        Ok(())
    }
}

/// A statement that is too rare to be kept.
async fn run(
    transaction: &mut Transaction,
    sql: String,
    arguments: &[Argument<'_>],
) -> Result<Vec<Row>, ::sqlx::Error> {
    transaction.rows(&Arc::from(sql), arguments).await
}

/// The user that a row refers to.
fn user_id(row: &Row, column: usize) -> Result<Option<UserId>, ::sqlx::Error> {
    Ok(row.integer(column)?.and_then(|number| UserId::from_row(number).ok()))
}
