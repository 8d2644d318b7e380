//! What the operator has decided: a file that says, for findings that nobody else can judge, what is to become of them.

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    error::{DoctorError, toml_fault},
    finding::{Disposition, Finding},
};

/// Choices by `CHECK schema.table.column`, or by `CHECK schema.table.column = key` for one of its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Decisions(pub BTreeMap<String, String>);

/// The choice that changes nothing.
pub(super) const LEAVE: &str = "leave";

/// A check, what its keys are, whether a choice can stand for all its rows, and the choices with what they do.
type Offer = (&'static str, &'static str, bool, &'static [(&'static str, &'static str)]);

const OFFERS: &[Offer] = &[
    (
        "D02",
        "",
        true,
        &[(
            "link",
            "write the id of the account with the same address, though nobody says that the address is verified",
        )],
    ),
    (
        "D04",
        "a pair, as `9 and 149`",
        true,
        &[
            (
                "keep older",
                "make one user of the two; the unlinked row stays and its data win, the rest goes to quarantine",
            ),
            ("keep newer", "make one user of the two; the linked row stays and its data win"),
        ],
    ),
    (
        "D05",
        "the user",
        false,
        &[("alive", "this row stays as it is, and the others with its address are deactivated")],
    ),
    (
        "D08",
        "the user",
        true,
        &[
            ("unlink", "forget the id; the user stays without one"),
            ("quarantine", "set the row aside, with all that belongs to it"),
        ],
    ),
    ("D10", "the user", false, &[("keep", "this user keeps the id, and the others who share it lose theirs")]),
    ("D11", "the user", true, &[("deactivate", "keep the user and everything of theirs, but not active")]),
    (
        "D24",
        "the key of the row",
        true,
        &[("quarantine", "set the row aside"), ("user N", "the row belongs to user number N")],
    ),
    (
        "D27",
        "the key of the row",
        true,
        &[
            ("owner of the parent", "the row belongs to whom its parent belongs to"),
            ("owner of the row", "the row stays with its owner and forgets the parent; only where that may be NULL"),
            ("set null", "the same, where the reference itself is the finding"),
        ],
    ),
    (
        "D29",
        "the key of the row",
        true,
        &[
            ("quarantine", "set the row aside, with all that refers to it"),
            ("set null", "forget the reference and keep the row; only where that may be NULL"),
        ],
    ),
    ("D32", "the key of the row", true, &[("quarantine", "set the row aside")]),
    ("D34", "the key of the row", true, &[("quarantine", "set the row aside")]),
    (
        "D71",
        "the key of the row",
        true,
        &[("factors", "the numbers are the six factors; put them under `hexaco`, where peer matching reads them")],
    ),
];

/// The choices about one place: for all rows, and for rows by key.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices<'a> {
    pub all: Option<&'a str>,
    pub keys: Vec<(&'a str, &'a str)>,
}

impl Decisions {
    /// Reads a file; `path` is for messages only.
    ///
    /// # Errors
    ///
    /// [`DoctorError::File`] if it is not TOML, or names a check or a choice that there is not.
    pub fn parse(text: &str, path: &Path) -> Result<Self, DoctorError> {
        let wrong = |reason: String| DoctorError::File { path: path.display().to_string(), reason };
        let read: BTreeMap<String, String> = toml::from_str(text).map_err(|error| wrong(toml_fault(text, &error)))?;
        for (key, choice) in &read {
            let (check, rest) = key.split_once(' ').unwrap_or((key, ""));
            let offer = OFFERS.iter().find(|it| it.0 == check);
            let Some((_, _, for_all, choices)) = offer else {
                let checks = OFFERS.iter().map(|it| it.0).collect::<Vec<_>>().join(", ");
                return Err(wrong(format!(
                    "there is nothing to decide about `{check}`; decisions are possible about {checks}"
                )));
            };
            let place = rest.split(" = ").next().unwrap_or_default();
            if place.split('.').count() < 3 {
                return Err(wrong(format!(
                    "`{key}` has to be like `{check} schema.table.column` or `{check} schema.table.column = key`"
                )));
            }
            if !for_all && !rest.contains(" = ") {
                return Err(wrong(format!("`{key}` has to name a row: `{key} = key`")));
            }
            let is_user =
                |it: &str| it == "user N" && choice.strip_prefix("user ").is_some_and(|id| id.parse::<i64>().is_ok());
            if choice != LEAVE && !choices.iter().any(|(it, _)| it != &"user N" && it == choice || is_user(it)) {
                let known = choices.iter().map(|(it, _)| format!("`{it}`")).collect::<Vec<_>>().join(", ");
                return Err(wrong(format!("`{choice}` is no choice for {check}; there are {known} and `{LEAVE}`")));
            }
        }
        Ok(Self(read))
    }

    /// A file with every decision that is open, each commented out, with what each choice does.
    #[must_use]
    pub fn template(findings: &[Finding]) -> String {
        let mut text = String::from(
            "# What is to become of what nobody else can judge. Take the # off a line and keep the choice that is right;\n\
             # what stays commented out stays as it is.\n",
        );
        for finding in findings.iter().filter(|it| it.disposition == Disposition::Decide) {
            let Some((check, keys, for_all, choices)) = OFFERS.iter().find(|it| it.0 == finding.check) else {
                continue;
            };
            let place = place(finding);
            let mut line = |it: String| {
                text.push_str(&it);
                text.push('\n');
            };
            line(format!("\n# {check}: {} ({} {})", finding.title, finding.count, finding.unit));
            for (choice, does) in choices.iter().chain(&[(LEAVE, "nothing; it stays an open finding")]) {
                line(format!("#   {choice}: {does}"));
            }
            let first = choices.first().map_or(LEAVE, |it| it.0).replace('N', "1");
            if *for_all {
                line(format!("# {} = {}", quoted(&format!("{check} {place}")), quoted(&first)));
            }
            if !keys.is_empty() {
                line(format!("# For single rows, by {keys}:"));
                for sample in &finding.samples {
                    line(format!("# {} = {}", quoted(&format!("{check} {place} = {sample}")), quoted(&first)));
                }
            }
        }
        text
    }

    /// Takes one choice for all findings of a check.
    pub(crate) fn take(&mut self, check: &str, choice: &str, findings: &[Finding]) {
        let keys = findings.iter().filter(|it| it.check == check).map(|it| format!("{check} {}", place(it)));
        self.0.extend(keys.map(|key| (key, choice.to_owned())));
    }

    /// The first decision about something that has not been found.
    pub(crate) fn stray(&self, findings: &[Finding]) -> Option<&str> {
        let is_found = |key: &&String| {
            findings.iter().any(|it| {
                let named = format!("{} {}", it.check, place(it));
                key.strip_prefix(&named).is_some_and(|rest| rest.is_empty() || rest.starts_with(" = "))
            })
        };
        self.0.keys().find(|key| !is_found(key)).map(String::as_str)
    }

    /// Whether all rows of a finding have been decided about, and not to be left.
    pub(crate) fn settles(&self, finding: &Finding) -> bool {
        self.0.get(&format!("{} {}", finding.check, place(finding))).is_some_and(|it| it != LEAVE)
    }

    /// What has been decided about one place.
    pub(super) fn about(&self, check: &str, schema: &str, table: &str, column: &str) -> Choices<'_> {
        let named = format!("{check} {schema}.{table}.{column}");
        let mut choices = Choices::default();
        for (key, choice) in &self.0 {
            match key.strip_prefix(&named) {
                Some("") => choices.all = Some(choice),
                Some(rest) => choices.keys.extend(rest.strip_prefix(" = ").map(|row| (row, choice.as_str()))),
                None => {}
            }
        }
        choices
    }
}

fn place(finding: &Finding) -> String {
    format!("{}.{}.{}", finding.schema, finding.table, finding.column.as_deref().unwrap_or_default())
}

fn quoted(text: &str) -> String {
    // A string of JSON is one of TOML as well.
    serde_json::Value::from(text).to_string()
}

impl<'a> Choices<'a> {
    /// The condition that the row whose key is this expression is to be treated so; none if no row is.
    pub fn rows(&self, choice: &str, key: &str) -> Option<String> {
        let list = |keys: Vec<&str>| keys.iter().map(|it| crate::sql::literal(it)).collect::<Vec<_>>().join(", ");
        let those = |so: bool| {
            self.keys.iter().filter(|(_, it)| (*it == choice) == so).map(|(key, _)| *key).collect::<Vec<_>>()
        };
        let (named, others) = (those(true), those(false));
        match (self.all == Some(choice), named.is_empty(), others.is_empty()) {
            (true, _, true) => Some("true".to_owned()),
            // What is said about a single row goes before what is said about all.
            (true, _, false) => Some(format!("({key})::text NOT IN ({})", list(others))),
            (false, false, _) => Some(format!("({key})::text IN ({})", list(named))),
            (false, true, _) => None,
        }
    }

    /// The choices that have been taken, each once.
    pub fn taken(&self) -> Vec<&'a str> {
        let mut taken: Vec<&str> =
            self.all.into_iter().chain(self.keys.iter().map(|(_, it)| *it)).filter(|it| *it != LEAVE).collect();
        taken.sort_unstable();
        taken.dedup();
        taken
    }
}
