//! Listing everybody: all of them, or an error, and never a part.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use orientor_clerk::{BackendApi, ListError};
use orientor_devclerk::{DevClerk, NewUser, RateLimit, Settings};
use orientor_identity::ClerkUserId;
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, Request, Respond, ResponseTemplate,
    matchers::{method, path},
};

use crate::instance::issuer;

fn api(url: &str, secret: &str) -> BackendApi {
    BackendApi::new(issuer(), url, &secret.parse().unwrap()).unwrap()
}

async fn clerk(users: usize, rate_limit: Option<RateLimit>) -> DevClerk {
    let initial_users = (0..users).map(|at| NewUser::with_email(format!("person{at}@example.com"))).collect();
    let bind = "127.0.0.1:0".parse().unwrap();
    DevClerk::start(Settings { bind, rate_limit, initial_users, ..Settings::default() }).await.unwrap()
}

async fn list(server: &MockServer) -> Result<Vec<ClerkUserId>, ListError> {
    let users = api(&server.uri(), "sk_test_abcdefghijklmnop").all_users(&|_, _| {}).await?;
    Ok(users.into_iter().map(|user| user.id).collect())
}

fn users(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({"id": id})).collect()
}

fn count(count: usize) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({"object": "total_count", "total_count": count}))
}

/// Answers one after another; the last one for ever.
struct InTurn {
    answers: Vec<ResponseTemplate>,
    next: AtomicUsize,
}

impl Respond for InTurn {
    fn respond(&self, _: &Request) -> ResponseTemplate {
        let at = self.next.fetch_add(1, Ordering::SeqCst).min(self.answers.len() - 1);
        self.answers[at].clone()
    }
}

async fn server(counts: Vec<ResponseTemplate>, pages: Vec<ResponseTemplate>) -> MockServer {
    let server = MockServer::start().await;
    for (at, answers) in [("/v1/users/count", counts), ("/v1/users", pages)] {
        let answers = InTurn { answers, next: AtomicUsize::new(0) };
        Mock::given(method("GET")).and(path(at)).respond_with(answers).mount(&server).await;
    }
    server
}

fn page(ids: &[&str]) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(users(ids))
}

#[tokio::test]
async fn everybody_comes_once_over_several_pages_and_oldest_first() {
    let clerk = clerk(1_203, None).await;
    let told = Arc::new(AtomicUsize::new(0));

    let most = Arc::clone(&told);
    let everybody = api(clerk.url(), clerk.secret_key())
        .all_users(&move |read, of| {
            assert!(read <= of);
            most.fetch_max(read, Ordering::SeqCst);
        })
        .await
        .unwrap();

    assert_eq!(everybody.len(), 1_203);
    assert_eq!(told.load(Ordering::SeqCst), 1_203);
    let addresses: Vec<&str> = everybody.iter().map(|user| user.emails[0].address.as_str()).collect();
    let expected: Vec<String> = (0..1_203).map(|at| format!("person{at}@example.com")).collect();
    assert_eq!(addresses, expected);
    assert!(everybody.iter().all(|user| user.emails[0].primary));
}

#[tokio::test]
async fn an_empty_instance_is_a_complete_list() {
    let clerk = clerk(0, None).await;

    assert!(api(clerk.url(), clerk.secret_key()).all_users(&|_, _| {}).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_limit_of_a_real_instance_is_waited_for() {
    let limited = || ResponseTemplate::new(429).insert_header("retry-after", "0");
    let server = server(
        vec![limited(), limited(), count(2)],
        vec![limited(), page(&["user_1", "user_2"]), limited(), page(&[])],
    )
    .await;

    let ids = list(&server).await.unwrap();

    assert_eq!(ids.iter().map(ClerkUserId::as_str).collect::<Vec<_>>(), ["user_1", "user_2"]);
}

#[tokio::test]
async fn nobody_waits_for_ever() {
    for (after, asked) in [("0", 8), ("3600", 1)] {
        let limited = ResponseTemplate::new(429).insert_header("retry-after", after);
        let server = server(vec![limited], vec![page(&[])]).await;

        let error = list(&server).await.unwrap_err();

        assert!(matches!(error, ListError::Limited(tries) if tries == asked), "{error:?}");
        assert_eq!(server.received_requests().await.unwrap().len(), usize::try_from(asked).unwrap());
    }
}

#[tokio::test]
async fn whoever_is_added_meanwhile_is_read_as_well() {
    let server =
        server(vec![count(1), count(2), count(2)], vec![page(&["user_1"]), page(&[]), page(&["user_2"]), page(&[])])
            .await;

    let ids = list(&server).await.unwrap();

    assert_eq!(ids.len(), 2);
    let requests = server.received_requests().await.unwrap();
    let queries: Vec<_> = requests.iter().filter_map(|it| it.url.query().map(str::to_owned)).collect();
    assert_eq!(queries[0], "limit=500&order_by=%2Bcreated_at");
    assert_eq!(queries[2], "limit=500&order_by=%2Bcreated_at&starting_after=user_1");
}

#[tokio::test]
async fn when_somebody_is_deleted_the_list_is_read_again() {
    let gone = ResponseTemplate::new(422).set_body_json(json!({"errors": [{"code": "form_param_value_invalid"}]}));
    for pages in [
        // One who had been listed is gone in the end, and the one after whom we asked.
        vec![page(&["user_1", "user_2"]), page(&[]), page(&["user_2"]), page(&[])],
        vec![page(&["user_1"]), gone, page(&["user_2"]), page(&[])],
    ] {
        let server = server(vec![count(2), count(1)], pages).await;

        let ids = list(&server).await.unwrap();

        assert_eq!(ids.iter().map(ClerkUserId::as_str).collect::<Vec<_>>(), ["user_2"]);
    }
}

#[tokio::test]
async fn a_list_that_lacks_somebody_is_an_error() {
    let server = server(vec![count(3)], vec![page(&["user_1"]), page(&[])]).await;

    let error = list(&server).await.unwrap_err();

    assert!(matches!(error, ListError::Incomplete { counted: 3, .. }), "{error:?}");
    assert!(error.to_string().starts_with("the list is incomplete"), "{error}");
}

#[tokio::test]
async fn answers_that_are_no_pages_are_errors() {
    let text = |text: &str| ResponseTemplate::new(200).set_body_string(text);
    for (pages, part) in [
        (vec![text("[{\"id\":\"user_1\"},{\"id\":\"us")], "not an array"),
        (vec![text("{\"data\":[]}")], "not an array"),
        (vec![page(&["user_1", "sess_1"])], "not a Clerk user object"),
        (vec![page(&["user_1"]), page(&["user_1"])], "user_1 comes twice"),
    ] {
        let server = server(vec![count(1)], pages).await;

        let error = list(&server).await.unwrap_err();

        assert!(error.to_string().contains(part), "{error}");
    }
    let server = server(vec![text("{}")], vec![page(&[])]).await;
    assert!(list(&server).await.unwrap_err().to_string().contains("total_count"));
}

#[tokio::test]
async fn a_status_that_is_no_answer_is_reported() {
    for (status, part) in
        [(500, "status 500"), (502, "status 502"), (401, "refused the secret key"), (404, "status 404")]
    {
        let server = server(vec![count(1)], vec![ResponseTemplate::new(status)]).await;

        let ListError::Api(source) = list(&server).await.unwrap_err() else { panic!("{status}") };

        assert!(source.to_string().contains(part), "{source}");
    }
}

#[tokio::test]
async fn a_development_clerk_that_limits_is_read_to_the_end() {
    // Two calls in a window of ten seconds: the count, a page, a wait, a page, the count.
    let clerk = clerk(3, Some(RateLimit { requests: 2, ..RateLimit::default() })).await;
    let began = std::time::Instant::now();

    let everybody = api(clerk.url(), clerk.secret_key()).all_users(&|_, _| {}).await.unwrap();

    assert_eq!(everybody.len(), 3);
    assert!(began.elapsed() < Duration::from_secs(30));
}
