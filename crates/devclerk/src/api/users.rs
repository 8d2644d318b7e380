//! `/v1/users`.

use std::sync::Arc;

use axum::{
    Extension, Json, Router,
    extract::State,
    routing::{get, patch, post, put},
};
use orientor_identity::ClerkUserId;
use serde_json::{Value, json};

use super::{
    error::ApiError,
    fields::Fields,
    guard::ApiVersion,
    list::ListQuery,
    path::UserSegment,
    profile::{self, replace},
};
use crate::{
    app::App,
    instance::{Instance, merge_metadata, user::User},
    refused::{FieldFault, Refused},
};

/// Users in one call of the calls for many.
const MAX_BULK: usize = 50;

type UserResult = Result<Json<Arc<User>>, ApiError>;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/users", get(list).post(create))
        .route("/users/count", get(count))
        .route("/users/ban", post(ban_many))
        .route("/users/unban", post(unban_many))
        .route("/users/{id}", get(get_one).patch(update).delete(delete))
        .route("/users/{id}/metadata", patch(merge).put(replace_metadata))
        .route("/users/{id}/email_address", put(replace_email))
        .route("/users/{id}/ban", post(ban))
        .route("/users/{id}/unban", post(unban))
        .route("/users/{id}/lock", post(lock))
        .route("/users/{id}/unlock", post(unlock))
}

async fn list(State(app): State<Arc<App>>, query: ListQuery) -> Result<Json<Vec<Arc<User>>>, ApiError> {
    let filter = query.filter()?;
    Ok(Json(app.read(|instance| {
        let page = query.page(&instance.users)?;
        Ok::<_, Refused>(instance.users.list(&filter, &page))
    })?))
}

async fn count(State(app): State<Arc<App>>, query: ListQuery) -> Result<Json<Value>, ApiError> {
    let filter = query.filter()?;
    let total = app.read(|instance| instance.users.count(&filter));
    Ok(Json(json!({ "object": "total_count", "total_count": total })))
}

async fn get_one(State(app): State<Arc<App>>, UserSegment(id): UserSegment) -> UserResult {
    Ok(Json(app.read(|instance| instance.user(&id).cloned())?))
}

async fn create(State(app): State<Arc<App>>, fields: Fields) -> UserResult {
    let user = profile::new_user(fields, app.now_ms())?;
    Ok(Json(app.change(|instance, _| instance.add_user(user))?))
}

async fn update(
    State(app): State<Arc<App>>,
    UserSegment(id): UserSegment,
    Extension(version): Extension<ApiVersion>,
    fields: Fields,
) -> UserResult {
    app.count_write(&id)?;
    Ok(Json(update_user(&app, &id, fields, version < ApiVersion::METADATA_APART)?))
}

/// Changes a user as the body says.
pub(super) fn update_user(
    app: &App,
    id: &ClerkUserId,
    mut fields: Fields,
    with_metadata: bool,
) -> Result<Arc<User>, Refused> {
    let signs_out = fields.flag("sign_out_of_other_sessions")?.unwrap_or_default();
    app.change(|instance, now_ms| {
        let user = instance.change_user(id, now_ms, |user| {
            if with_metadata {
                profile::apply_metadata(user, &mut fields, replace)?;
            }
            profile::apply_primaries(user, &mut fields)?;
            profile::apply(user, fields, now_ms)
        })?;
        if signs_out {
            instance.revoke_sessions(id, now_ms);
        }
        Ok(user)
    })
}

async fn delete(State(app): State<Arc<App>>, UserSegment(id): UserSegment) -> Result<Json<Value>, ApiError> {
    app.change(|instance, _| instance.delete_user(&id))?;
    Ok(Json(json!({ "object": "user", "id": id, "deleted": true })))
}

async fn merge(State(app): State<Arc<App>>, UserSegment(id): UserSegment, fields: Fields) -> UserResult {
    write_metadata(&app, &id, fields, merge_metadata)
}

async fn replace_metadata(State(app): State<Arc<App>>, UserSegment(id): UserSegment, fields: Fields) -> UserResult {
    write_metadata(&app, &id, fields, replace)
}

fn write_metadata(app: &App, id: &ClerkUserId, mut fields: Fields, write: impl Fn(&mut Value, Value)) -> UserResult {
    app.count_write(id)?;
    Ok(Json(app.change(|instance, now_ms| {
        instance.change_user(id, now_ms, |user| {
            profile::apply_metadata(user, &mut fields, write)?;
            fields.finish()
        })
    })?))
}

async fn replace_email(State(app): State<Arc<App>>, UserSegment(id): UserSegment, mut fields: Fields) -> UserResult {
    app.count_write(&id)?;
    let name = "email_address";
    let address = fields.text(name)?.value().ok_or(Refused::field(FieldFault::Missing, name))?;
    fields.ignore(&["notify_primary_email_address_changed"]);
    fields.finish()?;
    Ok(Json(app.change(|instance, now_ms| instance.replace_email(&id, now_ms, address))?))
}

async fn ban(State(app): State<Arc<App>>, UserSegment(id): UserSegment) -> UserResult {
    Ok(Json(app.change(|instance, now_ms| instance.set_banned(&id, now_ms, true))?))
}

async fn unban(State(app): State<Arc<App>>, UserSegment(id): UserSegment) -> UserResult {
    Ok(Json(app.change(|instance, now_ms| instance.set_banned(&id, now_ms, false))?))
}

async fn lock(State(app): State<Arc<App>>, UserSegment(id): UserSegment) -> UserResult {
    Ok(Json(app.change(|instance, now_ms| instance.set_locked(&id, now_ms, true))?))
}

async fn unlock(State(app): State<Arc<App>>, UserSegment(id): UserSegment) -> UserResult {
    Ok(Json(app.change(|instance, now_ms| instance.set_locked(&id, now_ms, false))?))
}

async fn ban_many(State(app): State<Arc<App>>, fields: Fields) -> Result<Json<Vec<Arc<User>>>, ApiError> {
    set_banned_many(&app, fields, true)
}

async fn unban_many(State(app): State<Arc<App>>, fields: Fields) -> Result<Json<Vec<Arc<User>>>, ApiError> {
    set_banned_many(&app, fields, false)
}

/// All of them, or none if one is unknown.
fn set_banned_many(app: &App, mut fields: Fields, banned: bool) -> Result<Json<Vec<Arc<User>>>, ApiError> {
    let texts = fields.texts("user_ids")?;
    fields.finish()?;
    if texts.is_empty() || texts.len() > MAX_BULK {
        return Err(Refused::field(FieldFault::Value, "user_ids").into());
    }
    let ids = texts.iter().map(|text| text.parse()).collect::<Result<Vec<ClerkUserId>, _>>();
    let ids = ids.map_err(|_| Refused::NotFound("user"))?;
    Ok(Json(app.change(|instance: &mut Instance, now_ms| {
        ids.iter().try_for_each(|id| instance.user(id).map(|_| ()))?;
        ids.iter().map(|id| instance.set_banned(id, now_ms, banned)).collect::<Result<Vec<_>, Refused>>()
    })?))
}
