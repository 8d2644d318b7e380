//! Everything that users have put aside, and how well it fits them.

use orientor_domain::fit::{self, Fit, Ratings, SKILLS, TRAITS};
use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, OwnedTable, RowKey,
    tables::{
        saved_job::{self, SavedJob},
        saved_recommendation::{self, SavedRecommendation},
        user_skill,
    },
};
use serde_json::Value;

use crate::{ServiceError, profiles};

/// What the client calls the two kinds of saved careers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A saved occupation.
    Recommendation,
    /// A saved job.
    Job,
}

/// Before the key of a saved job, where keys of saved occupations stand beside it.
pub const JOB_PREFIX: &str = "job_";

/// Both kinds, the last saved first in each; at most `limit` of each, in two statements.
pub async fn saved(
    database: &Database,
    user: UserId,
    limit: u16,
) -> Result<(Vec<saved_recommendation::Model>, Vec<saved_job::Model>), ServiceError> {
    let listing = Listing { limit, ..Listing::default() };
    let recommendations = Owned::<SavedRecommendation>::by(user, database).list(&listing).await?;
    let jobs = Owned::<SavedJob>::by(user, database).list(&listing).await?;
    Ok((recommendations.rows, jobs.rows))
}

/// How well something that the user has put aside fits them.
///
/// * `named`: its key, with [`JOB_PREFIX`] or without, or its code.
///
/// # Errors
///
/// [`ServiceError::Missing`] if it is not among the user's; [`ServiceError::NotRated`] if they have not rated
/// themselves; [`ServiceError::NothingToCompare`] if it asks for nothing that they have rated.
pub async fn analyse(database: &Database, user: UserId, source: Source, named: &str) -> Result<Fit, ServiceError> {
    let required = match source {
        Source::Recommendation => {
            of_occupation(&own::<SavedRecommendation>(database, user, "oasis_code", named).await?)
        }
        Source::Job => {
            let named = named.strip_prefix(JOB_PREFIX).unwrap_or(named);
            of_job(&own::<SavedJob>(database, user, "esco_id", named).await?)
        }
    };
    let (profile, skills) = profiles::own(database, user).await?;
    let ratings = skills.as_ref().map(of_user).unwrap_or_default();
    if ratings.is_empty() {
        return Err(ServiceError::NotRated);
    }
    let years = profile.and_then(|profile| profile.years_experience);
    fit::fit(&ratings, &required, years).ok_or(ServiceError::NothingToCompare)
}

/// The user's row with this key, or else with this code.
async fn own<T: OwnedTable>(
    database: &Database,
    user: UserId,
    code: &'static str,
    named: &str,
) -> Result<T::Model, ServiceError> {
    let mut rows = Owned::<T>::by(user, database);
    if let Ok(key) = named.parse()
        && let Some(row) = rows.find(RowKey::Number(key)).await?
    {
        return Ok(row);
    }
    rows.find_by(&[(code, Is::Text(named))]).await?.ok_or(ServiceError::Missing)
}

/// How users rate themselves.
pub fn of_user(row: &user_skill::Model) -> Ratings {
    Ratings {
        skills: [row.creativity, row.leadership, row.digital_literacy, row.critical_thinking, row.problem_solving],
        traits: [
            row.analytical_thinking,
            row.attention_to_detail,
            row.collaboration,
            row.adaptability,
            row.independence,
            row.evaluation,
            row.decision_making,
            row.stress_tolerance,
        ],
    }
}

/// What an occupation asks for.
pub fn of_occupation(row: &saved_recommendation::Model) -> Ratings {
    Ratings {
        skills: [
            row.role_creativity,
            row.role_leadership,
            row.role_digital_literacy,
            row.role_critical_thinking,
            row.role_problem_solving,
        ],
        traits: [
            row.analytical_thinking,
            row.attention_to_detail,
            row.collaboration,
            row.adaptability,
            row.independence,
            row.evaluation,
            row.decision_making,
            row.stress_tolerance,
        ],
    }
}

/// What a job asks for, as far as its list tells levels: `{"creativity": 3}` or `[{"name": "creativity", "level": 3}]`.
/// A plain list of names tells none.
fn of_job(row: &saved_job::Model) -> Ratings {
    let level = |name: &&str| match row.skills_required.as_ref()? {
        Value::Object(members) => {
            members.iter().find(|(key, _)| is_named(key, name)).and_then(|(_, level)| level.as_f64())
        }
        Value::Array(items) => items.iter().find_map(|item| {
            let called = item.get("name").or_else(|| item.get("skill_name"))?.as_str()?;
            is_named(called, name).then(|| item.get("level")?.as_f64())?
        }),
        _ => None,
    };
    Ratings { skills: SKILLS.each_ref().map(level), traits: TRAITS.each_ref().map(level) }
}

/// Whether a name means the skill: any case, blanks or hyphens for `_`.
fn is_named(called: &str, skill: &str) -> bool {
    called.trim().replace([' ', '-'], "_").eq_ignore_ascii_case(skill)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_list_of_a_job_is_read_whatever_shape_it_has() {
        let job = |skills: Value| -> saved_job::Model {
            serde_json::from_value(json!({
                "id": 1, "user_id": 1, "esco_id": "x", "job_title": "x", "skills_required": skills,
                "discovery_source": null, "tree_graph_id": null, "relevance_score": null, "saved_at": null,
                "metadata": null
            }))
            .unwrap()
        };

        for skills in [
            json!({ "Creativity": 3, "stress-tolerance": 4.5, "juggling": 1 }),
            json!(["juggling", { "name": "creativity", "level": 3 }, { "skill_name": "Stress tolerance", "level": 4.5 }]),
        ] {
            let read = of_job(&job(skills));
            assert_eq!((read.skills[0], read.traits[7]), (Some(3.0), Some(4.5)));
            assert_eq!(read.skills[1], None);
        }
        for skills in [json!(["creativity"]), json!(null), json!("creativity"), json!([{ "name": "creativity" }])] {
            assert!(of_job(&job(skills)).is_empty());
        }
    }
}
