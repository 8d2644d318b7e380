//! Parts of the path.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use orientor_identity::ClerkUserId;
use serde::de::DeserializeOwned;

use super::error::ApiError;
use crate::refused::Refused;

/// One or more parts of the path; what cannot be decoded leads nowhere.
pub(super) struct Segment<T>(pub(super) T);

/// The user whom the path names. What is not an id names nobody.
pub(super) struct UserSegment(pub(super) ClerkUserId);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Segment<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(value)| Self(value)).map_err(|_| ApiError::route_not_found())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for UserSegment {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Segment(text) = Segment::<String>::from_request_parts(parts, state).await?;
        text.parse().map(Self).map_err(|_| Refused::NotFound("user").into())
    }
}
