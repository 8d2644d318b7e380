//! `orientor clerk`: the development Clerk by itself.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use orientor_devclerk::{DevClerk, Settings as DevSettings, StartError, WebhookSettings};
use orientor_identity::Issuer;

use super::asked_to_end;
use crate::{exit::Failure, log, out, settings::Settings};

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

pub(crate) async fn run(mut settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    log::start(settings.log.for_a_terminal())?;
    let webhook = match (arguments.webhook_url, settings.clerk.webhook_signing_secret.into_iter().next()) {
        (Some(_), None) => {
            return Err(Failure::new("--webhook-url needs a secret to sign with; set CLERK_WEBHOOK_SIGNING_SECRET"));
        }
        (Some(url), Some(secret)) => Some(WebhookSettings::new(url, secret)),
        (None, _) => None,
    };
    let clerk = DevSettings {
        bind: arguments.bind,
        issuer: arguments.issuer,
        state_file: arguments.state,
        webhook,
        app_origins: arguments.app_origins,
        ..DevSettings::default()
    };
    let clerk = start(clerk, "--bind").await?;
    let ended = asked_to_end()?;
    out::print(greeting(&clerk))?;
    ended.await;
    stop(clerk).await?;
    Ok(ExitCode::SUCCESS)
}

fn greeting(clerk: &DevClerk) -> String {
    let (url, issuer, secret) = (clerk.url(), clerk.issuer(), clerk.secret_key());
    format!(
        "Development Clerk on {url}
  issuer       {issuer}
  keys         {url}/.well-known/jwks.json
  secret key   {secret} (any sk_test_ key will do)
  a new user   curl -s {url}/v1/users -H 'Authorization: Bearer {secret}' \\
                 --json '{{\"email_address\": [\"ada@example.com\"], \"skip_password_requirement\": true}}'
  a token      curl -s {url}/dev/token --json '{{\"email_address\": \"ada@example.com\"}}'
"
    )
}

/// Starts a development Clerk; `flag` is the one that chooses its address.
pub(crate) async fn start(settings: DevSettings, flag: &str) -> Result<DevClerk, Failure> {
    DevClerk::start(settings).await.map_err(|error| {
        let failure = Failure::because("the development Clerk could not start", &error);
        match error {
            StartError::Bind { .. } => {
                failure.with_remedy(&format!("stop what listens there, or choose another address with {flag}"))
            }
            StartError::NotLoopback(_) => failure.with_remedy(&format!("give {flag} something like 127.0.0.1:8001")),
            _ => failure,
        }
    })
}

/// Stops it, with its state on disk.
pub(crate) async fn stop(clerk: DevClerk) -> Result<(), Failure> {
    clerk.shutdown().await.map_err(|error| Failure::because("the state of the development Clerk was not saved", &error))
}
