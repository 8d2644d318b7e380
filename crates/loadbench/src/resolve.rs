//! Resolving in process: memory over very many subjects, and a thousand at once beside the bare statement.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use orientor_identity::{Bridge, BridgeSettings, ClerkUserId, Issuer, PersonClaims, Subject, VerifiedSession};
use orientor_store::{
    ConnectOptions, Database, identity_objects,
    migrate::{MigrateOptions, migrate},
    user_directory,
};
use orientor_testkit::{
    database::TestDatabase,
    dice::Dice,
    identity::{Everybody, NoTokens},
};

use crate::{
    clerk::ISSUER,
    process::resident_mb,
    report::{Row, commas, median, print},
};

const SUBJECTS: usize = 1_000_000;
const RESOLVES: u32 = 10_000_000;
/// Memory is looked at after each.
const PARTS: u32 = 10;
/// Memory at the end beside that after the first part.
const FLAT: f64 = 1.05;

const LINKED: usize = 100_000;
const AT_ONCE: usize = 1_000;
const ROUNDS: usize = 200;
const OVERHEAD: f64 = 1.3;

/// Measures; whether both promises were kept.
pub(crate) async fn run() -> Result<bool> {
    Ok(print(&[memory().await?, many().await?]))
}

async fn memory() -> Result<Row> {
    eprintln!("{} resolves of {} subjects", commas(RESOLVES), count(SUBJECTS));
    let issuer: Issuer = ISSUER.parse()?;
    let settings = BridgeSettings { cache_for: Duration::from_hours(1), ..BridgeSettings::default() };
    let entries = settings.cache_entries;
    let bridge = Bridge::new(Arc::new(NoTokens), Arc::new(Everybody), issuer.clone(), settings);
    let mut dice = Dice::new(1);
    let mut session = VerifiedSession {
        subject: Subject { issuer, id: clerk_id(0)? },
        session_id: "sess_1".into(),
        expires_at: 0,
        issued_at: None,
        actor: None,
        claims: PersonClaims::default(),
    };
    let mut resident = Vec::new();
    for _ in 0..PARTS {
        for _ in 0..RESOLVES / PARTS {
            let n = dice.below(SUBJECTS);
            session.subject.id = clerk_id(n)?;
            let user = bridge.ensure(&session).await?;
            ensure!(user.get() == i64::try_from(n)? + 1, "somebody was taken for somebody else");
        }
        resident.push(resident_mb(std::process::id())?);
        eprintln!("{:.1} MB", resident[resident.len() - 1]);
    }
    let (first, last) = (resident[0], resident[resident.len() - 1]);
    let what = format!("memory after {} resolves of {} subjects", commas(RESOLVES), count(SUBJECTS));
    let against = format!("after a tenth of them, {} kept: {first:.1} MB", count(entries));
    Ok(Row::new(what, format!("{last:.1} MB"))
        .against(against, Some(last / first))
        .promised(format!("≤ {FLAT}"), last / first <= FLAT))
}

fn clerk_id(n: usize) -> Result<ClerkUserId> {
    Ok(format!("user_2{n:026}").parse()?)
}

async fn many() -> Result<Row> {
    let place = TestDatabase::postgres().await;
    let database = Database::connect(place.url(), &ConnectOptions::default()).await?;
    migrate(&database, &identity_objects(database.dialect()), MigrateOptions::default()).await?;
    let Database::Postgres(pool) = &database else { anyhow::bail!("this is about PostgreSQL") };
    eprintln!("linking {} users", count(LINKED));
    let make = format!(
        "INSERT INTO users (is_active, onboarding_completed) SELECT true, false FROM generate_series(1, {LINKED});
         INSERT INTO identity_links (issuer, subject, user_id, evidence)
         SELECT '{ISSUER}', 'user_2' || lpad((id - 1)::text, 26, '0'), id, 'created' FROM users;
         ANALYZE"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(make)).execute(pool).await?;
    let issuer: Issuer = ISSUER.parse()?;
    let directory = user_directory(&database, issuer.clone());
    let bridge = Bridge::new(Arc::new(NoTokens), Arc::new(directory), issuer, BridgeSettings::default());
    // What is asked: not only where the link leads, but whether that user exists and is active, and whether the id was cut off.
    let bare = "SELECT l.subject, l.user_id, u.id, u.is_active, l.state FROM identity_links l LEFT JOIN users u ON u.id = l.user_id \
                WHERE l.issuer = $1 AND l.subject = ANY($2) \
                UNION ALL SELECT subject, NULL, NULL, NULL, NULL FROM identity_tombstones WHERE issuer = $1 AND subject = ANY($2) \
                UNION ALL SELECT clerk_user_id, id, id, is_active, NULL FROM users WHERE clerk_user_id = ANY($2)";

    eprintln!("{AT_ONCE} at once, {ROUNDS} rounds");
    let mut dice = Dice::new(2);
    let mut pairs = Vec::new();
    for round in 0..ROUNDS {
        let ids = (0..AT_ONCE).map(|_| clerk_id(dice.below(LINKED))).collect::<Result<Vec<_>>>()?;
        let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
        // Who goes first finds the rows in a colder cache.
        for is_ours in [round % 2 == 0, round % 2 == 1] {
            let began = Instant::now();
            if is_ours {
                let users = bridge.resolve_many(&ids).await?;
                ours = began.elapsed();
                ensure!(users.len() == AT_ONCE && users.iter().all(Option::is_some), "somebody was not found");
            } else {
                let texts: Vec<&str> = ids.iter().map(ClerkUserId::as_str).collect();
                let rows = sqlx::query(bare).bind(ISSUER).bind(texts).fetch_all(pool).await?;
                theirs = began.elapsed();
                ensure!(!rows.is_empty(), "nobody was found");
            }
        }
        pairs.push((ours.as_secs_f64() * 1e3, theirs.as_secs_f64() * 1e3));
    }
    let ratio = median(pairs.iter().map(|(ours, theirs)| ours / theirs));
    let (ours, theirs) = (median(pairs.iter().map(|it| it.0)), median(pairs.iter().map(|it| it.1)));
    Ok(Row::new(format!("{} Clerk ids resolved at once", count(AT_ONCE)), format!("{ours:.2} ms"))
        .against(format!("the bare statement: {theirs:.2} ms"), Some(ratio))
        .promised(format!("≤ {OVERHEAD}"), ratio <= OVERHEAD))
}

fn count(number: usize) -> String {
    commas(u32::try_from(number).unwrap_or(u32::MAX))
}
