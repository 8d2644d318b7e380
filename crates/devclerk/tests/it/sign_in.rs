//! The sign-in page, and what a page of the application may ask for a browser that used it.

use orientor_devclerk::{DevClerk, NewUser, Settings};
use reqwest::{Client, Response, redirect::Policy};
use serde_json::Value;

use crate::support::{decode, settings};

const APP: &str = "http://localhost:5173";

async fn start() -> DevClerk {
    let clerk = DevClerk::start(Settings { app_origins: vec![APP.to_owned()], ..settings() }).await.unwrap();
    for name in ["ada", "bob"] {
        let person =
            NewUser { first_name: Some(name.to_owned()), ..NewUser::with_email(format!("{name}@example.com")) };
        clerk.create_user(person).unwrap();
    }
    clerk
}

/// A browser that does not follow redirects.
fn browser() -> Client {
    Client::builder().no_proxy().redirect(Policy::none()).build().unwrap()
}

async fn page(clerk: &DevClerk, query: &[(&str, &str)]) -> Response {
    browser().get(format!("{}/sign-in", clerk.url())).query(query).send().await.unwrap()
}

fn id_of(page: &str, name: &str) -> String {
    let (before, _) = page.split_once(&format!("<strong>{name}</strong>")).unwrap();
    let (_, id) = before.rsplit_once("name=\"user_id\" value=\"").unwrap();
    id.split('"').next().unwrap().to_owned()
}

/// Sends the form; the answer and the cookie that came with it.
async fn become_somebody(clerk: &DevClerk, body: String) -> (Response, Option<String>) {
    let request = browser().post(format!("{}/sign-in", clerk.url())).header("origin", clerk.url());
    let answer = request.header("content-type", "application/x-www-form-urlencoded").body(body).send().await.unwrap();
    let cookie = answer.headers().get("set-cookie").map(|line| line.to_str().unwrap().to_owned());
    (answer, cookie)
}

async fn ask(clerk: &DevClerk, method: &str, path: &str, cookie: &str) -> (u16, Value) {
    let request = browser().request(method.parse().unwrap(), format!("{}{path}", clerk.url()));
    let answer = request.header("origin", APP).header("cookie", format!("other=1; {cookie}")).send().await.unwrap();
    assert_eq!(answer.headers()["access-control-allow-origin"], APP);
    assert_eq!(answer.headers()["access-control-allow-credentials"], "true");
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn a_browser_becomes_somebody_gets_tokens_and_signs_out() {
    let clerk = start().await;
    let list = page(&clerk, &[("redirect_url", APP)]).await.text().await.unwrap();
    let ada = id_of(&list, "ada");

    let (answer, cookie) = become_somebody(&clerk, format!("user_id={ada}&redirect_url={APP}/")).await;
    assert_eq!(
        (answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()),
        (303, "http://localhost:5173/")
    );
    let cookie = cookie.unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();

    let (status, client) = ask(&clerk, "GET", "/v1/client", cookie).await;
    let session = client["response"]["last_active_session_id"].as_str().unwrap().to_owned();
    assert_eq!((status, client["response"]["sessions"][0]["user_id"].as_str().unwrap()), (200, ada.as_str()));

    let (status, token) = ask(&clerk, "POST", &format!("/v1/client/sessions/{session}/tokens"), cookie).await;
    let (_, claims) = decode(token["jwt"].as_str().unwrap());
    assert_eq!((status, &claims["sub"], &claims["azp"]), (200, &ada.into(), &APP.into()));

    let (status, _) = ask(&clerk, "POST", &format!("/v1/client/sessions/{session}/remove"), cookie).await;
    assert_eq!(status, 200);
    let (_, client) = ask(&clerk, "GET", "/v1/client", cookie).await;
    assert_eq!(client["response"]["sessions"], Value::Array(Vec::new()));
    let (status, refused) = ask(&clerk, "POST", &format!("/v1/client/sessions/{session}/tokens"), cookie).await;
    assert_eq!((status, refused["errors"][0]["code"].as_str()), (401, Some("signed_out")));
}

#[tokio::test]
async fn tokens_are_only_for_the_browser_that_holds_the_session() {
    let clerk = start().await;
    let list = page(&clerk, &[]).await.text().await.unwrap();
    let mut sessions = Vec::new();
    for name in ["ada", "bob"] {
        let (_, cookie) = become_somebody(&clerk, format!("user_id={}", id_of(&list, name))).await;
        sessions.push(cookie.unwrap().split(';').next().unwrap().to_owned());
    }
    let of_ada = sessions[0].split_once('=').unwrap().1;

    for cookie in ["", sessions[1].as_str(), "__dev_client=", "__dev_client=sess_nobody"] {
        let (status, _) = ask(&clerk, "POST", &format!("/v1/client/sessions/{of_ada}/tokens"), cookie).await;
        assert_eq!(status, 401, "{cookie}");
    }
}

#[tokio::test]
async fn the_browser_is_sent_nowhere_but_to_known_origins() {
    let clerk = start().await;
    let list = page(&clerk, &[]).await.text().await.unwrap();
    let ada = id_of(&list, "ada");
    for elsewhere in [
        "https://example.com/",
        "http://localhost:5174/",
        "https://localhost:5173/",
        "http://localhost:5173@example.com/",
        "//example.com",
        "/peers",
        "javascript:alert(1)",
        "",
    ] {
        assert_eq!(page(&clerk, &[("redirect_url", elsewhere)]).await.status(), 422, "{elsewhere}");
        let (answer, cookie) = become_somebody(&clerk, format!("user_id={ada}&redirect_url={elsewhere}")).await;
        assert_eq!((answer.status().as_u16(), cookie), (422, None), "{elsewhere}");
    }
}

#[tokio::test]
async fn a_page_of_somebody_else_cannot_sign_the_browser_in() {
    let clerk = start().await;
    let list = page(&clerk, &[]).await.text().await.unwrap();
    for origin in ["https://example.com", "null"] {
        let request = browser().post(format!("{}/sign-in", clerk.url())).header("origin", origin);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = request.body(format!("user_id={}", id_of(&list, "ada"))).send().await.unwrap();
        assert_eq!(answer.status(), 403, "{origin}");
    }
}

#[tokio::test]
async fn people_are_found_page_by_page_and_their_names_stay_text() {
    let clerk = start().await;
    for number in 0..30 {
        let person = NewUser {
            first_name: Some(format!("<i>{number:02}</i>")),
            last_name: Some("{{query}}".to_owned()),
            ..NewUser::with_email(format!("person{number}@example.com"))
        };
        clerk.create_user(person).unwrap();
    }

    let first = page(&clerk, &[]).await;
    let policy = first.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("default-src 'none'") && policy.contains(&format!("form-action 'self' {APP}")), "{policy}");
    let first = first.text().await.unwrap();
    assert!(first.contains("1 to 20 of 32 people") && first.contains("Next page") && !first.contains("Previous page"));
    assert!(!first.contains("<i>") && !first.contains("{{"));

    let second = page(&clerk, &[("page", "2")]).await.text().await.unwrap();
    assert!(
        second.contains("21 to 32 of 32 people") && second.contains("Previous page") && !second.contains("Next page")
    );
    let found = page(&clerk, &[("query", "PERSON7@")]).await.text().await.unwrap();
    assert!(found.contains("1 to 1 of 1 people") && found.contains("person7@example.com"));
    let nobody = page(&clerk, &[("query", "\"><script>")]).await.text().await.unwrap();
    assert!(nobody.contains("Nobody has this name") && !nobody.contains("<script"));
}

#[tokio::test]
async fn somebody_new_is_created_and_signed_in() {
    let clerk = start().await;
    let form = "email_address=chiara%40example.com&first_name=chiara&last_name=";
    let (answer, cookie) = become_somebody(&clerk, form.to_owned()).await;
    assert_eq!((answer.status().as_u16(), cookie.is_some()), (303, true));
    assert!(page(&clerk, &[]).await.text().await.unwrap().contains("<strong>chiara</strong>"));

    let (again, cookie) = become_somebody(&clerk, form.to_owned()).await;
    assert_eq!((again.status().as_u16(), cookie), (422, None), "the address is taken");
}
