//! Stand-ins for what a bridge is made of.

use std::{collections::HashMap, sync::Arc};

use orientor_identity::{
    BoxFuture, Credentials, Directory, DirectoryError, Lookup, Provision, Provisioned, Subject, UserId, UserNumber,
    UserState, VerifiedSession, VerifyError, VerifyToken,
};

/// Knows everybody from memory: `user_2` and digits is the user of the next number. Nobody else, and nothing else.
#[derive(Debug)]
pub struct Everybody;

impl Directory for Everybody {
    fn lookup<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<Lookup, DirectoryError>> {
        let number = subject.id.as_str().trim_start_matches("user_2").parse::<i64>().unwrap_or_default();
        let found = UserId::from_row(number + 1);
        Box::pin(async move { Ok(found.map_or(Lookup::Unknown, |id| Lookup::Linked(UserState { id, active: true }))) })
    }

    fn provision<'a>(&'a self, _: Provision<'a>) -> BoxFuture<'a, Result<Provisioned, DirectoryError>> {
        Box::pin(async { Err(DirectoryError::new("nobody is new here")) })
    }

    fn users<'a>(&'a self, numbers: &'a [UserNumber]) -> BoxFuture<'a, Result<Vec<Option<UserState>>, DirectoryError>> {
        Box::pin(async { Ok(vec![None; numbers.len()]) })
    }

    fn lookup_many<'a>(&'a self, subjects: &'a [Subject]) -> BoxFuture<'a, Result<Vec<Lookup>, DirectoryError>> {
        Box::pin(async move { Ok(vec![Lookup::Unknown; subjects.len()]) })
    }

    fn subjects_of<'a>(
        &'a self,
        _: &'a [UserId],
    ) -> BoxFuture<'a, Result<HashMap<UserId, Vec<Subject>>, DirectoryError>> {
        Box::pin(async { Ok(HashMap::new()) })
    }
}

/// Accepts no token, where tokens are nobody's business.
#[derive(Debug)]
pub struct NoTokens;

impl VerifyToken for NoTokens {
    fn verify_now(&self, _: &Credentials<'_>) -> Option<Result<Arc<VerifiedSession>, VerifyError>> {
        Some(Err(VerifyError::Missing))
    }

    fn verify<'a>(&'a self, _: &'a Credentials<'a>) -> BoxFuture<'a, Result<Arc<VerifiedSession>, VerifyError>> {
        Box::pin(async { Err(VerifyError::Missing) })
    }
}
