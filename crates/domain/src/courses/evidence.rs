//! What the insights from somebody's courses come to.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::category::words;

/// What counts for an insight without a confidence.
const USUAL_CONFIDENCE: f64 = 0.5;

const ANALYTICAL: &[&str] = &["analysis", "analytic", "analytical", "analyze", "analyse", "logic", "logical"];
const CREATIVE: &[&str] = &["creative", "creativity", "imagination", "imaginative"];
const TOGETHER: &[&str] = &["collaboration", "collaborative", "collaborate", "group", "team", "teamwork"];
const ALONE: &[&str] = &["alone", "autonomous", "autonomy", "independence", "independent", "solo"];

/// An insight as it is stored. What older programs stored may have any kind and shape.
#[derive(Clone, Copy, Debug)]
pub struct Insight<'a> {
    /// The kind: `cognitive_preference`, `work_style`, `subject_affinity`, `learning_preference`, or something older.
    pub kind: &'a str,
    /// The document.
    pub value: &'a Value,
    /// 0 to 1, if it is known.
    pub confidence: Option<f64>,
}

/// What insights come to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Summary {
    /// How many there are.
    #[schema(example = 4)]
    pub insights: usize,
    /// How somebody thinks, from insights of the kind `cognitive_preference`.
    pub cognitive_preferences: CognitivePreferences,
    /// How somebody works, from insights of the kind `work_style`.
    pub work_style: WorkStyle,
    /// What somebody likes, from insights of the kind `subject_affinity`.
    pub subject_affinities: Affinities,
}

/// How somebody thinks: each the confidence of the insights that mention it, as a share of all of the kind, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct CognitivePreferences {
    /// By taking apart. `null` without insights.
    #[schema(example = 0.45)]
    pub analytical: Option<f64>,
    /// By making up. `null` without insights.
    #[schema(example = 0.2)]
    pub creative: Option<f64>,
}

/// How somebody works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct WorkStyle {
    /// 0 for alone, 1 for together, 0.5 for neither; `null` without insights.
    #[schema(example = 0.7)]
    pub collaboration: Option<f64>,
}

/// What somebody likes, as the insights have it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Affinities {
    /// Where the liking is their own.
    #[schema(value_type = Vec<Object>)]
    pub authentic: Vec<Value>,
    /// Where it is somebody else's wish.
    #[schema(value_type = Vec<Object>)]
    pub forced: Vec<Value>,
}

/// Sums insights up.
pub fn summary(insights: &[Insight<'_>]) -> Summary {
    let of_kind = |kind| insights.iter().filter(move |insight| insight.kind == kind);
    let liked = |flag: &str| -> Vec<Value> {
        let of_flag = of_kind("subject_affinity").filter(|insight| mentions(insight.value, &[flag]));
        of_flag.map(|insight| insight.value.clone()).collect()
    };
    let cognitive = |words| share(of_kind("cognitive_preference"), |value| f64::from(u8::from(mentions(value, words))));
    let together = share(of_kind("work_style"), |value| {
        f64::from(u8::from(mentions(value, TOGETHER))) - f64::from(u8::from(mentions(value, ALONE)))
    });
    Summary {
        insights: insights.len(),
        cognitive_preferences: CognitivePreferences {
            analytical: cognitive(ANALYTICAL),
            creative: cognitive(CREATIVE),
        },
        work_style: WorkStyle { collaboration: together.map(|balance| f64::midpoint(balance, 1.0).clamp(0.0, 1.0)) },
        subject_affinities: Affinities { authentic: liked("authentic"), forced: liked("forced") },
    }
}

/// How much the insights are to be trusted together: their mean confidence and 0.05 for each, at most 0.9; 0 without any.
pub fn confidence(insights: &[Insight<'_>]) -> f64 {
    let mean = share(insights.iter(), |_| 1.0);
    let count = insights.iter().take(20).fold(0.0, |count, _| count + 1.0);
    mean.map_or(0.0, |mean| 0.05_f64.mul_add(count, mean).min(0.9))
}

/// The sum of confidence times weight over the number of insights.
fn share<'a>(insights: impl Iterator<Item = &'a Insight<'a>>, weight: impl Fn(&Value) -> f64) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for insight in insights {
        let confidence = insight.confidence.filter(|number| number.is_finite()).unwrap_or(USUAL_CONFIDENCE);
        sum += confidence.clamp(0.0, 1.0) * weight(insight.value);
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// Whether one of these words stands in the document, in a text or as the name of a member that is not denied.
fn mentions(value: &Value, wanted: &[&str]) -> bool {
    let says = |text: &str| words(text).iter().any(|word| wanted.contains(&word.as_str()));
    match value {
        Value::String(text) => says(text),
        Value::Array(items) => items.iter().any(|item| mentions(item, wanted)),
        Value::Object(members) => members.iter().any(|(name, value)| {
            let is_denied = matches!(value, Value::Null | Value::Bool(false)) || value.as_f64() == Some(0.0);
            !is_denied && (says(name) || mentions(value, wanted))
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn insight<'a>(kind: &'a str, value: &'a Value, confidence: Option<f64>) -> Insight<'a> {
        Insight { kind, value, confidence }
    }

    fn near(is: Option<f64>, expected: f64) -> bool {
        is.is_some_and(|is| (is - expected).abs() < 1e-9)
    }

    #[test]
    fn nothing_comes_to_nothing() {
        assert_eq!(summary(&[]), Summary::default());
        assert!(confidence(&[]).abs() < 1e-9);
    }

    #[test]
    fn preferences_are_shares_of_the_insights_of_their_kind() {
        let (thinks, makes) = (json!({ "preference": "Analytical" }), json!({ "creative_work": true }));
        let insights = [
            insight("cognitive_preference", &thinks, Some(0.8)),
            insight("cognitive_preference", &makes, None),
            insight("learning_preference", &thinks, Some(1.0)),
        ];

        let summary = summary(&insights);

        assert_eq!(summary.insights, 3);
        assert!(near(summary.cognitive_preferences.analytical, 0.4));
        assert!(near(summary.cognitive_preferences.creative, 0.25));
        assert_eq!(summary.work_style.collaboration, None);
    }

    #[test]
    fn work_style_lies_between_alone_and_together() {
        let (team, solo, neither) =
            (json!({ "value": "team" }), json!({ "value": "solo" }), json!({ "value": "steam" }));
        let style = |value, confidence| summary(&[insight("work_style", value, confidence)]).work_style.collaboration;

        assert!(near(style(&team, Some(1.0)), 1.0) && near(style(&solo, Some(1.0)), 0.0));
        assert!(near(style(&solo, None), 0.25) && near(style(&neither, Some(1.0)), 0.5));
        assert!(near(style(&team, Some(7.0)), 1.0), "an old confidence out of its limits");
    }

    #[test]
    fn affinities_are_told_apart_by_their_flags() {
        let (own, other) =
            (json!({ "subject": "art", "authentic": true }), json!({ "subject": "law", "forced": true }));
        let denied = json!({ "subject": "history", "authentic": false });
        let insights = [&own, &other, &denied].map(|value| insight("subject_affinity", value, None));

        let affinities = summary(&insights).subject_affinities;

        assert_eq!(affinities, Affinities { authentic: vec![own.clone()], forced: vec![other.clone()] });
    }

    #[test]
    fn confidence_grows_with_evidence_and_ends_at_nine_tenths() {
        let value = json!({});
        let of = |count| confidence(&vec![insight("anything", &value, None); count]);

        assert!([(1, 0.55), (4, 0.7), (8, 0.9), (500, 0.9)].iter().all(|(count, is)| near(Some(of(*count)), *is)));
    }
}
