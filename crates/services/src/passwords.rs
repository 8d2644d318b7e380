//! Passwords of shares: digests that are expensive to make, so that few are made at the same time, and none on a thread
//! that answers requests.

use std::{sync::Arc, time::Duration};

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _, password_hash::phc::PasswordHash};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::ServiceError;

/// How long somebody waits for their turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes and compares digests, a few at a time. Cloning is cheap and shares the bound.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is another password, or the digest is none.
    Wrong,
    /// It is this password.
    Right,
    /// It is this password, and the digest is of the older application's kind.
    RightButOld,
}

impl Passwords {
    /// At most so many digests at the same time, each of which takes 19 MiB.
    pub fn new(at_once: usize) -> Self {
        Self { turns: Arc::new(Semaphore::new(at_once)) }
    }

    /// An argon2id digest with a salt of its own, as a PHC string.
    pub async fn hash(&self, password: String) -> Result<String, ServiceError> {
        let hash = self.in_turn(move || Argon2::default().hash_password(password.as_bytes()).map(|it| it.to_string()));
        hash.await?.map_err(|_| ServiceError::Fault("a password could not be hashed"))
    }

    /// Compares a password with a stored digest, argon2 or bcrypt.
    pub async fn verify(&self, password: String, stored: String) -> Result<Verdict, ServiceError> {
        self.in_turn(move || {
            if stored.starts_with("$2") {
                return match bcrypt::verify(password, &stored) {
                    Ok(true) => Verdict::RightButOld,
                    _ => Verdict::Wrong,
                };
            }
            let digest = PasswordHash::new(&stored);
            let is_right = digest.is_ok_and(|it| Argon2::default().verify_password(password.as_bytes(), &it).is_ok());
            if is_right { Verdict::Right } else { Verdict::Wrong }
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ServiceError> {
        let turn = timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        let turn = turn.ok().and_then(Result::ok).ok_or(ServiceError::Busy)?;
        // The turn ends with the work, also when whoever asked has gone.
        let done = spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.map_err(|_| ServiceError::Fault("hashing a password did not end"))
    }
}

/// As many at the same time as leave a core for answering.
impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::new((cores / 2).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_digest_fits_its_password_alone_and_never_looks_like_another() {
        let passwords = Passwords::new(2);
        let [one, two] =
            [passwords.hash("sesame".into()).await.unwrap(), passwords.hash("sesame".into()).await.unwrap()];

        assert!(one.starts_with("$argon2id$") && one != two && one.len() < 255, "{one}");
        assert_eq!(passwords.verify("sesame".into(), one.clone()).await.unwrap(), Verdict::Right);
        for (password, stored) in [("Sesame", one.as_str()), ("sesame", "sesame"), ("", ""), ("sesame", "$argon2id$")] {
            assert_eq!(passwords.verify(password.into(), stored.into()).await.unwrap(), Verdict::Wrong, "{stored}");
        }
    }

    #[tokio::test]
    async fn a_digest_of_the_older_application_is_known() {
        let passwords = Passwords::new(1);
        let old = bcrypt::hash("sesame", 4).unwrap();

        assert_eq!(passwords.verify("sesame".into(), old.clone()).await.unwrap(), Verdict::RightButOld);
        assert_eq!(passwords.verify("other".into(), old).await.unwrap(), Verdict::Wrong);
        assert_eq!(passwords.verify("x".into(), "$2b$nonsense".into()).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test(start_paused = true)]
    async fn who_does_not_get_a_turn_is_told_so() {
        let passwords = Passwords::new(1);
        let _turn = passwords.turns.acquire().await.unwrap();

        assert!(matches!(passwords.hash("sesame".into()).await, Err(ServiceError::Busy)));
    }
}
