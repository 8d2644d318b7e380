//! The audit as one page that needs nothing else: no script, no network, no other file.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use super::{
    graph::{Health, graph},
    picture::{LEGEND, class, draw_sign, picture},
    text::{
        Group, SEVERITIES, coverage, disposition_name, groups, needs_schema, number, percent, place, sentence,
        severity_count, severity_name, verdict, visible,
    },
};
use crate::{
    error::DoctorError,
    finding::{Audit, Finding, NotLooked, Severity},
};

const STYLE: &str = include_str!("page.css");
/// SHA-256 of [`STYLE`], so that the page can forbid every other style; a test compares the two.
const STYLE_HASH: &str = "tuWHrsJCedc0NuHHY4MSnmWF5cN1DSZiT6KX/HkennY=";

/// Writes the audit as an HTML page.
pub fn html(audit: &Audit, out: &mut impl Write) -> Result<(), DoctorError> {
    write_page(audit, out).map_err(DoctorError::Report)
}

/// Where the page has what.
pub(super) struct Anchors(BTreeMap<(String, String), usize>);

impl Anchors {
    fn of(audit: &Audit) -> Self {
        let mut first = BTreeMap::new();
        for severity in SEVERITIES {
            for (at, finding) in audit.findings.iter().enumerate().filter(|(_, it)| it.severity == severity) {
                first.entry((finding.schema.clone(), finding.table.clone())).or_insert(at);
            }
        }
        Self(first)
    }

    /// The worst finding in a table.
    pub(super) fn first_of(&self, schema: &str, table: &str) -> Option<String> {
        self.0.get(&(schema.to_owned(), table.to_owned())).map(|at| format!("finding-{at}"))
    }
}

/// Text that can stand between tags and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

/// Text of the database: visible and escaped.
fn shown(text: &str) -> String {
    escaped(&visible(text))
}

fn write_page(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>Audit of {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        shown(&audit.database)
    )?;
    head(audit, out)?;
    writeln!(out, "<main id=\"main\">")?;
    blind(audit, out)?;
    numbers(audit, out)?;
    drawing(audit, out)?;
    let with_schema = needs_schema(audit);
    for severity in SEVERITIES {
        section(audit, severity, with_schema, out)?;
    }
    looked_at(audit, out)?;
    chosen(audit, out)?;
    writeln!(out, "</main>")?;
    writeln!(
        out,
        "<footer><p>orientor {}. Each code is explained in <code>docs/checks</code>.</p></footer>\n</body>\n</html>",
        env!("CARGO_PKG_VERSION")
    )
}

/// How the database is, by what is worst.
fn health(audit: &Audit) -> Health {
    if !audit.complete || !audit.coverage.could_not_look.is_empty() {
        return Health::Blind;
    }
    match audit.findings.iter().map(|finding| finding.severity).max() {
        None => Health::Well,
        Some(Severity::Info) => Health::Info,
        Some(Severity::Warning) => Health::Warning,
        Some(Severity::Error) => Health::Error,
    }
}

fn sign(health: Health, out: &mut impl Write) -> io::Result<()> {
    write!(out, "<svg class=\"icon {}\" viewBox=\"-9 -9 18 18\" aria-hidden=\"true\">", class(health))?;
    draw_sign(health, 0, 0, out)?;
    write!(out, "</svg>")
}

fn head(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    let health = health(audit);
    write!(out, "<header class=\"{}\">\n<p class=\"brand\">Database audit</p>\n<h1>", class(health))?;
    sign(health, out)?;
    writeln!(out, "<span>{}</span></h1>\n<p class=\"where\">{}</p>", escaped(&verdict(audit)), shown(&audit.database))?;
    writeln!(out, "<nav aria-label=\"Sections\"><ul>")?;
    writeln!(out, "<li><a href=\"#tables\">Tables</a></li>")?;
    for severity in SEVERITIES {
        let count = audit.findings.iter().filter(|finding| finding.severity == severity).count();
        if count > 0 {
            let name = severity_name(severity);
            writeln!(out, "<li><a href=\"#{name}\">{}</a></li>", severity_count(severity, count))?;
        }
    }
    writeln!(out, "<li><a href=\"#coverage\">Coverage</a></li>\n</ul></nav>\n</header>")
}

fn blind(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    let missed = &audit.coverage.could_not_look;
    if audit.complete && missed.is_empty() {
        return Ok(());
    }
    write!(out, "<section class=\"alarm\" aria-labelledby=\"blind\">\n<h2 id=\"blind\">")?;
    sign(Health::Blind, out)?;
    writeln!(out, "<span>Not everything was looked at</span></h2>")?;
    if !audit.complete {
        writeln!(out, "<p>The audit was stopped before its end. What it found is true, but there may be more.</p>")?;
    }
    if !missed.is_empty() {
        writeln!(out, "<p>Nothing is known about these, least of all that they are well:</p>")?;
        list(missed, out)?;
    }
    writeln!(out, "</section>")
}

fn list(items: &[NotLooked], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<ul class=\"reasons\">")?;
    for item in items {
        let check = item.check.as_ref().map(|check| format!("<b>{}</b> ", shown(check))).unwrap_or_default();
        writeln!(out, "<li>{check}<code>{}</code> <span>{}</span></li>", shown(&item.place), shown(&item.reason))?;
    }
    writeln!(out, "</ul>")
}

fn numbers(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    let (summary, coverage) = (&audit.summary, &audit.coverage);
    let share = |part: u64, whole: u64| format!("{} of {}, {} %", number(part), number(whole), percent(part, whole));
    let (checked, found) = (coverage.user_columns_checked as u64, coverage.user_columns_found as u64);
    writeln!(
        out,
        "<section aria-labelledby=\"numbers\">\n<h2 id=\"numbers\" class=\"aside\">In numbers</h2>\n<dl class=\"cards\">"
    )?;
    for (value, what, note) in [
        (number(summary.users), "Users", String::new()),
        (
            number(summary.users_with_clerk_id),
            "With a provider’s id",
            share(summary.users_with_clerk_id, summary.users),
        ),
        (number(summary.profiles), "Profiles", String::new()),
        (number(summary.orphaned_profiles), "Profiles of nobody", String::new()),
        (number(checked), "User columns looked at", share(checked, found)),
    ] {
        writeln!(out, "<div><dt>{what}</dt><dd>{value}<small>{note}</small></dd></div>")?;
    }
    writeln!(out, "</dl>\n</section>")
}

fn drawing(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    let graph = graph(audit);
    writeln!(out, "<section aria-labelledby=\"tables\">\n<h2 id=\"tables\">Tables</h2>\n<ul class=\"legend\">")?;
    for (health, words) in LEGEND {
        let count = audit.tables.iter().filter(|table| Health::of(table) == health).count();
        write!(out, "<li>")?;
        sign(health, out)?;
        writeln!(out, "<span>{words} <b>{count}</b></span></li>")?;
    }
    writeln!(
        out,
        "<li><svg class=\"stroke\" viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"enforced\" d=\"M0 5H30\"/></svg>\
         <span>foreign key</span></li>\n\
         <li><svg class=\"stroke\" viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"loose\" d=\"M0 5H30\"/></svg>\
         <span>refers without one</span></li>\n</ul>"
    )?;
    if graph.nodes.is_empty() {
        return writeln!(out, "<p>No tables are known.</p>\n</section>");
    }
    writeln!(out, "<div class=\"canvas\" role=\"region\" aria-label=\"Picture of the tables\" tabindex=\"0\">")?;
    let mut schemas = graph.nodes.iter().map(|node| &node.table.schema);
    let with_schema = schemas.any(|schema| schema != "public");
    picture(&graph, with_schema, &Anchors::of(audit), out)?;
    writeln!(out, "</div>")?;
    if graph.left_out > 0 {
        writeln!(
            out,
            "<p class=\"note\">The {} tables that need attention most are drawn; {} more are not.</p>",
            number(graph.nodes.len() as u64),
            number(graph.left_out as u64)
        )?;
    }
    writeln!(out, "</section>")
}

fn section(audit: &Audit, severity: Severity, with_schema: bool, out: &mut impl Write) -> io::Result<()> {
    let groups = groups(audit, severity);
    if groups.is_empty() {
        return Ok(());
    }
    let name = severity_name(severity);
    let count = groups.iter().map(|group| group.findings.len()).sum();
    writeln!(
        out,
        "<section class=\"findings {name}\" aria-labelledby=\"{name}\">\n<h2 id=\"{name}\">{}</h2>",
        severity_count(severity, count)
    )?;
    for group in &groups {
        check(audit, group, with_schema, out)?;
    }
    writeln!(out, "</section>")
}

fn check(audit: &Audit, group: &Group<'_>, with_schema: bool, out: &mut impl Write) -> io::Result<()> {
    let (code, title) = (shown(group.check), shown(&sentence(group.title)));
    writeln!(out, "<article>\n<h3><span class=\"code\">{code}</span> {title}</h3>")?;
    // What is said of every place alike is said once.
    let action = group.findings.first().map_or("", |finding| &finding.action);
    let alike = group.findings.iter().all(|finding| finding.action == action);
    if alike && !action.is_empty() {
        writeln!(out, "<p class=\"action\">{}</p>", shown(&sentence(action)))?;
    }
    writeln!(
        out,
        "<table>\n<thead><tr><th scope=\"col\">Where</th><th scope=\"col\" class=\"number\">How many</th>\
         <th scope=\"col\">A plan would</th><th scope=\"col\">For example</th></tr></thead>\n<tbody>"
    )?;
    for finding in &group.findings {
        row(audit, finding, with_schema, alike, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n<p class=\"slug\">{} · docs/checks/{code}.md</p>\n</article>", shown(group.slug))
}

fn row(audit: &Audit, finding: &Finding, with_schema: bool, alike: bool, out: &mut impl Write) -> io::Result<()> {
    let at = audit.findings.iter().position(|it| std::ptr::eq(it, finding)).unwrap_or_default();
    let disposition = disposition_name(finding.disposition);
    let samples: Vec<String> = finding.samples.iter().map(|sample| format!("<code>{}</code>", shown(sample))).collect();
    let action = if alike { String::new() } else { format!("<small>{}</small>", shown(&sentence(&finding.action))) };
    writeln!(
        out,
        "<tr id=\"finding-{at}\"><th scope=\"row\"><code>{}</code></th>\
         <td class=\"number\" data-label=\"How many\">{} <small>{}</small></td>\
         <td data-label=\"A plan would\"><span class=\"tag {disposition}\">{disposition}</span>{action}</td>\
         <td data-label=\"For example\" class=\"samples\">{}</td></tr>",
        shown(&place(finding, with_schema)),
        number(finding.count),
        shown(&finding.unit),
        samples.join(" ")
    )
}

fn looked_at(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    let found = &audit.coverage;
    writeln!(
        out,
        "<section aria-labelledby=\"coverage\">\n<h2 id=\"coverage\">Coverage</h2>\n<p>The audit {}.</p>",
        escaped(&coverage(audit))
    )?;
    if !found.needs_clerk_directory.is_empty() {
        writeln!(
            out,
            "<p>Need the provider’s list of users (<code>--clerk-directory</code> or <code>--from-clerk</code>): {}.</p>",
            shown(&found.needs_clerk_directory.join(", "))
        )?;
    }
    if !found.user_columns.is_empty() {
        let count = number(found.user_columns.len() as u64);
        writeln!(
            out,
            "<details>\n<summary>Columns that may refer to a user ({count})</summary>\n<ul class=\"columns\">"
        )?;
        for column in &found.user_columns {
            writeln!(out, "<li><code>{}</code></li>", shown(column))?;
        }
        writeln!(out, "</ul>\n</details>")?;
    }
    if !found.not_looked_at.is_empty() {
        let count = number(found.not_looked_at.len() as u64);
        writeln!(out, "<details>\n<summary>What is not looked at, and why ({count})</summary>")?;
        list(&found.not_looked_at, out)?;
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</section>")
}

fn chosen(audit: &Audit, out: &mut impl Write) -> io::Result<()> {
    let chosen = &audit.chosen;
    writeln!(
        out,
        "<section aria-labelledby=\"chosen\">\n<h2 id=\"chosen\">What was taken for the users</h2>\n<dl class=\"chosen\">"
    )?;
    let subjects = (!chosen.subjects.is_empty()).then(|| chosen.subjects.join(", "));
    for (what, is) in [
        ("Table", Some(&chosen.users)),
        ("Key", Some(&chosen.id)),
        ("E-mail", chosen.email.as_ref()),
        ("Provider’s ids", subjects.as_ref()),
        ("Profile", chosen.profile.as_ref()),
    ] {
        let is = is.map_or("none".to_owned(), |is| format!("<code>{}</code>", shown(is)));
        writeln!(out, "<div><dt>{what}</dt><dd>{is}</dd></div>")?;
    }
    writeln!(out, "</dl>")?;
    if !chosen.because.is_empty() {
        writeln!(out, "<ul class=\"reasons\">")?;
        for reason in &chosen.because {
            writeln!(out, "<li><span>{}</span></li>", shown(reason))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</section>")
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::digest::{SHA256, digest};
    use base64::{Engine as _, engine::general_purpose::STANDARD};

    use super::*;

    #[test]
    fn the_page_allows_its_own_style_and_no_other() {
        assert_eq!(STYLE_HASH, STANDARD.encode(digest(&SHA256, STYLE.as_bytes())));
    }

    #[test]
    fn nothing_ends_a_tag_or_an_attribute() {
        assert_eq!(shown("<b>\"a\" & 'b'\u{202e}"), "&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;\\u{202e}");
    }
}
