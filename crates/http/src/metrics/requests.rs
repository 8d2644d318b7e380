//! Counts of requests, by route and by what came of them.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::Method,
    middleware::{self, Next},
};
use orientor_identity::axum::ErrorCode;

use super::Text;
use crate::ApiError;

/// Upper ends of the steps, in seconds; beyond the last is everything else.
const STEPS: [f64; 13] = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];
/// Anything else is `other`: a client may invent methods.
const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"];
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];
/// Where no route was found: paths name people.
const NO_ROUTE: &str = "-";

/// Counts the requests of one server. Cloning gives the same counts.
#[derive(Clone, Debug)]
pub struct RequestCounts(Arc<Counts>);

impl Default for RequestCounts {
    fn default() -> Self {
        let counts = Counts::default();
        // There from the start, at zero: of a counter that only begins with the first of them, a rate would miss that one.
        counts.error_count(ApiError::overloaded().into_rejection().code);
        Self(Arc::new(counts))
    }
}

#[derive(Debug, Default)]
struct Counts {
    /// There are as many as the router has, so this grows no further.
    routes: RwLock<BTreeMap<String, Arc<Route>>>,
    /// By code; there are as many as the program has.
    errors: RwLock<BTreeMap<&'static str, Arc<AtomicU64>>>,
    in_flight: AtomicU64,
}

#[derive(Debug, Default)]
struct Route {
    answered: [[AtomicU64; CLASSES.len()]; METHODS.len()],
    /// How many fell into each step, and not below.
    steps: [AtomicU64; STEPS.len() + 1],
    sum_ns: AtomicU64,
}

impl RequestCounts {
    /// Has every request of these routes counted.
    pub(crate) fn around(&self, routes: Router) -> Router {
        let counts = Arc::clone(&self.0);
        routes.layer(middleware::from_fn(move |request: Request, next: Next| {
            let counts = Arc::clone(&counts);
            async move {
                let path = request.extensions().get::<MatchedPath>().cloned();
                let route = counts.route(path.as_ref().map_or(NO_ROUTE, MatchedPath::as_str));
                let method = index_of(request.method());
                // Also taken back when the client goes away and the future is dropped.
                let _in_flight = InFlight::new(&counts);
                let began = Instant::now();
                let response = next.run(request).await;
                route.count(method, response.status().as_u16(), began.elapsed());
                if let Some(ErrorCode(code)) = response.extensions().get() {
                    counts.error_count(code).fetch_add(1, Ordering::Relaxed);
                }
                response
            }
        }))
    }

    pub(super) fn show(&self, text: &mut Text) {
        let Counts { routes, errors, in_flight } = &*self.0;
        let now = in_flight.load(Ordering::Relaxed);
        text.gauge("orientor_http_requests_in_flight", "Requests that are being answered.", now);
        let routes = routes.read().unwrap_or_else(PoisonError::into_inner);
        text.help("orientor_http_requests_total", "Answers by route, method and kind of status.", "counter");
        for (name, route) in &*routes {
            route.show_answers(name, text);
        }
        text.help("orientor_http_request_seconds", "Time to the answer.", "histogram");
        for (name, route) in &*routes {
            route.show_times(name, text);
        }
        text.help("orientor_http_errors_total", "Answers that are errors, by code.", "counter");
        for (code, count) in &*errors.read().unwrap_or_else(PoisonError::into_inner) {
            text.value(&format!("orientor_http_errors_total{{code=\"{code}\"}}"), count.load(Ordering::Relaxed));
        }
    }
}

impl Counts {
    fn route(&self, name: &str) -> Arc<Route> {
        if let Some(route) = self.routes.read().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Arc::clone(route);
        }
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(routes.entry(name.to_owned()).or_default())
    }

    fn error_count(&self, code: &'static str) -> Arc<AtomicU64> {
        let known = self.errors.read().unwrap_or_else(PoisonError::into_inner).get(code).cloned();
        known.unwrap_or_else(|| {
            let mut errors = self.errors.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(errors.entry(code).or_default())
        })
    }
}

struct InFlight<'a>(&'a AtomicU64);

impl<'a> InFlight<'a> {
    fn new(counts: &'a Counts) -> Self {
        counts.in_flight.fetch_add(1, Ordering::Relaxed);
        Self(&counts.in_flight)
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn index_of(method: &Method) -> usize {
    METHODS.iter().position(|known| *known == method.as_str()).unwrap_or(METHODS.len() - 1)
}

impl Route {
    fn count(&self, method: usize, status: u16, took: Duration) {
        let class = usize::from(status / 100).clamp(1, CLASSES.len()) - 1;
        self.answered[method][class].fetch_add(1, Ordering::Relaxed);
        let seconds = took.as_secs_f64();
        let step = STEPS.iter().position(|end| seconds <= *end).unwrap_or(STEPS.len());
        self.steps[step].fetch_add(1, Ordering::Relaxed);
        self.sum_ns.fetch_add(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    fn show_answers(&self, route: &str, text: &mut Text) {
        for (method, classes) in METHODS.iter().zip(&self.answered) {
            for (class, count) in CLASSES.iter().zip(classes) {
                let count = count.load(Ordering::Relaxed);
                if count > 0 {
                    let name = "orientor_http_requests_total";
                    text.value(&format!("{name}{{route=\"{route}\",method=\"{method}\",status=\"{class}\"}}"), count);
                }
            }
        }
    }

    fn show_times(&self, route: &str, text: &mut Text) {
        let mut count = 0;
        let mut name = String::new();
        for (at, step) in self.steps.iter().enumerate() {
            count += step.load(Ordering::Relaxed);
            let end = STEPS.get(at).map_or_else(|| "+Inf".to_owned(), f64::to_string);
            name.clear();
            // Writing to a text does not fail.
            let _ = write!(name, "orientor_http_request_seconds_bucket{{route=\"{route}\",le=\"{end}\"}}");
            text.value(&name, count);
        }
        let sum = Duration::from_nanos(self.sum_ns.load(Ordering::Relaxed)).as_secs_f64();
        text.value(&format!("orientor_http_request_seconds_sum{{route=\"{route}\"}}"), sum);
        text.value(&format!("orientor_http_request_seconds_count{{route=\"{route}\"}}"), count);
    }
}
