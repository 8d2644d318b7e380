//! Events, signed and sent as Clerk does through Svix.
//!
//! Putting an event into the [`Outbox`] never waits. First attempts go out in the
//! order of the changes to each user; retries keep their own schedule.

pub(crate) mod log;
mod message;
mod sender;
mod signature;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use orientor_identity::Clock;
use tokio::sync::mpsc::{self, error::TrySendError};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tracing::warn;

pub(crate) use self::message::EventData;
use self::{log::DeliveryLog, message::Message, sender::Sender};
use crate::{ids::new_id, settings::WebhookSettings};

/// Receivers that are asked at the same time.
const LANES: usize = 8;
/// Messages waiting in one lane; more are dropped, and said so.
const LANE_LENGTH: usize = 8192;

/// Why the webhook settings cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookFault {
    /// Not an `http` address on loopback.
    #[error("the webhook address must be http:// on localhost or a loopback address")]
    Url,
    /// Not `whsec_` and base64 of 24 to 64 bytes.
    #[error("the webhook secret must be whsec_ and base64 of 24 to 64 bytes")]
    Secret,
    /// Not 1 to 8.
    #[error("a webhook is tried 1 to 8 times")]
    Attempts,
    /// The HTTP client could not be set up.
    #[error("no HTTP client for webhooks")]
    Client,
}

/// Where events go. The default drops them.
#[derive(Default)]
pub(crate) struct Outbox(Option<Open>);

struct Open {
    lanes: Vec<mpsc::Sender<Message>>,
    log: Arc<DeliveryLog>,
    clock: Arc<dyn Clock>,
}

impl Outbox {
    /// Starts sending; ends when `stop` is cancelled.
    pub(crate) fn open(
        settings: &WebhookSettings,
        instance_id: String,
        clock: Arc<dyn Clock>,
        log: Arc<DeliveryLog>,
        tasks: &TaskTracker,
        stop: &CancellationToken,
    ) -> Result<Self, WebhookFault> {
        let sender =
            Arc::new(Sender::new(settings, instance_id, clock.clone(), log.clone(), tasks.clone(), stop.clone())?);
        let lane = || {
            let (entrance, messages) = mpsc::channel(LANE_LENGTH);
            tasks.spawn(sender.clone().serve_lane(messages));
            entrance
        };
        let lanes = std::iter::repeat_with(lane).take(LANES).collect();
        Ok(Self(Some(Open { lanes, log, clock })))
    }

    /// Sends an event as soon as may be. Never waits.
    pub(crate) fn push(&self, kind: &'static str, data: EventData) {
        let Some(open) = &self.0 else { return };
        let message = Message::new(new_id("msg_"), kind, data, open.clock.now());
        open.log.begin(&message);
        let mut hasher = DefaultHasher::new();
        message.user_id().hash(&mut hasher);
        let lane = usize::try_from(hasher.finish() % LANES as u64).unwrap_or_default();
        if let Some(lane) = open.lanes.get(lane)
            && let Err(TrySendError::Full(message) | TrySendError::Closed(message)) = lane.try_send(message)
        {
            warn!(message.id = message.id(), "dropped webhook {}: too many are waiting", message.id());
            open.log.give_up(message.id());
        }
    }
}
