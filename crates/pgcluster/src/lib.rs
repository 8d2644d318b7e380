//! A private, throw-away PostgreSQL cluster, shared by the test processes of one build.
//!
//! Nobody owns the cluster: whoever needs it first starts it, everybody who uses it holds a
//! shared file lock, and a small supervisor stops it once it gets that lock for itself. The
//! kernel gives locks back however a process ends, so an interrupted or killed test run leaves
//! nothing behind. Needs PostgreSQL 15 or later, and `flock` and `setpriv`, which every Debian has.

mod cluster;
mod installation;

pub use cluster::{Cluster, ClusterError};
pub use installation::{Installation, NotInstalled};
