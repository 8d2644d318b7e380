//! One table of the file, and how its parts are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::kind::canonical;

/// A table as it should be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExpectedTable {
    /// Whose table it is.
    #[serde(default)]
    pub group: Group,
    /// The columns of its key.
    #[serde(default)]
    pub key: Vec<String>,
    /// Columns that have to be there.
    pub columns: BTreeMap<String, ExpectedColumn>,
    /// Columns that may be missing.
    #[serde(default)]
    pub optional: BTreeMap<String, ExpectedColumn>,
    /// Columns of an older shape of the table: nothing fills them any more.
    #[serde(default)]
    pub older: BTreeMap<String, ExpectedColumn>,
    /// Columns that an older application has left behind here.
    #[serde(default)]
    pub leftover: Vec<String>,
    /// Where the values of a missing column are.
    #[serde(default)]
    pub backfill: BTreeMap<String, Backfill>,
    /// Sets of columns of which no two rows have the same values.
    #[serde(default)]
    pub unique: Vec<Vec<String>>,
    /// Sets of columns that a CHECK may be about.
    #[serde(default)]
    pub checks: Vec<Vec<String>>,
    /// What its columns refer to.
    #[serde(default)]
    pub references: Vec<DeclaredReference>,
    /// The user column of a table with at most one row for each user.
    #[serde(default)]
    pub one_per_user: Option<String>,
    /// When two rows of one person cannot become one without somebody's choice.
    #[serde(default)]
    pub collides: Option<Collides>,
    /// Columns where the application refuses NULL and its successor does not.
    #[serde(default)]
    pub application_requires: Vec<String>,
    /// Columns with a vector, and how many numbers it has.
    #[serde(default)]
    pub vectors: BTreeMap<String, u32>,
    /// Text columns that hold words parted by commas.
    #[serde(default)]
    pub lists: Vec<String>,
}

/// Whose a table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Of the application.
    #[default]
    Application,
    /// Of the application, and its successor makes it too.
    Core,
    /// Of the successor alone. It is never missing, because the successor makes it when it comes.
    Added,
}

impl Group {
    /// Tables of the application.
    pub const APPLICATION: &'static [Self] = &[Self::Application, Self::Core];
    /// Tables of its successor.
    pub const SUCCESSOR: &'static [Self] = &[Self::Core, Self::Added];
    /// Every table.
    pub const ALL: &'static [Self] = &[Self::Application, Self::Core, Self::Added];
}

/// A column as it should be, written `type [| type …] [not null] [default value]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ExpectedColumn {
    /// The types that will do, as PostgreSQL writes them; the first is the one that it should have.
    pub kinds: Vec<String>,
    /// Whether it refuses NULL.
    pub required: bool,
    /// What a row without a value means, as SQL.
    pub default: Option<String>,
}

impl TryFrom<String> for ExpectedColumn {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (rest, default) = match text.split_once(" default ") {
            Some((rest, default)) => (rest, Some(default.trim().to_owned())),
            None => (text.as_str(), None),
        };
        let (types, required) = rest.strip_suffix(" not null").map_or((rest, false), |types| (types, true));
        let kinds: Vec<String> = types.split('|').map(canonical).collect();
        if kinds.iter().any(String::is_empty) {
            return Err(format!("`{text}` names no type; it has to be like `varchar(255) not null default 'a'`"));
        }
        Ok(Self { kinds, required, default })
    }
}

impl ExpectedColumn {
    /// Whether a column of this type will do.
    pub fn accepts(&self, kind: &str) -> bool {
        self.kinds.contains(&canonical(kind))
    }

    /// The type that it should have.
    pub fn kind(&self) -> &str {
        self.kinds.first().map_or("", String::as_str)
    }
}

/// Where the values of a missing column are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Backfill {
    /// A column of the same table, or `table.column` of another.
    pub from: String,
    /// Of another table: the column here that holds its key.
    #[serde(default)]
    pub by: Option<String>,
    /// The new value is whether the old one equals this.
    #[serde(default)]
    pub equals: Option<String>,
}

/// When two rows of one person cannot become one without somebody's choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Collides {
    /// Only where both have this column filled; else always.
    #[serde(default)]
    pub filled: Option<String>,
}

/// What a column refers to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DeclaredReference {
    /// The column.
    pub column: String,
    /// Where it points.
    pub to: Place,
    /// Whether a foreign key should stand here.
    #[serde(default = "yes")]
    pub enforced: bool,
    /// Whether the row says nothing without what it refers to.
    #[serde(default)]
    pub essential: bool,
    /// What should become of the row when the other one goes.
    #[serde(default)]
    pub on_delete: Option<DeleteRule>,
    /// When a column that may mean several tables means this one.
    #[serde(default)]
    pub when: Option<When>,
}

fn yes() -> bool {
    true
}

/// A column of a table, written `table.column`.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Place {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
}

impl TryFrom<String> for Place {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.split_once('.') {
            Some((table, column)) if !table.is_empty() && !column.is_empty() => {
                Ok(Self { table: table.to_owned(), column: column.to_owned() })
            }
            _ => Err(format!("`{text}` has to be `table.column`")),
        }
    }
}

/// When a column that may mean several tables means one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct When {
    /// The column that says which.
    pub column: String,
    /// The words there that mean this one.
    pub is: Vec<String>,
}

/// What becomes of a row when the one it refers to goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum DeleteRule {
    /// It goes too.
    #[serde(rename = "cascade")]
    Cascade,
    /// The reference becomes NULL.
    #[serde(rename = "set null")]
    SetNull,
    /// It keeps the other from going.
    #[serde(rename = "restrict")]
    Restrict,
}

impl DeleteRule {
    /// How the catalogue writes it; a rule that refuses has two spellings there.
    pub fn is(self, on_delete: char) -> bool {
        match self {
            Self::Cascade => on_delete == 'c',
            Self::SetNull => on_delete == 'n',
            Self::Restrict => matches!(on_delete, 'a' | 'r'),
        }
    }

    /// As SQL.
    pub fn sql(self) -> &'static str {
        match self {
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::Restrict => "RESTRICT",
        }
    }
}

impl ExpectedTable {
    /// What a column should look like, wherever it is declared.
    pub fn column(&self, name: &str) -> Option<&ExpectedColumn> {
        self.columns.get(name).or_else(|| self.optional.get(name)).or_else(|| self.older.get(name))
    }

    /// What contradicts itself.
    pub(super) fn faults(&self, name: &str, tables: &BTreeMap<String, Self>) -> Option<String> {
        let named = self.key.iter().chain(self.unique.iter().flatten()).chain(self.checks.iter().flatten());
        let named = named.chain(&self.one_per_user).chain(&self.application_requires).chain(&self.lists);
        let named = named.chain(self.references.iter().map(|it| &it.column)).chain(self.vectors.keys());
        let named = named.chain(self.references.iter().filter_map(|it| Some(&it.when.as_ref()?.column)));
        let mut named =
            named.chain(self.collides.iter().filter_map(|it| it.filled.as_ref())).chain(self.backfill.keys());
        if let Some(column) = named.find(|column| self.column(column).is_none()) {
            return Some(format!("{name}: no column `{column}` is declared"));
        }
        let lost = |it: &&DeclaredReference| tables.get(&it.to.table).and_then(|to| to.column(&it.to.column)).is_none();
        self.references.iter().find(lost).map(|reference| {
            let Place { table, column } = &reference.to;
            format!("{name}: refers to `{table}.{column}`, which is not declared")
        })
    }
}
