//! Checks about whose a row is: orphans, rows without an owner, text where a number belongs, owners that disagree.

use super::{Check, Context, Offenders, Question, disagreement::disagreeing, key_of};
use crate::{
    catalogue::Relation,
    finding::{
        Disposition::{Decide, Repair},
        Kind::Rows,
        Severity::{Error, Warning},
    },
    references::{Reference, Role},
    sql::{column, literal},
};

/// D23 to D34.
pub(super) const CHECKS: &[Check] = &[
    Check {
        code: "D23",
        slug: "orphan-row",
        title: "reference to a user that does not exist",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "moves the row to quarantine, from where it can be put back",
        needs_directory: false,
        look: orphans,
    },
    Check {
        code: "D24",
        slug: "row-without-owner",
        title: "the owner of the row is NULL",
        unit: "rows",
        kind: Rows,
        severity: Warning,
        disposition: Decide,
        action: "the owner is unknown; somebody has to say whose the row is, or that it may go",
        needs_directory: false,
        look: ownerless,
    },
    Check {
        code: "D25",
        slug: "second-row",
        title: "second row in a table that holds one for each user",
        unit: "surplus rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "keeps the newest row and moves the others to quarantine",
        needs_directory: false,
        look: second_rows,
    },
    Check {
        code: "D26",
        slug: "owner-and-parent-twins",
        title: "the row and its parent belong to two halves of one person",
        unit: "rows",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "is solved by merging the two halves (D03)",
        needs_directory: false,
        look: |context| disagreeing(context, true),
    },
    Check {
        code: "D27",
        slug: "owner-and-parent-differ",
        title: "the row and its parent belong to different people",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Decide,
        action: "somebody has to say which of the two is right",
        needs_directory: false,
        look: |context| disagreeing(context, false),
    },
    Check {
        code: "D28",
        slug: "paired-with-oneself",
        title: "a person is paired with their own second row",
        unit: "rows",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "moves the pair to quarantine when the two halves are merged (D03)",
        needs_directory: false,
        look: paired_with_oneself,
    },
    Check {
        code: "D29",
        slug: "dangling-reference",
        title: "reference to a row that does not exist",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "sets the reference to NULL, or moves the row to quarantine where the column refuses NULL",
        needs_directory: false,
        look: dangling,
    },
    Check {
        code: "D30",
        slug: "integer-id-as-text",
        title: "text user reference that holds the integer id",
        unit: "rows",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "copies the number into an integer column beside the text",
        needs_directory: false,
        look: |context| texts(context, Text::Number),
    },
    Check {
        code: "D31",
        slug: "clerk-id-as-owner",
        title: "text user reference that holds the provider's id of a user",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "copies the integer id of that user into an integer column beside the text",
        needs_directory: false,
        look: |context| texts(context, Text::Subject),
    },
    Check {
        code: "D32",
        slug: "unknown-clerk-id-as-owner",
        title: "text user reference that holds a provider's id which nobody has",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Decide,
        action: "the owner is unknown; somebody has to say whose the row is, or that it may go",
        needs_directory: false,
        look: |context| texts(context, Text::Stranger),
    },
    Check {
        code: "D33",
        slug: "uuid-of-id-as-owner",
        title: "text user reference in the form of a name-based UUID",
        unit: "rows",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "computes that UUID for every user and copies the integer id of the one that fits",
        needs_directory: false,
        look: |context| texts(context, Text::Uuid),
    },
    Check {
        code: "D34",
        slug: "nothing-as-owner",
        title: "text user reference that holds a word for nothing",
        unit: "rows",
        kind: Rows,
        severity: Warning,
        disposition: Decide,
        action: "the owner is unknown; somebody has to say that the row may go",
        needs_directory: false,
        look: |context| texts(context, Text::Nothing),
    },
];

/// What a text can be that should name a user; the first that fits counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// The integer id of a user.
    Number,
    /// Empty, `None`, `null` …
    Nothing,
    /// The provider's id of a user.
    Subject,
    /// The shape of a provider's id.
    Stranger,
    /// The form of a version 5 UUID.
    Uuid,
    /// Anything else: it names nobody.
    Nobody,
}

impl Text {
    fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Nothing => "nothing",
            Self::Subject => "subject",
            Self::Stranger => "stranger",
            Self::Uuid => "uuid",
            Self::Nobody => "nobody",
        }
    }
}

/// Bytes that no id has. PostgreSQL knows the length of a text without unpacking it.
const LONG: u32 = 300;

/// An expression over `t`: which [`Text`] the reference holds.
fn class(context: &Context<'_>, reference: &Reference) -> String {
    let people = context.people;
    let value = format!("{}::text", column("t", &reference.column.name));
    let users = people.from(context.catalogue);
    let id = column("u", &people.id.name);
    // 18 digits fit a bigint, and no user has more.
    let number = format!("CASE WHEN {value} ~ '^[1-9][0-9]{{0,17}}$' THEN {value}::bigint END");
    let mut known = Vec::new();
    let mut shapes = Vec::new();
    for holder in &people.subjects {
        let Some(table) = context.catalogue.table(holder.table) else { continue };
        let subject = column("h", &holder.column.name);
        known.push(format!(
            "EXISTS (SELECT 1 FROM {} AS h WHERE {subject}::text = {value} AND btrim({subject}::text) <> '')",
            table.from()
        ));
        shapes.extend(holder.shapes.iter().map(|shape| format!("{value} ~ {}", literal(&shape.pattern))));
    }
    let any = |conditions: Vec<String>| {
        if conditions.is_empty() { "false".to_owned() } else { conditions.join(" OR ") }
    };
    format!(
        "CASE WHEN octet_length({value}) > {LONG} THEN 'nobody' \
         WHEN EXISTS (SELECT 1 FROM {users} AS u WHERE {id} = {number}) THEN 'number' \
         WHEN {value} ~ '^-?[0-9]+$' THEN 'nobody' \
         WHEN lower(btrim({value})) IN ('', 'none', 'null', 'undefined', 'nan', 'nil', 'n/a', 'na', '-', 'false', '[object object]') THEN 'nothing' \
         WHEN {} THEN 'subject' WHEN {} THEN 'stranger' \
         WHEN {value} ~* '^[0-9a-f]{{8}}-[0-9a-f]{{4}}-5[0-9a-f]{{3}}-[89ab][0-9a-f]{{3}}-[0-9a-f]{{12}}$' THEN 'uuid' \
         ELSE 'nobody' END",
        any(known),
        any(shapes)
    )
}

/// The rows whose text is of one class.
pub(crate) fn of_class(context: &Context<'_>, table: &Relation, reference: &Reference, text: Text) -> Offenders {
    let from = format!("{} AS t WHERE {}", table.from(), is_class(context, reference, text));
    Offenders::new(from, key_of(context, table, "t"))
}

/// The condition over `t` that the text is of one class.
pub(super) fn is_class(context: &Context<'_>, reference: &Reference, text: Text) -> String {
    format!("{} AND {} = '{}'", reference.refers(), class(context, reference), text.word())
}

/// What the column is called that holds the number of a user whom the text beside it names.
pub(super) fn number_column(text: &str) -> String {
    format!("{text}_number")
}

fn texts(context: &Context<'_>, text: Text) -> Vec<Question> {
    let references = context.references.users.iter().filter(|it| it.is_text());
    let questions = references.filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        let mut rows = of_class(context, table, reference, text);
        // A text is resolved where the number stands beside it.
        let beside = number_column(&reference.column.name);
        if context.references.users_of(table.oid).any(|it| it.column.name == beside) {
            rows.from = format!("{} AND {} IS NULL", rows.from, column("t", &beside));
        }
        Some(Question::rows(table, reference.column.name.clone(), rows))
    });
    questions.collect()
}

fn orphans(context: &Context<'_>) -> Vec<Question> {
    let questions = context.references.users.iter().filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        let rows = if reference.is_text() {
            of_class(context, table, reference, Text::Nobody)
        } else {
            let from = format!("{} AS t WHERE {}", table.from(), reference.dangles(context.catalogue));
            Offenders::new(from, key_of(context, table, "t"))
        };
        let mut question = Question::rows(table, reference.place(), rows);
        question.refutes.clone_from(&reference.foreign_keys);
        // Where the user is one of several to the row, the row is not theirs alone.
        if reference.role == Role::Actor && !reference.column.required {
            question = question.would(Repair, "sets the reference to NULL: the row belongs to somebody else");
        }
        Some(question)
    });
    questions.collect()
}

fn ownerless(context: &Context<'_>) -> Vec<Question> {
    let owners = context.references.users.iter().filter(|it| it.role == Role::Owner && !it.column.required);
    let questions = owners.filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        let owner = column("t", &reference.column.name);
        let applies = reference.applies().map(|it| format!(" AND {it}")).unwrap_or_default();
        let from = format!("{} AS t WHERE {owner} IS NULL{applies}", table.from());
        let mut rows = Offenders::new(from, key_of(context, table, "t"));
        let mut keys = context.catalogue.foreign_keys_of(table.oid);
        let set_null = keys.any(|it| it.columns.contains(&reference.column.number) && it.on_delete == 'n');
        if set_null {
            // The key says that rows outlive their users; many that did are no damage.
            rows.count =
                format!("CASE WHEN 2 * count(*) >= (SELECT count(*) FROM {}) THEN 0 ELSE count(*) END", table.from());
        }
        Some(Question::rows(table, reference.column.name.clone(), rows))
    });
    questions.collect()
}

fn second_rows(context: &Context<'_>) -> Vec<Question> {
    let questions = super::single::tables(context).into_iter().filter(|single| !single.kept).map(|single| {
        let user = single.user();
        let from = format!(
            "(SELECT {user} AS who, count(*) AS n FROM {} WHERE {user} IS NOT NULL GROUP BY 1 HAVING count(*) > 1) AS s",
            single.table.from()
        );
        let mut rows = Offenders::new(from, "s.who");
        "coalesce(sum(s.n - 1), 0)".clone_into(&mut rows.count);
        Question::rows(single.table, single.reference.column.name.clone(), rows)
    });
    questions.collect()
}

fn paired_with_oneself(context: &Context<'_>) -> Vec<Question> {
    let Some(twins) = context.people.twins(context.catalogue).filter(|_| context.has_twins) else { return Vec::new() };
    let questions = context.catalogue.tables().filter_map(|table| {
        let key = context.catalogue.primary_key(table.oid);
        let references: Vec<&Reference> =
            context.references.users_of(table.oid).filter(|it| key.contains(&it.column.number) && !it.is_text()).collect();
        let [one, other] = references[..] else { return None };
        if key.len() != 2 {
            return None;
        }
        let (first, second) = if key.first() == Some(&one.column.number) { (one, other) } else { (other, one) };
        let (a, b) = (column("t", &first.column.name), column("t", &second.column.name));
        let from = format!(
            "{} AS t WHERE EXISTS (SELECT 1 FROM twins AS w WHERE w.one = {a} AND w.other = {b} OR w.one = {b} AND w.other = {a})",
            table.from()
        );
        let rows = Offenders::new(from, key_of(context, table, "t")).with(twins.clone());
        Some(Question::rows(table, second.column.name.clone(), rows))
    });
    questions.collect()
}

fn dangling(context: &Context<'_>) -> Vec<Question> {
    let questions = context.references.others.iter().filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        let from = format!("{} AS t WHERE {}", table.from(), reference.dangles(context.catalogue));
        let mut question = Question::rows(table, reference.place(), Offenders::new(from, key_of(context, table, "t")));
        question.refutes.clone_from(&reference.foreign_keys);
        Some(if !reference.is_repairable {
            question.would(Decide, "what the row referred to is lost; somebody has to say what it is worth without")
        } else if reference.column.required {
            question.would(Repair, "moves the row to quarantine: the column refuses NULL")
        } else {
            question.would(Repair, "sets the reference to NULL and keeps the row")
        })
    });
    questions.collect()
}
