//! What the checks of the expected schema say about the damaged fixture, and about a database of our own.

use std::{collections::BTreeMap, fs, path::Path};

use orientor_store::{
    ConnectOptions, Database, identity_objects,
    migrate::{MigrateOptions, migrate},
};
use orientor_testkit::database::{TestDatabase, fixtures};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};

use super::{Ask, Check, Context, Question, content, relations, shape};
use crate::{
    catalogue::{self, Catalogue},
    expected::{Expected, Group},
    finding::Disposition,
    people::People,
    references::References,
    session::{ReadOptions, Snapshot},
};

type Found = BTreeMap<(String, String, Option<String>), (u64, Disposition)>;

/// Those that compare with the expected schema.
fn checks() -> impl Iterator<Item = &'static Check> {
    let unique = relations::CHECKS.iter().filter(|check| check.code == "D52");
    shape::CHECKS.iter().chain(content::CHECKS).chain(unique)
}

/// All that was found, and each question that the database refused to answer.
async fn look(url: &str) -> (Found, Vec<String>) {
    look_with(url, Expected::orientor().unwrap()).await
}

async fn look_with(url: &str, expected: Expected) -> (Found, Vec<String>) {
    let snapshot = Snapshot::open(url, ReadOptions::default()).await.unwrap();
    let mut worker = snapshot.worker();
    let catalogue = catalogue::read(&mut worker).await.unwrap();
    assert!(expected.fits(&catalogue));
    let (people, references) = (people(&catalogue, &expected), References::default());
    let declared = expected.references(&catalogue);
    let context = Context {
        catalogue: &catalogue,
        people: &people,
        references: &references,
        expected: Some(&expected),
        declared: &declared,
        directory: None,
        has_twins: true,
        schemas: &[],
    };
    let (mut found, mut refused) = (Found::new(), Vec::new());
    for check in checks() {
        for Question { table, column, ask, disposition, .. } in (check.look)(&context) {
            let count = match &ask {
                Ask::Known { count, .. } => *count,
                Ask::Rows(offenders) => {
                    let samples = worker.rows(&offenders.sample_sql(), &[]).await;
                    match worker.rows(&offenders.count_sql(), &[]).await {
                        Ok(rows) if samples.is_ok() => rows[0].get::<i64, _>(0).try_into().unwrap(),
                        answer => {
                            refused.push(format!("{} {table}.{column:?}: {answer:?} {samples:?}", check.code));
                            0
                        }
                    }
                }
            };
            if count > 0 {
                let place = (check.code.to_owned(), table, column);
                let before = found.insert(place.clone(), (count, disposition.unwrap_or(check.disposition)));
                assert_eq!(before, None, "{place:?} is found twice");
            }
        }
    }
    snapshot.close().await;
    (found, refused)
}

fn people(catalogue: &Catalogue, expected: &Expected) -> People {
    let users = catalogue.table_named(None, &expected.users).unwrap();
    People {
        table: users.oid,
        id: users.column("id").unwrap().clone(),
        email: users.column("email").cloned(),
        subjects: Vec::new(),
        deleted: None,
        profile: None,
        singles: Vec::new(),
        because: Vec::new(),
        could_not_look: Vec::new(),
    }
}

/// A database that `orientor migrate` has made or completed.
async fn migrated(place: &TestDatabase) {
    let database = Database::connect(place.url(), &ConnectOptions::default()).await.unwrap();
    migrate(&database, &identity_objects(database.dialect()), MigrateOptions::default()).await.unwrap();
}

async fn run(place: &TestDatabase, sql: &str) {
    let mut connection = PgConnection::connect(place.url()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
}

#[tokio::test]
async fn each_kind_of_damage_is_counted_exactly() {
    let text = fs::read_to_string(fixtures().join("legacy_orientor.expected.json")).unwrap();
    let planted: Value = serde_json::from_str(&text).unwrap();
    let is_ours = |code: &str| checks().any(|check| check.code == code);
    let mut wanted = BTreeMap::new();
    for defect in planted["defects"].as_array().unwrap() {
        let word = |name: &str| defect[name].as_str().map(str::to_owned);
        let place = (word("code").unwrap(), word("table").unwrap(), word("column"));
        // Whether the provider's ids are unique is looked at wherever there are such ids.
        if is_ours(&place.0) && place.2.as_deref() != Some("clerk_user_id") {
            wanted.insert(place, (defect["count"].as_u64().unwrap(), defect["auto_repairable"] == true));
        }
    }
    let legacy = TestDatabase::legacy().await;

    let (found, refused) = look(legacy.url()).await;

    assert_eq!(refused, Vec::<String>::new());
    let found: BTreeMap<_, _> = found
        .into_iter()
        .map(|(place, (count, disposition))| (place, (count, disposition == Disposition::Repair)))
        .collect();
    let missed: Vec<_> = wanted.iter().filter(|(place, what)| found.get(*place) != Some(*what)).collect();
    let invented: Vec<_> = found.iter().filter(|(place, what)| wanted.get(*place) != Some(*what)).collect();
    assert!(missed.is_empty() && invented.is_empty(), "missed: {missed:#?}\ninvented: {invented:#?}");
}

#[tokio::test]
async fn nothing_is_wrong_with_a_database_of_our_own() {
    let fresh = TestDatabase::postgres().await;
    migrated(&fresh).await;

    let (found, refused) = look(fresh.url()).await;

    assert_eq!((found, refused), (Found::new(), Vec::new()));
}

/// Columns, types, NULL and references of the file are those that `orientor migrate` makes.
#[tokio::test]
async fn the_file_says_what_the_migration_does() {
    let fresh = TestDatabase::postgres().await;
    migrated(&fresh).await;
    let snapshot = Snapshot::open(fresh.url(), ReadOptions::default()).await.unwrap();
    let catalogue = catalogue::read(&mut snapshot.worker()).await.unwrap();
    let expected = Expected::orientor().unwrap();

    let mut differences = Vec::new();
    for relation in catalogue.tables() {
        let Some(table) = expected.tables.get(&relation.name) else {
            differences.push(format!("{} is not in the file", relation.name));
            continue;
        };
        if table.group == Group::Application {
            differences.push(format!("{} is made by the migration", relation.name));
        }
        let there: Vec<&str> = relation.columns.iter().map(|it| it.name.as_str()).collect();
        differences.extend(
            table
                .columns
                .keys()
                .filter(|it| !there.contains(&it.as_str()))
                .map(|it| format!("{}.{it} is missing", relation.name)),
        );
        for column in &relation.columns {
            match table.columns.get(&column.name).or_else(|| table.optional.get(&column.name)) {
                None => differences.push(format!("{}.{} is not in the file", relation.name, column.name)),
                Some(wanted) if !wanted.accepts(&column.kind) || wanted.required != column.required => {
                    let (kind, required) = (&column.kind, column.required);
                    differences.push(format!("{}.{}: {kind} {required} for {wanted:?}", relation.name, column.name));
                }
                Some(_) => {}
            }
        }
    }
    let declared = expected.references(&catalogue);
    for key in catalogue.constraints.iter().filter(|it| it.kind == 'f') {
        let column = catalogue.names(key.table, &key.columns);
        let is_it = declared.iter().any(|it| {
            it.table == key.table && it.column == column && it.on_delete.is_none_or(|rule| rule.is(key.on_delete))
        });
        if !is_it {
            differences.push(format!("{} is not in the file, or has another rule", key.name));
        }
    }

    assert_eq!(differences, Vec::<String>::new());
}

#[tokio::test]
async fn what_the_migration_adds_hides_no_damage_in_the_rows() {
    let legacy = TestDatabase::legacy().await;
    let (before, _) = look(legacy.url()).await;
    migrated(&legacy).await;

    let (after, refused) = look(legacy.url()).await;

    assert_eq!(refused, Vec::<String>::new());
    assert_eq!(content(&after), content(&before));
    // A column that is new to a table with rows accepts NULL, and stands as that until it is filled.
    let new: Vec<_> = after.keys().filter(|place| !before.contains_key(*place) && place.0 != "D46").collect();
    assert!(new.is_empty(), "{new:#?}");
}

#[tokio::test]
async fn hostile_values_are_neither_an_error_nor_counted() {
    let legacy = TestDatabase::legacy().await;
    let (before, _) = look(legacy.url()).await;
    run(&legacy, include_str!("fixture/harmless.sql")).await;

    let (after, refused) = look(legacy.url()).await;

    assert_eq!(refused, Vec::<String>::new());
    assert_eq!(content(&after), content(&before));
}

#[tokio::test]
async fn damage_in_hostile_forms_is_counted() {
    let legacy = TestDatabase::legacy().await;
    run(&legacy, include_str!("fixture/harmless.sql")).await;
    run(&legacy, include_str!("fixture/harmful.sql")).await;

    let (found, refused) = look(legacy.url()).await;

    assert_eq!(refused, Vec::<String>::new());
    let counts = |code: &str, column: &str| {
        let of =
            |(place, _): &(&(String, String, Option<String>), _)| place.0 == code && place.2.as_deref() == Some(column);
        found.iter().find(of).map_or(0, |(_, (count, _))| *count)
    };
    // To what the fixture has: one NULL, one matrix, one NaN.
    assert_eq!((counts("D61", "embedding"), counts("D60", "embedding")), (3, 3));
    assert_eq!((counts("D61", "oasis_embedding"), counts("D60", "oasis_embedding")), (2, 1));
    assert_eq!(
        [counts("D59", "esco_embedding"), counts("D60", "esco_embedding"), counts("D61", "esco_embedding")],
        [5, 4, 4]
    );
    let group = "esco_embedding_skillsgroup";
    assert_eq!((counts("D61", group), counts("D60", group)), (2, 1));
    assert_eq!(counts("D71", "scores"), 34);
}

/// What is wrong with the rows, not with the schema.
fn content(found: &Found) -> Found {
    let codes: Vec<&str> = content::CHECKS.iter().map(|it| it.code).collect();
    found.clone().into_iter().filter(|((code, ..), _)| codes.contains(&code.as_str())).collect()
}

#[test]
fn every_check_has_a_page() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/checks");
    let index = fs::read_to_string(pages.join("README.md")).unwrap();
    for Check { code, .. } in super::all() {
        let page =
            fs::read_to_string(pages.join(format!("{code}.md"))).unwrap_or_else(|error| panic!("{code}: {error}"));
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).collect();
        assert!(headings[0].starts_with(&format!("# {code} · ")), "{code}");
        let parts = ["## What it means", "## How it happens", "## What the repair does", "## Look for yourself"];
        assert_eq!(headings[1..], parts, "{code}");
        assert!(index.contains(&format!("[{code}]({code}.md)")), "{code}");
    }
}

#[tokio::test]
async fn a_file_of_another_application_is_compared_as_well() {
    let place = TestDatabase::postgres().await;
    let tables = "CREATE TABLE people (id bigint PRIMARY KEY, words text, shape text, visits integer);
        INSERT INTO people VALUES (1, '[\"a\"]', '[1,2]', NULL), (2, 'a, b', '[1,2,3]', 0);
        CREATE TABLE orders (id bigint PRIMARY KEY, person bigint REFERENCES people, kind varchar(3))";
    run(&place, tables).await;
    let file = r#"
        name = "shop"
        users = "people"
        [tables.people]
        lists = ["words"]
        vectors = { shape = 3 }
        columns = { id = "bigint not null", words = "text", shape = "text", visits = "integer default 0", mail = "text" }
        [tables.orders]
        unique = [["person", "kind"]]
        references = [{ column = "person", to = "people.id", on-delete = "cascade" }]
        columns = { id = "bigint not null", person = "bigint not null", kind = "varchar(3) | text" }
        [tables.offers]
        columns = { id = "bigint" }
    "#;

    let (found, refused) = look_with(place.url(), Expected::parse(file, Path::new("shop.toml")).unwrap()).await;

    assert_eq!(refused, Vec::<String>::new());
    let found: Vec<String> = found
        .keys()
        .map(|(code, table, column)| format!("{code} {table} {}", column.as_deref().unwrap_or("-")))
        .collect();
    assert_eq!(
        found,
        [
            "D42 offers -",
            "D43 people mail",
            "D46 orders person",
            "D49 orders person",
            "D52 orders person,kind",
            "D60 people shape",
            "D62 people words",
            "D70 people visits",
        ]
    );
}
