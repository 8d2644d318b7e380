//! `orientor identity`: what an operator sees and decides.

use orientor_testkit::database::TestDatabase;
use serde_json::Value;

use crate::support::{Ended, ISSUER, Look, PUBLISHABLE, migrated, run};

/// Ada is user 1 by a link, Bob user 2 by his row; user 3 was deleted at Clerk.
async fn peopled() -> TestDatabase {
    let database = migrated().await;
    let look = Look::into(database.url()).await;
    look.run(&format!(
        "INSERT INTO users (email, clerk_user_id, is_active) VALUES ('ada@example.com', 'user_ada', true), \
         ('bob@example.com', 'user_bob', true), (NULL, NULL, false); \
         INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES ('{ISSUER}', 'user_ada', 1, 'created'); \
         INSERT INTO identity_tombstones (issuer, subject, user_id, email, reason) VALUES ('{ISSUER}', 'user_eve', 3, \
         'eve@example.com', 'deleted')"
    ))
    .await;
    look.close().await;
    database
}

struct Desk {
    database: TestDatabase,
    look: Look,
}

impl Desk {
    async fn new() -> Self {
        let database = peopled().await;
        let look = Look::into(database.url()).await;
        Self { database, look }
    }

    async fn run(&self, arguments: &[&str]) -> Ended {
        let environment = [PUBLISHABLE, ("DATABASE_URL", self.database.url()), ("USER", "carol")];
        run(&[&["identity"], arguments].concat(), &environment).await
    }

    async fn events(&self) -> Vec<String> {
        let columns = "what || ' ' || subject || ' ' || user_id || ' ' || actor || ' ' || reason";
        self.look.texts(&format!("SELECT {columns} FROM identity_events ORDER BY id")).await
    }

    async fn user(&self, number: i64) -> String {
        let columns = "coalesce(email, '-') || ' ' || coalesce(clerk_user_id, '-') || ' ' || CASE WHEN is_active THEN 'on' ELSE 'off' END";
        self.look.texts(&format!("SELECT {columns} FROM users WHERE id = {number}")).await.remove(0)
    }
}

#[tokio::test]
async fn a_deleted_person_gets_the_old_number_back_by_a_link() {
    let desk = Desk::new().await;

    let linked = desk.run(&["link", "user_eve2", "3", "--reason", "the same Eve, called"]).await.success();
    assert_eq!(linked, "user_eve2 is user 3\n");
    assert_eq!(desk.user(3).await, "eve@example.com user_eve2 on");
    assert_eq!(desk.events().await, ["linked user_eve2 3 carol the same Eve, called"]);
    let again = desk.run(&["link", "user_eve2", "3", "--reason", "again"]).await.success();
    assert_eq!(again, "user_eve2 is user 3 (nothing had to be changed)\n");

    // The old id of hers is as good: the tombstone goes.
    desk.run(&["link", "user_eve", "3", "--reason", "both"]).await.success();
    assert_eq!(desk.look.number("SELECT count(*) FROM identity_tombstones").await, 0);
    assert_eq!(desk.look.number("SELECT count(*) FROM identity_links WHERE user_id = 3").await, 2);
}

#[tokio::test]
async fn an_unlinked_id_is_nobodys_until_it_is_linked_again() {
    let desk = Desk::new().await;
    let mallory = ["--reason", "wrong person", "--actor", "mallory"];

    let unlinked = desk.run(&[&["unlink", "user_ada"][..], &mallory].concat()).await.success();
    assert_eq!(unlinked, "user_ada is no longer user 1\n");
    assert_eq!(desk.user(1).await, "ada@example.com - on");
    let tombstone = "SELECT subject || ' ' || user_id || ' ' || reason FROM identity_tombstones WHERE user_id = 1";
    assert_eq!(desk.look.texts(tombstone).await, ["user_ada 1 unlinked"]);
    let refused = desk.run(&[&["unlink", "user_ada"][..], &mallory].concat()).await;
    assert!(refused.sentence(1).contains("is linked to nobody"), "{refused:?}");
    // Bob's link is only in his row; that is cut all the same.
    assert_eq!(desk.run(&["unlink", "user_bob", "--reason", "x"]).await.success(), "user_bob is no longer user 2\n");
    assert_eq!(desk.user(2).await, "bob@example.com - on");

    desk.run(&["link", "user_ada", "1", "--reason", "right after all"]).await.success();
    assert_eq!(desk.user(1).await, "ada@example.com user_ada on");
    assert_eq!(
        desk.events().await,
        [
            "unlinked user_ada 1 mallory wrong person",
            "unlinked user_bob 2 carol x",
            "linked user_ada 1 carol right after all"
        ]
    );
}

#[tokio::test]
async fn users_are_switched_off_and_on() {
    let desk = Desk::new().await;

    assert_eq!(desk.run(&["deactivate", "1", "--reason", "spam"]).await.success(), "deactivated: user 1\n");
    assert_eq!(desk.user(1).await, "ada@example.com user_ada off");
    let json = desk.run(&["deactivate", "user_bob", "--reason", "spam", "--json"]).await.success();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["user_id"], &json["changed"], &json["active"]), (&2.into(), &true.into(), &false.into()));
    let again = desk.run(&["deactivate", "2", "--reason", "spam"]).await.success();
    assert!(again.contains("nothing had to be changed"), "{again}");
    let refused = desk.run(&["link", "user_new", "2", "--reason", "x"]).await;
    assert!(refused.sentence(3).contains("orientor identity restore 2"), "{refused:?}");

    desk.run(&["restore", "user_ada", "--reason", "a mistake"]).await.success();
    assert_eq!(desk.user(1).await, "ada@example.com user_ada on");
    desk.run(&["restore", "3", "--reason", "may come back"]).await.success();
    assert_eq!(desk.user(3).await, "eve@example.com - on");
    assert_eq!(desk.events().await.len(), 4);
}

#[tokio::test]
async fn an_address_that_somebody_else_has_now_is_not_given_back() {
    let desk = Desk::new().await;
    desk.look.run("UPDATE users SET email = 'Eve@example.com' WHERE id = 2").await;

    desk.run(&["restore", "3", "--reason", "x"]).await.success();

    assert_eq!(desk.user(3).await, "- - on");
}

#[tokio::test]
async fn a_person_is_shown_with_everything_that_is_known() {
    let desk = Desk::new().await;
    desk.run(&["deactivate", "1", "--reason", "line\nbreak"]).await.success();

    let shown = desk.run(&["show", "user_ada"]).await.success();
    assert_eq!(shown, desk.run(&["show", "1"]).await.success());
    for part in [
        "user 1  deactivated  ada@example.com",
        "link  user_ada of https://clerk.example.com  user 1  active",
        "deactivated",
    ] {
        assert!(shown.contains(part), "{part:?}: {shown}");
    }
    assert!(shown.contains("line\u{fffd}break"), "one line an event: {shown}");
    let eve: Value = serde_json::from_str(&desk.run(&["show", "user_eve", "--json"]).await.success()).unwrap();
    assert_eq!((&eve["user"], &eve["active"]), (&3.into(), &false.into()));
    assert_eq!(eve["tombstones"][0]["email"], "eve@example.com");
    let nobody = desk.run(&["show", "user_nobody"]).await;
    assert!(nobody.sentence(1).contains("user_nobody names nobody at https://clerk.example.com"), "{nobody:?}");
}

#[tokio::test]
async fn events_come_in_pages() {
    let desk = Desk::new().await;
    for number in 0..5 {
        let command = if number % 2 == 0 { "deactivate" } else { "restore" };
        desk.run(&[command, "1", "--reason", &format!("turn {number}")]).await.success();
    }
    desk.run(&["deactivate", "2", "--reason", "other"]).await.success();

    let page = desk.run(&["events", "--of", "1", "--limit", "2"]).await;
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), "there are more: --after 2\n"));
    assert_eq!(page.stdout.lines().count(), 2);
    assert!(page.stdout.lines().all(|line| line.split('\t').count() == 8), "{page:?}");
    let rest = desk.run(&["events", "--of", "1", "--after", "2", "--json"]).await.success();
    let rest: Value = serde_json::from_str(&rest).unwrap();
    let reasons: Vec<&str> =
        rest["events"].as_array().unwrap().iter().map(|it| it["reason"].as_str().unwrap()).collect();
    assert_eq!((reasons, &rest["next_after"]), (vec!["turn 2", "turn 3", "turn 4"], &Value::Null));
    let restored = desk.run(&["events", "--what", "restored"]).await.success();
    assert_eq!(restored.lines().count(), 2, "{restored}");
    assert_eq!(desk.run(&["events", "--after", "999"]).await.success(), "");
}

#[tokio::test]
async fn what_it_cannot_do_it_says_and_changes_nothing() {
    let desk = Desk::new().await;
    for (arguments, code, part) in [
        (&["link", "user_new", "99", "--reason", "x"][..], 1, "there is no user 99"),
        (&["link", "user_ada", "2", "--reason", "x"], 3, "orientor identity unlink user_ada"),
        (&["unlink", "user_nobody", "--reason", "x"], 1, "is linked to nobody"),
        (&["deactivate", "99", "--reason", "x"], 1, "there is no user 99"),
        (&["restore", "user_nobody", "--reason", "x"], 1, "names nobody"),
    ] {
        let refused = desk.run(arguments).await;
        assert!(refused.sentence(code).contains(part), "{arguments:?}: {refused:?}");
    }
    // Without a reason nothing is done, nor with a blank one, nor by an id that is none.
    for arguments in [
        &["link", "user_new", "1"][..],
        &["deactivate", "1", "--reason", " "],
        &["deactivate", "ada@example.com", "--reason", "x"],
        &["link", "sess_1", "1", "--reason", "x"],
        &["link", "user_new", "0", "--reason", "x"],
        &["events", "--limit", "0"],
    ] {
        assert_eq!(desk.run(arguments).await.code, Some(2), "{arguments:?}");
    }
    assert!(desk.events().await.is_empty());

    let database = desk.database.url();
    let nowhere = run(&["identity", "show", "1"], &[("DATABASE_URL", database)]).await;
    assert!(nowhere.sentence(2).contains("give --issuer"), "{nowhere:?}");
    let elsewhere =
        run(&["identity", "show", "user_ada", "--issuer", "https://other.example.com"], &[("DATABASE_URL", database)])
            .await;
    assert!(elsewhere.sentence(1).contains("names nobody at https://other.example.com"), "{elsewhere:?}");
}
