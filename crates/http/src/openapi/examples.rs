//! An example for every body of the description: made of what the schemas say, so that none can be forgotten or grow old.

use std::{collections::HashMap, time::Duration};

use orientor_clerk::{SignatureFault, WebhookError};
use orientor_identity::{ResolveError, VerifyError, axum::Rejection, policy::Conflict};
use orientor_services::ServiceError;
use orientor_store::{OwnedTable, TableVisitor, visit_owned_tables};
use serde_json::{Map, Value, json};
use utoipa::{
    ToSchema as _,
    openapi::{Content, OpenApi, Ref, RefOr, Response, path::Operation},
};

use crate::{ApiError, ErrorBody};

const JSON: &str = "application/json";
/// Schemas within schemas; deeper, there is nothing.
const DEPTH: usize = 20;

/// What a member means that is text, wherever it occurs, unless its schema says so itself.
const TEXTS: &[(&str, &str)] = &[
    ("application_status", "interested"),
    ("assessment_status", "completed"),
    ("attempt_id", "5f0c6e2a-8d41-4b7e-9c1d-2a7b3e4f5061"),
    ("avatar_description", "Looks up."),
    ("avatar_image_url", "https://img.example.com/avatar.png"),
    ("avatar_name", "The climber"),
    ("avatar_url", "https://img.example.com/avatar.png"),
    ("base_url", "https://app.example.com/shared"),
    ("body", "Hello! You also like to climb?"),
    ("brief_explanation", "You both like to climb."),
    ("career_goals", "To work outdoors"),
    ("color", "#2b6cb0"),
    ("component_type", "career_path"),
    ("content", "Several are: shall we begin with those that climb?"),
    ("conversation_title", "Which trades are outdoors?"),
    ("country", "Norway"),
    ("course_code", "MAT 1100"),
    ("course_name", "Linear algebra"),
    ("cursor", "2026-03-02T09:30:00Z_41"),
    ("description", "Keeps wind turbines running, and climbs them."),
    ("discovery_source", "tree"),
    ("education_level", "Secondary school"),
    ("entry_qualifications", "A certificate of apprenticeship"),
    ("esco_id", "occupation::key_2911"),
    ("esco_occupation_id", "occupation::key_2911"),
    ("evidence_source", "course"),
    ("explanation", "You both like to climb."),
    ("favorite_book", "An atlas"),
    ("favorite_celebrities", "None"),
    ("favorite_movie", "A western"),
    ("full_text", "You learn by taking things apart."),
    ("grade", "A"),
    ("hobbies", "climbing"),
    ("icon", "wrench"),
    ("id", "5f0c6e2a-8d41-4b7e-9c1d-2a7b3e4f5061"),
    ("if_you_accept", "We look for trades in which things are taken apart."),
    ("industry", "Energy"),
    ("insight_type", "work_style"),
    ("interaction_type", "viewed"),
    ("interests", "weather"),
    ("job_title", "Electrician"),
    ("label", "Wind turbine technician"),
    ("last_message", "Hello! You also like to climb?"),
    ("learning_style", "By doing"),
    ("main_duties", "Climbing, measuring, repairing"),
    ("major", "Electrical engineering"),
    ("message", "It is done."),
    ("name", "Ada"),
    ("next", "41"),
    ("node_id", "node-3"),
    ("note_text", "Ask my aunt what a day there is like."),
    ("oasis_code", "72400.00"),
    ("peer_name", "Grace"),
    ("personal_notes", "Ask about the workshop."),
    ("philosophical_text", "You learn by taking things apart."),
    ("preview", "You learn by taking things apart."),
    ("professor", "N. Nilsen"),
    ("program_id", "5f0c6e2a-8d41-4b7e-9c1d-2a7b3e4f5061"),
    ("prompt_text", "When do you forget the time?"),
    ("question", "When do you forget the time?"),
    ("questionId", "q-1"),
    ("recommendations", "Take a course in reading wiring diagrams."),
    ("response", "When I repair something."),
    ("role", "assistant"),
    ("semester", "fall"),
    ("sex", "f"),
    ("share_token", "c3VjaC1hLXRva2VuLWlzLWxvbmctZW5vdWdo"),
    ("signal_type", "analytical_thinking"),
    ("skill_id", "skill::key_104"),
    ("skill_name", "Reading wiring diagrams"),
    ("skills", "climbing"),
    ("source", "chat"),
    ("state_province", "Vestland"),
    ("story", "I grew up beside a fjord."),
    ("subject_category", "STEM"),
    ("text", "Look for work that is done outdoors."),
    ("title", "Wind turbine technician"),
    ("tool_source", "holland_test"),
    ("tools_used", "holland_test"),
    ("tree_graph_id", "graph-7"),
    ("type", "career_path"),
    ("unique_quality", "I am never dizzy."),
];

/// Gives one to every JSON body that has none.
pub(super) fn give(api: &mut OpenApi) {
    let examples = Examples::of(api);
    for (path, item) in &mut api.paths.paths {
        let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            examples.give(path, operation);
            if let Some(RefOr::T(body)) = &mut operation.request_body
                && let Some(RefOr::T(content)) = body.content.get_mut(JSON)
            {
                examples.fill(content);
            }
        }
    }
}

struct Examples {
    schemas: Map<String, Value>,
    /// Rows of tables, by the name of their schema.
    rows: HashMap<String, Value>,
}

struct Rows(HashMap<String, Value>);

impl TableVisitor for Rows {
    fn visit<T: OwnedTable>(&mut self) {
        self.0.insert(T::Model::name().into_owned(), T::sample());
    }
}

impl Examples {
    fn of(api: &OpenApi) -> Self {
        let components = serde_json::to_value(&api.components).unwrap_or_default();
        let schemas = components["schemas"].as_object().cloned().unwrap_or_default();
        let mut rows = Rows(HashMap::new());
        visit_owned_tables(&mut rows);
        Self { schemas, rows: rows.0 }
    }

    fn give(&self, path: &str, operation: &mut Operation) {
        for (status, response) in &mut operation.responses.responses {
            let RefOr::T(Response { description, content, .. }) = response else { continue };
            let Some(RefOr::T(content)) = content.get_mut(JSON) else { continue };
            let errors = RefOr::Ref(Ref::from_schema_name(ErrorBody::name()));
            if content.schema == Some(errors) {
                let Rejection { code, detail, .. } = error(path, status, description).into_rejection();
                content.example = Some(json!({ "code": code, "detail": detail }));
            }
            self.fill(content);
        }
    }

    fn fill(&self, content: &mut Content) {
        if content.example.is_none() {
            let schema = serde_json::to_value(&content.schema).unwrap_or_default();
            content.example = Some(self.value("", &schema, &Value::Null, 0));
        }
    }

    /// Something that fits a schema. `row` holds members that are known.
    fn value(&self, name: &str, schema: &Value, row: &Value, depth: usize) -> Value {
        if let Some(example) =
            schema.get("example").or_else(|| schema["examples"].get(0)).or_else(|| schema.get("const"))
        {
            return example.clone();
        }
        if let Some(first) = schema["enum"].get(0) {
            return first.clone();
        }
        if depth > DEPTH {
            return Value::Null;
        }
        if let Some(target) = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next()) {
            let row = self.rows.get(target).unwrap_or(row);
            return self.schemas.get(target).map_or(Value::Null, |schema| self.value(name, schema, row, depth + 1));
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts.iter().map(|part| self.value(name, part, row, depth + 1));
            return Value::Object(parts.filter_map(|part| part.as_object().cloned()).flatten().collect());
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(choices) = schema[choice].as_array() {
                let something = choices.iter().find(|it| it["type"] != "null");
                return something.map_or(Value::Null, |it| self.value(name, it, row, depth + 1));
            }
        }
        let (kind, may_be_absent) = kind(schema);
        match kind {
            "object" => self.object(schema, row, depth),
            "array" => {
                let item = self.value(name, &schema["items"], row, depth + 1);
                let count = schema["minItems"].as_u64().unwrap_or(1).max(1);
                (0..count).map(|_| item.clone()).collect()
            }
            "string" => match schema["format"].as_str() {
                Some("date-time") => json!("2026-03-02T09:30:00Z"),
                Some("date") => json!("2026-03-02"),
                Some("uuid") => json!("5f0c6e2a-8d41-4b7e-9c1d-2a7b3e4f5061"),
                _ => TEXTS
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map_or_else(|| if may_be_absent { Value::Null } else { json!("…") }, |(_, text)| json!(text)),
            },
            "integer" => json!(schema["minimum"].as_i64().unwrap_or(1).max(1)),
            "number" => json!(schema["maximum"].as_f64().unwrap_or(1.0) * 0.75),
            "boolean" => json!(true),
            // Anything.
            "" => json!({}),
            _ => Value::Null,
        }
    }

    fn object(&self, schema: &Value, row: &Value, depth: usize) -> Value {
        let members = schema["properties"].as_object().into_iter().flatten().map(|(name, schema)| {
            let known = row.get(name).filter(|known| !known.is_null());
            (name.clone(), known.cloned().unwrap_or_else(|| self.value(name, schema, &Value::Null, depth + 1)))
        });
        Value::Object(members.collect())
    }
}

/// The type that a schema names beside `null`, and whether `null` is allowed.
fn kind(schema: &Value) -> (&str, bool) {
    match &schema["type"] {
        Value::String(kind) => (kind, false),
        Value::Array(kinds) => {
            let something = kinds.iter().filter_map(Value::as_str).find(|it| *it != "null");
            (something.unwrap_or("null"), kinds.iter().any(|it| it == "null"))
        }
        _ => ("", true),
    }
}

/// What is answered with a status, by what its description says of it.
fn error(path: &str, status: &str, description: &str) -> ApiError {
    let is = |word: &str| description.contains(word);
    match status {
        "400" => WebhookError::Signature(SignatureFault::Missing).into(),
        "401" if is("password") => ServiceError::PasswordRequired.into(),
        "401" => Rejection::from(VerifyError::Missing).into(),
        "403" if is("Clerk instance") => WebhookError::ForeignInstance.into(),
        "403" => ResolveError::Deactivated.into(),
        "404" if is("Nobody") => ApiError::no_user(),
        "404" => ApiError::missing(),
        "409" if is("locked") => ServiceError::NotYet.into(),
        "409" if path.contains("{user}") => ServiceError::Conflict.into(),
        "409" => ResolveError::Conflict(Conflict::EmailShared).into(),
        "413" => ApiError::too_large(),
        "415" => ApiError::media_type(),
        "422" if is("Oneself") => ServiceError::Yourself.into(),
        "422" if is("parameter") => ApiError::query("`limit`: expected a number from 1 to 100."),
        "422" => ApiError::body("`year`: expected a whole number."),
        "429" if is("passwords") => ApiError::too_many_attempts(Duration::ZERO),
        "429" => ApiError::rate_limited(Duration::ZERO),
        "503" if is("set up") => ApiError::no_webhooks(),
        "503" => ApiError::overloaded(),
        _ => ApiError::internal(),
    }
}
