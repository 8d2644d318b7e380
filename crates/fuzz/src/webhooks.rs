//! Deliveries: signed by us around any bytes, and not signed at all.

use std::{
    pin::pin,
    sync::{Arc, LazyLock},
    task::{Context, Poll, Waker},
};

use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use orientor_clerk::{SignedHeaders, WebhookError, Webhooks};
use orientor_identity::{Change, LifecycleEvent, ManualClock};
use serde_json::Value;

use crate::instance::{NOW, VERIFIER, issuer};

const SECRET: &[u8] = b"an invented secret, 32 bytes lon";
const INSTANCE: &str = "ins_2ours";
const MESSAGE: &str = "msg_2abc";

static WEBHOOKS: LazyLock<Webhooks> = LazyLock::new(|| {
    let secret = format!("whsec_{}", STANDARD.encode(SECRET));
    let secrets = secret.parse().expect("a signing secret");
    let clock = Arc::new(ManualClock::at(NOW));
    Webhooks::new(secrets, issuer(), Some(INSTANCE), Arc::clone(&VERIFIER), clock)
});

/// The bytes up to the first NUL, which no header can hold, are the signature; the others the body, as they are and signed.
pub(crate) fn run(data: &[u8]) {
    if let Some(end) = data.iter().position(|byte| *byte == 0) {
        assert!(read(&data[..end], &data[end + 1..]).is_err(), "believed without a signature of ours");
        return;
    }
    let signed = [format!("{MESSAGE}.{NOW}.").as_bytes(), data].concat();
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET), &signed);
    let signature = format!("v1,{}", STANDARD.encode(tag));
    match read(signature.as_bytes(), data) {
        Ok(Some(event)) => is_sound(data, &event),
        Ok(None) | Err(WebhookError::Unreadable(_) | WebhookError::ForeignInstance) => {}
        Err(error) => panic!("{error}"),
    }
}

fn read(signature: &[u8], body: &[u8]) -> Result<Option<LifecycleEvent>, WebhookError> {
    let timestamp = NOW.to_string();
    let headers = SignedHeaders::of(|name| match name {
        "svix-id" => vec![MESSAGE.as_bytes()],
        "svix-timestamp" => vec![timestamp.as_bytes()],
        "svix-signature" => vec![signature],
        _ => Vec::new(),
    });
    let reading = pin!(WEBHOOKS.read(&headers, body));
    match reading.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(read) => read,
        Poll::Pending => panic!("nothing has to be fetched"),
    }
}

/// What a believed event must say, as another parser reads it.
fn is_sound(body: &[u8], event: &LifecycleEvent) {
    let body: Value = serde_json::from_slice(body).expect("a believed body is JSON");
    assert!(body.get("instance_id").is_none_or(|id| id.is_null() || id == INSTANCE));
    let (kind, data) = (body["type"].as_str().unwrap_or_default(), &body["data"]);
    match &event.change {
        Change::Described { person, created } => {
            assert_eq!(kind, if *created { "user.created" } else { "user.updated" });
            assert_eq!(data["id"], person.id.as_str());
        }
        Change::Deleted(id) => {
            assert_eq!(kind, "user.deleted");
            assert_eq!(data["id"], id.as_str());
        }
        Change::SessionEnded { session, until, .. } => {
            assert!(kind.starts_with("session."), "{kind}");
            assert_eq!(data["id"], **session);
            assert!(*until >= NOW);
        }
    }
}
