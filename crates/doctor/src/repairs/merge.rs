//! Makes one user of two: every reference moves, what cannot stand twice is filled up and kept in quarantine.

use super::Findings;
use crate::{
    catalogue::{Column, Relation},
    checks::{self, Context},
    people::People,
    plan::{Draft, Selection, assign},
    references::Reference,
    sql::column,
};

/// Merges the twins of whom nothing collides (D03), and with them D26 and D28.
pub(super) fn twins(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    if !findings.has("D03") {
        return;
    }
    let Some(pairs) = safe_twins(&draft.context) else { return };
    merge(draft, "D03", &pairs);
}

/// Common table expressions that end in `pairs(one, other)`, the twins of whom nothing collides.
pub(super) fn safe_twins(context: &Context<'_>) -> Option<String> {
    let twins = context.people.twins(context.catalogue)?;
    let collides = checks::colliding(context, "w.one", "w.other");
    Some(format!("{twins}, pairs AS (SELECT w.one, w.other FROM twins AS w WHERE NOT ({collides}))"))
}

/// Makes `one` of each pair of `pairs(one, other)`, whose common table expressions are given; `one` stays.
pub(crate) fn merge(draft: &mut Draft<'_>, check: &str, pairs: &str) {
    let context = draft.context;
    let mut tables: Vec<i64> = context.references.users.iter().map(|it| it.table).collect();
    tables.dedup();
    for oid in tables.into_iter().filter(|oid| *oid != context.people.table) {
        let Some(table) = context.catalogue.table(oid) else { continue };
        let references: Vec<&Reference> = context.references.users_of(oid).collect();
        set_aside(draft, check, pairs, table, &references);
        // When the other row is gone: what nobody may have twice can only then stand in the row that stays.
        fill_single(draft, check, pairs, table);
        let mut selection = Selection::filter(&any_moves(&references, "t")).with(pairs);
        for reference in &references {
            selection = selection.set(&reference.column, mapped(reference, "t"));
        }
        draft.update(check, "lets the rows belong to the user who stays", table, &selection);
    }
    users(draft, check, pairs);
}

/// The condition that the row refers to a user who goes.
fn any_moves(references: &[&Reference], alias: &str) -> String {
    let moves = references.iter().map(|it| moves(it, alias));
    moves.collect::<Vec<_>>().join(" OR ")
}

fn moves(reference: &Reference, alias: &str) -> String {
    let cast = cast(reference);
    format!(
        "({refers} AND {value}{cast} IN (SELECT p.other{cast} FROM pairs AS p))",
        refers = reference.refers_from(alias),
        value = column(alias, &reference.column.name),
    )
}

/// What makes a reference and the numbers of users alike: nothing where both are integers, so that an index can be used.
fn cast(reference: &Reference) -> &'static str {
    if reference.column.is_integer() && reference.target_column.is_integer() { "" } else { "::text" }
}

/// A condition over the row `y` that holds for every row that stands, or will, where a row that moves will stand; empty where
/// that is not so simple. It spares reading the whole table for each of them.
fn is_near(references: &[&Reference]) -> String {
    match references {
        [only] if cast(only).is_empty() => {
            let value = column("y", &only.column.name);
            format!("{value} IN (SELECT p.one FROM pairs AS p UNION ALL SELECT p.other FROM pairs AS p) AND ")
        }
        _ => String::new(),
    }
}

/// What the reference becomes.
fn mapped(reference: &Reference, alias: &str) -> String {
    let value = column(alias, &reference.column.name);
    let moves = moves(reference, alias);
    format!(
        "CASE WHEN {moves} THEN (SELECT p.one::text FROM pairs AS p WHERE p.other::text = {value}::text) ELSE {value}::text END"
    )
}

/// In a table with one row for each user: fills what is empty in the row that stays from the one that goes.
fn fill_single(draft: &mut Draft<'_>, check: &str, pairs: &str, table: &Relation) {
    let context = draft.context;
    let Some(reference) = checks::single_reference(&context, table.oid) else { return };
    let key = context.catalogue.primary_key(table.oid);
    let said: Vec<&Column> = table
        .columns
        .iter()
        .filter(|it| {
            it.number != reference.column.number && !key.contains(&it.number) && it.generated.is_empty() && !it.required
        })
        .collect();
    if said.is_empty() {
        return;
    }
    let cast = cast(reference);
    let user = |alias: &str| format!("{}{cast}", column(alias, &reference.column.name));
    let better = |it: &Column| format!("{} IS NULL AND {} IS NOT NULL", column("t", &it.name), column("y", &it.name));
    let any: Vec<String> = said.iter().map(|it| better(it)).collect();
    let mut selection = Selection {
        with: pairs.to_owned(),
        rest: format!(
            "JOIN pairs AS p ON {} = p.one{cast} JOIN {} AS y ON {} = p.other{cast} WHERE {}",
            user("t"),
            table.from(),
            user("y"),
            any.join(" OR ")
        ),
        ..Selection::default()
    };
    for it in said {
        selection =
            selection.set(it, format!("coalesce({}::text, {}::text)", column("t", &it.name), column("y", &it.name)));
    }
    draft.update(check, "fills what is empty in the row that stays", table, &selection);
}

/// Rows that cannot move because one like them is there already, and pairs of a person with themselves.
fn set_aside(draft: &mut Draft<'_>, check: &str, pairs: &str, table: &Relation, references: &[&Reference]) {
    let context = draft.context;
    let mut rules: Vec<Vec<i16>> = context
        .catalogue
        .indexes_of(table.oid)
        .filter(|it| it.unique && it.valid && it.condition.is_none() && it.expressions.is_none())
        .map(|it| it.keys.clone())
        .collect();
    if let Some(single) = checks::single_reference(&context, table.oid) {
        rules.push(vec![single.column.number]);
    }
    rules.retain(|rule| references.iter().any(|it| rule.contains(&it.column.number)));
    rules.sort_unstable();
    rules.dedup();
    let key: Vec<&Column> = context
        .catalogue
        .primary_key(table.oid)
        .iter()
        .filter_map(|number| context.catalogue.column(table.oid, *number))
        .collect();
    // Which of two rows that both move comes first; without a key, any order that is one.
    let place = |alias: &str| {
        if key.is_empty() {
            format!("({alias}.tableoid, {alias}.ctid)")
        } else {
            format!("({})", key.iter().map(|it| column(alias, &it.name)).collect::<Vec<_>>().join(", "))
        }
    };
    let value = |number: i16, alias: &str| match references.iter().find(|it| it.column.number == number) {
        Some(reference) => mapped(reference, alias),
        None => format!("{}::text", column(alias, &context.catalogue.names(table.oid, &[number]))),
    };
    // Each rule: the row `y` stays in place of the row `t`.
    let stays: Vec<String> = rules
        .iter()
        .map(|rule| {
            let equal: Vec<String> =
                rule.iter().map(|number| format!("{} = {}", value(*number, "t"), value(*number, "y"))).collect();
            format!(
                "({} AND (y.tableoid, y.ctid) <> (t.tableoid, t.ctid) AND (NOT ({}) OR {} < {}))",
                equal.join(" AND "),
                any_moves(references, "y"),
                place("y"),
                place("t"),
            )
        })
        .collect();
    let mut conditions = Vec::new();
    if !stays.is_empty() {
        let stays = format!("{}({})", is_near(references), stays.join(" OR "));
        let twice = format!("EXISTS (SELECT 1 FROM {} AS y WHERE {stays})", table.from());
        follow(draft, check, pairs, table, &any_moves(references, "t"), &stays);
        conditions.push(twice);
    }
    for rule in &rules {
        let users: Vec<&i16> =
            rule.iter().filter(|number| references.iter().any(|it| it.column.number == **number)).collect();
        if let [a, b] = users[..] {
            conditions.push(format!("{} = {}", value(*a, "t"), value(*b, "t")));
        }
    }
    if conditions.is_empty() {
        return;
    }
    let condition = format!("({}) AND ({})", any_moves(references, "t"), conditions.join(" OR "));
    let title = "sets aside what would stand twice with the user who stays";
    draft.quarantine_alone(check, title, table, &Selection::filter(&condition).with(pairs));
}

/// What refers to a row that is set aside refers to the one that stays in its place.
fn follow(draft: &mut Draft<'_>, check: &str, pairs: &str, table: &Relation, moves: &str, stays: &str) {
    let context = draft.context;
    for reference in context.references.others.iter().filter(|it| it.target == table.oid) {
        let Some(child) = context.catalogue.table(reference.table) else { continue };
        let target = |alias: &str| column(alias, &reference.target_column.name);
        let places = format!(
            "{pairs}, places AS (SELECT {}::text AS gone, min({}::text) AS stays FROM {from} AS t JOIN {from} AS y ON {stays} WHERE {moves} GROUP BY 1)",
            target("t"),
            target("y"),
            from = table.from(),
        );
        let mine = format!("{}::text", column("t", &reference.column.name));
        let selection = Selection {
            with: places,
            rest: format!("JOIN places AS g ON g.gone = {mine} WHERE {}", reference.refers()),
            ..Selection::default()
        };
        draft.update(check, "refers to the row that stays", child, &selection.set(&reference.column, "g.stays"));
    }
}

/// The users themselves: the row that goes moves to quarantine, and its provider's id and names to the one that stays.
fn users(draft: &mut Draft<'_>, check: &str, pairs: &str) {
    let context = draft.context;
    let people = context.people;
    let Some(table) = context.catalogue.table(people.table) else { return };
    let id = |alias: &str| column(alias, &people.id.name);
    let of_who_goes = format!("{} IN (SELECT p.other FROM pairs AS p)", id("t"));
    let own: Vec<&Reference> = context.references.users_of(table.oid).collect();
    if !own.is_empty() {
        // Users who refer to the one who goes. A key would let them refer to nobody as soon as that row is gone.
        let mut selection = Selection::filter(&format!("({}) AND NOT {of_who_goes}", any_moves(&own, "t"))).with(pairs);
        for reference in &own {
            selection = selection.set(&reference.column, mapped(reference, "t"));
        }
        draft.update(check, "lets users refer to the one who stays", table, &selection);
    }
    let goes = Selection::filter(&of_who_goes).with(pairs);
    draft.quarantine_alone(check, "sets the second row of the person aside", table, &goes);
    let mut selection = Selection {
        with: pairs.to_owned(),
        rest: format!("JOIN pairs AS p ON {} = p.one JOIN {} AS y ON {} = p.other", id("t"), table.from(), id("y")),
        ..Selection::default()
    };
    let key = context.catalogue.primary_key(table.oid);
    for it in table
        .columns
        .iter()
        .filter(|it| it.number != people.id.number && !key.contains(&it.number) && it.generated.is_empty())
    {
        let (mine, theirs) = (column("t", &it.name), column("y", &it.name));
        let is_mail = people.email.as_ref().is_some_and(|email| email.number == it.number);
        let is_password = checks::password(table).is_some_and(|password| password.number == it.number);
        let value = if is_mail {
            let kept = format!("coalesce({mine}, {theirs})::text");
            let mail = People::mail(&kept);
            // A third row of the person may have the address in this form already.
            format!(
                "CASE WHEN EXISTS (SELECT 1 FROM {} AS o WHERE {}::text = {mail} AND {} NOT IN (p.one, p.other)) THEN {kept} ELSE {mail} END",
                table.from(),
                column("o", &it.name),
                id("o")
            )
        } else if is_password {
            // A linked user signs in at the provider, and an old hash would be a second way in.
            if it.required { "''".to_owned() } else { "NULL".to_owned() }
        } else if let Some(reference) = own.iter().find(|own| own.column.number == it.number) {
            let there = format!(
                "EXISTS (SELECT 1 FROM {} AS o WHERE {}::text = {theirs}::text)",
                table.from(),
                column("o", &reference.target_column.name)
            );
            let kept = format!("coalesce({mine}::text, CASE WHEN {there} THEN {theirs}::text END)");
            format!("coalesce((SELECT q.one::text FROM pairs AS q WHERE q.other::text = {kept}), {kept})")
        } else {
            format!("coalesce({mine}::text, {theirs}::text)")
        };
        selection = selection.set(it, value);
    }
    draft.update(check, "gives the row that stays the provider's id and what it lacks", table, &selection);
    keep_subject(draft, check, pairs, table);
}

/// Where both have an id of their own, the bridge's links keep the one that its column has no place for.
fn keep_subject(draft: &mut Draft<'_>, check: &str, pairs: &str, users: &Relation) {
    let context = draft.context;
    let (Some(holder), Some(links)) =
        (context.people.own_subject(), context.catalogue.table_named(Some(&users.schema), "identity_links"))
    else {
        return;
    };
    let columns: Option<Vec<&Column>> =
        ["issuer", "subject", "user_id", "evidence"].into_iter().map(|name| links.column(name)).collect();
    let Some(columns) = columns else { return };
    let id = |alias: &str| column(alias, &context.people.id.name);
    let subject = |alias: &str| format!("{}::text", column(alias, &holder.column.name));
    let query = format!(
        "WITH {pairs} SELECT jsonb_build_object('issuer', i.issuer, 'subject', {theirs}, 'user_id', p.one::text, 'evidence', 'operator') AS new \
         FROM pairs AS p JOIN {from} AS t ON {} = p.one JOIN {from} AS y ON {} = p.other \
         CROSS JOIN (SELECT min(issuer) AS issuer FROM {links} HAVING count(DISTINCT issuer) = 1) AS i \
         WHERE {mine} IS NOT NULL AND {theirs} IS NOT NULL AND {mine} <> {theirs} \
         AND NOT EXISTS (SELECT 1 FROM {links} AS l WHERE l.subject = {theirs})",
        id("t"),
        id("y"),
        from = users.from(),
        mine = subject("t"),
        theirs = subject("y"),
        links = links.from(),
    );
    let columns = columns.into_iter().map(assign).collect();
    draft.insert(check, "keeps the second id of the person as a link", links, columns, query);
}
