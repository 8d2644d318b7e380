//! What a span tells of a request.
//!
//! Made by hand and not from our log: only what stands here can ever leave the process, and that is no token, no address
//! and nothing that somebody wrote.

use std::sync::Arc;

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, Method, StatusCode},
    middleware::{self, Next},
    response::Response,
};
use opentelemetry::{
    Context, KeyValue,
    global::{BoxedSpan, BoxedTracer},
    propagation::{Extractor, TextMapPropagator as _},
    trace::{Span as _, SpanBuilder, SpanKind, Status, Tracer as _},
};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use orientor_identity::axum::ErrorCode;

use crate::layers::REQUEST_ID;

pub(super) const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
/// Anything else is `_OTHER`: a client may invent methods.
const METHODS: [Method; 7] =
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS];

pub(super) fn around(routes: Router, tracer: &Arc<BoxedTracer>) -> Router {
    let tracer = Arc::clone(tracer);
    routes.layer(middleware::from_fn(move |request: Request, next: Next| {
        // Ends with the value, also when the client goes away.
        let mut span = begin(&tracer, &request);
        async move {
            let response = next.run(request).await;
            describe(&mut span, &response);
            response
        }
    }))
}

fn begin(tracer: &BoxedTracer, request: &Request) -> BoxedSpan {
    let method = METHODS.iter().find(|known| *known == request.method());
    let method = method.map_or("_OTHER", Method::as_str).to_owned();
    // The route and not the path: paths and queries name people.
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let name = route.as_ref().map_or_else(|| method.clone(), |route| format!("{method} {route}"));
    let mut attributes = vec![KeyValue::new("http.request.method", method)];
    attributes.extend(route.map(|route| KeyValue::new("http.route", route)));
    let span = SpanBuilder::from_name(name).with_kind(SpanKind::Server).with_attributes(attributes);
    tracer.build_with_context(span, &caller(request.headers()))
}

fn describe(span: &mut BoxedSpan, response: &Response) {
    let status = response.status();
    span.set_attribute(KeyValue::new("http.response.status_code", i64::from(status.as_u16())));
    if let Some(id) = response.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()) {
        span.set_attribute(KeyValue::new("orientor.request_id", id.to_owned()));
    }
    if let Some(ErrorCode(code)) = response.extensions().get() {
        span.set_attribute(KeyValue::new("error.type", *code));
    }
    // What a client did wrong is no error of the server.
    if status >= StatusCode::INTERNAL_SERVER_ERROR {
        span.set_status(Status::error(""));
    }
}

/// The span of the caller, as they say. Anybody may say anything, so nothing but the place in the tree comes from it.
pub(super) fn caller(headers: &HeaderMap) -> Context {
    TraceContextPropagator::new().extract_with_context(&Context::new(), &OnlyParent(headers))
}

/// `traceparent` and nothing else: what strangers write into `tracestate` would be passed on as it is.
struct OnlyParent<'a>(&'a HeaderMap);

impl Extractor for OnlyParent<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        if TRACEPARENT != *key {
            return None;
        }
        let mut values = self.0.get_all(TRACEPARENT).iter();
        // Of several, none is meant.
        values.next().filter(|_| values.next().is_none())?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().filter(|name| **name == TRACEPARENT).map(HeaderName::as_str).collect()
    }
}
