//! Texts and documents that are not what their column is for.

use super::{Home, LONGEST, Spot, ask_spot, ask_spots, named};
use crate::{
    catalogue::Column,
    checks::{Check, shape::UUID},
    finding::{Disposition, Kind, Severity},
    sql::{column as field, literal},
};

/// D62.
pub(super) const SERIALISED_LIST: Check = Check {
    code: "D62",
    slug: "serialised-list",
    title: "comma-separated text column holding a serialised list",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "writes the same words parted by commas; brackets and quotes go, no word does",
    needs_directory: false,
    look: |ctx| ask_spots(ctx, serialised_list),
};

/// D63.
pub(super) const PLACEHOLDER: Check = Check {
    code: "D63",
    slug: "placeholder-row",
    title: "placeholder rows from development",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Warning,
    disposition: Disposition::Repair,
    action: "moves the rows to quarantine, where they stay readable; the application's clean-up would delete them",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, placeholder),
};

/// D68.
pub(super) const SESSION: Check = Check {
    code: "D68",
    slug: "session-not-uuid",
    title: "session id is not a UUID",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Warning,
    disposition: Disposition::Report,
    action: "nothing; an invented UUID would name a session that never was; these rows keep the column from becoming uuid",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, session),
};

/// D71.
pub(super) const FLAT_SCORES: Check = Check {
    code: "D71",
    slug: "flat-scores",
    title: "personality scores stored flat, peer matching reads only the nested form",
    unit: "rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Decide,
    action: "say whether the numbers are the six factors or their facets; factors can be put under `hexaco` as they are",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, flat_scores),
};

/// A list of words as JSON, Python and PostgreSQL write it.
pub(in crate::checks) const LISTS: [&str; 3] = [
    r#"^\s*\[\s*(?:"(?:[^"\\]|\\.)*"(?:\s*,\s*"(?:[^"\\]|\\.)*")*)?\s*\]\s*$"#,
    r"^\s*\[\s*'(?:[^'\\]|\\.)*'(?:\s*,\s*'(?:[^'\\]|\\.)*')*\s*\]\s*$",
    r#"^\s*\{(?:(?:[^{}",\\]+|"(?:[^"\\]|\\.)*")(?:,(?:[^{}",\\]+|"(?:[^"\\]|\\.)*"))*)?\}\s*$"#,
];

pub(super) fn serialised_list<'a>(home: &Home<'a>) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    for (relation, table) in home.expected.found(home.ctx.catalogue) {
        for name in table.lists.iter().filter(|it| relation.column(it).is_some_and(Column::is_text)) {
            let value = field("t", name);
            let is_list = LISTS.map(|pattern| format!("{value} ~ {}", literal(pattern))).join(" OR ");
            let rest = format!("WHERE CASE WHEN octet_length({value}) > {LONGEST} THEN false ELSE {is_list} END");
            spots.push(Spot::new(relation, name, rest));
        }
    }
    spots
}

pub(super) fn placeholder<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let saved = home.table("saved_recommendations")?;
    let code = named(saved, "oasis_code", Column::is_text)?;
    let rest = format!("WHERE starts_with(t.{code}::text, 'occupation::key_')");
    Some(Spot::new(saved, "oasis_code", rest))
}

fn session<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let tests = home.table("personality_assessments")?;
    let session = named(tests, "session_id", Column::is_text)?;
    let rest =
        format!("WHERE CASE WHEN octet_length(t.{session}) > 80 THEN true ELSE t.{session} !~* {} END", literal(UUID));
    Some(Spot::new(tests, "session_id", rest))
}

pub(super) fn flat_scores<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let profiles = home.table("personality_profiles")?;
    let scores = named(profiles, "scores", Column::is_json)?;
    let is_binary = profiles.column("scores").is_some_and(|it| it.base == "jsonb");
    let is_hexaco = named(profiles, "profile_type", Column::is_text)
        .map_or_else(String::new, |kind| format!("t.{kind} = 'hexaco' AND "));
    let (prefix, document) = if is_binary {
        ("jsonb", format!("t.{scores}"))
    } else {
        // Looking a key up in text makes PostgreSQL read every escape, and fail at those that stand for no character.
        // Without its escapes the document has the same keys, as far as this one is concerned.
        let plain = format!("replace(replace(t.{scores}::text, {}, ''), {}, 'u')", literal("\\\\"), literal("\\u"));
        ("json", format!("{plain}::json"))
    };
    let is_empty = format!(
        "CASE WHEN octet_length(t.{scores}::text) > 100 THEN false ELSE t.{scores}::text ~ '^\\s*\\{{\\s*\\}}\\s*$' END"
    );
    let rest = format!(
        "WHERE {is_hexaco}CASE WHEN {prefix}_typeof(t.{scores}) = 'object' THEN \
         ({document} -> 'hexaco') IS NULL AND NOT ({is_empty}) ELSE false END",
    );
    Some(Spot::new(profiles, "scores", rest))
}
