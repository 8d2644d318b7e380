//! Vectors: stored as text, as an array, as JSON or as pgvector has them.

use super::{Home, LONGEST, Spot, ask_spots};
use crate::{
    catalogue::Column,
    checks::Check,
    finding::{Disposition, Kind, Severity},
    sql::{column as field, literal},
};

/// D59.
pub(super) const BRACES: Check = Check {
    code: "D59",
    slug: "vector-in-braces",
    title: "vector stored as an SQL array literal in a text column",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "writes the same numbers in the same order with square brackets, which is what the readers understand",
    needs_directory: false,
    look: |ctx| ask_spots(ctx, braces),
};

/// D60.
pub(super) const LENGTH: Check = Check {
    code: "D60",
    slug: "vector-length",
    title: "vector of the wrong length",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Report,
    action: "nothing; numbers that are missing cannot be made up; compute the vector again from its text",
    needs_directory: false,
    look: |ctx| ask_spots(ctx, length),
};

/// D61.
pub(super) const UNREADABLE: Check = Check {
    code: "D61",
    slug: "vector-unreadable",
    title: "vector cannot be read",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "sets it to NULL, so that it is computed again; readers get nothing from it today; it is kept for the undo",
    needs_directory: false,
    look: |ctx| ask_spots(ctx, unreadable),
};

/// How a column stores a vector.
enum Form {
    Text,
    Array,
    /// With the prefix of its functions.
    Json(&'static str),
    Pgvector,
}

impl Form {
    fn of(column: &Column) -> Option<Self> {
        match column.base.as_str() {
            "json" => Some(Self::Json("json")),
            "jsonb" => Some(Self::Json("jsonb")),
            "_float4" | "_float8" | "_numeric" | "_int2" | "_int4" | "_int8" => Some(Self::Array),
            "vector" | "halfvec" => Some(Self::Pgvector),
            _ => column.is_text().then_some(Self::Text),
        }
    }

    /// What holds for values that are lists of numbers. Never fails, and is NULL for no value alone.
    fn readable(&self, value: &str) -> String {
        match self {
            Self::Text => format!(
                "CASE WHEN octet_length({value}) > {LONGEST} THEN false ELSE {value} ~ {} OR {value} ~ {} END",
                literal(&list("\\[", "\\]")),
                literal(&list("\\{", "\\}"))
            ),
            Self::Pgvector => format!("{value} IS NOT NULL"),
            Self::Array => format!(
                "CASE WHEN array_ndims({value}) > 1 THEN false WHEN array_position({value}, NULL) IS NOT NULL THEN false \
                 ELSE array_to_string({value}, ',') !~ '[nN]' END"
            ),
            Self::Json(prefix) => format!(
                "CASE WHEN {prefix}_typeof({value}) = 'array' THEN NOT EXISTS (SELECT 1 FROM \
                 {prefix}_array_elements(CASE WHEN {prefix}_typeof({value}) = 'array' THEN {value} ELSE '[]' END) AS e (item) \
                 WHERE {prefix}_typeof(e.item) <> 'number') ELSE false END"
            ),
        }
    }

    /// How many numbers a readable value has.
    fn length(&self, value: &str) -> String {
        match self {
            // An empty list counts as one number, which is as wrong.
            Self::Text => format!("octet_length({value}) - octet_length(replace({value}, ',', '')) + 1"),
            Self::Pgvector => {
                let text = format!("{value}::text");
                format!("octet_length({text}) - octet_length(replace({text}, ',', '')) + 1")
            }
            Self::Array => format!("cardinality({value})"),
            Self::Json(prefix) => format!("{prefix}_array_length({value})"),
        }
    }

    /// What holds where there is a value; the null of JSON is none.
    fn present(&self, value: &str) -> String {
        match self {
            Self::Json(prefix) => format!("{prefix}_typeof({value}) <> 'null'"),
            _ => format!("{value} IS NOT NULL"),
        }
    }
}

/// Numbers parted by commas between two marks.
fn list(open: &str, close: &str) -> String {
    let number = "[-+]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][-+]?[0-9]+)?";
    format!("^\\s*{open}\\s*(?:{number}(?:\\s*,\\s*{number})*)?\\s*{close}\\s*$")
}

/// One question for each declared vector that is there, if `condition` has one for its form.
fn each<'a>(home: &Home<'a>, condition: fn(&Form, &str, u32) -> Option<String>) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    for (relation, table) in home.expected.found(home.ctx.catalogue) {
        for (name, length) in &table.vectors {
            let Some(form) = relation.column(name).and_then(Form::of) else { continue };
            let Some(condition) = condition(&form, &field("t", name), *length) else { continue };
            spots.push(Spot::new(relation, name, format!("WHERE {condition}")));
        }
    }
    spots
}

pub(super) fn braces<'a>(home: &Home<'a>) -> Vec<Spot<'a>> {
    each(home, |form, value, _| {
        let is_text = matches!(form, Form::Text);
        let pattern = literal(&list("\\{", "\\}"));
        is_text.then(|| format!("CASE WHEN octet_length({value}) > {LONGEST} THEN false ELSE {value} ~ {pattern} END"))
    })
}

fn length<'a>(home: &Home<'a>) -> Vec<Spot<'a>> {
    each(home, |form, value, length| {
        Some(format!("CASE WHEN {} THEN {} <> {length} ELSE false END", form.readable(value), form.length(value)))
    })
}

pub(super) fn unreadable<'a>(home: &Home<'a>) -> Vec<Spot<'a>> {
    each(home, |form, value, _| {
        let can_be_wrong = !matches!(form, Form::Pgvector);
        can_be_wrong.then(|| format!("{} AND NOT ({})", form.present(value), form.readable(value)))
    })
}
