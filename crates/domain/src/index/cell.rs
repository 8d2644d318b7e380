//! Cells: everybody with the same interests and the same stage.

use std::ops::Range;

use super::stages::{CLASSES, Stages, StatedStage};
use crate::{
    peers::{PeerInputs, jaccard, stage_score},
    riasec::LetterSet,
};

/// How many different cells there can be: sets of six letters times classes of stages.
pub(super) const CELLS: usize = 64 * CLASSES;

/// A stretch of positions whose people agree in interests and in the class of their stage.
///
/// Two of the six components are therefore the same for all of them, or nearly so, and are looked at once.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) interests: LetterSet,
    pub(super) stage_class: u8,
    pub(super) positions: Range<u32>,
    /// The lowest id, that is, that of the first.
    pub(super) first_id: i64,
}

/// The number of the cell of somebody, below [`CELLS`].
pub(super) fn number(interests: LetterSet, stage_class: u8) -> usize {
    usize::from(interests.bits()) * CLASSES + usize::from(stage_class)
}

impl Cell {
    /// The score of interests, the same for all.
    pub(super) fn interests_score(&self, me: &PeerInputs) -> Option<f64> {
        jaccard(me.interests.intersection(self.interests).len(), me.interests.len(), self.interests.len())
    }

    /// The score of stages, or where several stages share the cell the highest that can be; present if it can be.
    pub(super) fn best_stage_score(&self, me: &PeerInputs, stages: &Stages) -> Option<f64> {
        match stages.stated(self.stage_class) {
            StatedStage::Nothing => None,
            StatedStage::Only(stage) => stage_score(me.stage.as_ref(), Some(stage)),
            StatedStage::Several => {
                let mine = me.stage.as_ref()?;
                Some(f64::from(u8::from(*mine == crate::peers::Stage::Any || stages.may_be_rare(mine))))
            }
        }
    }
}
