//! Where spans of requests go: to an OpenTelemetry collector, if one is named and the program was built with it.

use std::time::Duration;

use crate::settings::{SettingsError, TraceSettings};

/// What sends spans; nothing does where no collector is named.
#[derive(Debug, Default)]
pub(crate) struct Exporter {
    #[cfg(feature = "otel")]
    provider: Option<opentelemetry_sdk::trace::SdkTracerProvider>,
}

impl Exporter {
    /// What requests are given.
    #[cfg_attr(not(feature = "otel"), expect(clippy::unused_self, reason = "the same with the feature and without"))]
    pub(crate) fn traces(&self) -> orientor_http::Traces {
        #[cfg(feature = "otel")]
        if let Some(provider) = &self.provider {
            use opentelemetry::trace::TracerProvider as _;
            return orientor_http::Traces::to(provider.tracer("orientor"));
        }
        orientor_http::Traces::default()
    }

    /// To be called when logging has been started.
    #[cfg(feature = "otel")]
    pub(crate) fn start(settings: &TraceSettings) -> Result<Self, SettingsError> {
        use opentelemetry_otlp::{SpanExporter, WithExportConfig as _};
        use opentelemetry_sdk::{Resource, trace::SdkTracerProvider};

        let Some(address) = settings.address()? else { return Ok(Self::default()) };
        let exporter = SpanExporter::builder().with_http().with_endpoint(address).build();
        let exporter =
            exporter.map_err(|error| SettingsError(format!("traces cannot be sent to a collector: {error}")))?;
        let resource = Resource::builder();
        // The standard variable has the last word.
        let resource = match std::env::var_os("OTEL_SERVICE_NAME") {
            Some(_) => resource,
            None => resource.with_service_name("orientor"),
        };
        // On a thread of its own, from a queue that is bounded: what does not fit is dropped, and no request waits.
        let provider =
            SdkTracerProvider::builder().with_resource(resource.build()).with_batch_exporter(exporter).build();
        Ok(Self { provider: Some(provider) })
    }

    /// To be called when logging has been started.
    #[cfg(not(feature = "otel"))]
    pub(crate) fn start(settings: &TraceSettings) -> Result<Self, SettingsError> {
        if settings.address()?.is_some() {
            // Whoever runs many programs sets the variable for all of them, so this is no reason not to start.
            tracing::warn!("this program was built without the feature `otel`, and sends no traces");
        }
        Ok(Self::default())
    }

    /// Sends what is left, for so long at most. It blocks, and is to be called when there is nothing else to do.
    #[cfg_attr(
        not(feature = "otel"),
        expect(clippy::unused_self, unused_variables, reason = "the same with the feature and without")
    )]
    pub(crate) fn end(self, time: Duration) {
        #[cfg(feature = "otel")]
        if let Some(provider) = self.provider
            && let Err(error) = provider.shutdown_with_timeout(time)
        {
            tracing::warn!(%error, "the last traces could not be sent");
        }
    }
}

impl TraceSettings {
    /// Where spans are sent to.
    fn address(&self) -> Result<Option<String>, SettingsError> {
        let base = self.otlp_endpoint.trim_end_matches('/');
        if base.is_empty() {
            return Ok(None);
        }
        if !["http://", "https://"].iter().any(|scheme| base.strip_prefix(scheme).is_some_and(|host| !host.is_empty()))
        {
            return Err(SettingsError(
                "OTEL_EXPORTER_OTLP_ENDPOINT is not the address of a collector, such as http://127.0.0.1:4318"
                    .to_owned(),
            ));
        }
        Ok(Some(format!("{base}/v1/traces")))
    }
}
