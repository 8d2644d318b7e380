//! From settings to the limits of the server.

use std::{
    num::{NonZeroU32, NonZeroUsize},
    time::Duration,
};

use orientor_http::{ConnectionLimits, RateSettings, RequestLimits};
use serde::Deserialize;

use super::SettingsError;

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct HttpSettings {
    pub(crate) bind: String,
    pub(crate) allowed_origins: Vec<String>,
    pub(crate) metrics_bind: String,
    pub(crate) max_connections: NonZeroUsize,
    pub(crate) max_requests: NonZeroUsize,
    pub(crate) body_seconds: NonZeroU32,
    pub(crate) drain_notice_seconds: u32,
    pub(crate) drain_seconds: u32,
    pub(crate) user_rate: u32,
    pub(crate) address_rate: u32,
    pub(crate) trusted_proxies: Vec<String>,
}

impl HttpSettings {
    /// Connections at the same time.
    pub(crate) fn connections(&self) -> ConnectionLimits {
        ConnectionLimits { connections: self.max_connections.get() }
    }

    /// How often somebody may ask.
    pub(crate) fn rate(&self) -> Result<RateSettings, SettingsError> {
        let per_minute = |rate: u32| (rate > 0).then_some(rate);
        let networks = self.trusted_proxies.iter().map(|text| text.parse());
        let trusted_proxies = networks
            .collect::<Result<_, _>>()
            .map_err(|error| SettingsError(format!("ORIENTOR_TRUSTED_PROXIES: {error}")))?;
        Ok(RateSettings {
            user_per_minute: per_minute(self.user_rate),
            address_per_minute: per_minute(self.address_rate),
            trusted_proxies,
        })
    }

    /// Requests at the same time.
    pub(crate) fn requests(&self) -> RequestLimits {
        RequestLimits {
            requests: self.max_requests.get(),
            body_time: Duration::from_secs(self.body_seconds.get().into()),
        }
    }
}
