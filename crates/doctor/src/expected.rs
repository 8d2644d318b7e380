//! What a schema should look like, as data: `docs/expected-schema.md` explains the form of the file.

mod kind;
mod table;

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

pub use self::kind::canonical;
pub use self::table::{Backfill, DeleteRule, ExpectedColumn, ExpectedTable, Group, When};
use crate::{
    catalogue::{Catalogue, Relation},
    checks::Rule,
    error::{DoctorError, toml_fault},
};

/// The tables of an application as they should be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expected {
    /// What the application is called.
    pub name: String,
    /// The table of its users; the schema in which it is found is that of all tables.
    pub users: String,
    /// Where a migration tool notes how far it has come.
    #[serde(default)]
    pub revisions: Option<Revisions>,
    /// By bare name.
    pub tables: BTreeMap<String, ExpectedTable>,
}

/// Where a migration tool notes how far it has come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Revisions {
    /// Its table.
    pub table: String,
    /// The column there.
    pub column: String,
    /// The revisions that exist. A star at the end stands for any rest.
    pub known: Vec<String>,
}

/// A reference that the file declares and whose both ends are there.
#[derive(Clone, Debug)]
pub struct ExpectedReference {
    /// The table it stands in.
    pub table: i64,
    /// The column there.
    pub column: String,
    /// The table it refers to.
    pub target: i64,
    /// The column there.
    pub target_column: String,
    /// Whether a foreign key should stand here.
    pub enforced: bool,
    /// Whether the row says nothing without what it refers to.
    pub essential: bool,
    /// What should become of the row when the other one goes; none where any rule will do.
    pub on_delete: Option<DeleteRule>,
    /// Of a polymorphic reference: when it means this table.
    pub when: Option<When>,
}

impl Expected {
    /// The schema of Orientor's own database.
    pub fn orientor() -> Result<Self, DoctorError> {
        Self::parse(include_str!("../schemas/orientor.toml"), Path::new("schemas/orientor.toml"))
    }

    /// Reads a file that somebody wrote; `path` is for messages only.
    pub fn parse(text: &str, path: &Path) -> Result<Self, DoctorError> {
        let wrong = |reason: String| DoctorError::File { path: path.display().to_string(), reason };
        let expected: Self = toml::from_str(text).map_err(|error| wrong(toml_fault(text, &error)))?;
        expected.faults().map_or(Ok(expected), |reason| Err(wrong(reason)))
    }

    /// Whether this database is that of the application, or of its successor: the users are there, and half of the
    /// application's tables, or half of those that the successor makes.
    pub fn fits(&self, catalogue: &Catalogue) -> bool {
        let Some(home) = self.home(catalogue) else { return false };
        let half = |groups: &[Group]| {
            let (there, all) = self.present(catalogue, home, groups);
            2 * there >= all
        };
        half(Group::APPLICATION) || half(Group::SUCCESSOR)
    }

    /// Whether at least half of the tables of the application itself are there, so that a missing one is missed.
    pub fn is_whole(&self, catalogue: &Catalogue, home: &str) -> bool {
        let (there, all) = self.present(catalogue, home, Group::APPLICATION);
        2 * there >= all
    }

    /// How many tables of these groups are there, and how many there should be.
    pub fn present(&self, catalogue: &Catalogue, home: &str, groups: &[Group]) -> (usize, usize) {
        let wanted = self.tables.iter().filter(|(_, table)| groups.contains(&table.group));
        let there = |name: &str| catalogue.table_named(Some(home), name).is_some();
        wanted.fold((0, 0), |(found, all), (name, _)| (found + usize::from(there(name)), all + 1))
    }

    /// The schema where the users are and most of the tables, the first by name where several have as many.
    pub fn home<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a str> {
        let mut best: Option<(&str, usize)> = None;
        for users in catalogue.tables().filter(|it| it.name == self.users) {
            let (there, _) = self.present(catalogue, &users.schema, Group::ALL);
            if best.is_none_or(|(_, most)| there > most) {
                best = Some((&users.schema, there));
            }
        }
        best.map(|(schema, _)| schema)
    }

    /// The declared tables that are there.
    pub fn found<'a>(&'a self, catalogue: &'a Catalogue) -> Vec<(&'a Relation, &'a ExpectedTable)> {
        let Some(home) = self.home(catalogue) else { return Vec::new() };
        let tables = self.tables.iter();
        tables.filter_map(|(name, table)| Some((catalogue.table_named(Some(home), name)?, table))).collect()
    }

    /// The references that are declared and whose both ends are there.
    pub fn references(&self, catalogue: &Catalogue) -> Vec<ExpectedReference> {
        let Some(home) = self.home(catalogue) else { return Vec::new() };
        let mut references = Vec::new();
        for (name, table) in &self.tables {
            let Some(from) = catalogue.table_named(Some(home), name) else { continue };
            for reference in &table.references {
                let Some(to) = catalogue.table_named(Some(home), &reference.to.table) else { continue };
                if from.column(&reference.column).is_none() || to.column(&reference.to.column).is_none() {
                    continue;
                }
                references.push(ExpectedReference {
                    table: from.oid,
                    column: reference.column.clone(),
                    target: to.oid,
                    target_column: reference.to.column.clone(),
                    enforced: reference.enforced,
                    essential: reference.essential,
                    on_delete: reference.on_delete,
                    when: reference.when.clone(),
                });
            }
        }
        references
    }

    /// When two halves of a person collide in a table, by its user column.
    pub(crate) fn collision(&self, table: &str, column: &str) -> Option<Rule<'_>> {
        let table = self.tables.get(table).filter(|it| it.one_per_user.as_deref() == Some(column))?;
        Some(table.collides.as_ref()?.filled.as_deref().map_or(Rule::Always, Rule::BothFilled))
    }

    /// Whether the table is to have one row for each user, told apart by this column.
    pub(crate) fn is_single(&self, table: &str, column: &str) -> bool {
        self.tables.get(table).is_some_and(|it| it.one_per_user.as_deref() == Some(column))
    }

    /// Whether the table is one of this schema.
    pub(crate) fn declares(&self, table: &str) -> bool {
        self.tables.contains_key(table)
    }

    /// What contradicts itself in the file.
    fn faults(&self) -> Option<String> {
        if !self.tables.contains_key(&self.users) {
            return Some(format!("the table of the users, `{}`, is not among the tables", self.users));
        }
        self.tables.iter().find_map(|(name, table)| table.faults(name, &self.tables))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Expected, String> {
        Expected::parse(text, Path::new("mine.toml")).map_err(|error| error.to_string())
    }

    #[test]
    fn the_built_in_file_can_be_read() {
        let orientor = Expected::orientor().unwrap();

        let application = orientor.tables.values().filter(|it| it.group != Group::Added).count();
        assert_eq!(application, 51);
        let users = orientor.tables.values().flat_map(|it| &it.references).filter(|it| it.to.table == "users");
        assert!(users.count() >= 39);
    }

    #[test]
    fn a_mistake_in_a_file_is_named() {
        let file = |rest: &str| parse(&format!("name = \"shop\"\nusers = \"people\"\n{rest}"));

        assert!(file("[tables.people]\nkey = [\"id\"]\n[tables.people.columns]\nid = \"integer\"").is_ok());
        for (rest, part) in [
            ("[tables.orders]\ncolumns = { id = \"integer\" }", "`people`, is not among the tables"),
            ("[tables.people]\nkeys = [\"id\"]\ncolumns = { id = \"integer\" }", "unknown field `keys`"),
            ("[tables.people]\ncolumns = { id = \" not null\" }", "names no type"),
            ("[tables.people]\nunique = [[\"mail\"]]\ncolumns = { id = \"integer\" }", "people: no column `mail`"),
            (
                "[tables.people]\ncolumns = { id = \"integer\" }\nreferences = [{ column = \"id\", to = \"x.id\" }]",
                "people: refers to `x.id`, which is not declared",
            ),
            (
                "[tables.people]\ncolumns = { id = \"integer\" }\nreferences = [{ column = \"id\", to = \"x\" }]",
                "has to be `table.column`",
            ),
        ] {
            let error = file(rest).unwrap_err();
            assert!(error.starts_with("mine.toml cannot be used: "), "{error}");
            assert!(error.contains(part), "{error}");
        }
    }
}
