//! Every table, one file each, and the list of those that users own.
//!
//! Older tables have the shape that the models of the older application expect,
//! so that its statements work on a database made here.

pub mod career_goal;
pub mod career_milestone;
pub mod career_profile_aggregate;
pub mod career_signal;
pub mod chat_message;
pub mod conversation;
pub mod conversation_category;
pub mod conversation_log;
pub mod conversation_share;
pub mod course;
pub mod gca_choice;
pub mod gca_personality;
pub mod gca_question;
pub mod gca_result;
pub mod gca_test;
pub mod gca_users_answer;
pub mod hexaco_response;
pub mod holland_assessment;
pub mod institution;
pub mod llm_description;
pub mod message;
pub mod message_component;
pub mod message_read;
pub mod node_note;
pub mod orientor_meta;
pub mod peer_block;
pub mod peer_changes;
pub mod peer_inputs;
pub mod peer_log;
pub mod peer_visibility;
pub mod personality_assessment;
pub mod personality_profile;
pub mod personality_response;
pub mod program;
pub mod program_classification;
pub mod program_recommendation;
pub mod psychological_insight;
pub mod saved_job;
pub mod saved_recommendation;
pub mod strengths_reflection_response;
pub mod suggested_peer;
pub mod tool_invocation;
pub mod tree_generation;
pub mod tree_path;
pub mod user;
pub mod user_chat_analytics;
pub mod user_journey_milestone;
pub mod user_note;
pub mod user_profile;
pub mod user_program_interaction;
pub mod user_program_preference;
pub mod user_progress;
pub mod user_recommendation;
pub mod user_representation;
pub mod user_saved_program;
pub mod user_skill;
pub mod user_skill_tree;

use crate::{owned::OwnedTable, schema::Table};

/// Every table, each after those that it refers to.
pub const TABLES: &[&Table] = &[
    &user::TABLE,
    &gca_test::TABLE,
    &gca_question::TABLE,
    &gca_choice::TABLE,
    &gca_personality::TABLE,
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
    &user_progress::TABLE,
    &conversation_category::TABLE,
    &conversation::TABLE,
    &chat_message::TABLE,
    &conversation_share::TABLE,
    &user_chat_analytics::TABLE,
    &message_component::TABLE,
    &tool_invocation::TABLE,
    &user_journey_milestone::TABLE,
    &saved_recommendation::TABLE,
    &user_note::TABLE,
    &user_recommendation::TABLE,
    &career_milestone::TABLE,
    &program_recommendation::TABLE,
    &llm_description::TABLE,
    &tree_path::TABLE,
    &node_note::TABLE,
    &user_skill_tree::TABLE,
    &tree_generation::TABLE,
    &personality_response::TABLE,
    &strengths_reflection_response::TABLE,
    &gca_users_answer::TABLE,
    &hexaco_response::TABLE,
    &course::TABLE,
    &psychological_insight::TABLE,
    &career_signal::TABLE,
    &conversation_log::TABLE,
    &career_profile_aggregate::TABLE,
    &institution::TABLE,
    &program::TABLE,
    &program_classification::TABLE,
    &user_program_preference::TABLE,
    &user_program_interaction::TABLE,
    &user_saved_program::TABLE,
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
    visitor.visit::<personality_assessment::PersonalityAssessment>();
    visitor.visit::<personality_profile::PersonalityProfile>();
    visitor.visit::<gca_result::GcaResult>();
    visitor.visit::<saved_job::SavedJob>();
    visitor.visit::<career_goal::CareerGoal>();
    visitor.visit::<user_representation::UserRepresentation>();
    visitor.visit::<user_progress::UserProgress>();
    visitor.visit::<conversation_category::ConversationCategory>();
    visitor.visit::<conversation::Conversation>();
    visitor.visit::<chat_message::ChatMessage>();
    visitor.visit::<conversation_share::ConversationShare>();
    visitor.visit::<user_chat_analytics::UserChatAnalytics>();
    visitor.visit::<message_component::MessageComponent>();
    visitor.visit::<tool_invocation::ToolInvocation>();
    visitor.visit::<user_journey_milestone::UserJourneyMilestone>();
    visitor.visit::<saved_recommendation::SavedRecommendation>();
    visitor.visit::<user_note::UserNote>();
    visitor.visit::<user_recommendation::UserRecommendation>();
    visitor.visit::<career_milestone::CareerMilestone>();
    visitor.visit::<tree_path::TreePath>();
    visitor.visit::<node_note::NodeNote>();
    visitor.visit::<user_skill_tree::UserSkillTree>();
    visitor.visit::<personality_response::PersonalityResponse>();
    visitor.visit::<strengths_reflection_response::StrengthsReflectionResponse>();
    visitor.visit::<gca_users_answer::GcaUsersAnswer>();
    visitor.visit::<course::Course>();
    visitor.visit::<psychological_insight::PsychologicalInsight>();
    visitor.visit::<career_signal::CareerSignal>();
    visitor.visit::<conversation_log::ConversationLog>();
    visitor.visit::<user_program_preference::UserProgramPreference>();
    visitor.visit::<user_program_interaction::UserProgramInteraction>();
    visitor.visit::<user_saved_program::UserSavedProgram>();
}
