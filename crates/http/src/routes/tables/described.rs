//! What the description of the API says of the routes of a table.

use axum::{http::StatusCode, routing::MethodRouter};
use orientor_store::{OwnedTable, schema::Kind};
use serde_json::Value;
use utoipa::{
    IntoResponses, PartialSchema as _, ToSchema,
    openapi::{
        Content, HeaderBuilder, ObjectBuilder, PathItem, Ref, RefOr, Required, ResponseBuilder, ResponsesBuilder,
        Schema,
        content::ContentBuilder,
        path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathsBuilder},
        request_body::RequestBodyBuilder,
        schema::{ArrayBuilder, SchemaType, Type},
    },
};
use utoipa_axum::router::UtoipaMethodRouter;

use super::{MAX_OFFSET, PAGE};
use crate::{
    AppState,
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

const JSON: &str = "application/json";

/// Names and examples of one table.
pub(super) struct Described {
    path: &'static str,
    model: String,
    draft: String,
    example: Value,
}

impl Described {
    pub(super) fn of<T: OwnedTable>() -> Self {
        let (model, draft) = (T::Model::name().into_owned(), T::Draft::name().into_owned());
        Self { path: T::PATH, model, draft, example: T::sample() }
    }

    pub(super) fn with_schemas<T: OwnedTable>(
        &self,
        path: &str,
        item: PathItem,
        methods: MethodRouter<AppState>,
    ) -> UtoipaMethodRouter<AppState> {
        let mut schemas = vec![(self.model.clone(), T::Model::schema()), (self.draft.clone(), T::Draft::schema())];
        T::Model::schemas(&mut schemas);
        T::Draft::schemas(&mut schemas);
        (schemas, PathsBuilder::new().path(path, item).build(), methods)
    }

    pub(super) fn list<T: OwnedTable>(&self) -> Operation {
        let rows = ArrayBuilder::new().items(Ref::from_schema_name(&self.model)).build();
        let link = HeaderBuilder::new()
            .schema(Some(of_type(Type::String)))
            .description(Some("`<address>; rel=\"next\"`, if there is a next page"))
            .build();
        let page = ResponseBuilder::new().content(JSON, Content::new(Some(rows))).header("Link", link);
        let order = if T::NEWEST_FIRST { "the newest first" } else { "in the order of their keys" };
        let mut operation = self
            .operation(&format!("The caller's rows, {order}."))
            .parameter(query("after", Type::String, "Begins behind the row with this key."))
            .parameter(bounded("limit", 1, 100, &format!("At most so many rows; {PAGE} unless said.")))
            .parameter(bounded("offset", 0, MAX_OFFSET, "Leaves so many rows out; `after` costs less."));
        for filter in T::FILTERS {
            let kind = match T::TABLE.column(filter).map(|column| column.kind) {
                Some(Kind::Integer | Kind::Bigint) => Type::Integer,
                Some(Kind::Boolean) => Type::Boolean,
                _ => Type::String,
            };
            operation = operation.parameter(query(filter, kind, "Only rows that hold this."));
        }
        answering::<BadQuery>(operation.response(status(StatusCode::OK), page.description("A page").build()).build())
    }

    pub(super) fn create(&self) -> Operation {
        let location = HeaderBuilder::new()
            .schema(Some(of_type(Type::String)))
            .description(Some("The address of the row"))
            .build();
        let made = self.row("The row that was made").header("Location", location).build();
        let operation = self.operation("Makes a row.").request_body(Some(self.body(&self.draft)));
        let operation = operation.response(status(StatusCode::CREATED), made).build();
        answering::<BadBody>(answering::<NotYours>(operation))
    }

    pub(super) fn one(&self) -> Operation {
        let operation = self.operation("One of the caller's rows.").parameter(id());
        answering::<NotYours>(operation.response(status(StatusCode::OK), self.row("The row").build()).build())
    }

    pub(super) fn change(&self) -> Operation {
        let summary = "Changes what the body names (RFC 7396); `null` clears.";
        let operation = self.operation(summary).parameter(id()).request_body(Some(self.patch()));
        let operation = operation.response(status(StatusCode::OK), self.row("The row as it is now").build()).build();
        answering::<BadBody>(answering::<NotYours>(operation))
    }

    pub(super) fn delete(&self) -> Operation {
        let gone = ResponseBuilder::new().description("It is gone").build();
        let operation = self.operation("Deletes a row, and what is a part of it.").parameter(id());
        answering::<NotYours>(operation.response(status(StatusCode::NO_CONTENT), gone).build())
    }

    pub(super) fn single(&self) -> Operation {
        let operation = self.operation("The caller's only row.");
        answering::<NotYours>(operation.response(status(StatusCode::OK), self.row("The row").build()).build())
    }

    pub(super) fn change_single(&self) -> Operation {
        let summary = "Changes what the body names in the caller's only row, which is made if there is none.";
        let operation = self.operation(summary).request_body(Some(self.patch()));
        let operation = operation.response(status(StatusCode::OK), self.row("The row as it is now").build()).build();
        answering::<BadBody>(operation)
    }

    fn operation(&self, summary: &str) -> OperationBuilder {
        OperationBuilder::new()
            .tag(self.path)
            .summary(Some(summary))
            .responses(ResponsesBuilder::new().responses_from_into_responses::<SignedIn>().build())
    }

    fn row(&self, description: &str) -> ResponseBuilder {
        let row = Content::new(Some(Ref::from_schema_name(&self.model)));
        ResponseBuilder::new().description(description).content(JSON, row)
    }

    fn body(&self, schema: &str) -> utoipa::openapi::request_body::RequestBody {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(schema)));
        let content = content.example(Some(self.example.clone())).build();
        RequestBodyBuilder::new().content(JSON, content).required(Some(Required::True)).build()
    }

    /// Any of the members of a draft, which a schema that requires some of them cannot say.
    fn patch(&self) -> utoipa::openapi::request_body::RequestBody {
        let description = format!("Any of the members of `{}`", self.draft);
        let content = ContentBuilder::new().schema(Some(of_type(Type::Object)));
        let content = content.example(Some(self.example.clone())).build();
        let body = RequestBodyBuilder::new().content(JSON, content);
        body.description(Some(description)).required(Some(Required::True)).build()
    }
}

/// The same operation with the answers of `R` as well.
fn answering<R: IntoResponses>(mut operation: Operation) -> Operation {
    operation.responses.responses.extend(R::responses());
    operation
}

fn status(code: StatusCode) -> &'static str {
    match code {
        StatusCode::CREATED => "201",
        StatusCode::NO_CONTENT => "204",
        _ => "200",
    }
}

fn of_type(kind: Type) -> RefOr<Schema> {
    RefOr::T(Schema::Object(ObjectBuilder::new().schema_type(SchemaType::new(kind)).build()))
}

fn id() -> Parameter {
    let parameter = ParameterBuilder::new().name("id").parameter_in(ParameterIn::Path).required(Required::True);
    parameter.description(Some("The key of the row")).schema(Some(of_type(Type::String))).build()
}

fn query(name: &str, kind: Type, description: &str) -> Parameter {
    let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Query).required(Required::False);
    parameter.description(Some(description)).schema(Some(of_type(kind))).build()
}

fn bounded(name: &str, min: u32, max: u32, description: &str) -> Parameter {
    let schema = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(min)).maximum(Some(max)).build();
    let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Query).required(Required::False);
    parameter.description(Some(description)).schema(Some(schema)).build()
}
