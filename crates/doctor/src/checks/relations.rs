//! Checks about foreign keys, unique rules and indexes.

use std::collections::BTreeMap;

use super::{Check, Context, Question};
use crate::{
    catalogue::{Column, Constraint, Index, Relation},
    finding::{
        Disposition::{Decide, Repair, Report},
        Kind::Schema,
        Severity::{Error, Info, Warning},
    },
    references::Reference,
};

/// D47, D48, D50 to D55 and D72 to D74.
pub(super) const CHECKS: &[Check] = &[
    Check {
        code: "D47",
        slug: "foreign-key-to-users-missing",
        title: "user reference without a foreign key",
        unit: "columns",
        kind: Schema,
        severity: Warning,
        disposition: Repair,
        action: "adds the foreign key once no row refers to a user that does not exist (D23)",
        needs_directory: false,
        look: no_key_to_users,
    },
    Check {
        code: "D48",
        slug: "foreign-key-missing",
        title: "reference to another table without a foreign key",
        unit: "columns",
        kind: Schema,
        severity: Warning,
        disposition: Repair,
        action: "adds the foreign key once no row refers to nothing (D29)",
        needs_directory: false,
        look: no_key_to_others,
    },
    Check {
        code: "D50",
        slug: "foreign-key-without-delete-rule",
        title: "foreign key to the users without a delete rule: who owns rows cannot be deleted",
        unit: "foreign keys",
        kind: Schema,
        severity: Info,
        disposition: Report,
        action: "nothing; what happens to the rows of a deleted user is a matter of policy",
        needs_directory: false,
        look: no_delete_rule,
    },
    Check {
        code: "D51",
        slug: "foreign-key-twice",
        title: "two foreign keys on one column",
        unit: "surplus constraints",
        kind: Schema,
        severity: Warning,
        disposition: Repair,
        action: "drops the one that is not as declared, or the one that says less",
        needs_directory: false,
        look: key_twice,
    },
    Check {
        code: "D52",
        slug: "unique-rule-missing",
        title: "nothing keeps values apart of which there may be only one",
        unit: "columns",
        kind: Schema,
        severity: Error,
        disposition: Repair,
        action: "adds a unique constraint once no value stands twice",
        needs_directory: false,
        look: not_unique,
    },
    Check {
        code: "D53",
        slug: "index-twice",
        title: "index that repeats another index",
        unit: "surplus indexes",
        kind: Schema,
        severity: Info,
        disposition: Repair,
        action: "drops the surplus indexes and keeps one that says as much",
        needs_directory: false,
        look: index_twice,
    },
    Check {
        code: "D54",
        slug: "user-column-without-index",
        title: "user reference that no index begins with",
        unit: "columns",
        kind: Schema,
        severity: Warning,
        disposition: Repair,
        action: "adds an index, without blocking writers",
        needs_directory: false,
        look: not_indexed,
    },
    Check {
        code: "D55",
        slug: "index-over-json",
        title: "B-tree index over JSON or a vector: values above 2,704 bytes cannot be stored",
        unit: "indexes",
        kind: Schema,
        severity: Error,
        disposition: Repair,
        action: "drops the index, which no search can use for what the column holds",
        needs_directory: false,
        look: index_over_json,
    },
    Check {
        code: "D72",
        slug: "constraint-that-lies",
        title: "foreign key that is marked valid but is not kept",
        unit: "constraints",
        kind: Schema,
        severity: Error,
        disposition: Report,
        action: "nothing by itself; once its rows are repaired (D23, D29) and its triggers enabled, it holds again",
        needs_directory: false,
        look: switched_off,
    },
    Check {
        code: "D73",
        slug: "constraint-not-validated",
        title: "constraint that has not been checked against the rows that were there",
        unit: "constraints",
        kind: Schema,
        severity: Warning,
        disposition: Repair,
        action: "validates the constraint; this fails and changes nothing where rows break it",
        needs_directory: false,
        look: not_validated,
    },
    Check {
        code: "D74",
        slug: "index-invalid",
        title: "index that was never finished and is not used",
        unit: "indexes",
        kind: Schema,
        severity: Warning,
        disposition: Repair,
        action: "builds the index anew, without blocking writers",
        needs_directory: false,
        look: index_invalid,
    },
];

fn without_key(context: &Context<'_>, references: &[Reference]) -> Vec<Question> {
    let open = references.iter().filter(|it| it.wants_foreign_key && it.foreign_keys.is_empty());
    let questions = open.filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        let target = context.catalogue.table(reference.target)?;
        let sample = format!("{} -> {}.{}", reference.column.name, target.name, reference.target_column.name);
        let question = Question::known(table, reference.place(), vec![sample]);
        Some(if reference.is_text() {
            question.would(Decide, "text cannot refer to a number; first every text has to become one (D30 to D34)")
        } else {
            question
        })
    });
    questions.collect()
}

fn no_key_to_users(context: &Context<'_>) -> Vec<Question> {
    without_key(context, &context.references.users)
}

fn no_key_to_others(context: &Context<'_>) -> Vec<Question> {
    without_key(context, &context.references.others)
}

fn no_delete_rule(context: &Context<'_>) -> Vec<Question> {
    let keys = context
        .catalogue
        .constraints
        .iter()
        .filter(|it| it.kind == 'f' && it.target == context.people.table && matches!(it.on_delete, 'a' | 'r'));
    grouped(context, keys)
}

fn key_twice(context: &Context<'_>) -> Vec<Question> {
    let questions = doubled_keys(context).into_iter().map(|(table, keys)| {
        let columns = context.catalogue.names(table.oid, &keys[0].columns);
        Question::known(table, columns, keys.iter().skip(1).map(|it| it.name.clone()).collect())
    });
    questions.collect()
}

/// Foreign keys on the same columns to the same table; first the one to keep.
pub(super) fn doubled_keys<'a>(context: &Context<'a>) -> Vec<(&'a Relation, Vec<&'a Constraint>)> {
    let mut groups: BTreeMap<(i64, &[i16], i64), Vec<&Constraint>> = BTreeMap::new();
    for key in context.catalogue.constraints.iter().filter(|it| it.kind == 'f') {
        groups.entry((key.table, &key.columns, key.target)).or_default().push(key);
    }
    let groups = groups.into_values().filter(|keys| keys.len() > 1).filter_map(|mut keys| {
        let table = context.catalogue.table(keys.first()?.table).filter(|it| context.covers(it))?;
        keys.sort_by_key(|it| (!has_declared_rule(context, it), !it.valid, it.on_delete == 'a', it.name.clone()));
        Some((table, keys))
    });
    groups.collect()
}

/// Whether a foreign key does what the expected schema says when the other row goes.
fn has_declared_rule(context: &Context<'_>, key: &Constraint) -> bool {
    let name = context.catalogue.names(key.table, &key.columns);
    context.declared.iter().any(|it| {
        it.table == key.table
            && it.column == name
            && it.target == key.target
            && it.on_delete.is_some_and(|rule| rule.is(key.on_delete))
    })
}

fn not_unique(context: &Context<'_>) -> Vec<Question> {
    let open = context.people.subjects.iter().filter(|holder| !super::people::is_kept_apart(context, holder));
    let mut questions: Vec<Question> = open
        .filter_map(|holder| {
            let table = context.catalogue.table(holder.table)?;
            Some(Question::known(table, holder.column.name.clone(), vec![holder.column.name.clone()]))
        })
        .collect();
    for single in super::single::tables(context).iter().filter(|it| !it.kept) {
        let name = &single.reference.column.name;
        questions.push(Question::known(single.table, name.clone(), vec![name.clone()]));
    }
    questions.extend(super::shape::not_unique(context));
    questions
}

/// What two indexes that repeat each other have in common: table, method, keys, order, condition, expressions.
type Alike<'a> = (i64, &'a str, &'a [i16], &'a str, Option<&'a str>, Option<&'a str>);

fn index_twice(context: &Context<'_>) -> Vec<Question> {
    let questions = doubled_indexes(context).into_iter().map(|(table, group)| {
        let columns = context.catalogue.names(table.oid, &group[0].keys);
        Question::known(table, columns, group.iter().skip(1).map(|it| it.name.clone()).collect())
    });
    questions.collect()
}

/// Indexes that repeat each other; first the one to keep.
pub(super) fn doubled_indexes<'a>(context: &Context<'a>) -> Vec<(&'a Relation, Vec<&'a Index>)> {
    let mut groups: BTreeMap<Alike<'_>, Vec<&Index>> = BTreeMap::new();
    for index in context.catalogue.indexes.iter().filter(|it| it.valid && it.included == 0) {
        let alike = (
            index.table,
            index.method.as_str(),
            index.keys.as_slice(),
            index.order.as_str(),
            index.condition.as_deref(),
            index.expressions.as_deref(),
        );
        groups.entry(alike).or_default().push(index);
    }
    let groups = groups.into_values().filter(|group| group.len() > 1).filter_map(|mut group| {
        let table = context.catalogue.table(group.first()?.table).filter(|it| context.covers(it))?;
        // First the one that says most: the primary key, what a foreign key rests on, a constraint, a unique index.
        group.sort_by_key(|it| {
            (!it.primary, !it.used_by_foreign_key, it.constraint.is_none(), !it.unique, it.name.clone())
        });
        Some((table, group))
    });
    groups.collect()
}

fn not_indexed(context: &Context<'_>) -> Vec<Question> {
    let open = context.references.users.iter().filter(|reference| {
        let indexed = |column: i16| context.catalogue.is_indexed(reference.table, column);
        // A polymorphic reference is searched by both columns, and the first of them may be either.
        !indexed(reference.column.number)
            && reference.when.as_ref().is_none_or(|(by, _)| !indexed(by.number))
            && !begins_with_all(context, reference)
    });
    let questions = open.filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        let name = &reference.column.name;
        Some(Question::known(table, name.clone(), vec![format!("{}.{name}", table.name)]))
    });
    questions.collect()
}

/// Whether a reference of several columns, or one inside a longer key, has an index that begins with all of them.
fn begins_with_all(context: &Context<'_>, reference: &Reference) -> bool {
    let keys =
        context.catalogue.foreign_keys_of(reference.table).filter(|it| it.columns.contains(&reference.column.number));
    let mut wanted: Vec<Vec<i16>> = keys.map(|it| it.columns.clone()).collect();
    wanted.push(reference.pairs.iter().map(|(own, _)| own.number).collect());
    wanted.retain(|it| it.len() > 1);
    context
        .catalogue
        .indexes_of(reference.table)
        .filter(|it| it.valid && it.condition.is_none() && it.method == "btree")
        .any(|index| {
            wanted.iter().any(|columns| {
                index.keys.get(..columns.len()).is_some_and(|first| columns.iter().all(|it| first.contains(it)))
            })
        })
}

fn index_over_json(context: &Context<'_>) -> Vec<Question> {
    let long = long_indexes(context).into_iter();
    long.map(|(table, column, index)| Question::known(table, column.name.clone(), vec![index.name.clone()])).collect()
}

/// B-tree indexes whose entries can become too long, each with the column that makes them so.
pub(super) fn long_indexes<'a>(context: &Context<'a>) -> Vec<(&'a Relation, &'a Column, &'a Index)> {
    let indexes =
        context.catalogue.indexes.iter().filter(|it| it.method == "btree" && !it.primary).filter_map(|index| {
            let table = context.catalogue.table(index.table).filter(|it| context.covers(it))?;
            let columns = index.keys.iter().filter_map(|number| context.catalogue.column(table.oid, *number));
            let long = columns
                .into_iter()
                .find(|it| it.is_json() || matches!(it.base.as_str(), "_float4" | "_float8" | "_numeric" | "vector"))?;
            Some((table, long, index))
        });
    indexes.collect()
}

fn switched_off(context: &Context<'_>) -> Vec<Question> {
    let keys = context.catalogue.constraints.iter().filter(|it| it.kind == 'f' && it.valid && it.disabled);
    grouped(context, keys)
}

fn not_validated(context: &Context<'_>) -> Vec<Question> {
    let open = |kind: char| context.catalogue.constraints.iter().filter(move |it| !it.valid && it.kind == kind);
    let keys = grouped(context, open('f')).into_iter();
    let rules = grouped(context, open('c')).into_iter();
    let undecided =
        "only who made the rule knows what becomes of rows that break it; validate it by hand once none does";
    keys.chain(rules.map(|it| it.would(Decide, undecided))).collect()
}

fn index_invalid(context: &Context<'_>) -> Vec<Question> {
    let questions = context.catalogue.indexes.iter().filter(|it| !it.valid).filter_map(|index| {
        let table = context.catalogue.table(index.table).filter(|it| context.covers(it))?;
        let question = Question::known(table, context.catalogue.names(table.oid, &index.keys), vec![index.name.clone()]);
        Some(if index.unique {
            question.would(Decide, "a unique index that was not finished has most likely met values that stand twice; drop or rebuild it by hand")
        } else {
            question
        })
    });
    questions.collect()
}

/// One question for each table and columns, with the names of the constraints on them.
fn grouped<'a>(context: &Context<'_>, constraints: impl Iterator<Item = &'a Constraint>) -> Vec<Question> {
    let mut groups: BTreeMap<(i64, &[i16]), Vec<String>> = BTreeMap::new();
    for constraint in constraints {
        groups.entry((constraint.table, &constraint.columns)).or_default().push(constraint.name.clone());
    }
    let questions = groups.into_iter().filter_map(|((table, columns), names)| {
        let table = context.catalogue.table(table).filter(|it| context.covers(it))?;
        Some(Question::known(table, context.catalogue.names(table.oid, columns), names))
    });
    questions.collect()
}
