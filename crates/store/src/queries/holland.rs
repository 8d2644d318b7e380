//! The Holland test: a catalogue that all share, and attempts at it.
//!
//! In older databases the column that names whose an answer is may hold text, and others' ids in it, so it is compared
//! as text here.

use orientor_identity::UserId;
use serde::{Deserialize, Serialize};

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Kind, now, random_uuid},
};

use super::{object, parse, parse_all};

/// A test.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Test {
    pub id: i64,
    pub title: Option<String>,
    pub description: Option<String>,
    pub seo_code: Option<String>,
    pub video_url: Option<String>,
    pub image_url: Option<String>,
    pub chapter_count: Option<i64>,
    pub question_count: Option<i64>,
}

/// A choice of a question, with the question. The weights stay here.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Choice {
    pub question_id: i64,
    pub question_title: Option<String>,
    pub chapter_number: Option<i64>,
    pub question_sort_idx: Option<i64>,
    pub id: i64,
    pub title: Option<String>,
    pub sort_idx: Option<i64>,
}

/// The sums of an attempt.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Sums {
    /// How many questions were answered.
    pub answers: i64,
    /// The test, if the answers name one.
    pub test_id: Option<i64>,
    /// The sum of the weights by letter, in the order R I A S E C.
    pub scores: [i64; 6],
}

/// A stored result.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Outcome {
    /// By letter, in the order R I A S E C.
    pub scores: [Option<f64>; 6],
    /// Such as `RIA`.
    pub top_3_code: Option<String>,
}

/// The first active test.
pub async fn test(database: &Database) -> Result<Option<Test>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[
            ("id", Kind::Integer, "t.id"),
            ("title", Kind::Text, "t.title"),
            ("description", Kind::Text, "t.description"),
            ("seo_code", Kind::Text, "t.seo_code"),
            ("video_url", Kind::Text, "t.video_url"),
            ("image_url", Kind::Text, "t.image_url"),
            ("chapter_count", Kind::Integer, "t.chapter_count"),
            ("question_count", Kind::Integer, "t.question_count"),
        ],
    );
    let sql = format!("SELECT {row}, NULL FROM gca_tests t WHERE t.active = 1 ORDER BY t.id LIMIT 1");
    let rows = door.read(&sql, &[]).await?;
    rows.first().map(|row| parse("gca_tests", row)).transpose()
}

/// The active choices of the active questions of the first active test, by chapter, question and choice.
pub async fn choices(database: &Database) -> Result<Vec<Choice>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[
            ("question_id", Kind::Integer, "q.id"),
            ("question_title", Kind::Text, "q.title"),
            ("chapter_number", Kind::Integer, "q.chapter_number"),
            ("question_sort_idx", Kind::Integer, "q.sort_idx"),
            ("id", Kind::Integer, "c.id"),
            ("title", Kind::Text, "c.title"),
            ("sort_idx", Kind::Integer, "c.sort_idx"),
        ],
    );
    let sql = format!(
        "SELECT {row}, NULL FROM gca_questions q JOIN gca_choices c ON c.question_id = q.id AND c.active = 1 \
         WHERE q.active = 1 AND q.test_id = (SELECT min(t.id) FROM gca_tests t WHERE t.active = 1) \
         ORDER BY q.chapter_number NULLS LAST, q.sort_idx NULLS LAST, q.id, c.sort_idx NULLS LAST, c.id"
    );
    let rows = door.read(&sql, &[]).await?;
    parse_all("gca_choices", &rows)
}

/// The test of a choice, if it is an active one of that question.
pub async fn test_of(tx: &mut Tx, question: i64, choice: i64) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT CAST(q.test_id AS text), NULL FROM gca_choices c JOIN gca_questions q ON q.id = c.question_id \
               WHERE c.id = $1 AND q.id = $2 AND c.active = 1 AND q.active = 1";
    let rows = tx.rows(sql, &[Arg::Number(choice), Arg::Number(question)]).await?;
    Ok(rows.first().and_then(|(test, _)| test.parse().ok()))
}

/// Makes whoever wants this attempt wait until the transaction ends.
///
/// # Errors
///
/// [`StoreError::Missing`] if somebody else has begun it.
pub async fn take_attempt(tx: &mut Tx, user: UserId, attempt: &str) -> Result<(), StoreError> {
    if tx.dialect() == Dialect::Postgres {
        let sql = "SELECT '', pg_advisory_xact_lock(hashtextextended('orientor.attempt.' || $1, 0))::text";
        tx.rows(sql, &[Arg::Text(attempt)]).await?;
    }
    let owner = user.to_string();
    let sql = "SELECT '', NULL FROM gca_users_answers a WHERE a.attempt_id = $1 \
               AND (a.user_id IS NULL OR CAST(a.user_id AS text) <> $2) LIMIT 1";
    let foreign = tx.rows(sql, &[Arg::Text(attempt), Arg::Text(&owner)]).await?;
    if foreign.is_empty() { Ok(()) } else { Err(StoreError::Missing) }
}

/// Stores an answer in the place of the one before; its key.
pub async fn answer(
    tx: &mut Tx,
    user: UserId,
    attempt: &str,
    [test, question, choice]: [i64; 3],
) -> Result<String, StoreError> {
    let owner = user.to_string();
    let dialect = tx.dialect();
    let (now, uuid) = (now(dialect), random_uuid(dialect));
    let update = format!(
        "UPDATE gca_users_answers SET choice_id = $4, test_id = $5, created_at = {now} WHERE attempt_id = $1 \
         AND CAST(user_id AS text) = $2 AND question_id = $3 RETURNING CAST(id AS text), NULL"
    );
    let (attempt, numbers) = (Arg::Text(attempt), [question, choice, test].map(Arg::Number));
    let [question, choice, test] = numbers;
    let rows = tx.rows(&update, &[attempt, Arg::Text(&owner), question, choice, test]).await?;
    if let Some((id, _)) = rows.into_iter().next() {
        return Ok(id);
    }
    let insert = format!(
        "INSERT INTO gca_users_answers (id, attempt_id, user_id, test_id, question_id, choice_id, created_at) \
         VALUES ({uuid}, $1, $2, $5, $3, $4, {now}) RETURNING CAST(id AS text), NULL"
    );
    let rows = tx.rows(&insert, &[attempt, Arg::Number(user.get()), question, choice, test]).await?;
    rows.into_iter().next().map(|(id, _)| id).ok_or(StoreError::Missing)
}

/// The sums over an attempt. Of several answers to one question, which older programs stored, the last counts.
pub async fn sums(tx: &mut Tx, user: UserId, attempt: &str) -> Result<Sums, StoreError> {
    let owner = user.to_string();
    let array = match tx.dialect() {
        Dialect::Postgres => "json_build_array",
        Dialect::Sqlite => "json_array",
    };
    let object = match tx.dialect() {
        Dialect::Postgres => "json_build_object",
        Dialect::Sqlite => "json_object",
    };
    let sum = |letter| format!("CAST(coalesce(sum(c.{letter}), 0) AS bigint)");
    let sums = ["r", "i", "a", "s", "e", "c"].map(sum).join(", ");
    let sql = format!(
        "SELECT CAST({object}('answers', count(*), 'test_id', max(l.test_id), 'scores', {array}({sums})) AS text), NULL \
         FROM (SELECT a.choice_id, a.test_id, row_number() OVER (PARTITION BY a.question_id \
         ORDER BY a.created_at DESC NULLS LAST, a.id DESC) AS place FROM gca_users_answers a \
         WHERE a.attempt_id = $1 AND CAST(a.user_id AS text) = $2) AS l \
         JOIN gca_choices c ON c.id = l.choice_id WHERE l.place = 1"
    );
    let rows = tx.rows(&sql, &[Arg::Text(attempt), Arg::Text(&owner)]).await?;
    parse("gca_users_answers", rows.first().ok_or(StoreError::Missing)?)
}

/// Stores the result of an attempt, once however often it is asked for. Writes nothing if nothing has changed.
pub async fn keep_result(tx: &mut Tx, user: UserId, attempt: &str, sums: &Sums, code: &str) -> Result<(), StoreError> {
    let dialect = tx.dialect();
    let (now, uuid) = (now(dialect), random_uuid(dialect));
    let mut arguments = vec![Arg::Text(attempt), Arg::Number(user.get())];
    arguments.extend(sums.scores.map(Arg::Number));
    arguments.push(Arg::Text(code));
    let is_there = "SELECT '', NULL FROM gca_results WHERE attempt_id = $1 AND user_id = $2";
    let is_there = !tx.rows(is_there, &arguments[..2]).await?.is_empty();
    if is_there {
        let update = format!(
            "UPDATE gca_results SET r_score = $3, i_score = $4, a_score = $5, s_score = $6, e_score = $7, \
             c_score = $8, top_3_code = $9, created_at = {now} WHERE attempt_id = $1 AND user_id = $2 \
             AND NOT coalesce(r_score = $3 AND i_score = $4 AND a_score = $5 AND s_score = $6 AND e_score = $7 \
             AND c_score = $8 AND top_3_code = $9, false) RETURNING '', NULL"
        );
        tx.rows(&update, &arguments).await?;
    } else {
        let test = sums.test_id.map_or_else(|| "NULL".to_owned(), |test| test.to_string());
        let insert = format!(
            "INSERT INTO gca_results (id, attempt_id, user_id, test_id, r_score, i_score, a_score, s_score, e_score, \
             c_score, top_3_code, created_at) VALUES ({uuid}, $1, $2, {test}, $3, $4, $5, $6, $7, $8, $9, {now}) \
             RETURNING '', NULL"
        );
        tx.rows(&insert, &arguments).await?;
    }
    Ok(())
}

/// The user's newest result.
pub async fn newest(database: &Database, user: UserId) -> Result<Option<Outcome>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let (array, made) = match dialect {
        Dialect::Postgres => ("json_build_array", "g.created_at"),
        Dialect::Sqlite => ("json_array", "julianday(g.created_at)"),
    };
    let scores = ["r", "i", "a", "s", "e", "c"]
        .map(|letter| super::value(Kind::Numeric, &format!("g.{letter}_score"), dialect))
        .join(", ");
    let row = match dialect {
        Dialect::Postgres => format!("json_build_object('scores', {array}({scores}), 'top_3_code', g.top_3_code)"),
        Dialect::Sqlite => format!("json_object('scores', {array}({scores}), 'top_3_code', g.top_3_code)"),
    };
    let sql = format!(
        "SELECT CAST({row} AS text), NULL FROM gca_results g WHERE g.user_id = $1 \
         ORDER BY {made} DESC NULLS LAST, g.id DESC LIMIT 1"
    );
    let rows = door.read(&sql, &[Arg::Number(user.get())]).await?;
    rows.first().map(|row| parse("gca_results", row)).transpose()
}

/// What is said of people whose first letter this is.
pub async fn description(database: &Database, letter: &str) -> Result<Option<String>, StoreError> {
    let mut door = Door::Database(database);
    let sql =
        "SELECT coalesce(p.description, ''), NULL FROM gca_personalities p WHERE p.initial = $1 ORDER BY p.id LIMIT 1";
    let rows = door.read(sql, &[Arg::Text(letter)]).await?;
    Ok(rows.into_iter().next().map(|(text, _)| text).filter(|text| !text.is_empty()))
}
