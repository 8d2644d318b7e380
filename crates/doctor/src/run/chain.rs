//! What tells whether the journal is as it was written.
//!
//! Each batch is sealed by a checksum over its journal rows, computed by the database, and each seal is chained to the
//! one before it. Whoever edits a journal row breaks its seal; whoever edits the seal breaks the chain.

use std::fmt::Write as _;

use aws_lc_rs::digest::{SHA256, digest as hash};

/// SHA-256 of a text, in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    hex(hash(&SHA256, text.as_bytes()).as_ref())
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The next link, from the one before it.
pub(super) fn link(before: &str, step: usize, upto: i64, rows: i64, seal: &str) -> String {
    digest(&format!("{before} {step} {upto} {rows} {seal}"))
}

/// The sums of which a seal consists: that over the rows, and that over the orphans among them. Those of all batches of a step add
/// up to those of the step.
pub(super) fn sums(seal: &str) -> Option<(i128, i128)> {
    let (rows, orphans) = seal.split_once('+').unwrap_or((seal, "0"));
    Some((rows.parse().ok()?, orphans.parse().ok()?))
}

/// A checksum over all journal rows `j`.
///
/// Each value is the seed of the next one's hash, so that each counts, and counts in its place. Arrays take far longer than
/// all the rest, so a key that has stayed the same is there once.
pub(super) const SEAL: &str = "coalesce(sum(hashtextextended(coalesce(j.before, '-'), \
     hash_array_extended(coalesce(j.k, '{-}') COLLATE \"C\", CASE WHEN j.k2 IS NULL THEN hashint8extended(coalesce(j.after, 0), j.n) \
     ELSE hash_array_extended(j.k2 COLLATE \"C\", hashint8extended(coalesce(j.after, 0), j.n)) END))), 0)::text";
