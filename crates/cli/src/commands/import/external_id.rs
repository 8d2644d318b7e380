//! `orientor import --write-external-id`: tells Clerk which number each linked user has here.

use std::{collections::HashMap, process::ExitCode, sync::Arc};

use orientor_clerk::{BackendApi, TellError, Told};
use orientor_doctor::{ReadOptions, linked};
use orientor_identity::ClerkUserId;
use tokio::task::JoinSet;

use crate::{
    doctor::{Bar, ChoiceArguments, database_url, run_failure, stop_on_signals},
    exit::Failure,
    out,
    settings::{Settings, users_of_clerk},
};

/// How many calls are on their way at a time.
const AT_ONCE: usize = 4;

/// How many users came to which end.
#[derive(Debug, Default)]
struct Ends {
    written: usize,
    gone: usize,
    refused: usize,
}

/// Writes what is missing. Who has it already is passed over, so that another run goes on where this one has stopped.
pub(super) async fn write(settings: &Settings, choices: ChoiceArguments) -> Result<ExitCode, Failure> {
    let url = database_url(settings)?;
    let api = users_of_clerk(settings)?;
    let read = ReadOptions::default();
    let stop = read.stop.clone();
    stop_on_signals(stop.clone())?;
    let numbers = linked(&choices.read()?.options(url, read, None)).await.map_err(run_failure)?;
    let numbers: HashMap<String, i64> = numbers.into_iter().collect();
    let bar = Bar::new("users of Clerk");
    let tell = |read, of| bar.set(read, of);
    let users = tokio::select! {
        users = api.all_users(&tell) => users,
        () = stop.cancelled() => return Err(Failure::new("stopped while the users of Clerk were listed; nothing was written")),
    };
    drop(bar);
    let users = users.map_err(|error| Failure::because("the users of Clerk could not be listed", &error))?;
    let (mut todo, mut have, mut others) = (Vec::new(), 0, 0);
    for user in users {
        let Some(number) = numbers.get(user.id.as_str()).map(ToString::to_string) else { continue };
        match user.external_id {
            Some(external) if external == number => have += 1,
            // Somebody has written it for a reason of their own.
            Some(external) if !external.is_empty() => others += 1,
            _ => todo.push((user.id, number)),
        }
    }
    let of = todo.len();
    let bar = Bar::new("users");
    let mut ends = Ends::default();
    let done = tokio::select! {
        done = write_all(&api, todo, &bar, &mut ends) => done,
        () = stop.cancelled() => Err(Failure::new("stopped; run the same command again, it goes on from there")),
    };
    drop(bar);
    out::print(format!("{} of {of} external ids written, {have} were there already\n", ends.written))?;
    for (count, what) in [
        (others, "have another external id at Clerk, which stays"),
        (ends.gone, "have been deleted at Clerk meanwhile"),
        (ends.refused, "were refused by Clerk; as a rule another of its users has the number"),
    ] {
        if count > 0 {
            out::print(format!("{count} {what}\n"))?;
        }
    }
    done?;
    Ok(ExitCode::from(u8::from(others + ends.refused > 0)))
}

async fn write_all(
    api: &Arc<BackendApi>,
    todo: Vec<(ClerkUserId, String)>,
    bar: &Bar,
    ends: &mut Ends,
) -> Result<(), Failure> {
    let (mut done, of) = (0, todo.len());
    let mut todo = todo.into_iter();
    let mut calls: JoinSet<Result<Told, TellError>> = JoinSet::new();
    loop {
        while calls.len() < AT_ONCE
            && let Some((user, number)) = todo.next()
        {
            let api = Arc::clone(api);
            calls.spawn(async move { api.set_external_id(&user, &number).await });
        }
        let Some(call) = calls.join_next().await else { return Ok(()) };
        let told = call.map_err(|error| Failure::because("a call of Clerk came to no end", &error))?;
        let told = told.map_err(|error| {
            Failure::because("not all external ids could be written", &error)
                .with_remedy("run the same command again, it goes on from there")
        })?;
        match told {
            Told::Written => ends.written += 1,
            Told::Gone => ends.gone += 1,
            Told::Refused => ends.refused += 1,
        }
        done += 1;
        bar.set(done, of);
    }
}
