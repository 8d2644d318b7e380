//! Makes a plan: looks, drafts, and counts each step's rows in one snapshot.

use std::time::Duration;

use sqlx::Row as _;

use super::{
    Draft, Given, GivenRows, Part, Plan, Staged, Staging, Step, Work, give, is_met_later, refuse_any, refuse_twice,
    uses_given,
};
use crate::{
    accounts,
    audit::{AuditOptions, Progress, audit_in_scene},
    directory::Directory,
    finding::{Disposition, Finding},
    repairs::{self, Decisions, Findings},
    run::{Limits, RunError, Writer, identify},
};

/// Plans the repair of everything that can be repaired without a decision, and of what has been decided.
///
/// # Errors
///
/// As [`audit`](crate::audit()), and [`RunError::NotNow`] if the audit could not look everywhere: a plan that knows a part only
/// could make things worse.
pub async fn plan(options: AuditOptions, decisions: &Decisions, progress: &dyn Progress) -> Result<Plan, RunError> {
    make(options, decisions.clone(), None, progress).await
}

/// The same for a part of the repair, and nothing else.
///
/// # Errors
///
/// As [`plan`].
pub async fn plan_part(options: AuditOptions, part: &Part<'_>, progress: &dyn Progress) -> Result<Plan, RunError> {
    make(options, Decisions::default(), Some(part), progress).await
}

async fn make(
    options: AuditOptions,
    mut decisions: Decisions,
    part: Option<&Part<'_>>,
    progress: &dyn Progress,
) -> Result<Plan, RunError> {
    let trusted = options.directory.as_ref().is_some_and(|it| it.trusted);
    let (scene, mut found) = audit_in_scene(&options, progress).await?;
    if let Some(blind) = found.coverage.could_not_look.first() {
        return Err(RunError::NotNow(format!(
            "could not look at {}: {}; a plan needs to see everything",
            blind.place, blind.reason
        )));
    }
    let mut draft = Draft::new(scene.context(&options));
    if found.findings.iter().any(|it| it.check == "D33") {
        draft.uuids = repairs::texts::uuids(&options.url, &scene, &draft.context).await?;
    }
    if let Some(stray) = decisions.stray(&found.findings) {
        return Err(crate::DoctorError::NotThere(format!(
            "nothing is found that `{stray}` could decide; take the line out"
        ))
        .into());
    }
    let mut findings = found.findings.clone();
    if let Some(part) = part {
        found.findings.retain(|it| part.checks.contains(&it.check.as_str()));
        let adds = found.findings.iter().any(|it| it.check == "D12");
        findings.retain(|it| part.checks.contains(&it.check.as_str()) || (adds && scene.numbers_people(it)));
        for (check, choice) in part.decided {
            decisions.take(check, choice, &findings);
        }
    }
    let decided = |it: &Finding| it.check == "D02" && decisions.settles(it);
    for finding in findings.iter_mut().filter(|it| decided(it)) {
        finding.disposition = Disposition::Repair;
    }
    repairs::draft(&mut draft, &Findings(&findings), &decisions);
    if let Some(part) = part {
        // Whoever is linked has another way in, and an old password would be a second one.
        draft.keep(|check| findings.iter().any(|it| it.check == check || it.check == "D02" && check == "D15"));
        if part.names {
            accounts::names(&mut draft);
        }
    }
    let steps = draft.finish();
    let given = options.directory.as_ref().filter(|_| uses_given(&steps)).map(given).transpose()?;
    let mut plan =
        counted(&options.url, part.map_or("repair", |it| it.purpose), Supply { given, ..Supply::default() }, steps)
            .await?;
    plan.summary = Some(found.summary);
    if trusted {
        plan.assumptions.push("the list of users is complete, and its addresses are verified".to_owned());
    }
    let repaired: Vec<&str> = plan.steps.iter().map(|it| it.check.as_str()).collect();
    plan.open = found.findings.into_iter().filter(|it| is_open(it, &repaired) && !decisions.settles(it)).collect();
    Ok(plan)
}

fn is_open(finding: &Finding, repaired: &[&str]) -> bool {
    finding.disposition == Disposition::Decide || !repaired.contains(&finding.check.as_str())
}

/// The provider's list of users, for the steps.
fn given(directory: &Directory) -> Result<Given, RunError> {
    let mut rows = GivenRows::new()?;
    for user in &directory.users {
        let texts = [Some(&user.id), user.email.as_ref(), user.first_name.as_ref(), user.last_name.as_ref()];
        rows.push(texts.map(|it| it.map(String::as_str)))?;
    }
    Ok(rows.finish()?)
}

/// The rows that a plan is given.
#[derive(Debug, Default)]
pub(crate) struct Supply {
    /// Their file, if there are any.
    pub given: Option<Given>,
    /// Columns in which no text may be there twice, and what to say of one that is.
    pub once: &'static [(&'static str, &'static str)],
    /// What may not be: a query over `{given}` for the names of what is, and what to say of the first.
    pub never: Vec<(String, String)>,
}

/// Counts and fingerprints the rows of each step, all in one snapshot, and drops steps without rows.
pub(crate) async fn counted(url: &str, purpose: &str, supply: Supply, mut steps: Vec<Step>) -> Result<Plan, RunError> {
    let limits = Limits { lock: Duration::from_secs(10), statement: Duration::from_mins(30) };
    let mut writer = Writer::connect(url, limits).await?;
    let database = identify(&mut writer).await?;
    // The only thing that is written is in temporary tables of this session.
    let staging = Staging::temporary();
    staging.create(&mut writer).await?;
    let Supply { given, once, never } = supply;
    give(&mut writer, &steps, given.as_ref()).await?;
    for (column, why) in once {
        refuse_twice(&mut writer, column, why).await?;
    }
    for (sql, why) in &never {
        refuse_any(&mut writer, sql, why).await?;
    }
    writer.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let made = writer
        .rows("asking for the time", "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        .await?;
    for at in 0..steps.len() {
        let Work::Rows(work) = &steps[at].work else { continue };
        if is_met_later(&steps, at) {
            let (what, sql) = staging.keep(&steps, at, work);
            writer.run(&what, &sql).await?;
            continue;
        }
        let staged = staging.count(&mut writer, &steps, at, work).await?;
        set(&mut steps[at], staged);
    }
    for (at, staged) in staging.fingerprints(&mut writer, &steps).await? {
        set(&mut steps[at], staged);
    }
    writer.rollback().await;
    writer.close().await;
    steps.retain(|step| !matches!(&step.work, Work::Rows(work) if work.predicted == 0));
    Ok(Plan {
        format: Plan::FORMAT,
        database,
        made_at: made.first().and_then(|row| row.try_get(0).ok()).unwrap_or_default(),
        purpose: purpose.to_owned(),
        summary: None,
        assumptions: Vec::new(),
        given: given.filter(|_| uses_given(&steps)),
        steps,
        open: Vec::new(),
    })
}

fn set(step: &mut Step, staged: Staged) {
    if let Work::Rows(work) = &mut step.work {
        (work.predicted, work.fingerprint) = (staged.count, staged.fingerprint);
    }
}
