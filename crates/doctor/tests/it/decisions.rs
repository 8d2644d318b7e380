//! What somebody decides happens, and can be taken back.

use std::path::Path;

use orientor_doctor::{Audit, Decisions, Quiet, plan};
use orientor_testkit::database::TestDatabase;

use crate::common::{apply_all, look, options, plan_with, state, tried, undo_all};

fn count(audit: &Audit, check: &str, table: &str) -> u64 {
    audit.findings.iter().filter(|it| it.check == check && it.table == table).map(|it| it.count).sum()
}

fn read(text: &str) -> Result<Decisions, String> {
    Decisions::parse(text, Path::new("decisions.toml")).map_err(|error| error.to_string())
}

/// Every kind of choice, in as few runs as can be.
const DECIDED: &str = r#"
"D04 public.users.id = 9 and 149" = "keep older"
"D04 public.users.id = 10 and 150" = "keep newer"
"D05 public.users.email = 13" = "alive"
"D08 public.users.clerk_user_id" = "unlink"
"D08 public.users.clerk_user_id = 201" = "quarantine"
"D08 public.users.clerk_user_id = 202" = "leave"
"D10 public.users.clerk_user_id = 70" = "keep"
"D10 public.users.clerk_user_id = 71" = "keep"
"D10 public.users.clerk_user_id = 72" = "keep"
"D11 public.users.clerk_user_id" = "deactivate"
"D24 public.user_skills.user_id" = "quarantine"
"D24 public.hexaco_responses.user_id" = "user 61"
"D27 public.user_notes.user_id" = "owner of the parent"
"D27 public.conversations.category_id" = "set null"
"D29 public.gca_users_answers.choice_id" = "quarantine"
"D29 public.gca_users_answers.question_id" = "quarantine"
"D71 public.personality_profiles.scores" = "factors"
"D32 public.gca_users_answers.user_id" = "quarantine"
"D34 public.gca_users_answers.user_id" = "quarantine"
"#;

#[tokio::test]
async fn each_choice_is_done_and_taken_back() {
    let place = TestDatabase::legacy().await;
    let url = place.url();
    let (before, found) = (state(url).await, look(url).await);

    let run = apply_all(url, &plan_with(url, &read(DECIDED).unwrap()).await).await;

    let after = look(url).await;
    for (check, table, gone) in [
        ("D04", "users", 2),
        ("D10", "users", 6),
        ("D24", "user_skills", 2),
        ("D24", "hexaco_responses", 2),
        ("D27", "user_notes", 2),
        ("D27", "conversations", 2),
        ("D29", "gca_users_answers", 4),
        ("D32", "gca_users_answers", 3),
        ("D71", "personality_profiles", 32),
        ("D34", "gca_users_answers", 4),
        ("D08", "users", 6),
    ] {
        assert_eq!(count(&after, check, table) + gone, count(&found, check, table), "{check} {table}");
    }
    for (statement, wanted) in [
        ("SELECT string_agg(id::text, ' ' ORDER BY id) FROM users WHERE id IN (9, 149, 10, 150)", "9 150"),
        (
            "SELECT string_agg(id || ' ' || is_active, ' ' ORDER BY id) FROM users WHERE id IN (13, 18)",
            "13 true 18 false",
        ),
        ("SELECT string_agg(DISTINCT is_active::text, ' ') FROM users WHERE id BETWEEN 134 AND 140", "false"),
        ("SELECT count(*)::text FROM users WHERE id = 201 OR id = 203 AND clerk_user_id IS NOT NULL", "0"),
        ("SELECT count(*)::text FROM users WHERE id = 202 AND clerk_user_id IS NOT NULL", "1"),
        ("SELECT count(clerk_user_id)::text FROM users WHERE id IN (70, 71, 72, 181, 182, 183)", "3"),
    ] {
        assert_eq!(tried(url, statement).await.unwrap(), wanted, "{statement}");
    }
    undo_all(url, run).await;
    assert_eq!(state(url).await, before);
}

#[tokio::test]
async fn a_row_stays_with_its_owner_and_forgets_the_parent_of_somebody_else() {
    let place = TestDatabase::legacy().await;
    let url = place.url();
    let (before, found) = (state(url).await, look(url).await);
    let finding = found.findings.iter().find(|it| it.check == "D27" && it.table == "user_notes").unwrap();
    let those = format!("FROM user_notes WHERE id IN ({})", finding.samples.join(", "));
    let owners = format!("SELECT string_agg(user_id::text, ' ' ORDER BY id) {those}");
    let parents = format!("SELECT count(saved_recommendation_id)::text {those}");
    let owned = tried(url, &owners).await.unwrap();
    assert_eq!((finding.count, tried(url, &parents).await.unwrap().as_str()), (2, "2"));

    let decided = read("\"D27 public.user_notes.user_id\" = \"owner of the row\"").unwrap();
    let run = apply_all(url, &plan_with(url, &decided).await).await;

    assert_eq!(count(&look(url).await, "D27", "user_notes"), 0);
    assert_eq!((tried(url, &owners).await.unwrap(), tried(url, &parents).await.unwrap().as_str()), (owned, "0"));
    undo_all(url, run).await;
    assert_eq!(state(url).await, before);
}

#[tokio::test]
async fn an_unverified_link_is_made_only_when_somebody_says_so() {
    let place = TestDatabase::legacy().await;
    let url = place.url();
    let linked = |plan: &orientor_doctor::Plan| {
        plan.steps.iter().filter(|it| it.check == "D02").map(orientor_doctor::Step::rows).sum::<u64>()
    };

    let silent = plan(options(url, false), &Decisions::default(), &Quiet).await.unwrap();
    let link = read("\"D02 public.users.clerk_user_id\" = \"link\"").unwrap();
    let told = plan(options(url, false), &link, &Quiet).await.unwrap();

    assert_eq!((linked(&silent), linked(&told)), (0, 15));
    assert!(silent.open.iter().any(|it| it.check == "D02") && told.open.iter().all(|it| it.check != "D02"));
}

#[test]
fn a_wrong_line_is_named() {
    for (text, part) in [
        ("\"D99 public.users.id\" = \"leave\"", "nothing to decide about `D99`"),
        (
            "\"D04 public.users.id\" = \"keep\"",
            "`keep` is no choice for D04; there are `keep older`, `keep newer` and `leave`",
        ),
        ("\"D04 users\" = \"leave\"", "has to be like `D04 schema.table.column`"),
        ("\"D10 public.users.clerk_user_id\" = \"keep\"", "has to name a row"),
        ("\"D24 public.a.b\" = \"user x\"", "`user x` is no choice for D24"),
        ("D04 = 1", "invalid type"),
    ] {
        let error = read(text).unwrap_err();
        assert!(error.starts_with("decisions.toml cannot be used: ") && error.contains(part), "{error}");
    }
}

#[tokio::test]
async fn a_template_explains_each_choice_and_can_be_filled_in() {
    let place = TestDatabase::legacy().await;
    let template = Decisions::template(&look(place.url()).await.findings);

    assert_eq!(read(&template).unwrap(), Decisions::default());
    let filled: String = template
        .lines()
        .map(|line| line.strip_prefix("# \"").map_or(line.to_owned(), |it| format!("\"{it}")) + "\n")
        .collect();
    let filled = read(&filled).unwrap();
    for check in ["D04", "D05", "D08", "D10", "D11", "D24", "D27", "D29", "D32", "D34", "D71"] {
        assert!(filled.0.keys().any(|key| key.starts_with(check)), "{check}\n{template}");
    }
    let stray = read("\"D04 public.people.id\" = \"leave\"").unwrap();
    let refused = plan(options(place.url(), true), &stray, &Quiet).await.unwrap_err().to_string();
    assert!(refused.contains("`D04 public.people.id`"), "{refused}");
}
