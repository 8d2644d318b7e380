//! The table of results.

/// A figure, what it is compared with, and what was promised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// What was measured.
    pub(super) what: String,
    /// The figure with its unit.
    pub(super) measured: String,
    /// What it is compared with.
    pub(super) against: String,
    /// The one divided by the other.
    pub(super) ratio: String,
    /// What was promised; empty if nothing was.
    pub(super) promise: String,
    /// Whether it was kept, where there is one.
    pub(super) kept: Option<bool>,
}

impl Row {
    /// Reads the six columns of a line of the load generator, which are separated by tabs.
    pub(super) fn read(line: &str) -> Option<Self> {
        let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [what, measured, against, ratio, promise, kept]: [String; 6] = columns.try_into().ok()?;
        let kept = match kept.as_str() {
            "" => None,
            "yes" => Some(true),
            "NO" => Some(false),
            _ => return None,
        };
        Some(Self { what, measured, against, ratio, promise, kept })
    }

    fn columns(&self) -> [&str; 6] {
        let kept = match self.kept {
            None => "",
            Some(true) => "yes",
            Some(false) => "NO",
        };
        [&self.what, &self.measured, &self.against, &self.ratio, &self.promise, kept]
    }
}

const HEAD: [&str; 6] = ["what", "measured", "against", "ratio", "promise", "ok"];

/// Prints a Markdown table whose columns are aligned.
pub(super) fn print(rows: &[Row]) {
    print!("{}", render(rows));
}

fn render(rows: &[Row]) -> String {
    let lines: Vec<[&str; 6]> = [HEAD].into_iter().chain(rows.iter().map(Row::columns)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; 6] = std::array::from_fn(width);
    let rule = widths.map(|width| "-".repeat(width));
    let line = |cells: &[&str; 6]| {
        let cells = cells.iter().zip(widths).map(|(cell, width)| format!("| {cell:<width$} "));
        cells.chain(["|\n".to_owned()]).collect::<String>()
    };
    let (head, rest) = (line(&HEAD), lines.iter().skip(1).map(line));
    [head, line(&rule.each_ref().map(String::as_str))].into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_six_columns_and_a_verdict() {
        let row = Row::read("a\t1 ms\tb: 2 ms\t0.50\t< 1\tNO").unwrap();
        assert_eq!((row.what.as_str(), row.kept), ("a", Some(false)));
        assert_eq!(Row::read("a\t1\t\t\t\t").unwrap().kept, None);
        for odd in ["", "a\tb", "a\t1\t\t\t\tmaybe", "a\t1\t\t\t\tyes\t"] {
            assert_eq!(Row::read(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [Row { what: "a long name".to_owned(), measured: "1 µs".to_owned(), ..Row::default() }];
        let text = render(&rows);
        let lengths: Vec<usize> = text.lines().map(|line| line.chars().count()).collect();
        assert_eq!(lengths.len(), 3);
        assert!(lengths.iter().all(|length| *length == lengths[0]), "{text}");
    }
}
