//! Numbers that follow from a seed alone, and the seeds that a test over random cases tries.

use std::{
    panic::resume_unwind,
    sync::{Mutex, PoisonError},
    thread,
    time::SystemTime,
};

use crate::proof::{asked, is_proof, only, proved};

/// Of so many cases, a few at a time: most of the time each waits for somebody else.
const AT_ONCE: usize = 4;
/// Of so many cases, it says how far it has come this often.
const SAYS: usize = 20;

/// Tries `usual` seeds, or as many as `cargo xtask prove` asks for, and then several at a time; what came of each, in no order.
///
/// Each on a thread and a runtime of its own: what ends a database waits, and would let the others wait with it.
///
/// # Panics
///
/// As the first that fails.
pub fn each<F: Future>(what: &str, usual: u64, one: impl Fn(u64) -> F + Sync) -> Vec<F::Output>
where
    F::Output: Send,
{
    let seeds = seeds(what, usual);
    let (all, at_once) = (seeds.len(), if is_proof() { AT_ONCE } else { 1 });
    let (open, came) = (Mutex::new(seeds.into_iter()), Mutex::new(Vec::with_capacity(all)));
    let lock = PoisonError::into_inner;
    let worker = || {
        loop {
            let Some(seed) = open.lock().unwrap_or_else(lock).next() else { return };
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let output = runtime.unwrap_or_else(|error| give_up(&error)).block_on(one(seed));
            let mut came = came.lock().unwrap_or_else(PoisonError::into_inner);
            came.push(output);
            if came.len().is_multiple_of(SAYS) && came.len() < all {
                println!("{what}: {} of {all}", came.len());
            }
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(worker)).collect();
        for worker in workers {
            if let Err(panic) = worker.join() {
                // The others come to the end of what they are at.
                open.lock().unwrap_or_else(lock).by_ref().for_each(drop);
                resume_unwind(panic);
            }
        }
    });
    came.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::panic, reason = "without a runtime a test cannot go on")]
fn give_up(error: &std::io::Error) -> ! {
    panic!("no runtime: {error}");
}

/// `usual` seeds, or as many as `cargo xtask prove` asks for: ten that are always the same, and then those of the day.
///
/// Prints what they are as a line for `cargo xtask prove`, which names the cases `what`.
fn seeds(what: &str, usual: u64) -> Vec<u64> {
    if let Some(seed) = only() {
        return vec![seed];
    }
    let count = asked().unwrap_or(usual);
    let fixed = count.min(10).min(usual * 2 / 3);
    // Fresh every day, and the same everywhere on that day: what has failed in one place can be seen again in another.
    let days = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs() / 86_400;
    let fresh = days * 1_000;
    let more = if count > fixed { format!(", {} to {}", fresh + fixed, fresh + count - 1) } else { String::new() };
    proved(what, count, &format!("1 to {fixed}{more}"));
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
