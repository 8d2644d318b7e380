//! Who fits best: from an index in memory where there is one, else by comparing everybody.
//!
//! Both give the same answer, bit for bit. `docs/matching-index.md` tells how the index stays true.

mod cards;
mod live;
mod turn;

use std::{collections::HashMap, sync::Arc, thread::available_parallelism};

use orientor_domain::peers::{PeerInputs, Ranked, rank};
use orientor_identity::UserId;
use orientor_store::{
    Database, StoreError,
    queries::{self, peers::Card},
};
use tokio::{runtime::Handle, sync::Semaphore, task::spawn_blocking};

pub use self::live::IndexReport;
use self::{cards::Cards, live::Live};
use crate::inputs;

/// Ranks peers. Cheap to clone; clones share the index.
#[derive(Clone, Debug)]
pub struct Matching {
    database: Database,
    live: Option<Arc<Live>>,
    /// To compare everybody: as many at once as there are processors, the others in the order in which they came.
    turns: Arc<Semaphore>,
}

/// The best peers of somebody.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// What is known of who asked.
    pub mine: PeerInputs,
    /// The peers, best first.
    pub peers: Vec<RankedPeer>,
    /// Where cards are in memory, as current as this.
    cards: Option<Arc<Cards>>,
}

/// One of the best.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedPeer {
    /// Who.
    pub user: UserId,
    /// How well they match.
    pub ranked: Ranked,
    /// What is known of them.
    pub inputs: PeerInputs,
}

impl Matching {
    /// Compares everybody each time. This is the definition.
    pub fn plain(database: Database) -> Self {
        Self::with(database, None)
    }

    /// Builds an index in the background and keeps it current; compares everybody until it is ready.
    ///
    /// To be called in a tokio runtime. Ends when the last clone is dropped.
    pub fn indexed(database: Database) -> Self {
        let live = Live::start(database.clone());
        Self::with(database, Some(live))
    }

    fn with(database: Database, live: Option<Arc<Live>>) -> Self {
        let processors = available_parallelism().map_or(1, usize::from);
        Self { database, live, turns: Arc::new(Semaphore::new(processors)) }
    }

    /// Where everything is.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Waits until answers come from the index. At once if there is to be none.
    pub async fn ready(&self) {
        if let Some(live) = &self.live {
            live.ready().await;
        }
    }

    /// How the index is; `None` if there is to be none.
    pub fn report(&self) -> Option<IndexReport> {
        self.live.as_ref().map(|live| live.report())
    }

    /// The best `limit` peers for `me`: of everybody whom they may meet after every change that was committed
    /// before this was called, whoever made it.
    pub async fn best(&self, me: UserId, limit: usize) -> Result<Ranking, StoreError> {
        if let Some(live) = &self.live
            && let Some(ranking) = live.best(me, limit).await?
        {
            return Ok(ranking);
        }
        // Nobody closes it.
        let turn = Arc::clone(&self.turns).acquire_owned().await.ok();
        let (database, here) = (self.database.clone(), Handle::current());
        // It takes so long that whoever wants something small would wait for it.
        let compared = spawn_blocking(move || {
            let _turn = turn;
            here.block_on(best_of_all(&database, me, limit))
        });
        match compared.await {
            Ok(compared) => compared,
            Err(failed) => match failed.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                // The runtime ends, and this with it.
                Err(_) => std::future::pending().await,
            },
        }
    }
}

impl Ranking {
    /// What may be seen of the peers, by user, no older than the ranking. Who was deleted since has none.
    pub async fn cards(&self, database: &Database) -> Result<HashMap<UserId, Arc<Card>>, StoreError> {
        let users: Vec<UserId> = self.peers.iter().map(|peer| peer.user).collect();
        match &self.cards {
            Some(cards) => cards.get(database, &users).await,
            None => Cards::default().get(database, &users).await,
        }
    }
}

/// Loads everybody whom `me` may meet, and compares them all.
async fn best_of_all(database: &Database, me: UserId, limit: usize) -> Result<Ranking, StoreError> {
    let candidates = queries::peers::candidates(database, me).await?;
    let mut mine = PeerInputs::default();
    let mut others = HashMap::with_capacity(candidates.len());
    for (user, inputs) in inputs::complete(database, candidates).await? {
        if user == me {
            mine = inputs;
        } else {
            others.insert(user.get(), (user, inputs));
        }
    }
    let ranked = rank(&mine, others.iter().map(|(number, (_, inputs))| (*number, inputs)), limit);
    let peers = ranked.into_iter().filter_map(|ranked| {
        let (user, inputs) = others.remove(&ranked.user_id)?;
        Some(RankedPeer { user, ranked, inputs })
    });
    Ok(Ranking { peers: peers.collect(), mine, cards: None })
}
