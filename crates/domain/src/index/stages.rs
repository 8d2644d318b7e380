//! Career stages as numbers, and which of them are common.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{narrow, person::ABSENT};
use crate::peers::Stage;

/// How many classes of stages there are.
pub(super) const CLASSES: usize = 16;
/// The class of those who state none.
const NOT_STATED: u8 = 0;
/// The class of everybody whose stage has no class of its own.
const RARE: u8 = 15;

/// Every stage that somebody states, each once, numbered from 0.
#[derive(Debug, Default)]
pub(super) struct Stages {
    all: Vec<Stage>,
    numbers: HashMap<Stage, u32, RandomState>,
    /// The class of each, once classified.
    classes: Vec<u8>,
    /// Those with a class of their own, by class, beginning with class 1.
    common: Vec<u32>,
}

/// What the people of one class state.
#[derive(Clone, Copy, Debug)]
pub(super) enum StatedStage<'a> {
    Nothing,
    Only(&'a Stage),
    /// Different ones, each of which few people state.
    Several,
}

impl Stages {
    /// The number of a stage, which gets the next one if it is new.
    pub(super) fn intern(&mut self, stage: Option<&Stage>) -> u32 {
        let Some(stage) = stage else { return ABSENT };
        if let Some(number) = self.numbers.get(stage) {
            return *number;
        }
        let number = narrow(self.all.len());
        self.all.push(stage.clone());
        self.numbers.insert(stage.clone(), number);
        number
    }

    /// The stage with a number.
    pub(super) fn get(&self, number: u32) -> Option<&Stage> {
        self.all.get(number as usize)
    }

    /// Gives the stages that most people state a class of their own.
    ///
    /// * `stated`, the number of everybody's stage.
    pub(super) fn classify(&mut self, stated: impl Iterator<Item = u32>) {
        let mut people = vec![0_u32; self.all.len()];
        for stage in stated {
            if let Some(people) = people.get_mut(stage as usize) {
                *people += 1;
            }
        }
        self.common = (0..narrow(people.len())).collect();
        self.common.sort_by_key(|stage| std::cmp::Reverse(people[*stage as usize]));
        self.common.truncate(usize::from(RARE - NOT_STATED - 1));
        self.classes = vec![RARE; people.len()];
        for (class, stage) in (NOT_STATED + 1..).zip(&self.common) {
            self.classes[*stage as usize] = class;
        }
    }

    /// The class of a number, below [`CLASSES`].
    pub(super) fn class(&self, number: u32) -> u8 {
        self.classes.get(number as usize).copied().unwrap_or(NOT_STATED)
    }

    /// What everybody in a class states.
    pub(super) fn stated(&self, class: u8) -> StatedStage<'_> {
        match class {
            NOT_STATED => StatedStage::Nothing,
            RARE => StatedStage::Several,
            class => self
                .common
                .get(usize::from(class - 1))
                .and_then(|stage| self.get(*stage))
                .map_or(StatedStage::Nothing, StatedStage::Only),
        }
    }

    /// Whether a stage may be among those of [`StatedStage::Several`].
    pub(super) fn may_be_rare(&self, stage: &Stage) -> bool {
        self.numbers.get(stage).is_none_or(|number| self.class(*number) == RARE)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Bytes on the heap, about.
    pub(super) fn bytes(&self) -> usize {
        let text = |stage: &Stage| if let Stage::Named(term) = stage { term.as_str().len() } else { 0 };
        let texts: usize = self.all.iter().map(text).sum();
        2 * texts
            + self.classes.capacity()
            + self.common.capacity() * size_of::<u32>()
            + self.all.capacity() * size_of::<Stage>()
            + self.numbers.capacity() * (size_of::<(Stage, u32)>() + 1)
    }
}
