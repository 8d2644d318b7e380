//! What no client should send.

use axum::http::Method;
use orientor_devclerk::NewUser;
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use crate::support::{call, client, get, post, send, start};

#[tokio::test]
async fn bodies_that_do_not_fit_are_told_why() {
    let clerk = start().await;
    let email = json!(["ada@example.com"]);

    for (body, code) in [
        (json!({ "email_address": "ada@example.com" }), "form_param_format_invalid"),
        (json!({ "email_address": ["ada"] }), "form_param_format_invalid"),
        (json!({ "email_address": ["a b@example.com"] }), "form_param_format_invalid"),
        (json!({ "email_address": [7] }), "form_param_format_invalid"),
        (json!({ "email_address": ["a@example.com", "A@example.com"] }), "form_param_duplicate"),
        (json!({ "email_address": email, "email_address_identification_status": ["odd"] }), "form_param_value_invalid"),
        (
            json!({ "email_address": email, "email_address_identification_status": [] , "banned": 1 }),
            "form_param_format_invalid",
        ),
        (json!({ "email_address": email, "external_id": "" }), "form_param_format_invalid"),
        (json!({ "email_address": email, "external_id": 7 }), "form_param_format_invalid"),
        (json!({ "email_address": email, "first_name": "a\u{0}b" }), "form_param_format_invalid"),
        (json!({ "email_address": email, "first_name": "a".repeat(2000) }), "form_param_format_invalid"),
        (json!({ "email_address": email, "created_at": "yesterday" }), "form_param_format_invalid"),
        (json!({ "email_address": email, "public_metadata": [] }), "form_param_format_invalid"),
        (json!({ "email_address": email, "password": "short" }), "form_param_value_invalid"),
        (json!({ "email_address": email, "password_digest": "x" }), "form_param_missing"),
        (
            json!({ "email_address": email, "password_digest": "x", "password_hasher": "rot13" }),
            "form_param_value_invalid",
        ),
        (json!({ "phone_number": ["12345"] }), "form_param_format_invalid"),
        (json!({ "email_address": email, "id": "user_2abc" }), "form_param_unknown"),
        (json!({ "first_name": "Ada" }), "form_data_missing"),
    ] {
        let answer = post(&clerk, "/v1/users", &body).await;
        assert_eq!((answer.status, answer.error_code()), (422, code), "{body}");
    }
    assert_eq!(get(&clerk, "/v1/users/count").await.body["total_count"], 0);
}

#[tokio::test]
async fn bodies_that_are_no_object_are_refused() {
    let clerk = start().await;
    let deep = format!("{{\"public_metadata\":{}1{}}}", "{\"a\":".repeat(5000), "}".repeat(5000));

    for body in ["{", "[]", "null", "7", "{} {}", "{\"first_name\": \"\u{1}\"}", &deep] {
        let answer = send(call(&clerk, Method::POST, "/v1/users").body(body.to_owned())).await;
        assert_eq!((answer.status, answer.error_code()), (400, "request_body_invalid"), "{body:.40}");
    }
    let not_utf8 = send(call(&clerk, Method::POST, "/v1/users").body(b"{\"first_name\":\"\xff\"}".to_vec())).await;
    assert_eq!(not_utf8.status, 400);
    let huge = json!({ "public_metadata": { "text": "x".repeat(300 * 1024) } });
    let answer = post(&clerk, "/v1/users", &huge).await;
    assert_eq!((answer.status, answer.error_code()), (413, "request_body_invalid"));
}

#[tokio::test]
async fn queries_that_do_not_fit_are_told_why() {
    let clerk = start().await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let many = "user_id=user_2a&".repeat(101);

    for (query, code) in [
        ("limit=0", "form_param_value_invalid"),
        ("limit=-1", "form_param_value_invalid"),
        ("limit=ten", "form_param_format_invalid"),
        ("limit=1e2", "form_param_format_invalid"),
        ("limit=99999999999999999999", "form_param_format_invalid"),
        ("offset=-1", "form_param_value_invalid"),
        ("offset=x", "form_param_format_invalid"),
        ("order_by=password", "form_param_value_invalid"),
        ("order_by=", "form_param_value_invalid"),
        ("banned=maybe", "form_param_format_invalid"),
        ("created_at_before=now", "form_param_format_invalid"),
        ("starting_after=user_2nobody", "form_param_value_invalid"),
        ("starting_after=%00", "form_param_value_invalid"),
        (&format!("starting_after={ada}&offset=1"), "form_param_value_invalid"),
        (&format!("starting_after={ada}&order_by=username"), "form_param_value_invalid"),
        (&many, "form_param_value_invalid"),
    ] {
        let answer = get(&clerk, &format!("/v1/users?{query}")).await;
        assert_eq!((answer.status, answer.error_code()), (422, code), "{query:.60}");
    }
    for query in ["offset=9223372036854775807", "limit=500&unknown=1", "order_by=%2Bcreated_at", "order_by=+created_at"]
    {
        assert_eq!(get(&clerk, &format!("/v1/users?{query}")).await.status, 200, "{query}");
    }
}

#[tokio::test]
async fn unknown_routes_and_methods_answer_in_clerks_shape() {
    let clerk = start().await;

    for (method, path, status) in [
        (Method::GET, "/v2/users", 404),
        (Method::GET, "/v1/organizations", 404),
        (Method::GET, "/v1/users/%ff", 404),
        (Method::GET, "/v1/users/..%2f..%2fetc", 404),
        (Method::GET, "/v1/sessions/%ff", 404),
        (Method::PUT, "/v1/users", 405),
        (Method::GET, "/dev/token", 405),
    ] {
        let answer = send(call(&clerk, method, path)).await;
        answer.error_code();
        assert_eq!(answer.status, status, "{path}");
    }
}

#[tokio::test]
async fn api_versions_are_named_once_and_known() {
    let clerk = start().await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let with = |query: &'static str, header: Option<&'static str>| {
        let request = call(&clerk, Method::GET, &format!("/v1/users{query}"));
        send(header.into_iter().fold(request, |request, value| request.header("Clerk-API-Version", value)))
    };

    assert_eq!(with("", Some("2024-10-01")).await.status, 200);
    assert_eq!(with("?__clerk_api_version=2026-05-12", None).await.status, 200);
    for (query, header) in [
        ("", Some("2020-01-01")),
        ("", Some("")),
        ("?__clerk_api_version=1", None),
        ("?__clerk_api_version=2026-05-12", Some("2026-05-12")),
    ] {
        let answer = with(query, header).await;
        assert_eq!((answer.status, answer.error_code()), (400, "api_version_invalid"), "{query} {header:?}");
    }
    // Metadata moved to endpoints of their own in 2026.
    let update = |version: &'static str| {
        let request = call(&clerk, Method::PATCH, &format!("/v1/users/{ada}")).header("Clerk-API-Version", version);
        send(request.json(&json!({ "public_metadata": { "a": 1 } })))
    };
    assert_eq!(update("2026-05-12").await.error_code(), "form_param_unknown");
    assert_eq!(update("2025-11-10").await.body["public_metadata"], json!({ "a": 1 }));
}

/// JSON of all kinds, with the names of real fields among the members.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[a-z]{1,8}@example\\.com".prop_map(Value::from),
    ];
    let name = prop_oneof![
        4 => proptest::sample::select(vec![
            "email_address", "email_address_identification_status", "phone_number", "external_id", "first_name",
            "public_metadata", "unsafe_metadata", "created_at", "banned", "password", "user_id", "user_ids", "username",
            "expires_in_seconds", "primary_email_address_id", "create_organizations_limit", "backup_codes",
        ]).prop_map(str::to_owned),
        1 => ".{0,8}",
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(name.clone(), inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn no_input_is_answered_with_a_server_error() {
    let clerk = start().await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let session = clerk.session_token(&ada, &orientor_devclerk::TokenOptions::default()).unwrap().session_id;
    let targets = [
        (Method::POST, "/v1/users".to_owned()),
        (Method::PATCH, format!("/v1/users/{ada}")),
        (Method::PATCH, format!("/v1/users/{ada}/metadata")),
        (Method::PUT, format!("/v1/users/{ada}/metadata")),
        (Method::PUT, format!("/v1/users/{ada}/email_address")),
        (Method::POST, "/v1/users/unban".to_owned()),
        (Method::POST, "/v1/sessions".to_owned()),
        (Method::POST, format!("/v1/sessions/{session}/tokens")),
        (Method::POST, "/dev/token".to_owned()),
    ];
    let runtime = tokio::runtime::Handle::current();

    let check = |((method, path), body, query): ((Method, String), Value, String)| {
        let url = reqwest::Url::parse_with_params(&format!("{}{path}", clerk.url()), [("q", query)]).unwrap();
        let request = client().request(method, url).bearer_auth(clerk.secret_key()).json(&body);
        let answer = runtime.block_on(send(request));
        prop_assert!(answer.status < 500, "{answer:?}");
        if answer.status >= 400 {
            answer.error_code();
        }
        Ok(())
    };

    tokio::task::block_in_place(|| {
        let inputs = (proptest::sample::select(targets.to_vec()), any_json(), "[ -~]{0,30}");
        let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
        TestRunner::new(config).run(&inputs, check).unwrap();
    });
}
