//! Audits made by hand, for the reports.

use orientor_doctor::{
    Audit, Chosen, Coverage, Disposition, Edge, Finding, Kind, NotLooked, Severity, Summary, TableHealth,
};

pub(crate) fn finding(check: &str, severity: Severity, table: &str, column: Option<&str>, count: u64) -> Finding {
    Finding {
        check: check.into(),
        slug: "orphan-row".into(),
        title: "Reference to a user that does not exist".into(),
        schema: "public".into(),
        table: table.into(),
        column: column.map(Into::into),
        count,
        unit: "rows".into(),
        kind: Kind::Rows,
        severity,
        disposition: Disposition::Repair,
        action: "The rows move to quarantine, from where undo brings them back".into(),
        samples: vec!["17".into(), "18".into()],
    }
}

pub(crate) fn table(name: &str, worst: Option<Severity>, refers_to: &[(&str, &str, bool)]) -> TableHealth {
    let edges = refers_to.iter().map(|(column, table, enforced)| Edge {
        column: (*column).into(),
        schema: "public".into(),
        table: (*table).into(),
        enforced: *enforced,
    });
    TableHealth {
        schema: "public".into(),
        name: name.into(),
        rows_estimate: Some(1_234),
        worst,
        blind: false,
        refers_to: edges.collect(),
    }
}

/// A healthy database.
pub(crate) fn clean() -> Audit {
    Audit {
        format: Audit::FORMAT,
        complete: true,
        database: "orientor at db.example.com".into(),
        chosen: Chosen {
            users: "public.users".into(),
            id: "id".into(),
            email: Some("email".into()),
            subjects: vec!["users.clerk_user_id".into()],
            profile: Some("user_profiles.user_id".into()),
            because: vec!["31 foreign keys lead to public.users".into()],
        },
        findings: Vec::new(),
        summary: Summary { users: 205, users_with_clerk_id: 148, profiles: 192, orphaned_profiles: 0 },
        coverage: Coverage {
            user_columns_found: 2,
            user_columns_checked: 2,
            user_columns: vec!["public.messages.sender_id".into(), "public.user_profiles.user_id".into()],
            tables: 3,
            statements: 40,
            needs_clerk_directory: vec!["D02".into(), "D11".into()],
            not_looked_at: vec![NotLooked {
                check: None,
                place: "public.shipments.carrier_user_id".into(),
                reason: "its name suggests a user, but none of its values is one".into(),
            }],
            ..Coverage::default()
        },
        tables: vec![
            table("messages", None, &[("sender_id", "users", false), ("recipient_id", "users", true)]),
            table("user_profiles", None, &[("user_id", "users", true)]),
            table("users", None, &[]),
        ],
    }
}

/// A damaged one.
pub(crate) fn damaged() -> Audit {
    let mut audit = clean();
    let mut shared = finding("D10", Severity::Error, "users", Some("clerk_user_id"), 6);
    shared.slug = "shared-subject".into();
    shared.title = "Clerk id shared by two users".into();
    shared.disposition = Disposition::Decide;
    shared.action = "Somebody has to say whose it is".into();
    let mut index = finding("D53", Severity::Info, "messages", None, 1);
    index.slug = "duplicate-index".into();
    index.title = "Two indexes of the same columns".into();
    index.kind = Kind::Schema;
    index.unit = "indexes".into();
    index.samples.clear();
    audit.findings = vec![
        shared,
        finding("D23", Severity::Error, "messages", Some("sender_id"), 9),
        finding("D23", Severity::Error, "user_profiles", Some("user_id"), 1_234),
        finding("D49", Severity::Warning, "messages", Some("recipient_id"), 1),
        index,
    ];
    for (at, worst) in [(0, Severity::Error), (1, Severity::Error), (2, Severity::Error)] {
        audit.tables[at].worst = Some(worst);
    }
    audit
}

/// One of which something could not be seen, and which was stopped.
pub(crate) fn blind() -> Audit {
    let mut audit = damaged();
    audit.complete = false;
    audit.coverage.user_columns_checked = 1;
    audit.coverage.could_not_look = vec![
        NotLooked {
            check: Some("D23".into()),
            place: "public.messages.sender_id".into(),
            reason: "permission denied: table messages".into(),
        },
        NotLooked { check: None, place: "public.secrets".into(), reason: "took longer than allowed".into() },
    ];
    audit.tables[0].blind = true;
    audit
}

/// Names and values that somebody chose to do harm.
pub(crate) const HOSTILE: &str = "a\u{1b}[2J\u{202e}\u{9b}b\r\n<script>alert(1)</script>\"'&]]>\0\u{200b}x.y 名前 😀";

/// Has [`HOSTILE`] wherever text of a database can be.
pub(crate) fn hostile() -> Audit {
    let mut audit = blind();
    let hostile = || HOSTILE.to_owned();
    for finding in &mut audit.findings {
        finding.schema = hostile();
        finding.table = hostile();
        finding.column = finding.column.take().map(|_| hostile());
        finding.samples = vec![hostile(); 5];
        finding.unit = hostile();
        finding.action = hostile();
    }
    for table in &mut audit.tables {
        table.schema = hostile();
        table.name = hostile();
        for edge in &mut table.refers_to {
            edge.schema = hostile();
            edge.table = hostile();
            edge.column = hostile();
        }
    }
    let coverage = &mut audit.coverage;
    coverage.user_columns = vec![hostile()];
    for what in coverage.could_not_look.iter_mut().chain(&mut coverage.not_looked_at) {
        what.place = hostile();
        what.reason = hostile();
    }
    audit.database = hostile();
    audit.chosen = Chosen {
        users: hostile(),
        id: hostile(),
        email: Some(hostile()),
        subjects: vec![hostile()],
        profile: Some(hostile()),
        because: vec![hostile()],
    };
    audit
}

/// As many tables as asked for, in layers, with all kinds of health and some that hang together with nobody.
pub(crate) fn wide(tables: usize) -> Audit {
    let mut audit = clean();
    audit.findings = damaged().findings;
    audit.tables = vec![table("users", Some(Severity::Error), &[("referred_by", "users", true)])];
    let worst = [None, None, Some(Severity::Error), None, Some(Severity::Warning), Some(Severity::Info)];
    for at in 1..tables {
        let name = format!("table_with_a_name_{at:04}");
        let parent = format!("table_with_a_name_{:04}", at / 3);
        let mut made = match at % 8 {
            7 => table(&name, worst[at % 6], &[]),
            5 | 6 => table(&name, worst[at % 6], &[("parent_id", &parent, at % 2 == 0)]),
            _ => table(&name, worst[at % 6], &[("user_id", "users", at % 2 == 0), ("parent_id", &parent, true)]),
        };
        made.blind = at % 17 == 0;
        audit.tables.push(made);
    }
    audit
}

/// Every kind of audit that the reports are tried with.
pub(crate) fn all() -> Vec<(&'static str, Audit)> {
    let mut empty = clean();
    empty.tables.clear();
    empty.chosen = Chosen::default();
    empty.coverage = Coverage::default();
    empty.summary = Summary::default();
    vec![
        ("clean", clean()),
        ("damaged", damaged()),
        ("blind", blind()),
        ("hostile", hostile()),
        ("empty", empty),
        ("50 tables", wide(50)),
    ]
}
