//! Questions to the catalogue that several checks ask.

use std::collections::BTreeMap;

use super::{Catalogue, Column, Constraint, Index, Relation};
use crate::sql::{ident, qualified};

/// The tables that hold rows by their bare name, those of one name by schema.
pub(super) fn names(relations: &BTreeMap<i64, Relation>) -> BTreeMap<String, Vec<i64>> {
    let mut tables: Vec<&Relation> = relations.values().filter(|it| it.is_table()).collect();
    tables.sort_by(|a, b| a.schema.cmp(&b.schema));
    let mut names = BTreeMap::<String, Vec<i64>>::new();
    for table in tables {
        names.entry(table.name.clone()).or_default().push(table.oid);
    }
    names
}

impl Catalogue {
    /// Tables that hold rows: ordinary ones and the roots of partitioned ones, by schema and name.
    pub fn tables(&self) -> impl Iterator<Item = &Relation> {
        let mut tables: Vec<&Relation> = self.relations.values().filter(|it| it.is_table()).collect();
        tables.sort_by(|a, b| (&a.schema, &a.name).cmp(&(&b.schema, &b.name)));
        tables.into_iter()
    }

    /// The table of this object id.
    pub fn table(&self, oid: i64) -> Option<&Relation> {
        self.relations.get(&oid).filter(|it| it.is_table())
    }

    /// The table of this name in this schema, else the only one of this name anywhere.
    pub fn table_named(&self, schema: Option<&str>, name: &str) -> Option<&Relation> {
        let named = self.names.get(name)?.iter().filter_map(|oid| self.table(*oid));
        let mut found = named.filter(|it| schema.is_none_or(|schema| it.schema == schema));
        let first = found.next()?;
        if found.next().is_some() && schema.is_none() { None } else { Some(first) }
    }

    /// The constraints of a table.
    pub fn constraints_of(&self, table: i64) -> impl Iterator<Item = &Constraint> {
        self.constraints.iter().filter(move |it| it.table == table)
    }

    /// The foreign keys of a table.
    pub fn foreign_keys_of(&self, table: i64) -> impl Iterator<Item = &Constraint> {
        self.constraints_of(table).filter(|it| it.kind == 'f')
    }

    /// The indexes of a table.
    pub fn indexes_of(&self, table: i64) -> impl Iterator<Item = &Index> {
        self.indexes.iter().filter(move |it| it.table == table)
    }

    /// The columns of the primary key; none if there is no key.
    pub fn primary_key(&self, table: i64) -> &[i16] {
        self.constraints_of(table).find(|it| it.kind == 'p').map_or(&[], |it| &it.columns)
    }

    /// Whether at most one row can have each value of these columns: a usable unique index on some of them.
    pub fn is_unique(&self, table: i64, columns: &[i16]) -> bool {
        self.indexes_of(table).any(|it| {
            it.unique
                && it.valid
                && it.condition.is_none()
                && !it.keys.is_empty()
                && it.keys.iter().all(|key| columns.contains(key))
        })
    }

    /// The same, or for rows that meet a condition, such as not to be deleted: somebody has said what is kept apart.
    pub fn is_unique_in_part(&self, table: i64, columns: &[i16]) -> bool {
        self.indexes_of(table)
            .any(|it| it.unique && it.valid && !it.keys.is_empty() && it.keys.iter().all(|key| columns.contains(key)))
    }

    /// Whether a usable index over all rows begins with this column.
    pub fn is_indexed(&self, table: i64, column: i16) -> bool {
        self.indexes_of(table).any(|it| {
            it.valid
                && matches!(it.method.as_str(), "btree" | "hash")
                && it.keys.first() == Some(&column)
                && it.condition.as_deref().is_none_or(|condition| {
                    // A condition that leaves out NULLs alone leaves out nobody's rows.
                    self.column(table, column).is_some_and(|column| {
                        let bare = condition.trim_matches(['(', ')']);
                        bare == format!("{} IS NOT NULL", column.name)
                            || bare == format!("{} IS NOT NULL", ident(&column.name))
                    })
                })
        })
    }

    /// A column by its number.
    pub fn column(&self, table: i64, number: i16) -> Option<&Column> {
        self.relations.get(&table)?.columns.iter().find(|it| it.number == number)
    }

    /// Names of columns, joined by commas, as findings name them.
    pub fn names(&self, table: i64, columns: &[i16]) -> String {
        let names = columns.iter().map(|number| self.column(table, *number).map_or("?", |it| it.name.as_str()));
        names.collect::<Vec<_>>().join(",")
    }
}

impl Relation {
    /// Whether it holds rows of its own and is no partition.
    pub fn is_table(&self) -> bool {
        matches!(self.kind, 'r' | 'p') && !self.partition
    }

    /// How it is named after FROM: quoted, and alone where others inherit from it.
    pub fn from(&self) -> String {
        let name = qualified(&self.schema, &self.name);
        if self.inherited { format!("ONLY {name}") } else { name }
    }

    /// Its column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|it| it.name == name)
    }
}

impl Column {
    /// Whether it holds whole numbers.
    pub fn is_integer(&self) -> bool {
        matches!(self.base.as_str(), "int2" | "int4" | "int8")
    }

    /// The type of a sequence for it.
    pub fn kind_of_sequence(&self) -> &'static str {
        match self.base.as_str() {
            "int2" => "smallint",
            "int4" => "integer",
            _ => "bigint",
        }
    }

    /// Whether it holds text.
    pub fn is_text(&self) -> bool {
        self.category == 'S' && !matches!(self.base.as_str(), "name" | "char")
    }

    /// Whether it holds a point in time.
    pub fn is_time(&self) -> bool {
        self.category == 'D'
    }

    /// Whether it holds JSON.
    pub fn is_json(&self) -> bool {
        matches!(self.base.as_str(), "json" | "jsonb")
    }

    /// Whether an INSERT that leaves it out gets a value.
    pub fn is_filled(&self) -> bool {
        self.default.is_some() || !self.identity.is_empty() || !self.generated.is_empty()
    }
}
