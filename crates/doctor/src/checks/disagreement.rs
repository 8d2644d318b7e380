//! Rows and their parents that belong to different people.

use super::{Context, Offenders, Question, key_of};
use crate::{catalogue::Relation, people::same, references::Reference, sql::column};

/// The questions about rows whose owner is not that of their parent: those of twins (D26), or all others (D27).
pub(super) fn disagreeing(context: &Context<'_>, of_twins: bool) -> Vec<Question> {
    let twins = context.people.twins(context.catalogue).filter(|_| context.has_twins);
    if of_twins && twins.is_none() {
        return Vec::new();
    }
    let questions = disagreements(context).into_iter().map(|between| {
        let pair = between.is_pair(twins.is_some());
        let wanted = if of_twins { pair } else { format!("NOT {pair}") };
        let same_owner = between.same_owner();
        let from = format!(
            "(SELECT {key} AS k, NOT ({same_owner}) AS differs, CASE WHEN {same_owner} THEN false ELSE {wanted} END AS counts FROM {} AS t {}) AS s",
            between.table.from(),
            between.joined(),
            key = key_of(context, between.table, "t"),
        );
        let mut rows = Offenders::new(from, "CASE WHEN s.counts THEN s.k END");
        if let Some(twins) = &twins {
            rows = rows.with(twins.clone());
        }
        "CASE WHEN 4 * count(*) FILTER (WHERE s.differs) <= count(*) THEN count(*) FILTER (WHERE s.counts) ELSE 0 END"
            .clone_into(&mut rows.count);
        // Two parents of one table may name the same column; the larger count is then one finding and the other another.
        Question::rows(between.table, between.place(), rows)
    });
    questions.collect()
}

/// A reference from one owned row to another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Disagreement<'a> {
    pub table: &'a Relation,
    pub parent: &'a Relation,
    pub reference: &'a Reference,
    /// Whose the row is.
    pub owner: &'a Reference,
    /// Whose the parent is.
    pub other: &'a Reference,
}

impl Disagreement<'_> {
    /// The column that the finding names.
    pub fn place(&self) -> String {
        let sorted = may_be_somebody_elses(self.reference, self.parent);
        if sorted { self.reference.place() } else { self.owner.column.name.clone() }
    }

    fn owners(&self) -> (String, String) {
        (column("t", &self.owner.column.name), column("p", &self.other.column.name))
    }

    fn same_owner(&self) -> String {
        let (mine, theirs) = self.owners();
        same(&self.owner.column, &mine, &self.other.column, &theirs)
    }

    fn is_pair(&self, has_twins: bool) -> String {
        let (mine, theirs) = self.owners();
        if has_twins {
            format!(
                "EXISTS (SELECT 1 FROM twins AS w WHERE w.one::text = {mine}::text AND w.other::text = {theirs}::text \
                 OR w.other::text = {mine}::text AND w.one::text = {theirs}::text)"
            )
        } else {
            "false".to_owned()
        }
    }

    /// What stands behind `FROM table AS t`: the pairs of a row and its parent that both have an owner.
    fn joined(&self) -> String {
        let (mine, theirs) = self.owners();
        format!(
            "JOIN {} AS p ON {} WHERE {mine} IS NOT NULL AND {theirs} IS NOT NULL AND {}",
            self.parent.from(),
            self.reference.meets("p"),
            self.reference.refers()
        )
    }

    /// The rows whose parent is another person's: common table expressions, and what stands behind `FROM table AS t`.
    pub fn rows(&self, context: &Context<'_>) -> (String, String) {
        let twins = context.people.twins(context.catalogue).filter(|_| context.has_twins);
        let rest =
            format!("{} AND NOT ({}) AND NOT {}", self.joined(), self.same_owner(), self.is_pair(twins.is_some()));
        (twins.unwrap_or_default(), rest)
    }
}

/// All references from one owned row to another.
pub(super) fn disagreements<'a>(context: &Context<'a>) -> Vec<Disagreement<'a>> {
    let references = context.references;
    let between = references.others.iter().filter(|it| it.when.is_none() && it.target != context.people.table);
    let between = between.filter_map(|reference| {
        let (table, parent) = (context.catalogue.table(reference.table)?, context.catalogue.table(reference.target)?);
        let (owner, other) = (references.owner(table.oid)?, references.owner(parent.oid)?);
        // A text that should name a user is a finding of its own, and two texts may mean the same user.
        let alike = !owner.is_text() && !other.is_text() && owner.target_column.number == other.target_column.number;
        alike.then_some(Disagreement { table, parent, reference, owner, other })
    });
    between.collect()
}

/// Whether the row is rightly its owner's and only sorted under the parent, so that the reference is what is wrong.
fn may_be_somebody_elses(reference: &Reference, parent: &Relation) -> bool {
    let sorted = [
        "category",
        "tag",
        "label",
        "folder",
        "group",
        "list",
        "collection",
        "topic",
        "status",
        "album",
        "board",
        "bucket",
    ];
    !reference.column.required
        && crate::words::words(&parent.name).iter().any(|word| sorted.contains(&crate::words::singular(word).as_str()))
}
