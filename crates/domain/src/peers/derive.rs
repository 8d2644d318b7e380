//! From stored rows to [`PeerInputs`], by plain rules.
//!
//! The sources are united, none outranks another. Whatever is malformed counts as absent, piece by piece, and nothing
//! here fails: a stored document can hold anything. JSON that is stored as text inside JSON is malformed.

use serde_json::{Map, Value};

use super::{Level, PeerInputs, Stage, Term, TermSet};
use crate::{
    Share,
    hexaco::{Domain, PerDomain},
    riasec::{Letter, LetterSet},
};

/// All that is stored about one user and counts in matching.
#[derive(Clone, Debug, Default)]
pub struct Sources<'a> {
    /// `user_profiles.compatibility_vector`. Not read at all if it is marked `"fallback": true`.
    pub vector: Option<&'a Value>,
    /// `user_profiles.skills`.
    pub profile_skills: &'a [String],
    /// `user_profiles.industry`: one term, also with commas in it.
    pub industry: Option<&'a str>,
    /// Titles of the active career goals.
    pub active_goal_titles: &'a [String],
    /// Results of interest tests, in any order.
    pub riasec: Vec<RiasecResult<'a>>,
    /// Stored personality profiles of any type, in any order.
    pub personality: Vec<PersonalityDocument<'a>>,
}

/// A row of `gca_results` or `holland_assessments`.
#[derive(Clone, Debug)]
pub struct RiasecResult<'a> {
    /// When it was taken, in Unix microseconds; a result without a date is older than any with one.
    pub at_us: Option<i64>,
    /// The row's key.
    pub id: ResultId<'a>,
    /// The scores in the order R I A S E C, `None` for NULL.
    pub scores: [Option<f64>; 6],
    /// `top_3_code` or `holland_code`, such as `RIA`. Read only if no score is stored: next to scores it
    /// repeats them, and next to six zeros it is nothing but the order of the letters.
    pub code: Option<&'a str>,
}

/// The key of a result. Of two results with the same date the greater key is newer: texts are
/// above numbers, numbers compare by value, texts byte by byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResultId<'a> {
    /// A serial number.
    Number(i64),
    /// A uuid or other text.
    Text(&'a str),
}

/// The `scores` of a row of `personality_profiles`.
#[derive(Clone, Copy, Debug)]
pub struct PersonalityDocument<'a> {
    /// When it was computed, in Unix microseconds; without a date it is older than any with one.
    pub at_us: Option<i64>,
    /// The row's key.
    pub id: i64,
    /// The document: `{"hexaco": {..0..1}, "riasec": {..}}` or `{"domains": {..1..5}}`, or anything.
    pub scores: &'a Value,
}

/// Derives the inputs of one user. The order of rows, texts and JSON keys does not matter.
pub fn derive(sources: &Sources<'_>) -> PeerInputs {
    let vector = sources.vector.and_then(Value::as_object).filter(|vector| !is_fallback(vector));
    let listed = |key: &str| vector.and_then(|vector| vector.get(key)).map(texts).unwrap_or_default();

    let skills = sources.profile_skills.iter().map(String::as_str);
    let goals = sources.active_goal_titles.iter().map(String::as_str);
    let desired: LetterSet = listed("desired_riasec_codes").into_iter().filter_map(Letter::from_name).collect();
    PeerInputs {
        interests: desired.union(newest_letters(sources)),
        skills: united(listed("target_skill_deltas"), skills),
        goals: united(listed("goal_overlap_keywords"), goals),
        industries: united(listed("industry_overlap"), sources.industry),
        stage: vector.and_then(|vector| Stage::new(vector.get("career_stage_preference")?.as_str()?)),
        scores: newest_scores(&sources.personality),
        preferences: vector.map(preferences).unwrap_or_default(),
    }
}

fn is_fallback(vector: &Map<String, Value>) -> bool {
    vector.get("fallback") == Some(&Value::Bool(true))
}

/// The texts of a list, without what else is in it; nothing if it is no list.
fn texts(list: &Value) -> Vec<&str> {
    list.as_array().map(|list| list.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

fn united<'a>(listed: Vec<&'a str>, stored: impl IntoIterator<Item = &'a str>) -> TermSet {
    listed.into_iter().chain(stored).filter_map(Term::new).collect()
}

fn preferences(vector: &Map<String, Value>) -> PerDomain<Level> {
    let stated = vector.get("personality_compatibility").and_then(|document| document.get("hexaco_preferences"));
    per_domain(stated, |level| Level::from_name(level.as_str()?))
}

/// The three strongest letters of the newest usable result, that is, of one that names at least one letter.
///
/// By date, then key; two rows of different tables can agree in both, and then the test's own result counts
/// rather than the one in a personality profile.
fn newest_letters(sources: &Sources<'_>) -> LetterSet {
    let of_tests = sources.riasec.iter().map(|result| (result.at_us, result.id, true, letters_of(result)));
    let of_profiles = sources.personality.iter().map(|document| {
        let letters = LetterSet::strongest(per_letter(document.scores.get("riasec")));
        (document.at_us, ResultId::Number(document.id), false, letters)
    });
    let usable = of_tests.chain(of_profiles).filter(|(.., letters)| !letters.is_empty());
    usable.max().map(|(.., letters)| letters).unwrap_or_default()
}

fn letters_of(result: &RiasecResult<'_>) -> LetterSet {
    if result.scores.iter().flatten().any(|score| score.is_finite()) {
        LetterSet::strongest(result.scores)
    } else {
        result.code.and_then(LetterSet::from_code).unwrap_or_default()
    }
}

/// The scores of the newest usable document, that is, of one with a number for at least one domain.
fn newest_scores(documents: &[PersonalityDocument<'_>]) -> PerDomain<Share> {
    let dated = documents.iter().map(|document| (document.at_us, document.id, scores_of(document.scores)));
    let usable = dated.filter(|(.., scores)| !scores.is_empty());
    usable.max().map(|(.., scores)| scores).unwrap_or_default()
}

/// What stands under `hexaco`, on 0..1; if that is unusable, what stands under `domains`, on 1..5.
fn scores_of(document: &Value) -> PerDomain<Share> {
    let shares = per_domain(document.get("hexaco"), |score| Share::clamped(score.as_f64()?));
    if !shares.is_empty() {
        return shares;
    }
    per_domain(document.get("domains"), |score| Share::clamped((score.as_f64()? - 1.0) / 4.0))
}

fn per_domain<T: Copy>(object: Option<&Value>, read: impl Fn(&Value) -> Option<T>) -> PerDomain<T> {
    let mut found = PerDomain::default();
    for (domain, value) in named(object, Domain::from_name, Domain::as_str) {
        if let (None, Some(value)) = (found.get(domain), read(value)) {
            found.set(domain, value);
        }
    }
    found
}

fn per_letter(object: Option<&Value>) -> [Option<f64>; 6] {
    let mut found = [None; 6];
    for (letter, score) in named(object, Letter::from_name, Letter::as_str) {
        let slot = &mut found[letter as usize];
        *slot = slot.or_else(|| score.as_f64());
    }
    found
}

/// The members of an object whose keys name something. Where several keys name the same, our own
/// spelling comes first and the others follow byte by byte, whatever order the document has.
fn named<T>(
    object: Option<&Value>,
    name: impl Fn(&str) -> Option<T>,
    spelling: impl Fn(T) -> &'static str,
) -> Vec<(T, &Value)>
where
    T: Copy,
{
    let members = object.and_then(Value::as_object).into_iter().flatten();
    let mut members: Vec<(T, &String, &Value)> =
        members.filter_map(|(key, value)| Some((name(key)?, key, value))).collect();
    members.sort_by_key(|&(named, key, _)| (key != spelling(named), key));
    members.into_iter().map(|(named, _, value)| (named, value)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of_vector(vector: Value) -> PeerInputs {
        derive(&Sources { vector: Some(&vector), ..Sources::default() })
    }

    fn of_documents(documents: &[(Option<i64>, i64, Value)]) -> PeerInputs {
        let personality =
            documents.iter().map(|(at_us, id, scores)| PersonalityDocument { at_us: *at_us, id: *id, scores });
        derive(&Sources { personality: personality.collect(), ..Sources::default() })
    }

    fn of_results(results: Vec<RiasecResult<'_>>) -> String {
        derive(&Sources { riasec: results, ..Sources::default() }).interests.to_string()
    }

    fn result<'a>(at_us: Option<i64>, id: ResultId<'a>, scores: [f64; 6], code: Option<&'a str>) -> RiasecResult<'a> {
        RiasecResult { at_us, id, scores: scores.map(|score| (!score.is_nan()).then_some(score)), code }
    }

    const NULL: f64 = f64::NAN;

    fn as_json(inputs: &PeerInputs) -> Value {
        serde_json::to_value(inputs).unwrap()
    }

    #[test]
    fn all_sources_are_united() {
        let vector = json!({
            "desired_riasec_codes": ["S", "artistic"],
            "target_skill_deltas": ["Python", "SQL"],
            "goal_overlap_keywords": ["Health"],
            "career_stage_preference": "Mid-Career",
            "industry_overlap": ["Health care"],
            "personality_compatibility": {
                "hexaco_preferences": {"honesty": "HIGH", "openness": "low", "extraversion": "a lot"},
            },
            "version": "1.0",
        });
        let document = json!({"hexaco": {"honesty": 0.5}, "riasec": {"realistic": 0.9, "social": 0.4, "artistic": 0}});

        let inputs = derive(&Sources {
            vector: Some(&vector),
            profile_skills: &["sql ".into(), "Rust".into(), " ".into()],
            industry: Some("Energy"),
            active_goal_titles: &["Become a nurse".into()],
            personality: vec![PersonalityDocument { at_us: None, id: 1, scores: &document }],
            ..Sources::default()
        });

        let expected = json!({
            // S and A are desired, R and S the strongest: artistic has a score of 0.
            "interests": "RAS",
            "skills": ["python", "rust", "sql"],
            "goals": ["become a nurse", "health"],
            "industries": ["energy", "health care"],
            "stage": "mid-career",
            "scores": {"honesty_humility": 0.5},
            "preferences": {"honesty_humility": "high", "openness": "low"},
        });
        assert_eq!(as_json(&inputs), expected);
    }

    #[test]
    fn a_malformed_key_is_absent_and_the_rest_counts() {
        let inputs = of_vector(json!({
            "desired_riasec_codes": "SE",
            "target_skill_deltas": ["Rust", 5, null, ["SQL"], {"skill": "Go"}, ""],
            "goal_overlap_keywords": "[\"health\"]",
            "career_stage_preference": ["any"],
            "industry_overlap": {"0": "energy"},
            "personality_compatibility": "{\"hexaco_preferences\": {\"openness\": \"high\"}}",
            "fallback": "true",
        }));

        assert_eq!(as_json(&inputs), json!({"skills": ["rust"]}));
    }

    #[test]
    fn a_vector_that_is_a_fallback_or_no_object_is_not_read() {
        let rust = json!(["rust"]);
        assert_eq!(of_vector(json!({"target_skill_deltas": rust, "fallback": true})), PeerInputs::default());
        assert_eq!(of_vector(json!("{\"target_skill_deltas\": [\"rust\"]}")), PeerInputs::default());
        assert_eq!(of_vector(json!([rust])), PeerInputs::default());
        assert!(!of_vector(json!({"target_skill_deltas": rust, "fallback": false})).is_empty());
    }

    #[test]
    fn a_missing_stage_is_not_any() {
        for stage in [json!(null), json!(""), json!("  "), json!(1)] {
            assert_eq!(of_vector(json!({"career_stage_preference": stage})).stage, None);
        }
        assert_eq!(of_vector(json!({"career_stage_preference": " Any"})).stage, Some(Stage::Any));
    }

    #[test]
    fn the_newest_usable_interest_result_counts() {
        let zeros = [0.0; 6];
        let social = [0.0, 0.0, 0.0, 9.0, 0.0, 0.0];
        let realistic = [9.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        let old = || result(Some(1), ResultId::Number(9), social, None);

        // The newer one has a code made of zeros, then nothing at all, then rubbish for a code.
        assert_eq!(of_results(vec![result(Some(2), ResultId::Number(1), zeros, Some("RIA")), old()]), "S");
        assert_eq!(of_results(vec![result(Some(2), ResultId::Number(1), [NULL; 6], None), old()]), "S");
        assert_eq!(of_results(vec![result(Some(2), ResultId::Number(1), [NULL; 6], Some("N/A")), old()]), "S");
        // A code alone is usable, and so are scores with gaps.
        assert_eq!(of_results(vec![result(Some(2), ResultId::Number(1), [NULL; 6], Some("eca")), old()]), "AEC");
        let gaps = [NULL, 2.0, NULL, 1.0, NULL, NULL];
        assert_eq!(of_results(vec![result(Some(2), ResultId::Text("x"), gaps, Some("CCC")), old()]), "IS");
        // No date is older than any; then the greater key, with texts above numbers.
        assert_eq!(of_results(vec![result(None, ResultId::Text("z"), realistic, None), old()]), "S");
        assert_eq!(of_results(vec![result(Some(1), ResultId::Number(10), realistic, None), old()]), "R");
        assert_eq!(of_results(vec![result(Some(1), ResultId::Text("0"), realistic, None), old()]), "R");
    }

    #[test]
    fn interest_results_inside_personality_profiles_compete_by_date() {
        let document = json!({"riasec": {"investigative": 0.9}});
        let interests = |at_us, id| {
            let test = result(Some(5), ResultId::Number(3), [1.0, 0.0, 0.0, 0.0, 0.0, 0.0], None);
            let personality = vec![PersonalityDocument { at_us: Some(at_us), id, scores: &document }];
            derive(&Sources { riasec: vec![test], personality, ..Sources::default() }).interests.to_string()
        };

        assert_eq!(interests(6, 1), "I");
        assert_eq!(interests(4, 9), "R");
        assert_eq!(interests(5, 4), "I");
        // The same date and number in both tables: the test's own row.
        assert_eq!(interests(5, 3), "R");
    }

    #[test]
    fn personality_scores_come_from_either_scale() {
        let scores = |document: Value| as_json(&of_documents(&[(None, 1, document)]))["scores"].clone();

        // (3.8 - 1) / 4 = 0.7, (1 - 1) / 4 = 0; 0.2 lies below the scale, 9 above it.
        assert_eq!(
            scores(
                json!({"domains": {"Honesty-Humility": 3.8, "Openness": 1, "Emotionality": 0.2, "Extraversion": 9}})
            ),
            json!({"honesty_humility": 0.7, "emotionality": 0.0, "extraversion": 1.0, "openness": 0.0})
        );
        assert_eq!(
            scores(json!({"hexaco": {"honesty": 0.123_456_789_9, "openness": -3, "agreeableness": 1e300}})),
            json!({"honesty_humility": 0.123_456_79, "agreeableness": 1.0, "openness": 0.0})
        );
        // (2 - 1) / 4, because nothing under `hexaco` is a number.
        assert_eq!(
            scores(json!({"hexaco": {"openness": "0.9", "honesty": null}, "domains": {"openness": 2}})),
            json!({"openness": 0.25})
        );
        for unusable in [
            json!({"facets": {"sincerity": 4.0}, "domains": {}}),
            json!({"openness": 0.5}),
            json!({"hexaco": [0.5]}),
            json!("{\"hexaco\": {\"openness\": 0.5}}"),
            json!(null),
        ] {
            assert_eq!(scores(unusable.clone()), Value::Null, "{unusable}");
        }
    }

    #[test]
    fn of_two_keys_for_one_letter_ours_counts_first() {
        let letters = |riasec| of_documents(&[(None, 1, json!({"riasec": riasec}))]).interests.to_string();

        assert_eq!(letters(json!({"R": 0, "realistic": 9, "S": 1})), "S");
        assert_eq!(letters(json!({"R": "x", "realistic": 9, "S": null})), "R");
    }

    #[test]
    fn the_newest_usable_personality_result_counts() {
        let of = |share: f64| json!({"hexaco": {"openness": share}});
        let found =
            |documents: &[(Option<i64>, i64, Value)]| as_json(&of_documents(documents))["scores"]["openness"].clone();

        assert_eq!(found(&[(Some(2), 1, of(0.2)), (Some(1), 2, of(0.1))]), json!(0.2));
        assert_eq!(found(&[(Some(2), 1, json!({"facets": {}})), (Some(1), 2, of(0.1))]), json!(0.1));
        assert_eq!(found(&[(Some(1), 3, of(0.3)), (Some(1), 2, of(0.1)), (None, 9, of(0.9))]), json!(0.3));
    }

    #[test]
    fn of_two_keys_for_one_domain_ours_counts_first() {
        let scores = |document| as_json(&of_documents(&[(None, 1, json!({"hexaco": document}))]))["scores"].clone();

        assert_eq!(scores(json!({"honesty": 0.1, "honesty_humility": 0.2})), json!({"honesty_humility": 0.2}));
        assert_eq!(scores(json!({"honesty": 0.1, "honesty_humility": "x"})), json!({"honesty_humility": 0.1}));
        assert_eq!(scores(json!({"honesty": 0.1, "Honesty": 0.2})), json!({"honesty_humility": 0.2}));
    }
}
