//! `orientor dev`: everything on this machine, with people in it.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode, time::Instant};

use clap::Args;
use orientor_devclerk::{DevClerk, Settings as DevSettings};
use orientor_http::{RouterSettings, SignIn};
use orientor_store::{
    Database, identity_objects,
    migrate::{self, MigrateOptions},
    queries::development::{self, Standing},
};
use tokio::sync::oneshot;

use super::{
    asked_to_end, clerk, open_database,
    sample::{People, SAMPLE_USERS},
    serve::{application, bind_address, listen, serve},
    store_failure,
};
use crate::{
    exit::Failure,
    log,
    settings::{Settings, clerk_parts},
};

/// Arguments of `orientor dev`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Where the database and the development Clerk keep their files.
    #[arg(long, default_value = ".orientor", value_name = "FOLDER")]
    folder: PathBuf,

    /// Address and port of the development Clerk, on loopback.
    #[arg(long, default_value = "127.0.0.1:8001", value_name = "ADDRESS")]
    clerk_bind: SocketAddr,

    /// How many invented users a new database starts with.
    #[arg(long, default_value_t = SAMPLE_USERS, value_name = "NUMBER")]
    users: u32,
}

impl Default for Arguments {
    fn default() -> Self {
        Self { folder: ".orientor".into(), clerk_bind: SocketAddr::from(([127, 0, 0, 1], 8001)), users: SAMPLE_USERS }
    }
}

pub(crate) async fn run(mut settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let began = Instant::now();
    let address = bind_address(&settings)?;
    if !address.ip().is_loopback() {
        return Err(Failure::new(format!(
            "`orientor dev` listens on loopback only, not on {address}; use `orientor serve`"
        )));
    }
    std::fs::create_dir_all(&arguments.folder)
        .map_err(|error| Failure::because(&format!("cannot make the folder {}", arguments.folder.display()), &error))?;
    if settings.database.url.is_empty() {
        settings.database.url = format!("sqlite://{}", arguments.folder.join("orientor.db").display());
    }
    if settings.log.filter == "info" {
        // On a terminal one line for each request is noise.
        "warn".clone_into(&mut settings.log.filter);
    }
    settings.log.format = crate::settings::LogFormat::Text;
    log::start(&settings.log)?;

    let database = open_database(&settings, true).await?;
    let people = People::invent(arguments.users);
    let fresh = prepare(&database, &people).await?;
    let clerk = clerk::start(DevSettings {
        bind: arguments.clerk_bind,
        state_file: Some(arguments.folder.join("clerk.json")),
        initial_users: people.at_clerk(),
        rate_limit: None,
        app_origins: parties(address),
        ..DevSettings::default()
    })
    .await?;
    point_at(&mut settings, &clerk, address);
    let listener = listen(address).await?;
    let app = application(&settings, database, clerk_parts(&settings, true)?);
    greet(&settings, &clerk, address, &people, fresh, began);

    let sign_in = SignIn::Development { url: clerk.url().to_owned() };
    let router = RouterSettings { origins: parties(address), loopback_only: true, sign_in };
    let (stop, stopped) = oneshot::channel();
    tokio::spawn(async move {
        asked_to_end().await;
        let _ = stop.send(());
    });
    serve(listener, app, router, async move { stopped.await.unwrap_or(()) }).await?;
    clerk::stop(clerk).await?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the database ready; whether it was empty before.
async fn prepare(database: &Database, people: &People) -> Result<bool, Failure> {
    let standing = development::standing(database).await.map_err(store_failure)?;
    if standing == Standing::Foreign {
        return Err(Failure::refused(
            "this database was not made by `orientor dev`, which gives everybody's account to everybody; \
             use `orientor serve`, or an empty database",
        ));
    }
    let added = migrate::migrate(database, &identity_objects(database.dialect()), MigrateOptions::default()).await;
    added.map_err(|error| Failure::because("the database could not be migrated", &error))?;
    if standing == Standing::Empty {
        people.store(database).await.map_err(store_failure)?;
    }
    Ok(standing == Standing::Empty)
}

/// Pages that may call: our own, and a front end in development.
fn parties(address: SocketAddr) -> Vec<String> {
    let port = address.port();
    vec![
        format!("http://localhost:{port}"),
        format!("http://127.0.0.1:{port}"),
        "http://localhost:3000".to_owned(),
        "http://127.0.0.1:3000".to_owned(),
    ]
}

/// The settings that an operator would make for this Clerk.
fn point_at(settings: &mut Settings, clerk: &DevClerk, address: SocketAddr) {
    settings.clerk.publishable_key.clear();
    settings.clerk.jwt_key.clear();
    settings.clerk.issuers = vec![clerk.issuer().to_string()];
    settings.clerk.jwks_url = vec![format!("{}/.well-known/jwks.json", clerk.url())];
    clerk.secret_key().clone_into(&mut settings.clerk.secret_key);
    clerk.url().clone_into(&mut settings.clerk.api_url);
    settings.clerk.authorized_parties = parties(address);
    settings.clerk.allow_missing_azp = true;
}

fn greet(settings: &Settings, clerk: &DevClerk, address: SocketAddr, people: &People, fresh: bool, began: Instant) {
    let base = format!("http://localhost:{}", address.port());
    let made = if fresh { format!("new, with {} invented users", people.count()) } else { "as it was left".to_owned() };
    let email = people.example();
    println!("Orientor is ready after {} ms.", began.elapsed().as_millis());
    println!();
    println!("  application        {base}");
    println!("  API description    {base}/docs");
    println!("  development Clerk  {}", clerk.url());
    println!("  database           {} ({made})", orientor_store::redact_url(&settings.database.url));
    println!();
    println!("Open the application and become anybody; or without a browser, for example {email}:");
    println!();
    println!("  TOKEN=$(curl -s {}/dev/token --json '{{\"email_address\": \"{email}\"}}' \\", clerk.url());
    println!("    | grep -o '\"jwt\":\"[^\"]*' | cut -d'\"' -f4)");
    println!("  curl -s {base}/api/v1/users/me -H \"Authorization: Bearer $TOKEN\"");
    println!("  curl -s '{base}/api/v1/peers/compatible?limit=5' -H \"Authorization: Bearer $TOKEN\"");
    println!();
    println!("A token lives for a minute. Stop with Ctrl-C; `rm -r .orientor` starts over.");
}
