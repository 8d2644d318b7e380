//! What the description of the API says beside its routes.

use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};

/// The frame that the routes are put into.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Orientor",
        description = "Career guidance: profiles, peers, messages. Users sign in with Clerk; every route but the \
                       public ones takes a session token as `Authorization: Bearer …`, or a session cookie. Errors \
                       are `{code, detail}`; `code` is stable."
    ),
    modifiers(&Bearer),
    security(("session" = [])),
    tags(
        (name = "account", description = "Who am I"),
        (name = "profiles", description = "What users say about themselves"),
        (name = "peers", description = "Who fits whom, and who may know"),
        (name = "messages", description = "Between two users"),
        (name = "operation", description = "For whoever runs the server")
    )
)]
pub(crate) struct Frame;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        api.components.get_or_insert_default().add_security_scheme("session", SecurityScheme::Http(scheme));
    }
}
