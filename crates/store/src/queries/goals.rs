//! Career goals with the number of their milestones.

use std::fmt::Write as _;

use orientor_identity::UserId;
use serde::{Deserialize, Serialize};

use super::{parse, parse_all, row_of};
use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Kind, now},
    tables::{
        career_goal::{self, CareerGoalId},
        career_milestone::{self, CareerMilestoneId},
    },
};

/// A goal, and how many milestones it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// The row.
    #[serde(flatten)]
    pub goal: career_goal::Model,
    /// All of its milestones.
    pub milestones_count: u32,
    /// Those that are completed.
    pub completed_milestones: u32,
}

/// Which goals of a user.
#[derive(Clone, Copy, Debug)]
pub struct Which {
    /// Also those that are not active.
    pub include_inactive: bool,
    /// Only those that were made before this one.
    pub before: i64,
    /// So many of them left out.
    pub offset: u32,
    /// At most so many.
    pub limit: u16,
}

const COUNTS: [(&str, Kind, &str); 2] = [
    ("milestones_count", Kind::Integer, "(SELECT count(*) FROM career_milestones m WHERE m.goal_id = g.id)"),
    (
        "completed_milestones",
        Kind::Integer,
        "(SELECT count(*) FROM career_milestones m WHERE m.goal_id = g.id AND m.is_completed IS TRUE)",
    ),
];

/// The user's goals, the one that was made last first.
pub async fn list(database: &Database, user: UserId, which: Which) -> Result<Vec<Counted>, StoreError> {
    let mut door = Door::Database(database);
    let row = row_of(door.dialect(), &career_goal::TABLE, "g", &COUNTS);
    let active = if which.include_inactive { "" } else { "AND g.is_active IS TRUE" };
    let sql = format!(
        "SELECT {row}, NULL FROM career_goals g WHERE g.user_id = $1 AND g.id < $2 {active} \
         ORDER BY g.id DESC LIMIT $3 OFFSET $4"
    );
    let args = [
        Arg::Number(user.get()),
        Arg::Number(which.before),
        Arg::Number(which.limit.into()),
        Arg::Number(which.offset.into()),
    ];
    let rows = door.read(&sql, &args).await?;
    parse_all("career_goals", &rows)
}

/// One goal of the user.
///
/// # Errors
///
/// [`StoreError::Missing`] also if it is somebody else's.
pub async fn get(database: &Database, user: UserId, goal: CareerGoalId) -> Result<Counted, StoreError> {
    get_through(&mut Door::Database(database), user, goal).await
}

/// The same within a transaction.
pub async fn get_within(tx: &mut Tx, user: UserId, goal: CareerGoalId) -> Result<Counted, StoreError> {
    get_through(&mut Door::Tx(tx), user, goal).await
}

async fn get_through(door: &mut Door<'_>, user: UserId, goal: CareerGoalId) -> Result<Counted, StoreError> {
    let row = row_of(door.dialect(), &career_goal::TABLE, "g", &COUNTS);
    let sql = format!("SELECT {row}, NULL FROM career_goals g WHERE g.user_id = $1 AND g.id = $2 LIMIT 1");
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Number(goal.0)]).await?;
    parse("career_goals", rows.first().ok_or(StoreError::Missing)?)
}

/// Deactivates every goal of the user but one, or all.
pub async fn deactivate_others(tx: &mut Tx, user: UserId, but: Option<CareerGoalId>) -> Result<(), StoreError> {
    let now = now(tx.dialect());
    let sql = format!(
        "UPDATE career_goals SET is_active = false, updated_at = {now} \
         WHERE user_id = $1 AND id <> $2 AND is_active IS TRUE RETURNING '', NULL"
    );
    tx.rows(&sql, &[Arg::Number(user.get()), Arg::Number(but.map_or(0, |goal| goal.0))]).await?;
    Ok(())
}

/// Deletes what belongs to a goal, and lets later goals forget it. An older database does neither by itself.
pub async fn delete_parts(tx: &mut Tx, user: UserId, goal: CareerGoalId) -> Result<(), StoreError> {
    for table in ["career_milestones", "program_recommendations"] {
        let sql = format!(
            "DELETE FROM {table} WHERE goal_id = $2 \
             AND EXISTS (SELECT 1 FROM career_goals g WHERE g.id = $2 AND g.user_id = $1) RETURNING '', NULL"
        );
        tx.rows(&sql, &[Arg::Number(user.get()), Arg::Number(goal.0)]).await?;
    }
    // Only the older shape has this column, and only PostgreSQL the older shape.
    let is_there = "SELECT '', NULL FROM information_schema.columns WHERE table_schema = current_schema() \
                    AND table_name = 'career_goals' AND column_name = 'previous_goal_id'";
    if tx.dialect() == Dialect::Postgres && !tx.rows(is_there, &[]).await?.is_empty() {
        let sql = "UPDATE career_goals SET previous_goal_id = NULL WHERE user_id = $1 AND previous_goal_id = $2 \
                   RETURNING '', NULL";
        tx.rows(sql, &[Arg::Number(user.get()), Arg::Number(goal.0)]).await?;
    }
    Ok(())
}

/// Which milestones of a goal.
#[derive(Clone, Copy, Debug)]
pub struct WhichMilestones {
    /// Only those of one tier.
    pub tier_level: Option<i64>,
    /// Only those that are completed.
    pub completed_only: bool,
    /// Only those behind this one.
    pub after: Option<CareerMilestoneId>,
    /// So many of them left out.
    pub offset: u32,
    /// At most so many.
    pub limit: u16,
}

/// The milestones of a goal of the user, by tier, then the surest first.
pub async fn milestones(
    database: &Database,
    user: UserId,
    goal: CareerGoalId,
    which: WhichMilestones,
) -> Result<Vec<career_milestone::Model>, StoreError> {
    let mut door = Door::Database(database);
    let row = row_of(door.dialect(), &career_milestone::TABLE, "m", &[]);
    let place = |of: &str| format!("{of}.tier_level, -coalesce({of}.confidence_score, 0), {of}.id");
    let mut args = vec![
        Arg::Number(user.get()),
        Arg::Number(goal.0),
        Arg::Number(which.limit.into()),
        Arg::Number(which.offset.into()),
    ];
    let mut conditions = String::new();
    if which.completed_only {
        conditions += " AND m.is_completed IS TRUE";
    }
    if let Some(tier) = which.tier_level {
        args.push(Arg::Number(tier));
        let _ = write!(conditions, " AND m.tier_level = ${}", args.len());
    }
    if let Some(after) = which.after {
        args.push(Arg::Number(after.0));
        let behind =
            format!("SELECT {} FROM career_milestones c WHERE c.goal_id = $2 AND c.id = ${}", place("c"), args.len());
        let _ = write!(conditions, " AND ({}) > ({behind})", place("m"));
    }
    let sql = format!(
        "SELECT {row}, NULL FROM career_milestones m JOIN career_goals g ON g.id = m.goal_id AND g.user_id = $1 \
         WHERE m.goal_id = $2{conditions} ORDER BY {} LIMIT $3 OFFSET $4",
        place("m")
    );
    let rows = door.read(&sql, &args).await?;
    parse_all("career_milestones", &rows)
}
