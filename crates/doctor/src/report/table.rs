//! The audit for people at a terminal.

use std::io::{self, Write};

use super::text::{
    Group, SEVERITIES, coverage, cut, disposition_name, full_place, groups, needs_schema, number, percent, place,
    severity_count, verdict, visible, width, wrap,
};
use crate::{
    error::DoctorError,
    finding::{Audit, Finding, Kind, NotLooked, Severity},
};

/// How wide the report may be, and whether it may be coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableOptions {
    /// Columns of the terminal; fewer than 40 count as 40.
    pub width: usize,
    /// Whether escape sequences for colours may be written.
    pub colour: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self { width: 100, colour: false }
    }
}

const NARROWEST: usize = 40;
/// Longer lines are hard to follow.
const WIDEST: usize = 160;
/// What stands before a place.
const INDENT: usize = 6;
/// With less room than this at the end of a line, samples go below it.
const ENOUGH_FOR_SAMPLES: usize = 24;

/// Writes the audit as text that fits the width.
pub fn table(audit: &Audit, options: TableOptions, out: &mut impl Write) -> Result<(), DoctorError> {
    let width = options.width.clamp(NARROWEST, WIDEST);
    Page { out, width, colour: options.colour }.audit(audit).map_err(DoctorError::Report)
}

struct Page<'a, W> {
    out: &'a mut W,
    width: usize,
    colour: bool,
}

#[derive(Clone, Copy)]
enum Ink {
    Plain,
    Bold,
    Dim,
    Red,
    Yellow,
    Blue,
    Green,
    /// For what nobody may overlook.
    Alarm,
}

impl Ink {
    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Red,
            Severity::Warning => Self::Yellow,
            Severity::Info => Self::Blue,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Red => "1;31",
            Self::Yellow => "1;33",
            Self::Blue => "1;34",
            Self::Green => "1;32",
            Self::Alarm => "1;97;41",
        }
    }
}

/// How wide the parts of the lines of all findings are.
struct Columns {
    place: usize,
    count: usize,
    unit: usize,
}

impl<W: Write> Page<'_, W> {
    fn audit(&mut self, audit: &Audit) -> io::Result<()> {
        self.head(audit)?;
        if !audit.complete {
            self.alarm("INCOMPLETE: the audit was stopped before its end")?;
            self.paragraph(2, "What follows is true, but there may be more.", Ink::Plain)?;
        }
        let with_schema = needs_schema(audit);
        let columns = self.columns(audit, with_schema);
        for severity in SEVERITIES {
            self.severity(audit, severity, with_schema, &columns)?;
        }
        self.could_not_look(&audit.coverage.could_not_look)?;
        self.summary(audit)?;
        self.coverage(audit)?;
        self.chosen(audit)?;
        self.verdict(audit)
    }

    fn head(&mut self, audit: &Audit) -> io::Result<()> {
        self.paragraph(0, &format!("Audit of {}", visible(&audit.database)), Ink::Bold)
    }

    fn columns(&self, audit: &Audit, with_schema: bool) -> Columns {
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        let findings = || audit.findings.iter();
        let count = widest(&mut findings().map(|finding| number(finding.count).len()));
        let unit = widest(&mut findings().map(|finding| width(&visible(&finding.unit)))).min(self.width / 4);
        // Blanks between the parts, and `decide` at the end. A place for which no room is left stands on a line of its own.
        let room = self.width.saturating_sub(INDENT + 2 + count + 1 + unit + 2 + 6);
        let places = &mut findings().map(|finding| width(&visible(&place(finding, with_schema))));
        Columns { place: widest(&mut places.filter(|width| *width <= room)), count, unit }
    }

    fn severity(&mut self, audit: &Audit, severity: Severity, with_schema: bool, columns: &Columns) -> io::Result<()> {
        let groups = groups(audit, severity);
        if groups.is_empty() {
            return Ok(());
        }
        let count = groups.iter().map(|group| group.findings.len()).sum();
        writeln!(self.out)?;
        self.paragraph(0, &severity_count(severity, count).to_uppercase(), Ink::of(severity))?;
        for group in groups {
            self.group(&group, severity, with_schema, columns)?;
        }
        Ok(())
    }

    fn group(&mut self, group: &Group<'_>, severity: Severity, with_schema: bool, columns: &Columns) -> io::Result<()> {
        let code = format!("  {}  ", visible(group.check));
        let indent = width(&code).min(INDENT + 4);
        let lines = wrap(&visible(group.title), self.width - indent);
        for (at, line) in lines.iter().enumerate() {
            let (text, ink) = if at == 0 { (code.as_str(), Ink::of(severity)) } else { ("", Ink::Plain) };
            self.ink(text, ink)?;
            if at > 0 {
                write!(self.out, "{:indent$}", "")?;
            }
            self.ink(line, Ink::Bold)?;
            writeln!(self.out)?;
        }
        for finding in &group.findings {
            self.finding(finding, &place(finding, with_schema), columns)?;
        }
        Ok(())
    }

    fn finding(&mut self, finding: &Finding, place: &str, columns: &Columns) -> io::Result<()> {
        let mut place = visible(place);
        if width(&place) > columns.place {
            for line in wrap(&place, self.width - INDENT) {
                writeln!(self.out, "{:INDENT$}{line}", "")?;
            }
            place.clear();
        }
        let Columns { place: places, count, unit } = *columns;
        let line = format!(
            "{:INDENT$}{}  {:>count$} {}  {}",
            "",
            pad(&place, places),
            number(finding.count),
            pad(&cut(&visible(&finding.unit), unit), unit),
            disposition_name(finding.disposition),
        );
        write!(self.out, "{line}")?;
        // A column that is found wanting as a whole has no other sample than its own name.
        let (own, kind_is_schema) = (full_place(finding), finding.kind == Kind::Schema);
        let samples = finding.samples.iter().filter(|sample| !(kind_is_schema && own.ends_with(sample.as_str())));
        let samples = samples.map(|sample| visible(sample)).collect::<Vec<_>>().join(", ");
        let mut room = self.width.saturating_sub(width(&line) + 2);
        if samples.is_empty() {
            return writeln!(self.out);
        }
        if width(&samples) > room && room < ENOUGH_FOR_SAMPLES {
            writeln!(self.out)?;
            write!(self.out, "{:INDENT$}", "")?;
            room = self.width - INDENT - 2;
        }
        write!(self.out, "  ")?;
        self.ink(&cut(&samples, room), Ink::Dim)?;
        writeln!(self.out)
    }

    fn could_not_look(&mut self, blind: &[NotLooked]) -> io::Result<()> {
        if blind.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        self.alarm(&format!("COULD NOT LOOK, {} times; nothing is known about these", number(blind.len() as u64)))?;
        for what in blind {
            self.not_looked(what, 2, Ink::Red)?;
        }
        Ok(())
    }

    fn not_looked(&mut self, what: &NotLooked, indent: usize, ink: Ink) -> io::Result<()> {
        let check = what.check.as_ref().map(|check| format!("{} ", visible(check))).unwrap_or_default();
        self.paragraph(indent, &format!("{check}{}: {}", visible(&what.place), visible(&what.reason)), ink)
    }

    fn summary(&mut self, audit: &Audit) -> io::Result<()> {
        let summary = &audit.summary;
        writeln!(self.out)?;
        self.paragraph(0, "People", Ink::Bold)?;
        let linked = percent(summary.users_with_clerk_id, summary.users);
        for (count, what) in [
            (summary.users, "users".to_owned()),
            (summary.users_with_clerk_id, format!("with a provider's id ({linked} %)")),
            (summary.profiles, "profiles".to_owned()),
            (summary.orphaned_profiles, "profiles of nobody".to_owned()),
        ] {
            writeln!(self.out, "  {:>9} {what}", number(count))?;
        }
        Ok(())
    }

    fn coverage(&mut self, audit: &Audit) -> io::Result<()> {
        let found = &audit.coverage;
        writeln!(self.out)?;
        self.paragraph(0, "Coverage", Ink::Bold)?;
        let ink = if found.user_columns_checked < found.user_columns_found { Ink::Red } else { Ink::Plain };
        self.paragraph(2, &coverage(audit), ink)?;
        if !found.needs_clerk_directory.is_empty() {
            let checks = visible(&found.needs_clerk_directory.join(", "));
            self.paragraph(2, &format!("need --clerk-directory or --from-clerk: {checks}"), Ink::Plain)?;
        }
        if !found.not_looked_at.is_empty() {
            self.paragraph(2, "not looked at:", Ink::Plain)?;
            for what in &found.not_looked_at {
                self.not_looked(what, 4, Ink::Dim)?;
            }
        }
        Ok(())
    }

    fn chosen(&mut self, audit: &Audit) -> io::Result<()> {
        let chosen = &audit.chosen;
        writeln!(self.out)?;
        self.paragraph(0, "What was taken for the users", Ink::Bold)?;
        let subjects = if chosen.subjects.is_empty() { "none".to_owned() } else { chosen.subjects.join(", ") };
        let none = || "none".to_owned();
        for (what, is) in [
            ("table", chosen.users.clone()),
            ("key", chosen.id.clone()),
            ("e-mail", chosen.email.clone().unwrap_or_else(none)),
            ("provider's ids", subjects),
            ("profile", chosen.profile.clone().unwrap_or_else(none)),
        ] {
            self.paragraph(2, &format!("{what}: {}", visible(&is)), Ink::Plain)?;
        }
        for reason in &chosen.because {
            self.paragraph(4, &visible(reason), Ink::Dim)?;
        }
        Ok(())
    }

    fn verdict(&mut self, audit: &Audit) -> io::Result<()> {
        writeln!(self.out)?;
        let blind = !audit.complete || !audit.coverage.could_not_look.is_empty();
        if blind {
            return self.alarm(&verdict(audit));
        }
        let ink = audit.findings.iter().map(|finding| finding.severity).max().map_or(Ink::Green, Ink::of);
        self.paragraph(0, &verdict(audit), ink)
    }

    /// A line that nobody may overlook, also without colours.
    fn alarm(&mut self, text: &str) -> io::Result<()> {
        for line in wrap(&format!("!! {text}"), self.width) {
            self.ink(&line, Ink::Alarm)?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// Lines that begin at `indent`, and further in after the first.
    fn paragraph(&mut self, indent: usize, text: &str, ink: Ink) -> io::Result<()> {
        let hanging = if indent == 0 { 0 } else { indent + 2 };
        for (at, line) in wrap(text, self.width - hanging).iter().enumerate() {
            write!(self.out, "{:indent$}", "", indent = if at == 0 { indent } else { hanging })?;
            self.ink(line, ink)?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn ink(&mut self, text: &str, ink: Ink) -> io::Result<()> {
        if self.colour && !ink.code().is_empty() && !text.is_empty() {
            write!(self.out, "\u{1b}[{}m{text}\u{1b}[0m", ink.code())
        } else {
            write!(self.out, "{text}")
        }
    }
}

/// Fills up with blanks to this many columns.
fn pad(text: &str, to: usize) -> String {
    format!("{text}{:blanks$}", "", blanks = to.saturating_sub(width(text)))
}
