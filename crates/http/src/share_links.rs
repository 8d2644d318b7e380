//! Where links to shared conversations lead.

/// The address of the page that shows them. What a client says about it does not count: a link that others follow must
/// not lead where somebody else wants it to.
#[derive(Clone, Debug, Default)]
pub struct ShareLinks {
    base: Option<String>,
}

/// The text is no address of a page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no address of a page, such as https://app.example.com/shared")]
pub struct InvalidShareBase(String);

impl ShareLinks {
    /// Links are `base`, a slash and the token; with an empty text they are paths of this server, which answers in JSON.
    ///
    /// # Errors
    ///
    /// [`InvalidShareBase`] unless it begins with `https://` or `http://` and a name, and has neither a query nor blanks.
    pub fn at(base: &str) -> Result<Self, InvalidShareBase> {
        if base.is_empty() {
            return Ok(Self::default());
        }
        let rest = ["https://", "http://"].iter().find_map(|scheme| base.strip_prefix(scheme));
        let fits =
            |rest: &str| !rest.is_empty() && !rest.starts_with('/') && !rest.contains(['?', '#', ' ', '"', '\\']);
        if rest.is_some_and(fits) {
            Ok(Self { base: Some(base.trim_end_matches('/').to_owned()) })
        } else {
            Err(InvalidShareBase(base.to_owned()))
        }
    }

    pub(crate) fn to(&self, token: &str) -> String {
        let base = self.base.as_deref().unwrap_or("/api/v1/chat/share/shared");
        format!("{base}/{token}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_begins_with_what_was_configured_and_with_nothing_else() {
        let to = |base: &str| ShareLinks::at(base).map(|links| links.to("token"));

        assert_eq!(to("https://app.example.com/shared/").unwrap(), "https://app.example.com/shared/token");
        assert_eq!(to("").unwrap(), "/api/v1/chat/share/shared/token");
        for base in ["app.example.com", "javascript:alert(1)", "https://", "https:///x", "https://a.example.com/?q="] {
            assert!(to(base).is_err(), "{base}");
        }
    }
}
