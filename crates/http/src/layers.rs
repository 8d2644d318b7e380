//! What every request passes through: an id, a span, a log line, limits, CORS.

use std::{any::Any, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    error_handling::HandleErrorLayer,
    extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request},
    http::{HeaderName, HeaderValue, Method, Response, Uri, header, uri::Authority},
    middleware::{self, Next},
    response::IntoResponse,
};
use tower::{BoxError, ServiceBuilder, util::MapRequestLayer};
use tower_http::{
    catch_panic::CatchPanicLayer,
    cors::{AllowOrigin, CorsLayer},
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    trace::TraceLayer,
};
use tracing::{Span, field};
use uuid::Uuid;

use crate::{
    ApiError, RouterSettings,
    admission::{Admission, Refuse},
    body_time,
    extract::SHARE_PASSWORD,
    forward_auth,
    rate::RateLimits,
};

/// Largest body of a route that says nothing else.
const BODY_LIMIT_BYTES: usize = 256 * 1024;
/// A request that takes longer than this is given up.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Says that a share asks for a password.
pub(crate) const PASSWORD_NEEDED: HeaderName = HeaderName::from_static("x-requires-password");

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Answers after a handler has panicked.
type Panicked = fn(Box<dyn Any + Send + 'static>) -> Response<Body>;

/// Puts all layers around the routes.
pub(crate) fn around(routes: Router, settings: &RouterSettings) -> Router {
    let admission = Admission::new(settings.limits.requests);
    from_outside(api(routes, settings, &admission, &Arc::new(RateLimits::new(&settings.rate))))
}

/// The same, with other routes beside them: those that proxies ask, and those that tell how the server is.
///
/// The former have no CORS layer: it answers every OPTIONS request with 200 by itself, and a proxy would take that for
/// the permission to let a client's OPTIONS request pass. The latter answer also when there is too much to do.
pub(crate) fn around_everything(routes: Router, proxied: Router, health: Router, settings: &RouterSettings) -> Router {
    // One number for both, because they share the machine and the database.
    let admission = Admission::new(settings.limits.requests);
    let rate = Arc::new(RateLimits::new(&settings.rate));
    let proxied = guarded(within(proxied, settings, |_| not_judged()), settings);
    // Who asks too often is told so before a place is taken for them.
    let proxied = rated(admission.around(proxied, forward_auth::refuse), Arc::clone(&rate), forward_auth::refuse);
    let proxied = identified(proxied, None, settings);
    let health =
        identified(guarded(within(health, settings, panicked), settings), Some(cors(&settings.origins)), settings);
    from_outside(api(routes, settings, &admission, &rate).merge(proxied).merge(health))
}

fn api(routes: Router, settings: &RouterSettings, admission: &Arc<Admission>, rate: &Arc<RateLimits>) -> Router {
    let routes = guarded(within(routes, settings, panicked), settings);
    let routes = admission.around(routes, IntoResponse::into_response);
    let routes = rated(routes, Arc::clone(rate), IntoResponse::into_response);
    identified(routes, Some(cors(&settings.origins)), settings)
}

fn from_outside(routes: Router) -> Router {
    // Before routing, so that a slash at the end finds the same handler.
    let service = ServiceBuilder::new().layer(MapRequestLayer::new(without_trailing_slash)).service(routes);
    Router::new().fallback_service(service)
}

/// What even those pass through who are refused at once.
fn identified(routes: Router, cors: Option<CorsLayer>, settings: &RouterSettings) -> Router {
    let layers = ServiceBuilder::new()
        .layer(MapRequestLayer::new(without_request_id))
        .layer(SetRequestIdLayer::new(REQUEST_ID, Fresh))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .option_layer(cors);
    settings.traces.around(settings.requests.around(routes.layer(layers)))
}

/// What those pass through who are answered.
fn within(routes: Router, settings: &RouterSettings, panicked: Panicked) -> Router {
    let layers = ServiceBuilder::new()
        .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(log_response).on_failure(()))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(HandleErrorLayer::new(async |_: BoxError| ApiError::timeout()))
        .layer(tower::timeout::TimeoutLayer::new(TIME_LIMIT))
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES));
    body_time::around(routes, settings.limits.body_time).layer(layers)
}

/// Ids that clients send are not taken over: they could forge log lines.
fn without_request_id<B>(mut request: axum::http::Request<B>) -> axum::http::Request<B> {
    request.headers_mut().remove(REQUEST_ID);
    request
}

/// A new id for each request.
#[derive(Clone, Copy)]
struct Fresh;

impl MakeRequestId for Fresh {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let id = Uuid::new_v4().simple().to_string();
        HeaderValue::try_from(id).ok().map(RequestId::new)
    }
}

fn span(request: &Request<Body>) -> Span {
    // The route and not the path: paths and queries name people.
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let id = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok()).unwrap_or("-");
    tracing::info_span!("request", id, method = %request.method(), route, user.id = field::Empty)
}

fn log_response<B>(response: &Response<B>, latency: Duration, _: &Span) {
    let status = response.status().as_u16();
    let latency_us = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
    tracing::info!(status, latency_us, "answered {status} in {latency_us} us");
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> axum::response::Response {
    tracing::error!("a handler panicked");
    ApiError::internal().into_response()
}

fn not_judged() -> Response<Body> {
    tracing::error!("judging a request for a proxy panicked");
    forward_auth::refuse(ApiError::not_judged())
}

/// Counts each request for its address, and has the limits at hand for whoever finds out the user.
fn rated(routes: Router, limits: Arc<RateLimits>, refuse: Refuse) -> Router {
    routes.layer(middleware::from_fn(move |mut request: Request, next: Next| {
        let limits = Arc::clone(&limits);
        async move {
            // Only tests answer without a connection.
            let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
            if let Some(Err(error)) = peer.map(|peer| limits.address(peer, request.headers())) {
                return refuse(error);
            }
            request.extensions_mut().insert(limits);
            next.run(request).await
        }
    }))
}

/// On a development server, refuses what did not come from this machine's own pages: a name of somebody else's that
/// resolves to loopback, or a page of another origin.
fn guarded(routes: Router, settings: &RouterSettings) -> Router {
    if !settings.loopback_only {
        return routes;
    }
    let origins: Arc<[String]> = settings.origins.clone().into();
    routes.layer(middleware::from_fn(move |request: Request, next: Next| {
        let origins = Arc::clone(&origins);
        async move {
            if is_from_here(&request, &origins) {
                next.run(request).await
            } else {
                ApiError::not_from_here().into_response()
            }
        }
    }))
}

fn is_from_here(request: &Request, origins: &[String]) -> bool {
    let text = |name| request.headers().get(name).map(|value: &HeaderValue| value.to_str().unwrap_or_default());
    let host = text(header::HOST).or_else(|| request.uri().authority().map(Authority::as_str));
    let name = host.unwrap_or_default();
    let name = name.rsplit_once(':').map_or(name, |(name, _)| name);
    let host_fits = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
    let origin_fits = text(header::ORIGIN).is_none_or(|origin| origins.iter().any(|known| known == origin));
    host_fits && origin_fits
}

fn cors(origins: &[String]) -> CorsLayer {
    // Settings are checked before they come here; what is no header value can match no header.
    let origins = origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE, header::ACCEPT_LANGUAGE, SHARE_PASSWORD])
        .expose_headers([REQUEST_ID, header::LOCATION, header::RETRY_AFTER, header::LINK, PASSWORD_NEEDED])
        .max_age(Duration::from_mins(10))
}

/// `/profiles/me/` is `/profiles/me`. The pages below `/docs` need their slash.
fn without_trailing_slash<B>(mut request: axum::http::Request<B>) -> axum::http::Request<B> {
    let path = request.uri().path();
    if path.len() > 1 && path.ends_with('/') && !path.starts_with("/docs/") {
        let trimmed = path.trim_end_matches('/');
        let shorter = match request.uri().query() {
            Some(query) => format!("{trimmed}?{query}"),
            None => trimmed.to_owned(),
        };
        let mut parts = request.uri().clone().into_parts();
        // Cutting slashes off a path leaves a path; if it did not, the request goes on as it came.
        if let Ok(path) = shorter.parse() {
            parts.path_and_query = Some(path);
            if let Ok(uri) = Uri::from_parts(parts) {
                *request.uri_mut() = uri;
            }
        }
    }
    request
}
