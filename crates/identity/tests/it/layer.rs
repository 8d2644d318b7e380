//! The tower layer, and how refusals are answered.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum_core::{body::Body, extract::Request, response::Response};
use http::{StatusCode, header};
use orientor_identity::{
    BoxFuture, Bridge, BridgeSettings, ClerkUsersError, Credentials, ResolveError, TokenFault, VerifiedSession,
    VerifyError, VerifyToken,
    axum::{CurrentUser, IdentityLayer, Rejection},
    policy::Conflict,
};
use tower::{Layer, ServiceExt, service_fn};

use crate::support::{World, issuer, session, subject};

/// Takes the bearer text for the name of the person.
#[derive(Debug)]
struct Trusting;

impl VerifyToken for Trusting {
    fn verify_now(&self, credentials: &Credentials<'_>) -> Option<Result<Arc<VerifiedSession>, VerifyError>> {
        let Some(header) = credentials.authorization.first() else { return Some(Err(VerifyError::Missing)) };
        let name = std::str::from_utf8(header).unwrap().trim_start_matches("Bearer ");
        Some(Ok(Arc::new(session(subject(name)))))
    }

    fn verify<'a>(&'a self, _: &'a Credentials<'a>) -> BoxFuture<'a, Result<Arc<VerifiedSession>, VerifyError>> {
        Box::pin(async { Err(VerifyError::Missing) })
    }
}

/// Any tower service: it knows nothing of axum's extractors.
async fn whoami(request: Request) -> Result<Response, Infallible> {
    let user = request.extensions().get::<CurrentUser>().unwrap().id.to_string();
    Ok(Response::new(Body::from(user)))
}

#[tokio::test]
async fn a_service_behind_the_layer_sees_only_users() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id, is_active", "'user_ada', true").await;
    world.user("clerk_user_id, is_active", "'user_eve', false").await;
    let directory = Arc::new(world.directory(world.pool.clone()));
    let bridge = Bridge::new(Arc::new(Trusting), directory, issuer(), BridgeSettings::default());
    let service = IdentityLayer::new(Arc::new(bridge)).layer(service_fn(whoami));
    let ask = async |bearer: Option<&str>| {
        let mut request = http::Request::builder().uri("/");
        if let Some(name) = bearer {
            request = request.header(header::AUTHORIZATION, format!("Bearer {name}"));
        }
        let response = service.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status();
        let body = http_body_util::BodyExt::collect(response.into_body()).await.unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };

    assert_eq!(ask(Some("ada")).await, (StatusCode::OK, ada.to_string()));
    assert_eq!(ask(None).await.0, StatusCode::UNAUTHORIZED);
    let (status, body) = ask(Some("eve")).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(body, r#"{"code":"user_deactivated","detail":"This user is deactivated."}"#);
}

#[test]
fn each_refusal_has_its_status_and_code() {
    let outage = |text: &str| Arc::from(Box::<dyn std::error::Error + Send + Sync>::from(text));
    let clerk = |retry_after| ResolveError::Clerk {
        retry_after,
        source: ClerkUsersError::Unavailable { retry_after, source: outage("down") },
    };
    let directory = ResolveError::Directory(orientor_identity::DirectoryError::new("down"));
    let second = Some(Duration::from_secs(1));
    for (rejection, status, code, retry_after) in [
        (Rejection::from(VerifyError::Missing), 401, "token_missing", None),
        (VerifyError::Refused(TokenFault::Expired).into(), 401, "token_expired", None),
        (VerifyError::Refused(TokenFault::Pending).into(), 401, "session_pending", None),
        (VerifyError::Refused(TokenFault::Signature).into(), 401, "token_invalid", None),
        (VerifyError::OriginNotAllowed.into(), 403, "origin_not_allowed", None),
        (VerifyError::KeysUnavailable(outage("down")).into(), 503, "keys_unavailable", second),
        (ResolveError::Unknown.into(), 404, "user_not_found", None),
        (ResolveError::Revoked.into(), 401, "identity_revoked", None),
        (ResolveError::Deactivated.into(), 403, "user_deactivated", None),
        (ResolveError::Conflict(Conflict::EmailTaken).into(), 409, "identity_conflict", None),
        (ResolveError::NotProvisioned.into(), 403, "user_not_provisioned", None),
        (directory.into(), 503, "database_unavailable", second),
        (clerk(Some(Duration::from_secs(7))).into(), 503, "clerk_unavailable", Some(Duration::from_secs(7))),
        (clerk(None).into(), 503, "clerk_unavailable", second),
    ] {
        assert_eq!((rejection.status.as_u16(), rejection.code, rejection.retry_after), (status, code, retry_after));
        assert!(!rejection.detail.contains("down"), "causes are for the log: {}", rejection.detail);
    }
}
