//! Deliveries of webhooks, as many as a server takes: people who are new, people who change, sessions that end.

use std::{
    process::Stdio,
    time::{Duration, SystemTime},
};

use anyhow::{Result, ensure};
use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use orientor_testkit::database::TestDatabase;
use serde_json::{Value, json};
use sqlx::{Connection as _, PgConnection};

use crate::{
    clerk::People,
    client::write,
    load::{Outcome, Requests, Until, saturate},
    process::{Process, free_addresses, orientor},
    report::{Row, commas, print},
    start::until_healthy,
};

const PEOPLE: u32 = 6_000;
/// Deliveries that Clerk has on their way at the same time.
const CONNECTIONS: usize = 64;
/// What was promised, a second.
const PROMISED: f64 = 2_000.0;
const PATH: &str = "/webhooks/clerk";
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// Measures; whether the promise was kept, and everything is where it belongs.
pub(crate) async fn run() -> Result<bool> {
    let database = TestDatabase::postgres().await;
    let migrated = orientor()?.arg("migrate").env("DATABASE_URL", database.url()).stdout(Stdio::null()).status()?;
    ensure!(migrated.success(), "orientor migrate: {migrated}");
    let clerk = People::start(0).await?;
    let address = free_addresses(1)?[0];
    let mut serve = orientor()?;
    clerk.configure(&mut serve);
    serve.args(["serve", "--bind", &address.to_string()]).env("DATABASE_URL", database.url());
    serve.env("CLERK_WEBHOOK_SIGNING_SECRET", SECRET).env("ORIENTOR_LOG", "error");
    let server = Process::start(&mut serve)?;
    until_healthy(address).await?;

    let mut rows = Vec::new();
    for (what, events) in [
        ("new people", (0..PEOPLE).map(created).collect::<Vec<_>>()),
        ("changes and ends of sessions", (0..PEOPLE).flat_map(|n| [updated(n, 1), ended(n), updated(n, 2)]).collect()),
    ] {
        eprintln!("{} deliveries of {what}", commas(u32::try_from(events.len())?));
        let requests = Requests { bytes: signed(what, &events)?.into(), status: 204 };
        let outcome = saturate(address, &requests, CONNECTIONS, Until::Count(events.len())).await?;
        rows.push(row(what, &outcome));
    }
    server.end()?;

    let mut connection = PgConnection::connect(database.url()).await?;
    for (table, expected) in [
        ("users WHERE first_name = 'Changed'", PEOPLE),
        ("user_profiles", PEOPLE),
        ("identity_links", PEOPLE),
        ("identity_sessions", PEOPLE),
        ("identity_messages", PEOPLE * 4),
    ] {
        let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&mut connection).await?;
        let count = u32::try_from(count)?;
        rows.push(
            Row::new(format!("  rows in {table}"), commas(count))
                .against(format!("expected: {}", commas(expected)), None)
                .promised("equal", count == expected),
        );
    }
    connection.close().await?;
    Ok(print(&rows))
}

fn row(what: &str, outcome: &Outcome) -> Row {
    let p99 = outcome.percentile_us(0.99) / 1_000.0;
    Row::new(format!("webhooks a second: {what}"), commas(outcome.rate))
        .against(format!("{CONNECTIONS} at a time, p99 {p99:.0} ms"), None)
        .promised("≥ 2,000", outcome.rate >= PROMISED)
}

fn created(n: u32) -> Value {
    event("user.created", 0, person(n, 0, "Person"))
}

fn updated(n: u32, turn: u32) -> Value {
    event("user.updated", turn, person(n, turn, "Changed"))
}

fn ended(n: u32) -> Value {
    let data = json!({
        "id": format!("sess_{n:027}"), "object": "session", "user_id": format!("user_{n:027}"), "status": "ended",
        "client_id": format!("client_{n:027}"), "expire_at": millis() + 604_800_000, "abandon_at": millis() + 2_592_000_000
    });
    event("session.ended", 0, data)
}

fn event(kind: &str, turn: u32, data: Value) -> Value {
    json!({
        "object": "event", "type": kind, "data": data, "timestamp": millis() + u64::from(turn),
        "event_attributes": { "http_request": { "client_ip": "192.0.2.1", "user_agent": "Mozilla/5.0" } }
    })
}

/// A person with as many members as Clerk sends.
fn person(n: u32, turn: u32, name: &str) -> Value {
    json!({
        "id": format!("user_{n:027}"), "object": "user", "username": null, "first_name": name,
        "last_name": format!("Number {n} {turn}"), "created_at": millis(), "updated_at": millis() + u64::from(turn), "image_url": "https://img.example.com/a-rather-long-address-of-a-picture",
        "has_image": false, "primary_email_address_id": format!("idn_{n:027}"), "primary_phone_number_id": null,
        "primary_web3_wallet_id": null, "password_enabled": true, "two_factor_enabled": false, "totp_enabled": false,
        "backup_code_enabled": false, "phone_numbers": [], "web3_wallets": [], "passkeys": [], "external_accounts": [],
        "saml_accounts": [], "enterprise_accounts": [], "public_metadata": {}, "private_metadata": {}, "unsafe_metadata": {},
        "external_id": null, "last_sign_in_at": millis(), "banned": false, "locked": false, "deprovisioned": false,
        "delete_self_enabled": true,
        "create_organization_enabled": true, "last_active_at": millis(), "legal_accepted_at": null,
        "email_addresses": [address(n)]
    })
}

fn address(n: u32) -> Value {
    json!({
        "id": format!("idn_{n:027}"), "object": "email_address", "email_address": format!("person.{n}@example.com"),
        "reserved": false, "verification": { "status": "verified", "strategy": "email_code", "attempts": 1, "expire_at": millis() },
        "linked_to": [], "matches_sso_connection": false, "created_at": millis(), "updated_at": millis()
    })
}

fn signed(what: &str, events: &[Value]) -> Result<Vec<Vec<u8>>> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, &STANDARD.decode(SECRET.trim_start_matches("whsec_"))?);
    let seconds = millis() / 1_000;
    let series = what.len();
    let deliver = |(number, event): (usize, &Value)| {
        let body = event.to_string();
        let id = format!("msg_{series:02}{number:025}");
        let tag = hmac::sign(&key, format!("{id}.{seconds}.{body}").as_bytes());
        let headers = [
            ("svix-id", id),
            ("svix-timestamp", seconds.to_string()),
            ("svix-signature", format!("v1,{}", STANDARD.encode(tag))),
        ];
        write("POST", PATH, &headers, &body)
    };
    Ok(events.iter().enumerate().map(deliver).collect())
}

fn millis() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    u64::try_from(now.as_millis()).unwrap_or(u64::MAX)
}
