//! Repairs of keys and sequences.

use super::Findings;
use crate::{
    catalogue::{Column, Relation, Sequence},
    checks,
    plan::{Draft, Selection, Statement},
    sql::{ident, literal, qualified},
};

/// D36, and D35 where nothing has to be numbered first: rows that the plan adds need working keys.
pub(super) fn before_rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for sequence in &context.catalogue.sequences {
        let Some((table, key)) = checks::belongs(&context, sequence) else { continue };
        if findings.has_at("D36", table, &key.name) && key.is_integer() {
            let name = qualified(&sequence.schema, &sequence.name);
            let restart = restart(table, key, &name, sequence.step);
            draft.shape(
                "D36",
                "restarts the sequence above the highest key",
                table,
                vec![Statement::moving(name, restart, "")],
            );
        }
    }
    for (table, key) in without_default(draft, findings) {
        if !is_renumbered(findings, table) {
            let statements = give_default(draft, table, key);
            draft.shape("D35", "gives the key a sequence and a default", table, statements);
        }
    }
}

/// D40 and D41: numbers for keys that are NULL or stand twice.
pub(super) fn rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for table in context.catalogue.tables() {
        let Some(key) = checks::key(&context, table).filter(|it| it.is_integer()) else { continue };
        let (null, twice) = (findings.has_at("D40", table, &key.name), findings.has_at("D41", table, &key.name));
        if !null && !twice {
            continue;
        }
        let name = ident(&key.name);
        let from = table.from();
        // Both are numbered in one go, so that no number is given twice. The first row of each number keeps it.
        let numbered = format!(
            "ranked AS (SELECT r.ctid AS place, r.tableoid AS home, r::text AS said, r.{name} IS NULL OR row_number() OVER (PARTITION BY r.{name} ORDER BY r::text) > 1 AS needs FROM {from} AS r), \
             numbered AS (SELECT place, home, (SELECT coalesce(max(m.{name}), 0) FROM {from} AS m) + row_number() OVER (ORDER BY said) AS number FROM ranked WHERE needs)"
        );
        let mut selection = Selection {
            with: numbered,
            rest: "JOIN numbered AS n ON n.place = t.ctid AND n.home = t.tableoid".to_owned(),
            ..Selection::default()
        };
        selection = selection.set(key, "n.number");
        let check = if null { "D40" } else { "D41" };
        draft.update(check, "numbers rows whose key is NULL or used twice", table, &selection);
    }
}

/// D39, D35 for tables whose rows were numbered, D37 and D38.
pub(super) fn after_rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for table in context.catalogue.tables() {
        let Some(key) = checks::key(&context, table) else { continue };
        if findings.has_at("D39", table, &key.name) {
            let of = qualified(&table.schema, &table.name);
            let name = free(draft, table, &table.name, "pkey");
            let (index, column) = (ident(&name), ident(&key.name));
            let mut statements = vec![Statement::concurrent(
                format!(
                    "DROP INDEX CONCURRENTLY IF EXISTS {schema}.{index};\nCREATE UNIQUE INDEX CONCURRENTLY {index} ON {of} ({column})",
                    schema = ident(&table.schema)
                ),
                format!("DROP INDEX CONCURRENTLY IF EXISTS {}.{index}", ident(&table.schema)),
            )];
            if !key.required {
                statements.extend(super::shape::set_not_null(table, key));
            }
            // The index goes with the constraint, and the first statement's inverse then finds nothing.
            statements.push(Statement::new(
                format!("ALTER TABLE {of} ADD CONSTRAINT {index} PRIMARY KEY USING INDEX {index}"),
                format!("ALTER TABLE {of} DROP CONSTRAINT {index}"),
            ));
            draft.tighten("D39", "adds the primary key", table, statements);
        }
    }
    for (table, key) in without_default(draft, findings) {
        if is_renumbered(findings, table) {
            let statements = give_default(draft, table, key);
            draft.tighten("D35", "gives the key a sequence and a default", table, statements);
        }
    }
    for sequence in &context.catalogue.sequences {
        let name = qualified(&sequence.schema, &sequence.name);
        match checks::belongs(&context, sequence) {
            // Giving the key a default has made the column the owner already.
            Some((table, key))
                if findings.has_at("D37", table, &key.name) && !findings.has_at("D35", table, &key.name) =>
            {
                draft.tighten("D37", "makes the column own its sequence", table, vec![own(table, key, &name)]);
            }
            None if findings
                .0
                .iter()
                .any(|it| it.check == "D38" && it.table == sequence.name && it.schema == sequence.schema) =>
            {
                let statement =
                    Statement::moving(name.clone(), format!("DROP SEQUENCE {name}"), create(sequence, &name));
                draft.tighten_at(
                    "D38",
                    "drops a sequence that nothing uses",
                    &sequence.schema,
                    &sequence.name,
                    vec![statement],
                );
            }
            _ => {}
        }
    }
}

fn without_default<'a>(draft: &Draft<'a>, findings: &Findings<'_>) -> Vec<(&'a Relation, &'a Column)> {
    let context = draft.context;
    let tables = context.catalogue.tables();
    let keys = tables.filter_map(|table| Some((table, checks::key(&context, table)?)));
    keys.filter(|(table, key)| findings.has_at("D35", table, &key.name)).collect()
}

fn is_renumbered(findings: &Findings<'_>, table: &Relation) -> bool {
    findings
        .0
        .iter()
        .any(|it| matches!(it.check.as_str(), "D40" | "D41") && it.table == table.name && it.schema == table.schema)
}

/// Restarts a sequence behind the furthest key of the column, as it is when the statement runs.
fn restart(table: &Relation, key: &Column, sequence: &str, step: i64) -> String {
    let (extreme, none) = if step > 0 { ("max", "0") } else { ("min", "0") };
    format!(
        "DO $doctor$ DECLARE next numeric; BEGIN SELECT coalesce({extreme}({}), {none})::numeric + ({step}) INTO next FROM {}; \
         EXECUTE format('ALTER SEQUENCE %s RESTART WITH %s', {}, next); END $doctor$",
        ident(&key.name),
        table.from(),
        literal(sequence)
    )
}

/// A sequence that is named after the column is taken, else one is made.
fn give_default(draft: &Draft<'_>, table: &Relation, key: &Column) -> Vec<Statement> {
    let context = draft.context;
    let named = context.catalogue.sequences.iter().find(|it| {
        checks::belongs(&context, it).is_some_and(|(of, column)| of.oid == table.oid && column.number == key.number)
    });
    let (of, column) = (qualified(&table.schema, &table.name), ident(&key.name));
    let default = |name: &str| {
        let inverse = match &key.default {
            Some(default) => format!("ALTER TABLE {of} ALTER COLUMN {column} SET DEFAULT {default}"),
            None => format!("ALTER TABLE {of} ALTER COLUMN {column} DROP DEFAULT"),
        };
        Statement::new(
            format!("ALTER TABLE {of} ALTER COLUMN {column} SET DEFAULT nextval({}::regclass)", literal(name)),
            inverse,
        )
    };
    if let Some(sequence) = named {
        let name = qualified(&sequence.schema, &sequence.name);
        return vec![
            Statement::moving(name.clone(), restart(table, key, &name, sequence.step), ""),
            own(table, key, &name),
            default(&name),
        ];
    }
    let bare = free_name(draft, table, key);
    let name = qualified(&table.schema, &bare);
    vec![
        Statement::moving(
            name.clone(),
            format!(
                "CREATE SEQUENCE {name} AS {} OWNED BY {of}.{column}; {}",
                key.kind_of_sequence(),
                restart(table, key, &name, 1)
            ),
            format!("DROP SEQUENCE {name}"),
        ),
        default(&name),
    ]
}

fn own(table: &Relation, key: &Column, sequence: &str) -> Statement {
    Statement::new(
        format!("ALTER SEQUENCE {sequence} OWNED BY {}.{}", qualified(&table.schema, &table.name), ident(&key.name)),
        format!("ALTER SEQUENCE {sequence} OWNED BY NONE"),
    )
}

/// A name as PostgreSQL itself would choose it, with a number where that is taken.
fn free_name(draft: &Draft<'_>, table: &Relation, key: &Column) -> String {
    free(draft, table, &format!("{}_{}", table.name, key.name), "seq")
}

/// `name_ending`, with a number where that is the name of a relation or constraint already.
pub(super) fn free(draft: &Draft<'_>, table: &Relation, name: &str, ending: &str) -> String {
    let catalogue = draft.context.catalogue;
    let taken = |wanted: &str| {
        catalogue.relations.values().any(|it| it.schema == table.schema && it.name == wanted)
            || catalogue.indexes.iter().any(|it| it.name == wanted)
            || catalogue.constraints.iter().any(|it| it.name == wanted)
    };
    let usual = constraint_name(name, ending);
    if !taken(&usual) {
        return usual;
    }
    let mut numbered = (1..).map(|number| constraint_name(name, &format!("{ending}{number}")));
    numbered.find(|name| !taken(name)).unwrap_or(usual)
}

/// `name_ending`, cut to the 63 bytes that PostgreSQL keeps.
pub(super) fn constraint_name(name: &str, ending: &str) -> String {
    let mut kept = name.to_owned();
    while kept.len() + ending.len() + 1 > 63 {
        kept.pop();
    }
    format!("{kept}_{ending}")
}

fn create(sequence: &Sequence, name: &str) -> String {
    format!(
        "CREATE SEQUENCE {name} AS {} INCREMENT BY {} MINVALUE {} MAXVALUE {} START WITH {} CACHE {}{}",
        sequence.kind,
        sequence.step,
        sequence.least,
        sequence.most,
        sequence.start,
        sequence.cache,
        if sequence.cycles { " CYCLE" } else { "" }
    )
}
