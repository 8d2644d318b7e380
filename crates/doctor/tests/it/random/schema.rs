//! A healthy schema of 3 to 12 tables.

use orientor_testkit::dice::Dice;

/// How names are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Snake,
    Camel,
    Title,
    Odd,
}

impl Style {
    pub fn write(self, name: &str) -> String {
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        let words = name.split('_');
        match self {
            Self::Snake => name.to_owned(),
            Self::Camel => {
                words.enumerate().map(|(at, word)| if at == 0 { word.to_owned() } else { capital(word) }).collect()
            }
            Self::Title => words.map(capital).collect::<Vec<_>>().join(" "),
            Self::Odd => words.collect::<Vec<_>>().join(".") + " \"😀",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Rows of a user.
    Plain,
    /// The same, in partitions.
    Range,
    Hash,
    /// Two users meet, and the pair is the key.
    Pair,
    /// Rows of a user under a row of the same user.
    Child(usize),
    /// Whose the row is stands in two columns.
    Polymorphic,
    /// Names that only look like users.
    Decoy,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub schema: String,
    pub name: String,
    pub kind: Kind,
    /// The key, of numbers; none for UUIDs and pairs.
    pub key: Option<String>,
    /// The columns that refer to a user.
    pub users: Vec<String>,
    pub rows: usize,
    pub has_children: bool,
    id_type: &'static str,
    on_delete: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Own,
    Beside,
    Profile,
}

#[derive(Clone, Debug)]
pub struct Schema {
    pub style: Style,
    pub person: &'static str,
    pub users: Table,
    pub email: String,
    pub subject: Subject,
    pub clerk: bool,
    pub tables: Vec<Table>,
    pub people: usize,
    schemas: Vec<String>,
}

pub fn ident(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Table {
    pub fn place(&self) -> String {
        format!("{}.{}", ident(&self.schema), ident(&self.name))
    }
}

impl Schema {
    pub fn roll(dice: &mut Dice) -> Self {
        let style = dice.pick(&[Style::Snake, Style::Camel, Style::Title, Style::Odd]);
        let (person, many) = dice.pick(&[
            ("user", "users"),
            ("member", "members"),
            ("person", "people"),
            ("account", "accounts"),
            ("student", "app_students"),
        ]);
        let id = dice.pick(&["id", "no"]);
        let id = if id == "id" { "id".to_owned() } else { format!("{person}_no") };
        let mut schemas = vec!["public".to_owned()];
        schemas.extend((0..dice.below(3)).map(|n| style.write(&format!("part_{n}"))));
        let mut names = vec![
            "letters",
            "orders",
            "trips",
            "tasks",
            "photos",
            "visits",
            "bids",
            "claims",
            "tickets",
            "drafts",
            "lessons",
            "grades",
            "saved_jobs",
            "career_goals",
            "quizzes",
        ];
        let table = |dice: &mut Dice, name: &str, kind: Kind| Table {
            schema: schemas[dice.below(schemas.len())].clone(),
            name: style.write(name),
            kind,
            key: Some(style.write("id")),
            users: Vec::new(),
            rows: 0,
            has_children: false,
            id_type: dice.pick(&["integer", "bigint"]),
            on_delete: "CASCADE",
        };
        let mut users = table(dice, many, Kind::Plain);
        users.key = Some(style.write(&id));
        let mut tables: Vec<Table> = Vec::new();
        for _ in 0..dice.between(1, 9) {
            let parents: Vec<usize> =
                (0..tables.len()).filter(|at| tables[*at].kind == Kind::Plain && tables[*at].key.is_some()).collect();
            let kind = match dice.below(9) {
                0 => Kind::Range,
                1 => Kind::Hash,
                2 => Kind::Pair,
                3 | 4 if !parents.is_empty() => Kind::Child(parents[dice.below(parents.len())]),
                5 => Kind::Polymorphic,
                6 => Kind::Decoy,
                _ => Kind::Plain,
            };
            let name = dice.take(&mut names);
            let mut table = table(dice, name, kind);
            table.rows = dice.between(12, 60);
            let person_id = if dice.once_in(2) { format!("{person}_id") } else { format!("{person}_no") };
            let owner = dice.pick(&[person_id.as_str(), "owner_id", "sender_id", "author_id"]);
            table.users = match kind {
                Kind::Pair => {
                    vec![style.write(&person_id), style.write(dice.pick(&["suggested_id", "friend_id", "peer_id"]))]
                }
                Kind::Polymorphic => vec![style.write("owner_id")],
                Kind::Decoy => Vec::new(),
                Kind::Child(_) => vec![style.write(&person_id)],
                _ if dice.once_in(3) => vec![
                    style.write(&person_id),
                    style.write(dice.pick(&["created_by", "recipient_id", "reviewer_id"])),
                ],
                _ => vec![style.write(owner)],
            };
            if kind == Kind::Pair || kind == Kind::Plain && dice.once_in(4) {
                table.key = None;
            }
            if let Kind::Child(parent) = kind {
                tables[parent].has_children = true;
            }
            tables.push(table);
        }
        Self {
            style,
            person,
            users,
            email: style.write(dice.pick(&["email", "login_mail", "email_address"])),
            subject: dice.pick(&[Subject::Own, Subject::Own, Subject::Beside, Subject::Profile]),
            clerk: dice.once_in(2),
            people: dice.between(30, 70),
            tables,
            schemas,
        }
    }

    /// Where the provider's ids are: the table, the column, and the column of the user.
    pub fn subject_place(&self) -> (String, String, String) {
        let write = |name: &str| self.style.write(name);
        let person_id = write(&format!("{}_id", self.person));
        match self.subject {
            Subject::Own => (self.users.name.clone(), write("clerk_id"), self.users.key.clone().unwrap()),
            Subject::Beside => (write(&format!("{}_identities", self.person)), write("provider_uid"), person_id),
            Subject::Profile => (write(&format!("{}_profiles", self.person)), write("auth_id"), person_id),
        }
    }

    pub fn users_place(&self) -> String {
        format!("{}.{}", self.users.schema, self.users.name)
    }

    /// All columns that refer to a user, as the doctor lists them.
    pub fn user_columns(&self) -> Vec<String> {
        let mut columns: Vec<(String, String, usize, String)> = Vec::new();
        for table in &self.tables {
            for (at, user) in table.users.iter().enumerate() {
                columns.push((table.schema.clone(), table.name.clone(), at, user.clone()));
            }
        }
        if self.subject != Subject::Own {
            let (table, _, user) = self.subject_place();
            columns.push((self.users.schema.clone(), table, 0, user));
        }
        columns.sort();
        columns.into_iter().map(|(schema, table, _, column)| format!("{schema}.{table}.{column}")).collect()
    }

    /// The provider's id of the user `n`, an SQL expression.
    pub fn id_of(&self, n: &str) -> String {
        if self.clerk || self.subject == Subject::Own {
            let hash = format!("encode(sha256(({n})::text::bytea), 'base64')");
            return format!("'user_' || substr(translate({hash}, '+/=', 'xyz'), 1, 27)");
        }
        format!("'auth0|' || substr(md5(({n})::text), 1, 24)")
    }

    pub fn sql(&self) -> String {
        let mut sql: Vec<String> = self.schemas[1..].iter().map(|it| format!("CREATE SCHEMA {}", ident(it))).collect();
        let (users, key, email) = (self.users.place(), ident(self.users.key.as_ref().unwrap()), ident(&self.email));
        let (holder, subject, user) = self.subject_place();
        let (subject, user) = (ident(&subject), ident(&user));
        let holder = format!("{}.{}", ident(&self.users.schema), ident(&holder));
        let own = if self.subject == Subject::Own { format!(", {subject} text UNIQUE") } else { String::new() };
        let people = self.people;
        sql.push(format!(
            "CREATE TABLE {users} ({key} {} PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, {email} varchar(100) UNIQUE{own})",
            self.users.id_type
        ));
        sql.push(format!(
            "INSERT INTO {users} ({email}) SELECT 'p' || n || '@example.com' FROM generate_series(1, {people}) AS n"
        ));
        let id = self.id_of("n");
        let refers = format!("REFERENCES {users} ON DELETE CASCADE");
        match self.subject {
            Subject::Own => sql.push(format!("UPDATE {users} SET {subject} = {}", self.id_of(&key))),
            Subject::Beside => {
                sql.push(format!(
                    "CREATE TABLE {holder} ({} serial PRIMARY KEY, {user} bigint NOT NULL {refers}, provider text NOT NULL, {subject} text NOT NULL, UNIQUE (provider, {subject}))",
                    ident(&self.style.write("id"))
                ));
                sql.push(format!("CREATE INDEX ON {holder} ({user})"));
                sql.push(format!("INSERT INTO {holder} ({user}, provider, {subject}) SELECT n, 'main', {id} FROM generate_series(1, {people}) AS n"));
            }
            Subject::Profile => {
                sql.push(format!(
                    "CREATE TABLE {holder} ({user} integer PRIMARY KEY {refers}, {subject} text UNIQUE, about text)"
                ));
                sql.push(format!(
                    "INSERT INTO {holder} ({user}, {subject}) SELECT n, {id} FROM generate_series(1, {people}) AS n"
                ));
            }
        }
        sql.extend(self.tables.iter().flat_map(|table| self.table_sql(table)));
        sql.join(";\n")
    }

    fn table_sql(&self, table: &Table) -> Vec<String> {
        let (place, people, rows) = (table.place(), self.people, table.rows);
        let refers = format!("REFERENCES {} ON DELETE {}", self.users.place(), table.on_delete);
        let id = ident(&self.style.write("id"));
        let kind = table.id_type;
        let columns: Vec<String> = table.users.iter().map(|it| ident(it)).collect();
        let defined: Vec<String> = columns.iter().map(|it| format!("{it} {kind} NOT NULL {refers}")).collect();
        let defined = defined.join(", ");
        let values: Vec<String> = (0..columns.len()).map(|at| format!("1 + (n + {}) % {people}", at * 5)).collect();
        let (list, values) = (columns.join(", "), values.join(", "));
        let from = format!("FROM generate_series(1, {rows}) AS n");
        let mut sql = Vec::new();
        let parts: &[&str] = match table.kind {
            Kind::Range => &["FROM (MINVALUE) TO ('2024-06-01')", "FROM ('2024-06-01') TO ('2030-01-01')"],
            Kind::Hash => &["WITH (MODULUS 2, REMAINDER 0)", "WITH (MODULUS 2, REMAINDER 1)"],
            _ => &[],
        };
        match table.kind {
            Kind::Pair => {
                sql.push(format!("CREATE TABLE {place} ({defined}, PRIMARY KEY ({list}))"));
                sql.push(format!("INSERT INTO {place} SELECT DISTINCT {values} {from}"));
            }
            Kind::Polymorphic => {
                let (what, owner) = (ident(&self.style.write("owner_type")), &columns[0]);
                sql.push(format!("CREATE TABLE {place} ({id} {kind} PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, {what} text, {owner} bigint)"));
                sql.push(format!("INSERT INTO {place} ({what}, {owner}) SELECT '{}', {values} {from}", self.person));
                sql.push(format!("INSERT INTO {place} ({what}, {owner}) SELECT 'Gremium', 90000 + n {from}"));
            }
            Kind::Decoy => {
                sql.push(format!(
                    "CREATE TABLE {place} ({id} {kind} PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, carrier_user_id bigint, user_agent text, sort_by text, \"github user id\" integer, username text)"
                ));
                sql.push(format!("INSERT INTO {place} (carrier_user_id, user_agent, sort_by, \"github user id\", username) SELECT 770000 + n, 'curl', 'name', 880000 + n, 'n' || n {from}"));
            }
            Kind::Range | Kind::Hash => {
                let (more, by) = if table.kind == Kind::Range { (", day", "RANGE (day)") } else { ("", "HASH ") };
                let by = if table.kind == Kind::Hash { format!("{by}({id})") } else { by.to_owned() };
                sql.push(format!("CREATE TABLE {place} ({id} {kind} GENERATED BY DEFAULT AS IDENTITY, day date NOT NULL DEFAULT '2024-01-01', {defined}, PRIMARY KEY ({id}{more})) PARTITION BY {by}"));
                for (at, part) in parts.iter().enumerate() {
                    let name = format!("{}.{}", ident(&table.schema), ident(&format!("{} {at}", table.name)));
                    sql.push(format!("CREATE TABLE {name} PARTITION OF {place} FOR VALUES {part}"));
                }
                sql.push(format!(
                    "INSERT INTO {place} (day, {list}) SELECT '2024-01-01'::date + 8 * n, {values} {from}"
                ));
            }
            Kind::Plain | Kind::Child(_) => {
                let number = if table.key.is_some() {
                    format!("{kind} PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY")
                } else {
                    "uuid PRIMARY KEY DEFAULT gen_random_uuid()".to_owned()
                };
                let parent = if let Kind::Child(at) = table.kind {
                    format!(", up bigint REFERENCES {} ON DELETE CASCADE", self.tables[at].place())
                } else {
                    String::new()
                };
                sql.push(format!("CREATE TABLE {place} ({id} {number}, {defined}{parent}, note text DEFAULT 'x')"));
                if let Kind::Child(at) = table.kind {
                    let parent = &self.tables[at];
                    sql.push(format!(
                        "INSERT INTO {place} ({list}, up) SELECT {}, {id} FROM {}",
                        ident(&parent.users[0]),
                        parent.place()
                    ));
                } else {
                    sql.push(format!("INSERT INTO {place} ({list}) SELECT {values} {from}"));
                }
            }
        }
        sql.extend(columns.iter().map(|column| format!("CREATE INDEX ON {place} ({column})")));
        sql
    }
}
