//! A development Clerk under a production issuer, with people and tokens for them.

use std::{net::Ipv4Addr, process::Command, time::Duration};

use anyhow::Result;
use orientor_devclerk::{DevClerk, NewUser, Settings, TokenOptions};

/// `orientor serve` accepts no issuer on loopback; keys and people come from the address all the same.
pub(crate) const ISSUER: &str = "https://clerk.example.com";
/// Longer than any benchmark.
const LIFETIME: Duration = Duration::from_hours(12);

/// Clerk, with one token for each of its people.
pub(crate) struct People {
    pub(crate) clerk: DevClerk,
    pub(crate) tokens: Vec<String>,
}

impl People {
    /// Starts a Clerk without a rate limit that knows `count` people with verified e-mails.
    pub(crate) async fn start(count: usize) -> Result<Self> {
        let settings = Settings {
            bind: (Ipv4Addr::LOCALHOST, 0).into(),
            issuer: Some(ISSUER.parse()?),
            rate_limit: None,
            ..Settings::default()
        };
        let clerk = DevClerk::start(settings).await?;
        let options = TokenOptions { lifetime: Some(LIFETIME), ..TokenOptions::default() };
        let token = |n| {
            let person = NewUser {
                first_name: Some("Person".to_owned()),
                last_name: Some(format!("Number {n}")),
                ..NewUser::with_email(format!("person.{n}@example.com"))
            };
            Ok(clerk.session_token(&clerk.create_user(person)?, &options)?.jwt)
        };
        let tokens = (0..count).map(token).collect::<Result<_>>()?;
        Ok(Self { clerk, tokens })
    }

    /// Tells `orientor` where this Clerk is.
    pub(crate) fn configure(&self, orientor: &mut Command) {
        orientor
            .env("CLERK_ISSUERS", ISSUER)
            .env("CLERK_JWKS_URL", format!("{}/.well-known/jwks.json", self.clerk.url()))
            .env("CLERK_API_URL", self.clerk.url())
            .env("CLERK_SECRET_KEY", self.clerk.secret_key());
    }
}
