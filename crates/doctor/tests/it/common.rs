//! The damaged database, and what a test asks it.

use std::{collections::BTreeMap, fs};

use orientor_doctor::{
    ApplyOptions, Audit, AuditOptions, Decisions, Directory, DirectoryUser, Plan, Quiet, UndoOptions, WriteConsent,
    apply, audit, plan, undo,
};
use orientor_testkit::database::fixtures;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _};

pub fn fixture(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(fixtures().join(name)).unwrap()).unwrap()
}

pub fn options(url: &str, trusted: bool) -> AuditOptions {
    let text = |user: &Value, name: &str| user[name].as_str().map(ToOwned::to_owned);
    let list = fixture("legacy_orientor.clerk_directory.json");
    let users = list["users"].as_array().unwrap().iter().map(|user| DirectoryUser {
        id: text(user, "id").unwrap(),
        email: text(user, "email"),
        first_name: text(user, "first_name"),
        last_name: text(user, "last_name"),
        ..DirectoryUser::default()
    });
    let directory = Some(Directory { users: users.collect(), trusted });
    AuditOptions { url: url.to_owned(), directory, ..AuditOptions::default() }
}

pub async fn look(url: &str) -> Audit {
    audit(options(url, true), &Quiet).await.unwrap()
}

pub async fn plan_with(url: &str, decisions: &Decisions) -> Plan {
    plan(options(url, true), decisions, &Quiet).await.unwrap()
}

pub async fn apply_all(url: &str, plan: &Plan) -> i64 {
    let options = ApplyOptions { url: url.to_owned(), ..ApplyOptions::default() };
    let applied = apply(plan, &options, &Quiet, WriteConsent::given_by_operator()).await.unwrap();
    assert_eq!(applied.rows, plan.rows());
    applied.run
}

pub async fn undo_all(url: &str, run: i64) {
    let options =
        UndoOptions { apply: ApplyOptions { url: url.to_owned(), ..ApplyOptions::default() }, partial: false };
    let undone = undo(run, &options, &Quiet, WriteConsent::given_by_operator()).await.unwrap();
    assert!(undone.done && undone.conflicts.is_empty() && undone.moved_sequences.is_empty(), "{undone:?}");
}

/// What a statement gives as text, or what PostgreSQL says against it; nothing of it stays.
pub async fn tried(url: &str, sql: &str) -> Result<String, String> {
    let mut connection = PgConnection::connect(url).await.unwrap();
    connection.execute("BEGIN").await.unwrap();
    let rows = connection.fetch_all(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await;
    connection.execute("ROLLBACK").await.unwrap();
    connection.close().await.unwrap();
    let rows = rows.map_err(|error| error.to_string())?;
    Ok(rows.iter().filter_map(|row| row.try_get::<String, _>(0).ok()).collect::<Vec<_>>().join(" "))
}

/// Everything that a dump would say: columns, rules, indexes, sequences and notes as SQL, rows as checksums.
pub async fn state(url: &str) -> BTreeMap<String, String> {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let mut state = BTreeMap::new();
    let mine = "n.nspname = 'public'";
    let schema = [
        format!(
            "SELECT 'column ' || c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, \
             pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attcollation, col_description(c.oid, a.attnum)) FROM pg_attribute a \
             JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum \
             WHERE {mine} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped"
        ),
        format!(
            "SELECT 'constraint ' || c.relname || '.' || k.conname, concat_ws(' ', pg_get_constraintdef(k.oid), k.convalidated, \
             obj_description(k.oid, 'pg_constraint')) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid \
             JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {mine}"
        ),
        format!(
            "SELECT 'index ' || c.relname, concat_ws(' ', pg_get_indexdef(c.oid), i.indisvalid, obj_description(c.oid, 'pg_class')) \
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {mine}"
        ),
        format!(
            "SELECT 'sequence ' || c.relname, concat_ws(' ', s.seqincrement, s.seqstart, s.seqmax, format_type(s.seqtypid, NULL), \
             pg_sequence_last_value(c.oid), (SELECT d.refobjid::regclass || '.' || d.refobjsubid FROM pg_depend d WHERE d.objid = c.oid \
             AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a')) FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid \
             JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {mine}"
        ),
    ];
    for sql in schema {
        for row in connection.fetch_all(sqlx::raw_sql(AssertSqlSafe(sql))).await.unwrap() {
            state.insert(row.get(0), row.get(1));
        }
    }
    let tables = "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE n.nspname = 'public' AND c.relkind = 'r'";
    let tables: Vec<String> = connection.fetch_all(tables).await.unwrap().iter().map(|row| row.get(0)).collect();
    for table in tables {
        let sql = format!(
            "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ';' ORDER BY t::text COLLATE \"C\")), '') FROM {table} AS t"
        );
        let row = connection.fetch_one(sqlx::raw_sql(AssertSqlSafe(sql))).await.unwrap();
        state.insert(format!("rows of {table}"), row.get(0));
    }
    connection.close().await.unwrap();
    state
}
