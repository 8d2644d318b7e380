//! Why the instance does not do as asked.

/// Why the instance did not do as asked. Over HTTP these are Clerk's error bodies.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No such thing; it may have been deleted.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Somebody else has this value, which is unique in the instance.
    #[error("{0} is taken by another user")]
    Taken(&'static str),
    /// A field of the request does not fit.
    #[error("{name}: {fault}")]
    Field {
        /// What is wrong.
        fault: FieldFault,
        /// The field's name.
        name: String,
    },
    /// A user needs an address, a number, a user name or a wallet, unless the
    /// request says `skip_user_requirement`.
    #[error("a user needs at least one of email_address, phone_number, username, web3_wallet")]
    NoIdentifier,
    /// Banned users get no sessions and no tokens.
    #[error("the user is banned")]
    Banned,
    /// Locked users get no new sessions.
    #[error("the user is locked")]
    Locked,
    /// The session has ended; start another.
    #[error("the session is not active")]
    SessionEnded,
    /// The cryptographic library failed. Nothing the caller can mend.
    #[error("the token could not be signed")]
    Signing,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// No field has this name.
    #[error("unknown parameter")]
    Unknown,
    /// It must be given.
    #[error("must be given")]
    Missing,
    /// The wrong type, or not the right form.
    #[error("has the wrong form")]
    Format,
    /// The right form, but not a value that is accepted.
    #[error("is not an accepted value")]
    Value,
    /// The same value twice.
    #[error("has the same value twice")]
    Duplicate,
}

impl Refused {
    pub(crate) fn field(fault: FieldFault, name: impl Into<String>) -> Self {
        Self::Field { fault, name: name.into() }
    }
}
