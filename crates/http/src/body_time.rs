//! Bodies that come too slowly.
//!
//! A request has its place while its body is read. Without a limit of its own, strangers who send one byte after the
//! other would have all places for as long as an answer may take.

use std::{
    error::Error,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
};
use hyper::body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

/// The body was not complete in time.
#[derive(Debug, thiserror::Error)]
#[error("the body was not complete in time")]
struct TooSlow;

/// Gives each request of these routes so much time, from its head to the end of its body.
pub(crate) fn around(routes: Router, time: Duration) -> Router {
    routes.layer(middleware::from_fn(move |request: Request, next: Next| {
        let until = Instant::now() + time;
        async move {
            if request.body().is_end_stream() {
                return next.run(request).await;
            }
            let request = request.map(|body| Body::new(Timed { body, until, late: None }));
            let mut response = next.run(request).await;
            if response.status() == StatusCode::REQUEST_TIMEOUT {
                // What is still to come is not waited for.
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            response
        }
    }))
}

/// Whether this is why a body could not be read.
pub(crate) fn was_too_slow(error: &(dyn Error + 'static)) -> bool {
    error.is::<TooSlow>() || error.source().is_some_and(was_too_slow)
}

/// A body until a point in time.
struct Timed {
    body: Body,
    until: Instant,
    /// Made when something has to be waited for: most bodies are there with their head.
    late: Option<Pin<Box<Sleep>>>,
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            return Poll::Ready(frame);
        }
        let late = this.late.get_or_insert_with(|| Box::pin(sleep_until(this.until)));
        ready!(late.as_mut().poll(context));
        Poll::Ready(Some(Err(axum::Error::new(TooSlow))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
