//! The same events in any order, any number of times, at two servers: one end state.

use std::collections::BTreeMap;

use futures_util::{StreamExt as _, stream};
use orientor_testkit::dice::{Dice, each};
use serde_json::{Value, json};

use crate::{
    deliveries::{address, created, deleted, event, person, session_over, updated, with},
    support::{Setup, TestApp},
};

/// Orders of one set of events that are tried in a usual run.
const SAMPLE: usize = 16;
/// People whose orders are delivered at the same time.
const AT_ONCE: usize = 8;

/// What there is of a person before Clerk tells anything.
#[derive(Clone, Copy, Debug)]
enum Before {
    Nothing,
    /// A row of the older application with the address of the first event.
    RowWithAddress,
    /// One that carries the Clerk id.
    RowWithSubject,
}

/// Every order of `0..count`.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for item in 0..count {
        all = all
            .into_iter()
            .flat_map(|order: Vec<usize>| {
                (0..=order.len()).map(move |at| {
                    let mut longer = order.clone();
                    longer.insert(at, item);
                    longer
                })
            })
            .collect();
    }
    all
}

/// Up to six events about `who`, who has addresses at `who.example.com`; always the same for the same dice.
fn events(dice: &mut Dice, who: &str) -> Vec<Value> {
    let id = format!("user_{who}");
    let mail = |name: &str| format!("{name}@{who}.example.com");
    let mut events = vec![];
    if !dice.once_in(8) {
        events.push(created(&id, &mail("one")));
    }
    let count = dice.between(2, 6);
    let mut after = 0;
    while events.len() < count {
        // Sometimes two changes fall into one millisecond, and only the time of the event, or the message, tells.
        after += dice.pick(&[0_i64, 1, 1_000]);
        let email = mail(dice.pick(&["one", "two", "three", "taken"]));
        let name = dice.pick(&[Some("Ada"), Some("Eve"), Some(" "), None]);
        let last = dice.pick(&[Some("Lovelace"), None]);
        let banned = dice.once_in(3);
        let status = if dice.once_in(5) { "unverified" } else { "verified" };
        let members = json!({
            "first_name": name, "last_name": last, "banned": banned,
            "email_addresses": [address("idn_1", &email, status)]
        });
        events.push(match dice.below(10) {
            0 | 1 => deleted(&id, after + 500),
            2 => session_over("session.revoked", &format!("sess_{who}"), &id),
            3 => {
                let at = after + i64::from(u8::from(dice.once_in(2)));
                event("user.updated", at, with(person(&id, &email, after), &members))
            }
            _ => updated(&id, &email, after, &members),
        });
    }
    events
}

/// Puts somebody's row there, and somebody else's with one of the addresses.
async fn prepare(app: &TestApp, who: &str, before: Before) {
    let row = "email, clerk_user_id, is_active, onboarding_completed";
    app.old_row(row, &format!("'taken@{who}.example.com', NULL, true, false")).await;
    match before {
        Before::Nothing => {}
        Before::RowWithAddress => {
            app.old_row(row, &format!("'One@{who}.example.com', NULL, true, false")).await;
        }
        Before::RowWithSubject => {
            app.old_row(row, &format!("NULL, 'user_{who}', true, false")).await;
        }
    }
}

/// Delivers in this order, now to one server and now to the other, some of it again; what there is in the end.
async fn end_state(
    servers: &[TestApp; 2],
    who: &str,
    events: &[Value],
    order: &[usize],
    mut dice: Dice,
) -> Vec<String> {
    for (turn, at) in order.iter().enumerate() {
        let message = |at: usize| format!("msg_{who}_{at}");
        dice.pick(&[&servers[0], &servers[1]]).tell(&message(*at), &events[*at]).await;
        if dice.once_in(3) {
            let earlier = order[dice.below(turn + 1)];
            dice.pick(&[&servers[0], &servers[1]]).tell(&message(earlier), &events[earlier]).await;
        }
    }
    let lines = servers[0].people_like(&format!("user_{who}"), &format!("%@{who}.example.com")).await;
    let sessions = format!("SELECT session_id FROM identity_sessions WHERE session_id = 'sess_{who}'");
    let sessions = servers[0].texts(&sessions).await;
    // Everybody is told apart by a name that is the only difference between them.
    lines.into_iter().chain(sessions).map(|line| line.replace(who, "who")).collect()
}

#[test]
fn every_order_of_the_same_events_ends_in_the_same_state() {
    each("orders of the same webhooks, all of each set", 9, one_set);
}

/// Each set has servers of its own: people are looked for by what their rows say, which takes longer the more there are.
async fn one_set(seed: u64) {
    let first = TestApp::new().await;
    let second = first.neighbour(Setup::default()).await;
    let servers = [first, second];
    let before = Dice::new(seed).pick(&[Before::Nothing, Before::RowWithAddress, Before::RowWithSubject]);
    let count = events(&mut Dice::new(seed), "x").len();
    let mut all = orders(count);
    if !orientor_testkit::proof::is_proof() {
        let mut dice = Dice::new(seed);
        all = (0..SAMPLE.min(all.len())).map(|_| dice.take(&mut all)).collect();
    }
    let tries = stream::iter(all.into_iter().enumerate()).map(|(number, order)| {
        let servers = &servers;
        async move {
            let who = format!("s{seed}n{number}x");
            prepare(&servers[0], &who, before).await;
            let events = events(&mut Dice::new(seed), &who);
            let dice = Dice::new(seed * 1_000 + u64::try_from(number).unwrap());
            (end_state(servers, &who, &events, &order, dice).await, order)
        }
    });
    let ends: Vec<(Vec<String>, Vec<usize>)> = tries.buffer_unordered(AT_ONCE).collect().await;
    let mut states: BTreeMap<&Vec<String>, &Vec<usize>> = BTreeMap::new();
    for (state, order) in &ends {
        states.entry(state).or_insert(order);
    }
    let told = events(&mut Dice::new(seed), "x");
    assert_eq!(states.len(), 1, "ORIENTOR_SEED={seed}, {before:?}: {states:#?}\n{told:#?}");
}

#[test]
fn there_are_as_many_orders_as_there_should_be() {
    assert_eq!(orders(6).len(), 720);
    let mut distinct = orders(4);
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 24);
}
