//! The index against the definition, over real databases, while everything changes.

use std::sync::Arc;

use orientor_identity::UserId;
use orientor_services::{ServiceError, matching::Matching, peers, profiles};
use orientor_store::Patch;
use proptest::{collection::vec, prelude::*};

use crate::support::{Home, bits, skills};

/// Asks both for everybody's peers; says how many there were.
async fn agree(home: &Home, live: &Matching, index_first: bool) -> usize {
    let plain = Matching::plain(home.db.clone());
    let mut peers = 0;
    for user in home.users().await {
        // Whoever is first makes the inputs that are missing; both must stand that.
        let (from_index, by_the_book) = if index_first {
            let from_index = live.best(user, 10).await.unwrap();
            (from_index, plain.best(user, 10).await.unwrap())
        } else {
            let by_the_book = plain.best(user, 10).await.unwrap();
            (live.best(user, 10).await.unwrap(), by_the_book)
        };
        assert_eq!(bits(&from_index), bits(&by_the_book), "user {user}");
        assert_eq!((&from_index.peers, &from_index.mine), (&by_the_book.peers, &by_the_book.mine), "user {user}");
        let (remembered, read) = (from_index.cards(&home.db).await, by_the_book.cards(&home.db).await);
        assert_eq!(remembered.unwrap(), read.unwrap(), "user {user}");
        peers += from_index.peers.len();
    }
    peers
}

#[derive(Clone, Copy, Debug)]
enum Step {
    /// Through our own services.
    Skills(usize, u8),
    Hide(usize),
    Show(usize),
    Block(usize, usize),
    Unblock(usize, usize),
    /// By another program.
    Industry(usize, u8),
    Goal(usize, u8),
    NoGoals(usize),
    Interests(usize, u8),
    Personality(usize, u8),
    Deactivate(usize),
    Activate(usize),
    Delete(usize),
    NewUser,
    Unprofile(usize),
    Rename(usize, u8),
    Major(usize, u8),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0..64_usize;
    prop_oneof![
        3 => (who(), any::<u8>()).prop_map(|(user, bits)| Step::Skills(user, bits)),
        1 => who().prop_map(Step::Hide),
        1 => who().prop_map(Step::Show),
        2 => (who(), who()).prop_map(|(one, other)| Step::Block(one, other)),
        1 => (who(), who()).prop_map(|(one, other)| Step::Unblock(one, other)),
        2 => (who(), any::<u8>()).prop_map(|(user, bits)| Step::Industry(user, bits)),
        2 => (who(), any::<u8>()).prop_map(|(user, bits)| Step::Goal(user, bits)),
        1 => who().prop_map(Step::NoGoals),
        2 => (who(), any::<u8>()).prop_map(|(user, bits)| Step::Interests(user, bits)),
        2 => (who(), any::<u8>()).prop_map(|(user, bits)| Step::Personality(user, bits)),
        1 => who().prop_map(Step::Deactivate),
        1 => who().prop_map(Step::Activate),
        1 => who().prop_map(Step::Delete),
        1 => Just(Step::NewUser),
        1 => who().prop_map(Step::Unprofile),
        2 => (who(), any::<u8>()).prop_map(|(user, name)| Step::Rename(user, name)),
        2 => (who(), any::<u8>()).prop_map(|(user, major)| Step::Major(user, major)),
    ]
}

const SKILLS: [&str; 6] = ["weaving", "law", "chess", "Python", "teaching", "maths"];

async fn take(home: &Home, step: Step) {
    let users = home.users().await;
    let at = |place: usize| users[place % users.len()];
    let settled = |done: Result<(), ServiceError>| match done {
        Ok(()) | Err(ServiceError::Missing | ServiceError::Yourself | ServiceError::NoSuchUser) => {}
        Err(error) => panic!("{error:?}"),
    };
    match step {
        Step::Skills(user, bits) => {
            let own: Vec<&str> =
                SKILLS.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, skill)| *skill).collect();
            let patch = skills(&own, Some("Software"));
            profiles::update(&home.db, at(user), &patch, &Patch::default()).await.unwrap();
        }
        Step::Hide(user) => settled(peers::set_discoverable(&home.db, at(user), false).await),
        Step::Show(user) => settled(peers::set_discoverable(&home.db, at(user), true).await),
        Step::Block(one, other) => settled(peers::block(&home.db, at(one), at(other)).await),
        Step::Unblock(one, other) => settled(peers::unblock(&home.db, at(one), at(other)).await),
        Step::NewUser => home.run("INSERT INTO users (is_active) VALUES (true)").await,
        Step::Delete(user) if users.len() > 3 => home.run(&deletion(at(user))).await,
        Step::Delete(_) => {}
        Step::Industry(user, bits) => {
            let industry = ["Software", "Arts", "Law"][usize::from(bits) % 3];
            home.run(&format!("UPDATE user_profiles SET industry = '{industry}' WHERE user_id = {}", at(user))).await;
        }
        Step::Goal(user, bits) => {
            let title = ["Weaver", "Judge", "Tutor"][usize::from(bits) % 3];
            home.run(&format!("INSERT INTO career_goals (user_id, title) VALUES ({}, '{title}')", at(user))).await;
        }
        Step::NoGoals(user) => {
            home.run(&format!("UPDATE career_goals SET is_active = false WHERE user_id = {}", at(user))).await;
        }
        Step::Interests(user, bits) => {
            home.run(&format!(
                "INSERT INTO holland_assessments (user_id, realistic_score, artistic_score, social_score) \
                 VALUES ({}, {}, {}, {})",
                at(user),
                bits & 3,
                bits >> 2 & 3,
                bits >> 4 & 3
            ))
            .await;
        }
        Step::Personality(user, bits) => {
            let score = f64::from(bits) / 255.0;
            home.run(&format!(
                "UPDATE user_profiles SET compatibility_vector = '{{\"career_stage_preference\": \"student\", \
                 \"personality_compatibility\": {{\"hexaco_preferences\": {{\"openness\": \"high\"}}}}}}' \
                 WHERE user_id = {user}; INSERT INTO personality_profiles \
                 (user_id, profile_type, scores, assessment_version) VALUES \
                 ({user}, 'hexaco', '{{\"hexaco\": {{\"openness\": {score}}}}}', 'v1.0')",
                user = at(user)
            ))
            .await;
        }
        Step::Deactivate(user) => {
            home.run(&format!("UPDATE users SET is_active = false WHERE id = {}", at(user))).await;
        }
        Step::Activate(user) => home.run(&format!("UPDATE users SET is_active = true WHERE id = {}", at(user))).await,
        Step::Rename(user, name) => {
            let column = ["first_name", "last_name"][usize::from(name) % 2];
            home.run(&format!("UPDATE users SET {column} = 'Name {name}' WHERE id = {}", at(user))).await;
        }
        Step::Major(user, major) => {
            home.run(&format!("UPDATE user_profiles SET major = 'Major {major}' WHERE user_id = {}", at(user))).await;
        }
        Step::Unprofile(user) => home.run(&format!("DELETE FROM user_profiles WHERE user_id = {}", at(user))).await,
    }
}

/// The older tables refuse to lose a user who has rows.
fn deletion(user: UserId) -> String {
    let tables = ["user_profiles", "career_goals", "holland_assessments", "personality_profiles"];
    let rows = tables.map(|table| format!("DELETE FROM {table} WHERE user_id = {user};"));
    format!("{} DELETE FROM users WHERE id = {user}", rows.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_the_definition_does_while_changes_stream_in(
        steps in vec((step(), any::<bool>(), 0..3_u8), 1..40),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let home = Home::new().await;
            home.people(9).await;
            let live = home.with_index().await;
            for (step, index_first, pause) in steps {
                take(&home, step).await;
                // Now and then several changes come together.
                if pause > 0 {
                    agree(&home, &live, index_first).await;
                }
            }
            agree(&home, &live, true).await;
            let report = live.report().unwrap();
            assert!(report.size.is_some() && report.plain_answers == 0 && report.builds == 1, "{report:?}");
        });
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn until_the_index_is_ready_everybody_is_compared_and_nobody_waits() {
    let home = Home::new().await;
    home.people(6).await;
    let plain = Matching::plain(home.db.clone());

    let live = Matching::indexed(home.db.clone());
    for user in home.users().await {
        let expected = plain.best(user, 10).await.unwrap();
        assert_eq!(bits(&live.best(user, 10).await.unwrap()), bits(&expected));
        assert!(!expected.peers.is_empty());
    }
    live.ready().await;

    assert!(agree(&home, &live, true).await > 0);
    assert_eq!(plain.report(), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_hides_or_blocks_is_gone_from_the_very_next_answer_whoever_asks_at_the_same_time() {
    let home = Arc::new(Home::new().await);
    let users = home.people(8).await;
    let live = home.with_index().await;
    for user in &users {
        profiles::update(&home.db, *user, &skills(&["chess"], Some("Arts")), &Patch::default()).await.unwrap();
    }

    let mut tasks = tokio::task::JoinSet::new();
    for (number, me) in users.iter().copied().enumerate() {
        let (home, live) = (Arc::clone(&home), live.clone());
        let asker = users[(number + 1) % users.len()];
        tasks.spawn(async move {
            let sees = async || {
                let best = live.best(asker, 100).await.unwrap();
                best.peers.iter().any(|peer| peer.user == me)
            };
            for round in 0..6 {
                peers::set_discoverable(&home.db, me, false).await.unwrap();
                assert!(!sees().await, "user {me} hides, round {round}");
                peers::set_discoverable(&home.db, me, true).await.unwrap();
                assert!(sees().await, "user {me} is back, round {round}");
                peers::block(&home.db, me, asker).await.unwrap();
                assert!(!sees().await, "user {me} has blocked, round {round}");
                peers::unblock(&home.db, me, asker).await.unwrap();
                assert!(sees().await, "user {me} has no block, round {round}");
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }

    agree(&home, &live, true).await;
    assert_eq!(live.report().unwrap().plain_answers, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_changes_are_folded_in_and_very_many_have_the_index_built_anew() {
    let home = Home::new().await;
    let me = home.people(3).await[0];
    let live = home.with_index().await;
    let more = |count: usize| {
        format!(
            "INSERT INTO users (is_active) WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n \
             WHERE n < {count}) SELECT true FROM n"
        )
    };

    home.run(&more(400)).await;
    while live.report().unwrap().compactions == 0 {
        live.best(me, 10).await.unwrap();
        tokio::task::yield_now().await;
    }
    assert_eq!(live.report().unwrap().size.unwrap().users, 403);
    assert_eq!(live.report().unwrap().size.unwrap().changed, 0);

    home.run(&more(10_100)).await;
    let meanwhile = live.best(me, 10).await.unwrap();
    live.ready().await;

    assert_eq!(bits(&live.best(me, 10).await.unwrap()), bits(&meanwhile));
    let report = live.report().unwrap();
    assert_eq!((report.builds, report.plain_answers), (2, 1));
    assert_eq!(report.size.unwrap().users, 10_503);
}
