//! The index that a server keeps in memory.
//!
//! Every request first reads what has been committed since the last look (`peer_log`), so that it sees every change
//! made before it, by whatever program. Requests that come while somebody reads share the next read.

use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, Weak,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant, SystemTime},
};

use orientor_domain::{
    index::{PeerIndex, PeerIndexBuilder, Statistics},
    peers::PeerInputs,
};
use orientor_identity::UserId;
use orientor_store::{
    Database, StoreError,
    queries::{
        peer_log::{self, News, Position},
        peers::{self, BlockedPair, Standing},
    },
};
use tokio::sync::watch;

use super::{
    RankedPeer, Ranking,
    cards::Cards,
    turn::{Turn, Turns},
};
use crate::inputs;

/// Users read at once while the index is built.
const PAGE: u16 = 2_000;
/// Users read at once after a change.
const BATCH: usize = 1_000;
/// Changes in one look that are more than a share of everybody, and more than this, have the index built anew.
const MANY: usize = 10_000;
/// How long after a failure the index is built again.
const RETRY: Duration = Duration::from_secs(5);
/// How often a server without requests looks, and may clean up.
const TICK: Duration = Duration::from_mins(1);
/// How long what changed stays readable.
const KEPT: Duration = Duration::from_hours(24);
/// A server that has not looked for so long begins anew, because what it missed may be gone.
const TRUSTED: Duration = Duration::from_hours(12);

/// How the index is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexReport {
    /// How large it is; `None` while it is built.
    pub size: Option<Statistics>,
    /// How long the last build took, with reading everybody.
    pub build: Option<Duration>,
    /// How often it was built.
    pub builds: u64,
    /// How often its changes were folded in.
    pub compactions: u64,
    /// Users who were taken over after a change.
    pub changes: u64,
    /// How long the longest takeover took, without reading.
    pub slowest_change: Duration,
    /// Looks at the log.
    pub looks: u64,
    /// Rankings from the index.
    pub answers: u64,
    /// Rankings without it, because it was not ready.
    pub plain_answers: u64,
}

#[derive(Debug)]
pub(super) struct Live {
    database: Database,
    /// `None` until it is built.
    world: RwLock<Option<World>>,
    is_ready: watch::Sender<bool>,
    turns: Turns,
    /// How many looks have begun.
    begun: AtomicU64,
    counters: Counters,
}

/// What requests are answered from.
#[derive(Debug)]
struct World {
    index: Arc<PeerIndex>,
    /// Which build it stems from.
    build: u64,
    /// Whom each must not meet, whoever set the block. Who has none is absent.
    blocks: HashMap<i64, Arc<[i64]>>,
    cards: Arc<Cards>,
}

#[derive(Debug, Default)]
struct Counters {
    build_us: AtomicU64,
    builds: AtomicU64,
    compactions: AtomicU64,
    changes: AtomicU64,
    slowest_change_ns: AtomicU64,
    answers: AtomicU64,
    plain_answers: AtomicU64,
}

fn add(counter: &AtomicU64, by: u64) {
    counter.fetch_add(by, Ordering::Relaxed);
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

impl Live {
    pub(super) fn start(database: Database) -> Arc<Self> {
        let live = Arc::new(Self {
            database,
            world: RwLock::default(),
            is_ready: watch::Sender::new(false),
            turns: Turns::default(),
            begun: AtomicU64::new(0),
            counters: Counters::default(),
        });
        tokio::spawn(Self::tend(Arc::downgrade(&live)));
        live
    }

    pub(super) async fn ready(&self) {
        // The sender is ours, so that it is never gone.
        let _ = self.is_ready.subscribe().wait_for(|is_ready| *is_ready).await;
    }

    pub(super) fn report(&self) -> IndexReport {
        let index = self.world().as_ref().map(|world| Arc::clone(&world.index));
        let of = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let counters = &self.counters;
        let builds = of(&counters.builds);
        IndexReport {
            size: index.map(|index| index.statistics()),
            build: (builds > 0).then(|| Duration::from_micros(of(&counters.build_us))),
            builds,
            compactions: of(&counters.compactions),
            changes: of(&counters.changes),
            slowest_change: Duration::from_nanos(of(&counters.slowest_change_ns)),
            looks: of(&self.begun),
            answers: of(&counters.answers),
            plain_answers: of(&counters.plain_answers),
        }
    }

    /// The best peers of `me`, as of a moment after this was called; `None` if the index is not ready.
    pub(super) async fn best(self: &Arc<Self>, me: UserId, limit: usize) -> Result<Option<Ranking>, StoreError> {
        let is_current = self.look().await?;
        let seen = self.world().as_ref().filter(|_| is_current).map(|world| {
            let hidden = world.blocks.get(&me.get()).cloned().unwrap_or_default();
            (Arc::clone(&world.index), hidden, Arc::clone(&world.cards))
        });
        let Some((index, hidden, cards)) = seen else {
            add(&self.counters.plain_answers, 1);
            return Ok(None);
        };
        let mine = match index.get(me.get()) {
            Some(inputs) => inputs,
            // Who hides may look all the same.
            None => self.read(&[me.get()]).await?.pop().map(|(_, _, inputs)| inputs).unwrap_or_default(),
        };
        let ranked = index.top(&mine, me.get(), limit, &hidden);
        let peers = ranked.into_iter().filter_map(|ranked| {
            // The number was read from a row, and the index has only kept it.
            let user = UserId::from_row(ranked.user_id).ok()?;
            Some(RankedPeer { user, ranked, inputs: index.get(ranked.user_id)? })
        });
        add(&self.counters.answers, 1);
        Ok(Some(Ranking { peers: peers.collect(), mine, cards: Some(cards) }))
    }

    fn world(&self) -> RwLockReadGuard<'_, Option<World>> {
        self.world.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn world_mut(&self) -> RwLockWriteGuard<'_, Option<World>> {
        self.world.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes over what has been committed before this was called; whether there is an index to answer from.
    async fn look(self: &Arc<Self>) -> Result<bool, StoreError> {
        // A look that has begun already may have begun before the change that somebody relies on.
        let begun = self.begun.load(Ordering::SeqCst);
        let mut looked = self.turns.looked();
        let mut turn = loop {
            if self.world().is_none() {
                return Ok(false);
            }
            if *looked.borrow_and_update() > begun {
                return Ok(true);
            }
            // Whoever finds somebody looking waits for the end of it together with the others. If they stood in a line
            // instead, each would be let go only when the one before has been given a processor.
            if let Some(turn) = self.turns.try_take() {
                break turn;
            }
            // The sender is ours, so that it is never gone.
            let _ = looked.changed().await;
        };
        let Some(position) = turn.position.clone() else { return Ok(false) };
        let look = self.begun.fetch_add(1, Ordering::SeqCst) + 1;
        let now = SystemTime::now();
        // A clock that was set back says nothing about what was missed.
        let is_trusted = now.duration_since(turn.looked_at).unwrap_or_default() < TRUSTED;
        let news = peer_log::since(&self.database, &position).await?;
        if !is_trusted || self.is_too_much(news.users.len()) {
            self.begin_anew(&mut turn);
            return Ok(false);
        }
        self.take_over_all(&mut turn, news).await?;
        turn.looked_at = now;
        self.turns.has_looked(look);
        if !turn.is_compacting && self.world().as_ref().is_some_and(|world| world.index.wants_compacting()) {
            turn.is_compacting = true;
            tokio::spawn(Self::compact(Arc::downgrade(self)));
        }
        Ok(true)
    }

    /// Whether it takes longer to take over so many users than to build the index anew.
    fn is_too_much(&self, users: usize) -> bool {
        let is_most = |world: &World| users > world.index.statistics().users / 4;
        users > MANY && self.world().as_ref().is_some_and(is_most)
    }

    /// Lets the index go; it is built again in the background.
    fn begin_anew(&self, turn: &mut Turn) {
        *self.world_mut() = None;
        turn.position = None;
        self.is_ready.send_replace(false);
    }

    /// Takes over everybody of `news`, in pieces.
    async fn take_over_all(&self, turn: &mut Turn, news: News) -> Result<(), StoreError> {
        let mut users = news.users;
        users.sort_unstable();
        for batch in users.chunks(BATCH) {
            self.take_over(batch).await?;
        }
        turn.position = Some(news.position);
        Ok(())
    }

    /// Reads how `users` stand now, and puts it into the world.
    async fn take_over(&self, users: &[i64]) -> Result<(), StoreError> {
        let pairs = peers::blocked_pairs(&self.database, Some(users)).await?;
        let mut blocks = by_user(&pairs);
        let mut read: HashMap<i64, PeerInputs> = self
            .read(users)
            .await?
            .into_iter()
            .filter(|(_, is_findable, _)| *is_findable)
            .map(|(user, _, inputs)| (user.get(), inputs))
            .collect();

        let start = Instant::now();
        let index = self.world().as_ref().map(|world| Arc::clone(&world.index));
        let Some(index) = index else { return Ok(()) };
        let changes: Vec<(i64, Option<PeerInputs>)> = users
            .iter()
            .map(|user| (*user, read.remove(user)))
            .filter(|(user, inputs)| index.get(*user) != *inputs)
            .collect();
        add(&self.counters.changes, changes.len() as u64);
        let next = (!changes.is_empty()).then(|| Arc::new(index.changed(changes)));
        if let Some(world) = self.world_mut().as_mut() {
            world.cards.forget(users);
            if let Some(next) = next {
                world.index = next;
            }
            for user in users {
                match blocks.remove(user) {
                    Some(others) => world.blocks.insert(*user, others.into()),
                    None => world.blocks.remove(user),
                };
            }
        }
        let took = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.counters.slowest_change_ns.fetch_max(took, Ordering::Relaxed);
        Ok(())
    }

    /// Everybody of `users` who exists, whether they may be found, and their inputs, made where they are missing.
    async fn read(&self, users: &[i64]) -> Result<Vec<(UserId, bool, PeerInputs)>, StoreError> {
        complete(&self.database, peers::standings(&self.database, users).await?).await
    }

    /// Builds the index, keeps it fresh where nobody asks, and cleans up, for as long as somebody has it.
    async fn tend(live: Weak<Self>) {
        loop {
            let Some(this) = live.upgrade() else { return };
            if this.world().is_none() {
                if let Err(error) = this.build().await {
                    tracing::warn!(%error, "the index of peers could not be built or brought up to date");
                }
            } else if let Err(error) = this.keep().await {
                tracing::debug!(%error, "the log of peers could not be read");
            }
            // Whatever came in between, what could not be built is not tried again at once.
            let pause = if this.world().is_some() { TICK } else { RETRY };
            let mut is_ready = this.is_ready.subscribe();
            drop(this);
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                // An error means that nobody has it any more.
                _ = is_ready.wait_for(|is_ready| !is_ready), if pause == TICK => {}
            }
        }
    }

    async fn build(&self) -> Result<(), StoreError> {
        let start = Instant::now();
        let (mut position, mut builder) = self.read_everybody().await?;
        // Making inputs for very many is news as well; the second time there is nothing to make.
        if peer_log::since(&self.database, &position).await?.users.len() > MANY {
            (position, builder) = self.read_everybody().await?;
        }
        let pairs = peers::blocked_pairs(&self.database, None).await?;
        let blocks = by_user(&pairs).into_iter().map(|(user, others)| (user, others.into())).collect();
        // Sorting a million people would keep requests waiting for the better part of a second.
        let Ok(index) = tokio::task::spawn_blocking(|| builder.finish()).await else { return Ok(()) };

        let mut turn = self.turns.take().await;
        turn.position = Some(position.clone());
        turn.looked_at = SystemTime::now();
        turn.mark = Some((position.clone(), turn.looked_at));
        let users = index.statistics().users;
        let build = self.counters.builds.fetch_add(1, Ordering::Relaxed);
        *self.world_mut() = Some(World { index: Arc::new(index), build, blocks, cards: Arc::default() });
        self.is_ready.send_replace(true);
        self.counters.build_us.store(micros(start.elapsed()), Ordering::Relaxed);
        tracing::info!(users, "peers of {users} users are ranked from memory");
        // Requests that were answered without the index have made inputs meanwhile. Of very many, the next look would
        // find too much news, and let the index go again.
        let news = peer_log::since(&self.database, &position).await?;
        self.take_over_all(&mut turn, news).await
    }

    /// Everybody who may be found, and where the log ended before: what changes meanwhile is taken over afterwards.
    async fn read_everybody(&self) -> Result<(Position, PeerIndexBuilder), StoreError> {
        let position = peer_log::end(&self.database).await?;
        let mut builder = PeerIndexBuilder::default();
        let mut last = 0;
        loop {
            let page = peers::standings_after(&self.database, last, PAGE).await?;
            let Some(end) = page.last() else { return Ok((position, builder)) };
            last = end.candidate.user.get();
            for (user, is_findable, inputs) in complete(&self.database, page).await? {
                if is_findable {
                    builder.add(user.get(), &inputs);
                }
            }
        }
    }

    /// Looks, so that a server without requests does not fall behind, and removes what is old.
    async fn keep(self: &Arc<Self>) -> Result<(), StoreError> {
        self.look().await?;
        let mut turn = self.turns.take().await;
        let (Some(position), now) = (turn.position.clone(), turn.looked_at) else { return Ok(()) };
        let is_old = |(_, since): &(Position, SystemTime)| now.duration_since(*since).is_ok_and(|age| age >= KEPT);
        if turn.mark.as_ref().is_some_and(is_old)
            && let Some((old, _)) = turn.mark.replace((position, now))
        {
            drop(turn);
            peer_log::remove(&self.database, &old).await?;
        }
        Ok(())
    }

    async fn compact(live: Weak<Self>) {
        let Some(this) = live.upgrade() else { return };
        let before = this.world().as_ref().map(|world| (Arc::clone(&world.index), world.build));
        let compacted = match before {
            Some((index, build)) => {
                let compacted = tokio::task::spawn_blocking(move || index.compact()).await;
                compacted.ok().map(|compacted| (compacted, build))
            }
            None => None,
        };
        let mut turn = this.turns.take().await;
        turn.is_compacting = false;
        if let (Some((compacted, build)), Some(world)) = (compacted, this.world_mut().as_mut())
            // What was compacted of an index that is gone says nothing about the present one.
            && world.build == build
        {
            world.index = Arc::new(world.index.rebased(&compacted));
            add(&this.counters.compactions, 1);
        }
    }
}

async fn complete(
    database: &Database,
    standings: Vec<Standing>,
) -> Result<Vec<(UserId, bool, PeerInputs)>, StoreError> {
    let (candidates, findable): (Vec<_>, Vec<_>) =
        standings.into_iter().map(|standing| (standing.candidate, standing.is_findable)).unzip();
    let complete = inputs::complete(database, candidates).await?;
    Ok(complete.into_iter().zip(findable).map(|((user, inputs), findable)| (user, findable, inputs)).collect())
}

/// The others of each block, by either side.
fn by_user(pairs: &[BlockedPair]) -> HashMap<i64, Vec<i64>> {
    let mut blocks: HashMap<i64, Vec<i64>> = HashMap::new();
    for BlockedPair { blocker, blocked } in pairs {
        blocks.entry(*blocker).or_default().push(*blocked);
        blocks.entry(*blocked).or_default().push(*blocker);
    }
    blocks
}
