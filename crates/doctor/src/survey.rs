//! A short look at the people, without any check.

use sqlx::Row as _;

use crate::{
    audit::{AuditOptions, Scene, summary},
    error::Asking,
    finding::Summary,
    references::Scope,
    run::RunError,
    session::{Snapshot, Worker},
    sql::column,
};

/// The people, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// In numbers.
    pub summary: Summary,
    /// Whether these are Orientor's own tables.
    pub is_orientor: bool,
    /// Some users by number, the same for the same seed and the same users; nobody in other schemas.
    pub sample: Vec<i64>,
}

/// Counts users and profiles, and draws at most `size` users by `seed`.
///
/// # Errors
///
/// If the database cannot be reached, has no users table, or does not answer.
pub async fn survey(options: &AuditOptions, size: u32, seed: i64) -> Result<Survey, RunError> {
    within(options, Scope::People, async |worker, scene| {
        let context = scene.context(options);
        let mut survey = Survey {
            summary: summary(worker, &context).await?,
            is_orientor: scene.expected.is_some(),
            ..Survey::default()
        };
        if survey.is_orientor {
            let id = column("u", &scene.people.id.name);
            let sql = format!(
                "SELECT {id}::bigint FROM {} AS u WHERE {} ORDER BY hashint8extended({id}, {seed}), {id} LIMIT {size}",
                scene.people.from(&scene.catalogue),
                scene.people.present(),
            );
            let rows = worker.rows(&sql, &[]).await?;
            survey.sample = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        }
        Ok(survey)
    })
    .await
}

/// Of these numbers, those that no user has.
///
/// # Errors
///
/// As [`survey`].
pub async fn strangers_among(numbers: &[i64], options: &AuditOptions) -> Result<Vec<i64>, RunError> {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    within(options, Scope::People, async |worker, scene| {
        let sql = format!(
            "SELECT DISTINCT n::bigint FROM unnest($1::text[]) AS n WHERE NOT EXISTS (SELECT 1 FROM {} AS u WHERE {}::text = n)",
            scene.people.from(&scene.catalogue),
            column("u", &scene.people.id.name)
        );
        let rows = worker.rows(&sql, &[&numbers]).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
    })
    .await
}

/// The provider's ids that exactly one user has, each with the number of that user.
///
/// # Errors
///
/// As [`survey`].
pub async fn linked(options: &AuditOptions) -> Result<Vec<(String, i64)>, RunError> {
    within(options, Scope::People, async |worker, scene| {
        let halves = scene.people.subjects.iter().filter_map(|holder| {
            let table = scene.catalogue.table(holder.table)?;
            let user = holder.user.as_ref().unwrap_or(&scene.people.id);
            let (subject, user) = (column("t", &holder.column.name), column("t", &user.name));
            Some(format!(
                "SELECT btrim({subject}::text) AS subject, {user}::bigint AS who FROM {} AS t WHERE btrim({subject}::text) <> '' AND {user} IS NOT NULL",
                table.from()
            ))
        });
        let halves: Vec<String> = halves.collect();
        if halves.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT l.subject, min(l.who) FROM ({}) AS l JOIN {} AS u ON {}::bigint = l.who GROUP BY l.subject HAVING count(*) = 1",
            halves.join(" UNION "),
            scene.people.from(&scene.catalogue),
            column("u", &scene.people.id.name)
        );
        let rows = worker.rows(&sql, &[]).await?;
        Ok(rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect::<Result<_, sqlx::Error>>()?)
    })
    .await
}

/// Looks in one snapshot.
pub(crate) async fn within<T>(
    options: &AuditOptions,
    scope: Scope,
    ask: impl AsyncFnOnce(&mut Worker, Scene) -> Result<T, Asking>,
) -> Result<T, RunError> {
    let snapshot = Snapshot::open(&options.url, options.read.clone()).await?;
    let asked = async {
        let mut worker = snapshot.worker();
        let scene = Scene::look(&mut worker, options, scope).await?;
        let answer = ask(&mut worker, scene).await;
        answer.map_err(|source| RunError::Failed { what: "looking at the people".to_owned(), source })
    };
    let asked = asked.await;
    snapshot.close().await;
    asked
}
