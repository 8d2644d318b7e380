//! So many requests at the same time, and no more.
//!
//! Beyond what a server can do, waiting only makes everybody slow: clients give up and ask again, and the server works for
//! answers that nobody waits for. So what is too much is refused at once, before anything has been done for it.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    middleware::{self, Next},
    response::Response,
};
use tokio::sync::Semaphore;

use crate::ApiError;

/// How a route tells an error.
pub(crate) type Refuse = fn(ApiError) -> Response;

/// Lets as many requests in as `free` has permits; a permit is given back with the answer.
pub(crate) fn admit(routes: Router, free: Arc<Semaphore>, refuse: Refuse) -> Router {
    routes.layer(middleware::from_fn(move |request: Request, next: Next| {
        let free = Arc::clone(&free);
        async move {
            match free.try_acquire() {
                Ok(_permit) => next.run(request).await,
                Err(_) => refuse(ApiError::overloaded()),
            }
        }
    }))
}
