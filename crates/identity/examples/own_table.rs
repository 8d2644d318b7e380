//! A whole server on a users table that is not Orientor's: sign in with Clerk, be account 1, 2, 3 …
//!
//! Run it beside `orientor clerk`: `cargo run -p orientor-identity --features axum,sqlx --example own_table`

use std::{env, error::Error, sync::Arc};

use axum::{Router, routing::get};
use orientor_clerk::{BackendApi, KeySet, SessionVerifier, VerifierSettings};
use orientor_identity::{
    Bridge, BridgeSettings, Issuer, SystemClock,
    axum::CurrentUser,
    sqlx::{Dialect, SqlxDirectory, UsersTable, schema_objects},
};
use sqlx::{AssertSqlSafe, SqlitePool};

/// Asking for `CurrentUser` is all that makes a route private.
async fn me(user: CurrentUser) -> String {
    format!("You are account {}.\n", user.id)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let setting = |name: &str, default: &str| env::var(name).unwrap_or_else(|_| default.to_owned());
    let issuer: Issuer = setting("CLERK_ISSUER", "http://localhost:8001").parse()?;
    let clerk_url = setting("CLERK_API_URL", "http://127.0.0.1:8001");
    let secret_key = setting("CLERK_SECRET_KEY", "sk_test_dev").parse()?;

    // A table as an application might have it, and the tables and triggers of the bridge beside it.
    let pool = SqlitePool::connect(&setting("DATABASE_URL", "sqlite://accounts.db?mode=rwc")).await?;
    let accounts = UsersTable { email: Some("mail".to_owned()), ..UsersTable::named("accounts", "account_no") };
    let table = "CREATE TABLE IF NOT EXISTS accounts (account_no integer PRIMARY KEY, mail text UNIQUE)";
    sqlx::query(table).execute(&pool).await?;
    for object in schema_objects(Dialect::Sqlite, &accounts) {
        let known = sqlx::query("SELECT 1 FROM sqlite_master WHERE name = $1").bind(&object.name);
        if known.fetch_optional(&pool).await?.is_none() {
            sqlx::query(AssertSqlSafe(object.create)).execute(&pool).await?;
        }
    }

    let keys = KeySet::fetched_from(issuer.clone(), &format!("{clerk_url}/.well-known/jwks.json"))?;
    let tokens = SessionVerifier::new(VerifierSettings::default(), vec![keys], Arc::new(SystemClock))?;
    let directory = SqlxDirectory::new(pool, accounts, issuer.clone());
    // Whoever changes the tables, the bridge hears of it, and remembers everybody else.
    let changes = directory.changes();
    let bridge = Bridge::new(Arc::new(tokens), Arc::new(directory), issuer.clone(), BridgeSettings::default())
        .with_clerk_users(Arc::new(BackendApi::new(issuer, &clerk_url, &secret_key)?))
        .watching(changes);

    let app = Router::new().route("/me", get(me)).with_state(Arc::new(bridge));
    let listener = tokio::net::TcpListener::bind(setting("BIND", "127.0.0.1:8080")).await?;
    println!("http://{}/me", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}
