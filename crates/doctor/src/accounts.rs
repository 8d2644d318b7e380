//! Operations on accounts: merge, relink, import, reconcile. All of them are plans.

use crate::{
    audit::{AuditOptions, Scene, summary},
    finding::Summary,
    people::Holder,
    plan::{Draft, Given, Op, Plan, Selection, counted},
    repairs::merge,
    run::RunError,
    sql::column,
    survey::within,
    words::snake,
};

/// A subject that gets another one, or a user who gets one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relink {
    /// The old subject, or the integer of the user.
    pub from: String,
    /// The new subject.
    pub to: String,
}

async fn scene(options: &AuditOptions) -> Result<(Scene, Summary), RunError> {
    within(options, async |worker, scene| {
        let summary = summary(worker, &scene.context(options)).await?;
        Ok((scene, summary))
    })
    .await
}

/// Plans to make one user of two: `stays` gets everything that is `goes`'s.
///
/// Every column that refers to `goes` refers to `stays` afterwards. Where only one row can be, that of `stays` wins and is
/// filled up where it is empty; the other goes to quarantine. Undoing it parts the two again.
///
/// # Errors
///
/// [`RunError::NotNow`] if one of the two is not there or both are the same.
pub async fn plan_merge(options: &AuditOptions, stays: i64, goes: i64) -> Result<Plan, RunError> {
    if stays == goes {
        return Err(RunError::NotNow(format!("user {stays} cannot be merged with themselves")));
    }
    let (scene, summary) = scene(options).await?;
    let mut draft = Draft::new(scene.context(options));
    let kind = &scene.people.id.kind;
    let pairs = format!("pairs AS (SELECT ({stays})::{kind} AS one, ({goes})::{kind} AS other)");
    merge::merge(&mut draft, "merge", &pairs);
    let mut plan = counted(&options.url, &format!("merge {stays} {goes}"), Vec::new(), draft).await?;
    plan.summary = Some(summary);
    // The row that goes is one of the rows that change, and after it that of the user who stays.
    let goes_at = plan.steps.iter().position(|it| it.is_of_users(&scene, Op::Quarantine) && it.rows() == 1);
    let Some(goes_at) = goes_at else { return Err(RunError::NotNow(format!("there is no user {goes}"))) };
    if !plan.steps[goes_at..].iter().any(|it| it.is_of_users(&scene, Op::Update) && it.rows() == 1) {
        return Err(RunError::NotNow(format!("there is no user {stays}")));
    }
    Ok(plan)
}

/// Plans to give subjects for subjects, or to users, wherever the provider's ids are kept.
///
/// # Errors
///
/// [`RunError::NotNow`] if a new subject is named twice or stands at somebody who keeps it, or if the
/// database keeps no subjects.
pub async fn plan_relink(options: &AuditOptions, relinks: &[Relink]) -> Result<Plan, RunError> {
    let (scene, summary) = scene(options).await?;
    let mut seen = std::collections::BTreeSet::new();
    if let Some(twice) = relinks.iter().find(|it| !seen.insert(it.to.as_str())) {
        return Err(RunError::NotNow(format!(
            "{} is the new subject of several rows; each belongs to one user",
            twice.to
        )));
    }
    if scene.people.subjects.is_empty() {
        return Err(RunError::NotNow("no column holds the provider's ids; name it with --subject-column".to_owned()));
    }
    let is_uuid =
        |text: &str| text.replace('-', "").len() == 32 && text.chars().all(|it| it == '-' || it.is_ascii_hexdigit());
    if scene.people.subjects.iter().any(|it| it.column.base == "uuid")
        && let Some(odd) = relinks.iter().find(|it| !is_uuid(&it.to))
    {
        return Err(RunError::NotNow(format!("{} is no UUID, and the column holds nothing else", odd.to)));
    }
    let given: Vec<Given> =
        relinks.iter().map(|it| Given { a: it.from.clone(), b: Some(it.to.clone()), ..Given::default() }).collect();
    let mut draft = Draft::new(scene.context(options));
    for holder in &scene.people.subjects {
        relink(&mut draft, holder);
    }
    let mut plan = counted(&options.url, "relink", given, draft).await?;
    plan.summary = Some(summary);
    Ok(plan)
}

fn relink(draft: &mut Draft<'_>, holder: &Holder) {
    let Some(table) = draft.context.catalogue.table(holder.table) else { return };
    let subject = column("t", &holder.column.name);
    // An integer names a user only where it is one in canonical form; a subject is never one.
    let user = holder.user.as_ref().unwrap_or(&draft.context.people.id);
    let by_user = format!("{}::text", column("t", &user.name));
    let selection = Selection {
        rest: format!(
            "JOIN {{given}} AS g ON g.a = {subject}::text OR g.a = {by_user} WHERE {subject}::text IS DISTINCT FROM g.b"
        ),
        ..Selection::default()
    };
    let title = format!("writes the new ids into {}", holder.column.name);
    draft.update("relink", title, table, &selection.set(&holder.column, "g.b"));
}

/// Fills in names that are empty here, of users whose id nobody else has.
pub(crate) fn names(draft: &mut Draft<'_>) {
    let context = draft.context;
    let (Some(holder), Some(table)) = (context.people.own_subject(), context.catalogue.table(context.people.table))
    else {
        return;
    };
    let (mine, theirs) = (column("t", &holder.column.name), column("o", &holder.column.name));
    let id = |alias: &str| column(alias, &context.people.id.name);
    for it in &table.columns {
        let given = match snake(&it.name).as_str() {
            "first_name" | "firstname" | "given_name" => "g.c",
            "last_name" | "lastname" | "family_name" | "surname" => "g.d",
            _ => continue,
        };
        let rest = format!(
            "JOIN {{given}} AS g ON g.a = {mine}::text WHERE btrim(coalesce({}::text, '')) = '' AND btrim(coalesce({given}, '')) <> '' \
             AND NOT EXISTS (SELECT 1 FROM {} AS o WHERE {theirs} = {mine} AND {} <> {})",
            column("t", &it.name),
            table.from(),
            id("o"),
            id("t"),
        );
        let selection = Selection { rest, ..Selection::default() }.set(it, given);
        draft.update("reconcile", format!("fills in {} where it is empty", it.name), table, &selection);
    }
}
