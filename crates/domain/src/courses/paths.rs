//! Where somebody's talents could lead, and what to work on.

use std::collections::BTreeSet;

use serde::Serialize;
use utoipa::ToSchema;

use super::signals::{Direction, Pattern, Readiness, STRONG, SignalKind, Trend, TrendKind};

/// From here on a talent is one to work on; below, courses have said too little.
const DEVELOPABLE: f64 = 0.3;
/// From here on there is nothing more to work on.
const DEVELOPED: f64 = 0.7;
const MAX_PATHS: usize = 3;
const MAX_AREAS: usize = 5;

/// How soon something is worth doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Priority {
    High,
    Medium,
    Low,
}

/// A direction that fits strong talents.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CareerPath {
    /// What it is called.
    #[schema(example = "Analysis and research")]
    pub label: String,
    /// The talents that it rests on: one, or two for the combined path.
    #[schema(example = json!(["analytical_thinking"]))]
    pub signal_types: Vec<String>,
    /// Their mean strength, 0 to 1.
    #[schema(example = 0.82)]
    pub strength: f64,
    /// How well founded it is.
    pub priority: Priority,
    /// Ways to begin, two for each talent.
    pub entry_points: Vec<EntryPoint>,
}

/// A way to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct EntryPoint {
    /// What to learn.
    #[schema(example = "statistics")]
    pub label: String,
    /// How far in to start.
    pub level: EntryLevel,
}

/// How far in somebody can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryLevel {
    /// At the start: strength below 0.7.
    Beginner,
    /// Further on.
    Intermediate,
}

/// A talent to work on.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DevelopmentArea {
    /// The talent.
    #[schema(example = "stress_tolerance")]
    pub signal_type: String,
    /// Its mean strength, 0.3 to 0.7.
    #[schema(example = 0.44)]
    pub strength: f64,
    /// How much it matters in most work, 0 to 1. Our own judgement.
    #[schema(example = 0.75)]
    pub impact: f64,
    /// How soon to do it.
    pub priority: Priority,
}

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Advice {
    /// How soon to do it.
    pub priority: Priority,
    /// The talent that it is about.
    #[schema(example = "attention_to_detail")]
    pub signal_type: String,
    /// One sentence.
    pub text: String,
}

/// Directions that fit: the three strongest talents with at least 0.6, and the two strongest together.
pub fn career_paths(readiness: &Readiness) -> Vec<CareerPath> {
    let mut strong: Vec<(SignalKind, f64)> = known(readiness).filter(|(_, mean)| *mean >= STRONG).collect();
    strong.sort_by(|(one_kind, one), (other_kind, other)| other.total_cmp(one).then(one_kind.cmp(other_kind)));
    strong.truncate(MAX_PATHS);
    let mut paths: Vec<CareerPath> = strong
        .iter()
        .map(|(kind, mean)| CareerPath {
            label: about(*kind).path.to_owned(),
            signal_types: vec![kind.as_str().to_owned()],
            strength: *mean,
            priority: priority(*mean),
            entry_points: entry_points(*kind, *mean),
        })
        .collect();
    if let [first, second, ..] = strong.as_slice() {
        let strength = f64::midpoint(first.1, second.1);
        paths.push(CareerPath {
            label: format!("{} with {}", about(first.0).path, lower_first(about(second.0).path)),
            signal_types: [first, second].map(|(kind, _)| kind.as_str().to_owned()).to_vec(),
            strength,
            priority: priority(strength),
            entry_points: [first, second].into_iter().flat_map(|(kind, mean)| entry_points(*kind, *mean)).collect(),
        });
    }
    paths
}

/// The talents from 0.3 to 0.7 that matter most, five at most.
pub fn development_areas(readiness: &Readiness) -> Vec<DevelopmentArea> {
    let mut areas: Vec<DevelopmentArea> = known(readiness)
        .filter(|(_, mean)| (DEVELOPABLE..DEVELOPED).contains(mean))
        .map(|(kind, mean)| DevelopmentArea {
            signal_type: kind.as_str().to_owned(),
            strength: mean,
            impact: about(kind).impact,
            priority: priority(mean),
        })
        .collect();
    areas.sort_by(|one, other| other.impact.total_cmp(&one.impact).then(other.strength.total_cmp(&one.strength)));
    areas.truncate(MAX_AREAS);
    areas
}

/// What to do: first about what declines, then about what can be developed.
pub fn advice<'a>(
    patterns: impl IntoIterator<Item = (&'a String, &'a Pattern)>,
    trends: &'a [Trend],
    areas: &[DevelopmentArea],
) -> Vec<Advice> {
    let sinking = patterns.into_iter().filter(|(_, it)| it.direction == Direction::Declining).map(|(kind, _)| kind);
    let fallen = trends.iter().filter(|it| it.trend == TrendKind::Declining).map(|it| &it.signal_type);
    let declining: BTreeSet<&String> = sinking.chain(fallen).collect();
    let first = declining.iter().map(|kind| Advice {
        priority: Priority::High,
        signal_type: (*kind).clone(),
        text: format!("Your courses show less {} than before: find out what has changed.", spoken(kind)),
    });
    let then = areas.iter().filter(|area| !declining.contains(&area.signal_type)).map(|area| Advice {
        priority: area.priority,
        signal_type: area.signal_type.clone(),
        text: format!("Choose a course that asks for {}.", spoken(&area.signal_type)),
    });
    first.chain(then).collect()
}

/// What we say about a talent. The words and the weights are our own.
struct About {
    path: &'static str,
    entries: [&'static str; 2],
    impact: f64,
}

const fn about(kind: SignalKind) -> About {
    let (path, entries, impact) = match kind {
        SignalKind::AnalyticalThinking => ("Analysis and research", ["statistics", "research methods"], 0.9),
        SignalKind::CreativeProblemSolving => ("Design and invention", ["design thinking", "prototyping"], 0.8),
        SignalKind::InterpersonalSkills => ("Teaching and care", ["counselling", "public speaking"], 0.85),
        SignalKind::LeadershipPotential => ("Management", ["project management", "team leadership"], 0.9),
        SignalKind::AttentionToDetail => ("Quality and audit", ["quality control", "technical writing"], 0.7),
        SignalKind::StressTolerance => ("Emergency and operations", ["first aid", "incident response"], 0.75),
    };
    About { path, entries, impact }
}

fn known(readiness: &Readiness) -> impl Iterator<Item = (SignalKind, f64)> {
    readiness.by_type.iter().filter_map(|(kind, mean)| Some((SignalKind::from_stored(kind)?, *mean)))
}

fn priority(mean: f64) -> Priority {
    match mean {
        mean if mean >= STRONG => Priority::High,
        mean if mean >= 0.4 => Priority::Medium,
        _ => Priority::Low,
    }
}

fn entry_points(kind: SignalKind, mean: f64) -> Vec<EntryPoint> {
    let level = if mean < DEVELOPED { EntryLevel::Beginner } else { EntryLevel::Intermediate };
    about(kind).entries.iter().map(|label| EntryPoint { label: (*label).to_owned(), level }).collect()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default() + letters.as_str()
}

fn spoken(kind: &str) -> String {
    kind.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::{super::signals, *};
    use crate::courses::{Signal, patterns, trends};

    fn readiness(of: &[(&str, f64)]) -> Readiness {
        let signals: Vec<Signal<'_>> = of.iter().map(|(kind, strength)| Signal { kind, strength: *strength }).collect();
        signals::readiness(&signals)
    }

    #[test]
    fn paths_rest_on_the_three_strongest_and_on_the_first_two_together() {
        let paths = career_paths(&readiness(&[
            ("stress_tolerance", 0.61),
            ("analytical_thinking", 0.65),
            ("leadership_potential", 0.9),
            ("attention_to_detail", 0.6),
            ("interpersonal_skills", 0.59),
            ("charm", 1.0),
        ]));

        let labels: Vec<&str> = paths.iter().map(|path| path.label.as_str()).collect();
        let combined = "Management with analysis and research";
        assert_eq!(labels, ["Management", "Analysis and research", "Emergency and operations", combined]);
        assert!((paths[3].strength - 0.775).abs() < 1e-9 && paths[3].entry_points.len() == 4);
        let levels: Vec<EntryLevel> = paths[3].entry_points.iter().map(|entry| entry.level).collect();
        let [beginner, further] = [EntryLevel::Beginner, EntryLevel::Intermediate];
        assert_eq!(levels, [further, further, beginner, beginner]);
    }

    #[test]
    fn one_strong_talent_makes_one_path_and_none_makes_none() {
        assert_eq!(career_paths(&readiness(&[("stress_tolerance", 0.8)])).len(), 1);
        assert_eq!(career_paths(&readiness(&[("stress_tolerance", 0.5)])), []);
        assert_eq!(career_paths(&Readiness::default()), []);
    }

    #[test]
    fn areas_lie_between_the_limits_and_go_by_impact() {
        let areas = development_areas(&readiness(&[
            ("attention_to_detail", 0.65),
            ("analytical_thinking", 0.3),
            ("leadership_potential", 0.7),
            ("stress_tolerance", 0.29),
            ("creative_problem_solving", 0.5),
            ("charm", 0.5),
        ]));

        let told: Vec<(&str, Priority)> = areas.iter().map(|area| (area.signal_type.as_str(), area.priority)).collect();
        let expected = [
            ("analytical_thinking", Priority::Low),
            ("creative_problem_solving", Priority::Medium),
            ("attention_to_detail", Priority::High),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_declines_comes_first_and_is_said_once() {
        let falling = [0.9, 0.6, 0.35].map(|strength| Signal { kind: "stress_tolerance", strength });
        let steady = Signal { kind: "attention_to_detail", strength: 0.5 };
        let signals = [falling.as_slice(), &[steady]].concat();
        let areas = development_areas(&signals::readiness(&signals));
        assert_eq!(areas.len(), 2);

        let advice = advice(&patterns(&signals), &trends(&signals), &areas);

        let told: Vec<(&str, Priority)> = advice.iter().map(|it| (it.signal_type.as_str(), it.priority)).collect();
        assert_eq!(told, [("stress_tolerance", Priority::High), ("attention_to_detail", Priority::Medium)]);
    }
}
