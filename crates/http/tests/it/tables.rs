//! The routes of every table that has none of its own.

use orientor_store::{OwnedTable, Rows, TableVisitor, Verbs, visit_owned_tables};
use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::support::{TestApp, send};

/// A table that is served as it is.
struct Served {
    path: String,
    sample: Map<String, Value>,
    required: Vec<&'static str>,
    is_single: bool,
}

struct Listed(Vec<Served>);

impl TableVisitor for Listed {
    fn visit<T: OwnedTable>(&mut self) {
        if T::VERBS != Verbs::All {
            return;
        }
        let mut sample = T::sample().as_object().unwrap().clone();
        let is_required = |name: &&'static str| {
            let mut without = sample.clone();
            without.remove(*name);
            serde_json::from_value::<T::Draft>(Value::Object(without)).is_err()
        };
        let required: Vec<_> = T::draft().iter().copied().filter(is_required).collect();
        // Rows that it may name are made nowhere here; those that it has to name are in the catalogue.
        sample.retain(|name, _| {
            required.contains(&&**name) || !T::TABLE.foreign_keys.iter().any(|key| key.column == name)
        });
        let path = format!("/api/v1/{}", T::PATH);
        self.0.push(Served { path, sample, required, is_single: T::ROWS == Rows::OnePerUser });
    }
}

fn served() -> Vec<Served> {
    let mut listed = Listed(Vec::new());
    visit_owned_tables(&mut listed);
    assert!(!listed.0.is_empty());
    listed.0
}

#[tokio::test]
async fn a_row_is_made_read_changed_and_deleted_by_its_owner_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    app.run(
        "INSERT INTO programs (id, title, program_type, level, source_system, source_id) \
         VALUES ('6f9619ff-8b86-4d01-b42d-00cf4fc964ff', 'Nursing', 'degree', 'bachelor', 'tests', '1')",
    )
    .await;
    for table in served().into_iter().filter(|table| !table.is_single) {
        let (path, sample) = (table.path, Value::Object(table.sample.clone()));
        let made = ada.post(&path, &sample).await;
        assert_eq!(made.status, 201, "{path}: {}", made.body);
        let key = made.body["id"].as_str().map_or_else(|| made.body["id"].to_string(), ToOwned::to_owned);
        let url = format!("{path}/{key}");
        assert_eq!(made.header("location"), url);
        for (name, value) in &table.sample {
            assert_eq!(&made.body[name], value, "{path}: {name}");
        }

        assert_eq!(ada.get(&url).await.body, made.body);
        assert_eq!(ada.get(&path).await.body, json!([made.body]));
        for refused in [bob.get(&url).await, bob.put(&url, &sample).await, bob.delete(&url).await] {
            assert_eq!(refused.error(), (404, "not_found"), "{url}");
        }
        assert_eq!(bob.get(&path).await.body, json!([]));
        let changed = send(ada.request(Method::PATCH, &url).json(&json!({}))).await;
        assert_eq!(changed.status, 200, "{}", changed.body);
        for (name, value) in &table.sample {
            assert_eq!(&changed.body[name], value, "{path}: {name}");
        }
        assert_eq!(ada.delete(&url).await.status, 204);
        assert_eq!(ada.get(&url).await.error(), (404, "not_found"));
        assert_eq!(ada.delete(&url).await.error(), (404, "not_found"));
    }
}

#[tokio::test]
async fn a_body_that_does_not_fit_names_the_member_and_writes_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for table in served().into_iter().filter(|table| !table.is_single) {
        let mut bodies = vec![("surprise", {
            let mut body = table.sample.clone();
            body.insert("surprise".to_owned(), json!(1));
            body
        })];
        for name in &table.required {
            let mut body = table.sample.clone();
            body.remove(*name);
            bodies.push((name, body));
        }
        for forbidden in ["id", "user_id", "created_at"] {
            let mut body = table.sample.clone();
            body.insert(forbidden.to_owned(), json!(1));
            bodies.push((forbidden, body));
        }
        for (name, body) in bodies {
            let refused = ada.post(&table.path, &Value::Object(body)).await;
            assert_eq!(refused.error(), (422, "body_invalid"), "{}: {name}", table.path);
            assert!(refused.detail().contains(name), "{}: {}", table.path, refused.detail());
        }
        assert_eq!(ada.get(&table.path).await.body, json!([]));
    }
}

#[tokio::test]
async fn pages_lead_to_each_other_and_hold_every_row_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for number in 0..5 {
        let course = json!({ "course_name": format!("Course {number}"), "year": 2020 + number % 2 });
        assert_eq!(ada.post("/api/v1/courses", &course).await.status, 201);
    }
    let names = |body: &Value| -> Vec<String> {
        body.as_array().unwrap().iter().map(|row| row["course_name"].as_str().unwrap().to_owned()).collect()
    };

    let (mut seen, mut next) = (Vec::new(), Some("/api/v1/courses?limit=2&year=2020".to_owned()));
    while let Some(address) = next {
        let page = ada.get(&address).await;
        assert_eq!(page.status, 200, "{}", page.body);
        seen.extend(names(&page.body));
        let link = page.headers.get("link").map(|link| link.to_str().unwrap().to_owned());
        next = link.map(|link| link.trim_start_matches('<').split_once(">; rel=\"next\"").unwrap().0.to_owned());
    }

    assert_eq!(seen, ["Course 4", "Course 2", "Course 0"]);
    assert_eq!(names(&ada.get("/api/v1/courses?offset=3").await.body), ["Course 1", "Course 0"]);
    for wrong in ["limit=0", "limit=101", "limit=x", "offset=10001", "offset=-1", "after=x", "year=x"] {
        let refused = ada.get(&format!("/api/v1/courses?{wrong}")).await;
        assert_eq!(refused.error(), (422, "query_invalid"), "{wrong}");
    }
}
