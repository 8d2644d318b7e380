//! Courses, and what was learned from them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use orientor_domain::courses::{
    Advice, CareerPath, Category, DevelopmentArea, Insight, Pattern, Readiness, Signal, Summary, Trend, advice,
    career_paths, category, confidence, development_areas, patterns, readiness, summary, trends,
};
use orientor_identity::UserId;
use orientor_store::{
    Database, Owned, queries,
    tables::{
        career_signal,
        course::{self, Course, CourseId, Draft, SubjectCategory},
        psychological_insight,
    },
    value::Text,
};

use crate::{ServiceError, goals::still_named};

/// Most insights, and most signals, that a profile is made from: the newest.
const MOST_EVIDENCE: u16 = 500;

/// What somebody's courses say about them.
#[derive(Clone, Debug)]
pub struct PsychologicalProfile {
    /// What the insights come to.
    pub summary: Summary,
    /// What the signals come to.
    pub readiness: Readiness,
    /// The insights of each course, the newest first.
    pub insights_by_course: BTreeMap<i64, Vec<psychological_insight::Model>>,
    /// The signals, the newest first.
    pub signals: Vec<career_signal::Model>,
    /// Where the talents could lead.
    pub paths: Vec<CareerPath>,
    /// What to work on.
    pub areas: Vec<DevelopmentArea>,
    /// How much the insights are to be trusted, 0 to 0.9.
    pub confidence: f64,
    /// When the last insight or signal came.
    pub last_updated: Option<DateTime<Utc>>,
}

/// Where somebody's talents are going.
#[derive(Clone, Debug)]
pub struct CareerSignals {
    /// The signals, the newest first.
    pub signals: Vec<career_signal::Model>,
    /// Where the strengths of each kind go.
    pub patterns: BTreeMap<String, Pattern>,
    /// How each kind has changed.
    pub trends: Vec<Trend>,
    /// Where the talents could lead.
    pub paths: Vec<CareerPath>,
    /// What to do.
    pub advice: Vec<Advice>,
}

/// Adds a course. Its category is told from its words if the draft leaves it out.
pub async fn create(database: &Database, user: UserId, mut draft: Draft) -> Result<course::Model, ServiceError> {
    if draft.subject_category.is_none() {
        let description = draft.description.as_ref().map_or("", Text::as_str);
        draft.subject_category = Some(stored_as(category(draft.course_name.as_str(), description)));
    }
    Ok(Owned::<Course>::by(user, database).create(&draft).await?)
}

/// Deletes a course with its insights and conversations. Signals stay, and forget it.
pub async fn delete(database: &Database, user: UserId, course: CourseId) -> Result<(), ServiceError> {
    let mut tx = database.begin().await?;
    Owned::<Course>::within(user, &mut tx).find_for_update(course).await?.ok_or(ServiceError::Missing)?;
    queries::courses::delete_parts(&mut tx, user, course).await?;
    Owned::<Course>::within(user, &mut tx).delete(course).await.map_err(still_named)?;
    Ok(tx.commit().await?)
}

/// What a user's courses say about them. Somebody without courses has an empty profile.
pub async fn profile(database: &Database, user: UserId) -> Result<PsychologicalProfile, ServiceError> {
    let insights = queries::courses::insights(database, user, MOST_EVIDENCE).await?;
    let signals = queries::courses::signals(database, user, MOST_EVIDENCE).await?;
    let evidence: Vec<Insight<'_>> = insights
        .iter()
        .map(|row| Insight { kind: &row.insight_type, value: &row.insight_value, confidence: row.confidence_score })
        .collect();
    let (summary, confidence) = (summary(&evidence), confidence(&evidence));
    let readiness = readiness(&in_time(&signals));
    let of_insights = insights.iter().filter_map(|row| row.updated_at.or(row.extracted_at));
    let last_updated = of_insights.chain(signals.iter().filter_map(|row| row.updated_at)).max();
    let mut insights_by_course: BTreeMap<i64, Vec<psychological_insight::Model>> = BTreeMap::new();
    for insight in insights {
        insights_by_course.entry(insight.course_id).or_default().push(insight);
    }
    Ok(PsychologicalProfile {
        summary,
        insights_by_course,
        paths: career_paths(&readiness),
        areas: development_areas(&readiness),
        readiness,
        signals,
        confidence,
        last_updated,
    })
}

/// Where a user's talents are going.
pub async fn signals(database: &Database, user: UserId) -> Result<CareerSignals, ServiceError> {
    let signals = queries::courses::signals(database, user, MOST_EVIDENCE).await?;
    let in_time = in_time(&signals);
    let (readiness, patterns, trends) = (readiness(&in_time), patterns(&in_time), trends(&in_time));
    let advice = advice(&patterns, &trends, &development_areas(&readiness));
    Ok(CareerSignals { paths: career_paths(&readiness), signals, patterns, trends, advice })
}

/// The oldest first.
fn in_time(newest_first: &[career_signal::Model]) -> Vec<Signal<'_>> {
    newest_first.iter().rev().map(|row| Signal { kind: &row.signal_type, strength: row.strength_score }).collect()
}

fn stored_as(category: Category) -> SubjectCategory {
    match category {
        Category::Stem => SubjectCategory::Stem,
        Category::Humanities => SubjectCategory::Humanities,
        Category::Business => SubjectCategory::Business,
        Category::Arts => SubjectCategory::Arts,
        Category::SocialSciences => SubjectCategory::SocialSciences,
        Category::Other => SubjectCategory::Other,
    }
}
