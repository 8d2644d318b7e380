//! How a person is called.

/// What the old application wrote for a part that was missing.
const MISSING: &str = "None";

/// First and last name with one blank between them, without the parts that are missing or blank;
/// `None` if both are.
pub fn name_from_parts(first: Option<&str>, last: Option<&str>) -> Option<String> {
    let parts: Vec<&str> = [first, last].into_iter().flatten().map(str::trim).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The name to show: the stored one, unless it is blank or the old application made it from a missing part
/// (`Ada None`); then [`name_from_parts`].
///
/// * `stored`, `user_profiles.name`.
/// * `first`, `last`, from `users`. Somebody whose name really is None keeps it.
pub fn display_name(stored: Option<&str>, first: Option<&str>, last: Option<&str>) -> Option<String> {
    let stored = stored.map(str::trim).filter(|stored| !stored.is_empty() && !is_made_up(stored, first, last));
    stored.map(str::to_owned).or_else(|| name_from_parts(first, last))
}

fn is_made_up(stored: &str, first: Option<&str>, last: Option<&str>) -> bool {
    let [first, last] = [first, last].map(|part| part.unwrap_or(MISSING).trim());
    let made_up = [(MISSING, MISSING), (first, MISSING), (MISSING, last)];
    stored == MISSING || made_up.into_iter().any(|(first, last)| stored == format!("{first} {last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_parts_leave_no_trace() {
        for (first, last, name) in [
            (Some("Ada"), Some("Byron"), Some("Ada Byron")),
            (Some(" Ada "), None, Some("Ada")),
            (None, Some("Byron"), Some("Byron")),
            (Some(""), Some(" \t"), None),
            (None, None, None),
        ] {
            assert_eq!(name_from_parts(first, last).as_deref(), name, "{first:?} {last:?}");
        }
    }

    #[test]
    fn a_stored_name_counts_unless_it_was_made_from_nothing() {
        for (stored, first, last, name) in [
            (Some(" Countess "), Some("Ada"), Some("Byron"), Some("Countess")),
            (Some(" "), Some("Ada"), None, Some("Ada")),
            (None, Some("Ada"), Some("Byron"), Some("Ada Byron")),
            (Some("Ada None"), Some("Ada"), None, Some("Ada")),
            (Some("None Byron"), None, Some("Byron"), Some("Byron")),
            (Some("None None"), None, None, None),
            // The missing part has been filled in since.
            (Some("Ada None"), Some("Ada"), Some("Byron"), Some("Ada Byron")),
            // It is a name.
            (Some("Ada None"), Some("Ada"), Some("None"), Some("Ada None")),
            (Some("Bob None"), Some("Ada"), Some("Byron"), Some("Bob None")),
            (Some("None"), Some(""), None, None),
            (Some("AdaNone"), Some("Ada"), None, Some("AdaNone")),
        ] {
            assert_eq!(display_name(stored, first, last).as_deref(), name, "{stored:?} {first:?} {last:?}");
        }
    }
}
