//! Promises about every table in the list, and about those that are not.

use std::{collections::BTreeSet, future::Future, pin::Pin};

use orientor_identity::UserId;
use orientor_store::{
    Database, Owned, OwnedTable, Patch, RowKey, Rows, StoreError, TABLES, TableVisitor, visit_owned_tables,
};
use serde_json::{Map, Value};

use crate::support::Home;

type Guard = for<'a> fn(&'a Database, UserId, UserId) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Runs `privacy` and `clearing` over every table.
struct Guards(Vec<(&'static str, Guard)>);

impl TableVisitor for Guards {
    fn visit<T: OwnedTable>(&mut self) {
        self.0.push((T::TABLE.name, |db, ada, bob| Box::pin(privacy::<T>(db, ada, bob))));
        self.0.push((T::TABLE.name, |db, ada, _| Box::pin(clearing::<T>(db, ada))));
        self.0.push((T::TABLE.name, |db, ada, _| Box::pin(shape::<T>(db, ada))));
    }
}

fn json(value: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(value).unwrap() {
        Value::Object(members) => members,
        other => panic!("{other}"),
    }
}

fn key<T: OwnedTable>(row: &T::Model) -> RowKey {
    match &json(row)[T::ID] {
        Value::Number(number) => RowKey::Number(number.as_i64().unwrap()),
        other => RowKey::Text(other.as_str().unwrap().to_owned()),
    }
}

/// Another user cannot see, change or delete a row, nor tell that it exists.
async fn privacy<T: OwnedTable>(db: &Database, ada: UserId, bob: UserId) {
    let row = Owned::<T>::by(ada, db).create(&T::sample()).await.unwrap();
    let id = key::<T>(&row);
    let mut bobs = Owned::<T>::by(bob, db);

    let patch = Patch::of::<T>(&T::sample()).unwrap();
    assert!(bobs.find(id.clone()).await.unwrap().is_none());
    assert!(bobs.list(None, 100).await.unwrap().rows.is_empty());
    assert!(bobs.find_single().await.unwrap().is_none());
    assert!(matches!(bobs.get(id.clone()).await, Err(StoreError::Missing)));
    assert!(matches!(bobs.replace(id.clone(), &T::sample()).await, Err(StoreError::Missing)));
    assert!(matches!(bobs.merge_patch(id.clone(), &patch).await, Err(StoreError::Missing)));
    assert!(!bobs.delete(id.clone()).await.unwrap());
    if T::ROWS == Rows::OnePerUser {
        let own = bobs.upsert_single(&T::sample()).await.unwrap();
        assert_ne!(key::<T>(&own), id, "a row of his own");
    }

    let mut adas = Owned::<T>::by(ada, db);
    assert_eq!(json(&adas.get(id.clone()).await.unwrap()), json(&row));
    assert!(adas.delete(id.clone()).await.unwrap());
    assert!(adas.find(id).await.unwrap().is_none());
}

/// Every member can be written and read back, and `null` clears what may be absent.
async fn clearing<T: OwnedTable>(db: &Database, ada: UserId) {
    let sample = json(&T::sample());
    let row = Owned::<T>::by(ada, db).create(&T::sample()).await.unwrap();
    let id = key::<T>(&row);
    let stored = json(&row);
    for (name, value) in &sample {
        assert!(!value.is_null(), "the sample has {name}");
        assert_eq!(stored.get(name), Some(value), "{name} comes back");
        let required = T::TABLE.column(name).unwrap().required;

        let patch = Patch::from(Map::from_iter([(name.clone(), Value::Null)]));
        let cleared = Owned::<T>::by(ada, db).merge_patch(id.clone(), &patch).await;

        if required {
            assert!(matches!(cleared, Err(StoreError::Invalid { .. })), "{name}");
            continue;
        }
        let cleared = json(&cleared.unwrap());
        assert_eq!(cleared[name], Value::Null, "{name} is cleared");
        let others =
            |row: &Map<String, Value>| sample.keys().filter(|other| *other != name).map(|k| row[k].clone()).collect();
        let (now, before): (Vec<Value>, Vec<Value>) = (others(&cleared), others(&stored));
        assert_eq!(now, before, "nothing but {name} is cleared");
        Owned::<T>::by(ada, db).replace(id.clone(), &T::sample()).await.unwrap();
    }
    Owned::<T>::by(ada, db).delete(id).await.unwrap();
}

/// Model and draft are what the table declares.
async fn shape<T: OwnedTable>(db: &Database, ada: UserId) {
    let row = Owned::<T>::by(ada, db).create(&T::sample()).await.unwrap();
    let names = |list: &[&str]| list.iter().map(ToString::to_string).collect::<BTreeSet<String>>();
    let members = |map: Map<String, Value>| map.into_iter().map(|(name, _)| name).collect::<BTreeSet<String>>();

    assert_eq!(members(json(&row)), names(T::MODEL), "the model's members");
    assert_eq!(members(json(&T::sample())), names(T::DRAFT), "the draft's members");
    let declared: Vec<&str> = T::TABLE.columns.iter().map(|column| column.name).collect();
    assert_eq!(names(&[T::MODEL, T::HIDDEN].concat()), names(&declared), "the declared columns");
    for column in [Some(T::ID), Some(T::OWNER), T::CREATED, T::UPDATED].into_iter().flatten() {
        assert!(!T::DRAFT.contains(&column), "{column} is not for clients to write");
    }
    assert!(names(T::DRAFT).is_subset(&names(T::MODEL)), "what is written can be read");
    Owned::<T>::by(ada, db).delete(key::<T>(&row)).await.unwrap();
}

#[tokio::test]
async fn every_owned_table_keeps_its_promises() {
    let mut guards = Guards(Vec::new());
    visit_owned_tables(&mut guards);
    for (table, guard) in guards.0 {
        println!("{table}");
        let home = Home::migrated().await;
        let (ada, bob) = (home.user("ada").await, home.user("bob").await);
        guard(&home.db, ada, bob).await;
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

const USER_COLUMNS: [&str; 10] = [
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

/// The tables with a column that names a user.
async fn tables_with_users(home: &Home) -> BTreeSet<String> {
    let tables = if home.is_postgres() {
        "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
    } else {
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
    };
    let mut found = BTreeSet::new();
    for table in home.texts(tables).await {
        let columns = live_columns(home, &table).await;
        if USER_COLUMNS.iter().any(|column| columns.contains(*column)) {
            found.insert(table);
        }
    }
    found
}

/// The tables that are reached through the door.
struct Names(BTreeSet<String>);

impl TableVisitor for Names {
    fn visit<T: OwnedTable>(&mut self) {
        self.0.insert(T::TABLE.name.to_owned());
    }
}

#[tokio::test]
async fn a_table_with_a_user_column_is_owned_or_says_why_not() {
    let mut owned = Names(BTreeSet::new());
    visit_owned_tables(&mut owned);
    let excused: BTreeSet<String> = include_str!("../../not_owned.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(": ").expect("a reason").0.to_owned())
        .collect();
    let (fresh, legacy) = (Home::migrated().await, Home::legacy().await);
    legacy.migrate().await;
    let live: BTreeSet<String> =
        tables_with_users(&fresh).await.union(&tables_with_users(&legacy).await).cloned().collect();

    assert!(owned.0.is_disjoint(&excused), "a table is owned or excused");
    assert_eq!(live, owned.0.union(&excused).cloned().collect(), "live tables, and those we know");
}
