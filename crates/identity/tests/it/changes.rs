//! What one server or another program changes, the others see.

mod random;
mod told;

use orientor_identity::{Bridge, ResolveError, UserId};
use orientor_testkit::line::{Cut, Proxy};
use sqlx::postgres::PgConnectOptions;

use crate::support::{ISSUER, World, session, subject, until};

/// Two servers, and ada, whom both have in memory.
async fn two_servers(world: &World) -> ([Bridge; 2], i64) {
    let ada = world.user("is_active", "true").await;
    world.sql(&link("ada", ada)).await;
    let servers = [world.server().await, world.server().await];
    for server in &servers {
        assert_eq!(ask(server, "ada").await.unwrap(), ada);
    }
    (servers, ada)
}

fn link(name: &str, user: i64) -> String {
    format!(
        "INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES ('{ISSUER}', 'user_{name}', {user}, 'test')"
    )
}

async fn ask(server: &Bridge, name: &str) -> Result<i64, ResolveError> {
    server.ensure(&session(subject(name))).await.map(UserId::get)
}

#[tokio::test]
async fn what_any_program_changes_every_server_sees() {
    for (change, sees) in [
        ("UPDATE users SET is_active = false WHERE id = {ada}", "deactivated"),
        ("UPDATE identity_links SET state = 'blocked_by_clerk' WHERE user_id = {ada}", "deactivated"),
        ("UPDATE identity_links SET user_id = {bob} WHERE user_id = {ada}", "bob"),
        (
            "INSERT INTO identity_tombstones (issuer, subject, reason) VALUES ('{issuer}', 'user_ada', 'test')",
            "revoked",
        ),
        ("DELETE FROM identity_links", "revoked"),
        ("DELETE FROM users WHERE id = {ada}", "revoked"),
        ("UPDATE users SET is_active = (id = {bob})", "deactivated"),
    ] {
        let world = World::new().await;
        let (servers, ada) = two_servers(&world).await;
        let bob = world.user("is_active", "true").await;

        let change = change.replace("{ada}", &ada.to_string()).replace("{bob}", &bob.to_string());
        world.sql(&change.replace("{issuer}", ISSUER)).await;

        for server in &servers {
            // Clerk does not know her, so that who has lost the link is revoked.
            until(&change, async || match ask(server, "ada").await {
                Ok(user) => sees == "bob" && user == bob,
                Err(ResolveError::Deactivated) => sees == "deactivated",
                Err(ResolveError::Revoked) => sees == "revoked",
                Err(error) => panic!("{error}"),
            })
            .await;
        }
    }
}

#[tokio::test]
async fn a_refusal_ends_when_an_operator_links() {
    let world = World::new().await;
    let server = world.server().await;
    assert!(matches!(ask(&server, "ada").await, Err(ResolveError::Revoked)), "Clerk does not know her");
    let ada = world.user("is_active", "true").await;

    world.sql(&link("ada", ada)).await;

    until("the refusal ends", async || ask(&server, "ada").await.is_ok()).await;
}

#[tokio::test]
async fn the_server_that_changes_something_need_not_wait_to_be_told() {
    let world = World::new().await;
    let (servers, ada) = two_servers(&world).await;
    world.sql(&format!("UPDATE users SET is_active = false WHERE id = {ada}")).await;
    let user = world.bridge().resolve_many(&[subject("ada").id]).await.unwrap()[0].unwrap();

    servers[0].forget_user(user);

    assert!(matches!(ask(&servers[0], "ada").await, Err(ResolveError::Deactivated)));
}

#[tokio::test]
async fn while_nothing_changes_nothing_is_read() {
    let world = World::new().await;
    let ([server, _], ada) = two_servers(&world).await;
    let flushes = server.report().flushes;
    // Nothing is told of what the bridge does not look at.
    world.sql(&format!("UPDATE users SET first_name = 'Ada' WHERE id = {ada}")).await;
    world.sql("UPDATE identity_links SET clerk_updated_at = 1").await;
    world.sql("DROP TABLE identity_tombstones").await;

    // It would fail if it were read.
    for _ in 0..100 {
        assert_eq!(ask(&server, "ada").await.unwrap(), ada);
    }
    assert_eq!((server.report().changes, server.report().flushes), (0, flushes));
}

/// A server whose listener goes through a proxy, while its pool does not.
async fn server_behind(world: &World, proxy: &Proxy) -> Bridge {
    let directory = world.directory(world.neighbour_pool().await);
    let options: PgConnectOptions = proxy.url.parse().unwrap();
    let changes = directory.changes().through(options);
    let server = world.bridge_over(directory, orientor_identity::policy::PolicySettings::default()).watching(changes);
    until("changes are heard", async || server.report().is_trusted).await;
    server
}

/// A world with ada in it, and a server that has her in memory and hears of changes through a proxy.
async fn behind_a_proxy() -> (World, i64, Proxy, Bridge) {
    let world = World::on_postgres().await;
    let (_, ada) = two_servers(&world).await;
    let proxy = Proxy::before(world.url(), Cut::Never).await;
    let server = server_behind(&world, &proxy).await;
    ask(&server, "ada").await.unwrap();
    (world, ada, proxy, server)
}

async fn backends(world: &World) -> i64 {
    let listeners =
        "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'identity_changes'";
    world.number(&format!("SELECT count(*) {listeners}")).await
}

#[tokio::test]
async fn a_listener_that_is_ended_costs_reads_until_there_is_another_which_first_forgets() {
    let (world, ada, proxy, server) = behind_a_proxy().await;

    // Nobody gets through, so that it stays without a listener for as long as this takes.
    proxy.silence(true);
    proxy.hang_up();
    until("the loss is noticed", async || !server.report().is_trusted).await;
    for active in [false, true, false] {
        world.sql(&format!("UPDATE users SET is_active = {active} WHERE id = {ada}")).await;
        assert_eq!(ask(&server, "ada").await.is_ok(), active, "each request reads");
    }
    let report = server.report();
    assert_eq!(report.losses, 1);

    proxy.silence(false);
    until("changes are heard again", async || server.report().is_trusted).await;
    assert!(matches!(ask(&server, "ada").await, Err(ResolveError::Deactivated)));
    assert_eq!(server.report().flushes, report.flushes + 1);
    world.sql(&format!("UPDATE users SET is_active = true WHERE id = {ada}")).await;
    until("the change is heard", async || ask(&server, "ada").await.is_ok()).await;
}

#[tokio::test]
async fn a_backend_that_an_administrator_ends_is_replaced() {
    let world = World::on_postgres().await;
    let ([server, other], ada) = two_servers(&world).await;
    let losses = server.report().losses + other.report().losses;

    world
        .number(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() \
         AND application_name = 'identity_changes'",
        )
        .await;

    until("both losses are noticed", async || server.report().losses + other.report().losses == losses + 2).await;
    for server in [&server, &other] {
        until("changes are heard again", async || server.report().is_trusted).await;
    }
    world.sql(&format!("UPDATE users SET is_active = false WHERE id = {ada}")).await;
    for server in [&server, &other] {
        until("the change is heard", async || ask(server, "ada").await.is_err()).await;
    }
    until("nobody is left behind", async || backends(&world).await == 2).await;
}

#[tokio::test]
async fn a_listener_to_whom_nothing_comes_any_more_is_not_believed_for_long() {
    let (world, ada, proxy, server) = behind_a_proxy().await;

    proxy.silence(true);
    world.sql(&format!("UPDATE users SET is_active = false WHERE id = {ada}")).await;
    let changed = tokio::time::Instant::now();
    until("the change is seen", async || ask(&server, "ada").await.is_err()).await;

    // It lies in the path of the request and not in a timer, so that no load can make it longer.
    assert!(changed.elapsed().as_secs_f64() < 3.0, "{:?}", changed.elapsed());
    // The same connection goes on: nothing was lost on it.
    proxy.silence(false);
    until("changes are heard again", async || server.report().is_trusted).await;
}

#[tokio::test]
async fn a_bridge_without_a_source_goes_by_the_clock() {
    let world = World::new().await;
    let ada = world.user("is_active", "true").await;
    world.sql(&link("ada", ada)).await;
    let bridge = world.bridge();

    ask(&bridge, "ada").await.unwrap();

    let report = bridge.report();
    assert!(!report.is_watched && !report.is_trusted);
    world.sql("DROP TABLE identity_tombstones").await;
    assert_eq!(ask(&bridge, "ada").await.unwrap(), ada);
}
