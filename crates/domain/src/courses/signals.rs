//! How strong the signs of somebody's talents are, and where they are going.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

/// From here on a strength is one to build on.
pub(super) const STRONG: f64 = 0.6;
/// From so many points on a slope says something.
const POINTS_FOR_SLOPE: usize = 3;
/// A slope beyond this, either way, is no accident.
const SLOPE: f64 = 0.1;
/// So is a change from the first to the last beyond this.
const CHANGE: f64 = 0.2;

/// A talent that courses give signs of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SignalKind {
    AnalyticalThinking,
    CreativeProblemSolving,
    InterpersonalSkills,
    LeadershipPotential,
    AttentionToDetail,
    StressTolerance,
}

impl SignalKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::AnalyticalThinking,
        Self::CreativeProblemSolving,
        Self::InterpersonalSkills,
        Self::LeadershipPotential,
        Self::AttentionToDetail,
        Self::StressTolerance,
    ];

    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AnalyticalThinking => "analytical_thinking",
            Self::CreativeProblemSolving => "creative_problem_solving",
            Self::InterpersonalSkills => "interpersonal_skills",
            Self::LeadershipPotential => "leadership_potential",
            Self::AttentionToDetail => "attention_to_detail",
            Self::StressTolerance => "stress_tolerance",
        }
    }

    /// From what is stored.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A signal as it is stored. An older one may have a kind that nobody knows.
#[derive(Clone, Copy, Debug)]
pub struct Signal<'a> {
    /// The kind, a [`SignalKind`] or something older.
    pub kind: &'a str,
    /// 0 to 1.
    pub strength: f64,
}

/// How ready somebody is, from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Readiness {
    /// The mean over all kinds; `null` without signals.
    #[schema(example = 0.62)]
    pub overall: Option<f64>,
    /// The mean strength of each kind.
    #[schema(example = json!({ "analytical_thinking": 0.8, "stress_tolerance": 0.44 }))]
    pub by_type: BTreeMap<String, f64>,
    /// The kinds in the upper half with at least 0.6, strongest first.
    #[schema(example = json!(["analytical_thinking"]))]
    pub strongest: Vec<String>,
    /// The other kinds with less than 0.6, strongest first.
    #[schema(example = json!(["stress_tolerance"]))]
    pub developing: Vec<String>,
}

/// Where the strengths of a kind go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// By more than 0.1 a signal.
    Increasing,
    /// By less than that either way, or too few to tell.
    Stable,
    /// By more than 0.1 a signal.
    Declining,
}

/// The strengths of a kind in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Pattern {
    /// How many there are.
    #[schema(example = 3)]
    pub count: usize,
    /// By how much each is above the one before, by least squares; `null` with fewer than three.
    #[schema(example = 0.15)]
    pub slope: Option<f64>,
    /// Where they go.
    pub direction: Direction,
}

/// What the last signal of a kind says beside the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TrendKind {
    /// More than 0.2 above it.
    Emerging,
    /// Close to it.
    Stable,
    /// More than 0.2 below it.
    Declining,
}

/// How a kind has changed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Trend {
    /// The kind.
    #[schema(example = "analytical_thinking")]
    pub signal_type: String,
    /// Where it goes.
    pub trend: TrendKind,
    /// The last strength less the first.
    #[schema(example = -0.25)]
    pub change: f64,
    /// 1 for no change, 0 for the greatest.
    #[schema(example = 0.75)]
    pub stability: f64,
}

/// How ready somebody is, from any order of signals.
pub fn readiness(signals: &[Signal<'_>]) -> Readiness {
    let by_type: BTreeMap<&str, f64> = series(signals).into_iter().map(|(kind, it)| (kind, mean(&it))).collect();
    let overall = (!by_type.is_empty()).then(|| mean(&by_type.values().copied().collect::<Vec<_>>()));
    let mut ranked: Vec<(&str, f64)> = by_type.iter().map(|(kind, mean)| (*kind, *mean)).collect();
    // The order of the map, which is that of the names, parts those that are equal.
    ranked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let (upper, lower) = ranked.split_at(ranked.len().div_ceil(2));
    let names = |of: &[(&str, f64)], strong: bool| {
        of.iter()
            .filter(|(_, mean)| (*mean >= STRONG) == strong)
            .map(|(kind, _)| (*kind).to_owned())
            .collect::<Vec<_>>()
    };
    Readiness {
        overall,
        strongest: names(upper, true),
        developing: [names(upper, false), names(lower, false)].concat(),
        by_type: by_type.into_iter().map(|(kind, mean)| (kind.to_owned(), mean)).collect(),
    }
}

/// Where the strengths of each kind go. `signals`: the oldest first.
pub fn patterns(signals: &[Signal<'_>]) -> BTreeMap<String, Pattern> {
    let patterns = series(signals).into_iter().map(|(kind, strengths)| {
        let slope = (strengths.len() >= POINTS_FOR_SLOPE).then(|| slope(&strengths));
        let direction = match slope {
            Some(slope) if slope > SLOPE => Direction::Increasing,
            Some(slope) if slope < -SLOPE => Direction::Declining,
            _ => Direction::Stable,
        };
        (kind.to_owned(), Pattern { count: strengths.len(), slope, direction })
    });
    patterns.collect()
}

/// How each kind with two signals or more has changed. `signals`: the oldest first.
pub fn trends(signals: &[Signal<'_>]) -> Vec<Trend> {
    let trends = series(signals).into_iter().filter_map(|(kind, strengths)| {
        let [first, .., last] = strengths.as_slice() else { return None };
        let change = last - first;
        let trend = match change {
            change if change > CHANGE => TrendKind::Emerging,
            change if change < -CHANGE => TrendKind::Declining,
            _ => TrendKind::Stable,
        };
        Some(Trend { signal_type: kind.to_owned(), trend, change, stability: 1.0 - change.abs() })
    });
    trends.collect()
}

/// The strengths of each kind in the order of the signals, brought into 0 to 1. What is no number is left out.
fn series<'a>(signals: &[Signal<'a>]) -> BTreeMap<&'a str, Vec<f64>> {
    let mut series: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for signal in signals.iter().filter(|signal| !signal.strength.is_nan()) {
        series.entry(signal.kind).or_default().push(signal.strength.clamp(0.0, 1.0));
    }
    series
}

/// * `numbers`, shape `[n]`, `n >= 1`.
fn mean(numbers: &[f64]) -> f64 {
    let (sum, count) = numbers.iter().fold((0.0, 0.0), |(sum, count), number| (sum + number, count + 1.0));
    sum / count
}

/// The slope of the line through `(0, y[0]), (1, y[1]), …` with the least squares.
///
/// * `y`, shape `[n]`, `n >= 2`.
fn slope(y: &[f64]) -> f64 {
    let x: Vec<f64> = y
        .iter()
        .scan(-1.0, |x, _| {
            *x += 1.0;
            Some(*x)
        })
        .collect();
    let (mean_x, mean_y) = (mean(&x), mean(y));
    let (mut covariance, mut variance) = (0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        covariance += (x - mean_x) * (y - mean_y);
        variance += (x - mean_x) * (x - mean_x);
    }
    covariance / variance
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signals<'a>(of: &[(&'a str, f64)]) -> Vec<Signal<'a>> {
        of.iter().map(|(kind, strength)| Signal { kind, strength: *strength }).collect()
    }

    #[test]
    fn nothing_comes_to_nothing() {
        assert_eq!(readiness(&[]), Readiness::default());
        assert!(patterns(&[]).is_empty() && trends(&[]).is_empty());
    }

    #[test]
    fn readiness_ranks_the_means_of_the_kinds() {
        let readiness =
            readiness(&signals(&[("a", 0.9), ("a", 0.7), ("b", 0.5), ("c", 0.65), ("d", 0.2), ("e", 0.62)]));

        assert_eq!(readiness.strongest, ["a", "c", "e"]);
        assert_eq!(readiness.developing, ["b", "d"]);
        assert!((readiness.by_type["a"] - 0.8).abs() < 1e-9);
        assert!((readiness.overall.unwrap() - (0.8 + 0.5 + 0.65 + 0.2 + 0.62) / 5.0).abs() < 1e-9);
    }

    #[test]
    fn a_single_weak_kind_is_developing_and_not_strongest() {
        let readiness = readiness(&signals(&[("a", 0.59)]));

        assert_eq!((readiness.strongest.len(), readiness.developing), (0, vec!["a".to_owned()]));
    }

    #[test]
    fn the_slope_is_that_of_least_squares() {
        assert!((slope(&[0.0, 0.5, 1.0]) - 0.5).abs() < 1e-9);
        assert!((slope(&[0.6, 0.5, 0.4, 0.3]) + 0.1).abs() < 1e-9);
        // By hand: the means are 1.5 and 0.45, the products add up to -0.6, the squares to 5.
        assert!((slope(&[0.6, 0.7, 0.1, 0.4]) + 0.12).abs() < 1e-9);
    }

    #[test]
    fn a_kind_that_goes_down_is_declining_in_patterns_and_in_trends() {
        let falling = signals(&[("a", 0.9), ("b", 0.1), ("a", 0.6), ("b", 0.5), ("a", 0.3), ("b", 0.9), ("c", 0.5)]);

        let (patterns, trends) = (patterns(&falling), trends(&falling));

        let directions: Vec<Direction> = patterns.values().map(|pattern| pattern.direction).collect();
        assert_eq!(directions, [Direction::Declining, Direction::Increasing, Direction::Stable]);
        assert_eq!((patterns["a"].count, patterns["c"].slope), (3, None));
        let kinds: Vec<(&str, TrendKind)> = trends.iter().map(|it| (it.signal_type.as_str(), it.trend)).collect();
        assert_eq!(kinds, [("a", TrendKind::Declining), ("b", TrendKind::Emerging)]);
        assert!((trends[0].change + 0.6).abs() < 1e-9 && (trends[0].stability - 0.4).abs() < 1e-9);
        for declining in [serde_json::json!(Direction::Declining), serde_json::json!(TrendKind::Declining)] {
            assert_eq!(declining, "declining");
        }
    }

    #[test]
    fn two_points_make_a_trend_and_no_slope() {
        let two = signals(&[("a", 0.5), ("a", 0.6)]);

        assert_eq!((patterns(&two)["a"].slope, patterns(&two)["a"].direction), (None, Direction::Stable));
        assert_eq!(trends(&two)[0].trend, TrendKind::Stable);
    }

    #[test]
    fn strengths_of_older_rows_are_brought_into_their_limits() {
        let readiness = readiness(&signals(&[("a", 70.0), ("b", -3.0), ("c", f64::NAN)]));

        assert_eq!(readiness.by_type.into_iter().collect::<Vec<_>>(), [("a".to_owned(), 1.0), ("b".to_owned(), 0.0)]);
    }

    #[test]
    fn every_kind_is_found_by_what_is_stored() {
        assert!(SignalKind::ALL.iter().all(|kind| SignalKind::from_stored(kind.as_str()) == Some(*kind)));
        assert_eq!(SignalKind::from_stored("charm"), None);
    }
}
