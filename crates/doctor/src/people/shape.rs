//! What a provider's ids look like, learned from the ids that are there.

use sqlx::Row as _;

use crate::{
    catalogue::{Column, Relation},
    error::Asking,
    session::Worker,
    sql::ident,
};

/// A shape that ids have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The value of the provider's column for which it holds, if there is such a column.
    pub provider: Option<String>,
    /// A regular expression for the whole id.
    pub pattern: String,
    /// Whether ids begin with something of their own, so that they can be told from any other text.
    pub is_telling: bool,
}

impl Shape {
    fn clerk(provider: Option<&str>) -> Self {
        Self { provider: provider.map(str::to_owned), pattern: CLERK.to_owned(), is_telling: true }
    }
}

/// What Clerk issues.
pub const CLERK: &str = "^user_[0-9A-Za-z]{27}$";
/// Any id of a user of a provider that we know: Clerk's, or `connection|id`.
pub const KNOWN: &str = "^(user_[0-9A-Za-z]{27}|[a-z][a-z0-9-]{1,30}\\|[^[:space:]|]{4,80})$";
/// Ids that are looked at to learn their shape.
const SAMPLE: u32 = 20_000;

/// Ids of one provider with one beginning, of one kind of letters and one length.
#[derive(Clone, Debug)]
struct Group {
    provider: Option<String>,
    prefix: String,
    letters: String,
    length: i64,
    count: i64,
}

/// Learns the shapes of the ids in a column.
pub(super) async fn learn(
    worker: &mut Worker,
    table: &Relation,
    subject: &Column,
    provider: Option<&Column>,
) -> Result<Vec<Shape>, Asking> {
    let value = format!("btrim({}::text)", ident(&subject.name));
    let provider = provider.map_or_else(|| "NULL".to_owned(), |column| format!("{}::text", ident(&column.name)));
    let sql = format!(
        "SELECT p, prefix, CASE WHEN rest ~ '^[0-9]*$' THEN '[0-9]' WHEN rest ~ '^[0-9a-f]*$' THEN '[0-9a-f]' \
         WHEN rest ~ '^[0-9A-Za-z]*$' THEN '[0-9A-Za-z]' ELSE '[^[:space:]]' END AS letters, \
         length(rest)::bigint AS length, count(*) AS n FROM ( \
         SELECT p, coalesce(substring(v FROM '^[A-Za-z0-9-]+[|_:]'), '') AS prefix, \
         substr(v, 1 + length(coalesce(substring(v FROM '^[A-Za-z0-9-]+[|_:]'), ''))) AS rest FROM ( \
         SELECT {provider} AS p, left({value}, 300) AS v FROM {from} WHERE {value} <> '' LIMIT {SAMPLE}) AS a) AS b \
         GROUP BY 1, 2, 3, 4",
        from = table.from(),
    );
    let mut groups = Vec::new();
    for row in worker.rows(&sql, &[]).await? {
        groups.push(Group {
            provider: row.try_get("p")?,
            prefix: row.try_get("prefix")?,
            letters: row.try_get("letters")?,
            length: row.try_get("length")?,
            count: row.try_get("n")?,
        });
    }
    Ok(shapes(&groups, crate::words::names_subject(&subject.name) > 0 && subject.name.to_lowercase().contains("clerk")))
}

fn shapes(groups: &[Group], named_clerk: bool) -> Vec<Shape> {
    let mut providers: Vec<Option<&str>> = groups.iter().map(|group| group.provider.as_deref()).collect();
    providers.sort_unstable();
    providers.dedup();
    if providers.is_empty() && named_clerk {
        return vec![Shape::clerk(None)];
    }
    let mut shapes = Vec::new();
    for provider in providers {
        let of: Vec<&Group> = groups.iter().filter(|group| group.provider.as_deref() == provider).collect();
        let total: i64 = of.iter().map(|group| group.count).sum();
        let clerk: i64 = of.iter().filter(|it| is_clerk(it)).map(|group| group.count).sum();
        let says_clerk = provider.is_some_and(|name| name.to_lowercase().contains("clerk"));
        if clerk * 2 > total || named_clerk || says_clerk {
            shapes.push(Shape::clerk(provider));
            continue;
        }
        let mut prefixes: Vec<&str> = of.iter().map(|group| group.prefix.as_str()).collect();
        prefixes.sort_unstable();
        prefixes.dedup();
        for prefix in prefixes {
            if let Some(pattern) = pattern(&of, prefix, total) {
                shapes.push(Shape { provider: provider.map(str::to_owned), pattern, is_telling: !prefix.is_empty() });
            }
        }
    }
    shapes
}

fn is_clerk(group: &Group) -> bool {
    group.prefix == "user_" && group.length == 27 && group.letters != "[^[:space:]]"
}

/// The shape of the ids that begin with `prefix`, if enough of all do.
fn pattern(groups: &[&Group], prefix: &str, total: i64) -> Option<String> {
    let of = || groups.iter().filter(|group| group.prefix == prefix);
    let count: i64 = of().map(|group| group.count).sum();
    // A beginning that one id in ten has is one that the provider issues. A few odd ones are not.
    if count * 10 < total {
        return None;
    }
    let letters = ["[0-9]", "[0-9a-f]", "[0-9A-Za-z]", "[^[:space:]]"];
    // The narrowest kind of letters that nine in ten ids keep to; each kind contains those before it.
    let kind = letters.iter().find(|kind| {
        let upto = letters.iter().position(|it| it == *kind).unwrap_or_default();
        let kept: i64 =
            of().filter(|it| letters[..=upto].contains(&it.letters.as_str())).map(|group| group.count).sum();
        kept * 10 >= count * 9
    })?;
    let mut lengths: Vec<(i64, i64)> = Vec::new();
    for group in of() {
        match lengths.iter_mut().find(|(length, _)| *length == group.length) {
            Some((_, n)) => *n += group.count,
            None => lengths.push((group.length, group.count)),
        }
    }
    let (length, most) = lengths.into_iter().max_by_key(|(length, n)| (*n, *length))?;
    let times = if most * 10 >= count * 9 { format!("{{{length}}}") } else { "+".to_owned() };
    let prefix = prefix.replace('|', "\\|");
    Some(format!("^{prefix}{kind}{times}$"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(prefix: &str, letters: &str, length: i64, count: i64) -> Group {
        Group { provider: None, prefix: prefix.into(), letters: letters.into(), length, count }
    }

    #[test]
    fn the_majority_says_what_an_id_looks_like() {
        let groups = [
            group("auth0|", "[0-9a-f]", 24, 80),
            group("google-oauth2|", "[0-9]", 21, 30),
            group("test_", "[0-9A-Za-z]", 4, 2),
            group("auth0|", "[0-9A-Za-z]", 5, 1),
        ];
        let patterns: Vec<String> = shapes(&groups, false).into_iter().map(|shape| shape.pattern).collect();
        assert_eq!(patterns, ["^auth0\\|[0-9a-f]{24}$", "^google-oauth2\\|[0-9]{21}$"]);
    }

    #[test]
    fn clerk_ids_have_one_shape_whoever_else_is_there() {
        let groups = [group("user_", "[0-9A-Za-z]", 27, 5), group("", "[0-9A-Za-z]", 7, 4)];
        assert_eq!(shapes(&groups, false), [Shape::clerk(None)]);
        assert_eq!(shapes(&[], true), [Shape::clerk(None)]);
        assert_eq!(shapes(&[], false), []);
    }
}
