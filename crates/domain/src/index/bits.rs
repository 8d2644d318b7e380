//! Sets of people as bits, 512 at a time, and counting in all of them at once.
//!
//! Plain words and loops of fixed length, which the compiler turns into vector instructions of whatever machine it
//! builds for.

/// Words in a line.
pub(super) const WORDS: usize = 8;
/// Positions in a line.
pub(super) const SPAN: usize = WORDS * 64;

/// One bit for each of 512 neighbouring positions.
pub(super) type Line = [u64; WORDS];

pub(super) const NOBODY: Line = [0; WORDS];
pub(super) const EVERYBODY: Line = [u64::MAX; WORDS];

/// Those in both.
pub(super) fn both(left: &Line, right: &Line) -> Line {
    std::array::from_fn(|word| left[word] & right[word])
}

/// Those in either.
pub(super) fn either(left: &Line, right: &Line) -> Line {
    std::array::from_fn(|word| left[word] | right[word])
}

/// Those in `left` alone.
pub(super) fn without(left: &Line, right: &Line) -> Line {
    std::array::from_fn(|word| left[word] & !right[word])
}

/// How many are in it.
pub(super) fn size(line: &Line) -> u32 {
    line.iter().map(|word| word.count_ones()).sum()
}

/// Whether nobody is in it.
pub(super) fn is_empty(line: &Line) -> bool {
    line.iter().fold(0, |all, word| all | word) == 0
}

/// The bits `from..to` of a line; both are cut at its ends.
pub(super) fn range(from: usize, to: usize) -> Line {
    let below = |end: usize, word: usize| match end.saturating_sub(word * 64) {
        0 => 0,
        bits @ 1..64 => (1 << bits) - 1,
        _ => u64::MAX,
    };
    std::array::from_fn(|word| below(to, word) & !below(from, word))
}

/// The bits that are set, in ascending order.
pub(super) fn positions(line: Line) -> impl Iterator<Item = usize> {
    line.into_iter().enumerate().flat_map(|(word, mut bits)| {
        std::iter::from_fn(move || {
            (bits != 0).then(|| {
                let bit = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                word * 64 + bit
            })
        })
    })
}

/// The line of a bitmap that begins at a word. What lies behind the end of the bitmap is nobody.
pub(super) fn line(bitmap: &[u64], word: usize) -> Line {
    if let Some(line) = bitmap.get(word..).and_then(<[u64]>::first_chunk) {
        return *line;
    }
    let mut line = NOBODY;
    for (to, from) in line.iter_mut().zip(bitmap.get(word..).unwrap_or_default()) {
        *to = *from;
    }
    line
}

/// A number for each of 512 positions, kept bit-sliced: the lowest bits of all, then the second lowest, and so on.
///
/// Adding a line of bits is the addition by hand that everybody learns at school, in base two, for 512 numbers at
/// once: what was 1 and gets 1 becomes 0 and carries into the next plane.
pub(super) struct Counter {
    planes: Vec<Line>,
    added: usize,
}

impl Counter {
    /// Zeros, with room for numbers up to `most`.
    pub(super) fn up_to(most: usize) -> Self {
        Self { planes: vec![NOBODY; digits(most)], added: 0 }
    }

    /// Sets all numbers to zero.
    pub(super) fn clear(&mut self) {
        self.planes.fill(NOBODY);
        self.added = 0;
    }

    /// Adds one wherever `bits` has a bit. All lines come before single bits.
    pub(super) fn add(&mut self, bits: &Line) {
        self.added += 1;
        // No number is above what was added so far, so the planes above its digits stay empty.
        let reach = digits(self.added).min(self.planes.len());
        let mut carry = *bits;
        for plane in &mut self.planes[..reach] {
            for (sum, carry) in plane.iter_mut().zip(&mut carry) {
                let over = *sum & *carry;
                *sum ^= *carry;
                *carry = over;
            }
        }
    }

    /// Adds one at one position.
    pub(super) fn add_one(&mut self, at: usize) {
        let (word, mut carry) = (at / 64, 1 << (at % 64));
        for plane in &mut self.planes {
            let over = plane[word] & carry;
            plane[word] ^= carry;
            carry = over;
            if carry == 0 {
                break;
            }
        }
    }

    /// Where the number is at least `least`.
    pub(super) fn at_least(&self, least: usize) -> Line {
        if digits(least) > self.planes.len() {
            return NOBODY;
        }
        // From the lowest digit up: a 1 where a 0 is asked for settles it, and so does a 0 for a 1.
        let mut reached = EVERYBODY;
        for (digit, plane) in self.planes.iter().enumerate() {
            reached = if least >> digit & 1 == 1 { both(plane, &reached) } else { either(plane, &reached) };
        }
        reached
    }

    /// The number at one position.
    pub(super) fn get(&self, at: usize) -> usize {
        let (word, bit) = (at / 64, at % 64);
        self.planes.iter().rev().fold(0, |number, plane| number << 1 | usize::from(plane[word] >> bit & 1 == 1))
    }
}

/// How many binary digits `number` has; none for 0.
const fn digits(number: usize) -> usize {
    (usize::BITS - number.leading_zeros()) as usize
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    proptest! {
        #[test]
        fn counting_in_slices_is_counting(
            lines in vec(any::<Line>(), 0..20),
            ones in vec(0..SPAN, 0..40),
            least in 0..25_usize,
        ) {
            let mut counter = Counter::up_to(lines.len() + ones.len());
            // What is left over from an earlier use does not count.
            counter.add(&EVERYBODY);
            counter.clear();
            for line in &lines {
                counter.add(line);
            }
            for at in &ones {
                counter.add_one(*at);
            }

            let reached = counter.at_least(least);

            for at in 0..SPAN {
                let has = |line: &Line| line[at / 64] >> (at % 64) & 1 == 1;
                let expected =
                    lines.iter().filter(|line| has(line)).count() + ones.iter().filter(|&&one| one == at).count();
                prop_assert_eq!(counter.get(at), expected);
                prop_assert_eq!(has(&reached), expected >= least);
            }
        }

        #[test]
        fn a_range_has_its_positions_and_no_other(from in 0..600_usize, to in 0..600_usize) {
            let expected: Vec<usize> = (from..to.min(SPAN)).collect();

            let line = range(from, to);

            prop_assert_eq!(is_empty(&line), expected.is_empty());
            prop_assert_eq!(size(&line) as usize, expected.len());
            prop_assert_eq!(positions(line).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn behind_the_end_of_a_bitmap_is_nobody(words in vec(any::<u64>(), 0..20), from in 0..24_usize) {
            let found = line(&words, from);

            for (word, bits) in found.into_iter().enumerate() {
                prop_assert_eq!(bits, words.get(from + word).copied().unwrap_or_default());
            }
        }
    }
}
