//! What the fuzzer has collected, tried again.

use std::{fs, path::Path};

use orientor_fuzz::{TARGETS, target};

#[test]
fn whatever_was_collected_breaks_no_promise() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (name, target) in TARGETS {
        let mut tried = 0;
        for entry in fs::read_dir(corpora.join(name)).unwrap_or_else(|error| panic!("corpus/{name}: {error}")) {
            target(&fs::read(entry.unwrap().path()).unwrap());
            tried += 1;
        }
        assert!(tried >= 5, "corpus/{name} has only {tried}");
    }
}

#[test]
fn every_corpus_has_a_target() {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(target(name.to_str().unwrap()).is_some(), "{}", name.display());
    }
}
