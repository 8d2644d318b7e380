//! The page where a browser becomes any user. Works without scripts.

use std::{fmt::Write as _, sync::Arc};

use axum::{
    Form, Router,
    extract::{Query, State},
    http::{HeaderName, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use orientor_identity::ClerkUserId;
use serde::Deserialize;

use super::{browser, error::ApiError};
use crate::{
    app::App,
    instance::{
        filter::{OrderField, Page, TextField, UserFilter},
        user::User,
    },
    refused::{FieldFault, Refused},
    settings::NewUser,
};

const SHELL: &str = include_str!("../../assets/sign_in.html");
const STYLE: &str = include_str!("../../assets/sign_in.css");
const PAGE: usize = 20;

pub(super) fn routes() -> Router<Arc<App>> {
    let style = async || ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE);
    Router::new().route("/sign-in", get(show).post(become_somebody)).route("/sign-in.css", get(style))
}

/// Which part of the list, and where to go afterwards.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    redirect_url: Option<String>,
    query: Option<String>,
    /// From 1.
    page: Option<usize>,
}

/// Whom to become: somebody by id, or a new person by address.
#[derive(Debug, Deserialize)]
struct Chosen {
    user_id: Option<String>,
    email_address: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    redirect_url: Option<String>,
}

async fn show(State(app): State<Arc<App>>, Query(asked): Query<Asked>) -> Result<Response, ApiError> {
    let back = way_back(&app, asked.redirect_url.as_deref())?;
    let query = asked.query.as_deref().unwrap_or_default().trim();
    let filter = UserFilter {
        texts: if query.is_empty() { Vec::new() } else { vec![(TextField::Any, query.to_lowercase())] },
        ..UserFilter::default()
    };
    let number = asked.page.unwrap_or(1).max(1);
    let offset = (number - 1).saturating_mul(PAGE);
    let page = Page { order: OrderField::FirstName, descending: false, after: None, offset, limit: PAGE };
    let (count, users) = app.read(|instance| (instance.users.count(&filter), instance.users.list(&filter, &page)));

    let people: String = users.iter().map(|user| entry(user, &back)).collect();
    let link = |to: usize, name: &str, text: &str| {
        format!(
            "<a rel=\"{name}\" href=\"/sign-in?page={to}&amp;query={}&amp;redirect_url={}\">{text}</a>",
            in_address(query),
            in_address(&back)
        )
    };
    let mut links = String::new();
    if number > 1 {
        links += &link(number - 1, "prev", "Previous page");
    }
    if offset.saturating_add(users.len()) < count {
        links += &link(number + 1, "next", "Next page");
    }
    let shown = match users.len() {
        0 => "Nobody has this name or address.".to_owned(),
        some => format!("{} to {} of {count} people", offset + 1, offset + some),
    };
    let html = SHELL
        .replace("{{shown}}", &shown)
        .replace("{{links}}", &links)
        .replace("{{back}}", &escaped(&back))
        .replace("{{query}}", &escaped(query))
        // Last: what people are called is not looked at again.
        .replace("{{people}}", &people);
    // A form may send the browser on, to the application. Policies cannot name hosts in brackets.
    let nameable: Vec<&str> = app.origins.iter().map(String::as_str).filter(|origin| !origin.contains('[')).collect();
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; \
         form-action 'self' {}",
        nameable.join(" ")
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        // With `no-referrer`, forms would be sent with the origin `null`.
        (header::REFERRER_POLICY, "same-origin".to_owned()),
    ];
    Ok((headers, html).into_response())
}

async fn become_somebody(State(app): State<Arc<App>>, Form(chosen): Form<Chosen>) -> Result<Response, ApiError> {
    let back = way_back(&app, chosen.redirect_url.as_deref())?;
    let id = match (chosen.user_id, chosen.email_address) {
        (Some(id), None) => id.parse::<ClerkUserId>().map_err(|_| Refused::NotFound("user"))?,
        (None, Some(address)) => {
            let given = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
            let new = NewUser {
                first_name: given(chosen.first_name),
                last_name: given(chosen.last_name),
                ..NewUser::with_email(address.trim())
            };
            let user = User::new(new, app.now_ms())?;
            app.change(|instance, _| instance.add_user(user))?.id.clone()
        }
        _ => return Err(Refused::field(FieldFault::Missing, "user_id").into()),
    };
    let session = app.change(|instance, now_ms| instance.start_session(&id, now_ms))?;
    let to: [(HeaderName, String); 1] = browser::hold(&session);
    Ok((to, Redirect::to(&back)).into_response())
}

/// Where the browser goes afterwards: to a page of a known origin, nowhere else.
fn way_back(app: &App, asked: Option<&str>) -> Result<String, ApiError> {
    let home = || app.origins.first().map(|origin| format!("{origin}/"));
    let Some(text) = asked.map(str::to_owned).or_else(home) else {
        return Err(Refused::field(FieldFault::Missing, "redirect_url").into());
    };
    let url = reqwest::Url::parse(&text).ok();
    let url = url.filter(|url| app.origins.contains(&url.origin().ascii_serialization()));
    // As it was parsed, so that nobody else can read another address out of it.
    url.map(String::from).ok_or_else(|| Refused::field(FieldFault::Value, "redirect_url").into())
}

fn entry(user: &User, back: &str) -> String {
    let name = [user.first_name.as_deref(), user.last_name.as_deref()];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let email = user.primary_email().map_or("no address", |email| email.email_address.as_str());
    let (name, email) = if name.is_empty() { (email, "") } else { (name.as_str(), email) };
    let standing = match (user.banned, user.locked) {
        (true, _) => " <em>banned</em>",
        (_, true) => " <em>locked</em>",
        _ => "",
    };
    let mut html = String::new();
    // Writing to a text does not fail.
    let _ = writeln!(
        html,
        "<li><form method=\"post\" action=\"/sign-in\"><input type=\"hidden\" name=\"redirect_url\" value=\"{}\">\
         <button name=\"user_id\" value=\"{}\"><strong>{}</strong>{standing} <span>{}</span></button></form></li>",
        escaped(back),
        user.id,
        escaped(name),
        escaped(email),
    );
    html
}

/// Text as it stands in an element or in a quoted attribute. A brace would be taken for a place to fill.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '{' => html.push_str("&#123;"),
            _ => html.push(letter),
        }
    }
    html
}

/// Text as a value behind a question mark, inside of an attribute.
fn in_address(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            address.push(char::from(byte));
        } else {
            // Writing to a text does not fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b a='\"'>&{{"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;&#123;&#123;");
        assert_eq!(in_address("a&b=\"é"), "a%26b%3D%22%C3%A9");
    }
}
