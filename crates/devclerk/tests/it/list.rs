//! Walking and filtering the list of users.

use std::{collections::HashSet, sync::Arc, time::Duration};

use orientor_devclerk::{Contact, DevClerk, NewUser, Settings, Standing};
use orientor_identity::{ClerkUserId, ManualClock};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::Value;

use crate::support::{get, settings, start};

fn ids(page: &Value) -> Vec<ClerkUserId> {
    page.as_array().unwrap().iter().map(|user| user["id"].as_str().unwrap().parse().unwrap()).collect()
}

/// Somebody with an address of their own.
fn person(number: usize) -> NewUser {
    NewUser::with_email(format!("p{number}@example.com"))
}

/// One walk over a changing list.
#[derive(Clone, Debug)]
struct Walk {
    /// How many there are at the start.
    before: usize,
    /// How many join after each page.
    joining: usize,
    limit: usize,
    descending: bool,
    /// Between two arrivals; none lets them all come within one millisecond.
    pause_ms: u64,
    /// Whether one who has been met leaves after each page.
    leaving: bool,
}

fn any_walk() -> impl Strategy<Value = Walk> {
    (0_usize..40, 0_usize..4, 1_usize..9, any::<bool>(), 0_u64..2, any::<bool>()).prop_map(
        |(before, joining, limit, descending, pause_ms, leaving)| Walk {
            before,
            joining,
            limit,
            descending,
            pause_ms,
            leaving,
        },
    )
}

async fn check_walk(clerk: &DevClerk, clock: &ManualClock, walk: Walk) -> Result<(), TestCaseError> {
    let mut number = 0;
    let mut join = || {
        number += 1;
        clock.advance(Duration::from_millis(walk.pause_ms));
        clerk.create_user(person(number)).unwrap()
    };
    let mut staying: HashSet<_> = (0..walk.before).map(|_| join()).collect();
    let mut everybody = staying.clone();
    let (mut met, mut newcomers) = (Vec::new(), HashSet::new());
    let order = if walk.descending { "-created_at" } else { "%2Bcreated_at" };
    loop {
        let cursor = met.last().map(|id| format!("&starting_after={id}")).unwrap_or_default();
        let page = get(clerk, &format!("/v1/users?limit={}&order_by={order}{cursor}", walk.limit)).await;
        let page = ids(&page.body);
        let is_last = page.len() < walk.limit;
        met.extend(page);
        if is_last {
            break;
        }
        // An endless stream of arrivals would make the walk endless.
        if met.len() < 100 {
            newcomers.extend((0..walk.joining).map(|_| join()));
        }
        if walk.leaving && met.len() > 1 && staying.remove(&met[0]) {
            clerk.delete_user(&met[0]).unwrap();
            everybody.remove(&met[0]);
        }
    }
    everybody.extend(newcomers.iter().cloned());
    for id in everybody {
        clerk.delete_user(&id).unwrap();
    }

    let distinct: HashSet<_> = met.iter().cloned().collect();
    prop_assert_eq!(met.len(), distinct.len(), "somebody was met twice");
    prop_assert!(staying.is_subset(&distinct), "somebody was not met");
    let met_newcomers = newcomers.intersection(&distinct).count();
    prop_assert_eq!(met_newcomers, if walk.descending { 0 } else { newcomers.len() });
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_walk_by_cursor_meets_everybody_once_while_users_come_and_go() {
    let clock = Arc::new(ManualClock::at(1_800_000_000));
    let clerk = DevClerk::start(Settings { clock: clock.clone(), ..settings() }).await.unwrap();
    let runtime = tokio::runtime::Handle::current();

    let outcome = tokio::task::block_in_place(|| {
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() });
        runner.run(&any_walk(), |walk| runtime.block_on(check_walk(&clerk, &clock, walk)))
    });

    outcome.unwrap();
}

#[tokio::test]
async fn a_limit_beyond_the_largest_answers_as_if_there_were_none() {
    let initial_users = (0..20).map(person).collect();
    let clerk = DevClerk::start(Settings { initial_users, ..settings() }).await.unwrap();

    for (query, rows) in [("", 10), ("limit=15", 15), ("limit=500", 20), ("limit=501", 10), ("limit=100000", 10)] {
        assert_eq!(ids(&get(&clerk, &format!("/v1/users?{query}")).await.body).len(), rows, "{query}");
    }
}

#[tokio::test]
async fn thousands_of_users_are_listed_and_filtered() {
    let initial_users = (0..5000).map(|number| NewUser { external_id: Some(number.to_string()), ..person(number) });
    let settings = Settings { initial_users: initial_users.collect(), ..settings() };
    let clerk = DevClerk::start(settings).await.unwrap();

    for (query, rows) in [
        ("limit=500", 500),
        ("limit=500&offset=4900", 100),
        ("email_address=p17%40example.com&email_address=P4999%40example.com", 2),
        ("external_id=%2B17&external_id=18&external_id=-18", 1),
        ("query=p499&limit=100", 11),
        ("order_by=email_address&limit=3", 3),
    ] {
        assert_eq!(ids(&get(&clerk, &format!("/v1/users?{query}")).await.body).len(), rows, "{query}");
    }
}

#[tokio::test]
async fn unverified_addresses_belong_to_nobody_alone() {
    let clerk = start().await;
    let unverified =
        || NewUser { emails: vec![Contact::new("shared@example.com", Standing::Unverified)], ..NewUser::default() };
    let (ada, bob) = (clerk.create_user(unverified()).unwrap(), clerk.create_user(unverified()).unwrap());
    let cleo = clerk.create_user(NewUser::with_email("shared@example.com")).unwrap();

    let found = ids(&get(&clerk, "/v1/users?email_address=shared%40example.com").await.body);

    assert_eq!(found, [cleo, bob, ada]);
    assert!(clerk.create_user(NewUser::with_email("Shared@example.com")).is_err());
}

#[tokio::test]
async fn external_ids_with_a_sign_need_another_sign() {
    let clerk = start().await;
    let with = |id: &str, number| NewUser { external_id: Some(id.to_owned()), ..person(number) };
    let minus = clerk.create_user(with("-7", 1)).unwrap();
    let plain = clerk.create_user(with("7", 2)).unwrap();

    for (query, expected) in [
        ("external_id=%2B-7", vec![&minus]),
        ("external_id=--7", vec![&plain]),
        ("external_id=-7", vec![&minus]),
        ("external_id=7", vec![&plain]),
    ] {
        let found = ids(&get(&clerk, &format!("/v1/users?{query}")).await.body);
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{query}");
    }
}
