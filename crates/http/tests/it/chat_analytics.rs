//! Figures about a user's own use, over HTTP.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::{conversations::begin, statements::Statements, support::TestApp};

const AT: &str = "/api/v1/chat/analytics";

#[tokio::test]
async fn messages_that_are_stored_at_once_are_all_counted() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let body = json!({ "initial_message": "Hello" });

    let begun = join_all((0..20).map(|_| ada.post("/api/v1/chat/conversations", &body))).await;

    assert!(begun.iter().all(|answer| answer.status == 201), "{begun:?}");
    assert_eq!(app.number("SELECT count(*) FROM user_chat_analytics").await, 1);
    let usage = ada.get(&format!("{AT}/usage")).await.body;
    assert_eq!((&usage["total_messages"], &usage["total_conversations"]), (&json!(20), &json!(20)));
    assert_eq!((&usage["conversation_count"], &usage["active_days"]), (&json!(20), &json!(1)));
    assert_eq!(usage["most_active_date"], usage["end_date"]);
    assert_eq!(bob.get(&format!("{AT}/usage")).await.body["total_messages"], 0);
}

#[tokio::test]
async fn use_is_summed_over_the_period_that_was_asked_for() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let category = ada.post("/api/v1/chat/categories", &json!({ "name": "Studies" })).await.body["id"].clone();
    for message in ["One", "Two", "Three"] {
        let id = begin(&ada, message).await;
        if message != "Three" {
            ada.put(&format!("/api/v1/chat/conversations/{id}"), &json!({ "category_id": category })).await;
        }
    }
    let today: chrono::NaiveDate =
        ada.get(&format!("{AT}/usage")).await.body["end_date"].as_str().unwrap().parse().unwrap();
    for (ago, messages, response) in [(7, 10, "100"), (30, 5, "400"), (31, 1, "NULL")] {
        let day = today - chrono::Days::new(ago);
        app.run(&format!(
            "INSERT INTO user_chat_analytics (user_id, date, messages_sent, conversations_started, total_tokens_used, \
             avg_response_time_ms) VALUES ({}, '{day}', {messages}, 1, 100, {response})",
            ada.id
        ))
        .await;
    }
    let usage = async |period: &str| ada.get(&format!("{AT}/usage?period={period}")).await.body;

    for (period, messages, days) in [("day", 3, 1), ("week", 13, 2), ("month", 18, 3), ("year", 19, 4)] {
        let told = usage(period).await;
        assert_eq!((&told["period"], &told["total_messages"]), (&json!(period), &json!(messages)));
        assert_eq!(told["active_days"], days, "{period}");
    }
    let month = usage("month").await;
    assert_eq!(month["avg_response_time_ms"], 200.0, "days without a time do not count");
    assert_eq!(month["favorite_categories"], json!([{ "name": "Studies", "count": 2 }]));
    assert_eq!(month["total_tokens_used"], 200);
    assert_eq!(ada.get(&format!("{AT}/usage?period=decade")).await.error(), (422, "query_invalid"));

    let trends = ada.get(&format!("{AT}/trends?days=31")).await.body;
    assert_eq!(trends["daily_messages"].as_array().unwrap().len(), 31);
    assert_eq!(trends["daily_messages"][0]["count"], 5, "{trends}");
    assert_eq!(trends["daily_messages"][30], json!({ "date": today, "count": 3 }));
    assert_eq!(trends["growth_rate_percent"], -40.0, "days are compared, not rows");
    assert_eq!(trends["weekly_messages"].as_array().unwrap().len(), 3);
    for wrong in ["6", "366", "x"] {
        assert_eq!(ada.get(&format!("{AT}/trends?days={wrong}")).await.error(), (422, "query_invalid"), "{wrong}");
    }
}

#[tokio::test]
async fn topics_come_from_titles_that_somebody_chose() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for title in [Some("Nursing school"), Some("nursing jobs"), None] {
        let body = json!({ "initial_message": "Nursing and lawyers", "title": title });
        assert_eq!(ada.post("/api/v1/chat/conversations", &body).await.status, 201);
    }

    let topics = ada.get(&format!("{AT}/topics?limit=2")).await.body;

    assert_eq!(topics[0], json!({ "name": "nursing", "count": 2, "percentage": 100.0 }));
    assert_eq!(topics.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn the_summary_is_the_three_at_once_whatever_there_is() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let empty = ada.get(&format!("{AT}/summary")).await;
    assert_eq!((empty.status, &empty.body["popular_topics"]), (200, &json!([])));
    begin(&ada, "Hello").await;
    let statements = Statements::counted();

    let summary = ada.get(&format!("{AT}/summary")).await.body;

    assert!((1..=4).contains(&statements.taken()));
    assert_eq!(summary["user_analytics"], ada.get(&format!("{AT}/usage?period=month")).await.body);
    assert_eq!(summary["usage_trends"], ada.get(&format!("{AT}/trends?days=30")).await.body);
    let days: Vec<&Value> = summary["usage_trends"]["daily_tokens"].as_array().unwrap().iter().collect();
    assert_eq!(days.len(), 30);
}
