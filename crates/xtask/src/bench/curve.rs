//! A picture of how times grow with the number of users.

use std::fmt::Write as _;

/// A named line.
#[derive(Clone, Debug)]
pub(super) struct Series {
    pub(super) name: &'static str,
    pub(super) colour: &'static str,
    /// Users and milliseconds, both above 0, by ascending users.
    pub(super) points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 440.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = 248.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 64.0;

/// Powers of ten.
struct Axis {
    lowest: i32,
    highest: i32,
    from: f64,
    to: f64,
}

impl Axis {
    #[expect(clippy::cast_possible_truncation, reason = "powers of ten of figures of a benchmark are small")]
    fn over(values: impl Iterator<Item = f64> + Clone, from: f64, to: f64) -> Self {
        let lowest = values.clone().fold(f64::INFINITY, f64::min).log10().floor() as i32;
        let highest = values.fold(0.0, f64::max).log10().ceil() as i32;
        Self { lowest, highest: highest.max(lowest + 1), from, to }
    }

    fn place(&self, value: f64) -> f64 {
        let share = (value.log10() - f64::from(self.lowest)) / f64::from(self.highest - self.lowest);
        self.from + share * (self.to - self.from)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        (self.lowest..=self.highest).map(|power| 10_f64.powi(power))
    }
}

/// An SVG with both axes in powers of ten, so that what grows as fast as the users is parallel to the dashed line.
pub(super) fn draw(title: &str, series: &[Series]) -> String {
    let points = series.iter().flat_map(|series| &series.points);
    let x = Axis::over(points.clone().map(|point| point.0), LEFT, WIDTH - RIGHT);
    let y = Axis::over(points.map(|point| point.1), HEIGHT - BOTTOM, TOP);
    let mut svg = String::new();
    let mut line = |text: std::fmt::Arguments<'_>| {
        // Writing to a text does not fail.
        let _ = writeln!(svg, "{text}");
    };
    line(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#1b2330\">"
    ));
    line(format_args!("<title>{title}</title>"));
    line(format_args!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>"));
    line(format_args!("<text x=\"{LEFT}\" y=\"30\" font-size=\"17\" font-weight=\"600\">{title}</text>"));
    for tick in x.ticks() {
        let at = x.place(tick);
        line(format_args!(
            "<path d=\"M{at:.1} {:.1}V{:.1}\" stroke=\"#e2ddd1\"/><text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            y.from,
            y.to,
            y.from + 22.0,
            plain(tick)
        ));
    }
    for tick in y.ticks() {
        let at = y.place(tick);
        line(format_args!(
            "<path d=\"M{:.1} {at:.1}H{:.1}\" stroke=\"#e2ddd1\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{} ms</text>",
            x.from,
            x.to,
            x.from - 8.0,
            at + 4.0,
            plain(tick)
        ));
    }
    line(format_args!(
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">users</text>",
        f64::midpoint(x.from, x.to),
        HEIGHT - 16.0
    ));
    if let Some((users, ms)) = series.last().and_then(|series| series.points.first()) {
        // From the first point of the last line, as if it grew with the users, up to the edge.
        let most = 10_f64.powi(x.highest).min(users * 10_f64.powi(y.highest) / ms);
        line(format_args!(
            "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" fill=\"none\" stroke=\"#858b94\" stroke-dasharray=\"5 5\"/>",
            x.place(*users),
            y.place(*ms),
            x.place(most),
            y.place(ms * most / users)
        ));
        line(format_args!(
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"#545d6a\">as fast as users</text>",
            x.place(most) + 8.0,
            y.place(ms * most / users) + 4.0
        ));
    }
    for Series { name, colour, points } in series {
        let places: Vec<(f64, f64)> = points.iter().map(|(users, ms)| (x.place(*users), y.place(*ms))).collect();
        let path: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        line(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"/>",
            path.join(" ")
        ));
        for (x, y) in &places {
            line(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"{colour}\"/>"));
        }
        if let (Some((x, y)), Some((_, ms))) = (places.last(), points.last()) {
            line(format_args!(
                "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-weight=\"600\">{name}: {ms:.2} ms</text>",
                x + 10.0,
                y + 4.0
            ));
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// A power of ten: `0.01`, `1`, `1,000`.
fn plain(number: f64) -> String {
    match number {
        0.0..1.0 => number.to_string(),
        1e6.. => format!("{} M", number / 1e6),
        1e3.. => format!("{} k", number / 1e3),
        _ => format!("{number:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_is_inside_of_the_axes_and_more_is_higher() {
        let points = [(1e3, 0.03), (1e4, 0.06), (1e5, 0.13), (1e6, 400.0)];
        let x = Axis::over(points.iter().map(|point| point.0), LEFT, WIDTH - RIGHT);
        let y = Axis::over(points.iter().map(|point| point.1), HEIGHT - BOTTOM, TOP);

        let places: Vec<(f64, f64)> = points.iter().map(|(users, ms)| (x.place(*users), y.place(*ms))).collect();

        assert!(places.is_sorted_by(|one, next| one.0 < next.0 && one.1 > next.1), "{places:?}");
        assert!(places.iter().all(|(x, y)| (LEFT..=WIDTH - RIGHT).contains(x) && (TOP..=HEIGHT - BOTTOM).contains(y)));
    }

    #[test]
    fn the_picture_names_its_lines_and_is_closed() {
        let series = Series { name: "index", colour: "#000000", points: vec![(1e3, 0.5), (1e4, 0.7)] };

        let svg = draw("Times", &[series]);

        assert!(svg.contains("index: 0.70 ms") && svg.contains("1 k") && svg.ends_with("</svg>\n"), "{svg}");
        assert_eq!(svg.matches("<circle").count(), 2);
    }

    #[test]
    fn powers_of_ten_are_short() {
        let texts = [0.01, 0.1, 1.0, 100.0, 1e3, 1e5, 1e6].map(plain);
        assert_eq!(texts, ["0.01", "0.1", "1", "100", "1 k", "100 k", "1 M"]);
    }
}
