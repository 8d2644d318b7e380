//! Clerk's official JavaScript package judges the same tokens.

use std::path::Path;

use orientor_identity::TokenFault;
use orientor_testkit::node;
use serde_json::json;

use crate::{
    accepted_tokens::harmless,
    hostile_shapes,
    instance::{ISSUER, NOW, OURS},
};

fn judge(tokens: &[String]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tokens.json");
    let input = json!({"now": NOW, "issuer": ISSUER, "jwtKey": OURS.pem(), "tokens": tokens});
    std::fs::write(&file, input.to_string()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/official.mjs");
    let output = node::run(&script, &[file], &[] as &[(&str, &str)]);
    serde_json::from_str(&output.stdout).unwrap()
}

#[test]
fn what_instances_issue_is_accepted_there_and_here() {
    let (names, tokens): (Vec<_>, Vec<_>) = harmless().into_iter().unzip();

    let verdicts = judge(&tokens);

    for (name, verdict) in names.iter().zip(&verdicts) {
        assert_eq!(verdict, "accepted", "{name}");
    }
}

/// The package is lenient in known ways. A forged signature is none of them.
#[test]
fn where_we_are_stricter_no_signature_is_at_stake() {
    let hostile = hostile_shapes::table();
    let tokens: Vec<String> = hostile.iter().map(|(_, token, _)| token.clone()).collect();

    let verdicts = judge(&tokens);

    let accepted = || hostile.iter().zip(&verdicts).filter(|(_, verdict)| *verdict == "accepted").map(|(case, _)| case);
    for (name, _, fault) in accepted() {
        // A PEM has no name, so the package does not look at `kid`.
        let by_name = *fault == TokenFault::UnknownKey && name.starts_with("kid");
        let forged = matches!(fault, TokenFault::Signature | TokenFault::UnknownKey);
        assert!(by_name || !forged, "{name}");
    }
    // The comparison means something: the package accepts some, and refuses most.
    assert!((10..hostile.len() / 2).contains(&accepted().count()), "{}", accepted().count());
}
