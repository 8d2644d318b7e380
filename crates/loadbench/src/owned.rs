//! Rows of users over HTTP, on PostgreSQL: beside handlers written by hand, pages far behind, and an export.

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use orientor_testkit::database::TestDatabase;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::{
    clerk::People,
    client::{Connection, get, write},
    load::{Outcome, Requests, Until, saturate},
    process::{Process, free_addresses, orientor},
    report::{Row, commas, median, print},
    start::until_healthy,
};

const PEOPLE: usize = 500;
/// Of each of them.
const NOTES: u32 = 60;
/// Of one of them, so that there is a page behind a million rows.
const MANY: u32 = 1_000_100;
/// The row that the page far behind begins after.
const FAR: u32 = 1_000_000;
/// Of two of them, to be exported.
const SOME: u32 = 10_000;
const EXPORTED: u32 = 100_000;
const CONNECTIONS: usize = 16;
const ROUNDS: usize = 15;
const ROUND: Duration = Duration::from_millis(700);
/// Pages read one by one.
const PAGES: usize = 400;

const SHARE: f64 = 0.6;
const SAME: f64 = 1.2;
/// How much more memory ten times the rows may take to be exported.
const FLAT: f64 = 1.1;

const BODY: &str = r#"{"content":"What a day there is like, and whom to ask about it."}"#;

/// Measures; whether the promises were kept.
pub(crate) async fn run() -> Result<bool> {
    let database = TestDatabase::postgres().await;
    let migrated = orientor()?.arg("migrate").env("DATABASE_URL", database.url()).stdout(Stdio::null()).status()?;
    ensure!(migrated.success(), "orientor migrate: {migrated}");
    let people = People::start(PEOPLE).await?;
    let ours = Ours { url: database.url(), people: &people };

    let (server, address) = ours.start().await?;
    let users = users(address, &people.tokens).await?;
    eprintln!("{} people with {NOTES} notes each, one of them with {}", commas(u32::try_from(PEOPLE)?), commas(MANY));
    let ids = fill(database.url(), &users).await?;

    let mut plain = Command::new(std::env::current_exe()?);
    plain.args(["serve-plain", "--database-url", database.url()]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut plain = Process::start(&mut plain)?;
    let said = plain.child().stdout.take().context("the server written by hand has no output")?;
    let mut line = String::new();
    BufReader::new(said).read_line(&mut line)?;
    let by_hand: SocketAddr = line.trim().parse().context("the server written by hand said no address")?;

    // Before rows are added: PostgreSQL takes nearly all rows for theirs, and would pass over the newer ones of the others.
    let far = far_page(address, &people.tokens[0], &database).await?;
    let mut rows = Vec::new();
    for what in What::ALL {
        rows.extend(what.compare(&people.tokens, &users, &ids, address, by_hand).await?);
    }
    rows.push(far);
    drop(plain);
    server.end()?;
    rows.extend(ours.exports(database.url(), &users).await?);
    Ok(print(&rows))
}

/// How our server is started.
struct Ours<'a> {
    url: &'a str,
    people: &'a People,
}

impl Ours<'_> {
    async fn start(&self) -> Result<(Process, SocketAddr)> {
        let address = free_addresses(1)?[0];
        let mut serve = orientor()?;
        self.people.configure(&mut serve);
        serve.args(["serve", "--bind", &address.to_string()]).env("DATABASE_URL", self.url);
        // Nobody asks so often.
        serve.args(["--set", "http.user_rate=0"]);
        serve.env("ORIENTOR_LOG", "error").stderr(Stdio::null());
        let server = Process::start(&mut serve)?;
        until_healthy(address).await?;
        Ok((server, address))
    }

    /// The most memory of a server that exports nothing else.
    async fn exports(&self, url: &str, users: &[i64]) -> Result<Vec<Row>> {
        let mut peaks = Vec::new();
        for (person, count) in [(1, SOME), (2, EXPORTED)] {
            let mut database = PgConnection::connect(url).await?;
            let sql = "INSERT INTO user_notes (user_id, content) SELECT $1::integer, repeat(md5(n::text), 8) \
                       FROM generate_series(1, $2::integer) AS n";
            let count_sent = i32::try_from(count)?;
            sqlx::query(sql).bind(users[person]).bind(count_sent).execute(&mut database).await?;
            database.close().await?;
            eprintln!("an export of {} rows", commas(count));
            let (server, address) = self.start().await?;
            // What everybody's first request takes is no part of the export.
            let mut connection = Connection::open(address).await?;
            connection.ask(&get("/api/v1/users/me", &self.people.tokens[person])).await?;
            let before = server.resident_mb()?;
            let began = Instant::now();
            let bytes = export(address, &self.people.tokens[person]).await?;
            let took = began.elapsed().as_secs_f64();
            peaks.push((server.peak_mb()?, before, bytes, took));
            server.end()?;
        }
        let [(some, _, _, _), (all, before, bytes, took)] = peaks[..] else { return Ok(Vec::new()) };
        let megabytes = f64::from(u32::try_from(bytes)?) / 1e6;
        Ok(vec![
            Row::new(format!("export of {} rows: most memory", commas(EXPORTED)), format!("{all:.1} MB"))
                .against(format!("of {}: {some:.1} MB", commas(SOME)), Some(all / some))
                .promised(format!("≤ {FLAT}"), all / some <= FLAT),
            Row::new("  time, and size of the archive", format!("{took:.1} s, {megabytes:.1} MB"))
                .against(format!("memory before it: {before:.1} MB"), Some(all / before)),
        ])
    }
}

/// How many bytes an export has; an error if it ends early.
async fn export(address: SocketAddr, token: &str) -> Result<usize> {
    let request = String::from_utf8(get("/api/v1/users/me/export", token))?;
    let request = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request.as_bytes()).await?;
    let (mut bytes, mut buffer) = (0, vec![0; 64 * 1024]);
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            break;
        }
        if head.is_empty() {
            head = buffer[..read.min(15)].to_vec();
        }
        bytes += read;
        tail.extend_from_slice(&buffer[read.saturating_sub(8)..read]);
        tail.drain(..tail.len().saturating_sub(8));
    }
    ensure!(head.starts_with(b"HTTP/1.1 200") && tail.ends_with(b"0\r\n\r\n"), "the export did not come to its end");
    Ok(bytes)
}

/// The number of each person; their first request makes them users.
async fn users(address: SocketAddr, tokens: &[String]) -> Result<Vec<i64>> {
    let mut connection = Connection::open(address).await?;
    let mut users = Vec::with_capacity(tokens.len());
    for token in tokens {
        let answer = connection.ask(&get("/api/v1/users/me", token)).await?;
        let me: Value = serde_json::from_slice(answer.body)?;
        users.push(me["id"].as_i64().with_context(|| format!("no user: {me}"))?);
    }
    Ok(users)
}

/// Writes the notes; the key of one of each person.
async fn fill(url: &str, users: &[i64]) -> Result<Vec<i64>> {
    let mut database = PgConnection::connect(url).await?;
    let sql = format!(
        "INSERT INTO user_notes (user_id, content) SELECT u.id, 'Note ' || n || ': ' || md5(n::text) FROM users AS u, generate_series(1, {NOTES}) AS n; \
         INSERT INTO user_notes (user_id, content) SELECT {}, md5(n::text) FROM generate_series(1, {}) AS n; ANALYZE user_notes",
        users[0],
        MANY - NOTES,
    );
    database.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await?;
    let sql = "SELECT CAST(min(n.id) AS bigint) FROM user_notes AS n WHERE n.user_id = $1::integer";
    let mut ids = Vec::with_capacity(users.len());
    for user in users {
        ids.push(sqlx::query_scalar(sql).bind(user).fetch_one(&mut database).await?);
    }
    database.close().await?;
    Ok(ids)
}

/// What is asked of both servers.
#[derive(Clone, Copy, Debug)]
enum What {
    One,
    List,
    Create,
    Change,
}

impl What {
    const ALL: [Self; 4] = [Self::One, Self::List, Self::Create, Self::Change];

    fn title(self) -> &'static str {
        match self {
            Self::One => "one row read",
            Self::List => "a page of 50 rows read",
            Self::Create => "a row added",
            Self::Change => "a row changed",
        }
    }

    fn request(self, base: &str, id: i64, headers: &[(&str, String)]) -> Vec<u8> {
        match self {
            Self::One => write("GET", &format!("{base}/{id}"), headers, ""),
            Self::List => write("GET", base, headers, ""),
            Self::Create => write("POST", base, headers, BODY),
            Self::Change => write("PATCH", &format!("{base}/{id}"), headers, BODY),
        }
    }

    async fn compare(
        self,
        tokens: &[String],
        users: &[i64],
        ids: &[i64],
        ours: SocketAddr,
        by_hand: SocketAddr,
    ) -> Result<Vec<Row>> {
        eprintln!("{}, {ROUNDS} rounds", self.title());
        let status = if matches!(self, Self::Create) { 201 } else { 200 };
        let signed = tokens.iter().zip(ids).map(|(token, id)| {
            self.request("/api/v1/space/notes", *id, &[("Authorization", format!("Bearer {token}"))])
        });
        let named = users.iter().zip(ids).map(|(user, id)| self.request(&format!("/{user}/notes"), *id, &[]));
        let signed = Requests { bytes: signed.collect::<Vec<_>>().into(), status };
        let named = Requests { bytes: named.collect::<Vec<_>>().into(), status };
        let (mut us, mut them) = (Vec::new(), Vec::new());
        for (address, requests) in [(ours, &signed), (by_hand, &named)] {
            saturate(address, requests, CONNECTIONS, Until::Time(ROUND)).await?;
        }
        for round in 0..ROUNDS {
            // Who goes first alternates, so that a trend in what else runs here favours neither.
            for is_us in [round % 2 == 0, round % 2 == 1] {
                let (address, requests) = if is_us { (ours, &signed) } else { (by_hand, &named) };
                let outcome = saturate(address, requests, CONNECTIONS, Until::Time(ROUND)).await?;
                if is_us { us.push(outcome) } else { them.push(outcome) }
            }
        }
        let share = median(us.iter().zip(&them).map(|(us, them)| us.rate / them.rate));
        let rate = |runs: &[Outcome]| format!("{}/s", commas(median(runs.iter().map(|it| it.rate))));
        let p99 = |runs: &[Outcome]| median(runs.iter().map(|it| it.percentile_us(0.99)));
        Ok(vec![
            Row::new(format!("{}: rate", self.title()), rate(&us))
                .against(format!("written by hand, without tokens: {}", rate(&them)), Some(share))
                .promised(format!("≥ {SHARE}"), share >= SHARE),
            Row::new("  p99, saturated", format!("{:.0} µs", p99(&us)))
                .against(format!("written by hand: {:.0} µs", p99(&them)), Some(p99(&us) / p99(&them))),
        ])
    }
}

/// A page behind a million rows beside the first one.
async fn far_page(address: SocketAddr, token: &str, database: &TestDatabase) -> Result<Row> {
    eprintln!("pages behind {} rows, {PAGES} times", commas(FAR));
    let mut connection = PgConnection::connect(database.url()).await?;
    let sql = "SELECT CAST(id AS bigint) FROM user_notes WHERE user_id = (SELECT user_id FROM user_notes GROUP BY user_id ORDER BY count(*) DESC LIMIT 1) \
               ORDER BY id DESC OFFSET $1 LIMIT 1";
    let after: i64 = sqlx::query_scalar(sql).bind(i64::from(FAR - 1)).fetch_one(&mut connection).await?;
    connection.close().await?;
    let first = get("/api/v1/space/notes?limit=50", token);
    let far = get(&format!("/api/v1/space/notes?limit=50&after={after}"), token);
    let mut connection = Connection::open(address).await?;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..PAGES {
        for (times, request) in times.iter_mut().zip([&first, &far]) {
            let began = Instant::now();
            let answer = connection.ask(request).await?;
            ensure!(answer.status == 200, "status {}: {}", answer.status, String::from_utf8_lossy(answer.body));
            times.push(began.elapsed().as_secs_f64() * 1e6);
        }
    }
    let rows: Vec<Value> = serde_json::from_slice(connection.ask(&far).await?.body)?;
    ensure!(rows.len() == 50, "the page behind {} rows has {}", commas(FAR), rows.len());
    let [first, far] = times.map(median);
    Ok(Row::new(format!("a page behind {} rows", commas(FAR)), format!("{far:.0} µs"))
        .against(format!("the first page: {first:.0} µs"), Some(far / first))
        .promised(format!("≤ {SAME}"), far / first <= SAME))
}
