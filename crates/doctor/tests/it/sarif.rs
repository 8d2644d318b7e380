//! The SARIF is what the official schema says, and an empty list of results never means a clean database.

use orientor_doctor::{Audit, report};
use serde_json::{Value, json};

use crate::{json::validated, specimen};

fn written(audit: &Audit) -> String {
    let mut out = Vec::new();
    report::sarif(audit, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn run(audit: &Audit) -> Value {
    let log: Value = serde_json::from_str(&written(audit)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    log["runs"][0].clone()
}

#[test]
fn every_audit_is_valid_sarif() {
    let audits = specimen::all();
    let mut documents: Vec<String> = audits.iter().map(|(_, audit)| written(audit)).collect();
    documents.push(written(&specimen::damaged()).replace("\"fail\"", "\"surprise\""));

    let verdicts = validated(&["sarif"], &documents);

    for ((name, _), verdict) in audits.iter().zip(&verdicts) {
        assert_eq!(verdict, "valid", "{name}");
    }
    assert_ne!(verdicts.last().unwrap(), "valid", "the validator lets everything through");
}

#[test]
fn a_finding_is_a_result_and_a_check_a_rule() {
    let run = run(&specimen::damaged());

    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["D10", "D23", "D49", "D53"]);
    assert_eq!(rules[1]["name"], "OrphanRow");
    assert!(rules[1]["help"]["text"].as_str().unwrap().contains("docs/checks/D23.md"));
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 5);
    let result = &results[1];
    assert_eq!(
        (&result["ruleId"], &result["ruleIndex"], &result["level"]),
        (&json!("D23"), &json!(1), &json!("error"))
    );
    let place = &result["locations"][0]["logicalLocations"][0];
    assert_eq!(place["fullyQualifiedName"], "public.messages.sender_id");
    assert_eq!(place["kind"], "column");
    assert_eq!(result["properties"]["count"], 9);
    assert_eq!(result["properties"]["samples"], json!(["17", "18"]));
    assert_eq!(result["properties"]["disposition"], "repair");
    assert_eq!(results[4]["locations"][0]["logicalLocations"][0]["kind"], "table");
    assert_eq!(results[4]["level"], "note");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert_eq!(run["invocations"][0]["toolConfigurationNotifications"].as_array().unwrap().len(), 2);
}

#[test]
fn what_could_not_be_looked_at_is_a_run_that_did_not_succeed() {
    let mut stopped = specimen::clean();
    stopped.complete = false;
    let mut unseen = specimen::clean();
    unseen.coverage.could_not_look = specimen::blind().coverage.could_not_look;

    for (audit, notifications) in [(stopped, 1), (unseen, 2), (specimen::blind(), 3)] {
        let invocation = &run(&audit)["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        let all = invocation["toolExecutionNotifications"].as_array().unwrap();
        assert_eq!(all.iter().filter(|it| it["level"] == "error").count(), notifications, "{all:?}");
    }
}

#[test]
fn hostile_text_is_told_as_it_is() {
    let run = run(&specimen::hostile());

    let sample = &run["results"][0]["properties"]["samples"][0];
    assert_eq!(sample, specimen::HOSTILE);
}
