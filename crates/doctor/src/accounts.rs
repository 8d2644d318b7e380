//! Operations on accounts: merge, relink, import, reconcile. All of them are plans.

use crate::{
    audit::{AuditOptions, Scene, summary},
    finding::Summary,
    people::Holder,
    plan::{Draft, GivenError, GivenRows, Op, Plan, Selection, Supply, counted},
    references::Scope,
    repairs::merge,
    run::RunError,
    sql::column,
    survey::within,
    words::snake,
};

/// New subjects for users, each named by the old subject or by the user's integer; kept in a file on their way into a plan.
#[derive(Debug)]
pub struct Relinks {
    rows: GivenRows,
    /// Whether any of them names a user by an integer.
    by_number: bool,
    /// The first new subject that is no UUID.
    no_uuid: Option<String>,
}

impl Relinks {
    /// None yet.
    ///
    /// # Errors
    ///
    /// If there can be no temporary file.
    pub fn new() -> Result<Self, GivenError> {
        Ok(Self { rows: GivenRows::new()?, by_number: false, no_uuid: None })
    }

    /// Gives the subject `to` to whoever has the subject or is the number `from`.
    ///
    /// # Errors
    ///
    /// If one of them is no text for PostgreSQL, or cannot be kept.
    pub fn push(&mut self, from: &str, to: &str) -> Result<(), GivenError> {
        self.rows.push([Some(from), Some(to), None, None])?;
        self.by_number |= !from.is_empty() && from.bytes().all(|it| it.is_ascii_digit());
        if self.no_uuid.is_none() && !is_uuid(to) {
            self.no_uuid = Some(to.to_owned());
        }
        Ok(())
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.rows.rows()
    }
}

/// What may not be there twice in a file of relinks.
const ONCE: &[(&str, &str)] = &[
    ("b", "is the new subject of several rows; each belongs to one user"),
    ("a", "gets several new subjects; each user has one"),
];

fn is_uuid(text: &str) -> bool {
    let digits = text.bytes().filter(|it| *it != b'-');
    digits.clone().count() == 32 && digits.into_iter().all(|it| it.is_ascii_hexdigit())
}

async fn scene(options: &AuditOptions) -> Result<(Scene, Summary), RunError> {
    within(options, Scope::All, async |worker, scene| {
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
    let mut plan = counted(&options.url, &format!("merge {stays} {goes}"), Supply::default(), draft.finish()).await?;
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
/// Who is named by the subject and by the integer gets what the subject says.
///
/// # Errors
///
/// [`RunError::NotNow`] if a subject or a user is named twice, or if the database keeps no subjects.
pub async fn plan_relink(options: &AuditOptions, relinks: Relinks) -> Result<Plan, RunError> {
    let (scene, summary) = scene(options).await?;
    if scene.people.subjects.is_empty() {
        return Err(RunError::NotNow("no column holds the provider's ids; name it with --subject-column".to_owned()));
    }
    if scene.people.subjects.iter().any(|it| it.column.base == "uuid")
        && let Some(odd) = &relinks.no_uuid
    {
        return Err(RunError::NotNow(format!("{odd} is no UUID, and the column holds nothing else")));
    }
    let mut draft = Draft::new(scene.context(options));
    for holder in &scene.people.subjects {
        relink(&mut draft, holder, relinks.by_number);
    }
    let several = scene.people.subjects.iter().filter(|_| relinks.by_number);
    let never = several.filter_map(|holder| has_several(&draft, holder)).collect();
    let supply = Supply { given: Some(relinks.rows.finish()?), once: ONCE, never };
    let mut plan = counted(&options.url, "relink", supply, draft.finish()).await?;
    plan.summary = Some(summary);
    Ok(plan)
}

/// The query for users who are named by their number and have several ids in a side table, and why that cannot be.
fn has_several(draft: &Draft<'_>, holder: &Holder) -> Option<(String, String)> {
    let (table, user) = (draft.context.catalogue.table(holder.table)?, holder.user.as_ref()?);
    let number = format!("{}::text", column("t", &user.name));
    let subject = format!("{}::text", column("t", &holder.column.name));
    let sql = format!(
        "SELECT g.a FROM {{given}} AS g JOIN {} AS t ON {number} = g.a{} WHERE {subject} IS NOT NULL GROUP BY g.a \
         HAVING count(*) > 1 ORDER BY g.a LIMIT 1",
        table.from(),
        by_the_provider(holder, &subject, "g.b"),
    );
    Some((sql, format!("has several ids in {}; name the old id instead of the number", table.name)))
}

/// In a side table people have ids of several providers, and a number means those that look like the new one.
fn by_the_provider(holder: &Holder, subject: &str, new: &str) -> String {
    if holder.user.is_none() {
        return String::new();
    }
    let provider = holder.provider.as_ref().map(|it| format!("{}::text", column("t", &it.name)));
    format!(" AND {}", holder.alike(subject, new, provider.as_deref()))
}

fn relink(draft: &mut Draft<'_>, holder: &Holder, by_number: bool) {
    let Some(table) = draft.context.catalogue.table(holder.table) else { return };
    let subject = format!("{}::text", column("t", &holder.column.name));
    // An integer names a user only where it is one in canonical form; a subject is never one.
    let user = holder.user.as_ref().unwrap_or(&draft.context.people.id);
    let by_subject = format!("LEFT JOIN {{given}} AS g ON g.a = {subject}");
    let (joins, new) = if by_number {
        let number = format!("{}::text", column("t", &user.name));
        let of_theirs = by_the_provider(holder, &subject, "h.b");
        (format!("{by_subject} LEFT JOIN {{given}} AS h ON h.a = {number}{of_theirs}"), "coalesce(g.b, h.b)")
    } else {
        (by_subject, "g.b")
    };
    let selection = Selection {
        rest: format!("{joins} WHERE {new} IS NOT NULL AND {subject} IS DISTINCT FROM {new}"),
        // Neither the old subjects nor the numbers are there twice.
        once: true,
        ..Selection::default()
    };
    let title = format!("writes the new ids into {}", holder.column.name);
    draft.update("relink", title, table, &selection.set(&holder.column, new));
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
