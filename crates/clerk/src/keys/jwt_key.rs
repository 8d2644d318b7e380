//! The PEM key of `CLERK_JWT_KEY`, which verifies tokens without any network.

use std::str::FromStr;

use base64::Engine;

use super::EITHER_PADDING;
use crate::key_set::SigningKey;

const HEAD: &str = "-----BEGIN PUBLIC KEY-----";
const FOOT: &str = "-----END PUBLIC KEY-----";

/// `rsaEncryption` with its NULL parameters, as DER: the algorithm of every key that Clerk shows.
const RSA_ENCRYPTION: [u8; 13] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/// An instance's public key: RSA, 2048 to 8192 bits, as a `SubjectPublicKeyInfo`.
///
/// Deployments mangle PEM in every way. Accepted are real line breaks, escaped
/// ones (`\n`), everything on one line, and bare base64 without the armour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JwtKey {
    modulus: Box<[u8]>,
    exponent: Box<[u8]>,
}

/// Why a text is not such a key. The variants say what to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidJwtKey {
    /// A private key, a certificate or another kind of PEM block was pasted.
    #[error("this PEM block is no public key: copy the one headed `PUBLIC KEY`")]
    OtherBlock,
    /// Something is missing or was added while it was copied.
    #[error("the public key is damaged: it is not base64 between its armour lines, or not one key")]
    Damaged,
    /// Another algorithm, a modulus that is not 2048 to 8192 bits long, or an unsafe exponent.
    #[error("the public key cannot be used: expected RSA with 2048 to 8192 bits")]
    Unsuitable,
}

impl JwtKey {
    pub(crate) fn signing_key(&self) -> Option<SigningKey> {
        SigningKey::new(None, &self.modulus, &self.exponent)
    }
}

impl FromStr for JwtKey {
    type Err = InvalidJwtKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.replace("\\r", "").replace("\\n", "\n");
        let text = text.trim();
        let body = match (text.strip_prefix(HEAD), text.strip_suffix(FOOT)) {
            (Some(_), Some(_)) => text.get(HEAD.len()..text.len() - FOOT.len()).ok_or(InvalidJwtKey::Damaged)?,
            (None, None) if text.contains("-----BEGIN") && !text.contains(HEAD) => {
                return Err(InvalidJwtKey::OtherBlock);
            }
            (None, None) => text,
            _ => return Err(InvalidJwtKey::Damaged),
        };
        let base64: String = body.split_ascii_whitespace().collect();
        let der = EITHER_PADDING.decode(base64).map_err(|_| InvalidJwtKey::Damaged)?;
        let (modulus, exponent) = read_spki(&der)?;
        let key = Self { modulus: modulus.into(), exponent: exponent.into() };
        key.signing_key().map(|_| key).ok_or(InvalidJwtKey::Unsuitable)
    }
}

/// Modulus and exponent, without leading zeros.
fn read_spki(der: &[u8]) -> Result<(&[u8], &[u8]), InvalidJwtKey> {
    const SEQUENCE: u8 = 0x30;
    const BIT_STRING: u8 = 0x03;
    const INTEGER: u8 = 0x02;
    let damaged = InvalidJwtKey::Damaged;

    let (outer, rest) = read_element(der, SEQUENCE).ok_or(damaged)?;
    let (algorithm, key) = read_element(outer, SEQUENCE).ok_or(damaged)?;
    if !rest.is_empty() {
        return Err(damaged);
    }
    if algorithm != RSA_ENCRYPTION {
        return Err(InvalidJwtKey::Unsuitable);
    }
    let (bits, rest) = read_element(key, BIT_STRING).ok_or(damaged)?;
    let ([0, numbers @ ..], []) = (bits, rest) else { return Err(damaged) };
    let (numbers, rest) = read_element(numbers, SEQUENCE).ok_or(damaged)?;
    let (modulus, exponent) = read_element(numbers, INTEGER).ok_or(damaged)?;
    let (exponent, tail) = read_element(exponent, INTEGER).ok_or(damaged)?;
    if !rest.is_empty() || !tail.is_empty() {
        return Err(damaged);
    }
    // DER marks a positive number whose first bit is set by one leading zero.
    Ok((modulus.strip_prefix(&[0]).unwrap_or(modulus), exponent.strip_prefix(&[0]).unwrap_or(exponent)))
}

/// Content of the element that `der` begins with, and what follows it.
fn read_element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&found, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81 => {
            let (&length, rest) = rest.split_first()?;
            (usize::from(length), rest)
        }
        0x82 => {
            let (length, rest) = rest.split_first_chunk::<2>()?;
            (usize::from(u16::from_be_bytes(*length)), rest)
        }
        _ => return None,
    };
    if found == tag { rest.split_at_checked(length) } else { None }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::{
        encoding::AsDer,
        rsa::{KeyPair, KeySize},
        signature::KeyPair as _,
    };
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;

    use super::*;

    fn spki() -> Vec<u8> {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let der = pair.public_key().as_der().unwrap();
        der.as_ref().to_vec()
    }

    fn wrapped(base64: &str, newline: &str) -> String {
        let lines: Vec<_> = base64.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        lines.join(newline)
    }

    /// A key whose modulus has `bytes` bytes, all of them set.
    fn spki_with(bytes: usize, exponent: &[u8]) -> Vec<u8> {
        let element = |tag: u8, content: &[u8]| {
            let length = u16::try_from(content.len()).unwrap().to_be_bytes();
            [&[tag, 0x82], &length[..], content].concat()
        };
        let numbers = [element(2, &[&[0], &vec![0xff; bytes][..]].concat()), element(2, exponent)].concat();
        let bits = [&[0], &element(0x30, &numbers)[..]].concat();
        element(0x30, &[element(0x30, &RSA_ENCRYPTION), element(3, &bits)].concat())
    }

    #[test]
    fn every_form_that_deployments_hold_gives_the_same_key() {
        let base64 = STANDARD.encode(spki());
        let expected: JwtKey = base64.parse().unwrap();

        for text in [
            format!("{HEAD}\n{}\n{FOOT}\n", wrapped(&base64, "\n")),
            format!("{HEAD}\r\n{}\r\n{FOOT}\r\n", wrapped(&base64, "\r\n")),
            format!("{HEAD}\\n{}\\n{FOOT}\\n", wrapped(&base64, "\\n")),
            format!("{HEAD}\\r\\n{}\\r\\n{FOOT}", wrapped(&base64, "\\r\\n")),
            format!("{HEAD} {} {FOOT}", wrapped(&base64, " ")),
            format!("{HEAD}{base64}{FOOT}"),
            wrapped(&base64, "\n"),
            wrapped(&base64, "\\n"),
            base64.trim_end_matches('=').to_owned(),
            format!("  {base64}\n"),
        ] {
            assert_eq!(text.parse(), Ok(expected.clone()), "{text}");
        }
    }

    #[test]
    fn other_pem_blocks_are_named_as_such() {
        for kind in ["RSA PUBLIC KEY", "PRIVATE KEY", "RSA PRIVATE KEY", "CERTIFICATE"] {
            let text = format!("-----BEGIN {kind}-----\nMIIB\n-----END {kind}-----");
            assert_eq!(text.parse::<JwtKey>(), Err(InvalidJwtKey::OtherBlock), "{kind}");
        }
    }

    #[test]
    fn damaged_text_is_refused() {
        let base64 = STANDARD.encode(spki());
        for text in [
            String::new(),
            HEAD.to_owned(),
            format!("{HEAD}{FOOT}"),
            format!("{HEAD}{base64}"),
            format!("{base64}{FOOT}"),
            base64[..base64.len() - 8].to_owned(),
            format!("{base64}AAAA"),
            format!("{base64}!"),
            format!("{HEAD}{base64}{FOOT}{HEAD}{base64}{FOOT}"),
            "https://clerk.example.com".to_owned(),
        ] {
            assert_eq!(text.parse::<JwtKey>(), Err(InvalidJwtKey::Damaged), "{text}");
        }
    }

    #[test]
    fn weak_and_foreign_keys_are_refused() {
        let ed25519 =
            [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00].into_iter().chain([7; 32]);
        let cases = [
            ("1024 bits", spki_with(128, &[1, 0, 1])),
            ("2040 bits", spki_with(255, &[1, 0, 1])),
            ("8200 bits", spki_with(1025, &[1, 0, 1])),
            ("exponent 1", spki_with(256, &[1])),
            ("even exponent", spki_with(256, &[1, 0, 0])),
            ("Ed25519", ed25519.collect()),
        ];
        for (name, der) in cases {
            assert_eq!(STANDARD.encode(der).parse::<JwtKey>(), Err(InvalidJwtKey::Unsuitable), "{name}");
        }
        STANDARD.encode(spki_with(256, &[1, 0, 1])).parse::<JwtKey>().unwrap();
    }

    proptest! {
        #[test]
        fn nothing_panics(der in prop::collection::vec(any::<u8>(), 0..400), text in ".*") {
            let _ = STANDARD.encode(der).parse::<JwtKey>();
            let _ = text.parse::<JwtKey>();
        }

        #[test]
        fn no_cut_key_is_accepted(cut in 0usize..290) {
            let der = spki_with(256, &[1, 0, 1]);
            prop_assume!(cut < der.len());
            prop_assert!(STANDARD.encode(&der[..cut]).parse::<JwtKey>().is_err());
        }
    }
}
