//! What operators decide, and what Clerk tells about the same people.

use orientor_identity::{
    Change, Issuer, ResolveError, UserRef,
    sqlx::{Carried, Mandate, OrderError, Pool},
};
use sqlx::Executor as _;

use crate::{
    lifecycle::{apply, described, event},
    support::{OTHER_ISSUER, World, clerk_id, issuer, subject, until},
};

const BY: Mandate<'_> = Mandate { actor: "ops", reason: "a mistake" };

impl World {
    async fn link(&self, name: &str, user: i64) -> Result<Carried, OrderError> {
        let number = user.to_string().parse().unwrap();
        self.directory(self.pool.clone()).link_subject(&subject(name), number, BY).await
    }

    async fn unlink(&self, name: &str) {
        self.directory(self.pool.clone()).unlink_subject(&subject(name), BY).await.unwrap();
    }

    async fn set_active(&self, user: i64, active: bool) {
        let number = user.to_string().parse().unwrap();
        self.directory(self.pool.clone()).set_active(number, active, BY).await.unwrap();
    }

    /// The row of a user: first name and address.
    async fn row(&self, user: i64) -> String {
        let sql =
            format!("SELECT coalesce(first_name, '-') || ' ' || coalesce(email, '-') FROM users WHERE id = {user}");
        self.text(&sql).await.unwrap()
    }
}

#[tokio::test]
async fn whoever_was_cut_off_writes_nothing_into_the_row_that_was_never_theirs() {
    let world = World::new().await;
    let ada = world.user("first_name, is_active", "'Ada', true").await;
    world.link("eve", ada).await.unwrap();
    world.unlink("eve").await;

    apply(&world, &[event(issuer(), "m1", described("eve", "Eve", 2_000, false))]).await;
    assert_eq!(world.row(ada).await, "Ada -");

    // Nor later, when the row is given to whom it belongs.
    world.set_active(ada, false).await;
    world.set_active(ada, true).await;
    world.link("ada", ada).await.unwrap();
    assert_eq!(world.row(ada).await, "Ada -");
    // What was told meanwhile has waited for a row of her own.
    let eve = world.user("is_active", "true").await;
    world.link("eve", eve).await.unwrap();
    assert_eq!(world.row(eve).await, "Eve eve@example.com");
}

#[tokio::test]
async fn an_announcement_gives_no_row_to_whom_an_operator_cut_off() {
    let world = World::new().await;
    let first = world.user("is_active", "true").await;
    world.link("eve", first).await.unwrap();
    world.unlink("eve").await;
    world.sql(&format!("DELETE FROM users WHERE id = {first}")).await;
    let other = world.user("email, is_active", "'eve@example.com', true").await;

    apply(&world, &[event(issuer(), "m1", described("eve", "Eve", 2_000, true))]).await;

    assert_eq!(world.row(other).await, "- eve@example.com");
    assert_eq!(world.number("SELECT count(*) FROM identity_links").await, 0);
    assert!(matches!(world.ensure("eve").await, Err(ResolveError::Revoked)));
}

#[tokio::test]
async fn linking_does_not_activate_whom_an_operator_deactivated() {
    let world = World::new().await;
    let user = world.user("is_active", "true").await;
    world.link("a", user).await.unwrap();
    world.unlink("a").await;
    world.set_active(user, false).await;

    let refused = world.link("b", user).await;
    assert!(matches!(refused, Err(OrderError::Inactive(number)) if number == user), "{refused:?}");

    world.set_active(user, true).await;
    assert!(world.link("b", user).await.unwrap().active);
}

#[tokio::test]
async fn linking_gives_the_number_and_the_address_of_a_deleted_person_back() {
    let world = World::new().await;
    let user = world.user("email, is_active", "'ada@example.com', true").await;
    world.link("a", user).await.unwrap();
    apply(&world, &[event(issuer(), "m1", Change::Deleted(clerk_id("a")))]).await;
    assert_eq!(world.row(user).await, "- -");

    assert!(world.link("b", user).await.unwrap().active);

    assert_eq!(world.row(user).await, "- ada@example.com");
}

#[tokio::test]
async fn a_deletion_at_clerk_does_not_undo_that_an_operator_deactivated() {
    let world = World::new().await;
    let user = world.user("is_active", "true").await;
    world.link("a", user).await.unwrap();
    world.set_active(user, false).await;
    apply(&world, &[event(issuer(), "m1", Change::Deleted(clerk_id("a")))]).await;

    let refused = world.link("b", user).await;

    assert!(matches!(refused, Err(OrderError::Inactive(number)) if number == user), "{refused:?}");
}

#[tokio::test]
async fn a_dossier_tells_nothing_of_the_same_id_at_another_instance() {
    let world = World::new().await;
    let other: Issuer = OTHER_ISSUER.parse().unwrap();
    apply(&world, &[event(issuer(), "m1", described("ada", "Ada", 1, true))]).await;
    apply(&world, &[event(other.clone(), "m2", Change::Deleted(clerk_id("ada")))]).await;
    let directory = world.directory(world.pool.clone());
    let told = async |issuer| {
        let dossier = directory.dossier(&UserRef::Clerk(clerk_id("ada")), &issuer).await.unwrap();
        dossier.events.into_iter().map(|event| event.what).collect::<Vec<_>>()
    };

    assert_eq!(told(issuer()).await, ["created"]);
    assert_eq!(told(other).await, ["deleted"]);
}

#[tokio::test]
async fn whoever_waits_for_an_address_does_not_hold_the_row_meanwhile() {
    let world = World::on_postgres().await;
    let user = world.user("email, is_active", "'ada@example.com', true").await;
    world.link("a", user).await.unwrap();
    apply(&world, &[event(issuer(), "m1", Change::Deleted(clerk_id("a")))]).await;
    let Pool::Postgres(pool) = &world.pool else { unreachable!() };
    // A first request has the address, and goes for the row next.
    let mut first = pool.begin().await.unwrap();
    let lock = "SELECT pg_advisory_xact_lock(hashtextextended('orientor identity e-mail ada@example.com', 0))";
    first.execute(lock).await.unwrap();
    let waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = \
                 (SELECT oid FROM pg_database WHERE datname = current_database())";
    let goes_on = async {
        until("the order waits", async || world.number(waits).await == 1).await;
        let row = sqlx::query("SELECT id FROM users WHERE id = $1 FOR UPDATE NOWAIT").bind(user);
        let row = row.execute(&mut *first).await;
        first.rollback().await.unwrap();
        row
    };

    let (linked, row) = tokio::join!(world.link("b", user), goes_on);

    assert!(linked.unwrap().active);
    row.unwrap();
}
