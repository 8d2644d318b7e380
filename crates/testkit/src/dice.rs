//! Numbers that follow from a seed alone, and the seeds that a test over random cases tries.

use std::{env, time::SystemTime};

/// How many cases; `cargo xtask prove` asks for more.
const COUNT: &str = "ORIENTOR_PROVE";
/// Tries one case only, the one of this seed, to see again what has failed.
const SEED: &str = "ORIENTOR_SEED";

/// `usual` seeds, or as many as `cargo xtask prove` asks for: ten that are always the same, and then those of the day.
///
/// Prints what they are as a line for `cargo xtask prove`, which names the cases `what`.
pub fn seeds(what: &str, usual: u64) -> Vec<u64> {
    let number = |name: &str| env::var(name).ok().and_then(|it| it.parse::<u64>().ok());
    if let Some(seed) = number(SEED) {
        return vec![seed];
    }
    let count = number(COUNT).unwrap_or(usual);
    let fixed = count.min(10).min(usual * 2 / 3);
    // Fresh every day, and the same everywhere on that day: what has failed in one place can be seen again in another.
    let days = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs() / 86_400;
    let fresh = days * 1_000;
    let more = if count > fixed { format!(", {} to {}", fresh + fixed, fresh + count - 1) } else { String::new() };
    println!("prove\t{what}\t{count}\t1 to {fixed}{more}");
    (1..=fixed).chain((fixed..count).map(|n| fresh + n)).collect()
}

/// `SplitMix64`.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or_default()
    }

    /// From `first` to `last`.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// Once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Takes one out.
    pub fn take<T>(&mut self, from: &mut Vec<T>) -> T {
        let at = self.below(from.len());
        from.swap_remove(at)
    }
}
