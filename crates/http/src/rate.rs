//! So many requests a minute of one user, and of one address.
//!
//! A bucket that refills evenly: who has rested may ask in a burst. Memory is bounded; beyond that the buckets of
//! those who ask least are forgotten, and forgetting one only lets somebody ask too much.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::http::{HeaderMap, HeaderName};
use orientor_identity::UserId;
use quick_cache::sync::Cache;

use crate::ApiError;

/// Buckets that are kept, of each kind: about 8 MB in all.
const BUCKETS: usize = 65_536;
/// What a full bucket holds: this part of a minute's requests, and at least [`LEAST_BURST`].
const BURST_SHARE: u32 = 6;
const LEAST_BURST: u32 = 10;
/// Passwords that one address may try at one share; ten at once, after a rest.
const PASSWORDS_PER_MINUTE: u32 = 5;
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// How often somebody may ask.
#[derive(Clone, Debug, Default)]
pub struct RateSettings {
    /// Requests of one user a minute; `None` for as many as they like.
    pub user_per_minute: Option<u32>,
    /// Requests of one address a minute, signed in or not; `None` for as many as they like.
    pub address_per_minute: Option<u32>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
}

/// The buckets of a server.
#[derive(Debug)]
pub(crate) struct RateLimits {
    users: Option<Buckets<UserId>>,
    addresses: Option<Buckets<IpAddr>>,
    /// Passwords that were tried from an address at a share.
    attempts: Arc<Buckets<Tried>>,
    trusted: Vec<Network>,
}

/// Which share, and from which address.
type Tried = (i64, IpAddr);

/// A password is being tried.
#[derive(Debug, Default)]
pub(crate) struct Attempt(Option<(Arc<Buckets<Tried>>, Tried)>);

impl Attempt {
    /// It was the right one, so it does not count.
    pub(crate) fn succeeded(self) {
        if let Some((buckets, key)) = self.0 {
            buckets.put_back(&key);
        }
    }
}

impl RateLimits {
    pub(crate) fn new(settings: &RateSettings) -> Self {
        Self {
            users: settings.user_per_minute.map(Buckets::new),
            addresses: settings.address_per_minute.map(Buckets::new),
            attempts: Arc::new(Buckets::new(PASSWORDS_PER_MINUTE)),
            trusted: settings.trusted_proxies.clone(),
        }
    }

    /// The address that a request comes from, as far as we know; that of the network where one has many.
    pub(crate) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        network_of(client(peer, headers, &self.trusted))
    }

    /// Counts a password that is tried at a share. Those who try at once are counted before any is compared.
    pub(crate) fn attempt(&self, share: i64, address: IpAddr) -> Result<Attempt, ApiError> {
        let key = (share, address);
        self.attempts.take(key).map_err(ApiError::too_many_attempts)?;
        Ok(Attempt(Some((Arc::clone(&self.attempts), key))))
    }

    /// Counts a request of a user.
    pub(crate) fn user(&self, user: UserId) -> Result<(), ApiError> {
        self.users.as_ref().map_or(Ok(()), |buckets| buckets.take(user)).map_err(ApiError::rate_limited)
    }

    /// Counts a request from an address: that of the connection, or the one that a trusted proxy names.
    pub(crate) fn address(&self, peer: IpAddr, headers: &HeaderMap) -> Result<(), ApiError> {
        let Some(buckets) = &self.addresses else { return Ok(()) };
        buckets.take(self.client(peer, headers)).map_err(ApiError::rate_limited)
    }
}

/// The last address of the chain that is not one of our proxies; whatever stands before it may be made up.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_ours = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer.to_canonical();
    let named =
        headers.get_all(FORWARDED_FOR).iter().rev().flat_map(|value| value.as_bytes().rsplit(|byte| *byte == b','));
    for text in named {
        if !is_ours(client) {
            break;
        }
        let address = std::str::from_utf8(text.trim_ascii()).ok().and_then(|text| text.parse::<IpAddr>().ok());
        // What a proxy of ours has received and cannot be read comes from that proxy, as far as we know.
        let Some(address) = address else { break };
        client = address.to_canonical();
    }
    client
}

/// Whoever has one address of version 6 has 2⁶⁴ of them.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() >> 64 << 64)),
    }
}

/// One bucket for each key, as the time at which it will be full again (the generic cell rate algorithm).
struct Buckets<K> {
    full_again: Cache<K, Arc<AtomicU64>>,
    began: Instant,
    /// Between two requests on average, in nanoseconds.
    interval: u64,
    /// How far ahead of that one may be.
    burst: u64,
}

impl<K: Hash + Eq + Clone> Buckets<K> {
    fn new(per_minute: u32) -> Self {
        let per_minute = per_minute.max(1);
        let interval = 60_000_000_000 / u64::from(per_minute);
        let burst = interval * u64::from((per_minute / BURST_SHARE).max(LEAST_BURST));
        Self { full_again: Cache::new(BUCKETS), began: Instant::now(), interval, burst }
    }

    /// Takes one out, or says how long to wait.
    fn take(&self, key: K) -> Result<(), Duration> {
        self.take_at(key, u64::try_from(self.began.elapsed().as_nanos()).unwrap_or(u64::MAX / 2))
    }

    /// Takes the last one back.
    fn put_back(&self, key: &K) {
        if let Some(bucket) = self.full_again.get(key) {
            bucket.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |at| Some(at.saturating_sub(self.interval))).ok();
        }
    }

    fn take_at(&self, key: K, now: u64) -> Result<(), Duration> {
        let bucket = if let Some(bucket) = self.full_again.get(&key) {
            bucket
        } else {
            // Two that come at once may both begin; then one request is not counted.
            let bucket = Arc::new(AtomicU64::new(0));
            self.full_again.insert(key, Arc::clone(&bucket));
            bucket
        };
        let taken = bucket.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |full_again| {
            let after = full_again.max(now) + self.interval;
            (after - now <= self.burst).then_some(after)
        });
        taken.map(drop).map_err(|full_again| Duration::from_nanos(full_again + self.interval - now - self.burst))
    }
}

impl<K> std::fmt::Debug for Buckets<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Buckets").field("interval", &self.interval).field("burst", &self.burst).finish_non_exhaustive()
    }
}

/// Addresses that begin alike: `10.0.0.0/8`, or one alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// As version 6, so that there is one kind.
    start: u128,
    mask: u128,
}

/// The text is no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is neither an address nor a network, such as 10.0.0.0/8")]
pub struct InvalidNetwork(String);

impl Network {
    /// Whether the address is one of them.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        bits(address) & self.mask == self.start
    }
}

impl std::str::FromStr for Network {
    type Err = InvalidNetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidNetwork(text.to_owned());
        let (address, length) = text.split_once('/').map_or((text, None), |(address, length)| (address, Some(length)));
        let address: IpAddr = address.parse().map_err(|_| invalid())?;
        let own: u32 = if address.is_ipv4() { 32 } else { 128 };
        let length = length.map_or(Ok(own), |length| length.parse().map_err(|_| invalid()))?;
        let host = own.checked_sub(length).ok_or_else(invalid)?;
        let mask = u128::MAX.checked_shl(host).unwrap_or_default();
        // 10.1.2.3/8 is as a rule a slip, and its owner should know.
        if bits(address) & !mask != 0 { Err(invalid()) } else { Ok(Self { start: bits(address), mask }) }
    }
}

fn bits(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(short) => short.to_ipv6_mapped().to_bits(),
        IpAddr::V6(long) => long.to_bits(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000_000;

    #[test]
    fn a_burst_and_then_an_even_flow_pass() {
        let buckets = Buckets::new(60);
        for _ in 0..10 {
            assert_eq!(buckets.take_at(1, 0), Ok(()));
        }
        assert_eq!(buckets.take_at(1, 0), Err(Duration::from_secs(1)));
        assert_eq!(buckets.take_at(1, SECOND / 4), Err(Duration::from_millis(750)));
        assert_eq!(buckets.take_at(2, 0), Ok(()), "another's bucket is another");
        for second in 1..100 {
            assert_eq!(buckets.take_at(1, second * SECOND), Ok(()));
            assert!(buckets.take_at(1, second * SECOND).is_err());
        }
        // Who has rested for long has a burst again, and no more than that.
        let passed = (0..100).filter(|_| buckets.take_at(1, 1_000 * SECOND).is_ok()).count();
        assert_eq!(passed, 10);
    }

    #[test]
    fn memory_is_bounded() {
        let buckets = Buckets::new(60);
        for key in 0..3 * BUCKETS {
            assert_eq!(buckets.take_at(key, 0), Ok(()));
        }
        assert!(buckets.full_again.len() <= BUCKETS);
    }

    #[test]
    fn the_client_is_whom_the_outermost_proxy_of_ours_has_seen() {
        let trusted: Vec<Network> = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"].map(|text| text.parse().unwrap()).to_vec();
        for (peer, lines, expected) in [
            ("203.0.113.9", &[][..], "203.0.113.9"),
            ("203.0.113.9", &["198.51.100.1"], "203.0.113.9"),
            ("127.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            ("127.0.0.1", &["1.2.3.4, 198.51.100.1"], "198.51.100.1"),
            ("127.0.0.1", &["1.2.3.4, 198.51.100.1, 10.1.1.1"], "198.51.100.1"),
            ("127.0.0.1", &["1.2.3.4", "198.51.100.1", "10.1.1.1"], "198.51.100.1"),
            ("::ffff:127.0.0.1", &["::ffff:198.51.100.1"], "198.51.100.1"),
            ("fd00::1", &["2001:db8::7"], "2001:db8::7"),
            ("127.0.0.1", &["nonsense"], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.1, nonsense, 10.1.1.1"], "10.1.1.1"),
            ("127.0.0.1", &[""], "127.0.0.1"),
            ("127.0.0.1", &["10.1.1.1, 10.2.2.2"], "10.1.1.1"),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(FORWARDED_FOR, line.parse().unwrap());
            }
            let client = client(peer.parse().unwrap(), &headers, &trusted);
            assert_eq!(client, expected.parse::<IpAddr>().unwrap(), "{peer} {lines:?}");
        }
    }

    #[test]
    fn an_owner_of_a_network_is_one_client() {
        let network = |text: &str| network_of(text.parse().unwrap());
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:1"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_ne!(network("198.51.100.1"), network("198.51.100.2"));
    }

    #[test]
    fn networks_are_read_strictly() {
        let contains =
            |network: &str, address: &str| network.parse::<Network>().unwrap().contains(address.parse().unwrap());
        assert!(contains("10.0.0.0/8", "10.255.0.1") && !contains("10.0.0.0/8", "11.0.0.1"));
        assert!(contains("0.0.0.0/0", "8.8.8.8") && !contains("0.0.0.0/0", "2001:db8::1"));
        assert!(
            contains("::/0", "2001:db8::1") && contains("::1", "::1") && contains("127.0.0.1/32", "::ffff:127.0.0.1")
        );
        for text in ["", "10.0.0.0/33", "10.0.0.1/8", "10.0.0/8", "example.com", "10.0.0.0/", "::/129", "10.0.0.0/-1"] {
            assert_eq!(text.parse::<Network>(), Err(InvalidNetwork(text.to_owned())), "{text}");
        }
    }
}
