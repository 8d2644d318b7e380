//! The audit as SARIF 2.1.0, which code scanning services and editors read.
//!
//! A finding is a result, a check a rule. What could not be looked at is a notification of a run that
//! did not succeed, so that an empty list of results is never taken for a clean database.

use std::{collections::BTreeMap, io::Write};

use serde_json::{Value, json};

use super::text::{disposition_name, full_place, number, sentence};
use crate::{
    error::DoctorError,
    finding::{Audit, Finding, NotLooked, Severity},
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes the audit as a SARIF log with one run.
pub fn sarif(audit: &Audit, out: &mut impl Write) -> Result<(), DoctorError> {
    let rules = rules(audit);
    let indexes: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(at, check)| (*check, at)).collect();
    let results: Vec<Value> = audit.findings.iter().map(|finding| result(finding, &indexes)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "orientor audit",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|finding| rule(finding)).collect::<Vec<_>>(),
            }},
            "invocations": [invocation(audit)],
            "results": results,
            "properties": {
                "database": audit.database,
                "complete": audit.complete,
                "summary": audit.summary,
                "userColumnsFound": audit.coverage.user_columns_found,
                "userColumnsChecked": audit.coverage.user_columns_checked,
            },
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log).map_err(|error| DoctorError::Report(error.into()))?;
    writeln!(out).map_err(DoctorError::Report)
}

/// The worst finding of each check: it speaks for the rule.
fn rules(audit: &Audit) -> BTreeMap<&str, &Finding> {
    let mut rules: BTreeMap<&str, &Finding> = BTreeMap::new();
    for finding in &audit.findings {
        let speaker = rules.entry(&finding.check).or_insert(finding);
        if finding.severity > speaker.severity {
            *speaker = finding;
        }
    }
    rules
}

fn rule(finding: &Finding) -> Value {
    let page = format!("docs/checks/{}.md", finding.check);
    json!({
        "id": finding.check,
        "name": pascal_case(&finding.slug),
        "shortDescription": {"text": sentence(&finding.title)},
        "fullDescription": {"text": format!("{}. {}.", sentence(&finding.title), sentence(&finding.action))},
        "help": {
            "text": format!("What it means, how it happens and what the repair does: {page}"),
            "markdown": format!("What it means, how it happens and what the repair does: `{page}`"),
        },
        "defaultConfiguration": {"level": level(finding.severity)},
        "properties": {"tags": [finding.slug]},
    })
}

fn result(finding: &Finding, indexes: &BTreeMap<&str, usize>) -> Value {
    let place = full_place(finding);
    let (name, kind) = match finding.column.as_deref().filter(|column| !column.is_empty()) {
        Some(column) => (column, "column"),
        None => (finding.table.as_str(), "table"),
    };
    json!({
        "ruleId": finding.check,
        "ruleIndex": indexes.get(finding.check.as_str()).copied().unwrap_or_default(),
        "kind": "fail",
        "level": level(finding.severity),
        "message": {"text": format!(
            "{place}: {}: {} {}. {}.", finding.title, number(finding.count), finding.unit, sentence(&finding.action)
        )},
        "locations": [{"logicalLocations": [{"name": name, "fullyQualifiedName": place, "kind": kind}]}],
        // The same damage in the same place is the same result in the next run, whatever its count.
        "partialFingerprints": {"checkAndPlace/v1": format!("{}:{place}", finding.check)},
        "properties": {
            "slug": finding.slug,
            "count": finding.count,
            "unit": finding.unit,
            "samples": finding.samples,
            "disposition": disposition_name(finding.disposition),
        },
    })
}

fn invocation(audit: &Audit) -> Value {
    let coverage = &audit.coverage;
    let mut execution: Vec<Value> = coverage.could_not_look.iter().map(|it| notification(it, "error")).collect();
    if !audit.complete {
        execution.push(json!({
            "level": "error",
            "message": {"text": "the audit was stopped before its end; nothing is known about what is not listed"},
        }));
    }
    execution.extend(coverage.not_looked_at.iter().map(|it| notification(it, "note")));
    let configuration: Vec<Value> = coverage
        .needs_clerk_directory
        .iter()
        .map(|check| {
            json!({
                "level": "note",
                "message": {"text": format!("{check} needs --clerk-directory or --from-clerk")},
                "associatedRule": {"id": check},
            })
        })
        .collect();
    json!({
        "executionSuccessful": audit.complete && coverage.could_not_look.is_empty(),
        "toolExecutionNotifications": execution,
        "toolConfigurationNotifications": configuration,
    })
}

fn notification(what: &NotLooked, level: &str) -> Value {
    let verb = if level == "error" { "could not look at" } else { "not looked at:" };
    let mut value = json!({
        "level": level,
        "message": {"text": format!("{verb} {}: {}", what.place, what.reason)},
        "locations": [{"logicalLocations": [{"fullyQualifiedName": what.place}]}],
    });
    if let (Some(check), Some(members)) = (&what.check, value.as_object_mut()) {
        members.insert("associatedRule".to_owned(), json!({"id": check}));
    }
    value
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// `orphan-row` as `OrphanRow`, which is how SARIF writes names of rules.
fn pascal_case(slug: &str) -> String {
    let words = slug.split('-').filter_map(|word| {
        let mut letters = word.chars();
        let first = letters.next()?;
        Some(first.to_uppercase().chain(letters).collect::<String>())
    });
    words.collect()
}
