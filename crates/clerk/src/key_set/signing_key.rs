//! One RSA key, parsed once.

use std::{
    fmt,
    sync::atomic::{AtomicBool, Ordering},
};

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};

const MODULUS_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;
/// Larger exponents only make verification slow. All of Clerk's are 65537.
const MAX_EXPONENT: u64 = (1 << 33) - 1;

/// A key that verifies RS256 signatures.
pub(crate) struct SigningKey {
    /// `None` fits every token: a PEM has no name.
    kid: Option<Box<str>>,
    modulus: Box<[u8]>,
    exponent: Box<[u8]>,
    public: ParsedPublicKey,
    /// Cleared when the key leaves its set, so that what it has verified dies with it.
    live: AtomicBool,
}

impl SigningKey {
    /// `modulus` and `exponent` are big-endian and without leading zeros. `None` if they are no safe RSA key.
    pub(crate) fn new(kid: Option<&str>, modulus: &[u8], exponent: &[u8]) -> Option<Self> {
        let bits = modulus.len() * 8 - usize::try_from(modulus.first()?.leading_zeros()).ok()?;
        let odd = |number: &[u8]| number.last().is_some_and(|byte| byte % 2 == 1);
        let exponent_value = exponent.iter().take(9).fold(0, |value: u64, byte| value << 8 | u64::from(*byte));
        let exponent_fits = exponent.len() <= 5 && (3..=MAX_EXPONENT).contains(&exponent_value) && odd(exponent);
        if !MODULUS_BITS.contains(&bits) || !odd(modulus) || !exponent_fits {
            return None;
        }
        let components = RsaPublicKeyComponents { n: modulus, e: exponent };
        let public = components.to_parsed_public_key(&RSA_PKCS1_2048_8192_SHA256).ok()?;
        let live = AtomicBool::new(true);
        Some(Self { kid: kid.map(Into::into), modulus: modulus.into(), exponent: exponent.into(), public, live })
    }

    /// Its `kid`, if it has one.
    pub(crate) fn name(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    pub(crate) fn is_named(&self, kid: &str) -> bool {
        self.kid.as_deref().is_none_or(|ours| ours == kid)
    }

    /// Whether `other` is the same key under the same name.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.kid == other.kid && self.modulus == other.modulus && self.exponent == other.exponent
    }

    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        self.public.verify_sig(message, signature).is_ok()
    }

    pub(crate) fn retire(&self) {
        self.live.store(false, Ordering::Release);
    }

    pub(crate) fn is_live(&self) -> bool {
        self.live.load(Ordering::Acquire)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("kid", &self.kid).field("live", &self.is_live()).finish_non_exhaustive()
    }
}
