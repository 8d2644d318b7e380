//! Results of the HEXACO test as they are stored.

use chrono::{DateTime, Utc};
use orientor_domain::personality::{Named, Scores, named};
use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Owned,
    queries::personality,
    tables::personality_assessment::{Model, PersonalityAssessment},
    value::Uuid,
};

use crate::ServiceError;

/// The result of a test.
#[derive(Clone, Debug)]
pub struct TestResult {
    /// By domain, 1 to 5.
    pub domains: Named,
    /// By facet, 1 to 5.
    pub facets: Named,
    /// By name, as stored.
    pub percentiles: Named,
    /// By name, as stored.
    pub reliability: Named,
    /// How many items were answered, if that was kept.
    pub total_responses: Option<i64>,
    /// Which part of the items that was, at most 1.
    pub completion_rate: Option<f64>,
    /// A text about the scores.
    pub narrative_description: Option<String>,
    /// The version of the test.
    pub assessment_version: Option<String>,
    /// When it was computed.
    pub computed_at: Option<DateTime<Utc>>,
}

/// The newest result of a test, of one version if said. What onboarding once stored in the same place is no result.
pub async fn newest(
    database: &Database,
    user: UserId,
    version: Option<&str>,
) -> Result<Option<TestResult>, ServiceError> {
    let profiles = personality::profiles(database, user).await?;
    let mut of_version =
        profiles.into_iter().filter(|profile| version.is_none() || profile.assessment_version.as_deref() == version);
    Ok(of_version.find_map(|profile| match Scores::read(&profile.scores) {
        Scores::Test { domains, facets } => Some(TestResult {
            domains,
            facets,
            percentiles: named(&profile.percentile_ranks),
            reliability: named(&profile.reliability_estimates),
            total_responses: profile.completed_items,
            completion_rate: rate(profile.completed_items, profile.total_items),
            narrative_description: profile.narrative_description,
            assessment_version: profile.assessment_version,
            computed_at: profile.computed_at,
        }),
        Scores::Onboarding { .. } | Scores::Unknown => None,
    }))
}

/// A sitting of the user's.
///
/// # Errors
///
/// [`ServiceError::Missing`] also for what is no UUID, and for sittings of onboarding.
pub async fn sitting(database: &Database, user: UserId, session: &str) -> Result<Model, ServiceError> {
    let session = Uuid::new(session).map_err(|_| ServiceError::Missing)?;
    let only = [("session_id", Is::Text(session.as_str())), ("assessment_type", Is::Text("hexaco"))];
    let found = Owned::<PersonalityAssessment>::by(user, database).find_by(&only).await?;
    found.ok_or(ServiceError::Missing)
}

/// Which part of the items was answered, at most 1; `None` if the number of items is not known.
#[expect(clippy::cast_precision_loss, reason = "a test has a hundred items")]
pub fn rate(answered: Option<i64>, of: Option<i64>) -> Option<f64> {
    let (answered, of) = (answered?, of.filter(|of| *of > 0)?);
    Some((answered as f64 / of as f64).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_never_more_than_all_and_unknown_without_a_whole() {
        for (answered, of, expected) in [
            (Some(30), Some(60), Some(0.5)),
            (Some(70), Some(60), Some(1.0)),
            (Some(3), Some(0), None),
            (None, Some(60), None),
            (Some(3), None, None),
        ] {
            assert_eq!(rate(answered, of), expected, "{answered:?} of {of:?}");
        }
    }
}
