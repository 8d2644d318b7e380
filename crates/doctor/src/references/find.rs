//! Finds the columns that refer to a user or to another row.

use std::collections::BTreeSet;

use super::{Reference, References, Role, polymorphic, values};
use crate::{
    catalogue::{Catalogue, Column, Relation},
    error::{Asking, DoctorError},
    expected::ExpectedReference,
    finding::NotLooked,
    people::{People, is_beside},
    session::Worker,
    sql::literal,
    words::{Suggests, is_superior, names_many_users, singular_name, suggests},
};

/// Tables that the identity bridge keeps for itself; ids in them are its records, and it checks them itself.
const BRIDGE: &[&str] =
    &["identity_events", "identity_messages", "identity_sessions", "identity_subjects", "identity_tombstones"];

/// Why a table or column was not looked at.
const FORBIDDEN: &str = "our role may not read it";

/// Collects references while they are found.
pub(super) struct Finder<'a> {
    pub catalogue: &'a Catalogue,
    pub people: &'a People,
    declared: &'a [ExpectedReference],
    scope: Scope,
    pub person: String,
    pub found: References,
    /// The tables to look at.
    pub tables: BTreeSet<i64>,
    /// Columns of which it is known what they are.
    pub settled: BTreeSet<(i64, i16)>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything.
    All,
    /// What says who the people are. Texts of other tables are not looked at for the provider's ids.
    People,
}

/// Finds all references of the tables in `schemas` (all if empty).
pub(crate) async fn find(
    worker: &mut Worker,
    catalogue: &Catalogue,
    people: &People,
    declared: &[ExpectedReference],
    schemas: &[String],
    scope: Scope,
) -> Result<References, DoctorError> {
    let mut finder = Finder {
        catalogue,
        people,
        declared,
        scope,
        person: people.person(catalogue),
        found: References::default(),
        tables: BTreeSet::new(),
        settled: BTreeSet::new(),
    };
    finder.settled.insert((people.table, people.id.number));
    for holder in &people.subjects {
        finder.settled.insert((holder.table, holder.column.number));
    }
    let tables: Vec<&Relation> =
        catalogue.tables().filter(|it| schemas.is_empty() || schemas.contains(&it.schema)).collect();
    finder.tables = tables.iter().map(|it| it.oid).collect();
    for table in &tables {
        finder.by_foreign_key(table);
    }
    finder.by_way_of_others();
    for table in &tables {
        if !table.readable {
            finder.found.could_not_look.push(aside(table, None, FORBIDDEN));
            continue;
        }
        if table.locked {
            finder.found.could_not_look.push(aside(table, None, &Asking::TimedOut.to_string()));
            continue;
        }
        if BRIDGE.contains(&table.name.as_str()) {
            continue;
        }
        // What cannot be asked is what nothing is known of, least of all that it is no user.
        match finder.by_asking(worker, table).await {
            Ok(()) => {}
            Err(error @ (Asking::Stopped | Asking::Disconnected)) => return Err(DoctorError::Catalogue(error)),
            Err(error) => finder.found.could_not_look.push(aside(table, None, &error.to_string())),
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
    found.could_not_look.sort();
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
    async fn by_asking(&mut self, worker: &mut Worker, table: &Relation) -> Result<(), Asking> {
        for column in table.columns.iter().filter(|it| !it.readable) {
            self.found.could_not_look.push(aside(table, Some(column), FORBIDDEN));
            self.settled.insert((table.oid, column.number));
        }
        let polymorphic::Pairs { known, unclear } =
            polymorphic::pairs(worker, self.catalogue, self.people, table).await?;
        for pair in known {
            self.pair(worker, table, &pair).await?;
        }
        for id in unclear.into_iter().filter(|id| self.settled.insert((table.oid, id.number))) {
            let reason = "another column says what it refers to, and never that it is a user";
            self.found.not_looked_at.push(aside(table, Some(id), reason));
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

    async fn pair(
        &mut self,
        worker: &mut Worker,
        table: &Relation,
        pair: &polymorphic::Pair<'_>,
    ) -> Result<(), Asking> {
        if !self.settled.insert((table.oid, pair.id.number)) {
            return Ok(());
        }
        for (target, words) in &pair.means {
            let to_users = *target == self.people.table;
            let key = if to_users { Some(self.people.id.clone()) } else { self.single_key(*target) };
            let Some(key) = key else { continue };
            let mut reference = Reference::new(table.oid, pair.id, *target, &key);
            reference.when = Some((pair.discriminator.clone(), words.clone()));
            reference.wants_foreign_key = false;
            if to_users {
                self.found.users.push(reference);
                continue;
            }
            // A word may be called like a table and mean something else.
            let Some(other) = self.catalogue.table(*target).filter(|it| it.readable) else { continue };
            let condition = reference.applies().unwrap_or_default();
            let fit = values::keys(worker, (table, pair.id), (other, &key), &condition).await?;
            if fit.share(4, 3) {
                self.found.others.push(reference);
            }
        }
        Ok(())
    }

    fn single_key(&self, table: i64) -> Option<Column> {
        let [only] = self.catalogue.primary_key(table) else { return None };
        self.catalogue.column(table, *only).cloned()
    }

    /// References that the file of the expected schema names and no foreign key says.
    fn declared(&mut self, table: &Relation) {
        for declared in self.declared.iter().filter(|it| it.table == table.oid) {
            let target = self.catalogue.table(declared.target);
            let when = declared.when.as_ref().and_then(|it| Some((table.column(&it.column)?.clone(), it.is.clone())));
            let (Some(column), Some(target_column)) =
                (table.column(&declared.column), target.and_then(|it| it.column(&declared.target_column)))
            else {
                continue;
            };
            if when.is_none() && declared.when.is_some() || !self.settled.insert((table.oid, column.number)) {
                continue;
            }
            let reference = Reference {
                when,
                wants_foreign_key: declared.enforced,
                is_repairable: !declared.essential,
                ..Reference::new(table.oid, column, declared.target, target_column)
            };
            let to_users = declared.target == self.people.table;
            if to_users { self.found.users.push(reference) } else { self.found.others.push(reference) }
        }
    }

    async fn by_name(&mut self, worker: &mut Worker, table: &Relation, column: &Column) -> Result<(), Asking> {
        // A copy of the users table names its rows as the original does.
        let own = table.oid == self.people.table || singular_name(&table.name) == self.person;
        let Some(suggests) = suggests(&column.name, &self.person) else {
            return self.other_by_name(worker, table, column).await;
        };
        // A key that numbers itself is the row's own, whatever it is called.
        if self.catalogue.primary_key(table.oid) == [column.number] && column.is_filled() {
            return Ok(());
        }
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
            (_, Suggests::Perhaps) => fit.share(2, 1) && !self.means_another(worker, table, column).await?,
            (_, Suggests::Actor) => fit.share(4, 1),
            _ => fit.fitting > 0,
        };
        if accepted {
            self.user(table, column);
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

    /// Whether the column may as well refer to a table that is called a bit like it: an `account_id` is an account of
    /// the ledger if there are `ledger_accounts`, however well the small numbers fit users.
    async fn means_another(&self, worker: &mut Worker, table: &Relation, column: &Column) -> Result<bool, Asking> {
        for other in polymorphic::ending_like(self.catalogue, &column.name) {
            let Some(key) = self.single_key(other.oid).filter(|key| key.is_integer() == column.is_integer()) else {
                continue;
            };
            if other.oid == self.people.table || other.oid == table.oid || !other.readable {
                continue;
            }
            let fit = values::keys(worker, (table, column), (other, &key), "").await?;
            if fit.share(2, 1) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn user(&mut self, table: &Relation, column: &Column) {
        self.settled.insert((table.oid, column.number));
        let people = self.people;
        let mut reference = Reference::new(table.oid, column, people.table, &people.id);
        // Part of a longer key to something else, which keeps it as right as one to the users would.
        let mut keys = self.catalogue.foreign_keys_of(table.oid);
        reference.wants_foreign_key = !keys.any(|it| it.columns.contains(&column.number));
        reference.pairs = self.companions(table, column);
        self.found.users.push(reference);
    }

    /// Where the id alone does not say who the user is, the columns that say the rest under the same names.
    fn companions(&self, table: &Relation, column: &Column) -> Vec<(Column, Column)> {
        let people = self.people;
        let key = self.catalogue.primary_key(people.table);
        if key.len() < 2 || self.catalogue.is_unique(people.table, &[people.id.number]) || !column.is_integer() {
            return Vec::new();
        }
        let pairs = key.iter().map(|number| {
            let target = self.catalogue.column(people.table, *number)?;
            let own = if *number == people.id.number { Some(column) } else { table.column(&target.name) };
            Some((own?.clone(), target.clone()))
        });
        pairs.collect::<Option<Vec<_>>>().unwrap_or_default()
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
            self.found.others.push(Reference::new(table.oid, column, target.oid, &key));
        }
        Ok(())
    }

    /// Text columns that hold the provider's ids, whatever they are called.
    async fn by_values(&mut self, worker: &mut Worker, table: &Relation) -> Result<(), Asking> {
        if table.oid == self.people.table || self.scope == Scope::People && !is_beside(table) {
            return Ok(());
        }
        let columns: Vec<&Column> =
            table.columns.iter().filter(|it| it.is_text() && !self.settled.contains(&(table.oid, it.number))).collect();
        if columns.is_empty() {
            return Ok(());
        }
        let patterns = self.people.subjects.iter().flat_map(|holder| &holder.shapes);
        // Only shapes with a beginning of their own can be told from other text.
        let patterns: Vec<&str> = patterns.filter(|it| it.is_telling).map(|it| it.pattern.as_str()).collect();
        if patterns.is_empty() {
            return Ok(());
        }
        let pattern = literal(&patterns.iter().map(|it| format!("({it})")).collect::<Vec<_>>().join("|"));
        let fits = values::subjects(worker, table, &columns, &pattern).await?;
        for (column, fit) in columns.into_iter().zip(fits) {
            if fit.share(2, 1) {
                self.user(table, column);
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
                // A department without a manager is nobody's loss.
                && !is_superior(&self.found.users[only].column.name)
            {
                self.found.users[only].role = Role::Owner;
            }
        }
    }
}
