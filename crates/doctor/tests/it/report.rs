//! The report at a terminal.

use orientor_doctor::{
    Audit, Severity,
    report::{self, TableOptions},
};
use unicode_width::UnicodeWidthStr as _;

use crate::specimen;

fn written(audit: &Audit, width: usize, colour: bool) -> String {
    let mut out = Vec::new();
    report::table(audit, TableOptions { width, colour }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn findings_stand_by_severity_and_check_with_all_that_is_known() {
    let text = written(&specimen::damaged(), 100, false);

    let positions: Vec<usize> = ["3 ERRORS", "D10", "D23", "1 WARNING", "D49", "1 NOTE", "D53"]
        .iter()
        .map(|part| text.find(part).map_or(usize::MAX, |at| at))
        .collect();
    assert!(positions.is_sorted() && positions[6] < usize::MAX, "{positions:?}\n{text}");
    let line = text.lines().find(|line| line.contains("user_profiles.user_id  ")).unwrap();
    assert!(line.contains("1,234 rows") && line.contains("repair") && line.contains("17, 18"), "{line}");
    assert!(!text.contains("public.messages"), "the schema says nothing here: {text}");
    for part in [
        "148 with a provider's id (72 %)",
        "looked at 2 of 2 columns that may refer to a user",
        "need --clerk-directory or --from-clerk: D02, D11",
        "carrier_user_id: its name suggests a user",
        "31 foreign keys lead to public.users",
        "5 findings of 4 kinds",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_schema_is_named_where_there_is_more_than_one() {
    let mut audit = specimen::damaged();
    audit.findings[1].schema = "crm".into();

    let text = written(&audit, 100, false);

    assert!(text.contains("crm.messages.sender_id") && text.contains("public.user_profiles.user_id"), "{text}");
}

#[test]
fn a_clean_database_is_said_to_be_clean() {
    let text = written(&specimen::clean(), 80, false);

    assert!(text.ends_with("\nNothing wrong was found\n"), "{text}");
    assert!(!text.contains("!!") && !text.contains("ERROR"), "{text}");
    assert_eq!(specimen::clean().exit_code(Severity::Info), 0);
}

#[test]
fn what_could_not_be_seen_is_loud_without_colours_too() {
    let text = written(&specimen::blind(), 80, false);

    for part in [
        "!! INCOMPLETE",
        "!! COULD NOT LOOK, 2 times",
        "D23 public.messages.sender_id: permission denied",
        "public.secrets: took longer than allowed",
        "looked at 1 of 2 columns",
        "but the audit was stopped before its end",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mut unseen = specimen::clean();
    unseen.coverage.could_not_look = specimen::blind().coverage.could_not_look;
    assert!(
        written(&unseen, 80, false).ends_with("!! Nothing wrong was found, but 2 questions could not be answered\n")
    );
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for (name, audit) in specimen::all() {
        for width in [1, 40, 57, 80, 100, 160, 10_000] {
            for line in written(&audit, width, false).lines() {
                assert!(line.width() <= width.clamp(40, 160), "{name} at {width}: {line:?}");
            }
        }
    }
}

#[test]
fn colour_is_written_only_if_told_so() {
    let (plain, coloured) = (written(&specimen::blind(), 80, false), written(&specimen::blind(), 80, true));

    assert!(!plain.contains('\u{1b}'));
    assert!(coloured.contains("\u{1b}[1;31m"));
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        stripped.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    stripped.push_str(rest);
    assert_eq!(stripped, plain);
}

#[test]
fn hostile_names_and_values_cannot_steer_the_terminal() {
    let text = written(&specimen::hostile(), 80, false);

    let steering = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{200b}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(text.chars().find(|c| steering(*c)), None, "{text:?}");
    assert!(text.replace('\n', "").contains("\\u{1b}[2J"), "{text}");
}
