//! Who the users are: which table, which columns, by evidence.

mod beside;
mod find;
mod shape;

use serde::Deserialize;

pub(crate) use beside::{find_beside, is_beside};
pub(crate) use find::find;
pub use shape::Shape;

use crate::{
    catalogue::{Catalogue, Column, Relation},
    finding::NotLooked,
    sql::{column, literal},
    words::singular_name,
};

/// What the operator has chosen, by flag or in `doctor.toml`; the rest is found by evidence.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Choices {
    /// The users table, `table` or `schema.table`.
    pub users_table: Option<String>,
    /// Its key.
    pub users_id: Option<String>,
    /// Its e-mail column.
    pub email: Option<String>,
    /// Where the provider's ids are: `column` of the users table, or `table.column`.
    pub subject: Option<String>,
    /// The one-to-one profile table.
    pub profile_table: Option<String>,
}

/// The users of the database.
#[derive(Clone, Debug)]
pub struct People {
    /// The users table.
    pub table: i64,
    /// Its key, to which others refer.
    pub id: Column,
    /// Its e-mail column.
    pub email: Option<Column>,
    /// Where the provider's ids are.
    pub subjects: Vec<Holder>,
    /// A condition over the row `u` that says it is deleted though it is there.
    pub deleted: Option<String>,
    /// The one-to-one profile table and its user column.
    pub profile: Option<(i64, i16)>,
    /// Tables and their user columns that by name and by their rows hold one row for each user.
    pub singles: Vec<(i64, i16)>,
    /// What spoke for these choices, a sentence each.
    pub because: Vec<String>,
    /// Tables that may say more about the users and could not be asked.
    pub could_not_look: Vec<NotLooked>,
}

/// A column with the provider's ids.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Its table: the users table itself, a one-to-one profile, or a side table of identities.
    pub table: i64,
    /// The column.
    pub column: Column,
    /// The column that says whose id it is; none in the users table itself.
    pub user: Option<Column>,
    /// In a side table: the column that names the provider or the instance.
    pub provider: Option<Column>,
    /// What ids look like that the provider issues; none if there are too few to tell.
    pub shapes: Vec<Shape>,
}

impl People {
    /// The users table as it stands behind FROM.
    pub fn from(&self, catalogue: &Catalogue) -> String {
        catalogue.table(self.table).map(Relation::from).unwrap_or_default()
    }

    /// The name of the users table, its last word as a singular: `app_user`.
    pub fn person(&self, catalogue: &Catalogue) -> String {
        catalogue.table(self.table).map(|table| singular_name(&table.name)).unwrap_or_default()
    }

    /// The holder in the users table itself.
    pub fn own_subject(&self) -> Option<&Holder> {
        self.subjects.iter().find(|holder| holder.user.is_none())
    }

    /// A condition over the row `u`: the provider's id of this user is known.
    pub fn linked(&self, catalogue: &Catalogue) -> String {
        let conditions = self.subjects.iter().map(|holder| match (&holder.user, catalogue.table(holder.table)) {
            (Some(user), Some(table)) => format!(
                "EXISTS (SELECT 1 FROM {} AS h WHERE {} AND {} IS NOT NULL)",
                table.from(),
                same(user, &column("h", &user.name), &self.id, &column("u", &self.id.name)),
                column("h", &holder.column.name)
            ),
            _ => format!("{} IS NOT NULL", column("u", &holder.column.name)),
        });
        let conditions: Vec<String> = conditions.collect();
        if conditions.is_empty() { "false".to_owned() } else { format!("({})", conditions.join(" OR ")) }
    }

    /// A condition over the row `u`: this user is there and not deleted.
    pub fn present(&self) -> String {
        self.deleted.as_ref().map_or_else(|| "true".to_owned(), |deleted| format!("NOT coalesce({deleted}, false)"))
    }

    /// An address as it is compared: outer blanks off, ASCII letters small, as the bridge does it.
    pub fn mail(expression: &str) -> String {
        format!(
            "translate(btrim({expression}, E' \\t\\n\\r\\f\\x0b'), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
        )
    }

    /// Common table expressions: `mails(id, mail, linked)` of everybody present, and `twins(one, other)`, the
    /// pairs of an unlinked and the only linked row of the same address. None where there are no addresses.
    pub fn twins(&self, catalogue: &Catalogue) -> Option<String> {
        let email = self.email.as_ref()?;
        let id = column("u", &self.id.name);
        let mail = Self::mail(&format!("{}::text", column("u", &email.name)));
        Some(format!(
            "mails AS (SELECT {id} AS id, {mail} AS mail, {linked} AS linked FROM {from} AS u \
             WHERE {email} IS NOT NULL AND {present}), \
             shared AS (SELECT mail, count(*) AS n, count(*) FILTER (WHERE linked) AS l FROM mails \
             WHERE mail <> '' GROUP BY mail HAVING count(*) > 1), \
             twins AS (SELECT a.id AS one, b.id AS other, s.n AS n FROM shared AS s JOIN mails AS a ON a.mail = s.mail AND NOT a.linked \
             JOIN mails AS b ON b.mail = s.mail AND b.linked WHERE s.l = 1)",
            linked = self.linked(catalogue),
            from = self.from(catalogue),
            email = column("u", &email.name),
            present = self.present(),
        ))
    }
}

impl Holder {
    /// A condition: this expression has a shape that the provider issues.
    pub fn issued(&self, value: &str, provider: Option<&str>) -> String {
        self.fitting(&[value], provider)
    }

    /// A condition: both expressions have the same shape, which the provider issues.
    pub fn alike(&self, value: &str, other: &str, provider: Option<&str>) -> String {
        self.fitting(&[value, other], provider)
    }

    fn fitting(&self, values: &[&str], provider: Option<&str>) -> String {
        let alternatives = self.shapes.iter().map(|shape| {
            let fits = values.iter().map(|value| format!("{value} ~ {}", literal(&shape.pattern)));
            let fits = fits.collect::<Vec<_>>().join(" AND ");
            match (&shape.provider, provider) {
                (Some(named), Some(provider)) => format!("({provider} = {} AND {fits})", literal(named)),
                _ => format!("({fits})"),
            }
        });
        let alternatives: Vec<String> = alternatives.collect();
        if alternatives.is_empty() { "true".to_owned() } else { format!("({})", alternatives.join(" OR ")) }
    }
}

/// Two columns hold the same: compared as they are where their types allow it, else as text.
pub(crate) fn same(a: &Column, a_sql: &str, b: &Column, b_sql: &str) -> String {
    if a.is_integer() && b.is_integer() || a.base == b.base || a.is_text() && b.is_text() {
        format!("{a_sql} = {b_sql}")
    } else {
        format!("{a_sql}::text = {b_sql}::text")
    }
}
