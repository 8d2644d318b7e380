//! The tables, how they hang together, and how well they are.

use crate::{
    checks::Context,
    finding::{Coverage, Edge, Finding, TableHealth},
    references::Reference,
};

/// Every table that was looked at.
pub(super) fn tables(context: &Context<'_>, findings: &[Finding], coverage: &Coverage) -> Vec<TableHealth> {
    let tables = context.catalogue.tables().filter(|it| context.covers(it));
    let health = tables.map(|table| {
        let of = |finding: &&Finding| finding.schema == table.schema && finding.table == table.name;
        let place = format!("{}.{}", table.schema, table.name);
        let within = |at: &str| at == place || at.strip_prefix(&place).is_some_and(|rest| rest.starts_with('.'));
        let references = context.references.users.iter().chain(&context.references.others);
        let mut refers_to: Vec<Edge> =
            references.filter(|it| it.table == table.oid).filter_map(|it| edge(context, it)).collect();
        refers_to.sort();
        refers_to.dedup();
        TableHealth {
            schema: table.schema.clone(),
            name: table.name.clone(),
            rows_estimate: whole(table.rows),
            worst: findings.iter().filter(of).map(|finding| finding.severity).max(),
            blind: coverage.could_not_look.iter().any(|it| within(&it.place)),
            refers_to,
        }
    });
    health.collect()
}

/// The estimate, as a whole number; negative while nobody has counted.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an estimate of rows, not negative here")]
fn whole(rows: f64) -> Option<u64> {
    (rows >= 0.0).then_some(rows as u64)
}

fn edge(context: &Context<'_>, reference: &Reference) -> Option<Edge> {
    let target = context.catalogue.table(reference.target)?;
    Some(Edge {
        column: reference.column.name.clone(),
        schema: target.schema.clone(),
        table: target.name.clone(),
        enforced: !reference.foreign_keys.is_empty(),
    })
}
