//! Every dependency, of the build and of the tests, comes under terms that we can meet.

use anyhow::Result;

use crate::{
    spdx,
    workspace::{self, Package},
};

/// Terms that ask for no more than a notice, or, for MPL-2.0, the source of files that we changed (none).
const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

/// The packages whose terms we do not accept.
pub(crate) fn run() -> Result<Vec<String>> {
    let packages = workspace::packages()?;
    Ok(packages.iter().filter(|package| !package.is_ours).filter_map(fault).collect())
}

fn fault(Package { name, version, licence, .. }: &Package) -> Option<String> {
    let Some(expression) = licence else { return Some(format!("{name} {version}: its manifest names no licence")) };
    match spdx::is_satisfied(expression, |licence| ACCEPTED.contains(&licence)) {
        Ok(true) => None,
        Ok(false) => Some(format!("{name} {version}: {expression} cannot be met with what {} accepts", file!())),
        Err(error) => Some(format!("{name} {version}: {expression:?} is not an SPDX expression: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(licence: Option<&str>) -> Package {
        Package { name: "guest".into(), licence: licence.map(str::to_owned), ..Package::default() }
    }

    #[test]
    fn this_workspace_depends_on_accepted_licences_only() {
        assert_eq!(run().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_package_needs_a_licence_that_we_accept() {
        assert_eq!(fault(&package(Some("(MIT OR Apache-2.0) AND Unicode-3.0"))), None);
        assert_eq!(fault(&package(Some("Apache-2.0 OR BSL-1.0"))), None);
        for refused in [None, Some(""), Some("GPL-3.0-only"), Some("MIT AND OpenSSL"), Some("Apache-2.0 WITH X")] {
            assert!(fault(&package(refused)).is_some(), "{refused:?}");
        }
    }
}
