//! Counters, and rows of which there should be one, or one more.

use super::{Home, Spot, any, ask, ask_all, ask_spot, ask_spots, is_boolean, named};
use crate::{
    catalogue::{Column, Relation},
    checks::{Check, Offenders, Question},
    finding::{Disposition, Kind, Severity},
    sql::ident,
};

/// D64.
pub(super) const MESSAGES: Check = Check {
    code: "D64",
    slug: "counter-drifted",
    title: "stored counter differs from the rows it counts",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "counts the messages again; the counter says nothing that the messages do not",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, messages),
};

/// D65.
pub(super) const ACTIVE_GOALS: Check = Check {
    code: "D65",
    slug: "several-active-goals",
    title: "more than one active goal per user",
    unit: "surplus rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "archives all but the newest goal of the user; no goal is lost, and each can be made active again",
    needs_directory: false,
    look: |ctx| ask(ctx, active_goals),
};

/// D66.
pub(super) const UNSCORED: Check = Check {
    code: "D66",
    slug: "attempt-never-scored",
    title: "test attempt whose owner is known, never scored",
    unit: "attempts",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "scores the attempt from its stored answers, as the application does, and adds the missing row",
    needs_directory: false,
    look: |ctx| ask(ctx, unscored),
};

/// D67.
pub(super) const SCORED_TWICE: Check = Check {
    code: "D67",
    slug: "attempt-scored-twice",
    title: "test attempt scored twice",
    unit: "surplus rows",
    kind: Kind::Rows,
    severity: Severity::Warning,
    disposition: Disposition::Repair,
    action: "keeps the newest score of the attempt and moves the others to quarantine; all come from the same answers",
    needs_directory: false,
    look: |ctx| ask(ctx, scored_twice),
};

/// D69.
pub(super) const RUNTIME_TABLE: Check = Check {
    code: "D69",
    slug: "answers-in-runtime-table",
    title: "answers kept in a table made at request time",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Info,
    disposition: Disposition::Decide,
    action: "say whether the answers are to be taken over into the tables that the application reads; they stay as they are",
    needs_directory: false,
    look: |ctx| ask_all(ctx, runtime_tables),
};

/// D70.
pub(super) const NULL_COUNTER: Check = Check {
    code: "D70",
    slug: "counter-null",
    title: "counter is NULL because its default exists only in the application",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "sets the counter to 0 and gives the column that default; NULL plus one stays NULL, so nothing was counted",
    needs_directory: false,
    look: |ctx| ask_spots(ctx, null_counters),
};

pub(super) fn messages<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let (conversations, messages) = (home.table("conversations")?, home.table("chat_messages")?);
    let id = named(conversations, "id", Column::is_integer)?;
    let counter = named(conversations, "message_count", Column::is_integer)?;
    let conversation = named(messages, "conversation_id", Column::is_integer)?;
    // A counter that is NULL is D70.
    let rest = format!(
        "LEFT JOIN (SELECT m.{conversation} AS id, count(*) AS n FROM {} AS m GROUP BY 1) AS m ON m.id = t.{id} \
         WHERE t.{counter} <> coalesce(m.n, 0)",
        messages.from()
    );
    Some(Spot::new(conversations, "message_count", rest))
}

fn active_goals(home: &Home<'_>) -> Option<Question> {
    let goals = home.table("career_goals")?;
    let user = named(goals, "user_id", any)?;
    let (column, is_active) = active(goals, "t")?;
    let from = format!(
        "(SELECT t.{user} AS id, count(*) AS n FROM {} AS t WHERE t.{user} IS NOT NULL AND {is_active} \
         GROUP BY 1 HAVING count(*) > 1) AS s",
        goals.from()
    );
    Some(Question::rows(goals, column.to_owned(), surplus(from)))
}

/// The column that says whether a goal is active, and the condition over `alias` that it is.
pub(in crate::checks) fn active(goals: &Relation, alias: &str) -> Option<(&'static str, String)> {
    let flag = named(goals, "is_active", is_boolean).map(|it| format!("{alias}.{it}"));
    let status = named(goals, "status", Column::is_text).map(|it| format!("{alias}.{it} = 'active'"));
    let column = if status.is_some() { "status" } else { "is_active" };
    // Where both shapes are in one table, the word is of the shape that says more: archived, achieved, paused.
    let is_active = match (flag, status) {
        (Some(flag), Some(status)) => format!("({flag} IS NOT FALSE AND {status})"),
        (flag, status) => flag.or(status)?,
    };
    Some((column, is_active))
}

fn scored_twice(home: &Home<'_>) -> Option<Question> {
    let results = home.table("gca_results")?;
    let attempt = named(results, "attempt_id", any)?;
    let from = format!(
        "(SELECT t.{attempt} AS id, count(*) AS n FROM {} AS t WHERE t.{attempt} IS NOT NULL \
         GROUP BY 1 HAVING count(*) > 1) AS s",
        results.from()
    );
    Some(Question::rows(results, "attempt_id".to_owned(), surplus(from)))
}

/// All rows but one of each group.
fn surplus(from: String) -> Offenders {
    Offenders { count: "coalesce(sum(s.n - 1), 0)".to_owned(), ..Offenders::new(from, "s.id") }
}

fn unscored(home: &Home<'_>) -> Option<Question> {
    let (answers, results, users) = (home.table("gca_users_answers")?, home.table("gca_results")?, home.users()?);
    let (attempt, scored) = (named(answers, "attempt_id", any)?, named(results, "attempt_id", any)?);
    let owner = named(answers, "user_id", any)?;
    let id = named(users, "id", any)?;
    let mut owners = format!("SELECT u.{id}::text FROM {} AS u", users.from());
    if let Some(subject) = named(users, "clerk_user_id", Column::is_text) {
        // Two empty texts are no one and the same person.
        let linked = format!(" UNION ALL SELECT u.{subject}::text FROM {} AS u WHERE u.{subject} <> ''", users.from());
        owners.push_str(&linked);
    }
    let from = format!(
        "(SELECT t.{attempt} AS id FROM {} AS t WHERE t.{attempt} IS NOT NULL AND t.{owner}::text IN ({owners}) \
         AND NOT EXISTS (SELECT 1 FROM {} AS r WHERE r.{scored}::text = t.{attempt}::text) GROUP BY 1) AS s",
        answers.from(),
        results.from()
    );
    Some(Question::rows(results, "attempt_id".to_owned(), Offenders::new(from, "s.id")))
}

fn runtime_tables(home: &Home<'_>) -> Vec<Question> {
    let tables = ["hexaco_responses", "holland_assessments"]
        .into_iter()
        .filter(|_| home.expected.name == "orientor")
        .filter_map(|name| home.table(name));
    let all = |table: &Relation| {
        Question::rows(table, None, Offenders::new(format!("{} AS t", table.from()), home.key(table)))
    };
    tables.map(all).collect()
}

/// Whole numbers that begin at 0 and may be NULL.
pub(super) fn null_counters<'a>(home: &Home<'a>) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    for (relation, table) in home.expected.found(home.ctx.catalogue) {
        for (name, wanted) in table.columns.iter().filter(|(_, it)| it.default.as_deref() == Some("0")) {
            let counts = relation.column(name).is_some_and(|it| it.is_integer() && !it.required);
            if counts && wanted.kind() == "integer" {
                spots.push(Spot::new(relation, name, format!("WHERE t.{} IS NULL", ident(name))));
            }
        }
    }
    spots
}
