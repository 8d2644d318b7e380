//! The routes of tables that need none of their own: one place for all of them, by what each table declares.
//!
//! A table says so with `VERBS`. Pages go by key, `?after=` the last one of the page before; the header `Link` holds the
//! address of the next page. `PUT` and `PATCH` are both a merge patch (RFC 7396), because today's client sends part of
//! a row with either.

mod described;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
    routing::get,
};
use orientor_services::ServiceError;
use orientor_store::{
    Is, Listing, Owned, OwnedTable, Patch, RowKey, Rows, StoreError, TableVisitor, Verbs, schema::Kind,
    visit_owned_tables,
};
use serde_json::{Map, Value};
use utoipa::{
    IntoParams,
    openapi::{HttpMethod, path::PathItemBuilder},
};
use utoipa_axum::router::OpenApiRouter;

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
};
use described::Described;

/// Rows to leave out at most; further on, `after` has to be used.
const MAX_OFFSET: u32 = 10_000;
/// Rows on a page unless asked otherwise.
const PAGE: u16 = 50;

pub(super) type Created<M> = (StatusCode, [(HeaderName, String); 1], Json<M>);

/// The routes of every table that declares verbs.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    let mut visitor = Routes(OpenApiRouter::new());
    visit_owned_tables(&mut visitor);
    visitor.0
}

struct Routes(OpenApiRouter<AppState>);

impl TableVisitor for Routes {
    fn visit<T: OwnedTable>(&mut self) {
        if T::VERBS == Verbs::None {
            return;
        }
        let writes = T::VERBS == Verbs::All;
        let described = Described::of::<T>();
        let router = std::mem::take(&mut self.0);
        let path = format!("/{}", T::PATH);
        self.0 = if T::ROWS == Rows::OnePerUser {
            let mut methods = get(single::<T>);
            let mut item = PathItemBuilder::new().operation(HttpMethod::Get, described.single());
            if writes {
                methods = methods.put(change_single::<T>).patch(change_single::<T>);
                item = item
                    .operation(HttpMethod::Put, described.change_single())
                    .operation(HttpMethod::Patch, described.change_single());
            }
            router.routes(described.with_schemas::<T>(&path, item.build(), methods))
        } else {
            let mut methods = get(list::<T>);
            let mut item = PathItemBuilder::new().operation(HttpMethod::Get, described.list::<T>());
            let mut methods_of_one = get(one::<T>);
            let mut item_of_one = PathItemBuilder::new().operation(HttpMethod::Get, described.one());
            if writes {
                methods = methods.post(create::<T>);
                item = item.operation(HttpMethod::Post, described.create());
                methods_of_one = methods_of_one.put(change::<T>).patch(change::<T>).delete(delete::<T>);
                item_of_one = item_of_one
                    .operation(HttpMethod::Put, described.change())
                    .operation(HttpMethod::Patch, described.change())
                    .operation(HttpMethod::Delete, described.delete());
            }
            let path_of_one = format!("{path}/{{id}}");
            router
                .routes(described.with_schemas::<T>(&path, item.build(), methods))
                .routes(described.with_schemas::<T>(&path_of_one, item_of_one.build(), methods_of_one))
        };
    }
}

fn key<T: OwnedTable>(text: &str) -> Result<RowKey, ApiError> {
    T::key(text).ok_or_else(|| failed(StoreError::Missing))
}

pub(super) fn failed(error: StoreError) -> ApiError {
    ServiceError::from(error).into()
}

/// What stands behind the question mark of a list.
#[derive(Default)]
struct Asked {
    after: Option<RowKey>,
    limit: u16,
    offset: u32,
    only: Vec<(&'static str, Value)>,
}

impl Asked {
    fn read<T: OwnedTable>(params: Vec<(String, String)>) -> Result<Self, ApiError> {
        let mut asked = Self { limit: PAGE, ..Self::default() };
        for (name, text) in params {
            let wrong = |expected: &str| ApiError::query(format!("`{name}`: expected {expected}."));
            match name.as_str() {
                "after" => asked.after = Some(T::key(&text).ok_or_else(|| wrong("the key of a row"))?),
                "limit" => {
                    let limit = text.parse().ok().filter(|limit| (1..=100).contains(limit));
                    asked.limit = limit.ok_or_else(|| wrong("a number from 1 to 100"))?;
                }
                "offset" => {
                    let offset = text.parse().ok().filter(|offset| *offset <= MAX_OFFSET);
                    asked.offset = offset.ok_or_else(|| wrong("a number from 0 to 10000; further on, use `after`"))?;
                }
                _ => {
                    // As everywhere, what is not known is passed over.
                    let Some(column) = T::FILTERS.iter().find(|filter| **filter == name) else { continue };
                    let value = match T::TABLE.column(column).map(|column| column.kind) {
                        Some(Kind::Integer | Kind::Bigint) => {
                            Value::from(text.parse::<i64>().map_err(|_| wrong("a whole number"))?)
                        }
                        Some(Kind::Boolean) => Value::from(text.parse::<bool>().map_err(|_| wrong("true or false"))?),
                        _ => Value::from(text),
                    };
                    asked.only.push((column, value));
                }
            }
        }
        Ok(asked)
    }

    fn only(&self) -> Vec<(&'static str, Is<'_>)> {
        let is = |value| match value {
            &Value::Bool(is_true) => Is::True(is_true),
            Value::String(text) => Is::Text(text),
            number => number.as_i64().map_or(Is::Null, Is::Number),
        };
        self.only.iter().map(|(column, value)| (*column, is(value))).collect()
    }
}

/// A page of rows, and the header that leads to the next one.
pub(super) type Listed<M> = (Option<[(HeaderName, String); 1]>, Json<Vec<M>>);

async fn list<T: OwnedTable>(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(params): Params<Vec<(String, String)>>,
) -> Result<Listed<T::Model>, ApiError> {
    page::<T>(&user, &app, params, &[], T::PATH).await
}

/// A page at `path` of the caller's rows that hold what is `fixed`, as the parameters ask.
pub(super) async fn page<T: OwnedTable>(
    user: &CurrentUser,
    app: &AppState,
    params: Vec<(String, String)>,
    fixed: &[(&'static str, Is<'_>)],
    path: &str,
) -> Result<Listed<T::Model>, ApiError> {
    let asked = Asked::read::<T>(params)?;
    let only = [fixed, &asked.only()].concat();
    let listing = Listing { after: asked.after.as_ref(), limit: asked.limit, offset: asked.offset, only: &only };
    let page = Owned::<T>::by(user.id, &app.database).list(&listing).await.map_err(failed)?;
    let link = page.next.map(|next| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (column, value) in &asked.only {
            let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            query.append_pair(column, &text);
        }
        query.append_pair("after", &next.to_string()).append_pair("limit", &asked.limit.to_string());
        [(header::LINK, format!("</api/v1/{path}?{}>; rel=\"next\"", query.finish()))]
    });
    Ok((link, Json(page.rows)))
}

/// Where a page begins and how long it is, as [`page`] reads it: for the description only.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only its description is used")]
pub(super) struct PageOf {
    /// Begins behind the row with this key.
    after: Option<i64>,
    /// At most so many rows; 50 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// Leaves so many rows out; `after` costs less.
    #[param(minimum = 0, maximum = 10000)]
    offset: Option<u32>,
}

/// Rows to leave out and rows on the page, of a list that [`page`] cannot make; 422 for more than is allowed.
pub(super) fn bounds(offset: Option<u32>, limit: Option<u16>) -> Result<(u32, u16), ApiError> {
    let (offset, limit) = (offset.unwrap_or_default(), limit.unwrap_or(PAGE));
    if !(1..=100).contains(&limit) {
        return Err(ApiError::query("`limit`: expected a number from 1 to 100."));
    }
    if offset > MAX_OFFSET {
        return Err(ApiError::query("`offset`: expected a number from 0 to 10000; further on, use `after`."));
    }
    Ok((offset, limit))
}

async fn one<T: OwnedTable>(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<T::Model>, ApiError> {
    let key = key::<T>(&id)?;
    Owned::<T>::by(user.id, &app.database).get(key).await.map(Json).map_err(failed)
}

async fn create<T: OwnedTable>(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(draft): Body<T::Draft>,
) -> Result<Created<T::Model>, ApiError> {
    let row = Owned::<T>::by(user.id, &app.database).create(&draft).await.map_err(failed)?;
    let id = T::key_of(&row).map(|key| key.to_string()).unwrap_or_default();
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/v1/{}/{id}", T::PATH))], Json(row)))
}

pub(super) async fn change<T: OwnedTable>(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
    Body(members): Body<Map<String, Value>>,
) -> Result<Json<T::Model>, ApiError> {
    let key = key::<T>(&id)?;
    let patch = Patch::from(members);
    Owned::<T>::by(user.id, &app.database).merge_patch(key, &patch).await.map(Json).map_err(failed)
}

pub(super) async fn delete<T: OwnedTable>(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let was_there = Owned::<T>::by(user.id, &app.database).delete(key::<T>(&id)?).await.map_err(failed)?;
    if was_there { Ok(StatusCode::NO_CONTENT) } else { Err(failed(StoreError::Missing)) }
}

async fn single<T: OwnedTable>(user: CurrentUser, State(app): State<AppState>) -> Result<Json<T::Model>, ApiError> {
    let found = Owned::<T>::by(user.id, &app.database).find_single().await.map_err(failed)?;
    found.map(Json).ok_or_else(|| failed(StoreError::Missing))
}

async fn change_single<T: OwnedTable>(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(members): Body<Map<String, Value>>,
) -> Result<Json<T::Model>, ApiError> {
    let patch = Patch::from(members);
    Owned::<T>::by(user.id, &app.database).patch_single(&patch).await.map(Json).map_err(failed)
}
