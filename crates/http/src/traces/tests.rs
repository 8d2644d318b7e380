use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, body::Body, extract::Request, http::HeaderMap, routing::get};
use opentelemetry::{
    Context,
    trace::{SpanId, SpanKind, Status, TraceContextExt as _, TraceId, TracerProvider as _},
};
use opentelemetry_sdk::{
    error::OTelSdkResult,
    trace::{SdkTracerProvider, Span, SpanData, SpanProcessor},
};
use tower::ServiceExt as _;

use super::{Traces, spans::caller};
use crate::{ApiError, RouterSettings, with_layers};

const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

/// Keeps the spans that have ended.
#[derive(Clone, Debug, Default)]
struct Ended(Arc<Mutex<Vec<SpanData>>>);

impl SpanProcessor for Ended {
    fn on_start(&self, _: &mut Span, _: &Context) {}

    fn on_end(&self, span: SpanData) {
        self.0.lock().unwrap().push(span);
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

/// The only span of this request, and the id that the answer has.
async fn span_of(request: axum::http::request::Builder) -> (SpanData, String) {
    let ended = Ended::default();
    let provider = SdkTracerProvider::builder().with_span_processor(ended.clone()).build();
    let routes = Router::new()
        .route("/people/{person}", get(async || "yes"))
        .route("/broken", get(async || ApiError::internal()))
        .fallback(async || ApiError::no_route());
    let traces = Traces::to(provider.tracer("test"));
    let app = with_layers(routes, &RouterSettings { traces, ..RouterSettings::default() });
    let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let id = response.headers()["x-request-id"].to_str().unwrap().to_owned();
    let spans = std::mem::take(&mut *ended.0.lock().unwrap());
    let [span] = <[SpanData; 1]>::try_from(spans).unwrap();
    (span, id)
}

fn attributes(span: &SpanData) -> BTreeMap<String, String> {
    span.attributes.iter().map(|it| (it.key.to_string(), it.value.to_string())).collect()
}

#[tokio::test]
async fn a_span_tells_route_method_status_and_id_of_a_request_and_nothing_else() {
    let request = Request::get("/people/secret?secret=1").header("authorization", "Bearer secret");
    let (span, id) = span_of(request.header("traceparent", PARENT).header("tracestate", "secret=secret")).await;

    let expected = [
        ("http.request.method", "GET"),
        ("http.response.status_code", "200"),
        ("http.route", "/people/{person}"),
        ("orientor.request_id", &id),
    ];
    assert_eq!(attributes(&span), expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    assert_eq!((span.name.as_ref(), &span.span_kind), ("GET /people/{person}", &SpanKind::Server));
    assert_eq!(span.span_context.trace_id(), TraceId::from_hex("0af7651916cd43dd8448eb211c80319c").unwrap());
    assert_eq!(span.parent_span_id, SpanId::from_hex("b7ad6b7169203331").unwrap());
    assert_eq!(span.status, Status::Unset);
    assert!(!format!("{span:?}").contains("secret"), "{span:?}");
}

#[tokio::test]
async fn errors_have_their_code_and_only_ours_count_as_errors() {
    let (ours, _) = span_of(Request::get("/broken")).await;
    assert_eq!((attributes(&ours)["error.type"].as_str(), ours.status.clone()), ("internal", Status::error("")));

    let (theirs, _) = span_of(Request::builder().method("INVENT").uri("/secret")).await;
    assert_eq!((theirs.name.as_ref(), &theirs.status), ("_OTHER", &Status::Unset));
    assert_eq!(attributes(&theirs)["error.type"], "not_found");
    assert!(!format!("{theirs:?}").contains("INVENT"), "{theirs:?}");
    assert_eq!(theirs.parent_span_id, SpanId::INVALID);
}

#[test]
fn only_one_well_formed_caller_is_taken_over() {
    let parent = |values: &[&str]| {
        let headers: HeaderMap = values.iter().map(|it| (super::spans::TRACEPARENT, it.parse().unwrap())).collect();
        caller(&headers).span().span_context().is_valid()
    };

    assert!(parent(&[PARENT]));
    for values in [
        &[][..],
        &[""],
        &["secret"],
        &[PARENT, PARENT],
        &["00-00000000000000000000000000000000-b7ad6b7169203331-01"],
        &["00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"],
        &["ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
    ] {
        assert!(!parent(values), "{values:?}");
    }
}
