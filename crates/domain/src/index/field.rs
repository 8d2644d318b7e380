//! The three parts of the inputs that are sets of terms.

use crate::peers::{Component, PeerInputs, TermSet, jaccard, share_of_larger};

/// A set of terms among the inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Skills,
    Goals,
    Industries,
}

impl Field {
    pub(super) const ALL: [Self; 3] = [Self::Skills, Self::Goals, Self::Industries];

    pub(super) const fn terms(self, inputs: &PeerInputs) -> &TermSet {
        match self {
            Self::Skills => &inputs.skills,
            Self::Goals => &inputs.goals,
            Self::Industries => &inputs.industries,
        }
    }

    pub(super) const fn component(self) -> Component {
        match self {
            Self::Skills => Component::Skills,
            Self::Goals => Component::Goals,
            Self::Industries => Component::Industries,
        }
    }

    /// The score, by the measure of the definition; `None` if either set is empty.
    pub(super) fn score(self, shared: u32, left: u32, right: u32) -> Option<f64> {
        match self {
            Self::Skills => share_of_larger(shared, left, right),
            Self::Goals | Self::Industries => jaccard(shared, left, right),
        }
    }
}
