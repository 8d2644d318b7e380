//! Asks all questions, spread over the workers, the ones about large tables first.

use std::{
    collections::VecDeque,
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
    let mut order: Vec<usize> = (0..questions.len()).collect();
    // A long question that begins last would leave the other workers idle.
    order.sort_by_key(|at| std::cmp::Reverse(pages(&questions[*at].1)));
    let open = Mutex::new(VecDeque::from(order));
    let answered = join_all(workers.into_iter().map(|mut worker| {
        let open = &open;
        async move {
            let mut answered = Vec::new();
            loop {
                let next = open.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some(at) = next else { return answered };
                let (check, question) = &questions[at];
                worker.check = Some(check.code);
                answered.push((at, one(&mut worker, question).await));
                progress.answered(&question.table);
            }
        }
    }))
    .await;
    let mut answers: Vec<(usize, Answer)> = answered.into_iter().flatten().collect();
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
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
