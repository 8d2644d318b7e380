//! schemathesis, with somebody who is signed in: whatever it asks, no answer is a fault of the server or other than the
//! description says.

use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use orientor_http::RateSettings;
use orientor_testkit::schemathesis;

use crate::{
    spellings::operations,
    support::{Setup, TestApp},
};

/// How long it asks, in seconds; set by `cargo xtask fuzz-api`.
const SECONDS: &str = "ORIENTOR_FUZZ_API_SECONDS";
/// Where it begins; set by `cargo xtask fuzz-api`.
const SEED: &str = "ORIENTOR_SEED";
/// How it asks otherwise: a few times each, however long that takes, without the values at the edges of all schemas.
const SHORT: [&str; 4] = ["--phases", "examples,fuzzing,stateful", "--max-examples", "12"];

/// Refusals of what does not fit. By itself it does not know 413, for what is too long in all.
const SETTINGS: &str =
    "[checks.negative_data_rejection]\nexpected-statuses = [400, 401, 403, 404, 409, 413, 415, 422]\n";

/// What is compared. That whatever fits its schema is taken is not: a reference may be to somebody else's row, and is refused.
const CHECKS: [&str; 8] = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "ignored_auth",
    "use_after_free",
    "negative_data_rejection",
];

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_asked_every_answer_is_as_described() {
    let rate = RateSettings { user_per_minute: None, address_per_minute: None, ..RateSettings::default() };
    let app = TestApp::with(Setup { rate, ..Setup::default() }).await;
    let description = app.get("/openapi.json").await.body;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("openapi.json");
    std::fs::write(&file, description.to_string()).unwrap();

    std::fs::write(folder.path().join("schemathesis.toml"), SETTINGS).unwrap();
    let hooks = place("hooks.py");
    let answered = folder.path().join("answered.json");
    let tell = answered.clone();
    let (url, clerk, secret) = (app.url.clone(), app.clerk.url().to_owned(), app.clerk.secret_key().to_owned());
    let ask = move || {
        let mut command = schemathesis::command(&hooks);
        command.current_dir(file.parent().unwrap()).env("ORIENTOR_ANSWERED", tell);
        command.env("ORIENTOR_URL", &url).env("ORIENTOR_CLERK_URL", clerk).env("ORIENTOR_CLERK_SECRET", secret);
        command.arg("run").arg(&file).args(["--url", &url, "--no-color", "--generation-database", "none"]);
        command.args(["--checks", &CHECKS.join(","), "--continue-on-failure"]);
        match env::var(SECONDS) {
            Ok(seconds) => command.args(["--max-time", &seconds]),
            Err(_) => command.args(SHORT),
        };
        // Its generators are not meant to be used by two threads at once.
        command.args(["--suppress-health-check", "all", "--warnings", "off", "--workers", "1"]);
        // Fresh every day, and the same everywhere on that day: what has failed in one place can be seen again in another.
        let day = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() / 86_400;
        command.args(["--seed", &env::var(SEED).unwrap_or_else(|_| day.to_string())]);
        command.output().unwrap()
    };
    let said = tokio::task::spawn_blocking(ask).await.unwrap();

    let text = String::from_utf8_lossy(&said.stdout) + String::from_utf8_lossy(&said.stderr);
    println!("{text}");
    // It succeeds as well if what it asks cannot be made.
    assert!(said.status.success() && !text.contains(" errored"), "{text}");
    // Whoever is let in nowhere finds no fault either.
    let answered: BTreeMap<String, BTreeMap<u16, u32>> =
        serde_json::from_slice(&std::fs::read(answered).unwrap()).unwrap();
    let described: Vec<String> =
        operations(&app).await.into_iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    let did = |name: &&String| answered.get(*name).is_some_and(|counts| counts.keys().any(|status| *status < 300));
    let (did, never): (Vec<_>, Vec<_>) = described.iter().partition(did);
    println!("{} of {} operations did what they were asked to; others: {never:#?}", did.len(), described.len());
    assert!(did.len() * 2 > described.len(), "{never:#?}");
}

#[tokio::test]
async fn every_body_has_an_example_that_fits_its_schema() {
    let app = TestApp::new().await;
    let description = app.get("/openapi.json").await.body;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("openapi.json");
    std::fs::write(&file, description.to_string()).unwrap();
    let look = move || schemathesis::script(&place("examples.py")).arg(&file).output().unwrap();

    let said = tokio::task::spawn_blocking(look).await.unwrap();

    let (faults, notes) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success() && faults.is_empty(), "{faults}{notes}");
}

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/schemathesis").join(name)
}

/// The later of two types with one name would take the place of the other in the description, unseen.
#[test]
fn no_two_types_of_the_description_have_one_name() {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in sources(&crates) {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut lines = text.lines();
        while lines.by_ref().any(|line| line.starts_with("#[derive(") && line.contains("ToSchema")) {
            let mut name = None;
            for line in lines.by_ref() {
                let word = |after: &str| {
                    let from = line.split_once(after)?.1;
                    from.split(|it: char| !it.is_alphanumeric()).next().map(str::to_owned)
                };
                name = name.or_else(|| word("schema(as = "));
                if !line.starts_with(['#', '/', ' ', ')']) {
                    name = name.or_else(|| word("struct ").or_else(|| word("enum ")));
                    break;
                }
            }
            places.entry(name.unwrap_or_default()).or_default().push(file.display().to_string());
        }
    }
    assert!(places.len() > 100, "{places:?}");
    places.retain(|_, files| files.len() > 1);
    assert_eq!(places, BTreeMap::new());
}

/// Every source file of a library below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let tests = ["tests", "target", "benches"];
    let folders = folders.into_iter().filter(|it| !tests.contains(&it.file_name().unwrap().to_str().unwrap()));
    let files = files.into_iter().filter(|file| file.extension().is_some_and(|it| it == "rs"));
    files.chain(folders.flat_map(|it| sources(&it))).collect()
}
