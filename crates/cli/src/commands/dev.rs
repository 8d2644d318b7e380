//! `orientor dev`: everything on this machine, with people in it.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Args;
use orientor_devclerk::{DevClerk, Settings as DevSettings, WebhookSettings};
use orientor_http::{RequestCounts, RouterSettings, ServerState, SignIn, Traces};
use orientor_store::{
    Database, identity_objects,
    migrate::{self, MigrateOptions},
    queries::development::{self, Standing},
};

use super::{
    Purpose, asked_to_end, clerk, open_database,
    sample::{People, SAMPLE_USERS},
    serve::{application, bind_address, listen, serve},
    store_failure,
};
use crate::{
    exit::Failure,
    log, out,
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
    let forward_auth = settings.forward_auth.parse()?;
    let rate = settings.http.rate()?;
    let start_over = if settings.database.url.is_empty() {
        settings.database.url = embedded(&arguments.folder);
        format!("`rm -r '{}'` starts over", arguments.folder.display())
    } else {
        "another empty database starts over".to_owned()
    };
    log::start(settings.log.for_a_terminal())?;

    // First of all, so that nothing is made when the port is taken; and the port may be 0, for any.
    let listener = listen(address).await?;
    let address = listener.local_addr().map_err(Failure::io)?;
    let database = open_database(&settings, Purpose::Develop).await?;
    let people = People::invent(arguments.users);
    let fresh = prepare(&database, &people, &start_over).await?;
    if settings.clerk.webhook_signing_secret.is_empty() {
        settings.clerk.webhook_signing_secret = vec![
            WebhookSettings::new_secret()
                .map_err(|error| Failure::because("the development Clerk cannot sign webhooks", &error))?,
        ];
    }
    let secret = settings.clerk.webhook_signing_secret.first().cloned().unwrap_or_default();
    let clerk = DevSettings {
        bind: arguments.clerk_bind,
        webhook: Some(WebhookSettings::new(format!("http://{address}/webhooks/clerk"), secret)),
        state_file: Some(arguments.folder.join("clerk.json")),
        initial_users: people.at_clerk(),
        rate_limit: None,
        app_origins: parties(address),
        ..DevSettings::default()
    };
    let clerk = clerk::start(clerk, "--clerk-bind").await?;
    point_at(&mut settings, &clerk, address);
    let app = application(&settings, database, clerk_parts(&settings, true)?, settings.sharing.links()?);
    let ended = asked_to_end()?;
    let made = if fresh { format!("new, with {} invented users", people.count()) } else { "as it was left".to_owned() };
    let database = format!("{} ({made})", orientor_store::redact_url(&settings.database.url));
    let ready = format!("Orientor is ready after {} ms.", began.elapsed().as_millis());
    let greeting = greeting(&clerk, address, &database, people.example());
    out::print(format!("{ready}\n\n{greeting}\nA token lives for a minute. Stop with Ctrl-C; {start_over}.\n"))?;

    let sign_in = SignIn::Development { url: clerk.url().to_owned() };
    let router = RouterSettings {
        origins: parties(address),
        loopback_only: true,
        sign_in,
        forward_auth,
        limits: settings.http.requests(),
        rate,
        requests: RequestCounts::default(),
        traces: Traces::default(),
        server: ServerState::default(),
    };
    // Nobody spreads requests over development servers.
    settings.http.drain_notice_seconds = 0;
    serve(listener, app, router, &settings.http, ended).await?;
    clerk::stop(clerk).await?;
    Ok(ExitCode::SUCCESS)
}

/// The address of the database file in `folder`.
fn embedded(folder: &Path) -> String {
    let file = folder.join("orientor.db").display().to_string();
    // What would mean something else in an address.
    format!("sqlite://{}", file.replace('%', "%25").replace('?', "%3F"))
}

/// Makes the database ready; whether it was empty before.
async fn prepare(database: &Database, people: &People, start_over: &str) -> Result<bool, Failure> {
    let standing = development::standing(database).await.map_err(store_failure)?;
    if standing == Standing::Foreign {
        return Err(Failure::refused(format!(
            "this database was not made, or not completed, by `orientor dev`, which gives everybody's account to \
             everybody; use `orientor serve`, or an empty database ({start_over})"
        )));
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
    settings.clerk.instance_id = clerk.instance_id();
    clerk.secret_key().clone_into(&mut settings.clerk.secret_key);
    clerk.url().clone_into(&mut settings.clerk.api_url);
    settings.clerk.authorized_parties = parties(address);
    settings.clerk.allow_missing_azp = true;
}

fn greeting(clerk: &DevClerk, address: SocketAddr, database: &str, email: &str) -> String {
    let (base, clerk) = (format!("http://localhost:{}", address.port()), clerk.url());
    format!(
        "  application        {base}
  API description    {base}/docs
  development Clerk  {clerk}
  database           {database}

Open the application and become anybody; or without a browser, for example {email}:

  TOKEN=$(curl -s {clerk}/dev/token --json '{{\"email_address\": \"{email}\"}}' \\
    | grep -o '\"jwt\":\"[^\"]*' | cut -d'\"' -f4)
  curl -s {base}/api/v1/users/me -H \"Authorization: Bearer $TOKEN\"
  curl -s '{base}/api/v1/peers/compatible?limit=5' -H \"Authorization: Bearer $TOKEN\"
"
    )
}
