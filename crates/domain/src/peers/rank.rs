//! Who comes first.

use std::cmp::Reverse;

use super::{Compatibility, PeerInputs, score};
use crate::billionths::billionths;

/// Where a peer stands: the greater key comes first.
///
/// Compatibility rounded to nine digits, then coverage rounded likewise, then the lower user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RankKey {
    compatibility: u32,
    coverage: u32,
    user_id: Reverse<i64>,
}

impl RankKey {
    /// The key of one peer.
    pub fn new(user_id: i64, compatibility: &Compatibility) -> Self {
        Self {
            compatibility: billionths(compatibility.compatibility),
            coverage: billionths(compatibility.coverage),
            user_id: Reverse(user_id),
        }
    }

    /// The rounded compatibility in whole billionths.
    pub(crate) const fn compatibility(&self) -> u32 {
        self.compatibility
    }

    /// The key of somebody equally compatible.
    pub(crate) fn tied(&self, user_id: i64, coverage: f64) -> Self {
        Self { coverage: billionths(coverage), user_id: Reverse(user_id), ..*self }
    }

    /// Whether the peer is suggested at all: the rounded compatibility is above 0.
    pub fn is_suggested(&self) -> bool {
        self.compatibility > 0
    }
}

/// One peer in a ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Whose inputs these were.
    pub user_id: i64,
    /// How well they match.
    pub compatibility: Compatibility,
}

impl Ranked {
    pub(crate) fn key(&self) -> RankKey {
        RankKey::new(self.user_id, &self.compatibility)
    }
}

/// The first `limit` of [`rank_all`], in the same order, in memory for `limit` of them.
///
/// * `others`, every candidate once, in any order, without `me`.
pub fn rank<'a>(me: &PeerInputs, others: impl IntoIterator<Item = (i64, &'a PeerInputs)>, limit: usize) -> Vec<Ranked> {
    if limit == 0 {
        return Vec::new();
    }
    // Candidates gather above the floor, the key of the last one that is still in, and now and
    // then all but the best are dropped.
    let room = limit.saturating_mul(2).max(64);
    let mut floor = None;
    let mut best: Vec<Ranked> = Vec::new();
    for ranked in suggested(me, others) {
        if floor.is_some_and(|floor| ranked.key() < floor) {
            continue;
        }
        best.push(ranked);
        if best.len() >= room {
            sort(&mut best);
            best.truncate(limit);
            floor = best.last().map(Ranked::key);
        }
    }
    sort(&mut best);
    best.truncate(limit);
    best
}

/// Everybody who is suggested, best first: the definition that [`rank`] and every index agree with.
///
/// * `others`, every candidate once, in any order, without `me`.
pub fn rank_all<'a>(me: &PeerInputs, others: impl IntoIterator<Item = (i64, &'a PeerInputs)>) -> Vec<Ranked> {
    let mut all: Vec<Ranked> = suggested(me, others).collect();
    sort(&mut all);
    all
}

fn suggested<'a>(
    me: &PeerInputs,
    others: impl IntoIterator<Item = (i64, &'a PeerInputs)>,
) -> impl Iterator<Item = Ranked> {
    others
        .into_iter()
        .map(move |(user_id, inputs)| Ranked { user_id, compatibility: score(me, inputs) })
        .filter(|ranked| ranked.key().is_suggested())
}

fn sort(ranked: &mut [Ranked]) {
    ranked.sort_unstable_by_key(|ranked| Reverse(ranked.key()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{peers::TermSet, riasec::LetterSet};

    fn with_interests(code: &str) -> PeerInputs {
        PeerInputs { interests: LetterSet::from_code(code).unwrap(), ..PeerInputs::default() }
    }

    #[test]
    fn better_known_peers_come_before_equally_compatible_ones_and_then_the_lower_id() {
        let me = PeerInputs { goals: TermSet::from_texts(["nurse"]), ..with_interests("RI") };
        let half = with_interests("R");
        let known = PeerInputs { goals: TermSet::from_texts(["baker"]), ..half.clone() };
        let full = with_interests("RI");
        let none = with_interests("S");

        let ranked = rank(&me, [(9, &half), (4, &half), (7, &known), (8, &full), (1, &none)], 10);

        // 8 has 0.25. The others have 0.125; of them 7 covers 0.45, and 4 and 9 cover 0.25. 1 has 0.
        assert_eq!(ranked.iter().map(|ranked| ranked.user_id).collect::<Vec<_>>(), [8, 7, 4, 9]);
    }

    #[test]
    fn equal_in_nine_digits_is_equal() {
        let key =
            |compatibility| RankKey::new(1, &Compatibility { components: [None; 6], compatibility, coverage: 1.0 });

        // 0.1 + 0.2 is 0.30000000000000004.
        assert_eq!(key(0.1 + 0.2), key(0.3));
        assert!(key(0.300_000_001) > key(0.3));
        assert!(!key(4e-10).is_suggested() && key(6e-10).is_suggested());
    }

    #[test]
    fn nobody_is_asked_for_and_nobody_comes() {
        let me = with_interests("R");
        assert_eq!(rank(&me, [(1, &me)], 0), []);
        assert_eq!(rank(&PeerInputs::default(), [(1, &me)], 5), []);
        assert_eq!(rank(&me, [(1, &me)], usize::MAX).len(), 1);
    }
}
