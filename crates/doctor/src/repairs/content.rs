//! Repairs of what tables hold. The rows are those of the checks, taken from there.

use super::{Findings, people::stays, shape, texts};
use crate::{
    catalogue::{Column, Relation},
    checks::{self, Context},
    plan::{Assign, Draft, Selection, Statement, assign},
    sql::{column, ident, literal, qualified},
};

/// D14, D18, D21, D22, D59, D61 to D65 and D70.
pub(super) fn repair(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    stamps(draft, findings);
    flags(draft, findings);
    for spot in found(draft, findings, "D21") {
        let Some(name) = spot.table.column(&spot.column) else { continue };
        let value = column("t", &name.name);
        let rest = format!(
            "btrim(regexp_replace(regexp_replace({value}, '(^|\\s)None(?=\\s|$)', ' ', 'g'), '\\s+', ' ', 'g'))"
        );
        let rest = if name.required { rest } else { format!("nullif({rest}, '')") };
        update(draft, "D21", "takes the word None out of the name", &spot, rest);
    }
    skills(draft, findings);
    for spot in found(draft, findings, "D59") {
        let value = column("t", &spot.column);
        update(
            draft,
            "D59",
            "writes the vector with square brackets",
            &spot,
            format!("translate({value}, '{{}}', '[]')"),
        );
    }
    for spot in found(draft, findings, "D61") {
        if spot.table.column(&spot.column).is_some_and(|it| !it.required) {
            update(draft, "D61", "forgets a vector that cannot be read", &spot, "NULL".to_owned());
        }
    }
    for spot in found(draft, findings, "D62") {
        let words = words(&column("t", &spot.column));
        update(draft, "D62", "writes the words parted by commas", &spot, words);
    }
    for spot in found(draft, findings, "D63") {
        let rows = Selection { rest: spot.rest.clone(), ..Selection::default() };
        draft.quarantine("D63", "sets placeholder rows aside", spot.table, &rows);
    }
    for spot in found(draft, findings, "D64") {
        update(draft, "D64", "counts again", &spot, "coalesce(m.n, 0)".to_owned());
    }
    counters(draft, findings);
    goals(draft, findings);
}

/// The rows of a check that has found any, in each place where they are to be repaired.
fn found<'a>(draft: &Draft<'a>, findings: &Findings<'_>, check: &str) -> Vec<checks::Spot<'a>> {
    let spots = checks::spots(&draft.context, check).into_iter();
    spots.filter(|it| findings.has_at(check, it.table, &it.column)).collect()
}

fn update(draft: &mut Draft<'_>, check: &str, title: &str, spot: &checks::Spot<'_>, value: String) {
    let Some(column) = spot.table.column(&spot.column) else { return };
    let rows = Selection { rest: spot.rest.clone(), ..Selection::default() };
    draft.update(check, title, spot.table, &rows.set(column, value));
}

fn users<'a>(context: &Context<'a>) -> Option<&'a Relation> {
    context.catalogue.table(context.people.table)
}

/// D14: those who are linked already, those whom this plan links, and those who take over an account that was not stamped.
fn stamps(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let Some(spot) = checks::spots(&context, "D14").pop() else { return };
    let Some(stamp) = spot.table.column(&spot.column) else { return };
    let (id, open) = (column("t", &context.people.id.name), format!("{} IS NULL", column("t", &stamp.name)));
    let title = "stamps linked users with the time of the run";
    if findings.has("D14") {
        let rows = Selection { rest: spot.rest.clone(), ..Selection::default() };
        draft.update("D14", title, spot.table, &rows.set_late(stamp, "now()"));
    }
    if let Some((with, pairs)) = checks::links(&context).filter(|_| findings.repairs("D02")) {
        let soon = Selection::filter(&format!("{open} AND {id} IN (SELECT l.who FROM ({pairs}) AS l)")).with(with);
        draft.update("D14", title, spot.table, &soon.set_late(stamp, "now()"));
    }
    if let Some(pairs) = draft.pairs.clone() {
        let condition = format!(
            "{open} AND {id} IN (SELECT p.one FROM pairs AS p JOIN {} AS y ON {} = p.other WHERE {} IS NULL)",
            spot.table.from(),
            column("y", &context.people.id.name),
            column("y", &stamp.name)
        );
        draft.update("D14", title, spot.table, &Selection::filter(&condition).with(pairs).set_late(stamp, "now()"));
    }
}

/// D18, and users who get a personality profile from their second row.
fn flags(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let Some(spot) = checks::spots(&context, "D18").pop() else { return };
    let title = "sets the flag that the personality profile proves";
    if findings.has("D18") {
        update(draft, "D18", title, &spot, "true".to_owned());
    }
    let Some(flag) = spot.table.column(&spot.column) else { return };
    let profiles = context.catalogue.table_named(Some(&spot.table.schema), "personality_profiles");
    let user = profiles.and_then(|it| Some((it, it.column("user_id")?)));
    if let (Some((profiles, user)), Some(pairs)) = (user, draft.pairs.clone()) {
        let condition = format!(
            "{} IS NOT TRUE AND EXISTS (SELECT 1 FROM pairs AS p JOIN {} AS y ON {} = p.other WHERE p.one = {})",
            column("t", &flag.name),
            profiles.from(),
            column("y", &user.name),
            column("t", &context.people.id.name)
        );
        draft.update("D18", title, spot.table, &Selection::filter(&condition).with(pairs).set(flag, "true"));
    }
}

/// D22: a row of skills for users whose values are on their own row, but not for a row that a merge takes away.
fn skills(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let (Some(spot), Some(users)) = (found(draft, findings, "D22").pop(), users(&context)) else { return };
    let Some(skills) = context.catalogue.table_named(Some(&users.schema), "user_skills") else { return };
    let Some(user) = skills.column("user_id") else { return };
    let has_key = checks::key(&context, skills)
        .is_some_and(|it| it.is_filled() || findings.repairs_at("D35", skills, &it.name).is_some());
    if !has_key {
        return;
    }
    let id = column("t", &context.people.id.name);
    let left = checks::left_skills(&context, users, skills);
    let mut columns = vec![assign(user)];
    columns.extend(left.iter().filter_map(|it| skills.column(it)).map(assign));
    let id_text = [format!("{}, {id}::text", literal(&user.name))].into_iter();
    let values = id_text.chain(left.iter().map(|it| format!("{}, {}::text", literal(it), column("t", it))));
    let values = values.collect::<Vec<_>>().join(", ");
    let (with, gone) = stays(draft, &id);
    let query =
        format!("{with}SELECT jsonb_build_object({values}) AS new FROM {} AS t {}{gone}", users.from(), spot.rest);
    draft.insert("D22", "copies the skills that were left on the users", skills, columns, query);
}

/// The words of a list, in whichever way it is written, parted by commas. A list that PostgreSQL might not read stays.
fn words(value: &str) -> String {
    let [json, python, array] = checks::LISTS.map(|pattern| format!("{value} ~ {}", literal(pattern)));
    // An escape that stands for no character, or a line break as it is, would make the whole plan fail.
    let plain = format!(
        "{value} !~ {} AND {value} !~ {} AND {value} !~ '[\\x01-\\x1f]'",
        literal(r#"\\[^"\\/bfnrtu]"#),
        literal(r"\\u(?![0-9a-fA-F]{4})|\\u0000|\\u[dD][89abAB]")
    );
    let of_json = format!(
        "(SELECT string_agg(e.word, ', ' ORDER BY e.n) FROM jsonb_array_elements_text({value}::jsonb) WITH ORDINALITY AS e (word, n))"
    );
    let of_python = format!(
        "(SELECT string_agg(regexp_replace(e.word[1], {}, '\\1', 'g'), ', ' ORDER BY e.n) FROM regexp_matches({value}, {}, 'g') WITH ORDINALITY AS e (word, n))",
        literal(r"\\(.)"),
        literal(r"'((?:[^'\\]|\\.)*)'")
    );
    let readable = format!("{value} !~ {}", literal(r"[{,]\s+[,}]"));
    format!(
        "CASE WHEN {json} AND {plain} THEN coalesce({of_json}, '') WHEN {python} THEN coalesce({of_python}, '') \
         WHEN {array} AND {readable} THEN array_to_string({value}::text[], ', ', 'NULL') ELSE {value} END"
    )
}

/// D70: what is NULL becomes what it counts, and the column gets the default that only the application had.
fn counters(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    for spot in found(draft, findings, "D70") {
        let Some(counter) = spot.table.column(&spot.column) else { continue };
        let value = match (spot.table.name.as_str(), counter.name.as_str(), checks::spots(&draft.context, "D64").pop())
        {
            ("conversations", "message_count", Some(_)) => format!(
                "(SELECT count(*) FROM {} AS m WHERE m.conversation_id = t.id)",
                qualified(&spot.table.schema, "chat_messages")
            ),
            _ => "0".to_owned(),
        };
        update(draft, "D70", "counts from 0", &spot, value);
        if counter.default.is_none() {
            let (of, name) = (qualified(&spot.table.schema, &spot.table.name), ident(&counter.name));
            let default = Statement::new(
                format!("ALTER TABLE {of} ALTER COLUMN {name} SET DEFAULT 0"),
                format!("ALTER TABLE {of} ALTER COLUMN {name} DROP DEFAULT"),
            );
            draft.shape("D70", format!("lets {} begin at 0", counter.name), spot.table, vec![default]);
        }
    }
}

/// D65: of several active goals of a person, who may have had two rows, the newest stays active.
fn goals(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let Some(users) = users(&context) else { return };
    let goals =
        context.catalogue.table_named(Some(&users.schema), "career_goals").filter(|_| context.expected.is_some());
    let Some((goals, user)) = goals.and_then(|it| Some((it, it.column("user_id")?))) else { return };
    if !findings.has("D65") && draft.pairs.is_none() {
        return;
    }
    let (Some((_, mine)), Some((_, theirs))) = (checks::active_goal(goals, "t"), checks::active_goal(goals, "y"))
    else {
        return;
    };
    let pairs = draft.pairs.clone().unwrap_or_default();
    let owner = |alias: &str| {
        let value = column(alias, &user.name);
        if pairs.is_empty() {
            value
        } else {
            format!("coalesce((SELECT p.one FROM pairs AS p WHERE p.other = {value}), {value})")
        }
    };
    let times = ["created_at", "set_at"].iter().filter_map(|it| goals.column(it)).filter(|it| it.is_time());
    let times: Vec<&Column> = times.collect();
    let age = |alias: &str| {
        let parts = times.iter().map(|it| format!("{}::timestamptz", column(alias, &it.name)));
        let parts = parts.chain(["'-infinity'::timestamptz".to_owned()]).collect::<Vec<_>>().join(", ");
        format!("(coalesce({parts}), {alias}.id)")
    };
    let condition = format!(
        "{mine} AND EXISTS (SELECT 1 FROM {} AS y WHERE {} = {} AND {theirs} AND {} > {})",
        goals.from(),
        owner("y"),
        owner("t"),
        age("y"),
        age("t")
    );
    let mut rows = Selection::filter(&condition).with(pairs.clone());
    if let Some(status) = goals.column("status") {
        rows = rows.set(status, "'archived'");
    }
    let declared = context.expected.and_then(|it| it.tables.get(&goals.name)?.columns.get("is_active"));
    let planned = declared.filter(|_| findings.repairs_at("D43", goals, "is_active").is_some());
    if let Some(flag) = goals.column("is_active").cloned().or_else(|| Some(shape::new_column("is_active", planned?))) {
        rows = rows.set(&flag, "false");
    }
    draft.update("D65", "archives all but the newest active goal", goals, &rows);
}

/// D66 and D67: attempts without a score, and those with several.
pub(super) fn attempts(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let Some(users) = users(&context) else { return };
    let named = |name: &str| context.catalogue.table_named(Some(&users.schema), name);
    let Some(results) = named("gca_results") else { return };
    if findings.has_at("D67", results, "attempt_id") {
        let age = |alias: &str| format!("(coalesce({alias}.created_at, '-infinity'), {alias}.id)");
        let newer = format!(
            "EXISTS (SELECT 1 FROM {} AS y WHERE y.attempt_id = t.attempt_id AND {} > {})",
            results.from(),
            age("y"),
            age("t")
        );
        draft.quarantine("D67", "keeps the newest score of each attempt", results, &Selection::filter(&newer));
    }
    let (Some(answers), Some(choices)) = (named("gca_users_answers"), named("gca_choices")) else { return };
    let whole = ["attempt_id", "user_id", "test_id", "choice_id"].iter().all(|it| answers.column(it).is_some())
        && ["id", "r", "i", "a", "s", "e", "c"].iter().all(|it| choices.column(it).is_some());
    let into: Vec<&Column> = RESULT.iter().filter_map(|it| results.column(it)).collect();
    if !findings.has_at("D66", results, "attempt_id") || !whole || into.len() != RESULT.len() {
        return;
    }
    let owner = match context.references.users_of(answers.oid).find(|it| it.is_text()) {
        Some(reference) => texts::user(draft, reference),
        None => "t.user_id".to_owned(),
    };
    let (with, owner) = texts::of_who_stays(draft, owner);
    let scores = ["r", "i", "a", "s", "e", "c"];
    let sums = scores.map(|it| format!("coalesce(sum(c.{it}), 0) AS {it}")).join(", ");
    let letters = scores.iter().enumerate().map(|(at, it)| format!("('{}', s.{it}, {at})", it.to_uppercase()));
    let letters = letters.collect::<Vec<_>>().join(", ");
    let given = scores.map(|it| format!("'{it}_score', s.{it}::text")).join(", ");
    let query = format!(
        "{with}SELECT jsonb_build_object('attempt_id', s.attempt_id, 'user_id', s.who::text, 'test_id', s.test_id::text, {given}, \
         'top_3_code', (SELECT string_agg(x.letter, '' ORDER BY x.score DESC, x.at) FROM \
         (SELECT l.* FROM (VALUES {letters}) AS l (letter, score, at) ORDER BY l.score DESC, l.at LIMIT 3) AS x)) AS new \
         FROM (SELECT t.attempt_id, min({owner}) AS who, min(t.test_id) AS test_id, {sums} FROM {} AS t \
         LEFT JOIN {} AS c ON c.id = t.choice_id WHERE NOT EXISTS (SELECT 1 FROM {} AS r WHERE r.attempt_id = t.attempt_id) \
         GROUP BY t.attempt_id) AS s WHERE s.who IS NOT NULL",
        answers.from(),
        choices.from(),
        results.from()
    );
    let late = |it: &Column| match it.name.as_str() {
        "id" => Some("gen_random_uuid()::text".to_owned()),
        "created_at" => Some("now() AT TIME ZONE 'UTC'".to_owned()),
        _ => None,
    };
    let columns = into.into_iter().map(|it| Assign { expression: late(it), ..assign(it) }).collect();
    draft.insert("D66", "scores attempts from their answers", results, columns, query);
}

/// What a result consists of.
const RESULT: [&str; 12] = [
    "id",
    "attempt_id",
    "user_id",
    "test_id",
    "r_score",
    "i_score",
    "a_score",
    "s_score",
    "e_score",
    "c_score",
    "top_3_code",
    "created_at",
];
