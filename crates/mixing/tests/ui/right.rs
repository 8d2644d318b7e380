//! The way that does compile: a reference from outside goes through the bridge.

use orientor_identity::{Bridge, ResolveError, UserId, UserRef};

fn goals_of(_owner: UserId) {}

async fn handler(bridge: &Bridge, path: &str) -> Result<(), ResolveError> {
    let reference: UserRef = path.parse().map_err(|_| ResolveError::Unknown)?;
    goals_of(bridge.resolve_ref(&reference).await?);
    Ok(())
}

fn main() {
    let _ = handler;
}
