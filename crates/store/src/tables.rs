//! Every table, one file each, and the list of those that users own.
//!
//! Older tables have the shape that the models of the older application expect,
//! so that its statements work on a database made here.

pub mod career_goal;
pub mod gca_result;
pub mod holland_assessment;
pub mod message;
pub mod message_read;
pub mod orientor_meta;
pub mod peer_block;
pub mod peer_changes;
pub mod peer_inputs;
pub mod peer_log;
pub mod peer_visibility;
pub mod personality_assessment;
pub mod personality_profile;
pub mod saved_job;
pub mod suggested_peer;
pub mod user;
pub mod user_profile;
pub mod user_representation;
pub mod user_skill;

use crate::{owned::OwnedTable, schema::Table};

/// Every table, each after those that it refers to.
pub const TABLES: &[&Table] = &[
    &user::TABLE,
    &user_profile::TABLE,
    &user_skill::TABLE,
    &suggested_peer::TABLE,
    &message::TABLE,
    &personality_assessment::TABLE,
    &personality_profile::TABLE,
    &gca_result::TABLE,
    &holland_assessment::TABLE,
    &saved_job::TABLE,
    &career_goal::TABLE,
    &user_representation::TABLE,
    &peer_inputs::TABLE,
    &peer_changes::TABLE,
    &peer_log::TABLE,
    &peer_visibility::TABLE,
    &peer_block::TABLE,
    &message_read::TABLE,
    &orientor_meta::TABLE,
];

/// Reads the list below: the router, the audit, the tests over every table.
pub trait TableVisitor {
    /// Called once for each table.
    fn visit<T: OwnedTable>(&mut self);
}

/// Every table that is reached through [`Owned`](crate::Owned). To add one, add a line.
pub fn visit_owned_tables(visitor: &mut impl TableVisitor) {
    visitor.visit::<user_profile::UserProfile>();
    visitor.visit::<user_skill::UserSkill>();
}
