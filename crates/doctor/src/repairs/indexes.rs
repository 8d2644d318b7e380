//! Repairs of indexes and unique rules.

use std::collections::BTreeSet;

use super::{Findings, keys::free};
use crate::{
    catalogue::{Index, Relation},
    checks,
    plan::{Draft, Statement},
    sql::{ident, literal, qualified},
};

/// D52 to D55 and D74.
pub(super) fn repair(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let mut surplus: Vec<(&str, &Relation, &Index)> = Vec::new();
    for (table, column, index) in checks::long_indexes(&context) {
        if findings.repairs_at("D55", table, &column.name).is_some() {
            surplus.push(("D55", table, index));
        }
    }
    for (table, group) in checks::doubled_indexes(&context) {
        let columns = context.catalogue.names(table.oid, &group[0].keys);
        if findings.repairs_at("D53", table, &columns).is_some() {
            surplus.extend(group.into_iter().skip(1).map(|index| ("D53", table, index)));
        }
    }
    let mut dropped = BTreeSet::new();
    for (check, table, index) in surplus {
        // The indexes of partitions go with that of their root and would not come back under their names; what a table
        // is sorted by, or lies elsewhere, would not come back as it was.
        if table.kind == 'r' && !index.marked && !index.used_by_foreign_key && dropped.insert(index.oid) {
            draft.tighten(check, format!("drops {}", index.name), table, drop(draft, table, index));
        }
    }
    let ruled = rules(draft, findings);
    for reference in &context.references.users {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        let name = &reference.column.name;
        if findings.repairs_at("D54", table, name).is_some() && !ruled.contains(&(table.oid, reference.column.number)) {
            let statements = build(draft, table, name);
            draft.tighten("D54", format!("adds an index on {name}"), table, statements);
        }
    }
    for index in context.catalogue.indexes.iter().filter(|it| !it.valid && !it.unique && it.constraint.is_none()) {
        let Some(table) = context.catalogue.table(index.table).filter(|it| it.kind == 'r') else { continue };
        if findings.repairs_at("D74", table, &context.catalogue.names(table.oid, &index.keys)).is_some() {
            let drop = drop_concurrently(table, &index.name);
            let again = format!("{drop};\n{}", concurrently(&index.definition));
            let of = qualified(&table.schema, &table.name);
            let build = Statement { unfinished: Some(of), ..Statement::concurrent(again.clone(), again) };
            draft.tighten("D74", format!("builds {} anew", index.name), table, vec![build]);
        }
    }
}

fn drop_concurrently(table: &Relation, name: &str) -> String {
    format!("DROP INDEX CONCURRENTLY IF EXISTS {}", qualified(&table.schema, name))
}

/// `CREATE INDEX` as PostgreSQL prints it, without blocking writers.
fn concurrently(definition: &str) -> String {
    definition.replacen(" INDEX ", " INDEX CONCURRENTLY ", 1)
}

/// Drops an index, or the constraint that it serves; undo makes the same again under the same name.
fn drop(draft: &Draft<'_>, table: &Relation, index: &Index) -> Vec<Statement> {
    let of = qualified(&table.schema, &table.name);
    let gone = drop_concurrently(table, &index.name);
    let again = format!("{gone};\n{}", concurrently(&index.definition));
    // Undo goes from the last to the first: the index, then the constraint on it, then what was noted about both.
    let mut statements = Vec::new();
    if let Some(comment) = &index.comment {
        let note = format!("COMMENT ON INDEX {} IS {}", qualified(&table.schema, &index.name), literal(comment));
        statements.push(Statement::new("SELECT", note));
    }
    let constraint =
        index.constraint.and_then(|oid| draft.context.catalogue.constraints.iter().find(|it| it.oid == oid));
    let Some(constraint) = constraint else {
        statements.push(Statement::concurrent(gone, again));
        return statements;
    };
    let name = ident(&constraint.name);
    if let Some(comment) = &constraint.comment {
        statements
            .push(Statement::new("SELECT", format!("COMMENT ON CONSTRAINT {name} ON {of} IS {}", literal(comment))));
    }
    let kind = if constraint.kind == 'p' { "PRIMARY KEY" } else { "UNIQUE" };
    let deferred = constraint.definition.find(" DEFERRABLE").map_or("", |at| &constraint.definition[at..]);
    statements.push(Statement::new(
        format!("ALTER TABLE {of} DROP CONSTRAINT {name}"),
        format!("ALTER TABLE {of} ADD CONSTRAINT {name} {kind} USING INDEX {}{deferred}", ident(&index.name)),
    ));
    statements.push(Statement::concurrent("", again));
    statements
}

/// D52: unique rules; the single columns that have one then.
fn rules(draft: &mut Draft<'_>, findings: &Findings<'_>) -> BTreeSet<(i64, i16)> {
    let context = draft.context;
    let mut ruled = BTreeSet::new();
    for table in context.catalogue.tables().filter(|it| it.kind == 'r') {
        for finding in findings.repairs_in("D52", table) {
            let Some(place) = &finding.column else { continue };
            let mut names: Vec<&str> = place.split(',').collect();
            let holder = context.people.subjects.iter().find(|it| it.table == table.oid && it.column.name == *place);
            if let Some(holder) = holder {
                // An id that stands twice, or would once its blanks are gone, keeps the rule away until it is decided.
                if findings.has_at("D10", table, place) || findings.has_at("D09", table, place) {
                    continue;
                }
                names.splice(0..0, holder.provider.iter().map(|it| it.name.as_str()));
            }
            let columns: Vec<_> = names.iter().filter_map(|name| table.column(name)).collect();
            if columns.len() != names.len() {
                continue;
            }
            if let [only] = columns[..] {
                ruled.insert((table.oid, only.number));
            }
            let of = qualified(&table.schema, &table.name);
            let bare = free(draft, table, &format!("{}_{}", table.name, names.join("_")), "key");
            let name = ident(&bare);
            let list = names.iter().map(|it| ident(it)).collect::<Vec<_>>().join(", ");
            let drop = drop_concurrently(table, &bare);
            let statements = vec![
                Statement::concurrent(
                    format!("{drop};\nCREATE UNIQUE INDEX CONCURRENTLY {name} ON {of} ({list})"),
                    drop,
                ),
                // The index goes with the constraint, and the inverse of the first statement then finds nothing.
                Statement::new(
                    format!("ALTER TABLE {of} ADD CONSTRAINT {name} UNIQUE USING INDEX {name}"),
                    format!("ALTER TABLE {of} DROP CONSTRAINT {name}"),
                ),
            ];
            draft.tighten("D52", format!("adds a unique rule on {list}"), table, statements);
        }
    }
    ruled
}

/// An index on one column, without blocking writers; of partitions one by one, and then their root.
pub(super) fn build(draft: &Draft<'_>, table: &Relation, column: &str) -> Vec<Statement> {
    let mut statements = Vec::new();
    index(draft, table, column, &mut statements);
    statements
}

/// Adds the statements for one table or partition; the name of its index.
fn index(draft: &Draft<'_>, table: &Relation, column: &str, statements: &mut Vec<Statement>) -> String {
    let of = qualified(&table.schema, &table.name);
    let bare = free(draft, table, &format!("{}_{column}", table.name), "idx");
    let (name, column_name) = (ident(&bare), ident(column));
    if table.kind == 'r' {
        let drop = drop_concurrently(table, &bare);
        statements.push(Statement::concurrent(
            format!("{drop};\nCREATE INDEX CONCURRENTLY {name} ON {of} ({column_name})"),
            drop,
        ));
        return bare;
    }
    let partitions =
        draft.context.catalogue.relations.values().filter(|it| it.partition && it.parents.contains(&table.oid));
    let parts: Vec<String> =
        partitions.map(|it| qualified(&it.schema, &index(draft, it, column, statements))).collect();
    let root = qualified(&table.schema, &bare);
    // With the index of the root go those that are attached to it.
    statements.push(Statement::new(
        format!("CREATE INDEX {name} ON ONLY {of} ({column_name})"),
        format!("DROP INDEX IF EXISTS {root}"),
    ));
    statements
        .extend(parts.iter().map(|part| Statement::new(format!("ALTER INDEX {root} ATTACH PARTITION {part}"), "")));
    bare
}
