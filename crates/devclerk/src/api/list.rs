//! The query of a list: filters, order and page.

use std::collections::HashSet;

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use orientor_identity::ClerkUserId;

use super::error::ApiError;
use crate::{
    instance::{
        filter::{OrderField, Page, TextField, TimeBound, TimeField, UserFilter},
        user::Identifier,
        users::Users,
    },
    refused::{FieldFault, Refused},
};

/// Rows in a page, unless the query says otherwise.
const DEFAULT_LIMIT: usize = 10;
const MAX_LIMIT: usize = 500;
/// Values that one parameter may be given.
const MAX_VALUES: usize = 100;

/// The parameters of a query, in their order, repeated ones included.
pub(super) struct ListQuery(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for ListQuery {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = Query::try_from_uri(&parts.uri);
        query.map(|Query(pairs)| Self(pairs)).map_err(|_| Refused::field(FieldFault::Format, "query").into())
    }
}

impl ListQuery {
    /// Whom to list. Parameters that are not known are left alone, as Clerk does.
    pub(super) fn filter(&self) -> Result<UserFilter, Refused> {
        let mut filter = UserFilter::default();
        let (ids, not_ids) = self.signed("user_id")?;
        filter.ids = (!ids.is_empty()).then_some(ids);
        filter.not_ids = not_ids;
        let (external, not_external) = self.signed("external_id")?;
        add_set(&mut filter, external.into_iter().map(Identifier::External));
        filter.not_identifiers = not_external.into_iter().map(Identifier::External).collect();
        // There are no organizations, so nobody is in one, and leaving one out changes nothing.
        filter.nobody = !self.signed("organization_id")?.0.is_empty();
        // Nor are there accounts at other providers.
        filter.nobody |= self.one("provider").is_some() || self.one("provider_user_id").is_some();
        add_set(&mut filter, self.all("email_address")?.map(Identifier::email));
        add_set(&mut filter, self.all("phone_number")?.map(|text| Identifier::Phone(text.to_owned())));
        add_set(&mut filter, self.all("username")?.map(Identifier::username));
        add_set(&mut filter, self.all("web3_wallet")?.map(Identifier::wallet));
        filter.banned = self.one("banned").map(|text| flag("banned", text)).transpose()?;
        for (name, field) in [
            ("query", TextField::Any),
            ("email_address_query", TextField::Email),
            ("phone_number_query", TextField::Phone),
            ("username_query", TextField::Username),
            ("name_query", TextField::Name),
        ] {
            filter.texts.extend(self.one(name).map(|text| (field, text.to_lowercase())));
        }
        for (name, field, bound) in [
            ("created_at_before", TimeField::Created, TimeBound::Before),
            ("created_at_after", TimeField::Created, TimeBound::After),
            ("last_active_at_before", TimeField::LastActive, TimeBound::Before),
            ("last_active_at_after", TimeField::LastActive, TimeBound::After),
            ("last_active_at_since", TimeField::LastActive, TimeBound::Since),
            ("last_sign_in_at_before", TimeField::LastSignIn, TimeBound::Before),
            ("last_sign_in_at_after", TimeField::LastSignIn, TimeBound::After),
        ] {
            if let Some(text) = self.one(name) {
                filter.times.push((field, bound, integer(name, text)?));
            }
        }
        Ok(filter)
    }

    /// Which part of the list, and in which order. The cursor is looked up in `users`.
    pub(super) fn page(&self, users: &Users) -> Result<Page, Refused> {
        let (order, descending) = self.one("order_by").map_or(Ok((OrderField::Created, true)), order)?;
        let limit = match self.one("limit").map(|text| integer("limit", text)).transpose()? {
            None => DEFAULT_LIMIT,
            Some(limit) if limit < 1 => return Err(Refused::field(FieldFault::Value, "limit")),
            // Clerk does not refuse more, but answers as if nothing had been asked for.
            Some(limit) => usize::try_from(limit).ok().filter(|limit| *limit <= MAX_LIMIT).unwrap_or(DEFAULT_LIMIT),
        };
        let offset = self.one("offset").map_or(Ok(0), |text| integer("offset", text))?;
        let offset = usize::try_from(offset).map_err(|_| Refused::field(FieldFault::Value, "offset"))?;
        let after = self.one("starting_after").map(|text| {
            let position = text.parse::<ClerkUserId>().ok().and_then(|id| users.position(&id));
            let fits = order == OrderField::Created && offset == 0;
            position.filter(|_| fits).ok_or(Refused::field(FieldFault::Value, "starting_after"))
        });
        Ok(Page { order, descending, after: after.transpose()?, offset, limit })
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn all<'a>(&'a self, name: &'a str) -> Result<impl Iterator<Item = &'a str>, Refused> {
        let values = || self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str());
        if values().count() > MAX_VALUES { Err(Refused::field(FieldFault::Value, name)) } else { Ok(values()) }
    }

    /// The values to include and those to leave out. A value that itself begins
    /// with a sign needs another one in front.
    fn signed(&self, name: &str) -> Result<(HashSet<String>, HashSet<String>), Refused> {
        let (mut with, mut without) = (HashSet::new(), HashSet::new());
        for value in self.all(name)? {
            match value.strip_prefix('-') {
                Some(rest) => without.insert(rest.to_owned()),
                None => with.insert(value.strip_prefix('+').unwrap_or(value).to_owned()),
            };
        }
        Ok((with, without))
    }
}

/// Adds a condition, unless nothing was given.
fn add_set(filter: &mut UserFilter, identifiers: impl Iterator<Item = Identifier>) {
    let set: HashSet<_> = identifiers.collect();
    if !set.is_empty() {
        filter.identifiers.push(set);
    }
}

fn flag(name: &str, text: &str) -> Result<bool, Refused> {
    text.parse().map_err(|_| Refused::field(FieldFault::Format, name))
}

fn integer(name: &str, text: &str) -> Result<i64, Refused> {
    text.parse().map_err(|_| Refused::field(FieldFault::Format, name))
}

/// A field and whether it descends: `-` does, `+` and no sign do not. A bare `+` in
/// a query decodes to a space.
fn order(text: &str) -> Result<(OrderField, bool), Refused> {
    let (name, descending) = match text.strip_prefix('-') {
        Some(name) => (name, true),
        None => (text.strip_prefix(['+', ' ']).unwrap_or(text), false),
    };
    let field = match name {
        "created_at" => OrderField::Created,
        "updated_at" => OrderField::Updated,
        "email_address" => OrderField::Email,
        "web3wallet" => OrderField::Wallet,
        "first_name" => OrderField::FirstName,
        "last_name" => OrderField::LastName,
        "phone_number" => OrderField::Phone,
        "username" => OrderField::Username,
        "last_active_at" => OrderField::LastActive,
        "last_sign_in_at" => OrderField::LastSignIn,
        _ => return Err(Refused::field(FieldFault::Value, "order_by")),
    };
    Ok((field, descending))
}
