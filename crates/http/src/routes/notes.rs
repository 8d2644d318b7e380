//! Notes on the actions of a tree's nodes.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use orientor_services::notes;
use orientor_store::{
    Is,
    tables::node_note::{Draft, Model, NodeNote},
};

use super::tables::{self, Listed, PageOf};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

/// Writes the note on an action, or puts it in the place of the one that is there.
#[utoipa::path(
    post, path = "/node-notes", tag = "node-notes",
    request_body(
        content = Draft,
        example = json!({ "node_id": "skill-12", "action_index": 0, "note_text": "Ask at the library." })
    ),
    responses(
        (status = CREATED, body = Model, headers(("Location" = String, description = "The address of the note"))),
        (status = OK, description = "There was a note, which holds this text now", body = Model),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn put(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(draft): Body<Draft>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Model>), ApiError> {
    let (note, is_new) = notes::put(&app.database, user.id, &draft).await?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::LOCATION, format!("/api/v1/node-notes/{}", note.id.0))], Json(note)))
}

/// The caller's notes on a node, the newest first.
#[utoipa::path(
    get, path = "/node-notes/node/{node_id}", tag = "node-notes",
    params(("node_id" = String, Path, description = "The node, as its tree calls it", example = "skill-12"), PageOf),
    responses((status = OK, body = Vec<Model>), SignedIn, BadQuery)
)]
pub(super) async fn of_node(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(node): Path<String>,
    Params(params): Params<Vec<(String, String)>>,
) -> Result<Listed<Model>, ApiError> {
    let encoded: String = form_urlencoded::byte_serialize(node.as_bytes()).collect();
    let path = format!("node-notes/node/{}", encoded.replace('+', "%20"));
    tables::page::<NodeNote>(&user, &app, params, &[("node_id", Is::Text(&node))], &path).await
}

/// Deletes a note.
#[utoipa::path(
    delete, path = "/node-notes/{id}", tag = "node-notes",
    params(("id" = String, Path, description = "The key of the note", example = "7")),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(user: CurrentUser, app: State<AppState>, id: Path<String>) -> Result<StatusCode, ApiError> {
    tables::delete::<NodeNote>(user, app, id).await
}
