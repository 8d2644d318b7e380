//! Databases to test on, and a look at what is in them.

use orientor_identity::UserId;
use orientor_store::{
    ConnectOptions, Database,
    migrate::{Addition, MigrateOptions, migrate},
};
use orientor_testkit::database::TestDatabase;
use sqlx::AssertSqlSafe;

/// A database, and what deletes it afterwards.
pub(crate) struct Home {
    pub(crate) db: Database,
    pub(crate) place: TestDatabase,
}

impl Home {
    pub(crate) async fn of(place: TestDatabase) -> Self {
        let options = ConnectOptions { max_connections: 4, ..ConnectOptions::default() };
        Self { db: Database::connect(place.url(), &options).await.unwrap(), place }
    }

    /// On the engine under test, with every table.
    pub(crate) async fn migrated() -> Self {
        let home = Self::empty().await;
        home.migrate().await;
        home
    }

    /// On the engine under test.
    pub(crate) async fn empty() -> Self {
        Self::of(TestDatabase::new().await).await
    }

    /// The damaged database of the older application.
    pub(crate) async fn legacy() -> Self {
        Self::of(TestDatabase::legacy().await).await
    }

    pub(crate) async fn migrate(&self) -> Vec<Addition> {
        migrate(&self.db, &[], MigrateOptions::default()).await.unwrap()
    }

    pub(crate) async fn run(&self, sql: &str) {
        self.try_run(sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }

    pub(crate) async fn try_run(&self, sql: &str) -> Result<(), sqlx::Error> {
        match &self.db {
            Database::Postgres(pool) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.map(drop),
            Database::Sqlite { writer, .. } => sqlx::raw_sql(AssertSqlSafe(sql)).execute(writer).await.map(drop),
        }
    }

    pub(crate) async fn number(&self, sql: &str) -> i64 {
        match &self.db {
            Database::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(pool).await,
            Database::Sqlite { writer, .. } => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(writer).await,
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    /// The first column of every row, as text.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        match &self.db {
            Database::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(pool).await,
            Database::Sqlite { writer, .. } => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(writer).await,
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    /// A new user with this address.
    pub(crate) async fn user(&self, name: &str) -> UserId {
        let sql = format!("INSERT INTO users (email) VALUES ('{name}@example.com') RETURNING CAST(id AS bigint)");
        UserId::from_row(self.number(&sql).await).unwrap()
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.db, Database::Postgres(_))
    }

    pub(crate) fn pool(&self) -> &sqlx::PgPool {
        match &self.db {
            Database::Postgres(pool) => pool,
            Database::Sqlite { .. } => panic!("this test is about PostgreSQL"),
        }
    }

    /// Everything that the catalogue says about the schema, one line a fact.
    pub(crate) async fn fingerprint(&self) -> Vec<String> {
        match &self.db {
            Database::Postgres(_) => {
                let mut lines = self.texts(include_str!("fingerprint.sql")).await;
                for (name, step) in self.sequences().await {
                    let next = format!("CASE WHEN is_called THEN last_value + {step} ELSE last_value END");
                    let next = self.number(&format!("SELECT {next} FROM \"{name}\"")).await;
                    lines.push(format!("sequence {name} gives {next} next"));
                }
                lines
            }
            Database::Sqlite { .. } => {
                let sql = "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema \
                           WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";
                self.texts(sql).await
            }
        }
    }

    async fn sequences(&self) -> Vec<(String, i64)> {
        let sql =
            "SELECT sequencename::text, increment_by FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1";
        sqlx::query_as(sql).fetch_all(self.pool()).await.unwrap()
    }

    /// A checksum over the rows of every table of today, over today's columns.
    pub(crate) async fn contents(&self) -> Contents {
        let sql = "SELECT table_name::text, string_agg(quote_ident(column_name), ', ' ORDER BY column_name) \
                   FROM information_schema.columns JOIN pg_tables ON tablename = table_name AND schemaname = table_schema \
                   WHERE table_schema = current_schema() GROUP BY 1 ORDER BY 1";
        let tables: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(self.pool()).await.unwrap();
        let mut contents = Contents { tables, sums: Vec::new() };
        contents.sums = self.sums_of(&contents.tables).await;
        contents
    }

    /// The same again over the tables and columns of then.
    pub(crate) async fn sums_of(&self, tables: &[(String, String)]) -> Vec<String> {
        let mut sums = Vec::new();
        for (table, columns) in tables {
            let sql = format!(
                "SELECT '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(r, chr(10) ORDER BY r)), '') \
                 FROM (SELECT (SELECT row_to_json(x)::text FROM (SELECT {columns}) AS x) AS r FROM \"{table}\") AS y"
            );
            sums.extend(self.texts(&sql).await);
        }
        sums
    }
}

/// Checksums, and what they were taken over.
pub(crate) struct Contents {
    pub(crate) tables: Vec<(String, String)>,
    pub(crate) sums: Vec<String>,
}
