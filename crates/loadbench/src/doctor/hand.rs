//! What somebody careful would write for `psql`.

use std::{fmt::Write as _, path::Path};

use crate::sample::subject;

/// Writes the pairs of all linked users, from the development instance to the production instance, as it were.
pub(super) fn export(pairs: &Path) -> String {
    format!(
        "\\copy (SELECT clerk_user_id, {} FROM users WHERE clerk_user_id IS NOT NULL ORDER BY id) TO '{}' CSV\n",
        subject("(id + 100000000)"),
        pairs.display()
    )
}

/// The same batches as the doctor's, with the same before-images, each row locked before its image is taken.
pub(super) fn batches(pairs: &Path, count: u32, batch: u32) -> String {
    let mut sql = format!(
        "CREATE TABLE relink (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, old text NOT NULL, new text NOT NULL);\n\
         CREATE TABLE before_images (n bigint PRIMARY KEY, id integer NOT NULL, before text NOT NULL);\n\
         \\copy relink (old, new) FROM '{}' CSV\n\
         ANALYZE relink;\n",
        pairs.display()
    );
    for after in (0..count).step_by(batch as usize) {
        // Each statement is a transaction. Writing to a text does not fail.
        let _ = writeln!(
            sql,
            "WITH old AS MATERIALIZED (SELECT r.n, r.new, u.id, u::text AS before FROM relink AS r JOIN users AS u ON u.clerk_user_id = r.old \
             WHERE r.n > {after} AND r.n <= {upto} FOR UPDATE OF u), \
             done AS (UPDATE users AS u SET clerk_user_id = o.new FROM old AS o WHERE u.id = o.id) \
             INSERT INTO before_images (n, id, before) SELECT n, id, before FROM old;",
            upto = after + batch
        );
    }
    sql
}

/// Everything at once, and no way back.
pub(super) fn bare(pairs: &Path) -> String {
    format!(
        "CREATE TABLE relink (old text NOT NULL, new text NOT NULL);\n\\copy relink FROM '{}' CSV\nANALYZE relink;\n\
         UPDATE users SET clerk_user_id = r.new FROM relink AS r WHERE users.clerk_user_id = r.old;\n",
        pairs.display()
    )
}

/// A checksum over every row of these tables.
pub(super) fn checksum(tables: impl Iterator<Item = &'static str>) -> String {
    let one = |table| format!("SELECT count(*), sum(hashtextextended(t::text, 0)) FROM {table} AS t;");
    tables.map(one).collect::<Vec<_>>().join("\n")
}
