//! The JSON is what the published schema says, and the schema lets nothing else through.

use std::{collections::BTreeSet, fs, path::Path};

use orientor_doctor::{Audit, report};
use orientor_testkit::node;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::specimen;

/// What a validator says about each of the documents, `valid` or the first fault.
pub(crate) fn validated(kind: &[&str], documents: &[String]) -> Vec<String> {
    let folder = TempDir::with_prefix("orientor-report-").unwrap();
    let files: Vec<_> = (0..documents.len()).map(|at| folder.path().join(format!("{at}.json"))).collect();
    for (file, document) in files.iter().zip(documents) {
        fs::write(file, document).unwrap();
    }
    let mut arguments: Vec<String> = kind.iter().map(|it| (*it).to_owned()).collect();
    arguments.extend(files.iter().map(|file| file.to_str().unwrap().to_owned()));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validate.mjs");
    let output = node::run(&script, &arguments, &[] as &[(&str, &str)]);
    let lines: Vec<String> = output.stdout.lines().map(|line| line.split_once('\t').unwrap().1.to_owned()).collect();
    assert_eq!(lines.len(), documents.len(), "{output:?}");
    lines
}

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/audit.schema.json");

fn written(audit: &Audit) -> String {
    let mut out = Vec::new();
    report::json(audit, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_audit_is_valid_and_reads_back_as_it_was() {
    let audits = specimen::all();
    let documents: Vec<String> = audits.iter().map(|(_, audit)| written(audit)).collect();

    for ((name, _), verdict) in audits.iter().zip(validated(&["audit", SCHEMA], &documents)) {
        assert_eq!(verdict, "valid", "{name}");
    }
    for ((name, audit), document) in audits.iter().zip(&documents) {
        assert_eq!(serde_json::from_str::<Audit>(document).unwrap(), *audit, "{name}");
    }
}

#[test]
fn a_member_too_many_or_too_few_is_refused_wherever_it_is() {
    let whole: Value = serde_json::from_str(&written(&specimen::blind())).unwrap();
    let mut objects = BTreeSet::new();
    collect(&whole, "", &mut objects);
    let (mut names, mut documents) = (Vec::new(), Vec::new());
    for pointer in &objects {
        let members = whole.pointer(pointer).unwrap().as_object().unwrap();
        for member in members.keys() {
            let mut broken = whole.clone();
            broken.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(member);
            names.push(format!("without {pointer}/{member}"));
            documents.push(broken.to_string());
        }
        let mut broken = whole.clone();
        broken.pointer_mut(pointer).unwrap()["surprise"] = json!(1);
        names.push(format!("more in {pointer}"));
        documents.push(broken.to_string());
    }
    assert!(documents.len() > 60, "{names:?}");

    for (name, verdict) in names.iter().zip(validated(&["audit", SCHEMA], &documents)) {
        assert_ne!(verdict, "valid", "{name}");
    }
}

#[test]
fn values_that_cannot_be_are_refused() {
    let whole: Value = serde_json::from_str(&written(&specimen::blind())).unwrap();
    let changes = [
        ("/format", json!(2)),
        ("/findings/0/severity", json!("fatal")),
        ("/findings/0/disposition", json!("ignore")),
        ("/findings/0/kind", json!("cell")),
        ("/findings/0/count", json!(-1)),
        ("/findings/0/count", json!(1.5)),
        ("/findings/0/check", json!("X1")),
        ("/findings/0/samples", json!(["1", "2", "3", "4", "5", "6"])),
        ("/tables/0/worst", json!("fatal")),
        ("/coverage/could_not_look/0/check", json!(23)),
    ];
    let documents: Vec<String> = changes
        .iter()
        .map(|(pointer, value)| {
            let mut broken = whole.clone();
            *broken.pointer_mut(pointer).unwrap() = value.clone();
            broken.to_string()
        })
        .collect();

    for ((pointer, value), verdict) in changes.iter().zip(validated(&["audit", SCHEMA], &documents)) {
        assert_ne!(verdict, "valid", "{pointer} {value}");
    }
}

#[test]
fn the_members_that_others_rely_on_are_there() {
    let audit: Value = serde_json::from_str(&written(&specimen::damaged())).unwrap();

    let finding = &audit["findings"][1];
    assert_eq!(finding["check"], "D23");
    assert_eq!(finding["slug"], "orphan-row");
    assert_eq!((&finding["table"], &finding["schema"]), (&json!("messages"), &json!("public")));
    assert_eq!((&finding["column"], &finding["count"]), (&json!("sender_id"), &json!(9)));
    assert_eq!((&finding["severity"], &finding["disposition"]), (&json!("error"), &json!("repair")));
    assert_eq!(finding["samples"], json!(["17", "18"]));
    let summary = json!({"users": 205, "users_with_clerk_id": 148, "profiles": 192, "orphaned_profiles": 0});
    assert_eq!(audit["summary"], summary);
    assert_eq!(audit["coverage"]["user_columns_found"], 2);
    assert_eq!(audit["coverage"]["could_not_look"], json!([]));
}

/// Pointers to every object below `value`.
fn collect(value: &Value, pointer: &str, objects: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            objects.insert(pointer.to_owned());
            for (name, member) in members {
                collect(member, &format!("{pointer}/{name}"), objects);
            }
        }
        // One element speaks for the others, but an empty one for none.
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                collect(item, &format!("{pointer}/{at}"), objects);
            }
        }
        _ => {}
    }
}
