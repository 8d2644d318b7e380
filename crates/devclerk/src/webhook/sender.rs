//! Sends messages, and sends them again.

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use orientor_identity::Clock;
use reqwest::{
    Client, Url,
    header::{CONTENT_TYPE, HeaderValue},
    redirect::Policy,
};
use secrecy::ExposeSecret;
use tokio::sync::{Semaphore, mpsc};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tracing::warn;

use super::{
    WebhookFault,
    log::{Attempt, DeliveryLog},
    message::Message,
    signature::SigningSecret,
};
use crate::{clock::millis, settings::WebhookSettings};

/// Pauses before the attempts after the first, in units of the first pause.
const PAUSES: [u32; 7] = [1, 60, 360, 1440, 3600, 7200, 7200];
/// A receiver has this long to answer.
const TIMEOUT: Duration = Duration::from_secs(15);
/// Messages that wait for another attempt; more are given up.
const MAX_WAITING: usize = 1000;

/// Sends messages to the one receiver.
pub(super) struct Sender {
    client: Client,
    url: Url,
    secret: SigningSecret,
    instance_id: String,
    pauses: Vec<Duration>,
    clock: Arc<dyn Clock>,
    log: Arc<DeliveryLog>,
    tasks: TaskTracker,
    stop: CancellationToken,
    waiting: Arc<Semaphore>,
    /// The receiver asked not to be called any more.
    disabled: AtomicBool,
}

enum Outcome {
    Delivered,
    TryAgain,
    GiveUp,
}

impl Sender {
    pub(super) fn new(
        settings: &WebhookSettings,
        instance_id: String,
        clock: Arc<dyn Clock>,
        log: Arc<DeliveryLog>,
        tasks: TaskTracker,
        stop: CancellationToken,
    ) -> Result<Self, WebhookFault> {
        let url = loopback_url(&settings.url).ok_or(WebhookFault::Url)?;
        let secret = SigningSecret::parse(settings.secret.expose_secret())?;
        if !(1..=8).contains(&settings.attempts) {
            return Err(WebhookFault::Attempts);
        }
        let retries = usize::from(settings.attempts - 1);
        let pauses = PAUSES.iter().take(retries).map(|units| settings.first_retry.saturating_mul(*units)).collect();
        // Neither a redirect nor a proxy may carry an event off this machine.
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .timeout(TIMEOUT)
            .build()
            .map_err(|_| WebhookFault::Client)?;
        Ok(Self {
            client,
            url,
            secret,
            instance_id,
            pauses,
            clock,
            log,
            tasks,
            stop,
            waiting: Arc::new(Semaphore::new(MAX_WAITING)),
            disabled: AtomicBool::new(false),
        })
    }

    /// Sends the messages of one lane, one after the other.
    pub(super) async fn serve_lane(self: Arc<Self>, mut messages: mpsc::Receiver<Message>) {
        let work = async {
            while let Some(message) = messages.recv().await {
                match self.attempt(&message).await {
                    Outcome::Delivered => {}
                    Outcome::TryAgain => self.clone().retry(message),
                    Outcome::GiveUp => self.log.give_up(message.id()),
                }
            }
        };
        self.stop.run_until_cancelled(work).await;
    }

    /// Tries again later, beside the lane, so that the next messages need not wait.
    fn retry(self: Arc<Self>, message: Message) {
        let Ok(permit) = self.waiting.clone().try_acquire_owned() else {
            warn!(message.id = message.id(), "gave up webhook {}: too many wait for a retry", message.id());
            self.log.give_up(message.id());
            return;
        };
        let tasks = self.tasks.clone();
        tasks.spawn(async move {
            let _permit = permit;
            let work = async {
                for pause in &self.pauses {
                    tokio::time::sleep(*pause).await;
                    match self.attempt(&message).await {
                        Outcome::Delivered => return,
                        Outcome::TryAgain => {}
                        Outcome::GiveUp => break,
                    }
                }
                self.log.give_up(message.id());
            };
            self.stop.run_until_cancelled(work).await;
        });
    }

    async fn attempt(&self, message: &Message) -> Outcome {
        if self.disabled.load(Ordering::Relaxed) {
            return Outcome::GiveUp;
        }
        let Ok(body) = message.to_body(&self.instance_id) else { return Outcome::GiveUp };
        let now = self.clock.now();
        let request = self
            .client
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("svix-id", message.id())
            .header("svix-timestamp", now.as_secs())
            .header("svix-signature", self.secret.sign(message.id(), now.as_secs(), &body))
            .body(body);
        let answer = request.send().await.ok();
        let status = answer.as_ref().map(reqwest::Response::status);
        self.log.record(message.id(), Attempt { at: millis(now), status: status.map(|status| status.as_u16()) });
        if status.is_some_and(|status| status.is_success()) {
            return Outcome::Delivered;
        }
        let wish =
            answer.as_ref().and_then(|answer| answer.headers().get("webhook-delivery")).map(HeaderValue::as_bytes);
        match wish {
            Some(b"disable") => {
                warn!("the webhook receiver asked to be left alone; no more events until the next start");
                self.disabled.store(true, Ordering::Relaxed);
                Outcome::GiveUp
            }
            Some(b"abort-message") => Outcome::GiveUp,
            _ if self.pauses.is_empty() => Outcome::GiveUp,
            _ => Outcome::TryAgain,
        }
    }
}

/// The address, if it is plain HTTP on this machine.
fn loopback_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let host = url.host_str()?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_loopback = host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    (url.scheme() == "http" && is_loopback && url.username().is_empty() && url.password().is_none()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_http_on_this_machine_is_a_receiver() {
        for text in
            ["http://localhost:8000/webhooks/clerk", "http://127.0.0.1/", "http://127.9.9.9:1", "http://[::1]:80/x"]
        {
            assert!(loopback_url(text).is_some(), "{text}");
        }
        for text in [
            "https://localhost/",
            "http://example.com/",
            "http://localhost.example.com/",
            "http://127.0.0.1.example.com/",
            "http://10.0.0.1/",
            "http://0.0.0.0/",
            "http://[::]/",
            "http://ada@localhost/",
            "ftp://localhost/",
            "localhost:8000",
            "",
        ] {
            assert!(loopback_url(text).is_none(), "{text}");
        }
    }
}
