//! What a token says, judged once its signature has been found good.

use std::time::Duration;

use orientor_identity::{ClerkUserId, Issuer, PersonClaims, Subject, TokenFault, VerifiedSession};

use super::{Header, Object, Value};
use crate::verifier::VerifierSettings;

/// Longest id after `sess_`. Clerk uses 27 characters today.
const MAX_SESSION_SUFFIX: usize = 64;
/// Longest `act.sub`. It goes into audit rows.
const MAX_ACTOR: usize = 128;

/// When a token may be used, in Unix seconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    expires_at: u64,
    not_before: Option<u64>,
    issued_at: Option<u64>,
}

impl Window {
    fn read(claims: &Object<'_>) -> Result<Self, TokenFault> {
        let time = |name: &str| match claims.get(name) {
            None => Ok(None),
            Some(Value::Integer(seconds)) => Ok(Some(*seconds)),
            Some(_) => Err(TokenFault::Claims),
        };
        let expires_at = time("exp")?.ok_or(TokenFault::Claims)?;
        Ok(Self { expires_at, not_before: time("nbf")?, issued_at: time("iat")? })
    }

    /// Whether the token may be used at `now`, give or take `skew`.
    pub(crate) fn check(self, now: Duration, skew: Duration) -> Result<(), TokenFault> {
        let latest = now + skew;
        if Duration::from_secs(self.expires_at) + skew <= now {
            return Err(TokenFault::Expired);
        }
        if self.not_before.is_some_and(|at| Duration::from_secs(at) > latest) {
            return Err(TokenFault::NotYetValid);
        }
        if self.issued_at.is_some_and(|at| Duration::from_secs(at) > latest) {
            return Err(TokenFault::IssuedInFuture);
        }
        Ok(())
    }
}

/// Judges the claims of a token whose signature fits a key of `issuer` and whose `iss` is `issuer`.
pub(crate) fn judge(
    header: &Header,
    claims: &Object<'_>,
    issuer: &Issuer,
    settings: &VerifierSettings,
    now: Duration,
) -> Result<(VerifiedSession, Window), TokenFault> {
    if !header.may_be_session || is_of_another_class(claims) {
        return Err(TokenFault::NotASession);
    }
    if !matches!(claims.get("v"), None | Some(Value::Integer(1 | 2))) {
        return Err(TokenFault::Claims);
    }
    let subject: ClerkUserId = required_text(claims, "sub")?.parse().map_err(|_| TokenFault::BadSubject)?;
    if !claims.has("sid") {
        return Err(TokenFault::NotASession);
    }
    let session_id = required_text(claims, "sid")?;
    if !is_session_id(session_id) {
        return Err(TokenFault::Claims);
    }
    check_party(claims, settings)?;
    let window = Window::read(claims)?;
    window.check(now, settings.clock_skew)?;
    match optional_text(claims, "sts")? {
        None | Some("active") => {}
        Some("pending") if settings.allow_pending => {}
        Some(_) => return Err(TokenFault::Pending),
    }
    let session = VerifiedSession {
        subject: Subject { issuer: issuer.clone(), id: subject },
        session_id: session_id.into(),
        expires_at: window.expires_at,
        issued_at: window.issued_at,
        actor: actor(claims)?,
        claims: person(claims, settings),
    };
    Ok((session, window))
}

/// Other things that the same key signs: handshakes, client tokens, OAuth and machine tokens.
fn is_of_another_class(claims: &Object<'_>) -> bool {
    let begins = |name: &str, prefixes: &[&str]| {
        let text = claims.get(name).and_then(Value::as_text).unwrap_or_default();
        prefixes.iter().any(|prefix| text.starts_with(prefix))
    };
    claims.has("handshake")
        || claims.has("rotating_token")
        || (claims.has("client_id") && (claims.has("scope") || claims.has("scp")))
        || begins("sub", &["mch_"])
        || begins("jti", &["oat_", "mt_", "m2m_"])
}

fn check_party(claims: &Object<'_>, settings: &VerifierSettings) -> Result<(), TokenFault> {
    let party = optional_text(claims, "azp")?;
    let parties = &settings.authorized_parties;
    let accepted = match party {
        // Without parties there is nothing that an origin could be foreign to.
        _ if parties.is_empty() => true,
        Some(party) => parties.iter().any(|ours| ours == party),
        None => settings.allow_missing_azp,
    };
    if accepted { Ok(()) } else { Err(TokenFault::Party) }
}

fn actor(claims: &Object<'_>) -> Result<Option<Box<str>>, TokenFault> {
    let act = match claims.get("act") {
        None => return Ok(None),
        Some(Value::Object(act)) => act,
        Some(_) => return Err(TokenFault::Claims),
    };
    let actor = required_text(act, "sub")?;
    let fits = (1..=MAX_ACTOR).contains(&actor.len()) && actor.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(Some(actor.into())) } else { Err(TokenFault::Claims) }
}

/// The claims that the settings name. They are custom ones, which an instance fills
/// with `null` when it has nothing, so a wrong type means absent and never signs anybody out.
fn person(claims: &Object<'_>, settings: &VerifierSettings) -> PersonClaims {
    let find = |name: &Option<String>| name.as_deref().and_then(|name| claims.get(name));
    let text = |name| find(name).and_then(Value::as_text).filter(|text| !text.is_empty()).map(Into::into);
    PersonClaims {
        email: text(&settings.email_claim),
        email_verified: matches!(find(&settings.email_verified_claim), Some(Value::Bool(true))),
        external_id: text(&settings.external_id_claim),
    }
}

fn is_session_id(text: &str) -> bool {
    text.strip_prefix("sess_").is_some_and(|suffix| {
        (1..=MAX_SESSION_SUFFIX).contains(&suffix.len()) && suffix.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn required_text<'o>(object: &'o Object<'_>, name: &str) -> Result<&'o str, TokenFault> {
    optional_text(object, name)?.ok_or(TokenFault::Claims)
}

fn optional_text<'o>(object: &'o Object<'_>, name: &str) -> Result<Option<&'o str>, TokenFault> {
    match object.get(name) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(_) => Err(TokenFault::Claims),
    }
}
