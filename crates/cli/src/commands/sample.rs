//! The invented people of a development database: the same ones every time.

use orientor_devclerk::NewUser;
use orientor_identity::ClerkUserId;
use orientor_store::{
    Database, StoreError,
    queries::development,
    tables::{career_goal, gca_result, message, personality_profile, user, user_profile, user_skill},
};
use serde_json::{Value, json};

/// How many people there are unless somebody says otherwise.
pub(crate) const SAMPLE_USERS: u32 = 1_000;

const FIRST_NAMES: [&str; 24] = [
    "Amara", "Basile", "Chiara", "Dov", "Elif", "Florin", "Greta", "Hamza", "Ines", "Jonas", "Kaya", "Leonie", "Mateo",
    "Nadia", "Oskar", "Priya", "Quentin", "Rania", "Soren", "Tamsin", "Ulrich", "Vera", "Wen", "Yara",
];
const LAST_NAMES: [&str; 24] = [
    "Aubrac",
    "Bellweather",
    "Castellane",
    "Dragomir",
    "Eastvale",
    "Fontaine",
    "Greenhalgh",
    "Hollis",
    "Ivarsen",
    "Jourdain",
    "Kestrelmann",
    "Larochelle",
    "Merrow",
    "Nightingale",
    "Oakhurst",
    "Pellerin",
    "Quillon",
    "Rosemont",
    "Silverthorne",
    "Tremblay",
    "Underhill",
    "Vasquez",
    "Whitlock",
    "Yarrow",
];
const MAJORS: [&str; 10] = [
    "Biology",
    "Computer Science",
    "Nursing",
    "Mechanical Engineering",
    "Philosophy",
    "Economics",
    "Fine Arts",
    "Psychology",
    "Chemistry",
    "Law",
];
const JOBS: [&str; 8] = [
    "Lab assistant",
    "Junior developer",
    "Care assistant",
    "Tutor",
    "Barista",
    "Intern",
    "Research assistant",
    "Designer",
];
const INDUSTRIES: [&str; 8] =
    ["Health", "Software", "Education", "Manufacturing", "Finance", "Culture", "Energy", "Public service"];
const SKILLS: [&str; 16] = [
    "Python",
    "Writing",
    "Statistics",
    "Public speaking",
    "Patient care",
    "CAD",
    "Negotiation",
    "Drawing",
    "Teaching",
    "Project planning",
    "SQL",
    "First aid",
    "Photography",
    "Accounting",
    "Translation",
    "Woodworking",
];
const GOALS: [&str; 12] = [
    "Become a nurse",
    "Finish a thesis",
    "Work abroad",
    "Found a company",
    "Learn to code",
    "Become a teacher",
    "Change industry",
    "Lead a team",
    "Publish research",
    "Work in public service",
    "Design games",
    "Get a licence",
];
const HOBBIES: [&str; 8] =
    ["climbing", "choir", "chess", "gardening", "running", "cooking", "board games", "astronomy"];
const LETTERS: [&str; 6] = ["R", "I", "A", "S", "E", "C"];
const STAGES: [&str; 4] = ["early-career", "mid-career", "senior", "any"];
const DOMAINS: [&str; 6] =
    ["honesty_humility", "emotionality", "extraversion", "agreeableness", "conscientiousness", "openness"];

/// Everybody who is invented.
#[derive(Debug)]
pub(crate) struct People(Vec<Person>);

/// One invented person.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) email: String,
    clerk_id: ClerkUserId,
    first_name: &'static str,
    last_name: &'static str,
    random: Random,
}

impl People {
    /// The first `count` of them.
    pub(crate) fn invent(count: u32) -> Self {
        Self((0..count).filter_map(Person::invent).collect())
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Somebody to try things with.
    pub(crate) fn example(&self) -> &str {
        self.0.first().map_or("ada@example.com", |person| person.email.as_str())
    }

    /// As the development Clerk knows them.
    pub(crate) fn at_clerk(&self) -> Vec<NewUser> {
        let known = self.0.iter().map(|person| NewUser {
            id: Some(person.clerk_id.clone()),
            first_name: Some(person.first_name.to_owned()),
            last_name: Some(person.last_name.to_owned()),
            ..NewUser::with_email(person.email.clone())
        });
        known.collect()
    }

    /// Puts them into an empty, migrated database, and marks it.
    pub(crate) async fn store(&self, database: &Database) -> Result<(), StoreError> {
        let mut tx = database.begin().await?;
        development::mark(&mut tx).await?;
        let accounts: Vec<Value> = self.0.iter().map(Person::account).collect();
        development::insert(&mut tx, &user::TABLE, &accounts).await?;
        let mut ids = development::users_by_clerk_id(&mut tx).await?;
        ids.sort_unstable();
        let id_of = |person: &Person| {
            let found = ids.binary_search_by(|(clerk_id, _)| clerk_id.as_str().cmp(person.clerk_id.as_str()));
            found.ok().map(|index| ids[index].1)
        };
        let people: Vec<(i64, &Person)> = self.0.iter().filter_map(|person| Some((id_of(person)?, person))).collect();
        let rows = |make: fn(i64, &Person) -> Vec<Value>| -> Vec<Value> {
            people.iter().flat_map(|(id, person)| make(*id, person)).collect()
        };
        development::insert(&mut tx, &user_profile::TABLE, &rows(Person::profile)).await?;
        development::insert(&mut tx, &user_skill::TABLE, &rows(Person::ratings)).await?;
        development::insert(&mut tx, &career_goal::TABLE, &rows(Person::goals)).await?;
        development::insert(&mut tx, &gca_result::TABLE, &rows(Person::interests)).await?;
        development::insert(&mut tx, &personality_profile::TABLE, &rows(Person::personality)).await?;
        let numbers: Vec<i64> = people.iter().map(|(id, _)| *id).collect();
        development::insert(&mut tx, &message::TABLE, &messages(&numbers)).await?;
        tx.commit().await
    }
}

impl Person {
    fn invent(number: u32) -> Option<Self> {
        let mut random = Random(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x0A11_CE00);
        let first_name = FIRST_NAMES[number as usize % FIRST_NAMES.len()];
        let last_name = LAST_NAMES[(number as usize / FIRST_NAMES.len()) % LAST_NAMES.len()];
        let suffix = if number < 576 { String::new() } else { (number / 576).to_string() };
        let email = format!("{first_name}.{last_name}{suffix}@example.com").to_lowercase();
        let id: String = (0..27).map(|_| random.letter()).collect();
        Some(Self { email, clerk_id: format!("user_{id}").parse().ok()?, first_name, last_name, random })
    }

    /// The same stream for each purpose, whatever was drawn for another.
    fn random(&self, purpose: u64) -> Random {
        Random(self.random.0 ^ purpose.wrapping_mul(0xD6E8_FEB8_6659_FD93))
    }

    fn account(&self) -> Value {
        json!({
            "email": self.email,
            "clerk_user_id": self.clerk_id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "is_active": true,
            "onboarding_completed": true,
            "created_at": "2026-01-01T08:00:00Z",
            "last_clerk_sync": "2026-01-01T08:00:00Z",
        })
    }

    fn profile(id: i64, person: &Self) -> Vec<Value> {
        let mut random = person.random(1);
        let employed = random.below(3) == 0;
        vec![json!({
            "user_id": id,
            "name": format!("{} {}", person.first_name, person.last_name),
            "age": 18 + random.below(30),
            "major": random.skewed(&MAJORS),
            "year": 1 + random.below(5),
            "hobbies": random.several(&HOBBIES, 3).join(", "),
            "interests": random.several(&HOBBIES, 2).join(", "),
            "job_title": employed.then(|| random.skewed(&JOBS)),
            "industry": random.skewed(&INDUSTRIES),
            "skills": random.several(&SKILLS, 6),
            "compatibility_vector": person.vector(),
            "created_at": "2026-01-01T08:00:00Z",
            "updated_at": "2026-01-01T08:00:00Z",
        })]
    }

    /// As the older application stored it, for two of three people.
    fn vector(&self) -> Option<Value> {
        let mut random = self.random(2);
        if random.below(3) == 0 {
            return None;
        }
        let levels = ["low", "medium", "high"];
        let preferences: serde_json::Map<String, Value> = random
            .several(&DOMAINS, 3)
            .into_iter()
            .map(|domain| (domain.to_owned(), json!(random.skewed(&levels))))
            .collect();
        Some(json!({
            "desired_riasec_codes": random.several(&LETTERS, 2),
            "career_stage_preference": random.skewed(&STAGES),
            "industry_overlap": random.several(&INDUSTRIES, 2),
            "personality_compatibility": { "hexaco_preferences": preferences },
        }))
    }

    fn ratings(id: i64, person: &Self) -> Vec<Value> {
        let mut random = person.random(3);
        let mut rate = || f64::from(random.below(11)) / 2.0;
        vec![json!({
            "user_id": id,
            "creativity": rate(),
            "leadership": rate(),
            "digital_literacy": rate(),
            "critical_thinking": rate(),
            "problem_solving": rate(),
            "last_updated": "2026-01-01T08:00:00Z",
        })]
    }

    fn goals(id: i64, person: &Self) -> Vec<Value> {
        let mut random = person.random(4);
        let titles = random.several(&GOALS, 3);
        let goal = |(index, title): (usize, &str)| {
            json!({
                "user_id": id, "title": title, "is_active": index == 0, "progress_percentage": 10 * index,
                "created_at": "2026-01-01T08:00:00", "updated_at": "2026-01-01T08:00:00",
            })
        };
        titles.into_iter().enumerate().map(goal).collect()
    }

    fn interests(id: i64, person: &Self) -> Vec<Value> {
        let mut random = person.random(5);
        let mut score = || random.below(40);
        vec![json!({
            "id": format!("sample-{id}"), "attempt_id": format!("sample-{id}"), "user_id": id, "test_id": null,
            "r_score": score(), "i_score": score(), "a_score": score(), "s_score": score(), "e_score": score(),
            "c_score": score(), "created_at": "2026-01-02T08:00:00Z",
        })]
    }

    fn personality(id: i64, person: &Self) -> Vec<Value> {
        let mut random = person.random(6);
        let scores: serde_json::Map<String, Value> = DOMAINS
            .iter()
            .map(|domain| ((*domain).to_owned(), json!(1.0 + f64::from(random.below(41)) / 10.0)))
            .collect();
        vec![json!({
            "user_id": id, "profile_type": "hexaco", "language": "en", "scores": { "domains": scores },
            "assessment_version": "hexaco_60_en", "computed_at": "2026-01-02T08:00:00Z",
        })]
    }
}

/// A greeting from each of the first people to the next.
fn messages(users: &[i64]) -> Vec<Value> {
    let pairs = users.windows(2).take(50).enumerate();
    let message = |(minute, pair): (usize, &[i64])| {
        json!({
            "sender_id": pair[0], "recipient_id": pair[1], "body": "Hello! I saw that we have a lot in common.",
            "timestamp": format!("2026-01-03T08:{minute:02}:00Z"),
        })
    };
    pairs.map(message).collect()
}

/// Numbers that look random and are the same every time (`SplitMix64`).
#[derive(Clone, Copy, Debug)]
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// 0 to `end - 1`.
    fn below(&mut self, end: u32) -> u32 {
        // The remainder is below a `u32`.
        u32::try_from(self.next() % u64::from(end)).unwrap_or_default()
    }

    fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    fn letter(&mut self) -> char {
        const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        char::from(BASE62[self.index(BASE62.len())])
    }

    /// One of `items`, the first ones more often.
    fn skewed<'a>(&mut self, items: &[&'a str]) -> &'a str {
        let index = self.index(items.len()).min(self.index(items.len()));
        items[index]
    }

    /// Up to `most` different ones of `items`, the first ones more often.
    fn several<'a>(&mut self, items: &[&'a str], most: u32) -> Vec<&'a str> {
        let mut chosen = Vec::new();
        for _ in 0..=self.below(most) {
            let item = self.skewed(items);
            if !chosen.contains(&item) {
                chosen.push(item);
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn everybody_is_somebody_else() {
        let people = People::invent(5_000);
        let emails: HashSet<&str> = people.0.iter().map(|person| person.email.as_str()).collect();
        let ids: HashSet<&ClerkUserId> = people.0.iter().map(|person| &person.clerk_id).collect();
        assert_eq!((people.count(), emails.len(), ids.len()), (5_000, 5_000, 5_000));
        assert!(emails.iter().all(|email| email.ends_with("@example.com")));
    }

    #[test]
    fn they_are_the_same_every_time() {
        assert_eq!(format!("{:?}", People::invent(50)), format!("{:?}", People::invent(50)));
    }
}
