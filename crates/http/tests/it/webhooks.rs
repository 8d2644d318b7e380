//! Deliveries: what is taken, what is refused and how, and that whatever is refused changes nothing.

use std::path::Path;

use orientor_identity::{Clock as _, SystemClock};
use orientor_testkit::node;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    deliveries::{Delivery, PATH, SECRET, THEN, created, deleted, event, person, session_over, updated, with},
    support::{Setup, TestApp, send},
};

const OLD: &str = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Both secrets of a rotation.
const BOTH: &str = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const STRANGER: &str = "whsec_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

fn id(number: usize) -> String {
    format!("user_t{number}")
}

/// Status and code; the code is empty for what is taken.
type Expected = (u16, &'static str);
const TAKEN: Expected = (204, "");
const UNREADABLE: Expected = (422, "body_invalid");

/// Events that are signed as they should be.
fn bodies() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let ada = "user_ada";
    let json = |value: Value| value.to_string().into_bytes();
    let text = |text: &str| text.as_bytes().to_vec();
    let changed = |members: Value| json(event("user.updated", 0, with(person(ada, "ada@example.com", 0), &members)));
    let data = |kind: &str, data: Value| json(event(kind, 0, data));
    let envelope = |members: Value| json(with(created(ada, "ada@example.com"), &members));
    let nested =
        |depth: usize| format!("{{\"type\":\"user.created\",\"data\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    vec![
        ("a person", json(created(ada, "ada@example.com")), TAKEN),
        ("without a time of its own", envelope(json!({ "timestamp": null })), TAKEN),
        ("time in seconds", envelope(json!({ "timestamp": 1_790_000_000 })), TAKEN),
        ("no instance", envelope(json!({ "instance_id": null })), TAKEN),
        ("members that nobody knows", envelope(json!({ "new": [1, { "a": null }], "object": 7 })), TAKEN),
        ("only what is needed", json(json!({ "type": "user.created", "data": { "id": ada } })), TAKEN),
        ("escaped names", text("{\"\\u0074ype\":\"user.deleted\",\"data\":{\"id\":\"user_gone\"}}"), TAKEN),
        ("blanks around it", text(" \n{\"type\":\"user.deleted\",\"data\":{\"id\":\"user_gone\"}}\t "), TAKEN),
        ("deleted, never heard of", json(deleted("user_nobody", 0)), TAKEN),
        ("deleted, without the flag", data("user.deleted", json!({ "id": "user_nobody2" })), TAKEN),
        ("a session", json(session_over("session.ended", "sess_a", ada)), TAKEN),
        ("a removed session", json(session_over("session.removed", "sess_b", ada)), TAKEN),
        ("a revoked session", json(session_over("session.revoked", "sess_c", ada)), TAKEN),
        ("a session of nobody", data("session.revoked", json!({ "id": "sess_d" })), TAKEN),
        (
            "a session that lasts for ever",
            data("session.ended", json!({ "id": "sess_e", "expire_at": 9_007_199_254_740_991_u64 })),
            TAKEN,
        ),
        ("a new session", data("session.created", json!({ "id": "sess_f", "user_id": ada })), TAKEN),
        ("a pending session", data("session.pending", json!({ "id": "sess_g", "user_id": ada })), TAKEN),
        ("an e-mail", data("email.created", json!({ "id": "ema_1" })), TAKEN),
        ("an organization", data("organization.created", json!({ "id": "org_1" })), TAKEN),
        ("a kind of the future", data("user.teleported", json!([1])), TAKEN),
        ("a kind of the future without data", json(json!({ "type": "waitlistEntry.updated" })), TAKEN),
        ("an empty kind", json(json!({ "type": "", "data": {} })), TAKEN),
        ("another case", data("User.Created", json!({})), TAKEN),
        (
            "a test event of the dashboard",
            changed(json!({ "email_addresses": [], "primary_email_address_id": "idn_9" })),
            TAKEN,
        ),
        ("no addresses at all", changed(json!({ "email_addresses": null, "primary_email_address_id": null })), TAKEN),
        (
            "an address without verification",
            changed(
                json!({ "email_addresses": [{ "id": "idn_1", "email_address": "x@example.com", "verification": null }] }),
            ),
            TAKEN,
        ),
        (
            "an address that is none",
            changed(
                json!({ "email_addresses": [{ "id": "idn_1", "email_address": "\u{0}", "verification": { "status": "verified" } }] }),
            ),
            TAKEN,
        ),
        ("a very long name", changed(json!({ "first_name": "é".repeat(5_000) })), TAKEN),
        ("a name with NUL", changed(json!({ "first_name": "A\u{0}da", "last_name": "\u{0}" })), TAKEN),
        ("a name of blanks", changed(json!({ "first_name": "   " })), TAKEN),
        ("a surrogate pair", changed(json!({ "first_name": "\u{1f600}" })), TAKEN),
        ("an external id of somebody", changed(json!({ "external_id": "1" })), TAKEN),
        ("metadata", changed(json!({ "public_metadata": { "id": "user_other", "banned": true } })), TAKEN),
        ("nothing", text(""), UNREADABLE),
        ("null", text("null"), UNREADABLE),
        ("a list", text("[{\"type\":\"user.created\"}]"), UNREADABLE),
        ("a text", text("\"user.created\""), UNREADABLE),
        ("a number", text("1"), UNREADABLE),
        ("two objects", text("{\"type\":\"a\"}{}"), UNREADABLE),
        ("half an object", text("{\"type\":\"user.created\",\"data\":{"), UNREADABLE),
        ("a comma too many", text("{\"type\":\"user.created\",}"), UNREADABLE),
        ("a byte-order mark", [b"\xef\xbb\xbf".to_vec(), json(created(ada, "ada@example.com"))].concat(), UNREADABLE),
        ("bytes that are no text", b"{\"type\":\"user.\xff\"}".to_vec(), UNREADABLE),
        (
            "half a surrogate",
            text("{\"type\":\"user.created\",\"data\":{\"id\":\"user_a\",\"first_name\":\"\\ud800\"}}"),
            UNREADABLE,
        ),
        ("a form", text("type=user.created&id=user_ada"), UNREADABLE),
        ("no type", json(json!({ "data": { "id": ada } })), UNREADABLE),
        ("a type that is null", envelope(json!({ "type": null })), UNREADABLE),
        ("a type that is a list", envelope(json!({ "type": ["user.created"] })), UNREADABLE),
        ("a type that is a number", envelope(json!({ "type": 1 })), UNREADABLE),
        ("no data", json(json!({ "type": "user.created" })), UNREADABLE),
        ("data that are null", envelope(json!({ "data": null })), UNREADABLE),
        ("data that are a list", envelope(json!({ "data": [] })), UNREADABLE),
        ("data that are a text", envelope(json!({ "data": "user_ada" })), UNREADABLE),
        ("an instance that is a number", envelope(json!({ "instance_id": 1 })), UNREADABLE),
        ("a time that is a text", envelope(json!({ "timestamp": "now" })), UNREADABLE),
        ("a time before time", envelope(json!({ "timestamp": -1 })), UNREADABLE),
        ("half a millisecond", envelope(json!({ "timestamp": 0.5 })), UNREADABLE),
        (
            "a time beyond all",
            text("{\"type\":\"user.deleted\",\"timestamp\":1e400,\"data\":{\"id\":\"user_ada\"}}"),
            UNREADABLE,
        ),
        (
            "a time with thirty digits",
            text(
                "{\"type\":\"user.deleted\",\"timestamp\":100000000000000000000000000000,\"data\":{\"id\":\"user_ada\"}}",
            ),
            UNREADABLE,
        ),
        ("no id", data("user.created", json!({})), UNREADABLE),
        ("an id that is a number", data("user.created", json!({ "id": 42 })), UNREADABLE),
        ("an id of digits", data("user.created", json!({ "id": "42" })), UNREADABLE),
        ("an id of a session", data("user.deleted", json!({ "id": "sess_2abc" })), UNREADABLE),
        ("an id with a blank", data("user.deleted", json!({ "id": "user_ada " })), UNREADABLE),
        ("an id with SQL", data("user.deleted", json!({ "id": "user_a'; DELETE FROM users; --" })), UNREADABLE),
        (
            "an id that is too long",
            data("user.deleted", json!({ "id": format!("user_{}", "a".repeat(65)) })),
            UNREADABLE,
        ),
        ("deleted without an id", data("user.deleted", json!({ "deleted": true })), UNREADABLE),
        ("a name that is a number", changed(json!({ "first_name": 1 })), UNREADABLE),
        ("a name that is an object", changed(json!({ "last_name": {} })), UNREADABLE),
        ("banned, perhaps", changed(json!({ "banned": "true" })), UNREADABLE),
        ("banned once", changed(json!({ "banned": 1 })), UNREADABLE),
        ("deprovisioned, as a text", changed(json!({ "deprovisioned": "no" })), UNREADABLE),
        ("addresses that are a text", changed(json!({ "email_addresses": "ada@example.com" })), UNREADABLE),
        ("addresses that are texts", changed(json!({ "email_addresses": ["ada@example.com"] })), UNREADABLE),
        ("a change at no time", changed(json!({ "updated_at": "2026-01-01" })), UNREADABLE),
        ("a change in the far future", changed(json!({ "updated_at": u64::MAX })), UNREADABLE),
        ("a primary address that is a number", changed(json!({ "primary_email_address_id": 1 })), UNREADABLE),
        ("an external id that is a number", changed(json!({ "external_id": 1 })), UNREADABLE),
        ("a session without id", data("session.ended", json!({ "user_id": ada })), UNREADABLE),
        ("a session with an odd id", data("session.ended", json!({ "id": "sess_", "user_id": ada })), UNREADABLE),
        ("a session of a number", data("session.ended", json!({ "id": "sess_h", "user_id": 7 })), UNREADABLE),
        ("a session until no time", data("session.ended", json!({ "id": "sess_h", "expire_at": "never" })), UNREADABLE),
        (
            "a repeated type",
            text("{\"type\":\"x\",\"type\":\"user.deleted\",\"data\":{\"id\":\"user_ada\"}}"),
            UNREADABLE,
        ),
        (
            "a repeated id",
            text("{\"type\":\"user.deleted\",\"data\":{\"id\":\"user_x\",\"id\":\"user_ada\"}}"),
            UNREADABLE,
        ),
        (
            "a repeated id, escaped",
            text("{\"type\":\"user.deleted\",\"data\":{\"id\":\"user_x\",\"\\u0069d\":\"user_ada\"}}"),
            UNREADABLE,
        ),
        ("a repeated member far down", text("{\"type\":\"later\",\"data\":[{\"a\":{\"b\":1,\"b\":1}}]}"), UNREADABLE),
        ("too deep", nested(5_000).into_bytes(), UNREADABLE),
        ("deep, where nobody looks", nested(100).replace("user.created", "later").into_bytes(), TAKEN),
        (
            "very many members",
            format!(
                "{{\"type\":\"later\",{}}}",
                (0..5_000).map(|n| format!("\"m{n}\":0")).collect::<Vec<_>>().join(",")
            )
            .into_bytes(),
            TAKEN,
        ),
        ("too large", [json(deleted(ada, 0)), vec![b' '; 256 * 1024]].concat(), (413, "body_too_large")),
    ]
}

#[tokio::test]
async fn bodies_are_taken_or_refused_as_a_whole() {
    let app = TestApp::new().await;
    let bob = app.user("bob").await;
    for (number, (what, body, expected)) in bodies().into_iter().enumerate() {
        let before = app.people().await;

        let answer = send(Delivery::new(&format!("msg_b{number}"), body).to(&app)).await;

        let got = if answer.status == 204 { (204, "") } else { answer.error() };
        assert_eq!(got, expected, "{what}: {answer:?}");
        assert!(
            !answer.text.contains("user_ada") && !answer.text.contains("example.com"),
            "{what}: it repeats what was sent: {}",
            answer.text
        );
        if expected.0 != 204 {
            assert_eq!(app.people().await, before, "{what}");
            let noted = app.number(&format!("SELECT count(*) FROM identity_messages WHERE id = 'msg_b{number}'")).await;
            assert_eq!(noted, 0, "{what}: a message that is refused counts when it is corrected");
        }
    }
    assert_eq!(bob.get("/api/v1/users/me").await.status, 200, "nobody else was concerned");
}

#[tokio::test]
async fn only_what_is_signed_lately_with_our_secret_is_read() {
    let both = Setup { webhook_secrets: Some(BOTH), ..Setup::default() };
    let app = TestApp::with(both).await;
    let now = SystemClock.now().as_secs();
    let mut number = 0;
    let mut next = || {
        number += 1;
        Delivery::new(&format!("msg_{number}"), created(&id(number), &format!("t{number}@example.com")).to_string())
    };
    let refused = (400, "signature_invalid");
    let mut cases: Vec<(&str, reqwest::RequestBuilder, Expected)> = vec![];
    let mut case = |what, request, expected| cases.push((what, request, expected));

    case("the new secret", next().to(&app), TAKEN);
    case("the old secret", Delivery { secret: OLD, ..next() }.to(&app), TAKEN);
    case("another secret", Delivery { secret: STRANGER, ..next() }.to(&app), refused);
    for (what, at, expected) in [
        ("five minutes ago", now - 298, TAKEN),
        ("in five minutes", now + 298, TAKEN),
        ("long ago", now - 310, refused),
        ("in a while", now + 310, refused),
        ("in milliseconds", now * 1_000, refused),
        ("at the beginning", 0, refused),
    ] {
        case(what, Delivery { timestamp: at.to_string(), ..next() }.to(&app), expected);
    }
    for odd in [format!("{now}abc"), format!("{now}.9"), format!("+{now}"), format!("{now} x"), "now".to_owned()] {
        case("an odd time", Delivery { timestamp: odd, ..next() }.to(&app), refused);
    }
    for odd in ["msg 1", "msg.1", "", &"m".repeat(129)] {
        case("an odd id", Delivery { id: odd.to_owned(), ..next() }.to(&app), refused);
    }
    let plain = |delivery: &Delivery| {
        app.request(Method::POST, PATH).body(delivery.body.clone()).header("content-type", "application/json")
    };
    let named = |delivery: &Delivery, prefix: &str, signature: &str| {
        plain(delivery)
            .header(format!("{prefix}-id"), &delivery.id)
            .header(format!("{prefix}-timestamp"), &delivery.timestamp)
            .header(format!("{prefix}-signature"), signature)
    };
    let one = next();
    case("the names of the standard", named(&one, "webhook", &one.signature()), TAKEN);
    let one = next();
    case("upper case", named(&one, "SVIX", &one.signature()), TAKEN);
    let one = next();
    case(
        "both spellings, the first one wrong",
        named(&one, "webhook", &one.signature()).header("svix-id", "msg_x"),
        refused,
    );
    let one = next();
    case("two ids", one.to(&app).header("svix-id", &one.id), refused);
    let one = next();
    case("two times", one.to(&app).header("svix-timestamp", &one.timestamp), refused);
    let one = next();
    case("two signatures in two lines", one.to(&app).header("svix-signature", one.signature()), refused);
    let one = next();
    let other = Delivery { secret: STRANGER, ..one.clone() }.signature();
    case("two signatures in one line", named(&one, "svix", &format!("{other} {}", one.signature())), TAKEN);
    let one = next();
    case(
        "a newer scheme beside it",
        named(&one, "svix", &format!("v1a,xyz v2,{} {}", &one.signature()[3..], one.signature())),
        TAKEN,
    );
    let one = next();
    case("a newer scheme alone", named(&one, "svix", &format!("v2{}", &one.signature()[2..])), refused);
    let one = next();
    case("commas in between", named(&one, "svix", &format!("{other},{}", one.signature())), refused);
    let one = next();
    case("no padding", named(&one, "svix", one.signature().trim_end_matches('=')), refused);
    let one = next();
    case("in hex", named(&one, "svix", &format!("v1,{}", "ab".repeat(32))), refused);
    let one = next();
    case("an empty signature", named(&one, "svix", ""), refused);
    let one = next();
    case("no signature", plain(&one).header("svix-id", &one.id).header("svix-timestamp", &one.timestamp), refused);
    case("nothing", plain(&next()), refused);
    let (one, two) = (next(), next());
    case("the signature of another", named(&one, "svix", &two.signature()), refused);
    let mut one = next();
    let signature = one.signature();
    one.body.push(b' ');
    case("a byte more", named(&one, "svix", &signature), refused);
    let mut one = next();
    let signature = one.signature();
    one.id.push('x');
    case("another id", named(&one, "svix", &signature), refused);
    let one = next();
    case("a token beside it", one.to(&app).bearer_auth("x"), TAKEN);
    let one = next();
    case("as a form", one.to(&app).header("content-type", "application/x-www-form-urlencoded"), TAKEN);

    for (what, request, expected) in cases {
        let before = app.number("SELECT count(*) FROM identity_messages").await;
        let answer = send(request).await;
        let got = if answer.status == 204 { (204, "") } else { answer.error() };
        assert_eq!(got, expected, "{what}: {answer:?}");
        let noted = app.number("SELECT count(*) FROM identity_messages").await - before;
        assert_eq!(noted, i64::from(expected == TAKEN), "{what}");
    }
    assert_eq!(app.get(PATH).await.error(), (405, "method_not_allowed"));
}

#[tokio::test]
async fn events_of_another_instance_are_refused() {
    let app = TestApp::new().await;
    let from = |instance: &str| with(created("user_ada", "ada@example.com"), &json!({ "instance_id": instance }));

    assert_eq!(app.deliver("msg_1", &from("ins_somebodyelse")).await.error(), (403, "instance_foreign"));
    assert_eq!(app.deliver("msg_2", &from("")).await.error(), (403, "instance_foreign"));
    assert!(app.people().await.is_empty());
    app.tell("msg_3", &from(&app.clerk.instance_id())).await;
    assert!(app.people().await.iter().any(|line| line.starts_with("link user_ada")));
}

#[tokio::test]
async fn without_a_secret_nothing_is_read_and_clerk_is_asked_to_try_again() {
    let app = TestApp::with(Setup { webhook_secrets: None, ..Setup::default() }).await;

    let answer = app.deliver("msg_1", &created("user_ada", "ada@example.com")).await;

    assert_eq!(answer.error(), (503, "webhooks_not_configured"));
    assert!(!answer.header("retry-after").is_empty());
    assert!(app.people().await.is_empty());
}

#[tokio::test]
async fn what_could_not_be_stored_is_sent_again() {
    let app = TestApp::new().await;
    app.run("ALTER TABLE identity_messages RENAME TO away").await;
    let event = created("user_ada", "ada@example.com");
    assert_eq!(app.deliver("msg_1", &event).await.error(), (503, "database_unavailable"));
    assert!(app.people().await.is_empty());

    app.run("ALTER TABLE away RENAME TO identity_messages").await;
    app.tell("msg_1", &event).await;

    assert!(app.people().await.iter().any(|line| line.starts_with("link user_ada")));
}

#[tokio::test]
async fn a_message_counts_once_at_all_servers_together() {
    let app = TestApp::new().await;
    let neighbour = app.neighbour(Setup::default()).await;
    let (old, new) = (created("user_ada", "ada@example.com"), updated("user_ada", "new@example.com", 1, &json!({})));
    for server in [&app, &neighbour, &app] {
        server.tell("msg_1", &old).await;
        server.tell("msg_2", &new).await;
    }
    // The same id with other contents is the same message.
    neighbour.tell("msg_2", &updated("user_ada", "third@example.com", 9, &json!({}))).await;

    assert_eq!(app.texts("SELECT what FROM identity_events ORDER BY id").await, ["created", "updated"]);
    assert_eq!(app.texts("SELECT email FROM users").await, ["new@example.com"]);
}

#[tokio::test]
async fn the_official_library_signs_what_we_take() {
    let app = TestApp::new().await;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/webhooks/sign.mjs");
    let arguments = [format!("{}{PATH}", app.url), SECRET.to_owned(), THEN.to_string()];

    let environment: [(&str, &str); 0] = [];
    let output = tokio::task::spawn_blocking(move || node::run(&script, &arguments, &environment)).await.unwrap();

    assert_eq!(output.stdout, "204\n400\n204\n", "{output:?}");
    assert_eq!(app.texts("SELECT first_name FROM users").await, ["Grâce"]);
}
