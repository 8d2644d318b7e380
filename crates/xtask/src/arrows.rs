//! Which of our crates may depend on which, and who may know the web and the database.
//!
//! Dev-dependencies are free: tests may look at anything.

use anyhow::Result;

use crate::workspace::{self, Package};

const ANY: &[&str] = &["*"];

/// Each of our crates, and those of ours that it may use.
const OURS: &[(&str, &[&str])] = &[
    ("orientor-identity", &[]),
    ("orientor-domain", &[]),
    ("orientor-clerk", &["orientor-identity"]),
    ("orientor-devclerk", &["orientor-identity"]),
    ("orientor-doctor", &["orientor-identity"]),
    ("orientor-store", &["orientor-identity", "orientor-domain"]),
    ("orientor-services", &["orientor-domain", "orientor-store", "orientor-identity", "orientor-clerk"]),
    (
        "orientor-http",
        &["orientor-services", "orientor-store", "orientor-clerk", "orientor-identity", "orientor-domain"],
    ),
    (
        "orientor-cli",
        &[
            "orientor-http",
            "orientor-clerk",
            "orientor-identity",
            "orientor-doctor",
            "orientor-store",
            "orientor-services",
            "orientor-devclerk",
            "orientor-domain",
        ],
    ),
    ("orientor-fuzz", &["orientor-clerk", "orientor-identity"]),
    ("orientor-mixing", &[]),
    ("orientor-pgcluster", &[]),
    ("orientor-testkit", ANY),
    ("orientor-loadbench", ANY),
    ("xtask", &["orientor-pgcluster"]),
];

/// A library that only some of our crates may know.
struct Reserved {
    libraries: &'static [&'static str],
    by: &'static [&'static str],
    behind_a_feature: &'static [&'static str],
}

const RESERVED: &[Reserved] = &[
    Reserved {
        libraries: &["axum", "axum-core"],
        by: &["orientor-http", "orientor-devclerk", "orientor-cli", "orientor-testkit", "orientor-loadbench"],
        behind_a_feature: &["orientor-identity"],
    },
    Reserved {
        libraries: &["sqlx"],
        by: &["orientor-store", "orientor-doctor", "orientor-testkit", "orientor-loadbench"],
        behind_a_feature: &["orientor-identity"],
    },
];

/// The arrows that must not be.
pub(crate) fn run() -> Result<Vec<String>> {
    Ok(faults(&workspace::packages()?))
}

fn faults(packages: &[Package]) -> Vec<String> {
    let ours = || packages.iter().filter(|package| package.is_ours);
    let is_ours = |name: &str| ours().any(|package| package.name == name);
    let mut faults = Vec::new();
    for Package { name, dependencies, .. } in ours() {
        let Some((_, allowed)) = OURS.iter().find(|(ours, _)| ours == name) else {
            faults.push(format!("{name}: has no line in {}; say what it may use", file!()));
            continue;
        };
        for used in dependencies.iter().filter(|it| !it.is_dev) {
            if is_ours(&used.name) && *allowed != ANY && !allowed.contains(&used.name.as_str()) {
                faults.push(format!("{name} -> {}: no such arrow in {}", used.name, file!()));
            }
            let reserved = RESERVED.iter().find(|it| it.libraries.contains(&used.name.as_str()));
            let Some(Reserved { by, behind_a_feature, .. }) = reserved else { continue };
            let behind = behind_a_feature.contains(&name.as_str());
            if behind && !used.is_optional {
                faults.push(format!("{name} -> {}: only behind a feature", used.name));
            } else if !behind && !by.contains(&name.as_str()) {
                faults.push(format!(
                    "{name} -> {}: only for {}",
                    used.name,
                    [*by, *behind_a_feature].concat().join(", ")
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Dependency;

    fn ours(name: &str, dependency: Dependency) -> Package {
        Package { name: name.into(), is_ours: true, dependencies: vec![dependency], ..Package::default() }
    }

    fn on(name: &str) -> Dependency {
        Dependency { name: name.into(), ..Dependency::default() }
    }

    #[test]
    fn this_workspace_keeps_its_arrows() {
        let packages = workspace::packages().unwrap();

        // Else the check would be green for having looked at nothing.
        assert!(packages.iter().any(|it| it.is_ours && it.dependencies.iter().any(|on| !on.is_dev)));
        assert_eq!(faults(&packages), Vec::<String>::new());
    }

    #[test]
    fn an_arrow_against_the_grain_is_a_fault_unless_it_is_for_tests() {
        let up = ours("orientor-store", on("orientor-http"));
        let http = ours("orientor-http", on("orientor-store"));
        let for_tests = ours("orientor-domain", Dependency { is_dev: true, ..on("orientor-http") });

        let found = faults(&[up, http, for_tests]);

        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("orientor-store -> orientor-http"), "{found:?}");
    }

    #[test]
    fn a_crate_without_a_line_is_a_fault() {
        let found = faults(&[ours("orientor-surprise", on("serde"))]);

        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("orientor-surprise: has no line"), "{found:?}");
    }

    #[test]
    fn sql_and_the_web_stay_where_they_belong() {
        for (name, dependency, faulty) in [
            ("orientor-cli", on("sqlx"), true),
            ("orientor-services", on("sqlx"), true),
            ("orientor-store", on("sqlx"), false),
            ("orientor-store", on("axum"), true),
            ("orientor-http", on("axum"), false),
            ("orientor-identity", on("axum-core"), true),
            ("orientor-identity", Dependency { is_optional: true, ..on("axum-core") }, false),
            ("orientor-identity", on("sqlx"), true),
            ("orientor-identity", Dependency { is_optional: true, ..on("sqlx") }, false),
            ("orientor-services", Dependency { is_optional: true, ..on("sqlx") }, true),
        ] {
            let found = faults(&[ours(name, dependency.clone())]);
            assert_eq!(!found.is_empty(), faulty, "{name} -> {dependency:?}: {found:?}");
        }
    }
}
