//! The people of Clerk and the people here: import, reconcile, and our numbers as external ids.

use std::fs;

use orientor_devclerk::{Contact, DevClerk, NewUser, RateLimit, Settings, Standing};
use serde_json::{Value, json};

use super::{Case, count, directory};
use crate::support::{Ended, SECRET, finish, write};

/// The fixture's list.
fn list() -> Vec<Value> {
    let list: Value = serde_json::from_str(&fs::read_to_string(directory()).unwrap()).unwrap();
    list["users"].as_array().unwrap().clone()
}

/// A development Clerk with these users, each with an address that they have verified.
async fn clerk(users: &[Value], rate_limit: Option<RateLimit>) -> DevClerk {
    let text = |user: &Value, name: &str| user[name].as_str().map(ToOwned::to_owned);
    let initial_users = users.iter().map(|user| NewUser {
        id: Some(user["id"].as_str().unwrap().parse().unwrap()),
        external_id: text(user, "external_id"),
        first_name: text(user, "first_name"),
        last_name: text(user, "last_name"),
        emails: vec![Contact::new(user["email"].as_str().unwrap(), Standing::ByPerson)],
        ..NewUser::default()
    });
    let bind = "127.0.0.1:0".parse().unwrap();
    let settings = Settings { bind, rate_limit, initial_users: initial_users.collect(), ..Settings::default() };
    DevClerk::start(settings).await.unwrap()
}

async fn with_clerk(case: &Case, clerk: &DevClerk, arguments: &[&str]) -> Ended {
    let mut command = case.command(arguments);
    command.envs([SECRET, ("CLERK_API_URL", clerk.url())]);
    finish(command).await
}

#[tokio::test]
async fn the_users_of_clerk_are_linked_created_and_brought_up_to_date() {
    let case = Case::legacy().await;
    let clerk = clerk(&list(), None).await;
    let before = case.audit().await;

    let planned = with_clerk(&case, &clerk, &["import", "--from-clerk"]).await.success();
    assert!(planned.starts_with("import of ") && !planned.contains("D23"), "{planned}");
    case.run(&["apply", "plan.json"]).await.success();
    case.run(&["apply", "plan.json", "--apply"]).await.success();

    let after = case.audit().await;
    for check in ["D02", "D12", "D13"] {
        assert!(count(&before, check) > 0 && count(&after, check) == 0, "{check}");
    }
    assert_eq!(count(&after, "D23"), count(&before, "D23"));
    // Whoever is linked now has another way in, and no password; whoever was before is not this plan's affair.
    assert!(planned.contains("blanks the old passwords of linked users"), "{planned}");
    assert_eq!(count(&after, "D15"), count(&before, "D15"));
    assert_eq!(after["summary"]["users"], 210);
    let again = with_clerk(&case, &clerk, &["import", "--from-clerk"]).await.success();
    assert!(again.ends_with("0 steps, 0 rows\n"), "{again}");
    case.run(&["undo", "1", "--apply"]).await.success();
    assert_eq!(case.audit().await, before);
    clerk.shutdown().await.unwrap();
}

#[tokio::test]
async fn addresses_that_nobody_vouches_for_link_nobody() {
    let case = Case::legacy().await;

    let planned = case.run(&["import", "--clerk-directory", directory().to_str().unwrap()]).await.success();

    assert!(planned.contains("left as they are: 15 users") && planned.contains("--directory-is-trusted"), "{planned}");
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert_eq!(count(&case.audit().await, "D02"), 15);
}

#[tokio::test]
async fn users_whose_account_is_gone_are_deactivated_on_demand_only() {
    let case = Case::legacy().await;
    case.sql("UPDATE users SET first_name = ' ', last_name = NULL WHERE id = 61").await;
    let active = "SELECT count(*) FROM users WHERE id BETWEEN 134 AND 140 AND is_active";
    let were_active = case.number(active).await;

    let held = case.run_with_list(&["reconcile"]).await.success();
    assert!(held.contains("left as they are: 7 users, the account no longer exists at the provider"), "{held}");
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert_eq!(case.number(active).await, were_active);
    assert_eq!(
        case.number("SELECT count(*) FROM users WHERE id = 61 AND first_name <> ' ' AND last_name <> ''").await,
        1
    );

    let planned = case.run_with_list(&["reconcile", "--deletions"]).await.success();
    assert!(planned.contains("deactivates users whose account is gone"), "{planned}");
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert_eq!(case.number(active).await, 0);
    let again = case.run_with_list(&["reconcile", "--deletions"]).await.success();
    assert!(again.contains("0 steps, 0 rows"), "{again}");
    case.run(&["undo", "2", "--apply"]).await.success();
    case.run(&["undo", "1", "--apply"]).await.success();
    assert_eq!(case.number(active).await, were_active);
    assert_eq!(case.number("SELECT count(*) FROM users WHERE id = 61 AND first_name = ' '").await, 1);
}

#[tokio::test]
async fn a_list_that_lacks_suspiciously_many_is_refused() {
    let case = Case::legacy().await;
    let half = json!({ "users": list()[..75] }).to_string();
    let half = write(case.folder.path(), "half.json", &half);
    let reconcile = ["reconcile", "--clerk-directory", &half];

    let refused = case.run(&[&reconcile[..], &["--deletions"]].concat()).await;
    assert!(refused.sentence(3).contains("more than a tenth"), "{refused:?}");
    assert!(!case.folder.path().join("plan.json").exists());
    case.run(&[&reconcile[..], &["--deletions=all"]].concat()).await.success();

    for command in ["import", "reconcile"] {
        let ended = case.run(&[command]).await;
        assert!(ended.sentence(2).contains("give --from-clerk, or --clerk-directory"), "{ended:?}");
    }
}

#[tokio::test]
async fn our_numbers_are_written_to_clerk_as_often_as_it_allows() {
    let case = Case::legacy().await;
    let mut users = list()[..8].to_vec();
    users[0]["external_id"] = json!("someone else's");
    // The list takes three calls, and so the limit is met in the middle of the writing.
    let clerk = clerk(&users, Some(RateLimit { requests: 6, ..RateLimit::default() })).await;
    let write = ["import", "--write-external-id"];

    let written = with_clerk(&case, &clerk, &write).await;
    assert_eq!(written.code, Some(1), "{written:?}");
    let linked = u64::try_from(linked(&case, &users).await).unwrap();
    assert!(
        written.stdout.starts_with(&format!("{n} of {n} external ids written, 0 were there", n = linked - 1)),
        "{written:?}"
    );
    assert!(written.stdout.contains("1 have another external id at Clerk, which stays"), "{written:?}");
    assert!(clerk.backend_calls() > 3 + linked - 1, "no call was refused");
    let number =
        |user: &Value| clerk.user(&user["id"].as_str().unwrap().parse().unwrap()).unwrap()["external_id"].clone();
    assert_eq!(number(&users[0]), "someone else's");
    let id = users[1]["id"].as_str().unwrap();
    let mine = case.number(&format!("SELECT id::bigint FROM users WHERE clerk_user_id = '{id}'")).await;
    assert_eq!(number(&users[1]), mine.to_string());
    clerk.shutdown().await.unwrap();

    let without = case.run(&write).await;
    assert!(without.sentence(2).contains("CLERK_SECRET_KEY"), "{without:?}");
}

#[tokio::test]
async fn numbers_that_clerk_has_already_are_passed_over() {
    let case = Case::legacy().await;
    let clerk = clerk(&list()[..5], None).await;
    let write = ["import", "--write-external-id"];
    let first = with_clerk(&case, &clerk, &write).await.success();
    let calls = clerk.backend_calls();

    let second = with_clerk(&case, &clerk, &write).await.success();

    assert!(first.ends_with("external ids written, 0 were there already\n"), "{first}");
    assert!(second.starts_with("0 of 0 external ids written, "), "{second}");
    assert!(clerk.backend_calls() <= calls + 4);
    clerk.shutdown().await.unwrap();
}

/// How many of these accounts belong to one user here.
async fn linked(case: &Case, users: &[Value]) -> i64 {
    let ids: Vec<String> = users.iter().map(|user| format!("'{}'", user["id"].as_str().unwrap())).collect();
    case.number(&format!(
        "SELECT count(DISTINCT btrim(clerk_user_id)) FROM users WHERE btrim(clerk_user_id) IN ({})",
        ids.join(", ")
    ))
    .await
}
