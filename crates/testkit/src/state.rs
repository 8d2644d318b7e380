//! The whole state of a database but for the doctor's own schema, to compare before and after.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};

/// One line for each table with a checksum of its rows, each column, constraint, index, sequence and trigger.
///
/// # Panics
///
/// If the database does not answer.
#[expect(clippy::panic, reason = "a test cannot compare what it could not read")]
pub async fn state(url: &str) -> Vec<String> {
    read(url).await.unwrap_or_else(|error| panic!("the state could not be read: {error}"))
}

async fn read(url: &str) -> Result<Vec<String>, sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    let mut lines: Vec<String> = Vec::new();
    for sql in CATALOGUE {
        for row in sqlx::query(AssertSqlSafe(*sql)).fetch_all(&mut connection).await? {
            lines.push(row.try_get(0)?);
        }
    }
    let tables = "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor') \
                  ORDER BY 1";
    for table in sqlx::query(tables).fetch_all(&mut connection).await? {
        let table: String = table.try_get(0)?;
        let sql = format!(
            "SELECT count(*)::text || ' ' || coalesce(sum(hashtextextended(t::text, 7)::numeric), 0)::text FROM {table} AS t"
        );
        let sum: String = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut connection).await?.try_get(0)?;
        lines.push(format!("rows {table} {sum}"));
    }
    let sequences = "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                     WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor') ORDER BY 1";
    for sequence in sqlx::query(sequences).fetch_all(&mut connection).await? {
        let sequence: String = sequence.try_get(0)?;
        let sql = format!("SELECT last_value::text || ' ' || is_called::text FROM {sequence}");
        let at: String = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut connection).await?.try_get(0)?;
        lines.push(format!("at {sequence} {at}"));
    }
    lines.sort();
    connection.close().await?;
    Ok(lines)
}

/// What is in one and not in the other, for a message.
pub fn difference(before: &[String], after: &[String]) -> String {
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let new = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(new).take(20).collect::<Vec<_>>().join("\n")
}

const CATALOGUE: &[&str] = &[
    "SELECT format('column %s.%s %s %s %s %s %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, \
     coalesce(pg_get_expr(d.adbin, d.adrelid), '-'), a.attidentity, a.attgenerated) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
     JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
     WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname !~ '^pg_' \
     AND n.nspname NOT IN ('information_schema', 'orientor_doctor')",
    "SELECT format('constraint %s.%s %s %s %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated) FROM pg_constraint k \
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_' \
     AND n.nspname NOT IN ('information_schema', 'orientor_doctor')",
    "SELECT format('index %s %s', pg_get_indexdef(i.indexrelid), i.indisvalid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid \
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor')",
    "SELECT format('sequence %s.%s %s %s %s %s %s %s %s %s', n.nspname, c.relname, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, \
     s.seqcache, s.seqcycle, (SELECT d.refobjid::regclass::text || '.' || d.refobjsubid::text FROM pg_depend d WHERE d.objid = c.oid AND d.refobjsubid > 0 \
     AND d.deptype IN ('a', 'i') LIMIT 1)) FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace \
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'orientor_doctor'",
    "SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND n.nspname <> 'orientor_doctor'",
];
