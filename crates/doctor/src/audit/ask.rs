//! Asks all questions, spread over the workers, the ones about large tables first.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use futures_util::future::join_all;
use sqlx::Row as _;

use super::Progress;
use crate::{
    catalogue::Catalogue,
    checks::{Ask, Check, Offenders, Question},
    error::Asking,
    session::Worker,
};

/// Samples of a finding.
pub(super) const SAMPLES: usize = 5;

/// What came of a question.
#[derive(Debug)]
pub(super) struct Answer {
    pub outcome: Result<(u64, Vec<String>), Asking>,
    /// How many statements it took.
    pub statements: usize,
}

/// The answers, in the order of the questions.
pub(super) async fn all(
    workers: Vec<Worker>,
    catalogue: &Catalogue,
    questions: &[(&'static Check, Question)],
    progress: &dyn Progress,
) -> Vec<Answer> {
    progress.begin(questions.len());
    let pages = |question: &Question| {
        let table = catalogue.relations.values().find(|it| it.schema == question.schema && it.name == question.table);
        table.map_or(0, |it| it.pages)
    };
    let mut groups = grouped(questions);
    // A long question that begins last would leave the other workers idle.
    groups.sort_by_key(|group| std::cmp::Reverse(group.first().map_or(0, |at| pages(&questions[*at].1))));
    let open = Mutex::new(VecDeque::from(groups));
    let answered = join_all(workers.into_iter().map(|mut worker| {
        let open = &open;
        async move {
            let mut answered = Vec::new();
            loop {
                let next = open.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some(group) = next else { return answered };
                worker.check = group.first().map(|at| questions[*at].0.code);
                let offenders = group.iter().filter_map(|at| rows_of(&questions[*at].1)).collect::<Vec<_>>();
                let at_once = if group.len() > 1 { together(&mut worker, &offenders).await } else { None };
                if let Some(answers) = at_once {
                    answered.extend(group.iter().copied().zip(answers));
                    for at in &group {
                        progress.answered(&questions[*at].1.table);
                    }
                    continue;
                }
                for at in group {
                    let (check, question) = &questions[at];
                    worker.check = Some(check.code);
                    answered.push((at, one(&mut worker, question).await));
                    progress.answered(&question.table);
                }
            }
        }
    }))
    .await;
    let mut answers: Vec<(usize, Answer)> = answered.into_iter().flatten().collect();
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

fn rows_of(question: &Question) -> Option<&Offenders> {
    match &question.ask {
        Ask::Rows(offenders) => Some(offenders),
        Ask::Known { .. } => None,
    }
}

/// Questions about one table that begin with the same common table expressions belong together: these are worked out once then.
fn grouped(questions: &[(&'static Check, Question)]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut places: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for (at, (_, question)) in questions.iter().enumerate() {
        let shared = rows_of(question).filter(|it| !it.with.is_empty() && it.arrays.is_empty());
        let place = shared.map(|it| (it.with.as_str(), question.schema.as_str(), question.table.as_str()));
        let known = place.and_then(|place| places.get(&place).copied());
        if let Some(known) = known {
            groups[known].push(at);
            continue;
        }
        if let Some(place) = place {
            places.insert(place, groups.len());
        }
        groups.push(vec![at]);
    }
    groups
}

/// Asks questions that belong together in one statement; none if that failed, for whichever of them.
async fn together(worker: &mut Worker, offenders: &[&Offenders]) -> Option<Vec<Answer>> {
    let with = &offenders.first()?.with;
    let counts = offenders.iter().map(|it| format!("({})", it.plain_count())).collect::<Vec<_>>().join(", ");
    let counted = worker.rows(&format!("WITH {with} SELECT {counts}"), &[]).await.ok()?;
    let row = counted.first()?;
    let counts = (0..offenders.len()).map(|at| u64::try_from(row.try_get::<i64, _>(at).ok()?).ok());
    let counts: Vec<u64> = counts.collect::<Option<_>>()?;
    let found = || offenders.iter().zip(&counts).filter(|(_, count)| **count > 0);
    let mut samples = Vec::new();
    if found().next().is_some() {
        let lists = found().map(|(it, _)| format!("ARRAY({})", it.plain_sample())).collect::<Vec<_>>().join(", ");
        let named = worker.rows(&format!("WITH {with} SELECT {lists}"), &[]).await.ok()?;
        let row = named.first()?;
        for at in 0..found().count() {
            samples.push(row.try_get::<Vec<String>, _>(at).ok()?);
        }
    }
    // All statements are the first one's, so that their sum is right.
    let asked = 1 + usize::from(!samples.is_empty());
    let mut samples = samples.into_iter();
    let answers = counts.into_iter().enumerate().map(|(at, count)| {
        let samples = if count > 0 { samples.next().unwrap_or_default() } else { Vec::new() };
        Answer { outcome: Ok((count, samples)), statements: if at == 0 { asked } else { 0 } }
    });
    Some(answers.collect())
}

async fn one(worker: &mut Worker, question: &Question) -> Answer {
    match &question.ask {
        Ask::Known { count, samples } => {
            let samples = samples.iter().take(SAMPLES).map(|it| it.chars().take(200).collect()).collect();
            Answer { outcome: Ok((*count, samples)), statements: 0 }
        }
        Ask::Rows(offenders) => {
            let mut statements = 0;
            let outcome = rows(worker, offenders, &mut statements).await;
            Answer { outcome, statements }
        }
    }
}

async fn rows(
    worker: &mut Worker,
    offenders: &Offenders,
    statements: &mut usize,
) -> Result<(u64, Vec<String>), Asking> {
    let arrays: Vec<&[String]> = offenders.arrays.iter().map(Vec::as_slice).collect();
    *statements += 1;
    let counted = worker.rows(&offenders.count_sql(), &arrays).await?;
    let count: i64 = match counted.first() {
        Some(row) => row.try_get(0)?,
        None => return Err(Asking::Unreadable("no row".to_owned())),
    };
    let count = u64::try_from(count).map_err(|_| Asking::Unreadable("a count below zero".to_owned()))?;
    if count == 0 {
        return Ok((0, Vec::new()));
    }
    *statements += 1;
    let mut samples = Vec::new();
    for row in worker.rows(&offenders.sample_sql(), &arrays).await? {
        samples.push(row.try_get::<String, _>(0)?);
    }
    Ok((count, samples))
}
