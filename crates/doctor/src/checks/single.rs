//! Tables that hold one row for each user.

use super::Context;
use crate::{
    catalogue::Relation,
    references::Reference,
    sql::{column, ident},
    words::{singular_name, snake},
};

/// A table with one row for each user, as it is or as it was meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Single<'a> {
    pub table: &'a Relation,
    /// The user column.
    pub reference: &'a Reference,
    /// Whether an index keeps it so.
    pub kept: bool,
    /// When two halves of a person collide in it, if the expected schema says so.
    pub rule: Option<Rule<'a>>,
}

/// When two rows cannot become one without somebody choosing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule<'a> {
    /// Whenever there are two.
    Always,
    /// When this column is filled in both.
    BothFilled(&'a str),
}

/// All such tables: kept apart by an index, or meant to be by the expected schema, or by their name and
/// because nearly every user in them has one row.
pub(super) fn tables<'a>(context: &Context<'a>) -> Vec<Single<'a>> {
    let references = context.references.users.iter().filter(|it| it.table != context.people.table && it.when.is_none());
    let singles = references.filter_map(|reference| {
        let table = context.catalogue.table(reference.table)?;
        // A side table of identities may have one row a user today, and is not about what users have.
        if context.people.subjects.iter().any(|it| it.table == table.oid && it.user.is_some())
            && context.people.profile.is_none_or(|(profile, _)| profile != table.oid)
        {
            return None;
        }
        let kept = context.catalogue.is_unique(table.oid, &[reference.column.number]);
        let rule = context.expected.and_then(|expected| expected.collision(&table.name, &reference.column.name));
        let meant = context.expected.is_some_and(|it| it.is_single(&table.name, &reference.column.name))
            || context.people.profile == Some((table.oid, reference.column.number))
            || context.expected.is_none_or(|it| !it.declares(&table.name))
                && is_named_single(context, table, reference);
        (kept || meant).then_some(Single { table, reference, kept, rule })
    });
    singles.collect()
}

/// Whether a table of this name is as a rule one row for each user, and nothing in it says otherwise.
fn is_named_single(context: &Context<'_>, table: &Relation, reference: &Reference) -> bool {
    let name = singular_name(&table.name);
    let person = context.people.person(context.catalogue);
    let bare = name.strip_prefix(&format!("{person}_")).or_else(|| name.strip_prefix("user_")).unwrap_or(&name);
    // A setting under each name, or a row for each user and something else, is many rows a user.
    let is_list =
        table.columns.iter().any(|it| ["key", "name", "setting", "value"].contains(&snake(&it.name).as_str()))
            || context
                .catalogue
                .indexes_of(table.oid)
                .any(|it| it.unique && it.keys.len() > 1 && it.keys.contains(&reference.column.number));
    ["profile", "setting", "preference"].contains(&bare) && !is_list
}

impl Single<'_> {
    /// The condition that the users `one` and `other` both have something here of which there can be only one.
    pub fn collides(&self, context: &Context<'_>, one: &str, other: &str) -> Option<String> {
        let user = &self.reference.column;
        let is = |alias: &str, who: &str| {
            if user.is_integer() {
                format!("{} = {who}", column(alias, &user.name))
            } else {
                format!("{}::text = {who}::text", column(alias, &user.name))
            }
        };
        let filled = |alias: &str, name: &str| {
            let value = format!("btrim({}::text)", column(alias, name));
            format!("{value} NOT IN ('', '{{}}', '[]', 'null')")
        };
        let condition = match self.rule {
            Some(Rule::Always) => "true".to_owned(),
            Some(Rule::BothFilled(name)) => format!("{} AND {}", filled("x", name), filled("y", name)),
            None => {
                let key = context.catalogue.primary_key(self.table.oid);
                let said = self.table.columns.iter().filter(|it| {
                    // Keys and the times of writing always differ, and nobody has to choose between them.
                    !it.is_time() && it.number != user.number && !key.contains(&it.number) && it.generated.is_empty()
                });
                let differ: Vec<String> = said
                    .map(|it| {
                        let (x, y) = (column("x", &it.name), column("y", &it.name));
                        format!("({x}::text <> {y}::text AND {} AND {})", filled("x", &it.name), filled("y", &it.name))
                    })
                    .collect();
                if differ.is_empty() {
                    return None;
                }
                format!("({})", differ.join(" OR "))
            }
        };
        let from = self.table.from();
        Some(format!(
            "EXISTS (SELECT 1 FROM {from} AS x, {from} AS y WHERE {} AND {} AND {condition})",
            is("x", one),
            is("y", other)
        ))
    }

    /// The user column, quoted.
    pub fn user(&self) -> String {
        ident(&self.reference.column.name)
    }
}
