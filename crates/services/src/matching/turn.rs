//! Who may change what requests are answered from: one at a time.

use std::{
    ops::{Deref, DerefMut},
    time::SystemTime,
};

use orientor_store::queries::peer_log::Position;
use tokio::sync::{Mutex, MutexGuard, watch};

/// What only one at a time may change.
#[derive(Debug)]
pub(super) struct Turn {
    /// Up to where the log is in the world.
    pub position: Option<Position>,
    pub looked_at: SystemTime,
    pub is_compacting: bool,
    /// Where the log ended some time ago, and when.
    pub mark: Option<(Position, SystemTime)>,
}

/// Gives turns, and tells when one has ended.
#[derive(Debug)]
pub(super) struct Turns {
    turn: Mutex<Turn>,
    /// The number of the last look that was taken over. Sent at the end of every turn, whatever came of it.
    looked: watch::Sender<u64>,
}

impl Default for Turns {
    fn default() -> Self {
        let turn = Turn { position: None, looked_at: SystemTime::now(), is_compacting: false, mark: None };
        Self { turn: Mutex::new(turn), looked: watch::Sender::new(0) }
    }
}

impl Turns {
    /// A turn, when nobody else has one any more.
    pub async fn take(&self) -> Held<'_> {
        self.held(self.turn.lock().await)
    }

    /// A turn, unless somebody has one.
    pub fn try_take(&self) -> Option<Held<'_>> {
        self.turn.try_lock().ok().map(|turn| self.held(turn))
    }

    /// The number of the last look that was taken over; changes at the end of every turn.
    pub fn looked(&self) -> watch::Receiver<u64> {
        self.looked.subscribe()
    }

    /// Tells that a look was taken over.
    pub fn has_looked(&self, look: u64) {
        self.looked.send_replace(look);
    }

    fn held<'a>(&'a self, turn: MutexGuard<'a, Turn>) -> Held<'a> {
        Held { turn, _end: End(&self.looked) }
    }
}

/// A turn. Its end is told to those who wait for one.
pub(super) struct Held<'a> {
    turn: MutexGuard<'a, Turn>,
    // Fields are dropped in this order, so whoever is told finds the turn free.
    _end: End<'a>,
}

struct End<'a>(&'a watch::Sender<u64>);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|_| {});
    }
}

impl Deref for Held<'_> {
    type Target = Turn;

    fn deref(&self) -> &Turn {
        &self.turn
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut Turn {
        &mut self.turn
    }
}
