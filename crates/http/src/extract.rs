//! What handlers ask for.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    body::Bytes,
    extract::{ConnectInfo, FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts},
};
use orientor_domain::peers::Language;
use orientor_identity::{UserId, UserRef, VerifiedSession};
use serde::de::DeserializeOwned;

use crate::{
    ApiError, AppState,
    rate::{Attempt, RateLimits},
};

/// Carries the password of a share.
pub(crate) const SHARE_PASSWORD: HeaderName = HeaderName::from_static("x-share-password");

/// The user who makes this request, and does not ask too often. Asking for it is all that makes a route private.
#[derive(Clone, Debug)]
pub(crate) struct CurrentUser {
    /// The application's own id.
    pub(crate) id: UserId,
    /// The verified session.
    pub(crate) session: Arc<VerifiedSession>,
}

impl FromRequestParts<AppState> for CurrentUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let user = orientor_identity::axum::CurrentUser::from_request_parts(parts, app).await?;
        if let Some(limits) = parts.extensions.get::<Arc<RateLimits>>() {
            limits.user(user.id)?;
        }
        Ok(Self { id: user.id, session: user.session })
    }
}

/// A JSON body, parsed as a whole or refused with the path of the field.
#[derive(Debug)]
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<AppState> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, ApiError> {
        if !is_json(request.headers()) {
            return Err(ApiError::media_type());
        }
        let bytes = Bytes::from_request(request, app).await?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            let field = if path == "." { String::new() } else { format!("`{path}`: ") };
            ApiError::body(format!("{field}{}.", error.into_inner()))
        })?;
        reader.end().map_err(|error| ApiError::body(format!("{error}.")))?;
        Ok(Self(value))
    }
}

/// The same, or nothing where no body was sent.
#[derive(Debug)]
pub(crate) struct MaybeBody<T>(pub(crate) Option<T>);

impl<T: DeserializeOwned> FromRequest<AppState> for MaybeBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), app).await?;
        if bytes.is_empty() {
            return Ok(Self(None));
        }
        let Body(value) = Body::from_request(Request::from_parts(parts, bytes.into()), app).await?;
        Ok(Self(Some(value)))
    }
}

/// Whoever asks, who need not be anybody.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// The user, if a session is accepted.
    pub(crate) user: Option<UserId>,
    limits: Option<Arc<RateLimits>>,
    address: IpAddr,
}

impl Visitor {
    /// Counts an attempt to open this share with a password.
    pub(crate) fn attempt(&self, share: i64) -> Result<Attempt, ApiError> {
        self.limits.as_ref().map_or(Ok(Attempt::default()), |limits| limits.attempt(share, self.address))
    }
}

impl FromRequestParts<AppState> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        // A session that is over makes nobody of somebody, and no more than that.
        let has_session =
            parts.headers.contains_key(header::AUTHORIZATION) || parts.headers.contains_key(header::COOKIE);
        let user = if has_session { CurrentUser::from_request_parts(parts, app).await.ok() } else { None };
        let limits = parts.extensions.get::<Arc<RateLimits>>().map(Arc::clone);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        // Only tests answer without a connection.
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let address = limits.as_ref().map_or(peer, |limits| limits.client(peer, &parts.headers));
        Ok(Self { user: user.map(|user| user.id), limits, address })
    }
}

/// The password in the header `X-Share-Password`.
#[derive(Debug)]
pub(crate) struct SharePassword(pub(crate) Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for SharePassword {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let value = parts.headers.get(SHARE_PASSWORD).map(HeaderValue::as_bytes);
        // A header carries ASCII only, so what a form makes of a text is read back.
        let pairs = value.map(|value| [b"p=", value].concat().iter().map(|byte| escaped(*byte)).collect::<String>());
        let password =
            pairs.and_then(|text| form_urlencoded::parse(text.as_bytes()).next().map(|it| it.1.into_owned()));
        Ok(Self(password.filter(|text| text.chars().count() <= 128)))
    }
}

/// What means something in a form and nothing in a header.
fn escaped(byte: u8) -> String {
    match byte {
        b'&' => "%26".to_owned(),
        b'+' => "%2B".to_owned(),
        byte => char::from(byte).to_string(),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE) else { return false };
    let essence = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json") || essence.eq_ignore_ascii_case("application/merge-patch+json")
}

/// The part behind the question mark.
#[derive(Debug)]
pub(crate) struct Params<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Params<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Query(params) = Query::from_request_parts(parts, state)
            .await
            .map_err(|rejection| ApiError::query(format!("{}.", rejection.body_text())))?;
        Ok(Self(params))
    }
}

/// The active user whom the path names, by number or by Clerk id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NamedUser(pub(crate) UserId);

impl FromRequestParts<AppState> for NamedUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let reference = user_in_path(parts, app).await?;
        Ok(Self(app.bridge.resolve_ref(&reference).await?))
    }
}

/// The same, active or not: what somebody wrote stays readable, and a block can be taken back, when they have left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownUser(pub(crate) UserId);

impl FromRequestParts<AppState> for KnownUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let reference = user_in_path(parts, app).await?;
        let found = app.bridge.locate(&reference).await?;
        found.map(|user| Self(user.id)).ok_or_else(ApiError::no_user)
    }
}

async fn user_in_path(parts: &mut Parts, app: &AppState) -> Result<UserRef, ApiError> {
    let Path(text) = Path::<String>::from_request_parts(parts, app).await.map_err(|_| ApiError::no_user())?;
    text.parse().map_err(|_| ApiError::no_user())
}

/// The language that the client prefers, of those that we speak.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speaks(pub(crate) Language);

impl<S: Send + Sync> FromRequestParts<S> for Speaks {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let accepted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Ok(Self(preferred(accepted.unwrap_or_default())))
    }
}

/// The first of our languages by descending weight; English if none is named.
fn preferred(accepted: &str) -> Language {
    let mut best = (0.0_f32, Language::English);
    for range in accepted.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let weight = parameters.trim().strip_prefix("q=").map_or(1.0, |text| text.parse().unwrap_or(0.0));
        let primary = tag.trim().split('-').next().unwrap_or_default();
        let language = match primary {
            tag if tag.eq_ignore_ascii_case("fr") => Language::French,
            tag if tag.eq_ignore_ascii_case("en") => Language::English,
            _ => continue,
        };
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_that_we_speak_wins() {
        for (header, language) in [
            ("", Language::English),
            ("fr", Language::French),
            ("fr-CA,fr;q=0.9,en;q=0.8", Language::French),
            ("de,en;q=0.5,fr;q=0.7", Language::French),
            ("en,fr", Language::English),
            ("fr;q=0", Language::English),
            (";;;,q=,fr;q=x", Language::English),
        ] {
            assert_eq!(preferred(header), language, "{header:?}");
        }
    }
}
