//! Repairs of foreign keys.

use std::collections::BTreeSet;

use super::{Findings, keys::free};
use crate::{
    catalogue::{Constraint, Relation},
    checks,
    expected::DeleteRule,
    finding::Disposition,
    plan::{Draft, Statement},
    references::{Reference, Role},
    sql::{ident, literal, qualified},
};

/// D47 to D49, D51 and D73.
pub(super) fn repair(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for (check, references) in [("D47", &context.references.users), ("D48", &context.references.others)] {
        for reference in references {
            add(draft, findings, check, reference);
        }
    }
    let doubled = checks::doubled_keys(&context);
    let surplus: BTreeSet<i64> = doubled.iter().flat_map(|(_, keys)| keys.iter().skip(1).map(|it| it.oid)).collect();
    for (table, keys) in &doubled {
        let columns = context.catalogue.names(table.oid, &keys[0].columns);
        for key in
            keys.iter().skip(1).filter(|it| !it.disabled && findings.repairs_at("D51", table, &columns).is_some())
        {
            let drop = format!("ALTER TABLE {} DROP CONSTRAINT {}", of(table), ident(&key.name));
            let mut statements = noted(table, key);
            statements.push(Statement::new(drop, back(table, key)));
            draft.tighten("D51", format!("drops the surplus foreign key {}", key.name), table, statements);
        }
    }
    let kept = context.catalogue.constraints.iter().filter(|it| it.kind == 'f' && !surplus.contains(&it.oid));
    for key in kept.filter(|it| !it.disabled) {
        let Some(table) = context.catalogue.table(key.table) else { continue };
        let columns = context.catalogue.names(table.oid, &key.columns);
        if findings.repairs_at("D49", table, &columns).is_some()
            && let Some(rule) = declared_rule(draft, key.table, &columns, key.target).filter(|it| !it.is(key.on_delete))
        {
            replace(draft, table, key, rule);
        } else if findings.repairs_at("D73", table, &columns).is_some()
            && !key.valid
            && is_kept(findings, table, &columns)
        {
            let name = ident(&key.name);
            let mut statements = noted(table, key);
            let inverse = format!("ALTER TABLE {} DROP CONSTRAINT {name}; {}", of(table), back(table, key));
            statements.push(Statement::new(format!("ALTER TABLE {} VALIDATE CONSTRAINT {name}", of(table)), inverse));
            draft.tighten("D73", format!("validates {}", key.name), table, statements);
        }
    }
}

fn of(table: &Relation) -> String {
    qualified(&table.schema, &table.name)
}

/// Whether no row stays that would break a foreign key on this column.
fn is_kept(findings: &Findings<'_>, table: &Relation, column: &str) -> bool {
    !findings.0.iter().any(|it| {
        matches!(it.check.as_str(), "D23" | "D29")
            && (&it.schema, &it.table, it.column.as_deref()) == (&table.schema, &table.name, Some(column))
            && it.disposition != Disposition::Repair
    })
}

fn add(draft: &mut Draft<'_>, findings: &Findings<'_>, check: &str, reference: &Reference) {
    let catalogue = draft.context.catalogue;
    let (Some(table), Some(target)) = (catalogue.table(reference.table), catalogue.table(reference.target)) else {
        return;
    };
    let (column, to) = (&reference.column, &reference.target_column);
    let alike = column.is_integer() && to.is_integer() || column.base == to.base || column.is_text() && to.is_text();
    let is_key =
        catalogue.is_unique(target.oid, &[to.number]) || findings.repairs_at("D39", target, &to.name).is_some();
    let wanted = findings.repairs_at(check, table, &column.name).is_some() && reference.foreign_keys.is_empty();
    if !wanted || !alike || !is_key || !is_kept(findings, table, &column.name) {
        return;
    }
    let rule = declared_rule(draft, table.oid, &column.name, target.oid).or_else(|| user_rule(draft, reference));
    let name = free(draft, table, &format!("{}_{}", table.name, column.name), "fkey");
    let statements = foreign_key(table, &name, &column.name, (target, &to.name), rule);
    draft.tighten(check, format!("adds a foreign key on {}", column.name), table, statements);
}

/// Adds a foreign key: first for new rows, then for those that are there, so that writers do not wait.
pub(super) fn foreign_key(
    table: &Relation,
    name: &str,
    column: &str,
    (target, to): (&Relation, &str),
    rule: Option<DeleteRule>,
) -> Vec<Statement> {
    let (of, name) = (of(table), ident(name));
    let rule = rule.map(|it| format!(" ON DELETE {}", it.sql())).unwrap_or_default();
    let key = format!(
        "ALTER TABLE {of} ADD CONSTRAINT {name} FOREIGN KEY ({}) REFERENCES {} ({}){rule}",
        ident(column),
        qualified(&target.schema, &target.name),
        ident(to)
    );
    let drop = format!("ALTER TABLE {of} DROP CONSTRAINT {name}");
    // The root of partitions takes a key for all its rows only.
    if table.kind == 'p' {
        return vec![Statement::new(key, drop)];
    }
    vec![
        Statement::new(format!("{key} NOT VALID"), drop),
        Statement::new(format!("ALTER TABLE {of} VALIDATE CONSTRAINT {name}"), ""),
    ]
}

/// What happens to the rows of a deleted user where nobody has said it: what is theirs goes with them, and of
/// what is somebody else's the reference is forgotten. Without a rule nobody with rows could be deleted (D50).
pub(super) fn user_rule(draft: &Draft<'_>, reference: &Reference) -> Option<DeleteRule> {
    let forgets = reference.role != Role::Owner && !reference.column.required;
    let rule = if forgets { DeleteRule::SetNull } else { DeleteRule::Cascade };
    (reference.target == draft.context.people.table).then_some(rule)
}

fn declared_rule(draft: &Draft<'_>, table: i64, column: &str, target: i64) -> Option<DeleteRule> {
    let mut declared = draft.context.declared.iter();
    let found = declared.find(|it| it.table == table && it.column == column && it.target == target)?;
    found.on_delete
}

/// D49: the same key under the same name, with another rule.
fn replace(draft: &mut Draft<'_>, table: &Relation, key: &Constraint, rule: DeleteRule) {
    let (of, name) = (of(table), ident(&key.name));
    let definition = with_rule(&key.definition, rule);
    let plain = definition.trim_end_matches(" NOT VALID");
    let mut statements = noted(table, key);
    let not_valid = if table.kind == 'p' { "" } else { " NOT VALID" };
    statements.push(Statement::new(
        format!(
            "ALTER TABLE {of} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {plain}{not_valid}{}",
            note(table, key)
        ),
        format!("ALTER TABLE {of} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {}", key.definition),
    ));
    if table.kind != 'p' && key.valid {
        statements.push(Statement::new(format!("ALTER TABLE {of} VALIDATE CONSTRAINT {name}"), ""));
    }
    draft.tighten("D49", format!("gives {} the rule ON DELETE {}", key.name, rule.sql()), table, statements);
}

/// A definition as PostgreSQL prints it, with this rule in place of the one that it has.
fn with_rule(definition: &str, rule: DeleteRule) -> String {
    let rules = [" ON DELETE CASCADE", " ON DELETE SET NULL", " ON DELETE SET DEFAULT", " ON DELETE RESTRICT"];
    let bare = rules
        .iter()
        .find_map(|it| definition.rfind(it).map(|at| format!("{}{}", &definition[..at], &definition[at + it.len()..])));
    let bare = bare.unwrap_or_else(|| definition.to_owned());
    let end = [" DEFERRABLE", " NOT VALID"].iter().filter_map(|it| bare.rfind(it)).min().unwrap_or(bare.len());
    format!("{} ON DELETE {}{}", &bare[..end], rule.sql(), &bare[end..])
}

/// Adds a constraint again as it was.
fn back(table: &Relation, key: &Constraint) -> String {
    format!("ALTER TABLE {} ADD CONSTRAINT {} {}", of(table), ident(&key.name), key.definition)
}

fn note(table: &Relation, key: &Constraint) -> String {
    let said = |comment: &String| {
        format!("; COMMENT ON CONSTRAINT {} ON {} IS {}", ident(&key.name), of(table), literal(comment))
    };
    key.comment.as_ref().map(said).unwrap_or_default()
}

/// A first statement that does nothing and whose inverse, the last of the undo, puts the comment back.
fn noted(table: &Relation, key: &Constraint) -> Vec<Statement> {
    let note = note(table, key);
    let note = note.strip_prefix("; ").map(|it| Statement::new("SELECT", it));
    note.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_takes_the_place_of_another() {
        let key = "FOREIGN KEY (a) REFERENCES t(id)";
        for (before, after) in [
            (key.to_owned(), format!("{key} ON DELETE CASCADE")),
            (format!("{key} ON DELETE SET NULL"), format!("{key} ON DELETE CASCADE")),
            (
                format!("{key} ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE NOT VALID"),
                format!("{key} ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE NOT VALID"),
            ),
        ] {
            assert_eq!(with_rule(&before, DeleteRule::Cascade), after);
        }
    }
}
