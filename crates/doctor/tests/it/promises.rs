//! No false green: every check finds something somewhere, so that a check without its query fails here.

use std::collections::{BTreeMap, BTreeSet};

use orientor_doctor::{AuditOptions, codes};
use orientor_testkit::database::TestDatabase;

use crate::{
    strange,
    support::{database, fixture_directory, found, look, options},
};

#[tokio::test]
async fn every_check_finds_planted_damage_somewhere() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let legacy = TestDatabase::legacy().await;
    let audit = look(AuditOptions { directory: Some(fixture_directory()), ..options(legacy.url()) }).await;
    for (place, _) in found(&audit) {
        places.entry(place.0).or_default().push("the fixture".to_owned());
    }
    for strange in strange::ALL {
        let database = database(&[strange.healthy, strange.damage]).await;
        for (place, _) in found(&look(options(database.url())).await) {
            places.entry(place.0).or_default().push(strange.name.to_owned());
        }
    }

    let all: BTreeSet<&str> = codes().collect();
    let silent: Vec<&&str> = all.iter().filter(|code| !places.contains_key(**code)).collect();
    assert!(silent.is_empty(), "no test plants damage for {silent:?}");
    let unknown: Vec<&String> = places.keys().filter(|code| !all.contains(code.as_str())).collect();
    assert!(unknown.is_empty(), "found under codes that no check has: {unknown:?}");
}

#[test]
fn codes_are_given_once() {
    let all: Vec<&str> = codes().collect();

    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
}
