//! A dozen people, chosen so that the scripts can say who fits whom.
//!
//! Ada and Bob share most; after Ada has turned to teaching, Chiara is ahead of him.

use orientor_devclerk::{DevClerk, NewUser};
use orientor_identity::ClerkUserId;
use orientor_store::{
    Database,
    queries::development,
    tables::{career_goal, gca_result, message, personality_profile, user, user_profile, user_skill},
};
use serde_json::{Value, json};

struct Person {
    name: [&'static str; 2],
    major: &'static str,
    year: u8,
    job: Option<&'static str>,
    industry: &'static str,
    skills: &'static [&'static str],
    goals: &'static [&'static str],
    /// Scores of R, I, A, S, E and C.
    interests: [u8; 6],
    hobbies: &'static str,
}

#[rustfmt::skip]
const PEOPLE: [Person; 12] = [
    Person { name: ["Ada", "Fontaine"], major: "Computer Science", year: 3, job: Some("Junior developer"), industry: "Software", skills: &["Python", "Statistics", "Writing"], goals: &["Work abroad", "Publish research"], interests: [4, 30, 22, 10, 6, 18], hobbies: "chess, climbing" },
    Person { name: ["Bob", "Merrow"], major: "Computer Science", year: 3, job: Some("Research assistant"), industry: "Software", skills: &["Python", "Statistics", "SQL"], goals: &["Publish research", "Work abroad"], interests: [20, 34, 8, 6, 5, 19], hobbies: "running" },
    Person { name: ["Chiara", "Rosemont"], major: "Psychology", year: 2, job: Some("Tutor"), industry: "Education", skills: &["Teaching", "Writing", "Public speaking"], goals: &["Become a teacher", "Work abroad"], interests: [2, 20, 26, 33, 12, 5], hobbies: "choir, cooking" },
    Person { name: ["Dov", "Ivarsen"], major: "Economics", year: 3, job: None, industry: "Finance", skills: &["Accounting", "Statistics"], goals: &["Found a company"], interests: [3, 12, 4, 9, 35, 28], hobbies: "chess" },
    Person { name: ["Elif", "Tremblay"], major: "Biology", year: 1, job: Some("Lab assistant"), industry: "Health", skills: &["Statistics", "First aid"], goals: &["Publish research"], interests: [14, 33, 6, 21, 4, 9], hobbies: "gardening" },
    Person { name: ["Florin", "Hollis"], major: "Mechanical Engineering", year: 5, job: None, industry: "Energy", skills: &["CAD", "Python"], goals: &["Work abroad"], interests: [36, 24, 8, 3, 10, 17], hobbies: "climbing" },
    Person { name: ["Greta", "Pellerin"], major: "Fine Arts", year: 2, job: Some("Designer"), industry: "Culture", skills: &["Drawing", "Photography"], goals: &["Design games"], interests: [9, 6, 38, 14, 11, 2], hobbies: "astronomy" },
    Person { name: ["Hamza", "Eastvale"], major: "Law", year: 4, job: None, industry: "Public service", skills: &["Negotiation", "Writing"], goals: &["Work in public service"], interests: [1, 15, 7, 22, 31, 20], hobbies: "board games" },
    Person { name: ["Ines", "Larochelle"], major: "Nursing", year: 3, job: Some("Care assistant"), industry: "Health", skills: &["Patient care", "First aid"], goals: &["Become a nurse"], interests: [7, 18, 5, 37, 8, 10], hobbies: "running, choir" },
    Person { name: ["Jonas", "Whitlock"], major: "Philosophy", year: 2, job: None, industry: "Education", skills: &["Writing", "Teaching"], goals: &["Publish research"], interests: [2, 31, 27, 16, 3, 4], hobbies: "cooking" },
    Person { name: ["Kaya", "Silverthorne"], major: "Chemistry", year: 3, job: Some("Intern"), industry: "Energy", skills: &["Python", "Statistics"], goals: &["Work abroad"], interests: [21, 32, 3, 4, 9, 19], hobbies: "climbing, chess" },
    Person { name: ["Leonie", "Yarrow"], major: "Computer Science", year: 1, job: None, industry: "Software", skills: &["SQL", "Drawing"], goals: &["Design games"], interests: [5, 23, 29, 7, 13, 6], hobbies: "astronomy" },
];

/// Somebody wrote to Ada before the scripts begin, and she has answered one of them.
const MESSAGES: [(&str, &str, &str); 4] = [
    ("Kaya", "Ada", "Hello Ada! You also want to work abroad, don’t you? Where would you go first?"),
    ("Ada", "Kaya", "Hi Kaya! Montréal, I think. There is a lab there that I would love to visit."),
    ("Kaya", "Ada", "I know somebody who spent a year there. Shall I ask what it was like?"),
    ("Elif", "Ada", "Hi! How did you learn statistics? I am just beginning."),
];

/// Tells the development Clerk and the empty, migrated database about everybody. Returns who Ada is at Clerk.
pub(crate) async fn settle(clerk: &DevClerk, database: &Database) -> ClerkUserId {
    let mut tx = database.begin().await.unwrap();
    let accounts: Vec<Value> = PEOPLE.iter().map(|person| person.account(clerk)).collect();
    development::insert(&mut tx, &user::TABLE, &accounts).await.unwrap();
    let ids = development::users_by_clerk_id(&mut tx).await.unwrap();
    let id_of = |first_name: &str| {
        let at = PEOPLE.iter().position(|person| person.name[0] == first_name).unwrap();
        ids.iter().find(|(clerk_id, _)| accounts[at]["clerk_user_id"] == clerk_id.as_str()).unwrap().1
    };
    let rows = |make: fn(i64, &Person) -> Vec<Value>| -> Vec<Value> {
        PEOPLE.iter().flat_map(|person| make(id_of(person.name[0]), person)).collect()
    };
    development::insert(&mut tx, &user_profile::TABLE, &rows(Person::profile)).await.unwrap();
    development::insert(&mut tx, &user_skill::TABLE, &rows(Person::ratings)).await.unwrap();
    development::insert(&mut tx, &career_goal::TABLE, &rows(Person::goals)).await.unwrap();
    development::insert(&mut tx, &gca_result::TABLE, &rows(Person::interests)).await.unwrap();
    development::insert(&mut tx, &personality_profile::TABLE, &rows(Person::personality)).await.unwrap();
    let messages = MESSAGES.iter().zip(10..).map(|((from, to, body), minute)| {
        json!({
            "sender_id": id_of(from), "recipient_id": id_of(to), "body": body,
            "timestamp": format!("2026-03-02T09:{minute}:00Z"),
        })
    });
    development::insert(&mut tx, &message::TABLE, &messages.collect::<Vec<_>>()).await.unwrap();
    tx.commit().await.unwrap();
    accounts[0]["clerk_user_id"].as_str().unwrap().parse().unwrap()
}

impl Person {
    fn email(&self) -> String {
        format!("{}@example.com", self.name[0]).to_lowercase()
    }

    fn account(&self, clerk: &DevClerk) -> Value {
        let [first_name, last_name] = self.name;
        let id = clerk.create_user(NewUser {
            first_name: Some(first_name.to_owned()),
            last_name: Some(last_name.to_owned()),
            ..NewUser::with_email(self.email())
        });
        json!({
            "email": self.email(), "clerk_user_id": id.unwrap(), "first_name": first_name, "last_name": last_name,
            "is_active": true, "onboarding_completed": true, "created_at": "2026-01-01T08:00:00Z",
        })
    }

    fn profile(id: i64, person: &Self) -> Vec<Value> {
        let directions = json!({ "openness": "high", "agreeableness": "medium" });
        vec![json!({
            "user_id": id, "name": person.name.join(" "), "major": person.major, "year": person.year,
            "job_title": person.job, "industry": person.industry, "skills": person.skills, "hobbies": person.hobbies,
            "compatibility_vector": {
                "career_stage_preference": if person.year > 3 { "mid-career" } else { "early-career" },
                "personality_compatibility": { "hexaco_preferences": directions },
            },
        })]
    }

    fn ratings(id: i64, _: &Self) -> Vec<Value> {
        vec![json!({ "user_id": id, "creativity": 3.5, "problem_solving": 4.0, "collaboration": 2.5 })]
    }

    fn goals(id: i64, person: &Self) -> Vec<Value> {
        let goal = |title| json!({ "user_id": id, "title": title, "is_active": true, "progress_percentage": 0 });
        person.goals.iter().map(goal).collect()
    }

    fn interests(id: i64, person: &Self) -> Vec<Value> {
        let [realistic, investigative, artistic, social, enterprising, conventional] = person.interests;
        vec![json!({
            "id": format!("result-{id}"), "attempt_id": format!("attempt-{id}"), "user_id": id, "test_id": null,
            "r_score": realistic, "i_score": investigative, "a_score": artistic, "s_score": social,
            "e_score": enterprising, "c_score": conventional, "created_at": "2026-01-02T08:00:00Z",
        })]
    }

    /// Somebody without a job has no test result either, so that not everything can be compared.
    fn personality(id: i64, person: &Self) -> Vec<Value> {
        let scores =
            json!({ "domains": { "openness": 1.0 + f64::from(person.interests[2]) / 10.0, "agreeableness": 3.0 } });
        let row = json!({
            "user_id": id, "profile_type": "hexaco", "language": "en", "scores": scores,
            "assessment_version": "hexaco_60_en", "computed_at": "2026-01-02T08:00:00Z",
        });
        person.job.map(|_| row).into_iter().collect()
    }
}
