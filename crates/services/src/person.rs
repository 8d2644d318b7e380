//! What somebody may take along, and how they are forgotten.

use std::sync::Arc;

use aws_lc_rs::hmac;
use orientor_identity::{ClerkAccounts, ClerkUsersError, UserId};
use orientor_store::{
    Database, SqlxDirectory, forget,
    queries::person::{self, Erased, Kept},
};

pub use orientor_store::queries::person::{Batch, Export};

use crate::{ServiceError, hex::hex};

/// Everything about one user at a time, in every table, at identity and at Clerk.
#[derive(Clone, Debug)]
pub struct People {
    database: Database,
    directory: Arc<SqlxDirectory>,
    clerk: Option<Arc<dyn ClerkAccounts>>,
}

/// What was erased, and what was not.
#[derive(Clone, Debug)]
pub struct Erasure {
    /// The rows that went, by table.
    pub erased: Vec<Erased>,
    /// What the doctor keeps of earlier repairs until its runs are pruned.
    pub kept: Vec<Kept>,
    /// What became of the accounts at Clerk.
    pub clerk: AtClerk,
}

/// What became of somebody's accounts at Clerk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtClerk {
    /// They are gone.
    Deleted,
    /// We have no key that would let us.
    NotConfigured,
    /// Clerk did not answer for at least one of them; somebody has to delete it there.
    Failed,
}

impl People {
    /// Over a database, its directory, and Clerk where a secret key is configured.
    pub fn new(database: Database, directory: Arc<SqlxDirectory>, clerk: Option<Arc<dyn ClerkAccounts>>) -> Self {
        Self { database, directory, clerk }
    }

    /// Everything that is a user's, a batch after another.
    pub async fn export(&self, user: UserId) -> Result<Export<'_>, ServiceError> {
        Ok(Export::of(user, &self.database).await?)
    }

    /// Removes everything that is a user's, for good, and then their accounts at Clerk.
    ///
    /// The number of the user stays, with nothing in its row, so that what others wrote to them keeps somebody to name.
    /// Their subjects can never sign in again. All of it happens or none; Clerk is told afterwards, because what it has
    /// deleted cannot be taken back.
    pub async fn erase(&self, user: UserId) -> Result<Erasure, ServiceError> {
        let mut tx = self.database.begin().await?;
        let key = person::mark_key(&mut tx).await?;
        let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes());
        let mark = move |subject: &str| hex(hmac::sign(&key, subject.as_bytes()).as_ref());
        let subjects = forget(&mut tx, &self.directory, user, &mark).await?;
        let erased = person::erase_within(&mut tx, user).await?;
        tx.commit().await?;

        let mut clerk = if self.clerk.is_some() { AtClerk::Deleted } else { AtClerk::NotConfigured };
        for subject in &subjects {
            let Some(accounts) = &self.clerk else { break };
            if let Err(error) = accounts.delete(subject).await {
                let cause = match &error {
                    ClerkUsersError::Unavailable { source, .. } => source.to_string(),
                    ClerkUsersError::Gone => String::new(),
                };
                tracing::error!(user = %user, cause, "an account of an erased user could not be deleted at Clerk");
                clerk = AtClerk::Failed;
            }
        }
        // The rest is done; that this cannot be looked up must not look as if it were not.
        let kept = person::kept_by_the_doctor(&self.database, user).await.unwrap_or_else(|error| {
            tracing::error!(user = %user, %error, "what the doctor keeps of an erased user could not be looked up");
            Vec::new()
        });
        Ok(Erasure { erased, kept, clerk })
    }
}
