//! `orientor identity`: who is who, decided by an operator and written down.

mod show;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use orientor_identity::{
    ClerkUserId, Issuer, Subject, UserNumber, UserRef,
    sqlx::{Carried, EventFilter, Mandate, OrderError, SqlxDirectory},
};
use orientor_store::user_directory;

use super::{Purpose, open_database, require_migrated};
use crate::{
    exit::Failure,
    out,
    settings::{Settings, primary_issuer},
};

/// Arguments of `orientor identity`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows a user with their Clerk ids, tombstones and last events.
    Show {
        /// A Clerk id or a user's number.
        #[arg(value_name = "ID")]
        id: UserRef,
        #[command(flatten)]
        common: Common,
    },
    /// Links a Clerk id to a user; after a deletion this gives the old number back.
    Link {
        /// The Clerk id.
        #[arg(value_name = "CLERK_ID")]
        id: ClerkUserId,
        /// The user's number.
        #[arg(value_name = "USER")]
        user: UserNumber,
        #[command(flatten)]
        order: Order,
    },
    /// Cuts a Clerk id off from its user; nothing but `link` gives it one again.
    Unlink {
        /// The Clerk id.
        #[arg(value_name = "CLERK_ID")]
        id: ClerkUserId,
        #[command(flatten)]
        order: Order,
    },
    /// Switches a user off, whatever Clerk says.
    Deactivate {
        /// A user's number or Clerk id.
        #[arg(value_name = "ID")]
        id: UserRef,
        #[command(flatten)]
        order: Order,
    },
    /// Switches a user on again, with their address if it is still free.
    Restore {
        /// A user's number or Clerk id.
        #[arg(value_name = "ID")]
        id: UserRef,
        #[command(flatten)]
        order: Order,
    },
    /// Lists what has happened to identities, oldest first.
    Events {
        /// Only about this Clerk id or user's number.
        #[arg(long, value_name = "ID")]
        of: Option<UserRef>,
        /// Only of this kind, such as `conflict`.
        #[arg(long, value_name = "WHAT")]
        what: Option<String>,
        /// Goes on behind this event.
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        after: i64,
        /// How many at most.
        #[arg(long, value_name = "NUMBER", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        limit: u32,
        #[command(flatten)]
        common: Common,
    },
}

#[derive(Debug, Args)]
struct Common {
    /// The Clerk instance that Clerk ids belong to; default the one of the settings.
    #[arg(long, value_name = "ISSUER")]
    issuer: Option<Issuer>,

    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct Order {
    /// Why; written down.
    #[arg(long, value_name = "TEXT", value_parser = not_blank)]
    reason: String,

    /// Who decides; by default the user of the operating system.
    #[arg(long, value_name = "NAME", value_parser = not_blank)]
    actor: Option<String>,

    #[command(flatten)]
    common: Common,
}

fn not_blank(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("it is empty".to_owned()) } else { Ok(text.to_owned()) }
}

/// What the commands work with.
struct Desk {
    directory: SqlxDirectory,
    issuer: Issuer,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let common = match &arguments.command {
        Command::Show { common, .. } | Command::Events { common, .. } => common,
        Command::Link { order, .. }
        | Command::Unlink { order, .. }
        | Command::Deactivate { order, .. }
        | Command::Restore { order, .. } => &order.common,
    };
    let configured = primary_issuer(&settings)?;
    let Some(issuer) = common.issuer.clone().or_else(|| configured.clone()) else {
        return Err(Failure::new(
            "which Clerk instance do the ids belong to? Set CLERK_PUBLISHABLE_KEY or CLERK_ISSUERS, or give --issuer",
        ));
    };
    let database = open_database(&settings, Purpose::Look).await?;
    require_migrated(&database).await?;
    // What users carry in their own row are ids of the primary instance, whichever one is asked about.
    let directory = user_directory(&database, configured.unwrap_or_else(|| issuer.clone()));
    let desk = Desk { directory, issuer };
    let done = desk.carry_out(arguments.command).await;
    database.close().await;
    done
}

impl Desk {
    async fn carry_out(&self, command: Command) -> Result<ExitCode, Failure> {
        match command {
            Command::Show { id, common } => self.show(&id, common.json).await,
            Command::Events { of, what, after, limit, common } => {
                self.events(&EventFilter { of, what }, after, limit, common.json).await
            }
            Command::Link { id, user, order } => {
                let subject = self.subject(id);
                let actor = order.actor();
                let done = self.directory.link_subject(&subject, user, order.mandate(&actor)).await;
                say("link", &format!("{} is", subject.id), order.common.json, done.map_err(failure)?)
            }
            Command::Unlink { id, order } => {
                let subject = self.subject(id);
                let actor = order.actor();
                let done = self.directory.unlink_subject(&subject, order.mandate(&actor)).await;
                say("unlink", &format!("{} is no longer", subject.id), order.common.json, done.map_err(failure)?)
            }
            Command::Deactivate { id, order } => self.switch(&id, false, &order).await,
            Command::Restore { id, order } => self.switch(&id, true, &order).await,
        }
    }

    fn subject(&self, id: ClerkUserId) -> Subject {
        Subject { issuer: self.issuer.clone(), id }
    }

    async fn switch(&self, id: &UserRef, active: bool, order: &Order) -> Result<ExitCode, Failure> {
        let number = match id {
            UserRef::Number(number) => *number,
            UserRef::Clerk(_) => {
                let dossier = self.directory.dossier(id, &self.issuer).await;
                let dossier = dossier.map_err(|error| Failure::because("nobody could be looked up", &error))?;
                let user = dossier.user.and_then(|user| user.to_string().parse().ok());
                user.ok_or_else(|| Failure::nobody(format!("{id} names nobody at {}", self.issuer)))?
            }
        };
        let actor = order.actor();
        let done = self.directory.set_active(number, active, order.mandate(&actor)).await.map_err(failure)?;
        let (verb, words) = if active { ("restore", "active:") } else { ("deactivate", "deactivated:") };
        say(verb, words, order.common.json, done)
    }
}

impl Order {
    fn actor(&self) -> String {
        let variable = |name| std::env::var(name).ok().filter(|name: &String| !name.trim().is_empty());
        let system = || variable("USER").or_else(|| variable("LOGNAME")).unwrap_or_else(|| "unknown".to_owned());
        self.actor.clone().unwrap_or_else(system)
    }

    fn mandate<'a>(&'a self, actor: &'a str) -> Mandate<'a> {
        Mandate { actor, reason: &self.reason }
    }
}

/// Says what was done, on one line.
fn say(command: &str, words: &str, json: bool, done: Carried) -> Result<ExitCode, Failure> {
    if json {
        let value = serde_json::json!({
            "command": command, "user_id": done.user, "changed": done.changed, "active": done.active
        });
        out::print(format!("{value}\n"))?;
    } else {
        let note = if done.changed { "" } else { " (nothing had to be changed)" };
        out::print(format!("{words} user {}{note}\n", done.user))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn failure(error: OrderError) -> Failure {
    match &error {
        OrderError::NoUser(_) | OrderError::NotLinked(_) => Failure::nobody(error.to_string()),
        OrderError::LinkedElsewhere { subject, user } => Failure::refused(format!(
            "{} is user {user} already; cut it off first with `orientor identity unlink {0}`",
            subject.id
        )),
        OrderError::Inactive(user) => Failure::refused(format!(
            "user {user} was deactivated; if they may come back, `orientor identity restore {user}` first"
        )),
        OrderError::Directory(cause) => Failure::because("nothing was changed", cause),
    }
}
