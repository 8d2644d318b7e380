//! References that foreign keys tell of.

use super::{Reference, find::Finder};
use crate::{
    catalogue::{Column, Relation},
    words::suggests,
};

impl Finder<'_> {
    pub fn by_foreign_key(&mut self, table: &Relation) {
        for (at, key) in self.catalogue.constraints.iter().enumerate() {
            if key.kind != 'f' || key.table != table.oid {
                continue;
            }
            let pairs: Option<Vec<(Column, Column)>> = key
                .columns
                .iter()
                .zip(&key.target_columns)
                .map(|(from, to)| {
                    Some((
                        self.catalogue.column(table.oid, *from)?.clone(),
                        self.catalogue.column(key.target, *to)?.clone(),
                    ))
                })
                .collect();
            let Some(pairs) = pairs.filter(|it| !it.is_empty()) else { continue };
            let to_users = key.target == self.people.table;
            // Of several columns, the one that tells the rows of a tenant apart comes last as a rule.
            let main = pairs.iter().find(|(_, to)| to_users && to.number == self.people.id.number).or(pairs.last());
            let Some((column, target_column)) = main.cloned() else { continue };
            for (own, _) in &pairs {
                // A column of a longer key may still be a user of its own.
                if pairs.len() == 1
                    || to_users
                    || own.number == column.number
                    || suggests(&own.name, &self.person).is_none()
                {
                    self.settled.insert((table.oid, own.number));
                }
            }
            let list = if to_users { &mut self.found.users } else { &mut self.found.others };
            let known = list.iter_mut().find(|it| {
                it.table == table.oid
                    && it.target == key.target
                    && if it.pairs.is_empty() { 1 } else { it.pairs.len() } == pairs.len()
                    && it.column.number == column.number
                    && it.target_column.number == target_column.number
            });
            if let Some(reference) = known {
                reference.foreign_keys.push(at);
                continue;
            }
            let mut reference = Reference::new(table.oid, &column, key.target, &target_column);
            reference.foreign_keys.push(at);
            if pairs.len() > 1 {
                reference.pairs = pairs;
            }
            list.push(reference);
        }
    }

    /// Columns that refer to a user through the key of another table: a picture belongs to a profile whose key
    /// is the user, a folder to a membership.
    pub fn by_way_of_others(&mut self) {
        loop {
            let mut more: Vec<Reference> = Vec::new();
            for key in self.catalogue.constraints.iter().filter(|it| it.kind == 'f' && it.target != self.people.table) {
                for (from, to) in key.columns.iter().zip(&key.target_columns) {
                    let has = |table: i64, column: i16| {
                        move |it: &&Reference| it.table == table && it.column.number == column && it.when.is_none()
                    };
                    let Some(beyond) = self.found.users.iter().find(has(key.target, *to)) else { continue };
                    let known = self.found.users.iter().chain(&more).any(|it| has(key.table, *from)(&it));
                    if known || !self.tables.contains(&key.table) {
                        continue;
                    }
                    let Some(column) = self.catalogue.column(key.table, *from) else { continue };
                    let target = &beyond.target_column;
                    let mut reference = Reference::new(key.table, column, self.people.table, target);
                    // The key to the other table keeps it right.
                    reference.wants_foreign_key = false;
                    more.push(reference);
                }
            }
            if more.is_empty() {
                return;
            }
            self.settled.extend(more.iter().map(|it| (it.table, it.column.number)));
            self.found.users.append(&mut more);
        }
    }
}
