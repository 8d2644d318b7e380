//! What the operator says about the database: by flag, or in `doctor.toml`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use orientor_doctor::{AuditOptions, Choices, Directory, Expected, ReadOptions};
use serde::{Deserialize, de::DeserializeOwned};

use crate::exit::Failure;

/// Read if it is there and nobody names another one.
const FILE: &str = "doctor.toml";

/// Flags about the database; the comments are their help.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "What is what in the database; found by evidence if not given")]
pub(crate) struct ChoiceArguments {
    /// The users table, as table or schema.table.
    #[arg(long, value_name = "TABLE")]
    users_table: Option<String>,

    /// The key of the users table, to which other tables refer.
    #[arg(long, value_name = "COLUMN")]
    users_id: Option<String>,

    /// The e-mail column of the users table.
    #[arg(long, value_name = "COLUMN")]
    email_column: Option<String>,

    /// Where the provider's ids are: a column of the users table, or table.column.
    #[arg(long, value_name = "COLUMN")]
    subject_column: Option<String>,

    /// The table with one profile for each user.
    #[arg(long, value_name = "TABLE")]
    profile_table: Option<String>,

    /// Looks at this schema only; can be given several times.
    #[arg(long = "schema", value_name = "NAME")]
    schemas: Vec<String>,

    /// Leaves out what is known about Orientor's own tables.
    #[arg(long)]
    generic: bool,

    /// What the schema should look like, in TOML; Orientor's own where its tables are found.
    #[arg(long, value_name = "FILE", conflicts_with = "generic")]
    expected: Option<PathBuf>,

    /// Reads these choices from a file, under the same names; ./doctor.toml if it is there.
    #[arg(long, value_name = "FILE")]
    doctor_config: Option<PathBuf>,
}

/// The same, in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct ChoiceFile {
    users_table: Option<String>,
    users_id: Option<String>,
    email_column: Option<String>,
    subject_column: Option<String>,
    profile_table: Option<String>,
    schemas: Vec<String>,
    generic: bool,
    expected: Option<PathBuf>,
}

/// What was chosen in the end.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) choices: Choices,
    pub(crate) schemas: Vec<String>,
    pub(crate) generic: bool,
    pub(crate) expected: Option<Expected>,
}

impl Chosen {
    /// As the doctor wants it.
    pub(crate) fn options(self, url: String, read: ReadOptions, directory: Option<Directory>) -> AuditOptions {
        let Self { choices, schemas, generic, expected } = self;
        AuditOptions { url, read, schemas, choices, expected, generic_only: generic, directory }
    }
}

impl ChoiceArguments {
    /// Lays the flags over the file.
    pub(crate) fn read(self) -> Result<Chosen, Failure> {
        let file: ChoiceFile = match self.doctor_config.as_deref() {
            Some(path) => parse(path, &read(path)?)?,
            None => match fs::read_to_string(FILE) {
                Ok(text) => parse(Path::new(FILE), &text)?,
                Err(error) if error.kind() == io::ErrorKind::NotFound => ChoiceFile::default(),
                Err(error) => return Err(Failure::because(&format!("cannot read {FILE}"), &error)),
            },
        };
        let generic = self.generic || (file.generic && self.expected.is_none());
        let expected = self.expected.or(file.expected).filter(|_| !generic);
        let expected = expected.map(|path| expect(&path)).transpose()?;
        Ok(Chosen {
            choices: Choices {
                users_table: self.users_table.or(file.users_table),
                users_id: self.users_id.or(file.users_id),
                email: self.email_column.or(file.email_column),
                subject: self.subject_column.or(file.subject_column),
                profile_table: self.profile_table.or(file.profile_table),
            },
            schemas: if self.schemas.is_empty() { file.schemas } else { self.schemas },
            generic,
            expected,
        })
    }
}

fn expect(path: &Path) -> Result<Expected, Failure> {
    Expected::parse(&read(path)?, path).map_err(|error| Failure::new(error.to_string()))
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::because(&format!("cannot read {}", path.display()), &error))
}

fn parse<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, Failure> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let message = error.message().replace('\n', " ");
        Failure::new(format!("{} cannot be used, line {line}: {message}", path.display()))
    })
}
