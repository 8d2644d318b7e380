//! What needs no key: the public key set, and a word on what this is.

use std::sync::Arc;

use axum::{Json, Router, extract::State, routing::get};
use serde_json::Value;

use crate::app::App;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/", get(about)).route("/.well-known/jwks.json", get(key_set))
}

pub(super) async fn key_set(State(app): State<Arc<App>>) -> Json<Value> {
    Json(app.read(|instance| instance.keys.to_jwks()))
}

async fn about(State(app): State<Arc<App>>) -> String {
    let App { issuer, url, publishable_key, .. } = &*app;
    let users = app.read(|instance| instance.users.by_position().len());
    format!(
        "This is a development Clerk: one Clerk instance that runs on this machine only.\n\
         It is not Clerk, and nothing here is secret.\n\
         \n\
         issuer           {issuer}\n\
         public keys      {url}/.well-known/jwks.json\n\
         Backend API      {url}/v1 (any secret key that begins sk_test_)\n\
         publishable key  {publishable_key}\n\
         users            {users}\n\
         \n\
         In a browser, become anybody at {url}/sign-in\n\
         \n\
         Create a user:\n\
         \x20 curl -H 'Authorization: Bearer sk_test_dev' {url}/v1/users \\\n\
         \x20   -d '{{\"email_address\": [\"ada@example.com\"]}}'\n\
         Get a session token, by email_address or user_id, for 30 seconds or more:\n\
         \x20 curl {url}/dev/token -d '{{\"email_address\": \"ada@example.com\", \"expires_in_seconds\": 3600}}'\n\
         See what became of webhooks:\n\
         \x20 curl {url}/dev/webhooks\n"
    )
}
