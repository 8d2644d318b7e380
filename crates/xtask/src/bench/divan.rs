//! Benchmarks of single functions, whose figures are read from what `cargo bench` prints.

use std::collections::HashMap;

use anyhow::{Context as _, Result};

use super::{output, table::Row};
use crate::workspace::cargo;

const SEEN_BEFORE_NS: f64 = 1_500.0;
const NEW_TOKEN: f64 = 1.2;

/// From a token to a user id.
pub(super) fn bridge() -> Result<Vec<Row>> {
    let medians = medians("orientor-identity", "bridge", &["--features", "axum"])?;
    let mut rows = Vec::new();
    for threads in ["t=1", "t=2"] {
        let of = |name: &str| medians.of(&format!("{name}/{threads}"));
        let (bare, new) = (of("bare_signature")?, of("new_token_of_known_user")?);
        rows.push(compared(&format!("new token to user id, {threads}"), new, bare, NEW_TOKEN));
        let seen = of("seen_before")?;
        let mut row = compared(&format!("token seen before to user id, {threads}"), seen, bare, f64::INFINITY);
        row.promise = format!("≤ {}", time(SEEN_BEFORE_NS));
        row.kept = Some(seen <= SEEN_BEFORE_NS);
        rows.push(row);
        let by_extractor = of("seen_before_by_extractor")?;
        rows.push(compared(&format!("  the same from a request's head, {threads}"), by_extractor, bare, f64::INFINITY));
    }
    Ok(rows)
}

/// A token by itself.
pub(super) fn verify() -> Result<Vec<Row>> {
    let medians = medians("orientor-clerk", "verify", &[])?;
    let bare = medians.of("bare_signature")?;
    Ok(vec![
        compared("whole token", medians.of("whole_token")?, bare, NEW_TOKEN),
        compared("token seen before", medians.of("seen_before")?, bare, f64::INFINITY),
        compared("  each time another of 100,000", medians.of("seen_before_among_100k")?, bare, f64::INFINITY),
    ])
}

/// An infinite `limit` is no promise.
fn compared(what: &str, ns: f64, bare_ns: f64, limit: f64) -> Row {
    let ratio = ns / bare_ns;
    Row {
        what: what.to_owned(),
        measured: time(ns),
        against: format!("bare signature: {}", time(bare_ns)),
        ratio: format!("{ratio:.2}"),
        promise: if limit.is_finite() { format!("≤ {limit}") } else { String::new() },
        kept: limit.is_finite().then_some(ratio <= limit),
    }
}

fn time(ns: f64) -> String {
    format!("{:.2} µs", ns / 1_000.0)
}

/// The median of each benchmark, in nanoseconds, by its path: `name` or `name/t=2`.
struct Medians(HashMap<String, f64>);

impl Medians {
    fn of(&self, path: &str) -> Result<f64> {
        self.0.get(path).copied().with_context(|| format!("cargo bench printed no figure for {path}"))
    }
}

fn medians(package: &str, bench: &str, more: &[&str]) -> Result<Medians> {
    let mut cargo = cargo();
    cargo.args(["bench", "--quiet", "--package", package, "--bench", bench]).args(more);
    Ok(read(&output(&mut cargo)?))
}

/// Reads the tree that divan prints: `│  ├─ t=1   1 ns  │ 3 ns  │ 2 ns  │ …`, the median third.
fn read(text: &str) -> Medians {
    let mut medians = HashMap::new();
    let mut parents: Vec<&str> = Vec::new();
    for line in text.lines() {
        let Some(branch) = ["├─ ", "╰─ "].into_iter().find_map(|branch| line.find(branch)) else { continue };
        // Three characters a level; the bars among them are longer than a byte.
        let depth = line[..branch].chars().count() / 3;
        let rest = &line[branch + "├─ ".len()..];
        let Some(name) = rest.split_ascii_whitespace().next() else { continue };
        parents.truncate(depth);
        parents.push(name);
        if let Some(ns) = rest.split('│').nth(2).and_then(nanoseconds) {
            medians.insert(parents.join("/"), ns);
        }
    }
    Medians(medians)
}

fn nanoseconds(cell: &str) -> Option<f64> {
    let (number, unit) = cell.trim().split_once(' ')?;
    let scale = match unit {
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
Timer precision: 20 ns
bridge            fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ bare                         │               │               │               │         │
│  ├─ t=1         13.61 µs      │ 300.7 µs      │ 14.07 µs      │ 17.46 µs      │ 100     │ 100
│  ╰─ t=2         13.59 µs      │ 25.27 µs      │ 900 ns        │ 14.11 µs      │ 100     │ 100
╰─ single         1.2 ms        │ 3 ms          │ 2.5 ms        │ 2 ms          │ 100     │ 100
   ╰─ t=2         1.2 ms        │ 3 ms          │ 2 s           │ 2 ms          │ 100     │ 100
";

    #[test]
    fn medians_are_read_with_the_names_above_them() {
        let medians = read(PRINTED);
        for (path, ns) in [("bare/t=1", 14_070.0), ("bare/t=2", 900.0), ("single", 2.5e6), ("single/t=2", 2e9)] {
            assert!((medians.of(path).unwrap() - ns).abs() < 1e-3, "{path}");
        }
        assert!(medians.of("bare").is_err());
        assert_eq!(medians.0.len(), 4);
    }

    #[test]
    fn a_promise_is_kept_up_to_its_limit() {
        assert_eq!(compared("a", 12.0, 10.0, 1.2).kept, Some(true));
        assert_eq!(compared("a", 12.1, 10.0, 1.2).kept, Some(false));
        assert_eq!(compared("a", 99.0, 10.0, f64::INFINITY).kept, None);
    }
}
