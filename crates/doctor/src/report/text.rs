//! Text of the database, made fit to be shown, and what several reports say alike.

use std::fmt::Write as _;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::finding::{Audit, Disposition, Finding, Severity};

/// Makes visible what would otherwise steer a terminal or hide: control characters, marks that turn the
/// direction of writing, and characters without width.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            _ if is_hidden(character) => shown.extend(character.escape_unicode()),
            _ => shown.push(character),
        }
    }
    shown
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The parts of a name joined by dots; a part in which a dot could be misread is quoted, as SQL would.
pub(super) fn dotted<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut name = String::new();
    for part in parts {
        if !name.is_empty() {
            name.push('.');
        }
        if part.is_empty() || part.contains(|c: char| c == '.' || c == '"' || c.is_whitespace()) {
            // Writing to a String never fails.
            let _ = write!(name, "\"{}\"", part.replace('"', "\"\""));
        } else {
            name.push_str(part);
        }
    }
    name
}

/// Where a finding is: `schema.table.column`.
pub(super) fn full_place(finding: &Finding) -> String {
    let column = finding.column.as_deref().filter(|column| !column.is_empty());
    dotted([finding.schema.as_str(), &finding.table].into_iter().chain(column))
}

/// The same, without the schema where all findings are in `public`.
pub(super) fn place(finding: &Finding, with_schema: bool) -> String {
    if with_schema {
        return full_place(finding);
    }
    let column = finding.column.as_deref().filter(|column| !column.is_empty());
    dotted([finding.table.as_str()].into_iter().chain(column))
}

/// Whether places need their schema to be told apart.
pub(super) fn needs_schema(audit: &Audit) -> bool {
    let mut schemas = audit.findings.iter().map(|finding| finding.schema.as_str());
    schemas.any(|schema| schema != "public")
}

/// The findings of one check, in their order.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) check: &'a str,
    pub(super) slug: &'a str,
    pub(super) title: &'a str,
    pub(super) findings: Vec<&'a Finding>,
}

/// The findings of this severity by check.
pub(super) fn groups(audit: &Audit, severity: Severity) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for finding in audit.findings.iter().filter(|finding| finding.severity == severity) {
        match groups.iter_mut().find(|group| group.check == finding.check) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group {
                check: &finding.check,
                slug: &finding.slug,
                title: &finding.title,
                findings: vec![finding],
            }),
        }
    }
    groups
}

/// The worst first.
pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// A severity as programs and style sheets call it.
pub(super) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// `1 error`, `2 warnings`; notes for people.
pub(super) fn severity_count(severity: Severity, count: usize) -> String {
    let (one, many) = match severity {
        Severity::Error => ("error", "errors"),
        Severity::Warning => ("warning", "warnings"),
        Severity::Info => ("note", "notes"),
    };
    format!("{} {}", number(count as u64), if count == 1 { one } else { many })
}

/// What a plan would do.
pub(super) fn disposition_name(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::Repair => "repair",
        Disposition::Decide => "decide",
        Disposition::Report => "report",
    }
}

/// The text with a capital at its beginning, for where it stands alone.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A number with a comma between thousands.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `part` of `whole` in percent, rounded down so that 100 % means all of them.
pub(super) fn percent(part: u64, whole: u64) -> u64 {
    if whole == 0 { 100 } else { u64::try_from(u128::from(part) * 100 / u128::from(whole)).unwrap_or(u64::MAX) }
}

/// The first words of a report: whether the database is well.
pub fn verdict(audit: &Audit) -> String {
    let findings = audit.findings.len();
    let checks: std::collections::BTreeSet<_> = audit.findings.iter().map(|finding| &finding.check).collect();
    let found = match (findings, checks.len()) {
        (0, _) => "Nothing wrong was found".to_owned(),
        (1, _) => "1 finding".to_owned(),
        (findings, 1) => format!("{} findings of one kind", number(findings as u64)),
        (findings, kinds) => format!("{} findings of {kinds} kinds", number(findings as u64)),
    };
    let blind = audit.coverage.could_not_look.len();
    match (audit.complete, blind) {
        (false, _) => format!("{found}, but the audit was stopped before its end"),
        (true, 0) => found,
        (true, 1) => format!("{found}, but one question could not be answered"),
        (true, blind) => format!("{found}, but {} questions could not be answered", number(blind as u64)),
    }
}

/// How many columns were looked at.
pub(super) fn coverage(audit: &Audit) -> String {
    let coverage = &audit.coverage;
    format!(
        "looked at {} of {} columns that may refer to a user, in {} tables, by {} statements",
        number(coverage.user_columns_checked as u64),
        number(coverage.user_columns_found as u64),
        number(coverage.tables as u64),
        number(coverage.statements as u64),
    )
}

/// Columns of a terminal that the text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Cuts the text to `most` columns; what is cut is shown by an ellipsis.
pub(super) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if used > most {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}

/// Breaks the text into lines of at most `most` columns: between words where that is possible.
pub(super) fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && width(&line) + 1 + width(word) > most {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for character in word.chars() {
            if !line.is_empty() && width(&line) + character.width().unwrap_or(0) > most {
                lines.push(std::mem::take(&mut line));
            }
            line.push(character);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_a_terminal_is_made_visible() {
        assert_eq!(visible("a\u{1b}[31mb\u{9b}c\u{7f}\r\n\t"), "a\\u{1b}[31mb\\u{9b}c\\u{7f}\\r\\n\\t");
        assert_eq!(visible("abc\u{202e}cba\u{2066}\u{200b}"), "abc\\u{202e}cba\\u{2066}\\u{200b}");
        assert_eq!(visible("Näme 名前 😀 \"x\""), "Näme 名前 😀 \"x\"");
    }

    #[test]
    fn names_that_could_be_misread_are_quoted() {
        assert_eq!(dotted(["public", "messages", "sender_id"]), "public.messages.sender_id");
        assert_eq!(dotted(["a.b", "we \"ird", "Näme"]), "\"a.b\".\"we \"\"ird\".Näme");
    }

    #[test]
    fn text_is_cut_and_wrapped_by_columns_and_not_by_characters() {
        assert_eq!(cut("名前名前", 8), "名前名前");
        assert_eq!(cut("名前名前", 7), "名前名…");
        assert_eq!(cut("abcdef", 3), "ab…");
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 3), [""]);
    }

    #[test]
    fn numbers_are_grouped_and_a_hundred_percent_means_all() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!((percent(0, 0), percent(999, 1_000), percent(1, 1)), (100, 99, 100));
    }
}
