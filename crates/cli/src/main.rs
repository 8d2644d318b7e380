//! The program `orientor`.

#![allow(clippy::doc_markdown, reason = "the comments of arguments are what --help prints")]

mod commands;
mod doctor;
mod exit;
mod log;
mod out;
mod settings;
mod traces;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::{
    exit::Failure,
    settings::{Settings, Sources},
};

/// Requests allocate on one thread what another frees, which the system's allocator does under locks.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Clerk ids in, your own integer user ids out: the server, its development twin, and the tools around them.
///
/// Without a command it does what `orientor dev` does.
#[derive(Debug, Parser)]
#[command(name = "orientor", version, propagate_version = true, max_term_width = 100)]
struct Cli {
    /// Settings file in TOML; `orientor settings` prints every key with its default.
    #[arg(long, global = true, env = "ORIENTOR_CONFIG", value_name = "FILE")]
    config: Option<OsString>,

    /// Sets one key, such as `identity.provision=never`; wins over file and environment.
    #[arg(long = "set", global = true, value_name = "KEY=VALUE")]
    assignments: Vec<String>,

    /// The database, postgres://… or sqlite://…; the same as `--set database.url=…`.
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the API on a migrated database.
    ///
    /// Needs DATABASE_URL; CLERK_PUBLISHABLE_KEY, or CLERK_ISSUERS with CLERK_JWKS_URL or CLERK_JWT_KEY; and
    /// CLERK_SECRET_KEY, unless tokens carry the e-mail or nobody is to be created. Says what is missing, exit code 2.
    Serve(commands::serve::Arguments),
    /// Runs everything on this machine: embedded database, development Clerk, sample data.
    ///
    /// Needs nothing, and listens on loopback only. Prints how to become any of the invented users.
    Dev(commands::dev::Arguments),
    /// Adds what the database lacks; never deletes or rewrites a row.
    ///
    /// Needs DATABASE_URL, with the rights of the owner of the tables. Works on an empty database and on one of the
    /// older application.
    Migrate(commands::migrate::Arguments),
    /// Says which user a Clerk id or number names, and back.
    ///
    /// Needs DATABASE_URL, and CLERK_PUBLISHABLE_KEY or CLERK_ISSUERS or --issuer, because two Clerk instances may
    /// issue the same id. Prints the id, the user's number (`-` for nobody) and the user's Clerk ids, with tabs in
    /// between. Exit code 1 when some id names nobody.
    Resolve(commands::resolve::Arguments),
    /// Shows and decides who is who: link, unlink, deactivate, restore, events.
    ///
    /// Needs DATABASE_URL, and CLERK_PUBLISHABLE_KEY or CLERK_ISSUERS or --issuer. Every change wants a --reason, is written
    /// down with it and with who made it, and is seen by all servers. Exit code 1: that is nobody; 3: refused.
    Identity(commands::identity::Arguments),
    /// Says what is wrong in a PostgreSQL database whose users have integer ids and a provider's strings.
    ///
    /// Needs DATABASE_URL, and for its tables the right to SELECT; reads one snapshot and writes nothing. Works on
    /// Orientor's own database and on others: it finds the users table by evidence, says what it took for what, and
    /// every choice can be given. Exit code 0: clean; 1: findings; 2: something could not be looked at.
    Audit(Box<commands::audit::Arguments>),
    /// Plans the repair of what an audit finds, and changes nothing.
    ///
    /// Needs DATABASE_URL (postgres://…). Writes a file with every step, its statements and how many rows it will change;
    /// `orientor apply` does exactly that, or refuses. Computes the alternative with --compare-options.
    Plan(Box<commands::plan::Arguments>),
    /// Does what a plan says with --apply; else tries every step and takes it back.
    ///
    /// Needs DATABASE_URL, with the rights of the owner of the tables. Refuses, with exit code 3, when rows have changed since
    /// the plan was made. Run it again after it was killed or waited too long: it goes on where it was.
    Apply(commands::apply::Arguments),
    /// Compares every row that a run has changed with its journal, counts the people, and looks for peers.
    ///
    /// Needs DATABASE_URL. Exit code 1 if a row differs, or peers cannot be found on an Orientor database that is migrated.
    Verify(commands::verify::Arguments),
    /// Takes a run back: every row and every object as it was.
    ///
    /// Refuses, with exit code 3, when somebody has changed rows of the run since, and names them.
    Undo(commands::undo::Arguments),
    /// Lists what the doctor has changed here, and forgets runs.
    History(commands::history::Arguments),
    /// Plans to make one user of two: everything of the second becomes the first one's.
    Merge(commands::accounts::MergeArguments),
    /// Plans to give users other ids at the provider, for example from Clerk's development to its production instance.
    Relink(commands::accounts::RelinkArguments),
    /// Plans to take over the users of Clerk: links, adds, and brings addresses up to date.
    ///
    /// Needs DATABASE_URL and --from-clerk or --clerk-directory. With --write-external-id it tells Clerk our numbers instead.
    Import(Box<commands::import::ImportArguments>),
    /// Plans to bring Clerk and the database together again where they have drifted apart.
    ///
    /// Needs DATABASE_URL and --from-clerk or --clerk-directory. Does what `import` does, fills in empty names, and with
    /// --deletions deactivates users whose account is gone; refuses, with exit code 3, when these are suspiciously many.
    Reconcile(Box<commands::import::ReconcileArguments>),
    /// Runs the development Clerk by itself.
    ///
    /// Needs nothing, listens on loopback only, and prints how to get a user and a token. It makes everybody anybody:
    /// never let a server with real users accept its tokens.
    Clerk(commands::clerk::Arguments),
    /// Makes a key that signs the identities of users for applications behind a proxy, and prints it as PEM.
    ///
    /// Needs nothing. It is a secret, and has its place in ORIENTOR_IDENTITY_KEY; docs/forward-auth.md says how to change it.
    IdentityKey,
    /// Prints every setting with its default and its environment variable.
    ///
    /// The output is a settings file: change what you need, and give it to --config.
    Settings,
    /// Prints the completion script of a shell.
    ///
    /// For example: orientor completions bash > ~/.local/share/bash-completion/completions/orientor
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

fn run(cli: Cli) -> Result<ExitCode, Failure> {
    let command = cli.command.unwrap_or_else(|| Command::Dev(commands::dev::Arguments::default()));
    match command {
        Command::Settings => {
            out::print(settings::defaults())?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::IdentityKey => return commands::identity_key::run(),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "orientor", &mut script);
            out::print(script)?;
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let mut assignments = cli.assignments;
    assignments.extend(cli.database_url.map(|url| format!("database.url={url}")));
    let text = |text: OsString| text.into_string().ok();
    let environment = std::env::vars_os().filter_map(|(name, value)| Some((text(name)?, text(value)?)));
    let file = cli.config.filter(|path| !path.is_empty()).map(PathBuf::from);
    let settings = Settings::load(&Sources { file: file.as_deref(), environment: environment.collect(), assignments })?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::io)?;
    runtime.block_on(async {
        match command {
            Command::Serve(arguments) => commands::serve::run(settings, arguments).await,
            Command::Dev(arguments) => commands::dev::run(settings, arguments).await,
            Command::Migrate(arguments) => commands::migrate::run(settings, arguments).await,
            Command::Resolve(arguments) => commands::resolve::run(settings, arguments).await,
            Command::Identity(arguments) => commands::identity::run(settings, arguments).await,
            Command::Audit(arguments) => commands::audit::run(settings, *arguments).await,
            Command::Plan(arguments) => commands::plan::run(settings, *arguments).await,
            Command::Apply(arguments) => commands::apply::run(settings, arguments).await,
            Command::Verify(arguments) => commands::verify::run(settings, arguments).await,
            Command::Undo(arguments) => commands::undo::run(settings, arguments).await,
            Command::History(arguments) => commands::history::run(settings, arguments).await,
            Command::Merge(arguments) => commands::accounts::merge(settings, arguments).await,
            Command::Relink(arguments) => commands::accounts::relink(settings, arguments).await,
            Command::Import(arguments) => commands::import::import(settings, *arguments).await,
            Command::Reconcile(arguments) => commands::import::reconcile(settings, *arguments).await,
            Command::Clerk(arguments) => commands::clerk::run(settings, arguments).await,
            Command::Settings | Command::IdentityKey | Command::Completions { .. } => Ok(ExitCode::SUCCESS),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
