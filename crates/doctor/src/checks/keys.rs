//! Checks about keys and the sequences that give them.

use super::{Check, Context, Offenders, Question, key_of};
use crate::{
    catalogue::{Column, Relation, Sequence},
    finding::{
        Disposition::{Decide, Repair, Report},
        Kind::{Rows, Schema},
        Severity::{Error, Info},
    },
    sql::{column, ident, qualified},
    words::{singular_name, snake},
};

/// D35 to D41.
pub(super) const CHECKS: &[Check] = &[
    Check {
        code: "D35",
        slug: "key-without-default",
        title: "integer key without default, identity or sequence",
        unit: "columns",
        kind: Schema,
        severity: Error,
        disposition: Repair,
        action: "makes a sequence that belongs to the column, sets it above the highest key, and makes it the default",
        needs_directory: false,
        look: no_default,
    },
    Check {
        code: "D36",
        slug: "sequence-behind",
        title: "sequence at or behind the highest key",
        unit: "columns",
        kind: Schema,
        severity: Error,
        disposition: Repair,
        action: "restarts the sequence above the highest key",
        needs_directory: false,
        look: behind,
    },
    Check {
        code: "D37",
        slug: "sequence-not-owned",
        title: "sequence that its column does not own",
        unit: "columns",
        kind: Schema,
        severity: Info,
        disposition: Repair,
        action: "makes the column own the sequence, so that both go and are copied together",
        needs_directory: false,
        look: not_owned,
    },
    Check {
        code: "D38",
        slug: "sequence-of-nothing",
        title: "sequence that no column uses",
        unit: "sequences",
        kind: Schema,
        severity: Info,
        disposition: Repair,
        action: "drops the sequence; undo makes it again with its position",
        needs_directory: false,
        look: of_nothing,
    },
    Check {
        code: "D39",
        slug: "no-primary-key",
        title: "table without primary key",
        unit: "tables",
        kind: Schema,
        severity: Error,
        disposition: Repair,
        action: "adds the primary key once keys that are NULL or stand twice have been numbered (D40, D41)",
        needs_directory: false,
        look: no_primary_key,
    },
    Check {
        code: "D40",
        slug: "key-null",
        title: "key is NULL",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "numbers the rows after the highest key",
        needs_directory: false,
        look: key_null,
    },
    Check {
        code: "D41",
        slug: "key-twice",
        title: "key used twice",
        unit: "surplus rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "numbers the later rows anew; no foreign key can refer to a key that is none",
        needs_directory: false,
        look: key_twice,
    },
];

/// The single column that is the key of a table, or would be: of the primary key, else one called like it.
pub(crate) fn key<'a>(context: &Context<'a>, table: &'a Relation) -> Option<&'a Column> {
    let primary = context.catalogue.primary_key(table.oid);
    match primary {
        [only] => table.columns.iter().find(|it| it.number == *only),
        [] => {
            let single = format!("{}_id", singular_name(&table.name));
            let named = |wanted: &str| table.columns.iter().find(|it| snake(&it.name) == wanted);
            let key = named("id").or_else(|| named(&single))?;
            let refers = context.references.users_of(table.oid).any(|it| it.column.number == key.number)
                || context.references.others.iter().any(|it| it.table == table.oid && it.column.number == key.number);
            (!refers).then_some(key)
        }
        _ => None,
    }
}

/// Whether the values of this column come from another table, as with a profile whose key is the user.
fn is_taken_over(context: &Context<'_>, table: &Relation, column: &Column) -> bool {
    context.catalogue.foreign_keys_of(table.oid).any(|it| it.columns.contains(&column.number))
        || context.references.users_of(table.oid).any(|it| it.column.number == column.number)
        || context.references.others.iter().any(|it| it.table == table.oid && it.column.number == column.number)
}

fn no_default(context: &Context<'_>) -> Vec<Question> {
    let tables = context.catalogue.tables().filter(|it| it.kind == 'r' && context.covers(it));
    let questions = tables.filter_map(|table| {
        let key = key(context, table).filter(|it| it.is_integer() && !it.is_filled())?;
        if is_taken_over(context, table, key) {
            return None;
        }
        let samples = vec![format!("{}.{}", table.name, key.name)];
        Some(Question::known(table, key.name.clone(), samples))
    });
    questions.collect()
}

/// The column that a sequence belongs to, by use, ownership or name, and whether it is that column's own.
pub(crate) fn belongs<'a>(context: &Context<'a>, sequence: &Sequence) -> Option<(&'a Relation, &'a Column)> {
    let find = |(table, number): (i64, i16)| {
        let table = context.catalogue.table(table)?;
        Some((table, table.columns.iter().find(|it| it.number == number)?))
    };
    if let Some(used) = sequence.used_by.first() {
        return find(*used);
    }
    if let Some(owner) = sequence.owner {
        return find(owner);
    }
    let mut tables = context.catalogue.tables().filter(|it| it.schema == sequence.schema);
    let mut columns = || {
        tables.by_ref().flat_map(|table| table.columns.iter().filter(|it| it.is_integer()).map(move |it| (table, it)))
            .find(|(table, column)| {
                sequence.name == format!("{}_{}_seq", table.name, column.name)
                    // `message_id_seq` is named after the column alone, which must then be a key.
                    || sequence.name == format!("{}_seq", column.name) && column.name != "id" && key(context, table).is_some_and(|it| it.number == column.number)
            })
    };
    columns()
}

fn behind(context: &Context<'_>) -> Vec<Question> {
    let questions = context.catalogue.sequences.iter().filter_map(|sequence| {
        let (table, key) = belongs(context, sequence)?;
        if !key.is_integer() || !context.covers(table) {
            return None;
        }
        let (extreme, past) = if sequence.step > 0 { ("max", "<=") } else { ("min", ">=") };
        let from = format!(
            "{} AS q CROSS JOIN LATERAL (SELECT {extreme}({}) AS m FROM {}) AS x \
             WHERE CASE WHEN q.is_called THEN q.last_value::numeric + {} ELSE q.last_value END {past} x.m",
            qualified(&sequence.schema, &sequence.name),
            ident(&key.name),
            table.from(),
            sequence.step
        );
        let rows = Offenders::new(from, "'at ' || q.last_value || ', highest key ' || x.m");
        Some(Question::rows(table, key.name.clone(), rows))
    });
    questions.collect()
}

fn not_owned(context: &Context<'_>) -> Vec<Question> {
    let questions = context.catalogue.sequences.iter().filter_map(|sequence| {
        // A sequence that several columns draw from can belong to one of them at most.
        if sequence.internal || sequence.used_by.len() > 1 || sequence.owner.is_some() {
            return None;
        }
        let (table, key) = belongs(context, sequence)?;
        context.covers(table).then(|| Question::known(table, key.name.clone(), vec![sequence.name.clone()]))
    });
    questions.collect()
}

fn of_nothing(context: &Context<'_>) -> Vec<Question> {
    let sequences = context.catalogue.sequences.iter().filter(|it| {
        it.owner.is_none() && it.used_by.is_empty() && !it.used_elsewhere && context.covers_schema(&it.schema)
    });
    let questions = sequences
        .filter(|it| belongs(context, it).is_none())
        .map(|sequence| Question::known_of(&sequence.schema, &sequence.name, vec![sequence.name.clone()]));
    questions.collect()
}

fn no_primary_key(context: &Context<'_>) -> Vec<Question> {
    let questions = context.catalogue.tables().filter(|it| context.covers(it)).filter_map(|table| {
        let has_key = !context.catalogue.primary_key(table.oid).is_empty()
            // What keeps all rows apart and refuses NULL is a key by another name.
            || context.catalogue.indexes_of(table.oid).any(|index| {
                index.unique && index.valid && index.condition.is_none() && index.expressions.is_none()
                    && index.keys.iter().all(|number| context.catalogue.column(table.oid, *number).is_some_and(|it| it.required))
            })
            // A child by inheritance stands for its parent's rows.
            || table.kind == 'r' && !table.parents.is_empty();
        if has_key {
            return None;
        }
        let key = key(context, table);
        let question = Question::known(table, key.map(|it| it.name.clone()), vec![table.name.clone()]);
        Some(match key {
            Some(_) => question,
            None => question.would(Decide, "no column is called like a key; somebody has to say what tells the rows apart"),
        })
    });
    questions.collect()
}

/// Tables without a key that have a column which should be one.
fn keyless<'a>(context: &Context<'a>) -> Vec<(&'a Relation, &'a Column)> {
    let tables = context.catalogue.tables().filter(|it| context.covers(it));
    let keyless = tables.filter(|it| context.catalogue.primary_key(it.oid).is_empty());
    keyless.filter_map(|table| Some((table, key(context, table)?))).collect()
}

fn key_null(context: &Context<'_>) -> Vec<Question> {
    let keyless = keyless(context).into_iter().filter(|(_, key)| !key.required);
    let questions = keyless.map(|(table, key)| {
        let from = format!("{} AS t WHERE {} IS NULL", table.from(), column("t", &key.name));
        let question = Question::rows(table, key.name.clone(), Offenders::new(from, key_of(context, table, "t")));
        if key.is_integer() { question } else { question.would(Report, "nothing; somebody has to say what the key is") }
    });
    questions.collect()
}

fn key_twice(context: &Context<'_>) -> Vec<Question> {
    let keyless =
        keyless(context).into_iter().filter(|(table, key)| !context.catalogue.is_unique(table.oid, &[key.number]));
    let questions = keyless.map(|(table, key)| {
        let name = ident(&key.name);
        let from = format!(
            "(SELECT {name} AS k, count(*) AS n FROM {} WHERE {name} IS NOT NULL GROUP BY 1 HAVING count(*) > 1) AS s",
            table.from()
        );
        let mut rows = Offenders::new(from, "s.k");
        "coalesce(sum(s.n - 1), 0)".clone_into(&mut rows.count);
        let question = Question::rows(table, key.name.clone(), rows);
        if key.is_integer() { question } else { question.would(Decide, "somebody has to say which row keeps the key") }
    });
    questions.collect()
}
