//! How a server stands: how many are connected, and whether it is about to end.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// What one server tells about itself, at `/health/ready` and among the counters. Cloning gives the same one.
#[derive(Clone, Debug, Default)]
pub struct ServerState(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    is_draining: AtomicBool,
    open: AtomicU64,
    refused: AtomicU64,
}

impl ServerState {
    /// Whether it has been asked to end, so that requests should go elsewhere.
    pub(crate) fn is_draining(&self) -> bool {
        self.0.is_draining.load(Ordering::Relaxed)
    }

    /// Connections that are open, those that are being turned away not included.
    pub(crate) fn open_connections(&self) -> u64 {
        self.0.open.load(Ordering::Relaxed)
    }

    /// Connections that were turned away, ever.
    pub(crate) fn refused_connections(&self) -> u64 {
        self.0.refused.load(Ordering::Relaxed)
    }

    pub(super) fn drain(&self) {
        self.0.is_draining.store(true, Ordering::Relaxed);
    }

    pub(super) fn refuse(&self) {
        self.0.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a connection until the value is dropped.
    pub(super) fn open(&self) -> Open {
        self.0.open.fetch_add(1, Ordering::Relaxed);
        Open(Arc::clone(&self.0))
    }
}

/// A connection that is open.
#[derive(Debug)]
pub(super) struct Open(Arc<Inner>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}
