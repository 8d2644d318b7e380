//! `/api/v1/peers`.

use serde_json::{Value, json};

use crate::support::{TestApp, User, shape};

/// Ada and Bob, who share skills and an industry.
async fn two_who_fit(app: &TestApp) -> (User, User) {
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    ada.update(&json!({ "skills": ["Weaving", "Law"], "industry": "Research" })).await;
    bob.update(&json!({
        "skills": ["weaving"], "industry": "research", "major": "Law", "year": 2, "job_title": "Clerk",
        "hobbies": "rowing", "interests": "history"
    }))
    .await;
    (ada, bob)
}

#[tokio::test]
async fn compatible_peers_come_with_scores_and_reasons() {
    let app = TestApp::new().await;
    let (ada, bob) = two_who_fit(&app).await;

    let peers = ada.get("/api/v1/peers/compatible").await;

    assert_eq!((peers.status, peers.body.as_array().unwrap().len()), (200, 1), "{}", peers.text);
    let peer = &peers.body[0];
    assert_eq!(
        shape(peer),
        [
            ("compatibility_score", 'n'),
            ("explanation", 's'),
            ("industry", 's'),
            ("job_title", 's'),
            ("major", 's'),
            ("name", 's'),
            ("score_details", 'o'),
            ("user_id", 's'),
            ("year", 'n')
        ]
    );
    assert_eq!(peer["user_id"], bob.id.to_string());
    // Skills 1 of 2 by 0.20, industries 1 by 0.10.
    assert_eq!(peer["compatibility_score"], 0.2);
    let details = &peer["score_details"];
    assert_eq!(
        shape(details),
        [("components", 'o'), ("coverage", 'n'), ("overall_compatibility", 'n'), ("timestamp", 's')]
    );
    assert_eq!((&details["overall_compatibility"], &details["coverage"]), (&json!(0.2), &json!(0.3)));
    assert_eq!(
        details["components"],
        json!({ "interests": null, "skills": 0.5, "goals": null, "stage": null, "industries": 1.0, "personality": null })
    );
    let from_bob = bob.get("/api/v1/peers/compatible").await;
    assert_eq!(from_bob.column("compatibility_score"), [json!(0.2)], "the same from both sides");
}

#[tokio::test]
async fn suggestions_are_computed_when_there_are_none_and_anew_on_request() {
    let app = TestApp::new().await;
    let (ada, bob) = two_who_fit(&app).await;

    let suggested = ada.get("/api/v1/peers/suggested").await;
    assert_eq!(
        shape(&suggested.body[0]),
        [
            ("hobbies", 's'),
            ("interests", 's'),
            ("major", 's'),
            ("name", 's'),
            ("similarity", 'n'),
            ("user_id", 's'),
            ("year", 'n')
        ]
    );
    assert_eq!(suggested.column("user_id"), [json!(bob.id.to_string())]);
    let for_messages = ada.get("/api/v1/messages/suggested-peers").await;
    assert_eq!(for_messages.body, json!([{ "peer_id": bob.id, "similarity": 0.2 }]));

    ada.update(&json!({ "skills": ["weaving"] })).await;
    assert_eq!(ada.get("/api/v1/peers/suggested").await.column("similarity"), [json!(0.2)], "stored");
    let refreshed = ada.post("/api/v1/peers/refresh", &Value::Null).await;
    assert_eq!((refreshed.status, refreshed.body), (200, json!({ "message": "Suggestions updated" })));
    assert_eq!(ada.get("/api/v1/peers/suggested").await.column("similarity"), [json!(0.3)]);

    let nobody = app.user("carol").await.post("/api/v1/peers/refresh", &Value::Null).await;
    assert_eq!((nobody.status, nobody.body), (200, json!({ "message": "Nobody fits yet" })));
}

#[tokio::test]
async fn the_home_page_shows_three_with_the_strongest_reason_in_the_language_of_the_client() {
    let app = TestApp::new().await;
    let (ada, bob) = two_who_fit(&app).await;

    let english = ada.get("/api/v1/peers/homepage").await;
    assert_eq!(
        shape(&english.body[0]),
        [
            ("avatar_url", 'z'),
            ("brief_explanation", 's'),
            ("compatibility_score", 'n'),
            ("major", 's'),
            ("name", 's'),
            ("user_id", 's'),
            ("year", 'n')
        ]
    );
    assert_eq!(english.column("user_id"), [json!(bob.id.to_string())]);

    let french = ada.get_in("/api/v1/peers/homepage", "fr-CA,en;q=0.5").await;
    let (english, french) = (&english.body[0]["brief_explanation"], &french.body[0]["brief_explanation"]);
    assert_ne!(english, french);
    assert!(french.as_str().unwrap().contains("compétence"), "{french}");
    let compatible = ada.get_in("/api/v1/peers/compatible", "fr").await;
    assert!(compatible.body[0]["explanation"].as_str().unwrap().contains("compétence"), "{}", compatible.text);
    let unspoken = ada.get_in("/api/v1/peers/homepage", "de").await;
    assert_eq!(&unspoken.body[0]["brief_explanation"], english);
}

#[tokio::test]
async fn limits_have_bounds() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for (path, most) in [
        ("/api/v1/peers/compatible", 100),
        ("/api/v1/peers/suggested", 20),
        ("/api/v1/messages/suggested-peers", 20),
        ("/api/v1/peers/blocked", 100),
        ("/api/v1/messages/conversations", 100),
    ] {
        for fits in [1, most] {
            assert_eq!(ada.get(&format!("{path}?limit={fits}")).await.status, 200, "{path} {fits}");
        }
        for (outside, what) in [("0", "`limit`"), (&*(most + 1).to_string(), "`limit`"), ("-1", ""), ("a", "")] {
            let refused = ada.get(&format!("{path}?limit={outside}")).await;
            assert_eq!(refused.error(), (422, "query_invalid"), "{path} {outside}");
            assert!(refused.detail().starts_with(what), "{}", refused.detail());
        }
    }
}

#[tokio::test]
async fn visibility_and_blocks_are_read_back() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    assert_eq!(ada.get("/api/v1/peers/visibility").await.body, json!({ "discoverable": true }));
    let hidden = ada.put("/api/v1/peers/visibility", &json!({ "discoverable": false })).await;
    assert_eq!((hidden.status, hidden.body), (200, json!({ "discoverable": false })));
    assert_eq!(ada.get("/api/v1/peers/visibility").await.body, json!({ "discoverable": false }));
    for odd in [json!({}), json!({ "discoverable": "no" }), json!({ "discoverable": false, "user_id": 1 })] {
        assert_eq!(ada.put("/api/v1/peers/visibility", &odd).await.error(), (422, "body_invalid"), "{odd}");
    }

    assert_eq!(ada.get("/api/v1/peers/blocked").await.body, json!([]));
    let path = format!("/api/v1/peers/{}/block", bob.id);
    for _ in 0..2 {
        assert_eq!(ada.post(&path, &Value::Null).await.status, 204);
    }
    let blocked = ada.get("/api/v1/peers/blocked").await;
    assert_eq!(shape(&blocked.body[0]), [("blocked_at", 's'), ("name", 's'), ("user_id", 'n')]);
    assert_eq!(blocked.column("user_id"), [json!(bob.id)]);
    assert_eq!(ada.get(&format!("/api/v1/peers/blocked?after={}", bob.id)).await.body, json!([]));
    assert_eq!(ada.delete(&path).await.status, 204);
    assert_eq!(ada.delete(&path).await.error(), (404, "not_found"));
    assert_eq!(ada.post(&format!("/api/v1/peers/{}/block", ada.id), &Value::Null).await.error(), (422, "not_yourself"));
    assert_eq!(ada.post("/api/v1/peers/999999/block", &Value::Null).await.error(), (404, "user_not_found"));
}
