//! The client for TypeScript: generated from the description, compiled, and used.

use std::{fs, path::PathBuf};

use orientor_testkit::node;
use serde_json::{Value, json};

use crate::support::TestApp;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn script(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/client").join(name)
}

/// With `ORIENTOR_BLESS=1` the file is written anew.
#[tokio::test]
async fn the_types_of_the_client_are_those_of_the_description() {
    let kept = root().join("clients/typescript/src/schema.d.ts");
    let description = root().join("docs/openapi.json");
    let generate = move || node::run(&script("generate.mjs"), &[description], &[] as &[(&str, &str)]);

    let generated = tokio::task::spawn_blocking(generate).await.unwrap().stdout;

    if std::env::var_os("ORIENTOR_BLESS").is_some() {
        fs::write(&kept, &generated).unwrap();
    }
    let kept = fs::read_to_string(&kept).unwrap();
    assert!(kept == generated, "cargo xtask bless writes clients/typescript/src/schema.d.ts anew");
}

#[tokio::test]
async fn the_client_compiles_and_does_what_its_types_say() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let folder = root().join("clients/typescript").canonicalize().unwrap().display().to_string();
    let arguments = [folder, app.url.clone(), ada.token.clone()];
    let out = tempfile::tempdir().unwrap();
    let place = [("ORIENTOR_OUT", out.path().display().to_string())];
    let usage = move || node::run(&script("use.mjs"), &arguments, &place);

    let said = tokio::task::spawn_blocking(usage).await.unwrap().stdout;

    let said: Value = serde_json::from_str(&said).unwrap_or_else(|_| panic!("{said}"));
    assert_eq!(said["me"]["id"], json!(ada.id));
    assert_eq!(said["courses"], json!(["Cards", "Looms", "Weaving"]));
    assert_eq!(said["refused"], json!([true, 404, "not_found"]));
}
