//! A span for each request, for OpenTelemetry.
//!
//! Without the feature `otel` there is only the type, so that settings are the same.

#[cfg(feature = "otel")]
mod spans;
#[cfg(feature = "otel")]
#[cfg(test)]
mod tests;

use axum::Router;

/// Where spans of requests go; by default, and without the feature `otel`, nowhere.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    #[cfg(feature = "otel")]
    tracer: Option<std::sync::Arc<opentelemetry::global::BoxedTracer>>,
}

impl Traces {
    /// To this tracer. It must not wait for anybody: requests wait for it.
    #[cfg(feature = "otel")]
    pub fn to(tracer: impl opentelemetry::global::ObjectSafeTracer + Send + Sync + 'static) -> Self {
        let tracer = opentelemetry::global::BoxedTracer::new(Box::new(tracer));
        Self { tracer: Some(std::sync::Arc::new(tracer)) }
    }

    /// Has a span for every request of these routes.
    #[cfg_attr(not(feature = "otel"), expect(clippy::unused_self, reason = "the same with the feature and without"))]
    pub(crate) fn around(&self, routes: Router) -> Router {
        #[cfg(feature = "otel")]
        if let Some(tracer) = &self.tracer {
            return spans::around(routes, tracer);
        }
        routes
    }
}
