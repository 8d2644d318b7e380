//! Promises about every table in the list, and about those that are not.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    pin::Pin,
    sync::atomic::{AtomicU32, Ordering},
};

use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, OwnedTable, Patch, RowKey, Rows, StoreError, TABLES, TableVisitor, Verbs,
    schema::{Ownership, Table},
    visit_owned_tables,
};
use serde_json::{Map, Value, json};

use crate::support::Home;

type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
type Guard = for<'a> fn(&'a Ground, UserId, UserId) -> Soon<'a, ()>;
type Make = for<'a> fn(&'a Ground, UserId) -> Soon<'a, RowKey>;

/// Where the promises are tried.
struct Ground {
    home: Home,
    /// How to make a row of each table.
    makers: BTreeMap<&'static str, Make>,
    /// How many samples were taken, so that no two are alike where rows may not be.
    samples: AtomicU32,
}

/// Rows of catalogues that others refer to, which nobody owns.
const CATALOGUE: [(&str, &str); 4] = [
    (
        "programs",
        "INSERT INTO programs (title, program_type, level, source_system, source_id) \
         SELECT 'Nursing', 'degree', 'bachelor', 'tests', CAST(count(*) AS text) FROM programs",
    ),
    ("gca_tests", "INSERT INTO gca_tests (title) VALUES ('a test')"),
    (
        "gca_questions",
        "INSERT INTO gca_tests (title) VALUES ('a test'); INSERT INTO gca_questions (test_id) SELECT max(id) FROM gca_tests",
    ),
    (
        "gca_choices",
        "INSERT INTO gca_tests (title) VALUES ('a test'); INSERT INTO gca_questions (test_id) SELECT max(id) FROM gca_tests; \
         INSERT INTO gca_choices (question_id) SELECT max(id) FROM gca_questions",
    ),
];

impl Ground {
    async fn new() -> Self {
        let mut guards = Guards::default();
        visit_owned_tables(&mut guards);
        Self { home: Home::migrated().await, makers: guards.makers, samples: AtomicU32::new(0) }
    }

    fn db(&self) -> &Database {
        &self.home.db
    }

    /// A row of that table, which is this user's if it can be anybody's.
    async fn row(&self, table: &str, owner: UserId) -> RowKey {
        if let Some(make) = self.makers.get(table) {
            return make(self, owner).await;
        }
        let (_, sql) = CATALOGUE.iter().find(|(name, _)| *name == table).expect("a way to make a row");
        self.home.run(sql).await;
        let newest = if table == "programs" { "CAST(source_id AS integer)" } else { "id" };
        let sql = format!("SELECT CAST(id AS text) FROM {table} ORDER BY {newest} DESC LIMIT 1");
        let key = self.home.texts(&sql).await.remove(0);
        key.parse().map_or_else(|_| RowKey::Text(key), RowKey::Number)
    }

    /// The parent under which rows of `T` are made, and the sample with references that are this user's.
    async fn sample<T: OwnedTable>(&self, owner: UserId) -> (Option<RowKey>, Map<String, Value>) {
        let parent = match T::TABLE.ownership {
            Ownership::Through { parent, .. } => Some(self.row(parent.name, owner).await),
            _ => None,
        };
        let mut sample = object(&T::sample());
        let number = self.samples.fetch_add(1, Ordering::Relaxed);
        for column in T::TABLE.uniques.iter().flat_map(|unique| unique.columns) {
            if let Some(Value::String(text)) = sample.get_mut(*column) {
                *text = match text.parse::<chrono::NaiveDate>() {
                    Ok(day) => (day + chrono::Days::new(number.into())).to_string(),
                    Err(_) => format!("{}{number:06}", &text[..text.len().saturating_sub(6)]),
                };
            }
        }
        for key in T::TABLE.foreign_keys {
            if let Some(member) = sample.get_mut(key.column) {
                *member = value(&self.row(key.table, owner).await);
            }
        }
        (parent, sample)
    }

    async fn create<T: OwnedTable>(&self, owner: UserId) -> T::Model {
        let (parent, sample) = self.sample::<T>(owner).await;
        door::<T>(self.db(), owner, parent.as_ref()).create(&draft::<T>(&sample)).await.unwrap()
    }
}

fn door<'a, T: OwnedTable>(db: &'a Database, owner: UserId, parent: Option<&RowKey>) -> Owned<'a, T> {
    let door = Owned::by(owner, db);
    match parent {
        Some(parent) => door.under(parent.clone()),
        None => door,
    }
}

fn draft<T: OwnedTable>(members: &Map<String, Value>) -> T::Draft {
    serde_json::from_value(Value::Object(members.clone())).unwrap_or_else(|error| panic!("{}: {error}", T::TABLE.name))
}

fn value(key: &RowKey) -> Value {
    match key {
        RowKey::Number(number) => json!(number),
        RowKey::Text(text) => json!(text),
    }
}

/// Runs every promise over every table.
#[derive(Default)]
struct Guards {
    all: Vec<(&'static str, Guard)>,
    makers: BTreeMap<&'static str, Make>,
}

impl TableVisitor for Guards {
    fn visit<T: OwnedTable>(&mut self) {
        self.all.push((T::TABLE.name, |ground, ada, bob| Box::pin(privacy::<T>(ground, ada, bob))));
        self.all.push((T::TABLE.name, |ground, ada, _| Box::pin(clearing::<T>(ground, ada))));
        self.all.push((T::TABLE.name, |ground, ada, _| Box::pin(shape::<T>(ground, ada))));
        self.all.push((T::TABLE.name, |ground, ada, bob| Box::pin(references::<T>(ground, ada, bob))));
        self.all.push((T::TABLE.name, |ground, ada, _| Box::pin(pages::<T>(ground, ada))));
        self.makers
            .insert(T::TABLE.name, |ground, owner| Box::pin(async move { key::<T>(&ground.create::<T>(owner).await) }));
    }
}

fn object(value: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(value).unwrap() {
        Value::Object(members) => members,
        other => panic!("{other}"),
    }
}

fn key<T: OwnedTable>(row: &T::Model) -> RowKey {
    T::key_of(row).unwrap()
}

/// Another user cannot see, change, count or delete a row, nor tell that it exists.
async fn privacy<T: OwnedTable>(ground: &Ground, ada: UserId, bob: UserId) {
    let (parent, sample) = ground.sample::<T>(ada).await;
    let draft = || draft::<T>(&sample);
    let row = door::<T>(ground.db(), ada, parent.as_ref()).create(&draft()).await.unwrap();
    let id = key::<T>(&row);
    let patch = Patch::from(sample.clone());
    for mut bobs in [door::<T>(ground.db(), bob, parent.as_ref()), Owned::<T>::by(bob, ground.db())] {
        assert!(bobs.find(id.clone()).await.unwrap().is_none());
        assert!(bobs.list(&Listing::default()).await.unwrap().rows.is_empty());
        assert_eq!(bobs.count(&[]).await.unwrap(), 0);
        assert!(bobs.find_single().await.unwrap().is_none());
        assert!(matches!(bobs.get(id.clone()).await, Err(StoreError::Missing)));
        if !sample.is_empty() {
            assert!(matches!(bobs.replace(id.clone(), &draft()).await, Err(StoreError::Missing)));
        }
        assert!(matches!(bobs.merge_patch(id.clone(), &patch).await, Err(StoreError::Missing)));
        assert!(!bobs.delete(id.clone()).await.unwrap());
    }
    if T::ROWS == Rows::OnePerUser {
        let own = Owned::<T>::by(bob, ground.db()).upsert_single(&draft()).await.unwrap();
        assert_ne!(key::<T>(&own), id, "a row of his own");
    }

    let mut adas = Owned::<T>::by(ada, ground.db());
    assert_eq!(object(&adas.get(id.clone()).await.unwrap()), object(&row));
    assert_eq!(adas.count(&[]).await.unwrap(), 1);
    assert!(adas.delete(id.clone()).await.unwrap());
    assert!(adas.find(id).await.unwrap().is_none());
}

/// Every member can be written and read back, and `null` clears what may be absent.
async fn clearing<T: OwnedTable>(ground: &Ground, ada: UserId) {
    let (parent, sample) = ground.sample::<T>(ada).await;
    let mut adas = door::<T>(ground.db(), ada, parent.as_ref());
    let row = adas.create(&draft::<T>(&sample)).await.unwrap();
    let id = key::<T>(&row);
    let stored = object(&row);
    for (name, value) in &sample {
        assert!(!value.is_null(), "the sample has {name}");
        assert_eq!(stored.get(name), Some(value), "{}.{name} comes back", T::TABLE.name);
        let may_be_absent = serde_json::from_value::<T::Draft>(Value::Object({
            let mut without = sample.clone();
            without.insert(name.clone(), Value::Null);
            without
        }))
        .is_ok();

        let patch = Patch::from(Map::from_iter([(name.clone(), Value::Null)]));
        let cleared = adas.merge_patch(id.clone(), &patch).await;

        if T::TABLE.column(name).unwrap().required {
            assert!(!may_be_absent, "{}.{name} has to be there", T::TABLE.name);
        }
        if !may_be_absent {
            assert!(matches!(cleared, Err(StoreError::Invalid { .. })), "{name}");
            continue;
        }
        let cleared = object(&cleared.unwrap());
        let is_cleared = cleared[name].is_null()
            || cleared[name] == json!(false)
            || cleared[name].as_f64() == Some(0.0)
            || cleared[name] == json!("");
        assert!(is_cleared, "{}.{name} is cleared", T::TABLE.name);
        let others =
            |row: &Map<String, Value>| sample.keys().filter(|other| *other != name).map(|k| row[k].clone()).collect();
        let (now, before): (Vec<Value>, Vec<Value>) = (others(&cleared), others(&stored));
        assert_eq!(now, before, "nothing but {name} is cleared");
        adas.replace(id.clone(), &draft::<T>(&sample)).await.unwrap();
    }
    adas.delete(id).await.unwrap();
}

/// Model and draft are what the table declares.
async fn shape<T: OwnedTable>(ground: &Ground, ada: UserId) {
    let row = ground.create::<T>(ada).await;
    let names = |list: &[&str]| list.iter().map(ToString::to_string).collect::<BTreeSet<String>>();
    let members = |map: Map<String, Value>| map.into_iter().map(|(name, _)| name).collect::<BTreeSet<String>>();

    assert_eq!(members(object(&row)), names(T::model()), "the model's members");
    assert_eq!(members(object(&T::sample())), names(T::draft()), "the sample of {} has every member", T::TABLE.name);
    let declared: Vec<&str> = T::TABLE.columns.iter().map(|column| column.name).collect();
    assert_eq!(names(&[T::model(), T::HIDDEN].concat()), names(&declared), "the declared columns of {}", T::TABLE.name);
    assert!(T::TABLE.secret.iter().all(|secret| T::HIDDEN.contains(secret)), "secrets are hidden");
    let owner = match T::TABLE.ownership {
        Ownership::User(column) | Ownership::Through { column, .. } => column,
        other => panic!("{} is reached through the door, but {other:?}", T::TABLE.name),
    };
    for column in [Some(T::ID), Some(owner), T::CREATED, T::UPDATED].into_iter().flatten() {
        assert!(!T::draft().contains(&column), "{column} is not for clients to write");
    }
    for key in T::TABLE.foreign_keys.iter().filter(|key| key.table == "users") {
        assert!(!T::draft().contains(&key.column), "{} names a user, which is not for clients to write", key.column);
    }
    for filter in T::FILTERS {
        assert!(T::model().contains(filter), "{filter} is a column to narrow lists by");
    }
    assert!(
        T::VERBS == Verbs::None || matches!(T::TABLE.ownership, Ownership::User(_)),
        "{} is a part of something, and has no list of its own",
        T::TABLE.name
    );
    for column in T::draft().iter().filter(|column| column.ends_with("_id")) {
        let is_number = matches!(T::TABLE.column(column).unwrap().kind, orientor_store::schema::Kind::Integer);
        let is_declared = T::TABLE.foreign_keys.iter().any(|key| key.column == *column);
        // A text names something outside of the database.
        assert!(
            is_declared || !is_number || NOT_KEYS.contains(&(T::TABLE.name, column)),
            "{}.{column} is a reference that nobody checks",
            T::TABLE.name
        );
    }
    assert!(names(T::draft()).is_subset(&names(T::model())), "what is written can be read");
}

/// Numbers that are called ids and name no row.
const NOT_KEYS: [(&str, &str); 2] =
    [("strengths_reflection_responses", "question_id"), ("user_journey_milestones", "source_id")];

/// A row cannot name a row of somebody else's, nor be put under one.
async fn references<T: OwnedTable>(ground: &Ground, ada: UserId, bob: UserId) {
    let (parent, sample) = ground.sample::<T>(ada).await;
    if let Ownership::Through { parent: table, .. } = T::TABLE.ownership {
        let bobs = ground.row(table.name, bob).await;
        let made = door::<T>(ground.db(), ada, Some(&bobs)).create(&draft::<T>(&sample)).await;
        assert!(matches!(made, Err(StoreError::Missing)), "{} under a row of bob's", T::TABLE.name);
        let made = Owned::<T>::by(ada, ground.db()).create(&draft::<T>(&sample)).await;
        assert!(made.is_err(), "{} under nothing", T::TABLE.name);
    }
    let mut adas = door::<T>(ground.db(), ada, parent.as_ref());
    let id = key::<T>(&adas.create(&draft::<T>(&sample)).await.unwrap());
    for reference in T::TABLE.foreign_keys.iter().filter(|key| sample.contains_key(key.column)) {
        let is_owned = ground.makers.contains_key(reference.table);
        let foreign = if is_owned {
            ground.row(reference.table, bob).await
        } else {
            match &sample[reference.column] {
                Value::String(_) => RowKey::Text("00000000-0000-4000-8000-000000000000".to_owned()),
                _ => RowKey::Number(1_000_000),
            }
        };
        let patch = Map::from_iter([(reference.column.to_owned(), value(&foreign))]);
        let mut whole = sample.clone();
        whole.extend(patch.clone());

        let refused = [
            adas.create(&draft::<T>(&whole)).await.map(drop),
            adas.merge_patch(id.clone(), &Patch::from(patch)).await.map(drop),
            adas.replace(id.clone(), &draft::<T>(&whole)).await.map(drop),
        ];

        for refused in refused {
            let names_it = matches!(&refused, Err(StoreError::Invalid { path, .. }) if path == reference.column);
            assert!(names_it, "{}.{}: {refused:?}", T::TABLE.name, reference.column);
        }
        if is_owned {
            assert!(Owned::<T>::by(bob, ground.db()).list(&Listing::default()).await.unwrap().rows.is_empty());
        }
    }
    // It still can name its own.
    adas.replace(id, &draft::<T>(&sample)).await.unwrap();
}

/// Pages hold every row once, in order, forwards by key and by number.
async fn pages<T: OwnedTable>(ground: &Ground, ada: UserId) {
    if T::ROWS == Rows::OnePerUser {
        return;
    }
    let mut made = Vec::new();
    for _ in 0..3 {
        made.push(key::<T>(&ground.create::<T>(ada).await));
    }
    if matches!(made[0], RowKey::Text(_)) {
        made.sort();
    }
    if T::NEWEST_FIRST {
        made.reverse();
    }
    let mut adas = Owned::<T>::by(ada, ground.db());

    let first = adas.list(&Listing { limit: 2, ..Listing::default() }).await.unwrap();
    let next = adas.list(&Listing { limit: 2, after: first.next.as_ref(), ..Listing::default() }).await.unwrap();
    let skipped = adas.list(&Listing { offset: 1, ..Listing::default() }).await.unwrap();

    let keys = |rows: &[T::Model]| rows.iter().map(key::<T>).collect::<Vec<_>>();
    assert_eq!([keys(&first.rows), keys(&next.rows)].concat(), made, "{}", T::TABLE.name);
    assert_eq!(next.next, None);
    assert_eq!(keys(&skipped.rows), made[1..]);
    let none = [(T::ID, Is::Null)];
    assert_eq!((adas.count(&[]).await.unwrap(), adas.count(&none).await.unwrap()), (3, 0));
}

#[tokio::test]
async fn every_owned_table_keeps_its_promises() {
    let mut guards = Guards::default();
    visit_owned_tables(&mut guards);
    let ground = Ground::new().await;
    for (number, (table, guard)) in guards.all.into_iter().enumerate() {
        println!("{table}");
        let (ada, bob) =
            (ground.home.user(&format!("ada{number}")).await, ground.home.user(&format!("bob{number}")).await);
        guard(&ground, ada, bob).await;
    }
}

async fn live_columns(home: &Home, table: &str) -> BTreeSet<String> {
    let sql = if home.is_postgres() {
        format!(
            "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}'"
        )
    } else {
        format!("SELECT name FROM pragma_table_info('{table}')")
    };
    home.texts(&sql).await.into_iter().collect()
}

#[tokio::test]
async fn live_tables_have_the_declared_columns_and_no_others() {
    let home = Home::migrated().await;
    for table in TABLES {
        let declared: BTreeSet<String> = table.columns.iter().map(|column| column.name.to_owned()).collect();
        assert_eq!(live_columns(&home, table.name).await, declared, "{}", table.name);
    }
}

#[test]
fn every_table_comes_after_those_it_refers_to() {
    for (position, table) in TABLES.iter().enumerate() {
        for key in table.foreign_keys {
            assert!(
                TABLES[..position].iter().any(|earlier| earlier.name == key.table),
                "{} -> {}",
                table.name,
                key.table
            );
            assert!(table.column(key.column).is_some());
        }
    }
}

#[test]
fn every_reference_to_a_user_has_an_index_that_starts_with_it() {
    for table in TABLES {
        let uniques = table.uniques.iter().map(|unique| unique.columns);
        let indexes = table.indexes.iter().map(|index| index.columns);
        let starts: Vec<&str> = uniques.chain(indexes).chain([table.primary_key]).map(|columns| columns[0]).collect();
        for key in table.foreign_keys.iter().filter(|key| key.table == "users") {
            assert!(starts.contains(&key.column), "{}.{}", table.name, key.column);
        }
    }
}

/// The columns of a live table that name a user: by a reference, or by what they are called.
async fn user_columns(home: &Home, table: &str) -> BTreeSet<String> {
    const CALLED: [&str; 10] = [
        "user_id",
        "sender_id",
        "recipient_id",
        "suggested_id",
        "shared_by",
        "blocker_id",
        "blocked_id",
        "peer_id",
        "owner_id",
        "whose",
    ];
    let references = if home.is_postgres() {
        format!(
            "SELECT a.attname::text FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) \
             WHERE k.contype = 'f' AND k.conrelid = '\"{table}\"'::regclass AND k.confrelid = 'users'::regclass"
        )
    } else {
        format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE \"table\" = 'users'")
    };
    let mut found: BTreeSet<String> = home.texts(&references).await.into_iter().collect();
    found.extend(live_columns(home, table).await.into_iter().filter(|column| CALLED.contains(&column.as_str())));
    found
}

/// The columns by which a table's rows are found for a user, and those that name somebody else.
fn declared_user_columns(table: &Table) -> BTreeSet<String> {
    let owners: &[&str] = match table.ownership {
        Ownership::User(column) => &[column],
        Ownership::Pair { by, to } => &[by, to],
        Ownership::Nobody | Ownership::Person | Ownership::Through { .. } => &[],
    };
    let references = table.foreign_keys.iter().filter(|key| key.table == "users").map(|key| key.column);
    owners.iter().copied().chain(references).map(ToOwned::to_owned).collect()
}

/// The tables that are reached through the door.
struct Names(BTreeSet<&'static str>);

impl TableVisitor for Names {
    fn visit<T: OwnedTable>(&mut self) {
        self.0.insert(T::TABLE.name);
    }
}

#[tokio::test]
async fn a_column_that_names_a_user_is_declared_to_do_so() {
    let (fresh, legacy) = (Home::migrated().await, Home::legacy().await);
    legacy.migrate().await;
    for home in [fresh, legacy] {
        let tables = if home.is_postgres() {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
        } else {
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        };
        for name in home.texts(tables).await {
            let live = user_columns(&home, &name).await;
            if live.is_empty() {
                continue;
            }
            let table =
                TABLES.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("{name} is not declared"));
            assert!(!matches!(table.ownership, Ownership::Nobody), "{name} has users and belongs to nobody");
            let declared = declared_user_columns(table);
            assert!(live.is_subset(&declared), "{name}: {live:?} name users, {declared:?} are declared");
        }
    }
}

#[test]
fn a_table_with_an_owner_is_reached_through_the_door_or_says_why_not() {
    let mut names = Names(BTreeSet::new());
    visit_owned_tables(&mut names);
    let excused: BTreeSet<&str> = include_str!("../../not_owned.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(": ").expect("a reason").0)
        .collect();
    for table in TABLES {
        let has_owner =
            matches!(table.ownership, Ownership::User(_) | Ownership::Through { .. } | Ownership::Pair { .. });
        let is_apart = table.legacy_only || table.derived || excused.contains(table.name);
        assert_eq!(has_owner && !is_apart, names.0.contains(table.name), "{}", table.name);
        assert!(!(table.legacy_only && table.derived && excused.contains(table.name)), "{} has one reason", table.name);
    }
    let unknown: Vec<&&str> = excused.iter().filter(|name| !TABLES.iter().any(|table| table.name == **name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// The columns of the older application that name a user: 39 in 37 tables.
const OLDER: [(&str, &[&str]); 37] = [
    ("user_profiles", &["user_id"]),
    ("user_skills", &["user_id"]),
    ("user_progress", &["user_id"]),
    ("suggested_peers", &["user_id", "suggested_id"]),
    ("messages", &["sender_id", "recipient_id"]),
    ("conversations", &["user_id"]),
    ("conversation_categories", &["user_id"]),
    ("conversation_shares", &["shared_by"]),
    ("user_chat_analytics", &["user_id"]),
    ("tool_invocations", &["user_id"]),
    ("user_journey_milestones", &["user_id"]),
    ("saved_recommendations", &["user_id"]),
    ("user_notes", &["user_id"]),
    ("user_recommendations", &["user_id"]),
    ("saved_jobs", &["user_id"]),
    ("career_goals", &["user_id"]),
    ("llm_descriptions", &["user_id"]),
    ("tree_paths", &["user_id"]),
    ("node_notes", &["user_id"]),
    ("user_skill_trees", &["user_id"]),
    ("tree_generations", &["user_id"]),
    ("user_representation", &["user_id"]),
    ("personality_assessments", &["user_id"]),
    ("personality_profiles", &["user_id"]),
    ("strengths_reflection_responses", &["user_id"]),
    ("gca_users_answers", &["user_id"]),
    ("gca_results", &["user_id"]),
    ("hexaco_responses", &["user_id"]),
    ("holland_assessments", &["user_id"]),
    ("courses", &["user_id"]),
    ("psychological_insights", &["user_id"]),
    ("career_signals", &["user_id"]),
    ("conversation_logs", &["user_id"]),
    ("career_profile_aggregates", &["user_id"]),
    ("user_program_preferences", &["user_id"]),
    ("user_program_interactions", &["user_id"]),
    ("user_saved_programs", &["user_id"]),
];

/// Its tables that belong to a user through another one alone.
const PARTS: [&str; 5] =
    ["chat_messages", "message_components", "personality_responses", "career_milestones", "program_recommendations"];

#[test]
fn every_table_of_the_older_application_that_names_users_is_declared() {
    let declared = |name: &str| TABLES.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("{name}"));
    for (name, columns) in OLDER {
        let columns: BTreeSet<String> = columns.iter().map(ToString::to_string).collect();
        assert_eq!(declared_user_columns(declared(name)), columns, "{name}");
    }
    for name in PARTS {
        assert!(matches!(declared(name).ownership, Ownership::Through { .. }), "{name}");
    }
}
