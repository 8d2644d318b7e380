//! The text about a user, and their avatar, as they are stored.

use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, Patch,
    tables::user_representation::{Model, UserRepresentation},
};
use serde_json::{Map, Value, json};

use crate::ServiceError;

/// What the row that holds the text says it comes from.
const SOURCE: &str = "llm_insight";
/// Characters of a preview.
const PREVIEW: usize = 280;

/// A text about a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insight {
    /// The beginning.
    pub preview: String,
    /// All of it.
    pub full_text: String,
    /// What would follow from agreeing.
    pub if_you_accept: String,
}

/// The text about the user.
pub async fn get(database: &Database, user: UserId) -> Result<Insight, ServiceError> {
    let found = Owned::<UserRepresentation>::by(user, database).find_by(&only()).await?;
    found.map(|row| read(&row.data)).ok_or(ServiceError::Missing)
}

/// Puts the user's own words in the place of the text, and their beginning in the place of the preview.
pub async fn save(database: &Database, user: UserId, text: &str) -> Result<Insight, ServiceError> {
    let mut tx = database.begin().await?;
    let mut rows = Owned::<UserRepresentation>::within(user, &mut tx);
    rows.lock().await?;
    let before = rows.find_by(&only()).await?.map(|row| row.data);
    let mut data = match before {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    };
    data.insert("preview".to_owned(), json!(preview(text)));
    data.insert("full_text".to_owned(), json!(text));
    let patch = json!({ "source": SOURCE, "format_version": "v1", "data": data });
    let patch = serde_json::from_value::<Patch>(patch).unwrap_or_default();
    let (row, _) = rows.upsert_by(&only(), &patch).await?;
    tx.commit().await?;
    Ok(read(&row.data))
}

/// The newest of the user's rows that has an avatar.
pub async fn avatar(database: &Database, user: UserId) -> Result<Option<Model>, ServiceError> {
    let page =
        Owned::<UserRepresentation>::by(user, database).list(&Listing { limit: 100, ..Listing::default() }).await?;
    let has_avatar = |row: &Model| row.avatar_name.is_some() || row.avatar_image_url.is_some();
    Ok(page.rows.into_iter().find(has_avatar))
}

fn only() -> [(&'static str, Is<'static>); 1] {
    [("source", Is::Text(SOURCE))]
}

fn read(data: &Value) -> Insight {
    let text = |member: &str| data.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    Insight { preview: text("preview"), full_text: text("full_text"), if_you_accept: text("if_you_accept") }
}

/// The beginning, up to the end of a word.
fn preview(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(PREVIEW) else { return text.to_owned() };
    let beginning = text[..end].rsplit_once(char::is_whitespace).map_or(&text[..end], |(words, _)| words);
    format!("{}…", beginning.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_is_the_whole_of_a_short_text_and_ends_with_a_word_of_a_long_one() {
        assert_eq!(preview(" short \n"), "short");
        let long = preview(&"wörter ".repeat(100));
        assert!(long.chars().count() <= PREVIEW + 1 && long.ends_with("wörter…"), "{long}");
        assert_eq!(preview(&"é".repeat(300)).chars().count(), PREVIEW + 1);
    }
}
