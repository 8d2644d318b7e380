//! What the description of the API says beside its routes.

mod examples;

use std::collections::BTreeMap;

use utoipa::{
    IntoResponses, Modify, ToSchema,
    openapi::{
        Content, OpenApi, Ref, RefOr, Response, ResponseBuilder,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::ErrorBody;

/// The frame that the routes are put into.
#[derive(utoipa::OpenApi)]
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
        (name = "saved", description = "What users put aside, and how well it fits them"),
        (name = "reflection", description = "Questions about one's strengths"),
        (name = "onboarding", description = "The first questions"),
        (name = "assessments", description = "Results of tests, and the Holland test"),
        (name = "insight", description = "A text about the user, and their avatar"),
        (name = "courses", description = "Courses, and what was learned from them"),
        (name = "career-goals", description = "What a user wants to reach, and how far along they are"),
        (name = "competence-tree", description = "Trees of skills, whose nodes are completed one after the other"),
        (name = "node-notes", description = "What a user writes down about the actions of a node"),
        (name = "user-progress", description = "Points and levels"),
        (name = "chat", description = "Conversations with the assistant"),
        (name = "sharing", description = "Conversations that others see by a link"),
        (name = "chat analytics", description = "The caller's own use of the assistant"),
        (name = "orientator", description = "What the assistant's tools have shown"),
        (name = "operation", description = "For whoever runs the server")
    ),
    paths(crate::forward_auth::verify, crate::forward_auth::key_set),
    components(schemas(ErrorBody))
)]
pub(crate) struct Frame;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, api: &mut OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        api.components.get_or_insert_default().add_security_scheme("session", SecurityScheme::Http(scheme));
    }
}

/// What routes cannot say each by itself.
pub(crate) fn complete(api: &mut OpenApi) {
    name_operations(api);
    examples::give(api);
}

/// Names every operation after what it asks, such as `get_users_me`: clients in other languages call functions so.
fn name_operations(api: &mut OpenApi) {
    for (path, item) in &mut api.paths.paths {
        let words = path.trim_start_matches("/api/v1").split(|c: char| !c.is_ascii_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
        for (method, operation) in [
            ("get", &mut item.get),
            ("post", &mut item.post),
            ("put", &mut item.put),
            ("patch", &mut item.patch),
            ("delete", &mut item.delete),
        ] {
            if let Some(operation) = operation {
                operation.operation_id = Some(format!("{method}_{words}"));
            }
        }
    }
}

type Responses = BTreeMap<String, RefOr<Response>>;

fn errors(table: &[(&str, &str)]) -> Responses {
    let response = |description: &str| {
        let body = Content::new(Some(Ref::from_schema_name(ErrorBody::name())));
        ResponseBuilder::new().description(description).content("application/json", body).build()
    };
    table.iter().map(|(status, description)| ((*status).to_owned(), response(description).into())).collect()
}

/// What every route answers that only users may call.
pub(crate) struct SignedIn;

impl IntoResponses for SignedIn {
    fn responses() -> Responses {
        errors(&[
            ("401", "No session token, or one that is not accepted"),
            ("403", "The user may not: deactivated, not provisioned, or a write from a foreign page"),
            ("409", "It cannot be told whose account this is"),
            ("429", "The user or their address asks too often; `Retry-After` says when to ask again"),
            ("503", "Something that is needed did not answer; `Retry-After` says when to try again"),
        ])
    }
}

/// What a route answers to a body that it cannot take.
pub(crate) struct BadBody;

impl IntoResponses for BadBody {
    fn responses() -> Responses {
        errors(&[
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
            ("422", "The body does not fit; `detail` begins with the path of the field"),
        ])
    }
}

/// What a route answers to a parameter behind the question mark that does not fit.
pub(crate) struct BadQuery;

impl IntoResponses for BadQuery {
    fn responses() -> Responses {
        errors(&[("422", "A parameter does not fit")])
    }
}

/// A file as it is, not as JSON.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only its description is used")]
pub(crate) struct Bytes(Vec<u8>);

/// What a route answers that names another user.
pub(crate) struct NoSuchUser;

impl IntoResponses for NoSuchUser {
    fn responses() -> Responses {
        errors(&[("404", "Nobody whom the caller may see has this id")])
    }
}

/// What a route answers that names a row.
pub(crate) struct NotYours;

impl IntoResponses for NotYours {
    fn responses() -> Responses {
        errors(&[("404", "There is no such row among the caller's; somebody else may have it")])
    }
}
