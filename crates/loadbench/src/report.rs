//! Results as lines that a program can read.

/// One row of the table: a figure, what it is compared with, and what was promised.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: String,
    /// The figure with its unit.
    pub(crate) measured: String,
    /// What it is compared with, figure and unit; empty if with nothing.
    pub(crate) against: String,
    /// The one divided by the other.
    pub(crate) ratio: Option<f64>,
    /// What was promised; empty if nothing was.
    pub(crate) promise: String,
    /// Whether it was kept; true where there is none.
    pub(crate) kept: bool,
}

impl Row {
    /// A figure without a promise.
    pub(crate) fn new(what: impl Into<String>, measured: impl Into<String>) -> Self {
        let (what, measured) = (what.into(), measured.into());
        Self { what, measured, against: String::new(), ratio: None, promise: String::new(), kept: true }
    }

    /// Compared with `against`.
    pub(crate) fn against(self, against: impl Into<String>, ratio: Option<f64>) -> Self {
        Self { against: against.into(), ratio, ..self }
    }

    /// With a promise.
    pub(crate) fn promised(self, promise: impl Into<String>, kept: bool) -> Self {
        Self { promise: promise.into(), kept, ..self }
    }
}

/// Prints `result`, then the six columns, separated by tabs; whether every promise was kept.
pub(crate) fn print(rows: &[Row]) -> bool {
    for Row { what, measured, against, ratio, promise, kept } in rows {
        let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let kept = match (promise.is_empty(), kept) {
            (true, _) => "",
            (false, true) => "yes",
            (false, false) => "NO",
        };
        println!("result\t{what}\t{measured}\t{against}\t{ratio}\t{promise}\t{kept}");
    }
    rows.iter().all(|row| row.kept)
}

/// The middle one; of an even number, the upper of the two. Zero for none.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// A whole number with commas: `12,345`.
pub(crate) fn commas(number: impl Into<f64>) -> String {
    let digits = format!("{:.0}", number.into());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0]).to_bits(), 2.0_f64.to_bits());
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]).to_bits(), 3.0_f64.to_bits());
        assert_eq!(median([]).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")] {
            assert_eq!(commas(number), text);
        }
    }

    #[test]
    fn a_missed_promise_is_told() {
        let row = || Row::new("a", "1").against("2", Some(0.5));
        assert!(print(&[row(), row().promised("< 1", true)]));
        assert!(!print(&[row().promised("< 1", false), row()]));
    }
}
