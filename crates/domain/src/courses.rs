//! What courses tell about somebody: the kind of a course, and what was learned from talking about it.

mod category;
mod evidence;
mod paths;
mod signals;

pub use category::{Category, category};
pub use evidence::{Affinities, CognitivePreferences, Insight, Summary, WorkStyle, confidence, summary};
pub use paths::{
    Advice, CareerPath, DevelopmentArea, EntryLevel, EntryPoint, Priority, advice, career_paths, development_areas,
};
pub use signals::{Direction, Pattern, Readiness, Signal, SignalKind, Trend, TrendKind, patterns, readiness, trends};
