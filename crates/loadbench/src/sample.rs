//! Large databases, as old as most: 25 tables, and rows of many users or nearly all of them of one.

use anyhow::Result;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// Tables with rows of users beside `users`, `user_profiles` and `messages`.
const OTHERS: [&str; 22] = [
    "saved_jobs",
    "career_goals",
    "notes",
    "ratings",
    "skills",
    "courses",
    "tests",
    "answers",
    "badges",
    "visits",
    "tasks",
    "trips",
    "orders",
    "drafts",
    "photos",
    "reminders",
    "interests",
    "languages",
    "diplomas",
    "letters",
    "votes",
    "plans",
];

/// How many tables there are.
pub(crate) const TABLES: u32 = 25;

/// How many there are of what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    /// Users; each has a profile.
    users: u32,
    /// Rows of each of the other tables.
    rows: u32,
    /// The number of the user who has all of them; they are spread over all users if there is none.
    owner: Option<u32>,
}

impl Sizes {
    /// Ten rows for each user, some of them of nobody.
    pub(crate) fn of_many(users: u32) -> Self {
        Self { users, rows: users * 8 / (TABLES - 2), owner: None }
    }

    /// This many rows, all of them of one user.
    pub(crate) fn of_one(owner: u32, rows: u32) -> Self {
        Self { users: 1_000, rows: rows / (TABLES - 2), owner: Some(owner) }
    }

    /// Rows beside those of users and profiles.
    pub(crate) fn rows(self) -> u32 {
        self.rows * (TABLES - 2)
    }
}

/// The tables with rows of users beside `users` and `user_profiles`.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    OTHERS.into_iter().chain(["messages"])
}

/// Makes it in an empty database.
pub(crate) async fn make(url: &str, sizes: Sizes) -> Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute("SET synchronous_commit = off; SET maintenance_work_mem = '256MB'").await?;
    for statement in statements(sizes) {
        connection.execute(sqlx::raw_sql(AssertSqlSafe(statement))).await?;
    }
    connection.close().await?;
    Ok(())
}

/// The subject of the user whose number is `n`, an SQL expression.
pub(crate) fn subject(n: &str) -> String {
    format!("'user_' || substr(md5({n}::text), 1, 27)")
}

fn statements(sizes: Sizes) -> Vec<String> {
    let Sizes { users: people, rows, owner } = sizes;
    let somebody = |n: &str| owner.map_or_else(|| somebody(n, people), |owner| owner.to_string());
    let mut all = vec![
        "CREATE TABLE users (id serial PRIMARY KEY, email text, clerk_user_id text, first_name text, last_name text, \
         is_active boolean NOT NULL DEFAULT true, created_at timestamptz NOT NULL DEFAULT now())"
            .to_owned(),
        // One in ten thousand is the second row of somebody, with the same address and without a subject.
        format!(
            "INSERT INTO users (email, clerk_user_id, first_name, last_name) \
             SELECT 'person' || CASE WHEN n % 10000 = 0 THEN n - 1 ELSE n END || '@example.com', \
             CASE WHEN n % 10000 > 0 THEN {} END, 'First' || n % 500, 'Last' || n % 9000 FROM generate_series(1, {people}) AS n",
            subject("n")
        ),
        "CREATE UNIQUE INDEX ON users (clerk_user_id); CREATE INDEX ON users (email)".to_owned(),
        "CREATE TABLE user_profiles (id serial PRIMARY KEY, user_id integer NOT NULL, headline text, facts jsonb)".to_owned(),
        format!(
            "INSERT INTO user_profiles (user_id, headline, facts) SELECT n, md5(n::text), jsonb_build_object('level', n % 9) \
             FROM generate_series(1, {people}) AS n"
        ),
        "CREATE UNIQUE INDEX ON user_profiles (user_id); \
         ALTER TABLE user_profiles ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE"
            .to_owned(),
        "CREATE TABLE messages (id serial PRIMARY KEY, sender_id integer, recipient_id integer, body text, sent_at timestamptz)".to_owned(),
        format!(
            "INSERT INTO messages (sender_id, recipient_id, body, sent_at) SELECT {}, {}, md5(n::text) || md5((n + 1)::text), now() \
             FROM generate_series(1, {rows}) AS n",
            somebody("n"),
            somebody("n + 77")
        ),
        "CREATE INDEX ON messages (sender_id); CREATE INDEX ON messages (recipient_id)".to_owned(),
    ];
    for (at, table) in OTHERS.iter().enumerate() {
        all.push(format!(
            "CREATE TABLE {table} (id serial PRIMARY KEY, user_id integer NOT NULL, title text, notes text, progress integer, \
             updated_at timestamptz NOT NULL DEFAULT now())"
        ));
        // In every second table nothing keeps rows from belonging to nobody, and one in ten thousand does.
        let of = somebody(&format!("n + {at}"));
        let guarded = at % 2 == 0;
        let of = if guarded || owner.is_some() {
            of
        } else {
            format!("CASE WHEN n % 10000 = 1 THEN {people} + n ELSE {of} END")
        };
        all.push(format!(
            "INSERT INTO {table} (user_id, title, notes, progress) SELECT {of}, 'Title ' || n, md5(n::text), n % 100 \
             FROM generate_series(1, {rows}) AS n"
        ));
        all.push(format!("CREATE INDEX ON {table} (user_id)"));
        if guarded {
            all.push(format!("ALTER TABLE {table} ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE"));
        }
    }
    all.push("VACUUM ANALYZE".to_owned());
    all
}

/// One of the users, an expression that scatters them.
fn somebody(n: &str, people: u32) -> String {
    format!("1 + (hashint4(({n})::integer) & 2147483647) % {people}")
}
