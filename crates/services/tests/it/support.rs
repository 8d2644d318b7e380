//! A database with people in it, and other programs that write to it.

use orientor_identity::UserId;
use orientor_services::matching::{Matching, Ranking};
use orientor_store::{
    ConnectOptions, Database, Patch,
    migrate::{MigrateOptions, migrate},
};
use orientor_testkit::database::TestDatabase;
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;

/// A ranking to the bit: who, and components, compatibility and coverage.
pub(crate) type Bits = Vec<(i64, [Option<u64>; 6], u64, u64)>;

pub(crate) fn bits(ranking: &Ranking) -> Bits {
    let of = |peer: &orientor_services::matching::RankedPeer| {
        let found = peer.ranked.compatibility;
        assert_eq!(peer.user.get(), peer.ranked.user_id);
        let components = found.components.map(|score| score.map(f64::to_bits));
        (peer.ranked.user_id, components, found.compatibility.to_bits(), found.coverage.to_bits())
    };
    ranking.peers.iter().map(of).collect()
}

pub(crate) struct Home {
    pub(crate) db: Database,
    /// As another program has it open.
    pub(crate) elsewhere: Database,
    _place: TestDatabase,
}

impl Home {
    pub(crate) async fn new() -> Self {
        let place = TestDatabase::new().await;
        let options = ConnectOptions { max_connections: 6, ..ConnectOptions::default() };
        let db = Database::connect(place.url(), &options).await.unwrap();
        migrate(&db, &[], MigrateOptions::default()).await.unwrap();
        let options = ConnectOptions { max_connections: 2, exclusive: false, ..ConnectOptions::default() };
        let elsewhere = Database::connect(place.url(), &options).await.unwrap();
        Self { db, elsewhere, _place: place }
    }

    pub(crate) async fn with_index(&self) -> Matching {
        let matching = Matching::indexed(self.db.clone());
        matching.ready().await;
        matching
    }

    /// What another program does.
    pub(crate) async fn run(&self, sql: &str) {
        let done = match &self.elsewhere {
            Database::Postgres(pool) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.map(drop),
            Database::Sqlite { writer, .. } => sqlx::raw_sql(AssertSqlSafe(sql)).execute(writer).await.map(drop),
        };
        done.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }

    pub(crate) async fn users(&self) -> Vec<UserId> {
        let sql = "SELECT CAST(id AS bigint) FROM users ORDER BY id";
        let numbers: Vec<i64> = match &self.db {
            Database::Postgres(pool) => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
            Database::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
        };
        numbers.into_iter().map(|number| UserId::from_row(number).unwrap()).collect()
    }

    /// So many new people, each with a profile.
    pub(crate) async fn people(&self, count: usize) -> Vec<UserId> {
        for _ in 0..count {
            self.run("INSERT INTO users (is_active) VALUES (true)").await;
        }
        let users = self.users().await;
        for user in &users {
            let user = user.get();
            let industry = ["Software", "Research", "Arts"][usize::try_from(user).unwrap() % 3];
            let sql = format!("INSERT INTO user_profiles (user_id, industry) VALUES ({user}, '{industry}')");
            self.run(&sql).await;
        }
        users
    }
}

pub(crate) fn patch(members: Value) -> Patch {
    members.as_object().cloned().unwrap_or_default().into()
}

pub(crate) fn skills(skills: &[&str], industry: Option<&str>) -> Patch {
    patch(json!({ "skills": skills, "industry": industry }))
}
