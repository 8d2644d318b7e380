//! Works out what is missing. Pure: declarations and catalogue in, statements out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::{Addition, Catalogue, LiveColumn, PlanError, Relation, What, catalogue::sequence_names};
use crate::schema::{
    Column, Dialect, Fill, ForeignKey, ObjectKind, SchemaObject, Table, column_type, create_index, create_table,
    default_value, ident, literal,
};

/// The additions that make `live` hold what `declared` and `extra` say, in an order that works.
///
/// The same arguments give the same plan, and after the plan has been carried out it is empty.
pub fn plan(declared: &[&Table], extra: &[SchemaObject], live: &Catalogue) -> Result<Vec<Addition>, PlanError> {
    let mut planner = Planner { live, names: live.names.clone(), additions: Vec::new() };
    for table in declared {
        match live.relations.get(table.name) {
            None => planner.create(table, declared),
            Some(relation) if relation.is_table() => planner.complete(table, relation),
            Some(_) => return Err(PlanError::NotATable(table.name.to_owned())),
        }
    }
    for table in declared {
        planner.index(table);
    }
    for table in declared {
        planner.watch(table);
    }
    for object in extra {
        planner.adopt(object);
    }
    Ok(planner.additions)
}

struct Planner<'a> {
    live: &'a Catalogue,
    /// Names that are taken, also by what is planned.
    names: BTreeSet<String>,
    additions: Vec<Addition>,
}

impl Planner<'_> {
    fn add(&mut self, what: What, sql: String, inverse: String, reason: &str) {
        self.additions.push(Addition { what, sql, inverse, reason: reason.to_owned() });
    }

    /// A table that is absent.
    fn create(&mut self, table: &Table, declared: &[&Table]) {
        for column in table.columns {
            if let Fill::Sequence(sequence) = column.fill
                && self.live.dialect == Dialect::Postgres
                && !self.live.relations.contains_key(sequence)
            {
                let sql = format!("CREATE SEQUENCE {} AS integer", ident(sequence));
                self.create_sequence(sequence, sql, "programs ask this sequence for the next key");
            }
        }
        let refers = |key: &ForeignKey| can_refer(self.live, key, declared);
        let sql = create_table(table, self.live.dialect, refers);
        let what = What::Table { table: table.name.to_owned(), derived: table.derived };
        self.add(what, sql, format!("DROP TABLE {}", ident(table.name)), "it is absent");
        self.names.insert(table.name.to_owned());
        for column in table.columns {
            if let Fill::Sequence(sequence) = column.fill
                && self.live.dialect == Dialect::Postgres
                && self.live.relations.get(sequence).is_none_or(|found| found.owned_by.is_none())
            {
                self.own(sequence, table.name, column.name);
            }
        }
    }

    /// A table that exists, perhaps in an older shape.
    fn complete(&mut self, table: &Table, relation: &Relation) {
        for column in table.columns.iter().filter(|column| relation.column(column.name).is_none()) {
            let (on, name) = (ident(table.name), ident(column.name));
            let kind = column_type(column.kind, self.live.dialect);
            self.add(
                What::Column { table: table.name.to_owned(), column: column.name.to_owned() },
                format!("ALTER TABLE {on} ADD COLUMN {name} {kind}"),
                format!("ALTER TABLE {on} DROP COLUMN {name}"),
                "it is absent",
            );
        }
        // SQLite can neither relax nor default an existing column, and holds no older databases.
        if self.live.dialect == Dialect::Sqlite {
            return;
        }
        for found in &relation.columns {
            let column = table.column(&found.name);
            if found.required && !found.filled && !relation.primary_key.contains(&found.name) {
                self.ease(table, column);
                self.relax(table, found, column);
            }
            if let Some(column) = column.filter(|column| column.is_numbered()) {
                self.number(table, relation, column, found);
            }
        }
    }

    /// A column that refuses NULL and has no default, although we declare one.
    fn ease(&mut self, table: &Table, column: Option<&Column>) {
        let Some(column) = column.filter(|column| column.required) else { return };
        let Some(value) = default_value(column.fill, self.live.dialect) else { return };
        let alter = format!("ALTER TABLE {} ALTER COLUMN {}", ident(table.name), ident(column.name));
        self.add(
            What::Default { table: table.name.to_owned(), column: column.name.to_owned() },
            format!("{alter} SET DEFAULT {value}"),
            format!("{alter} DROP DEFAULT"),
            "new rows leave it out, and it refuses NULL",
        );
    }

    /// A column that refuses NULL, although new rows leave it empty.
    fn relax(&mut self, table: &Table, found: &LiveColumn, column: Option<&'static Column>) {
        if column.is_some_and(|column| column.required) {
            return;
        }
        let alter = format!("ALTER TABLE {} ALTER COLUMN {}", ident(table.name), ident(&found.name));
        self.add(
            What::NullAllowed { table: table.name.to_owned(), column: found.name.clone() },
            format!("{alter} DROP NOT NULL"),
            format!("{alter} SET NOT NULL"),
            "new rows leave it empty",
        );
    }

    /// A key that has to number itself, above what is there.
    fn number(&mut self, table: &Table, relation: &Relation, column: &Column, found: &LiveColumn) {
        let Some(kind) = found.integer_type() else { return };
        let highest = self.live.highest.get(table.name).copied();
        let above = highest.map_or(1, |highest| highest.max(0).saturating_add(1));
        if let Some(sequence) = &found.sequence {
            self.advance(sequence, highest);
            return;
        }
        if found.filled {
            return;
        }
        let free = sequence_names(table, column.name, column.fill)
            .into_iter()
            .find(|name| self.live.relations.get(name).is_some_and(|sequence| belongs_to_nobody(sequence, self.live)));
        let sequence = if let Some(sequence) = free {
            // Only the owner of both may tie a sequence to a table.
            if self.live.relations.get(&sequence).is_some_and(|found| found.owner == relation.owner) {
                self.own(&sequence, table.name, column.name);
            }
            self.advance(&sequence, highest);
            sequence
        } else {
            let sequence = self.free_name(&format!("{}_{}_seq", table.name, column.name));
            let name = ident(&sequence);
            let mut sql = format!("CREATE SEQUENCE {name} AS {kind} START WITH {above}");
            // A superuser may do this for the owner of the table, to whom both have to belong.
            if relation.owner != self.live.role {
                let _ = write!(sql, "; ALTER SEQUENCE {name} OWNER TO {}", ident(&relation.owner));
            }
            self.create_sequence(&sequence, sql, "the key has nothing that numbers it");
            self.own(&sequence, table.name, column.name);
            sequence
        };
        let alter = format!("ALTER TABLE {} ALTER COLUMN {}", ident(table.name), ident(column.name));
        self.add(
            What::Default { table: table.name.to_owned(), column: column.name.to_owned() },
            format!("{alter} SET DEFAULT nextval({})", literal(&ident(&sequence))),
            format!("{alter} DROP DEFAULT"),
            "rows that do not bring a key are refused",
        );
    }

    /// Moves a sequence that would give a key for the second time.
    fn advance(&mut self, sequence: &str, highest: Option<i64>) {
        let (Some(&from), Some(highest)) = (self.live.next.get(sequence), highest) else { return };
        let forward = self.live.relations.get(sequence).and_then(|found| found.step).is_some_and(|step| step > 0);
        if !forward || from > highest {
            return;
        }
        let to = highest.saturating_add(1);
        let name = ident(sequence);
        self.add(
            What::Position { sequence: sequence.to_owned(), from, to },
            format!("ALTER SEQUENCE {name} RESTART WITH {to}"),
            format!("ALTER SEQUENCE {name} RESTART WITH {from}"),
            "it is behind the highest key",
        );
    }

    fn create_sequence(&mut self, sequence: &str, sql: String, reason: &str) {
        self.names.insert(sequence.to_owned());
        let what = What::Sequence { sequence: sequence.to_owned() };
        self.add(what, sql, format!("DROP SEQUENCE {}", ident(sequence)), reason);
    }

    fn own(&mut self, sequence: &str, table: &str, column: &str) {
        let name = ident(sequence);
        self.add(
            What::SequenceOwner { sequence: sequence.to_owned() },
            format!("ALTER SEQUENCE {name} OWNED BY {}.{}", ident(table), ident(column)),
            format!("ALTER SEQUENCE {name} OWNED BY NONE"),
            "it goes when the column goes",
        );
    }

    /// The indexes that queries need and that nothing covers.
    fn index(&mut self, table: &Table) {
        let live = self.live.relations.get(table.name);
        let mut covered: Vec<Vec<&str>> = Vec::new();
        let mut wanted: BTreeMap<usize, (String, &[&str])> = BTreeMap::new();
        if let Some(relation) = live {
            let usable = relation.indexes.iter().filter(|index| index.usable);
            // An expression covers nothing behind it.
            covered.extend(usable.map(|index| index.columns.iter().map_while(Option::as_deref).collect()));
            covered.push(relation.primary_key.iter().map(String::as_str).collect());
            // The rule itself is not added to rows that may break it, but looking rows up has to be quick.
            for unique in table.uniques {
                wanted
                    .insert(wanted.len(), (format!("ix_{}_{}", table.name, unique.columns.join("_")), unique.columns));
            }
        } else {
            covered.push(table.primary_key.to_vec());
            covered.extend(table.uniques.iter().map(|unique| unique.columns.to_vec()));
        }
        for index in table.indexes {
            wanted.insert(wanted.len(), (index.name.to_owned(), index.columns));
        }
        for (name, columns) in wanted.into_values() {
            if covered.iter().any(|found| found.starts_with(columns)) {
                continue;
            }
            let name = self.free_name(&name);
            self.add(
                What::Index { index: name.clone(), table: table.name.to_owned() },
                create_index(&name, table.name, columns),
                format!("DROP INDEX {}", ident(&name)),
                "no index starts with these columns",
            );
            self.names.insert(name);
            covered.push(columns.to_vec());
        }
    }

    fn watch(&mut self, table: &Table) {
        for trigger in table.triggers {
            let dialect = self.live.dialect;
            let function = What::Function { function: trigger.name().to_owned() };
            let known = self.live.functions.contains(trigger.name())
                || self.additions.iter().any(|addition| addition.what == function);
            if dialect == Dialect::Postgres && !known {
                let sql = trigger.create_function(&self.live.schema);
                self.add(function, sql, format!("DROP FUNCTION {}()", trigger.name()), "the triggers call it");
            }
            let reason = trigger.reason();
            let live = self.live.relations.get(table.name);
            for (trigger, sql) in trigger.statements(dialect, table.name) {
                if live.is_some_and(|relation| relation.triggers.contains(&trigger)) {
                    continue;
                }
                let inverse = match dialect {
                    Dialect::Postgres => format!("DROP TRIGGER {} ON {}", ident(&trigger), ident(table.name)),
                    Dialect::Sqlite => format!("DROP TRIGGER {}", ident(&trigger)),
                };
                let what = What::Trigger { trigger, table: table.name.to_owned() };
                self.add(what, sql, inverse, reason);
            }
        }
    }

    /// An object of another crate.
    fn adopt(&mut self, object: &SchemaObject) {
        let relation = |name: &str| self.live.relations.get(name);
        let present = match (object.kind, &object.on_table) {
            (ObjectKind::Table, _) => relation(&object.name).is_some_and(Relation::is_table),
            (ObjectKind::Index, _) => self.live.names.contains(&object.name),
            (ObjectKind::Function, _) => self.live.functions.contains(&object.name),
            (ObjectKind::Trigger, Some(table)) => {
                relation(table).is_some_and(|relation| relation.triggers.contains(&object.name))
            }
            (ObjectKind::Trigger, None) => {
                self.live.relations.values().any(|relation| relation.triggers.contains(&object.name))
            }
        };
        if !present {
            let what = What::Object { object: object.kind, name: object.name.clone(), derived: object.derived };
            self.add(what, object.create.clone(), object.drop.clone(), "it is absent");
        }
    }

    fn free_name(&self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while self.names.contains(&name) {
            number += 1;
            name = format!("{wanted}_{number}");
        }
        name
    }
}

/// Whether a foreign key of a new table can point there: nothing keeps an old key column unique if
/// its own key is lost.
fn can_refer(live: &Catalogue, key: &ForeignKey, declared: &[&Table]) -> bool {
    let Some(relation) = live.relations.get(key.table) else {
        return declared.iter().any(|table| table.name == key.table);
    };
    let is_id = |columns: &[Option<String>]| matches!(columns, [Some(name)] if name == "id");
    let unique = relation.indexes.iter().any(|index| index.unique && index.usable && is_id(&index.columns));
    unique || relation.primary_key == ["id"]
}

/// Whether a sequence is one, and free to become the default of a column.
fn belongs_to_nobody(sequence: &Relation, live: &Catalogue) -> bool {
    let name = live.relations.iter().find(|(_, relation)| std::ptr::eq(*relation, sequence)).map(|(name, _)| name);
    let used = live
        .relations
        .values()
        .flat_map(|relation| &relation.columns)
        .any(|column| column.sequence.is_some() && column.sequence.as_ref() == name);
    sequence.kind == "S" && sequence.owned_by.is_none() && !used
}
