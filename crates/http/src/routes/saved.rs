//! Occupations that users put aside or swipe.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use orientor_services::saved::{self, NamedBy, WithNotes};
use orientor_store::{
    tables::{saved_recommendation, user_note, user_skill},
    value::{Json as Document, Rating, Text, Words},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use super::page::{Link, PageParams};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

/// An occupation as a client describes it, with what it asks for, from 0 to 5.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Occupation {
    /// Its code; each may be put aside once.
    #[schema(example = "31301.00")]
    oasis_code: Words<255>,
    /// What it is called.
    #[schema(example = "Nurse")]
    label: Words<255>,
    description: Option<Text<50_000>>,
    main_duties: Option<Text<50_000>>,
    role_creativity: Option<Rating>,
    role_leadership: Option<Rating>,
    role_digital_literacy: Option<Rating>,
    role_critical_thinking: Option<Rating>,
    role_problem_solving: Option<Rating>,
    analytical_thinking: Option<Rating>,
    attention_to_detail: Option<Rating>,
    collaboration: Option<Rating>,
    adaptability: Option<Rating>,
    independence: Option<Rating>,
    evaluation: Option<Rating>,
    decision_making: Option<Rating>,
    stress_tolerance: Option<Rating>,
    /// Everything else that is known of it.
    all_fields: Option<Document>,
}

impl From<Occupation> for saved_recommendation::Draft {
    fn from(body: Occupation) -> Self {
        Self {
            oasis_code: body.oasis_code,
            label: body.label,
            description: body.description,
            main_duties: body.main_duties,
            role_creativity: body.role_creativity,
            role_leadership: body.role_leadership,
            role_digital_literacy: body.role_digital_literacy,
            role_critical_thinking: body.role_critical_thinking,
            role_problem_solving: body.role_problem_solving,
            analytical_thinking: body.analytical_thinking,
            attention_to_detail: body.attention_to_detail,
            collaboration: body.collaboration,
            adaptability: body.adaptability,
            independence: body.independence,
            evaluation: body.evaluation,
            decision_making: body.decision_making,
            stress_tolerance: body.stress_tolerance,
            all_fields: body.all_fields,
            personal_analysis: None,
            entry_qualifications: None,
            suggested_improvements: None,
            source_tool: None,
            conversation_id: None,
            component_type: None,
            component_data: None,
            interaction_metadata: None,
        }
    }
}

type Row = saved_recommendation::Model;

fn location(row: &Row) -> [(HeaderName, String); 1] {
    [(header::LOCATION, format!("/api/v1/space/recommendations/{}?by=id", row.id.0))]
}

/// Puts an occupation aside.
#[utoipa::path(
    post, path = "/space/recommendations", tag = "saved", request_body = Occupation,
    responses(
        (status = CREATED, body = Row, headers(("Location" = String, description = "The row"))),
        (status = CONFLICT, description = "It was put aside before", body = crate::ErrorBody),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn save(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(occupation): Body<Occupation>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Row>), ApiError> {
    let row = saved::save(&app.database, user.id, &occupation.into()).await?;
    Ok((StatusCode::CREATED, location(&row), Json(row)))
}

/// How the user and the occupation are rated in one skill.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Compared {
    user_skill: Option<f64>,
    role_skill: Option<f64>,
}

/// The same in each of the five skills.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SkillComparison {
    creativity: Compared,
    leadership: Compared,
    digital_literacy: Compared,
    critical_thinking: Compared,
    problem_solving: Compared,
}

impl SkillComparison {
    fn of(row: &Row, user: Option<&user_skill::Model>) -> Self {
        let compared = |role_skill, of_user: fn(&user_skill::Model) -> Option<f64>| Compared {
            user_skill: user.and_then(of_user),
            role_skill,
        };
        Self {
            creativity: compared(row.role_creativity, |user| user.creativity),
            leadership: compared(row.role_leadership, |user| user.leadership),
            digital_literacy: compared(row.role_digital_literacy, |user| user.digital_literacy),
            critical_thinking: compared(row.role_critical_thinking, |user| user.critical_thinking),
            problem_solving: compared(row.role_problem_solving, |user| user.problem_solving),
        }
    }
}

/// How the user rates themselves, beside what the occupation asks for; `null` where they do not.
#[derive(Debug, Default, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the names tell them from those of the occupation in the same object")]
pub(super) struct UserTraits {
    user_analytical_thinking: Option<f64>,
    user_attention_to_detail: Option<f64>,
    user_collaboration: Option<f64>,
    user_adaptability: Option<f64>,
    user_independence: Option<f64>,
    user_evaluation: Option<f64>,
    user_decision_making: Option<f64>,
    user_stress_tolerance: Option<f64>,
}

impl From<&user_skill::Model> for UserTraits {
    fn from(user: &user_skill::Model) -> Self {
        Self {
            user_analytical_thinking: user.analytical_thinking,
            user_attention_to_detail: user.attention_to_detail,
            user_collaboration: user.collaboration,
            user_adaptability: user.adaptability,
            user_independence: user.independence,
            user_evaluation: user.evaluation,
            user_decision_making: user.decision_making,
            user_stress_tolerance: user.stress_tolerance,
        }
    }
}

/// A saved occupation with everything that belongs to it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListedRecommendation {
    #[serde(flatten)]
    row: Row,
    #[serde(flatten)]
    traits: UserTraits,
    /// The newest first, at most 100; the others are at `/space/notes`.
    notes: Vec<user_note::Model>,
    /// `null` for users who have not rated themselves.
    skill_comparison: Option<SkillComparison>,
}

impl ListedRecommendation {
    fn of(WithNotes { row, notes }: WithNotes, user: Option<&user_skill::Model>) -> Self {
        let skill_comparison = user.map(|user| SkillComparison::of(&row, Some(user)));
        Self { traits: user.map(UserTraits::from).unwrap_or_default(), notes, skill_comparison, row }
    }
}

/// What the caller has put aside, the last first.
#[utoipa::path(
    get, path = "/space/recommendations", tag = "saved", params(PageParams),
    responses(
        (status = OK, body = Vec<ListedRecommendation>, headers(("Link" = String, description = "The next page"))),
        SignedIn,
        BadQuery
    )
)]
pub(super) async fn list(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<PageParams>,
) -> Result<(Link, Json<Vec<ListedRecommendation>>), ApiError> {
    let after = page.after();
    let found = saved::list(&app.database, user.id, &page.listing(after.as_ref())?).await?;
    let link = page.link("space/recommendations", found.next.as_ref(), &[]);
    let rows = found.rows.into_iter().map(|row| ListedRecommendation::of(row, found.ratings.as_ref()));
    Ok((link, Json(rows.collect())))
}

/// What an identifier means.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Meant {
    Id,
    Code,
}

/// What the identifier in the path means.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct By {
    /// `id` for the key of a row, `code` for an occupation's code. Otherwise a number is first taken for the key of one of the
    /// caller's rows, and for a code if there is none.
    #[param(inline)]
    by: Option<Meant>,
}

impl From<By> for NamedBy {
    fn from(by: By) -> Self {
        match by.by {
            None => Self::Either,
            Some(Meant::Id) => Self::Key,
            Some(Meant::Code) => Self::Code,
        }
    }
}

/// A saved occupation.
#[utoipa::path(
    get, path = "/space/recommendations/{identifier}", tag = "saved",
    params(("identifier" = String, Path, description = "Key of the row, or code of the occupation", example = "31301.00"), By),
    responses((status = OK, body = Row), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn one(
    user: CurrentUser,
    Path(identifier): Path<String>,
    State(app): State<AppState>,
    Params(by): Params<By>,
) -> Result<Json<Row>, ApiError> {
    Ok(Json(saved::get(&app.database, user.id, &identifier, by.into()).await?))
}

/// Deletes a saved occupation, and the caller's notes about it.
#[utoipa::path(
    delete, path = "/space/recommendations/{identifier}", tag = "saved",
    params(("identifier" = String, Path, description = "Key of the row, or code of the occupation", example = "31301.00"), By),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn delete(
    user: CurrentUser,
    Path(identifier): Path<String>,
    State(app): State<AppState>,
    Params(by): Params<By>,
) -> Result<StatusCode, ApiError> {
    saved::delete(&app.database, user.id, &identifier, by.into()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The five skills of the caller beside what an occupation that they have put aside asks for.
#[utoipa::path(
    get, path = "/space/recommendations/{identifier}/skill-comparison", tag = "saved",
    params(("identifier" = String, Path, description = "Code of the occupation", example = "31301.00")),
    responses((status = OK, body = SkillComparison), SignedIn, NotYours)
)]
pub(super) async fn skill_comparison(
    user: CurrentUser,
    Path(oasis_code): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<SkillComparison>, ApiError> {
    let (row, skills) = saved::with_ratings(&app.database, user.id, &oasis_code).await?;
    Ok(Json(SkillComparison::of(&row, skills.as_ref())))
}

/// A swipe: an occupation, and the side.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body, whose two parts are read one after the other")]
pub(super) struct Swipe {
    #[schema(inline)]
    occupation: Occupation,
    swiped_right: bool,
}

/// What became of a swipe.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Swiped {
    success: bool,
    /// Key of the saved occupation, after a swipe to the right.
    #[schema(example = 7)]
    saved_id: Option<i64>,
    message: &'static str,
}

/// Keeps to which side an occupation was swiped. Once for each: another swipe changes it. What is swiped to the right
/// is put aside, too, and stays so.
#[utoipa::path(
    post, path = "/recommendations/swipe", tag = "saved", request_body = inline(Swipe),
    responses((status = OK, body = Swiped), SignedIn, BadBody)
)]
pub(super) async fn swipe(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(mut members): Body<Map<String, Value>>,
) -> Result<Json<Swiped>, ApiError> {
    let side = members.remove("swiped_right").as_ref().and_then(Value::as_bool);
    let swiped_right = side.ok_or_else(|| ApiError::body("`swiped_right`: expected true or false."))?;
    let occupation: Occupation = serde_path_to_error::deserialize(Value::Object(members)).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { String::new() } else { format!("`{path}`: ") };
        ApiError::body(format!("{field}{}.", error.into_inner()))
    })?;
    let swiped = saved::swipe(&app.database, user.id, &occupation.into(), swiped_right).await?;
    let message = match &swiped.saved {
        Some((_, true)) => "It is put aside.",
        Some((_, false)) => "It was put aside before.",
        None => "It is not wanted.",
    };
    Ok(Json(Swiped { success: true, saved_id: swiped.saved.map(|(row, _)| row.id.0), message }))
}

/// Where a found occupation was put.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SavedFromSearch {
    message: &'static str,
    /// Key of the saved occupation.
    #[schema(example = 7)]
    id: i64,
}

/// Puts an occupation aside that a search has found; 200 if that was done before.
#[utoipa::path(
    post, path = "/vector/search/save", tag = "saved", request_body = Occupation,
    responses(
        (status = CREATED, body = SavedFromSearch, headers(("Location" = String, description = "The row"))),
        (status = OK, description = "It was put aside before", body = SavedFromSearch),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn save_from_search(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(occupation): Body<Occupation>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<SavedFromSearch>), ApiError> {
    let (row, is_new) = saved::save_once(&app.database, user.id, &occupation.into()).await?;
    let (status, message) =
        if is_new { (StatusCode::CREATED, "It is put aside.") } else { (StatusCode::OK, "It was put aside before.") };
    Ok((status, location(&row), Json(SavedFromSearch { message, id: row.id.0 })))
}
