//! The server that `http` measures: real tokens, bridge, SQLite and layers around two handlers
//! that do nothing, and the one that proxies ask.

use std::{io::Write as _, net::Ipv4Addr, sync::Arc};

use anyhow::Result;
use axum::{Router, http::StatusCode, routing::get};
use clap::Args;
use orientor_clerk::{KeySet, SessionVerifier, VerifierSettings};
use orientor_http::{ForwardAuth, IdentityKey, IdentitySigner, RouterSettings, verify_routes};
use orientor_identity::{Bridge, BridgeSettings, Issuer, SystemClock, axum::CurrentUser};
use orientor_store::{
    ConnectOptions, Database, NewProfile, identity_objects,
    migrate::{MigrateOptions, migrate},
    user_directory,
};
use tokio::{io::AsyncReadExt as _, net::TcpListener};

use crate::clerk::ISSUER;

/// Path of the handler that wants nothing.
pub(crate) const EMPTY: &str = "/empty";
/// Path of the handler that wants the current user.
pub(crate) const ME_ONLY: &str = "/me-only";

/// Path of the handler that proxies ask.
pub(crate) const VERIFY: &str = "/auth/verify";

/// Arguments of the server.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The database; its tables are made.
    #[arg(long)]
    database_url: String,
    /// The PEM of the key that signs the tokens.
    #[arg(long)]
    jwt_key: String,
}

/// Serves until standard input ends, and says its address in the first line of standard output.
pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    let database = Database::connect(&arguments.database_url, &ConnectOptions::default()).await?;
    migrate(&database, &identity_objects(database.dialect()), MigrateOptions::default()).await?;

    let issuer: Issuer = ISSUER.parse()?;
    let keys = KeySet::fixed(issuer.clone(), &arguments.jwt_key.parse()?)?;
    let tokens = SessionVerifier::new(VerifierSettings::default(), vec![keys], Arc::new(SystemClock))?;
    let directory = user_directory(&database, issuer.clone()).with_on_create(Arc::new(NewProfile));
    let changes = directory.changes();
    let bridge = Bridge::new(Arc::new(tokens), Arc::new(directory), issuer, BridgeSettings::default());
    let bridge = Arc::new(bridge.watching(changes));
    let key = IdentityKey::generate_pem()?.parse()?;
    let signer = IdentitySigner::new(key, None, "orientor".into(), "application".into(), Arc::new(SystemClock));
    let forward_auth = ForwardAuth { signer: Some(Arc::new(signer)), ..ForwardAuth::default() };

    let routes = Router::new()
        .route(EMPTY, get(async || StatusCode::NO_CONTENT))
        .route(ME_ONLY, get(async |_: CurrentUser| StatusCode::NO_CONTENT))
        .with_state(Arc::clone(&bridge))
        .merge(verify_routes(bridge, forward_auth));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    writeln!(std::io::stdout(), "{}", listener.local_addr()?)?;

    let ended = async {
        let mut nothing = Vec::new();
        // However it ends, whoever started us is gone.
        tokio::io::stdin().read_to_end(&mut nothing).await.ok();
    };
    orientor_http::serve(listener, orientor_http::with_layers(routes, &RouterSettings::default()), ended).await?;
    Ok(())
}
