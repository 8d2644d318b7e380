//! The page: one file, nothing asked of anybody, and read by a real browser.

use std::{fs, path::Path, time::Instant};

use orientor_doctor::{Audit, report};
use orientor_testkit::node;
use tempfile::TempDir;

use crate::specimen;

fn written(audit: &Audit) -> String {
    let mut out = Vec::new();
    report::html(audit, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_browser_finds_no_fault_with_it() {
    let folder = TempDir::with_prefix("orientor-pages-").unwrap();
    for (name, audit) in specimen::all() {
        fs::write(folder.path().join(format!("{name}.html")), written(&audit)).unwrap();
    }

    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page.mjs");
    node::run(&script, &[] as &[&str], &[("ORIENTOR_PAGES", folder.path())]);
}

#[test]
fn it_needs_no_other_file_and_no_script() {
    for (name, audit) in specimen::all() {
        let page = written(&audit);
        for part in ["<script", "<link", "<img", "<iframe", "url(", "@import", "http://", "https://", "src=", " style="]
        {
            assert!(!page.contains(part), "{name} has {part}");
        }
        assert!(page.contains("default-src 'none'; style-src 'sha256-"), "{name}");
    }
}

#[test]
fn every_finding_is_there_and_its_table_leads_to_it() {
    let page = written(&specimen::damaged());

    for at in 0..5 {
        assert!(page.contains(&format!("id=\"finding-{at}\"")), "{at}");
    }
    // The worst one in `messages`, and not the first in the list.
    assert!(page.contains("<a href=\"#finding-1\" class=\"node error\">\n<title>messages: an error, about 1,234 rows"));
    assert!(page.contains("5 findings of 4 kinds"));
    let blind = written(&specimen::blind());
    assert!(blind.contains("Not everything was looked at") && blind.contains("permission denied: table messages"));
}

#[test]
fn hostile_text_stays_text() {
    let page = written(&specimen::hostile());

    assert!(page.contains("\\u{202e}") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    let bad =
        page.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{200b}'));
    assert_eq!(bad, None);
}

#[test]
fn the_picture_is_the_same_every_time_and_no_boxes_overlap() {
    for tables in [1, 2, 50, 300, 1_000] {
        let (audit, began) = (specimen::wide(tables), Instant::now());
        let page = written(&audit);
        assert!(began.elapsed().as_secs() < 5, "{tables} tables");
        assert_eq!(page, written(&audit));

        let mut boxes = Vec::new();
        for part in page.split("<rect class=\"box").skip(1) {
            let number = |name: &str| -> usize {
                let (_, rest) = part.split_once(&format!(" {name}=\"")).unwrap();
                rest.split('"').next().unwrap().parse().unwrap()
            };
            boxes.push((number("x"), number("y"), number("width"), number("height")));
        }
        assert_eq!(boxes.len(), tables.min(120));
        for (at, one) in boxes.iter().enumerate() {
            for two in &boxes[at + 1..] {
                let apart = one.0 + one.2 <= two.0
                    || two.0 + two.2 <= one.0
                    || one.1 + one.3 <= two.1
                    || two.1 + two.3 <= one.1;
                assert!(apart, "{tables}: {one:?} {two:?}");
            }
        }
        assert_eq!(page.contains("more are not"), tables > 120);
    }
}
