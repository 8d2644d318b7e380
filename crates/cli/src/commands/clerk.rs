//! `orientor clerk`: the development Clerk by itself.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use orientor_devclerk::{DevClerk, Settings as DevSettings, WebhookSettings};
use orientor_identity::Issuer;

use super::asked_to_end;
use crate::{exit::Failure, log, settings::Settings};

/// Arguments of `orientor clerk`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Address and port, on loopback.
    #[arg(long, default_value = "127.0.0.1:8001", value_name = "ADDRESS")]
    bind: SocketAddr,

    /// The `iss` of the tokens; by default localhost with the port, over http, which `orientor serve` refuses.
    #[arg(long, value_name = "ISSUER")]
    issuer: Option<Issuer>,

    /// Keeps keys, users and sessions in this file across restarts.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,

    /// Sends signed webhooks to this address on loopback; needs CLERK_WEBHOOK_SIGNING_SECRET.
    #[arg(long, value_name = "URL")]
    webhook_url: Option<String>,

    /// Origins whose pages may call it from a browser.
    #[arg(long, value_delimiter = ',', default_value = "http://localhost:3000,http://localhost:8000")]
    app_origins: Vec<String>,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    log::start(&settings.log)?;
    let webhook = match arguments.webhook_url {
        Some(_) if settings.clerk.webhook_signing_secret.is_empty() => {
            return Err(Failure::new("--webhook-url needs a secret to sign with; set CLERK_WEBHOOK_SIGNING_SECRET"));
        }
        Some(url) => Some(WebhookSettings::new(url, settings.clerk.webhook_signing_secret)),
        None => None,
    };
    let clerk = start(DevSettings {
        bind: arguments.bind,
        issuer: arguments.issuer,
        state_file: arguments.state,
        webhook,
        app_origins: arguments.app_origins,
        ..DevSettings::default()
    })
    .await?;
    println!("Development Clerk on {}", clerk.url());
    println!("  issuer       {}", clerk.issuer());
    println!("  keys         {}/.well-known/jwks.json", clerk.url());
    println!("  secret key   {} (any sk_test_ key will do)", clerk.secret_key());
    println!("  a new user   curl {}/v1/users -H 'Authorization: Bearer {}' \\", clerk.url(), clerk.secret_key());
    println!(
        "                 --json '{{\"email_address\": [\"ada@example.com\"], \"skip_password_requirement\": true}}'"
    );
    println!("  a token      curl {}/dev/token --json '{{\"email_address\": \"ada@example.com\"}}'", clerk.url());
    asked_to_end().await;
    stop(clerk).await?;
    Ok(ExitCode::SUCCESS)
}

/// Starts a development Clerk.
pub(crate) async fn start(settings: DevSettings) -> Result<DevClerk, Failure> {
    DevClerk::start(settings).await.map_err(|error| Failure::because("the development Clerk could not start", &error))
}

/// Stops it, with its state on disk.
pub(crate) async fn stop(clerk: DevClerk) -> Result<(), Failure> {
    clerk.shutdown().await.map_err(|error| Failure::because("the state of the development Clerk was not saved", &error))
}
