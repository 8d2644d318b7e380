//! Short-lived tokens of ours that say who a user is.

use std::{fmt, sync::Arc, time::Duration};

use axum::http::HeaderValue;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use orientor_identity::{Authenticated, Clock, VerifiedSession};
use quick_cache::sync::Cache;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Claims, IdentityKey, KeyError};

/// How long a token is valid, in seconds.
const LIFETIME: u64 = 60;
/// How long a token is given out, in seconds: whoever gets one can use it for the rest of its life.
const GIVEN_OUT: u64 = 30;
/// Tokens that are kept, with less than 1 kB each. Beyond that many sessions at once some are signed again.
const KEPT: usize = 16_384;

/// Signs who a user is, for applications that want to check where their headers come from.
pub struct IdentitySigner {
    current: IdentityKey,
    next: Option<IdentityKey>,
    issuer: String,
    audience: String,
    clock: Arc<dyn Clock>,
    /// `{"alg": …}` in base64url, with the dot behind it.
    header: String,
    kept: Cache<Key, Arc<Kept>>,
}

/// What the bridge has answered, exactly: the address of the session, and the user. The bridge gives out one allocation
/// for each verified token, and an entry holds it, so that no other session can come to stand there.
type Key = (usize, i64);

struct Kept {
    session: Arc<VerifiedSession>,
    claims: Arc<Claims>,
    /// Unix seconds.
    give_until: u64,
}

#[derive(Serialize)]
struct Payload<'a> {
    iss: &'a str,
    sub: String,
    sid: &'a str,
    aud: &'a str,
    iat: u64,
    exp: u64,
}

impl IdentitySigner {
    /// Signs with `current`. `next` is only published: the key that will sign, or the one that has signed until now.
    #[must_use]
    pub fn new(
        current: IdentityKey,
        next: Option<IdentityKey>,
        issuer: String,
        audience: String,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let header = json!({ "alg": "ES256", "kid": current.id(), "typ": "JWT" }).to_string();
        let header = format!("{}.", URL_SAFE_NO_PAD.encode(header));
        Self { current, next, issuer, audience, clock, header, kept: Cache::new(KEPT) }
    }

    /// The key set (RFC 7517) for whoever verifies.
    pub(crate) fn to_jwks(&self) -> Value {
        let keys = std::iter::once(&self.current).chain(&self.next);
        json!({ "keys": keys.map(IdentityKey::to_jwk).collect::<Vec<_>>() })
    }

    /// The headers of a caller whom the bridge has just let pass.
    ///
    /// Asking the bridge is not spared, so nothing is given out here after the bridge has changed its mind.
    pub(super) fn pass(&self, caller: &Authenticated) -> Result<Arc<Claims>, KeyError> {
        let key = (Arc::as_ptr(&caller.session).addr(), caller.user.get());
        let now = self.clock.now();
        if let Some(kept) = self.kept.get(&key)
            && Arc::ptr_eq(&kept.session, &caller.session)
            && now < Duration::from_secs(kept.give_until)
        {
            return Ok(Arc::clone(&kept.claims));
        }
        let now = now.as_secs();
        let session = &caller.session;
        let expires_at = (now + LIFETIME).min(session.expires_at);
        let claims = Arc::new(Claims { identity: Some(self.sign(caller, now, expires_at)?), ..Claims::of(caller) });
        // Where the session ends sooner, another token would not live any longer.
        let give_until = if expires_at == session.expires_at { expires_at } else { now + GIVEN_OUT };
        let kept = Kept { session: Arc::clone(session), claims: Arc::clone(&claims), give_until };
        self.kept.insert(key, Arc::new(kept));
        Ok(claims)
    }

    fn sign(&self, caller: &Authenticated, now: u64, expires_at: u64) -> Result<HeaderValue, KeyError> {
        let payload = Payload {
            iss: &self.issuer,
            sub: caller.user.to_string(),
            sid: &caller.session.session_id,
            aud: &self.audience,
            iat: now,
            exp: expires_at,
        };
        let mut token = self.header.clone();
        URL_SAFE_NO_PAD.encode_string(json!(payload).to_string(), &mut token);
        let signature = self.current.sign(token.as_bytes())?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        let value = HeaderValue::try_from(token);
        // Base64url and dots fit into every header.
        Ok(value.unwrap_or_else(|_| HeaderValue::from_static("")))
    }
}

impl fmt::Debug for IdentitySigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentitySigner")
            .field("current", &self.current)
            .field("next", &self.next)
            .field("issuer", &self.issuer)
            .field("audience", &self.audience)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use orientor_identity::{ManualClock, PersonClaims, Subject, UserId};

    use super::*;

    const START: u64 = 1_000_000;

    fn caller(user: i64, expires_at: u64) -> Authenticated {
        let subject =
            Subject { issuer: "https://clerk.example.com".parse().unwrap(), id: "user_2abc".parse().unwrap() };
        let session = VerifiedSession {
            subject,
            session_id: "sess_1".into(),
            expires_at,
            issued_at: None,
            actor: None,
            claims: PersonClaims::default(),
        };
        Authenticated { user: UserId::from_row(user).unwrap(), session: Arc::new(session) }
    }

    fn signer() -> (IdentitySigner, Arc<ManualClock>) {
        let key = || IdentityKey::generate_pem().unwrap().parse().unwrap();
        let clock = Arc::new(ManualClock::at(START));
        let signer = IdentitySigner::new(key(), Some(key()), "orientor".into(), "app".into(), clock.clone());
        (signer, clock)
    }

    fn token(signer: &IdentitySigner, caller: &Authenticated) -> String {
        let claims = signer.pass(caller).unwrap();
        claims.identity.as_ref().unwrap().to_str().unwrap().to_owned()
    }

    fn payload(token: &str) -> Value {
        let payload = URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
        serde_json::from_slice(&payload).unwrap()
    }

    #[test]
    fn a_token_lives_for_a_minute_and_never_longer_than_its_session() {
        let (signer, clock) = signer();
        for (session_seconds, expected) in [(3_600, 60), (61, 60), (60, 60), (59, 59), (1, 1)] {
            let token = token(&signer, &caller(7, START + session_seconds));
            let payload = payload(&token);
            assert_eq!((&payload["iat"], &payload["exp"]), (&json!(START), &json!(START + expected)));
            assert_eq!(
                (&payload["sub"], &payload["sid"], &payload["aud"]),
                (&json!("7"), &json!("sess_1"), &json!("app"))
            );
        }
        // The verifier allows for clocks that differ; what is signed says the truth all the same.
        clock.advance(Duration::from_secs(3));
        assert_eq!(payload(&token(&signer, &caller(7, START + 1)))["exp"], START + 1);
    }

    #[test]
    fn a_token_is_given_out_for_half_of_its_life() {
        let (signer, clock) = signer();
        let long = caller(7, START + 3_600);
        let first = token(&signer, &long);

        clock.advance(Duration::from_millis(GIVEN_OUT * 1_000 - 1));
        assert_eq!(token(&signer, &long), first);
        clock.advance(Duration::from_millis(1));
        let second = token(&signer, &long);

        assert_eq!(payload(&second)["exp"], START + GIVEN_OUT + LIFETIME);
        // Nothing is to be gained from signing again what ends with the session.
        let short = caller(7, START + GIVEN_OUT + 50);
        let first = token(&signer, &short);
        clock.advance(Duration::from_secs(49));
        assert_eq!(token(&signer, &short), first);
    }

    #[test]
    fn a_token_is_given_to_whom_the_bridge_has_named_and_to_nobody_else() {
        let (signer, _) = signer();
        let before = caller(7, START + 3_600);
        let first = token(&signer, &before);

        let moved = Authenticated { user: UserId::from_row(8).unwrap(), ..before.clone() };
        let verified_anew = caller(7, START + 3_600);

        assert_eq!(payload(&token(&signer, &moved))["sub"], "8");
        assert_ne!(token(&signer, &verified_anew), first);
        assert_eq!(token(&signer, &before), first);
    }

    #[test]
    fn memory_is_bounded() {
        let (signer, _) = signer();
        for user in 1..=(i64::try_from(KEPT).unwrap() + 1_000) {
            signer.pass(&caller(user, START + 3_600)).unwrap();
        }
        assert!(signer.kept.len() <= KEPT);
    }
}
