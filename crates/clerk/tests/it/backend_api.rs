//! Asking Clerk for a person: gone, unavailable and found must never be confused.

use std::{error::Error, sync::Arc, time::Duration};

use orientor_clerk::{BackendApi, BackendApiError, SecretKey};
use orientor_identity::{ClerkUser, ClerkUsers, ClerkUsersError, Subject, Verification};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::{
    instance::{issuer, seconds},
    server::{Reply, Server},
};

const NOT_FOUND: &str = r#"{"errors":[{"code":"resource_not_found","message":"not found"}],"clerk_trace_id":"x"}"#;

fn ada() -> Subject {
    Subject { issuer: issuer(), id: "user_2ada".parse().unwrap() }
}

fn api(url: &str) -> BackendApi {
    let secret: SecretKey = "sk_test_abcdefghijklmnop".parse().unwrap();
    BackendApi::new(issuer(), url, &secret).unwrap()
}

async fn ask(reply: Reply) -> Result<ClerkUser, ClerkUsersError> {
    let server = Server::start(reply).await;
    api(&server.url).user(&ada()).await
}

/// The wait that is asked for, and the cause.
async fn unavailable(reply: Reply) -> (Option<Duration>, String) {
    match ask(reply).await {
        Err(ClerkUsersError::Unavailable { retry_after, source }) => (retry_after, source.to_string()),
        outcome => panic!("neither found nor gone was expected: {outcome:?}"),
    }
}

fn body() -> Value {
    json!({
        "id": "user_2ada", "external_id": "42", "first_name": "Ada", "primary_email_address_id": "idn_1",
        "email_addresses": [{
            "id": "idn_1", "email_address": "ada@example.com", "reserved": false,
            "verification": {"status": "verified", "strategy": "email_code"},
        }],
    })
}

#[tokio::test]
async fn a_person_is_asked_for_with_the_secret_key() {
    let server = Server::start(Reply::ok(body().to_string())).await;
    let api = api(&server.url);

    let user = api.user(&ada()).await.unwrap();

    assert_eq!(user.id, ada().id);
    assert_eq!(user.external_id.as_deref(), Some("42"));
    assert!(user.emails[0].primary);
    assert_eq!(user.emails[0].verification, Verification::ByPerson);
    let request = server.last_request();
    assert!(request.starts_with("get /v1/users/user_2ada http/1.1\r\n"), "{request}");
    assert!(request.contains("\r\nauthorization: bearer sk_test_abcdefghijklmnop\r\n"), "{request}");
    assert!(request.contains("\r\nclerk-api-version: 2026-05-12\r\n"), "{request}");
    assert!(request.contains("\r\nuser-agent: orientor/"), "{request}");
    assert!(!format!("{api:?}").contains("abcdefghijklmnop"), "{api:?}");
}

#[tokio::test]
async fn a_base_address_may_end_in_a_slash_or_a_path() {
    let server = Server::start(Reply::ok(body().to_string())).await;
    for (suffix, path) in [("/", "/v1/users/"), ("/proxy", "/proxy/v1/users/"), ("/proxy/", "/proxy/v1/users/")] {
        api(&format!("{}{suffix}", server.url)).user(&ada()).await.unwrap();
        let request = server.last_request();
        assert!(request.starts_with(&format!("get {path}user_2ada ")), "{request}");
    }
}

#[tokio::test]
async fn only_clerk_itself_can_say_that_a_person_is_gone() {
    assert!(matches!(ask(Reply::status(404, NOT_FOUND)).await, Err(ClerkUsersError::Gone)));

    for body in [
        "<html>404 Not Found</html>",
        "",
        "{}",
        "{\"errors\":[]}",
        "{\"errors\":[{\"code\":\"other\"}]}",
        "{\"errors\":\"resource_not_found\"}",
        "{\"code\":\"resource_not_found\"}",
        "resource_not_found",
    ] {
        let (_, cause) = unavailable(Reply::status(404, body)).await;
        assert!(cause.contains("status 404"), "{body}: {cause}");
    }
    // The same words with another status are no farewell.
    for status in [200, 400, 401, 403, 410, 500] {
        unavailable(Reply::status(status, NOT_FOUND)).await;
    }
}

#[tokio::test]
async fn refusals_and_faults_are_unavailable_and_say_how_long() {
    let limited = |value: &str| Reply::Full(429, format!("retry-after: {value}\r\n"), String::new());
    let wait = |seconds| Some(Duration::from_secs(seconds));

    assert_eq!(unavailable(limited("7")).await.0, wait(7));
    assert_eq!(unavailable(limited("0")).await.0, wait(0));
    assert_eq!(unavailable(limited("99999999")).await.0, wait(3600));
    for odd in ["-1", "soon", "1.5", "99999999999999999999", "Wed, 21 Oct 2026 07:28:00 GMT", ""] {
        assert_eq!(unavailable(limited(odd)).await.0, None, "{odd}");
    }
    assert_eq!(unavailable(Reply::Full(503, "retry-after: 30\r\n".to_owned(), String::new())).await.0, wait(30));

    let key_invalid = r#"{"errors":[{"code":"clerk_key_invalid","message":"x"}]}"#;
    let (_, cause) = unavailable(Reply::status(401, key_invalid)).await;
    assert_eq!(cause, "Clerk refused the secret key with status 401 and code clerk_key_invalid");
    let (_, cause) = unavailable(Reply::status(403, "{\"errors\":[{\"code\":\"a b\\nc\"}]}")).await;
    assert_eq!(cause, "Clerk refused the secret key with status 403 and code -");
    for status in [204, 302, 400, 402, 409, 422, 500, 502] {
        let (retry_after, cause) = unavailable(Reply::status(status, "")).await;
        assert_eq!(retry_after, None);
        assert!(cause.contains(&format!("status {status}")), "{cause}");
    }
}

#[tokio::test]
async fn answers_about_nobody_or_somebody_else_are_unavailable() {
    let other = json!({"id": "user_2bob", "email_addresses": []}).to_string();
    let other_case = json!({"id": "user_2ADA"}).to_string();
    for reply in
        [other.as_str(), &other_case, "{}", "null", "[]", "", "<html>", "{\"id\":\"\"}", "{\"id\":\"user_2ada\""]
    {
        let (_, cause) = unavailable(Reply::ok(reply)).await;
        assert_eq!(cause, "the answer is not the user that was asked for", "{reply}");
    }
    for reply in [Reply::Huge { announced: true }, Reply::Huge { announced: false }, Reply::CutOff, Reply::Noise] {
        assert_eq!(unavailable(reply).await.1, "the call failed");
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Server::start(Reply::ok(body().to_string())).await;
    let redirect = Reply::Full(307, format!("location: {}/v1/users/user_2ada\r\n", elsewhere.url), String::new());

    assert!(unavailable(redirect).await.1.contains("status 307"));
    assert_eq!(elsewhere.hits(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_slow_answer_is_given_up_after_three_seconds() {
    for reply in [Reply::Silence, Reply::Drip] {
        let start = Instant::now();

        assert_eq!(unavailable(reply).await.1, "the call failed");

        let waited = start.elapsed();
        assert!((seconds(3)..seconds(4)).contains(&waited), "{waited:?}");
    }
}

#[tokio::test]
async fn subjects_of_other_issuers_are_never_asked_about() {
    let server = Server::start(Reply::ok(body().to_string())).await;
    let stranger = Subject { issuer: "https://other.accounts.dev".parse().unwrap(), ..ada() };

    let Err(ClerkUsersError::Unavailable { source, .. }) = api(&server.url).user(&stranger).await else {
        panic!("a stranger was found");
    };

    let source: Arc<dyn Error + Send + Sync> = source;
    assert!(matches!(source.downcast_ref(), Some(BackendApiError::OtherIssuer(ours)) if *ours == issuer()));
    assert_eq!(server.hits(), 0);
}

#[tokio::test]
async fn addresses_with_user_ids_stay_out_of_errors() {
    let server = Server::start(Reply::Silence).await;
    let url = server.url.clone();
    drop(server);
    tokio::task::yield_now().await;

    let error = api(&url).user(&ada()).await.unwrap_err();

    let mut cause: Option<&dyn Error> = Some(&error);
    while let Some(error) = cause {
        assert!(!error.to_string().contains("user_2ada"), "{error}");
        cause = error.source();
    }
}
