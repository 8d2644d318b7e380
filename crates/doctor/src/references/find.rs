//! Finds the columns that refer to a user or to another row.

use std::collections::BTreeSet;

use super::{Evidence, Reference, References, Role, polymorphic, values};
use crate::{
    catalogue::{Catalogue, Column, Relation},
    error::{Asking, DoctorError},
    expected::{Expected, expected_references},
    finding::NotLooked,
    people::People,
    session::Worker,
    sql::literal,
    words::{Suggests, names_many_users, suggests},
};

/// Tables that the identity bridge keeps for itself; ids in them are its records, and it checks them itself.
const BRIDGE: &[&str] = &["identity_events", "identity_tombstones"];

/// Collects references while they are found.
struct Finder<'a> {
    catalogue: &'a Catalogue,
    people: &'a People,
    expected: Option<&'a Expected>,
    person: String,
    found: References,
    /// Columns of which it is known what they are.
    settled: BTreeSet<(i64, i16)>,
}

/// Finds all references of the tables in `schemas` (all if empty).
pub(crate) async fn find(
    worker: &mut Worker,
    catalogue: &Catalogue,
    people: &People,
    expected: Option<&Expected>,
    schemas: &[String],
) -> Result<References, DoctorError> {
    let mut finder = Finder {
        catalogue,
        people,
        expected,
        person: people.person(catalogue),
        found: References::default(),
        settled: BTreeSet::new(),
    };
    finder.settled.insert((people.table, people.id.number));
    for holder in &people.subjects {
        finder.settled.insert((holder.table, holder.column.number));
    }
    let tables: Vec<&Relation> =
        catalogue.tables().filter(|it| schemas.is_empty() || schemas.contains(&it.schema)).collect();
    for table in &tables {
        finder.by_foreign_key(table);
    }
    for table in &tables {
        if !table.readable {
            finder.found.not_looked_at.push(aside(table, None, "our role may not read it"));
            continue;
        }
        if BRIDGE.contains(&table.name.as_str()) {
            continue;
        }
        // A table that cannot be asked is one of which nothing is known; its checks will say so.
        match finder.by_asking(worker, table).await {
            Ok(()) => {}
            Err(error @ (Asking::Stopped | Asking::Disconnected)) => return Err(DoctorError::Catalogue(error)),
            Err(error) => finder.found.not_looked_at.push(aside(table, None, &error.to_string())),
        }
    }
    finder.give_roles();
    for relation in catalogue.relations.values().filter(|it| it.kind == 'f') {
        finder.found.not_looked_at.push(aside(relation, None, "a foreign table keeps its rows elsewhere"));
    }
    let mut found = finder.found;
    found.users.sort_by_key(|it| place(catalogue, it));
    found.others.sort_by_key(|it| place(catalogue, it));
    found.not_looked_at.sort();
    Ok(found)
}

fn place(catalogue: &Catalogue, reference: &Reference) -> (String, String, i16) {
    let table = catalogue.table(reference.table);
    let name = |pick: fn(&Relation) -> &String| table.map(pick).cloned().unwrap_or_default();
    (name(|it| &it.schema), name(|it| &it.name), reference.column.number)
}

fn aside(table: &Relation, column: Option<&Column>, reason: &str) -> NotLooked {
    let mut place = format!("{}.{}", table.schema, table.name);
    if let Some(column) = column {
        place.push('.');
        place.push_str(&column.name);
    }
    NotLooked { check: None, place, reason: reason.to_owned() }
}

impl Finder<'_> {
    fn by_foreign_key(&mut self, table: &Relation) {
        for (at, key) in self.catalogue.constraints.iter().enumerate() {
            if key.kind != 'f' || key.table != table.oid {
                continue;
            }
            let to_users = key.target == self.people.table;
            let pairs = key.columns.iter().zip(&key.target_columns);
            // Of a key of several columns to the users, the one that meets their id; to others, only single ones.
            let pair = if to_users && key.columns.len() > 1 {
                pairs.into_iter().find(|(_, target)| **target == self.people.id.number)
            } else if key.columns.len() == 1 {
                pairs.into_iter().next()
            } else {
                None
            };
            let Some((from, to)) = pair else { continue };
            let (Some(column), Some(target_column)) =
                (self.catalogue.column(table.oid, *from), self.catalogue.column(key.target, *to))
            else {
                continue;
            };
            self.settled.insert((table.oid, *from));
            let list = if to_users { &mut self.found.users } else { &mut self.found.others };
            let known = list.iter_mut().find(|it| {
                it.table == table.oid
                    && it.column.number == *from
                    && it.target == key.target
                    && it.target_column.number == *to
            });
            match known {
                Some(reference) => reference.foreign_keys.push(at),
                None => list.push(Reference {
                    table: table.oid,
                    column: column.clone(),
                    target: key.target,
                    target_column: target_column.clone(),
                    foreign_keys: vec![at],
                    evidence: Evidence::ForeignKey,
                    when: None,
                    role: Role::Other,
                    wants_foreign_key: true,
                    is_repairable: true,
                }),
            }
        }
    }

    async fn by_asking(&mut self, worker: &mut Worker, table: &Relation) -> Result<(), Asking> {
        for pair in polymorphic::pairs(worker, self.catalogue, self.people, table).await? {
            self.pair(table, &pair);
        }
        self.declared(table);
        let open = |finder: &Self, column: &Column| !finder.settled.contains(&(table.oid, column.number));
        for column in &table.columns {
            if !open(self, column) {
                continue;
            }
            if matches!(column.category, 'A') || column.is_json() {
                if names_many_users(&column.name, &self.person) {
                    let reason = "arrays and JSON are not looked into";
                    self.found.not_looked_at.push(aside(table, Some(column), reason));
                }
            } else if column.is_integer() || column.is_text() {
                self.by_name(worker, table, column).await?;
            } else if column.base == "uuid" {
                self.other_by_name(worker, table, column).await?;
            }
        }
        self.by_values(worker, table).await
    }

    fn pair(&mut self, table: &Relation, pair: &polymorphic::Pair<'_>) {
        if !self.settled.insert((table.oid, pair.id.number)) {
            return;
        }
        for (target, words) in &pair.means {
            let to_users = *target == self.people.table;
            let key = if to_users { Some(self.people.id.clone()) } else { self.single_key(*target) };
            let Some(target_column) = key else { continue };
            let reference = Reference {
                table: table.oid,
                column: pair.id.clone(),
                target: *target,
                target_column,
                foreign_keys: Vec::new(),
                evidence: Evidence::Values,
                when: Some((pair.discriminator.clone(), words.clone())),
                role: Role::Other,
                wants_foreign_key: false,
                is_repairable: true,
            };
            if to_users { self.found.users.push(reference) } else { self.found.others.push(reference) }
        }
    }

    fn single_key(&self, table: i64) -> Option<Column> {
        let [only] = self.catalogue.primary_key(table) else { return None };
        self.catalogue.column(table, *only).cloned()
    }

    /// References that the file of the expected schema names and no foreign key says.
    fn declared(&mut self, table: &Relation) {
        let Some(expected) = self.expected else { return };
        for declared in expected_references(expected, self.catalogue).iter().filter(|it| it.table == table.oid) {
            let target = self.catalogue.table(declared.target);
            let when = declared.when.and_then(|it| Some((table.column(&it.column)?.clone(), it.is.clone())));
            let (Some(column), Some(target_column)) =
                (table.column(declared.column), target.and_then(|it| it.column(declared.target_column)))
            else {
                continue;
            };
            if when.is_none() && declared.when.is_some() || !self.settled.insert((table.oid, column.number)) {
                continue;
            }
            let reference = Reference {
                table: table.oid,
                column: column.clone(),
                target: declared.target,
                target_column: target_column.clone(),
                foreign_keys: Vec::new(),
                evidence: Evidence::Expected,
                when,
                role: Role::Other,
                wants_foreign_key: declared.enforced,
                is_repairable: !declared.essential,
            };
            let to_users = declared.target == self.people.table;
            if to_users { self.found.users.push(reference) } else { self.found.others.push(reference) }
        }
    }

    async fn by_name(&mut self, worker: &mut Worker, table: &Relation, column: &Column) -> Result<(), Asking> {
        let own = table.oid == self.people.table;
        let Some(suggests) = suggests(&column.name, &self.person) else {
            return self.other_by_name(worker, table, column).await;
        };
        if let Some(other) = polymorphic::named_after(self.catalogue, table, &column.name)
            && other.oid != self.people.table
            && other.oid != table.oid
        {
            return self.other_by_name(worker, table, column).await;
        }
        // In the users table itself `user_id` or `owner` is a column of its own.
        if own && suggests == Suggests::Owner || !column.generated.is_empty() {
            return Ok(());
        }
        let fit = values::users(worker, self.catalogue, self.people, table, column).await?;
        let certain = matches!(suggests, Suggests::Owner | Suggests::User | Suggests::Actor);
        let accepted = match (fit.seen, suggests) {
            (0, Suggests::Owner | Suggests::User) => column.is_integer(),
            (0, _) => false,
            (_, Suggests::Perhaps) => fit.share(2, 1),
            (_, Suggests::Actor) => fit.share(4, 1),
            _ => fit.fitting > 0,
        };
        if accepted {
            self.user(table, column, Evidence::Name);
        } else if fit.seen > 0 && (certain || column.is_integer()) {
            let reason = if fit.fitting == 0 {
                "its name suggests a user, but none of its values is one"
            } else {
                "its name may mean a user, but most of its values are none"
            };
            self.found.not_looked_at.push(aside(table, Some(column), reason));
            self.settled.insert((table.oid, column.number));
        }
        Ok(())
    }

    fn user(&mut self, table: &Relation, column: &Column, evidence: Evidence) {
        self.settled.insert((table.oid, column.number));
        self.found.users.push(Reference {
            table: table.oid,
            column: column.clone(),
            target: self.people.table,
            target_column: self.people.id.clone(),
            foreign_keys: Vec::new(),
            evidence,
            when: None,
            role: Role::Other,
            wants_foreign_key: true,
            is_repairable: true,
        });
    }

    async fn other_by_name(&mut self, worker: &mut Worker, table: &Relation, column: &Column) -> Result<(), Asking> {
        let Some(target) = polymorphic::named_after(self.catalogue, table, &column.name) else { return Ok(()) };
        if target.oid == self.people.table || !target.readable || !column.generated.is_empty() {
            return Ok(());
        }
        let Some(key) = self.single_key(target.oid) else { return Ok(()) };
        let own_key = self.catalogue.primary_key(table.oid) == [column.number];
        let alike =
            key.is_integer() && column.is_integer() || key.base == column.base || key.is_text() && column.is_text();
        if own_key || !alike {
            return Ok(());
        }
        let fit = values::keys(worker, (table, column), (target, &key), "").await?;
        if fit.seen > 0 && fit.fitting > 0 && fit.share(4, 3) {
            self.settled.insert((table.oid, column.number));
            self.found.others.push(Reference {
                table: table.oid,
                column: column.clone(),
                target: target.oid,
                target_column: key,
                foreign_keys: Vec::new(),
                evidence: Evidence::Name,
                when: None,
                role: Role::Other,
                wants_foreign_key: true,
                is_repairable: true,
            });
        }
        Ok(())
    }

    /// Text columns that hold the provider's ids, whatever they are called.
    async fn by_values(&mut self, worker: &mut Worker, table: &Relation) -> Result<(), Asking> {
        if table.oid == self.people.table {
            return Ok(());
        }
        let columns: Vec<&Column> =
            table.columns.iter().filter(|it| it.is_text() && !self.settled.contains(&(table.oid, it.number))).collect();
        if columns.is_empty() {
            return Ok(());
        }
        let patterns = self.people.subjects.iter().flat_map(|holder| &holder.shapes);
        // Only shapes with a beginning of their own can be told from other text.
        let patterns: Vec<&str> =
            patterns.map(|shape| shape.pattern.as_str()).filter(|it| it.contains(['_', '|', ':'])).collect();
        if patterns.is_empty() {
            return Ok(());
        }
        let pattern = literal(&patterns.iter().map(|it| format!("({it})")).collect::<Vec<_>>().join("|"));
        let fits = values::subjects(worker, table, &columns, &pattern).await?;
        for (column, fit) in columns.into_iter().zip(fits) {
            if fit.share(2, 1) {
                self.user(table, column, Evidence::Values);
            }
        }
        Ok(())
    }

    /// Says what the user is to the row, once all columns of a table are known.
    fn give_roles(&mut self) {
        let tables: BTreeSet<i64> = self.found.users.iter().map(|it| it.table).collect();
        for table in tables.into_iter().filter(|table| *table != self.people.table) {
            let person = &self.person;
            let of: Vec<usize> =
                (0..self.found.users.len()).filter(|at| self.found.users[*at].table == table).collect();
            for at in &of {
                let reference = &mut self.found.users[*at];
                reference.role = match suggests(&reference.column.name, person) {
                    Some(Suggests::Owner) => Role::Owner,
                    Some(Suggests::Actor) => Role::Actor,
                    _ => Role::Other,
                };
            }
            if let [only] = of[..]
                && self.found.users[only].role == Role::Other
            {
                self.found.users[only].role = Role::Owner;
            }
        }
    }
}
