//! `orientor identity-key`: a key that signs who a user is.

use std::process::ExitCode;

use orientor_http::IdentityKey;

use crate::{exit::Failure, out};

pub(crate) fn run() -> Result<ExitCode, Failure> {
    let pem = IdentityKey::generate_pem().map_err(|error| Failure::because("no key could be made", &error))?;
    out::print(pem)?;
    Ok(ExitCode::SUCCESS)
}
