//! Text that must not be in the repository: it would tie it to one machine, name a person, or is left over.

use std::{fs, io::ErrorKind, path::Path, process::Command, str};

use anyhow::{Context as _, Result, ensure};

use crate::workspace::root;

/// Files that may hold one kind of forbidden text, each with its reason. An entry that nothing needs fails a test.
const EXCEPTIONS: &[(&str, Kind, &str)] = &[("crates/xtask/src/forbidden.rs", Kind::Email, "tests the rule")];

// Put together from halves, so that this file passes its own check.
const FOLDERS: &[&str] = &[concat!("/", "work"), concat!("/", "root"), concat!("/", "home/"), concat!("/", "Users/")];
const REGISTRIES: &[&str] = &[
    concat!("crates", ".io"),
    concat!("registry.", "npmjs.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("npm", "mirror.com"),
    concat!("py", "pi.org"),
    concat!("python", "hosted.org"),
    concat!("proxy.", "golang.org"),
    concat!("deb.", "debian.org"),
    concat!("security.", "debian.org"),
    concat!("snapshot.", "debian.org"),
];
const LEFT_OVERS: &[&str] = &[concat!("todo", "!("), concat!("unimplemented", "!("), concat!("dbg", "!(")];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    MachinePath,
    Registry,
    Email,
    LeftOver,
}

#[derive(Debug, PartialEq, Eq)]
struct Fault {
    file: String,
    line: usize,
    kind: Kind,
    text: String,
}

/// The forbidden texts, as `file:line: what`.
pub(crate) fn run() -> Result<Vec<String>> {
    let excepted = |it: &Fault| EXCEPTIONS.iter().any(|(file, kind, _)| it.file == *file && it.kind == *kind);
    let faults = faults()?;
    Ok(faults.iter().filter(|it| !excepted(it)).map(Fault::to_line).collect())
}

impl Fault {
    fn to_line(&self) -> String {
        let Self { file, line, kind, text } = self;
        let what = match kind {
            Kind::MachinePath => "a path of one machine",
            Kind::Registry => "a package registry",
            Kind::Email => "an e-mail address outside example.com, example.net and example.org",
            Kind::LeftOver => "left over",
        };
        format!("{file}:{line}: {text}: {what}")
    }
}

/// Looks through what Git tracks, and what it would add.
fn faults() -> Result<Vec<Fault>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = git.output().context("could not run git")?;
    ensure!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let mut faults = Vec::new();
    for file in str::from_utf8(&listed.stdout)?.split_terminator('\0') {
        match fs::read(root().join(file)) {
            Ok(bytes) => faults.extend(faults_of(file, &String::from_utf8_lossy(&bytes))),
            // Deleted, but not yet in the index.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).context(file.to_owned()),
        }
    }
    Ok(faults)
}

fn faults_of(file: &str, text: &str) -> Vec<Fault> {
    let is_rust = Path::new(file).extension().is_some_and(|it| it == "rs");
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let found = [
            (Kind::MachinePath, machine_path(line)),
            (Kind::Registry, registry(line)),
            (Kind::Email, email(line)),
            (Kind::LeftOver, left_over(line).filter(|_| is_rust)),
        ];
        let fault = |(kind, text): (Kind, Option<&str>)| {
            Some(Fault { file: file.to_owned(), line: number + 1, kind, text: text?.to_owned() })
        };
        faults.extend(found.into_iter().filter_map(fault));
    }
    faults
}

/// A folder of the machine that somebody worked on; not part of a longer path or name.
fn machine_path(line: &str) -> Option<&str> {
    let goes_on = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-');
    FOLDERS.iter().find_map(|folder| {
        line.match_indices(folder).map(|(at, it)| (&line[..at], it, &line[at + it.len()..])).find_map(
            |(before, folder, after)| {
                let starts = !before.ends_with(|it: char| goes_on(it) || matches!(it, '.' | '~' | '}' | '/'));
                let ends = after.starts_with(goes_on) == folder.ends_with('/');
                (starts && ends).then_some(folder)
            },
        )
    })
}

/// The host of a package registry: where packages come from is for each machine to say.
fn registry(line: &str) -> Option<&str> {
    // What Cargo writes wherever it fetched the package: a name, no host.
    const CARGO_LOCK: &str = concat!("source = \"registry+https://github.com/rust-lang/crates", ".io-index\"");
    // In a lock file, any other host is one, too.
    const LOCKED: &[&str] = &["source = \"registry+", "source = \"sparse+", "\"resolved\": \"http"];
    let named = REGISTRIES.iter().chain(LOCKED).copied().find(|it| line.contains(it));
    named.filter(|_| line != CARGO_LOCK)
}

/// An address of somebody. npm's `@scope/name` and `name@1.2.3` are none.
fn email(line: &str) -> Option<&str> {
    let in_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '%' | '+' | '-');
    let in_domain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-');
    line.match_indices('@').find_map(|(at, _)| {
        let name = line[..at].rsplit(|it| !in_name(it)).next().unwrap_or_default();
        let rest = &line[at + 1..];
        let domain = rest[..rest.find(|it| !in_domain(it)).unwrap_or(rest.len())].trim_end_matches('.');
        let domain = domain.to_ascii_lowercase();
        let (_, top) = domain.rsplit_once('.')?;
        let is_host = top.len() >= 2 && top.bytes().all(|it| it.is_ascii_alphabetic());
        let is_version = domain.split('.').next().is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()));
        let is_example = ["example.com", "example.net", "example.org"]
            .into_iter()
            .any(|example| domain == example || domain.strip_suffix(example).is_some_and(|it| it.ends_with('.')));
        let is_address = !name.is_empty() && is_host && !is_version && !is_example;
        is_address.then(|| &line[at - name.len()..=at + domain.len()])
    })
}

/// What the author meant to come back to.
fn left_over(line: &str) -> Option<&str> {
    LEFT_OVERS.iter().copied().find(|it| line.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(file: &str, line: &str) -> Vec<Kind> {
        faults_of(file, line).into_iter().map(|it| it.kind).collect()
    }

    #[test]
    fn folders_registries_and_left_overs_are_found_wherever_they_stand() {
        for folder in FOLDERS {
            let folder = format!("{}/ada", folder.trim_end_matches('/'));
            for line in [format!("cd {folder}/src"), format!("\"{folder}\""), format!("HOME={folder}"), folder] {
                assert_eq!(kinds("a.sh", &line), [Kind::MachinePath], "{line}");
            }
        }
        for host in REGISTRIES {
            let line = format!("curl https://{host}/a.tgz");
            assert_eq!(kinds("a.sh", &line), [Kind::Registry], "{line}");
        }
        for left_over in LEFT_OVERS {
            let line = format!("    let x = {left_over}x);");
            assert_eq!(kinds("src/lib.rs", &line), [Kind::LeftOver], "{line}");
            assert_eq!(kinds("docs/style.md", &line), [], "{line}");
        }
    }

    #[test]
    fn lock_files_name_no_host() {
        for line in [
            "source = \"registry+https://mirror.example.com/index\"",
            "source = \"sparse+https://mirror.example.com/index/\"",
            "  \"resolved\": \"https://mirror.example.com/htmx.tgz\",",
        ] {
            assert_eq!(kinds("Cargo.lock", line), [Kind::Registry], "{line}");
        }
    }

    #[test]
    fn addresses_of_people_are_found() {
        for line in [
            "write to ada@orientor.dev.",
            "<ada+test@mail.example.dev>",
            "ä@x ada@notexample.com",
            "ada@example.com.evil.dev",
        ] {
            assert_eq!(kinds("README.md", line), [Kind::Email], "{line}");
        }
    }

    #[test]
    fn what_only_looks_alike_is_left_alone() {
        for line in [
            "/workers and a/root/b and /work-items and /api/v1/work",
            "./root ~/root ${dir}/root /rooted",
            "GET /home/ and https://example.com/home/x",
            "ada@example.com, bob@mail.Example.ORG, eve@example.net.",
            "@clerk/backend playwright-core@1.55.0 postgres@127.0.0.1:5432 actions/checkout@v4 ada@localhost",
            "@media (width < 40em) @ a@b @",
        ] {
            assert_eq!(faults_of("README.md", line), [], "{line}");
        }
    }

    #[test]
    fn a_fault_names_its_place() {
        let faults = faults_of("docs/a.md", "fine\nask ada@orientor.dev\n");

        assert!(faults[0].to_line().starts_with("docs/a.md:2: ada@orientor.dev: an e-mail"), "{faults:?}");
    }

    #[test]
    fn every_exception_is_needed() {
        let faults = faults().unwrap();
        for (file, kind, reason) in EXCEPTIONS {
            assert!(faults.iter().any(|it| it.file == *file && it.kind == *kind), "{file}: {kind:?} ({reason})");
        }
    }
}
