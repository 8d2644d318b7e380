//! The picture of the tables, as SVG within a page.

use std::io::{self, Write};

use super::{
    graph::{BOX_HEIGHT, BOX_WIDTH, Graph, Health, Line, Node},
    html::{Anchors, escaped},
    text::{cut, dotted, number, visible},
};

/// What each health looks like without its colour: a sign, and words.
pub(super) const LEGEND: [(Health, &str); 5] = [
    (Health::Error, "an error"),
    (Health::Warning, "a warning"),
    (Health::Info, "a note"),
    (Health::Well, "nothing found"),
    (Health::Blind, "could not look"),
];

/// Letters that fit into a box beside the sign.
const LETTERS: usize = 23;

/// Writes the picture. Boxes of tables with findings lead to them.
pub(super) fn picture(graph: &Graph<'_>, with_schema: bool, anchors: &Anchors, out: &mut impl Write) -> io::Result<()> {
    let Graph { width, height, .. } = graph;
    writeln!(
        out,
        "<svg class=\"graph\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"group\" \
         aria-label=\"The tables and how they refer to each other\">"
    )?;
    writeln!(out, "<g class=\"lines\" aria-hidden=\"true\">")?;
    let middle = graph.nodes.iter().find(|node| node.is_users).map_or(0, |node| node.x);
    for line in &graph.lines {
        draw_line(line, &graph.nodes, middle, out)?;
    }
    writeln!(out, "</g>")?;
    for node in &graph.nodes {
        draw_box(node, with_schema, anchors, out)?;
    }
    writeln!(out, "</svg>")
}

fn draw_line(line: &Line, nodes: &[Node<'_>], middle_x: usize, out: &mut impl Write) -> io::Result<()> {
    let (Some(from), Some(to)) = (nodes.get(line.from), nodes.get(line.to)) else { return Ok(()) };
    let middle = |node: &Node<'_>| node.y + BOX_HEIGHT / 2;
    let (y1, y2) = (middle(from), middle(to));
    let class = if line.enforced { "enforced" } else { "loose" };
    let path = if from.x == to.x {
        // Outside of the column, so that the boxes in between stay free; wider the further it is.
        let bow = (12 + y1.abs_diff(y2) / 6).min(60);
        let (x, bend) = if from.x < middle_x {
            (from.x, from.x.saturating_sub(bow))
        } else {
            (from.x + BOX_WIDTH, from.x + BOX_WIDTH + bow)
        };
        // A table that refers to itself leaves above the middle and comes back below it.
        let (y1, y2) = if y1 == y2 { (y1 - BOX_HEIGHT / 4, y2 + BOX_HEIGHT / 4) } else { (y1, y2) };
        format!("M{x} {y1}C{bend} {y1} {bend} {y2} {x} {y2}")
    } else {
        let (x1, x2) = if from.x < to.x { (from.x + BOX_WIDTH, to.x) } else { (from.x, to.x + BOX_WIDTH) };
        let half = usize::midpoint(x1, x2);
        format!("M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}")
    };
    let title = format!("{} → {}: {}", from.table.name, to.table.name, line.columns.join(", "));
    writeln!(out, "<path class=\"{class}\" d=\"{path}\"><title>{}</title></path>", escaped(&visible(&title)))
}

fn draw_box(node: &Node<'_>, with_schema: bool, anchors: &Anchors, out: &mut impl Write) -> io::Result<()> {
    let table = node.table;
    let name = if with_schema { dotted([table.schema.as_str(), &table.name]) } else { dotted([table.name.as_str()]) };
    let name = visible(&name);
    let (class, words) = (class(node.health), words(node.health));
    let rows = table.rows_estimate.map(|rows| format!(", about {} rows", number(rows))).unwrap_or_default();
    let anchor = anchors.first_of(&table.schema, &table.name);
    match &anchor {
        Some(anchor) => writeln!(out, "<a href=\"#{anchor}\" class=\"node {class}\">")?,
        None => writeln!(out, "<g class=\"node {class}\">")?,
    }
    let users = if node.is_users { " users" } else { "" };
    writeln!(out, "<title>{}</title>", escaped(&format!("{name}: {words}{rows}")))?;
    writeln!(
        out,
        "<rect class=\"box{users}\" x=\"{}\" y=\"{}\" width=\"{BOX_WIDTH}\" height=\"{BOX_HEIGHT}\" rx=\"7\"/>",
        node.x, node.y
    )?;
    draw_sign(node.health, node.x + 15, node.y + BOX_HEIGHT / 2, out)?;
    writeln!(
        out,
        "<text x=\"{}\" y=\"{}\">{}</text>",
        node.x + 30,
        node.y + BOX_HEIGHT / 2 + 4,
        escaped(&cut(&name, LETTERS))
    )?;
    writeln!(out, "{}", if anchor.is_some() { "</a>" } else { "</g>" })
}

/// The sign of a health around this point, 14 units wide. Each has another outline.
pub(super) fn draw_sign(health: Health, x: usize, y: usize, out: &mut impl Write) -> io::Result<()> {
    let outline = match health {
        Health::Well | Health::Info => "<circle class=\"sign\" r=\"7\"/>",
        Health::Warning => "<path class=\"sign\" d=\"M0 -7.5L8 6.5H-8Z\"/>",
        Health::Error => "<path class=\"sign\" d=\"M-3 -7.2H3L7.2 -3V3L3 7.2H-3L-7.2 3V-3Z\"/>",
        Health::Blind => "<rect class=\"sign\" x=\"-7\" y=\"-7\" width=\"14\" height=\"14\" rx=\"2\"/>",
    };
    let mark = match health {
        Health::Well => "M-3 .2L-.8 2.6L3.2 -2.4",
        Health::Info => "M0 -3.4V-3.3M0 -.8V3.4",
        Health::Warning => "M0 -2.6V1.8M0 4.2V4.3",
        Health::Error => "M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6",
        Health::Blind => "M-2.2 -1.6C-2.2 -4.6 2.4 -4.6 2.4 -1.6C2.4 .2 0 .2 0 1.8M0 4.2V4.3",
    };
    writeln!(out, "<g transform=\"translate({x} {y})\">{outline}<path class=\"mark\" d=\"{mark}\"/></g>")
}

pub(super) fn class(health: Health) -> &'static str {
    match health {
        Health::Well => "well",
        Health::Info => "info",
        Health::Warning => "warning",
        Health::Error => "error",
        Health::Blind => "blind",
    }
}

fn words(health: Health) -> &'static str {
    LEGEND.iter().find(|(of, _)| *of == health).map_or("", |(_, words)| words)
}
