//! What tells whether the journal is as it was written.
//!
//! Each batch is sealed by a checksum over its journal rows, computed by the database, and each seal is chained to the
//! one before it. Whoever edits a journal row breaks its seal; whoever edits the seal breaks the chain.

use std::fmt::Write as _;

use aws_lc_rs::digest::{SHA256, digest as hash};

/// SHA-256 of a text, in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in hash(&SHA256, text.as_bytes()).as_ref() {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The next link, from the one before it.
pub(super) fn link(before: &str, step: usize, upto: i64, rows: i64, seal: &str) -> String {
    digest(&format!("{before} {step} {upto} {rows} {seal}"))
}

/// The checksum over journal rows `j` as SQL.
pub(super) const SEAL: &str = "coalesce(sum(hashtextextended(j.n::text || ' ' || coalesce(j.k::text, '-') || ' ' || coalesce(j.k2::text, '-') \
     || ' ' || coalesce(j.before, '-') || ' ' || coalesce(j.after::text, '-'), 2)::numeric), 0)::text";
