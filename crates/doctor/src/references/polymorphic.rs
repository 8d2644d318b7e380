//! References whose target is named in a second column: `owner_type` and `owner_id`.

use sqlx::Row as _;

use crate::{
    catalogue::{Catalogue, Column, Relation},
    error::Asking,
    people::People,
    session::Worker,
    sql::ident,
    words::{singular, singular_name, snake, words},
};

/// A column pair, and which words mean which table.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub id: &'a Column,
    pub discriminator: &'a Column,
    /// Table and words; the users table among them.
    pub means: Vec<(i64, Vec<String>)>,
}

/// Different words that are looked at.
const WORDS: usize = 200;

/// The pairs of a table whose words name tables.
pub(super) async fn pairs<'a>(
    worker: &mut Worker,
    catalogue: &Catalogue,
    people: &People,
    table: &'a Relation,
) -> Result<Vec<Pair<'a>>, Asking> {
    let mut pairs = Vec::new();
    for discriminator in table.columns.iter().filter(|column| column.is_text() || column.category == 'E') {
        let name = snake(&discriminator.name);
        let Some(stem) =
            ["_type", "_kind", "_class", "_table", "_model", "_entity"].iter().find_map(|end| name.strip_suffix(end))
        else {
            continue;
        };
        let id = table
            .columns
            .iter()
            .find(|column| (column.is_integer() || column.is_text()) && snake(&column.name) == format!("{stem}_id"));
        let Some(id) = id else { continue };
        let said = said(worker, table, discriminator).await?;
        let mut means: Vec<(i64, Vec<String>)> = Vec::new();
        for word in said {
            if let Some(target) = meant(catalogue, people, table, &word) {
                match means.iter_mut().find(|(oid, _)| *oid == target) {
                    Some((_, words)) => words.push(word),
                    None => means.push((target, vec![word])),
                }
            }
        }
        if !means.is_empty() {
            pairs.push(Pair { id, discriminator, means });
        }
    }
    Ok(pairs)
}

async fn said(worker: &mut Worker, table: &Relation, discriminator: &Column) -> Result<Vec<String>, Asking> {
    let sql = format!(
        "SELECT DISTINCT v FROM (SELECT left({name}::text, 200) AS v FROM {from} WHERE {name} IS NOT NULL) AS s LIMIT {WORDS}",
        name = ident(&discriminator.name),
        from = table.from()
    );
    let rows = worker.rows(&sql, &[]).await?;
    let mut said = Vec::new();
    for row in rows {
        said.push(row.try_get::<String, _>(0)?);
    }
    said.sort_unstable();
    Ok(said)
}

/// The table that a word names, such as `User`, `App\Models\User`, `users` or `auth.user`.
fn meant(catalogue: &Catalogue, people: &People, beside: &Relation, word: &str) -> Option<i64> {
    let last = word.rsplit(['\\', '.', ':', '/']).next()?;
    let one = singular_name(last);
    let person = people.person(catalogue);
    let short = person.rsplit('_').next().unwrap_or(&person);
    if one == person || one == short || one == "user" {
        return Some(people.table);
    }
    let fits = |table: &&Relation| singular_name(&table.name) == one;
    let mut near = catalogue.tables().filter(|it| it.schema == beside.schema).filter(fits);
    let mut far = catalogue.tables().filter(fits);
    near.next().or_else(|| far.next()).map(|table| table.oid)
}

/// The table that a column `<x>_id` is named after, if there is one.
pub(super) fn named_after<'a>(catalogue: &'a Catalogue, table: &Relation, column: &str) -> Option<&'a Relation> {
    let mut of = words(column);
    let last = of.pop()?;
    let stem = match last.as_str() {
        "id" | "uuid" | "key" | "ref" | "fk" | "no" => of,
        // `categoryid`
        _ => last.strip_suffix("id").filter(|stem| stem.len() > 2).map(|stem| {
            of.push(stem.to_owned());
            of
        })?,
    };
    if stem.is_empty() {
        return None;
    }
    if stem == ["parent"] {
        return catalogue.table(table.oid);
    }
    let single = |words: &[String]| {
        let mut words = words.to_vec();
        if let Some(last) = words.last_mut() {
            *last = singular(last);
        }
        words.join("_")
    };
    // The longest end of the name that is a table: `billing_address_id` means `addresses`.
    (0..stem.len()).find_map(|from| {
        let wanted = single(&stem[from..]);
        let fits = |it: &&Relation| singular_name(&it.name) == wanted;
        let mut near = catalogue.tables().filter(|it| it.schema == table.schema).filter(fits);
        let mut far = catalogue.tables().filter(fits);
        near.next().or_else(|| far.next())
    })
}
