//! `orientor resolve`: ids one way and the other, from a shell.

use std::{
    fs,
    io::{self, BufWriter, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    str::FromStr,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use orientor_identity::{Directory, Issuer, Subject, UserId, UserRef};
use orientor_store::user_directory;

use super::{Purpose, open_database, require_migrated};
use crate::{
    exit::Failure,
    out::Out,
    settings::{Settings, primary_issuer},
};

/// Ids that are looked up at a time.
const BATCH: usize = 1_000;

/// Arguments of `orientor resolve`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Clerk ids and user numbers.
    #[arg(value_name = "ID", required_unless_present = "csv")]
    ids: Vec<String>,

    /// Reads the ids from the first column of a file, `-` for the standard input, and writes CSV.
    #[arg(long, value_name = "FILE", conflicts_with = "ids")]
    csv: Option<PathBuf>,

    /// The Clerk instance that the ids belong to; default the one of the settings.
    #[arg(long, value_name = "ISSUER")]
    issuer: Option<Issuer>,
}

/// One line of the answer.
struct Answer {
    asked: String,
    user: Option<UserId>,
    subjects: Vec<Subject>,
    note: &'static str,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let configured = primary_issuer(&settings)?;
    let Some(issuer) = arguments.issuer.or_else(|| configured.clone()) else {
        return Err(Failure::new(
            "which Clerk instance do the ids belong to? Set CLERK_PUBLISHABLE_KEY or CLERK_ISSUERS, or give --issuer",
        ));
    };
    let ids = match arguments.csv {
        Some(path) => Input::csv(&path)?,
        None => Input { ids: arguments.ids, csv: false },
    };
    let database = open_database(&settings, Purpose::Look).await?;
    require_migrated(&database).await?;
    // What users carry in their own row are ids of the primary instance, whichever one is asked about.
    let directory = user_directory(&database, configured.unwrap_or_else(|| issuer.clone()));

    let bar = progress(ids.ids.len());
    let mut out = BufWriter::new(Out);
    let mut missing = 0_usize;
    if ids.csv {
        writeln!(out, "id,user_id,issuer,clerk_id,note").map_err(Failure::io)?;
    }
    for batch in ids.ids.chunks(BATCH) {
        let answers = look_up(&directory, &issuer, batch)
            .await
            .map_err(|error| Failure::because("the users could not be looked up", &error))?;
        for answer in answers {
            missing += usize::from(answer.user.is_none());
            answer.write(&mut out, ids.csv).map_err(Failure::io)?;
        }
        bar.inc(batch.len() as u64);
    }
    out.flush().map_err(Failure::io)?;
    bar.finish_and_clear();
    database.close().await;
    if missing > 0 {
        eprintln!("{missing} of {} ids name nobody", ids.ids.len());
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

async fn look_up(
    directory: &impl Directory,
    issuer: &Issuer,
    batch: &[String],
) -> Result<Vec<Answer>, orientor_identity::DirectoryError> {
    let references: Vec<Option<UserRef>> = batch.iter().map(|text| text.parse().ok()).collect();
    let (mut subjects, mut numbers) = (Vec::new(), Vec::new());
    for reference in references.iter().flatten() {
        match reference {
            UserRef::Clerk(id) => subjects.push(Subject { issuer: issuer.clone(), id: id.clone() }),
            UserRef::Number(number) => numbers.push(*number),
        }
    }
    // The answers come in the order of the questions, so each kind is drawn from its own.
    let mut by_clerk_id = directory.lookup_many(&subjects).await?.into_iter();
    let mut by_number = directory.users(&numbers).await?.into_iter().map(|user| user.map(|user| user.id));
    let users: Vec<Option<UserId>> = references
        .iter()
        .map(|reference| match reference {
            Some(UserRef::Clerk(_)) => by_clerk_id.next().and_then(|lookup| lookup.user()).map(|user| user.id),
            Some(UserRef::Number(_)) => by_number.next().flatten(),
            None => None,
        })
        .collect();
    let found: Vec<UserId> = users.iter().flatten().copied().collect();
    let subjects = directory.subjects_of(&found).await?;
    let answers = batch.iter().zip(references).zip(users).map(|((asked, reference), user)| Answer {
        asked: asked.clone(),
        user,
        subjects: user.and_then(|user| subjects.get(&user).cloned()).unwrap_or_default(),
        note: match (&reference, user) {
            (None, _) => "not an id",
            (Some(_), None) => "nobody",
            (Some(_), Some(_)) => "",
        },
    });
    Ok(answers.collect())
}

impl Answer {
    fn write(&self, out: &mut impl Write, csv: bool) -> io::Result<()> {
        let user = self.user.map(|user| user.to_string()).unwrap_or_default();
        if !csv {
            let subjects: Vec<&str> = self.subjects.iter().map(|subject| subject.id.as_str()).collect();
            let user = if user.is_empty() { "-".to_owned() } else { user };
            let rest = if self.note.is_empty() { subjects.join(" ") } else { self.note.to_owned() };
            return writeln!(out, "{}\t{user}\t{rest}", self.asked);
        }
        let asked = quoted(&self.asked);
        if self.subjects.is_empty() {
            return writeln!(out, "{asked},{user},,,{}", self.note);
        }
        for subject in &self.subjects {
            writeln!(out, "{asked},{user},{},{},{}", subject.issuer, subject.id, self.note)?;
        }
        Ok(())
    }
}

/// A CSV cell.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

struct Input {
    ids: Vec<String>,
    csv: bool,
}

impl Input {
    /// The first column; a heading that is no id is passed over.
    fn csv(path: &Path) -> Result<Self, Failure> {
        let mut text = String::new();
        let read = if path.as_os_str() == "-" {
            io::stdin().read_to_string(&mut text).map(drop)
        } else {
            fs::read_to_string(path).map(|read| text = read)
        };
        read.map_err(|error| Failure::because(&format!("cannot read {}", path.display()), &error))?;
        let mut ids = first_cells(&text);
        if ids.first().is_some_and(|cell| UserRef::from_str(cell).is_err()) {
            ids.remove(0);
        }
        Ok(Self { ids, csv: true })
    }
}

/// The first cell of every row, trimmed and without its quotes, where it is not empty.
fn first_cells(text: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let (mut cell, mut in_first, mut quoted) = (String::new(), true, false);
    let mut characters = text.trim_start_matches('\u{feff}').chars().chain(['\n']).peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => {
                cell.extend(in_first.then_some('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => in_first = false,
            '\n' if !quoted => {
                let trimmed = cell.trim();
                if !trimmed.is_empty() {
                    cells.push(trimmed.to_owned());
                }
                (cell, in_first) = (String::new(), true);
            }
            _ if in_first => cell.push(character),
            _ => {}
        }
    }
    cells
}

/// Shown on a terminal, for more than one batch.
fn progress(ids: usize) -> ProgressBar {
    if ids <= BATCH {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(ids as u64);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} ids, {per_sec}, {eta} left");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

#[cfg(test)]
mod tests {
    use super::first_cells;

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        let text = "\u{feff}id,name\r\n\"7\",\"Ada, \"\"Countess\"\"\r\nLovelace\"\r\n\r\n 8 ,x\n,empty\n\"a, \"\"b\"\"\",x\n9";
        assert_eq!(first_cells(text), ["id", "7", "8", "a, \"b\"", "9"]);
    }
}
