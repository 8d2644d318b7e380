//! Short cuts for developers that Clerk does not have. They need no key, which is
//! why only this machine's own programs and known origins get this far.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::HeaderMap,
    routing::{get, post},
};
use orientor_identity::ClerkUserId;
use serde_json::{Value, json};

use super::{
    error::ApiError,
    fields::Fields,
    sessions::{lifetime, origin},
};
use crate::{
    app::App,
    refused::{FieldFault, Refused},
    token::TokenOptions,
    webhook::log::Delivery,
};

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/token", post(token)).route("/webhooks", get(webhooks))
}

/// A session token for a user, named by id or by address.
async fn token(State(app): State<Arc<App>>, headers: HeaderMap, mut fields: Fields) -> Result<Json<Value>, ApiError> {
    let user_id = fields.text("user_id")?.value();
    let address = fields.text("email_address")?.value();
    let lifetime = lifetime(&mut fields)?;
    fields.finish()?;
    let id = match (user_id, address) {
        (Some(id), None) => id.parse::<ClerkUserId>().map_err(|_| Refused::NotFound("user"))?,
        (None, Some(address)) => app.read(|instance| Ok::<_, Refused>(instance.user_by_email(&address)?.id.clone()))?,
        (None, None) => return Err(Refused::field(FieldFault::Missing, "user_id").into()),
        (Some(_), Some(_)) => return Err(Refused::field(FieldFault::Value, "email_address").into()),
    };
    let options = TokenOptions { lifetime, origin: origin(&headers), version: None };
    let token = app.token_of_user(&id, &options)?;
    Ok(Json(json!({ "jwt": token.jwt, "user_id": id, "expires_at": token.expires_at_ms })))
}

/// The last messages, newest first.
async fn webhooks(State(app): State<Arc<App>>) -> Json<Vec<Delivery>> {
    Json(app.deliveries.latest())
}
