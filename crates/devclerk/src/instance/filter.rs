//! Which users a list holds, and in which order.

use std::{
    collections::{BTreeMap, HashSet},
    ops::Bound,
    sync::Arc,
};

use orientor_identity::ClerkUserId;

use super::{
    user::{Identifier, User},
    users::{Position, Users},
};

/// All conditions must hold; an empty filter takes everybody.
#[derive(Debug, Default)]
pub(crate) struct UserFilter {
    /// One set for each parameter that was given; a user must be in each.
    pub(crate) identifiers: Vec<HashSet<Identifier>>,
    pub(crate) not_identifiers: HashSet<Identifier>,
    /// Ids as they were sent; what is not an id matches nobody.
    pub(crate) ids: Option<HashSet<String>>,
    pub(crate) not_ids: HashSet<String>,
    /// A condition was given that nobody here can fulfil, such as an organization.
    pub(crate) nobody: bool,
    pub(crate) banned: Option<bool>,
    pub(crate) texts: Vec<(TextField, String)>,
    pub(crate) times: Vec<(TimeField, TimeBound, i64)>,
}

/// Where to look for a part of a text, in any case of letters.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TextField {
    Any,
    Email,
    Phone,
    Username,
    Name,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum TimeField {
    Created,
    LastActive,
    LastSignIn,
}

/// Both bounds exclude the moment itself, `Since` includes it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TimeBound {
    Before,
    After,
    Since,
}

/// What a list is sorted by. Without a value comes last, when ascending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderField {
    Created,
    Updated,
    Email,
    Wallet,
    FirstName,
    LastName,
    Phone,
    Username,
    LastActive,
    LastSignIn,
}

/// One page of a list.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) order: OrderField,
    pub(crate) descending: bool,
    /// Only with [`OrderField::Created`].
    pub(crate) after: Option<Position>,
    pub(crate) offset: usize,
    pub(crate) limit: usize,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Number(i64),
    Text(String),
    Nothing,
}

impl UserFilter {
    fn matches(&self, user: &User) -> bool {
        if self.nobody
            || self.banned.is_some_and(|banned| banned != user.banned)
            || self.ids.as_ref().is_some_and(|ids| !ids.contains(user.id.as_str()))
            || self.not_ids.contains(user.id.as_str())
        {
            return false;
        }
        if !self.identifiers.is_empty() || !self.not_identifiers.is_empty() {
            let theirs = user.identifiers();
            let has_one_of = |set: &HashSet<Identifier>| theirs.iter().any(|(identifier, _)| set.contains(identifier));
            if !self.identifiers.iter().all(has_one_of) || has_one_of(&self.not_identifiers) {
                return false;
            }
        }
        self.times.iter().all(|(field, bound, moment)| time_matches(user, *field, *bound, *moment))
            && self.texts.iter().all(|(field, part)| text_matches(user, *field, part))
    }
}

impl Users {
    /// How many users the filter takes.
    pub(crate) fn count(&self, filter: &UserFilter) -> usize {
        self.candidates(filter).map_or_else(
            || self.by_position().values().filter(|user| filter.matches(user)).count(),
            |few| few.values().filter(|user| filter.matches(user)).count(),
        )
    }

    /// One page of those whom the filter takes.
    pub(crate) fn list(&self, filter: &UserFilter, page: &Page) -> Vec<Arc<User>> {
        let few = self.candidates(filter);
        let source = few.as_ref().unwrap_or(self.by_position());
        if page.order == OrderField::Created {
            // The common case reads no further than the page.
            let after = page.after.map_or(Bound::Unbounded, Bound::Excluded);
            return if page.descending {
                let found = source.range((Bound::Unbounded, after)).rev();
                take_page(found.map(|(_, user)| user).filter(|user| filter.matches(user)), page)
            } else {
                let found = source.range((after, Bound::Unbounded));
                take_page(found.map(|(_, user)| user).filter(|user| filter.matches(user)), page)
            };
        }
        let mut found: Vec<_> = source.values().filter(|user| filter.matches(user)).collect();
        found.sort_by_cached_key(|user| sort_key(user, page.order));
        if page.descending {
            found.reverse();
        }
        take_page(found.into_iter(), page)
    }

    /// The users that can match at all, where the filter names some.
    fn candidates(&self, filter: &UserFilter) -> Option<BTreeMap<Position, Arc<User>>> {
        let ids: Vec<ClerkUserId> = if let Some(ids) = &filter.ids {
            ids.iter().filter_map(|id| id.parse().ok()).collect()
        } else if let Some(identifiers) = filter.identifiers.first() {
            identifiers.iter().flat_map(|identifier| self.holders(identifier)).cloned().collect()
        } else {
            return None;
        };
        let placed = |id: &ClerkUserId| Some((self.position(id)?, self.get(id)?.clone()));
        Some(ids.iter().filter_map(placed).collect())
    }
}

fn take_page<'a>(found: impl Iterator<Item = &'a Arc<User>>, page: &Page) -> Vec<Arc<User>> {
    found.skip(page.offset).take(page.limit).cloned().collect()
}

fn time_matches(user: &User, field: TimeField, bound: TimeBound, moment: i64) -> bool {
    let time = match field {
        TimeField::Created => Some(user.created_at),
        TimeField::LastActive => user.last_active_at,
        TimeField::LastSignIn => user.last_sign_in_at,
    };
    time.is_some_and(|time| match bound {
        TimeBound::Before => time < moment,
        TimeBound::After => time > moment,
        TimeBound::Since => time >= moment,
    })
}

/// `part` is in lower case.
fn text_matches(user: &User, field: TextField, part: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(part);
    let any_of = |text: &Option<String>| text.as_deref().is_some_and(has);
    match field {
        TextField::Email => user.email_addresses.iter().any(|email| has(&email.email_address)),
        TextField::Phone => user.phone_numbers.iter().any(|phone| has(&phone.phone_number)),
        TextField::Username => any_of(&user.username),
        TextField::Name => {
            let names = [user.first_name.as_deref(), user.last_name.as_deref()];
            has(&names.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        TextField::Any => {
            has(user.id.as_str())
                || any_of(&user.external_id)
                || user.web3_wallets.iter().any(|wallet| has(&wallet.web3_wallet))
                || [TextField::Email, TextField::Phone, TextField::Username, TextField::Name]
                    .into_iter()
                    .any(|field| text_matches(user, field, part))
        }
    }
}

fn sort_key(user: &User, field: OrderField) -> SortKey {
    let text = |text: Option<&str>| text.map_or(SortKey::Nothing, |text| SortKey::Text(text.to_lowercase()));
    let number = |number: Option<i64>| number.map_or(SortKey::Nothing, SortKey::Number);
    match field {
        OrderField::Created => SortKey::Number(user.created_at),
        OrderField::Updated => SortKey::Number(user.updated_at),
        OrderField::LastActive => number(user.last_active_at),
        OrderField::LastSignIn => number(user.last_sign_in_at),
        OrderField::Email => text(user.primary_email().map(|email| email.email_address.as_str())),
        OrderField::Phone => text(user.phone_numbers.first().map(|phone| phone.phone_number.as_str())),
        OrderField::Wallet => text(user.web3_wallets.first().map(|wallet| wallet.web3_wallet.as_str())),
        OrderField::FirstName => text(user.first_name.as_deref()),
        OrderField::LastName => text(user.last_name.as_deref()),
        OrderField::Username => text(user.username.as_deref()),
    }
}
