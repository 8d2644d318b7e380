//! Damage, and the oracle that writes down what it has done.

use orientor_testkit::dice::Dice;

use super::schema::{Kind, Schema, Subject, Table, ident};
use crate::support::Found;

pub struct Damage {
    pub sql: String,
    pub planted: Found,
}

impl Damage {
    fn add(&mut self, sql: &str) {
        self.sql.push_str(sql);
        self.sql.push_str(";\n");
    }

    fn expect(&mut self, code: &str, table: &Table, column: &str, count: u64) {
        self.expect_at(code, &table.schema, &table.name, column, count);
    }

    fn expect_at(&mut self, code: &str, schema: &str, table: &str, column: &str, count: u64) {
        let place = (code.to_owned(), schema.to_owned(), table.to_owned(), column.to_owned());
        assert_eq!(self.planted.insert(place, count), None, "the oracle plants one thing in each place");
    }
}

/// Damages about two thirds of the tables, each once, and perhaps the people.
pub fn plant(schema: &Schema, dice: &mut Dice) -> Damage {
    let mut damage = Damage { sql: String::new(), planted: Found::new() };
    for table in &schema.tables {
        if !dice.once_in(3) {
            table_damage(&mut damage, schema, table, dice);
        }
    }
    if dice.once_in(2) {
        people_damage(&mut damage, schema, dice);
    }
    if dice.once_in(3) {
        damage.add("CREATE SEQUENCE public.\"of nothing\"");
        damage.expect_at("D38", "public", "of nothing", "", 1);
    }
    damage
}

/// Drops the foreign key of a column, however it is called.
fn drop_key(table: &Table, column: &str) -> String {
    format!(
        "DO $do$ BEGIN EXECUTE (SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) FROM pg_constraint AS k \
         JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum] \
         WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid = '{}'::regclass AND a.attname = '{}'); END $do$",
        table.place(),
        column
    )
}

fn drop_index(table: &Table, column: &str) -> String {
    format!(
        "DO $do$ BEGIN EXECUTE (SELECT format('DROP INDEX %s', i.indexrelid::regclass) FROM pg_index AS i \
         JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND i.indkey::text = a.attnum::text \
         WHERE NOT i.indisunique AND i.indrelid = '{}'::regclass AND a.attname = '{}'); END $do$",
        table.place(),
        column
    )
}

/// Rows of users that were never there, although a key forbids them.
fn orphans(table: &Table, column: &str, n: u64) -> String {
    let list: Vec<String> = table.users.iter().map(|it| ident(it)).collect();
    let values: Vec<String> =
        table.users.iter().map(|it| if it == column { "800000 + n".to_owned() } else { "1".to_owned() }).collect();
    format!(
        "SET session_replication_role = replica;\nINSERT INTO {} ({}) SELECT {} FROM generate_series(1, {n}) AS n;\nRESET session_replication_role",
        table.place(),
        list.join(", "),
        values.join(", ")
    )
}

fn table_damage(damage: &mut Damage, schema: &Schema, table: &Table, dice: &mut Dice) {
    let place = table.place();
    let n = dice.between(1, 6) as u64;
    if table.kind == Kind::Decoy {
        damage.add(&format!("ALTER TABLE {place} ALTER {} DROP IDENTITY", ident(table.key.as_ref().unwrap())));
        damage.expect("D35", table, table.key.as_ref().unwrap(), 1);
        return;
    }
    let column = table.users[dice.below(table.users.len())].clone();
    let name = ident(&column);
    if table.kind == Kind::Polymorphic {
        let what = ident(&schema.style.write("owner_type"));
        if dice.once_in(2) {
            damage.add(&format!(
                "INSERT INTO {place} ({what}, {name}) SELECT '{}', 810000 + n FROM generate_series(1, {n}) AS n",
                schema.person
            ));
            damage.expect("D23", table, &column, n);
        } else {
            damage.add(&format!(
                "INSERT INTO {place} ({what}, {name}) SELECT '{}', NULL FROM generate_series(1, {n}) AS n",
                schema.person
            ));
            damage.expect("D24", table, &column, n);
        }
        return;
    }
    let users = schema.users.place();
    let is_leading = table.kind == Kind::Pair && table.users[0] == column;
    match dice.below(10) {
        0 => {
            damage.add(&orphans(table, &column, n));
            damage.expect("D23", table, &column, n);
            damage.expect("D72", table, &column, 1);
        }
        1 => {
            damage.add(&drop_key(table, &column));
            damage.add(&orphans(table, &column, n));
            damage.expect("D23", table, &column, n);
            damage.expect("D47", table, &column, 1);
        }
        2 => {
            damage.add(&drop_key(table, &column));
            damage.expect("D47", table, &column, 1);
        }
        // A pair is found by its key as well.
        3 if !is_leading => {
            damage.add(&drop_index(table, &column));
            damage.expect("D54", table, &column, 1);
        }
        4 => {
            damage.add(&format!("CREATE INDEX ON {place} ({name})"));
            damage.expect("D53", table, &column, 1);
        }
        5 => {
            damage.add(&drop_key(table, &column));
            damage.add(&format!("ALTER TABLE {place} ADD FOREIGN KEY ({name}) REFERENCES {users}"));
            damage.expect("D50", table, &column, 1);
        }
        6 => {
            damage.add(&format!(
                "ALTER TABLE {place} ADD CONSTRAINT again FOREIGN KEY ({name}) REFERENCES {users} ON DELETE CASCADE"
            ));
            damage.expect("D51", table, &column, 1);
        }
        7 if table.key.is_some() => {
            let key = table.key.as_ref().unwrap();
            damage.add(&format!("ALTER TABLE {place} ALTER {} RESTART 1", ident(key)));
            damage.expect("D36", table, key, 1);
        }
        8 if table.key.is_some() && !table.has_children && matches!(table.kind, Kind::Plain | Kind::Child(_)) => {
            let key = table.key.as_ref().unwrap();
            damage.add(&format!(
                "DO $do$ BEGIN EXECUTE (SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) \
                 FROM pg_constraint AS k WHERE k.contype = 'p' AND k.conrelid = '{place}'::regclass); END $do$"
            ));
            // An identity still refuses NULL and numbers the rows, so that the key is all that is missing.
            damage.expect("D39", table, key, 1);
        }
        9 if matches!(table.kind, Kind::Plain | Kind::Child(_)) && table.users[0] == column => {
            damage.add(&drop_key(table, &column));
            damage.add(&format!(
                "ALTER TABLE {place} ADD FOREIGN KEY ({name}) REFERENCES {users} ON DELETE CASCADE NOT VALID"
            ));
            damage.expect("D73", table, &column, 1);
        }
        _ => {}
    }
}

fn people_damage(damage: &mut Damage, schema: &Schema, dice: &mut Dice) {
    let (holder, subject, user) = schema.subject_place();
    let place = format!("{}.{}", ident(&schema.users.schema), ident(&holder));
    let (set, of) = (ident(&subject), ident(&user));
    let (users, email, key) = (schema.users.place(), ident(&schema.email), ident(schema.users.key.as_ref().unwrap()));
    let own = schema.subject == Subject::Own;
    damage.add(&format!("UPDATE {users} SET {email} = 'P2@Example.com' WHERE {key} = 2"));
    damage.expect("D06", &schema.users, &schema.email, 1);
    damage.add(&format!("UPDATE {users} SET {email} = NULL WHERE {key} IN (3, 4)"));
    damage.expect("D07", &schema.users, &schema.email, 2);
    let at = |damage: &mut Damage, code: &str, count: u64| {
        damage.expect_at(code, &schema.users.schema, &holder, &subject, count);
    };
    damage.add(&format!("UPDATE {place} SET {set} = 'test_1' WHERE {of} = 5"));
    at(damage, "D08", 1);
    damage.add(&format!("UPDATE {place} SET {set} = {set} || '  ' WHERE {of} IN (6, 7)"));
    at(damage, "D09", 2);
    if schema.subject != Subject::Beside {
        damage.add(&format!("UPDATE {place} SET {set} = NULL WHERE {of} IN (8, 9, 10)"));
        let column = if own { subject.clone() } else { schema.users.key.clone().unwrap() };
        damage.expect("D01", &schema.users, &column, 3);
    }
    if dice.once_in(2) {
        damage.add(&format!(
            "DO $do$ BEGIN EXECUTE (SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) \
             FROM pg_constraint AS k WHERE k.contype = 'u' AND k.conrelid = '{place}'::regclass AND pg_get_constraintdef(k.oid) NOT ILIKE '%mail%'); END $do$"
        ));
        damage.add(&format!("UPDATE {place} SET {set} = {} WHERE {of} = 12", schema.id_of("11")));
        at(damage, "D10", 2);
        at(damage, "D52", 1);
    }
}
