//! What whoever has a link sees.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use orientor_services::{
    ServiceError,
    shares::{self, Access},
};
use orientor_store::value::Text;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    ApiError, AppState, ErrorBody,
    extract::{MaybeBody, Params, SharePassword, Visitor},
    layers::PASSWORD_NEEDED,
    openapi::{BadBody, BadQuery},
    routes::conversations::within,
};

/// What opens a share that asks for a password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::routes) struct Key {
    #[schema(value_type = Option<String>, max_length = 128, example = "sesame")]
    password: Option<Text<128>>,
}

/// Which part of a shared conversation.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::routes) struct SharedPage {
    /// `next` of the page before. Only the first page counts as a look.
    after: Option<i64>,
    /// At most this many messages, 1 to 200; 200 unless said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// A conversation that somebody shows.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct SharedConversation {
    conversation: ShownConversation,
    /// In the order in which they were said.
    messages: Vec<ShownMessage>,
    share_info: ShareInfo,
    /// What `after` has to be for the messages behind these; not there on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

/// What is shown of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct ShownConversation {
    id: i64,
    title: Option<String>,
    created_at: Option<DateTime<Utc>>,
    /// How many messages are shown in all.
    message_count: i64,
    /// The first name of whoever shows it, and nothing else about them.
    #[schema(example = "Ada")]
    shared_by: Option<String>,
}

/// What is shown of a message.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct ShownMessage {
    id: i64,
    /// `user` or `assistant`.
    role: String,
    content: String,
    created_at: Option<DateTime<Utc>>,
}

/// How a conversation is shared.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct ShareInfo {
    /// How often others have looked, this time included.
    view_count: i64,
    shared_at: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
}

/// A shared conversation. A password, if one is asked for, goes into the header `X-Share-Password`, as UTF-8 with percent
/// signs where it is not ASCII; or see POST.
#[utoipa::path(
    get, path = "/chat/share/shared/{token}", tag = "sharing", security(()),
    params(
        ("token" = String, Path, description = "What the link ends with"),
        ("X-Share-Password" = Option<String>, Header, description = "The password"),
        SharedPage
    ),
    responses(
        (status = OK, body = SharedConversation),
        (status = UNAUTHORIZED, body = ErrorBody, description = "A password is needed, or it is another one",
            headers(("X-Requires-Password" = String, description = "`true`"))),
        (status = NOT_FOUND, body = ErrorBody, description = "There is no such share, it has ended, or it is not for others"),
        (status = TOO_MANY_REQUESTS, body = ErrorBody, description = "Too many passwords were tried from this address"),
        BadQuery
    )
)]
pub(in crate::routes) async fn view(
    visitor: Visitor,
    SharePassword(password): SharePassword,
    Path(token): Path<String>,
    State(app): State<AppState>,
    Params(page): Params<SharedPage>,
) -> Response {
    show(&app, &visitor, &token, password, &page).await
}

/// A shared conversation, for whoever gives the password.
#[utoipa::path(
    post, path = "/chat/share/shared/{token}", tag = "sharing", security(()),
    params(("token" = String, Path, description = "What the link ends with"), SharedPage),
    request_body = Option<Key>,
    responses(
        (status = OK, body = SharedConversation),
        (status = UNAUTHORIZED, body = ErrorBody, description = "A password is needed, or it is another one",
            headers(("X-Requires-Password" = String, description = "`true`"))),
        (status = NOT_FOUND, body = ErrorBody, description = "There is no such share, it has ended, or it is not for others"),
        (status = TOO_MANY_REQUESTS, body = ErrorBody, description = "Too many passwords were tried from this address"),
        BadBody
    )
)]
pub(in crate::routes) async fn unlock(
    visitor: Visitor,
    SharePassword(in_header): SharePassword,
    Path(token): Path<String>,
    State(app): State<AppState>,
    Params(page): Params<SharedPage>,
    MaybeBody(key): MaybeBody<Key>,
) -> Response {
    let password = key.and_then(|key| key.password).map(|password| password.as_str().to_owned()).or(in_header);
    show(&app, &visitor, &token, password, &page).await
}

async fn show(app: &AppState, visitor: &Visitor, token: &str, password: Option<String>, page: &SharedPage) -> Response {
    match shown(app, visitor, token, password, page).await {
        Ok(conversation) => ([(header::CACHE_CONTROL, "no-store")], Json(conversation)).into_response(),
        Err(Refused { error, needs_password }) => {
            let mut response = error.into_response();
            if needs_password {
                // Not a session token is missing, but this.
                response.headers_mut().remove(header::WWW_AUTHENTICATE);
                response.headers_mut().insert(PASSWORD_NEEDED, HeaderValue::from_static("true"));
            }
            response
        }
    }
}

struct Refused {
    error: ApiError,
    needs_password: bool,
}

impl<E: Into<ApiError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { error: error.into(), needs_password: false }
    }
}

async fn shown(
    app: &AppState,
    visitor: &Visitor,
    token: &str,
    password: Option<String>,
    page: &SharedPage,
) -> Result<SharedConversation, Refused> {
    let limit = within(page.limit, 200, 200)?;
    let (mut shared, access) = shares::find(&app.database, token, visitor.user).await?;
    if access == Access::Password {
        let needed = |error: ServiceError| Refused { error: error.into(), needs_password: true };
        let Some(password) = password.filter(|password| !password.is_empty()) else {
            return Err(needed(ServiceError::PasswordRequired));
        };
        let attempt = visitor.attempt(shared.share_id)?;
        match shares::unlock(&app.database, &app.passwords, &shared, password).await {
            Ok(()) => attempt.succeeded(),
            Err(ServiceError::PasswordWrong) => return Err(needed(ServiceError::PasswordWrong)),
            Err(error) => return Err(error.into()),
        }
    }
    let mut messages = shares::read(&app.database, &mut shared, visitor.user, page.after, limit + 1).await?;
    let more = messages.len() > usize::from(limit);
    messages.truncate(limit.into());
    let next = messages.last().filter(|_| more).map(|message| message.id.0);
    let messages = messages.into_iter().map(|message| ShownMessage {
        id: message.id.0,
        role: message.role,
        content: message.content,
        created_at: message.created_at,
    });
    Ok(SharedConversation {
        conversation: ShownConversation {
            id: shared.conversation_id,
            title: shared.title,
            created_at: shared.conversation_created_at,
            message_count: shared.message_count,
            shared_by: shared.first_name,
        },
        messages: messages.collect(),
        share_info: ShareInfo {
            view_count: shared.view_count,
            shared_at: shared.created_at,
            expires_at: shared.expires_at,
        },
        next,
    })
}
