//! Telling Clerk our numbers.

use orientor_clerk::{BackendApi, TellError, Told};
use orientor_devclerk::{DevClerk, NewUser, Settings};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_json, header, method, path},
};

use crate::instance::issuer;

fn api(url: &str) -> BackendApi {
    BackendApi::new(issuer(), url, &"sk_test_abcdefghijklmnop".parse().unwrap()).unwrap()
}

#[tokio::test]
async fn a_number_is_written_unless_another_user_has_it_or_the_user_is_gone() {
    let bind = "127.0.0.1:0".parse().unwrap();
    let clerk = DevClerk::start(Settings { bind, ..Settings::default() }).await.unwrap();
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let bob = clerk.create_user(NewUser::with_email("bob@example.com")).unwrap();
    let api = api(clerk.url());

    assert_eq!(api.set_external_id(&ada, "7").await.unwrap(), Told::Written);
    assert_eq!(clerk.user(&ada).unwrap()["external_id"], "7");
    assert_eq!(api.set_external_id(&bob, "7").await.unwrap(), Told::Refused);
    clerk.delete_user(&bob).unwrap();
    assert_eq!(api.set_external_id(&bob, "8").await.unwrap(), Told::Gone);
}

async fn server(answers: Vec<ResponseTemplate>) -> MockServer {
    let server = MockServer::start().await;
    for answer in answers {
        let call =
            Mock::given(method("PATCH")).and(path("/v1/users/user_1")).and(body_json(json!({"external_id": "7"})));
        let call = call.and(header("content-type", "application/json")).respond_with(answer);
        call.up_to_n_times(1).mount(&server).await;
    }
    server
}

#[tokio::test]
async fn limits_are_waited_for_and_other_answers_are_errors() {
    let limited = || ResponseTemplate::new(429).insert_header("retry-after", "0");
    let user = "user_1".parse().unwrap();
    let one = server(vec![limited(), limited(), ResponseTemplate::new(200)]).await;
    assert_eq!(api(&one.uri()).set_external_id(&user, "7").await.unwrap(), Told::Written);

    let patient = server((0..8).map(|_| limited()).collect()).await;
    let error = api(&patient.uri()).set_external_id(&user, "7").await.unwrap_err();
    assert!(matches!(error, TellError::Limited(8)), "{error:?}");

    for (status, part) in [(401, "refused the secret key"), (404, "status 404"), (500, "status 500")] {
        let server = server(vec![ResponseTemplate::new(status)]).await;
        let TellError::Api(source) = api(&server.uri()).set_external_id(&user, "7").await.unwrap_err() else {
            panic!()
        };
        assert!(source.to_string().contains(part), "{source}");
    }
}
