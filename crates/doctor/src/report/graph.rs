//! Where each table stands in the picture: the users in the middle, those that refer to them on both
//! sides, and whatever is further away further out.
//!
//! The layout is made of columns, so that names can be read and nothing overlaps, and it is the same
//! whenever the tables are.

use std::collections::{BTreeMap, VecDeque};

use crate::finding::{Audit, Severity, TableHealth};

/// Size of a box, and of the gaps between boxes, in units of the picture.
pub(super) const BOX_WIDTH: usize = 212;
pub(super) const BOX_HEIGHT: usize = 30;
const GAP_ACROSS: usize = 76;
const GAP_DOWN: usize = 10;
const MARGIN: usize = 28;
/// More boxes in one column make the picture taller than a screen; another column is opened.
const TALLEST: usize = 24;
/// More boxes than this cannot be read, so the healthy ones that nobody misses are only counted.
const MOST_BOXES: usize = 120;
/// Columns of tables that hang together with no user at all.
const LOOSE_COLUMNS: usize = 5;

/// How well a table is, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Health {
    Well,
    Info,
    Warning,
    Error,
    Blind,
}

impl Health {
    pub(super) fn of(table: &TableHealth) -> Self {
        match (table.blind, table.worst) {
            (true, _) => Self::Blind,
            (false, None) => Self::Well,
            (false, Some(Severity::Info)) => Self::Info,
            (false, Some(Severity::Warning)) => Self::Warning,
            (false, Some(Severity::Error)) => Self::Error,
        }
    }
}

/// A table in the picture.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) table: &'a TableHealth,
    pub(super) health: Health,
    pub(super) is_users: bool,
    /// Upper left corner.
    pub(super) x: usize,
    pub(super) y: usize,
}

/// A line in the picture, between the boxes with these numbers.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) enforced: bool,
    pub(super) columns: Vec<String>,
}

/// The whole picture.
#[derive(Debug)]
pub(super) struct Graph<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) lines: Vec<Line>,
    pub(super) width: usize,
    pub(super) height: usize,
    /// Healthy tables that are not drawn.
    pub(super) left_out: usize,
}

type Name<'a> = (&'a str, &'a str);

/// Lays the tables of the audit out.
pub(super) fn graph(audit: &Audit) -> Graph<'_> {
    let users = users_table(audit);
    let drawn = drawn(audit, users);
    let at: BTreeMap<Name<'_>, usize> =
        drawn.iter().enumerate().map(|(at, table)| ((table.schema.as_str(), table.name.as_str()), at)).collect();
    let lines = lines(&drawn, &at);
    let start = users.and_then(|users| drawn.iter().position(|table| std::ptr::eq(*table, users)));
    let distances = distances(drawn.len(), &lines, start);
    let places = Columns::of(drawn.len(), &lines, &distances).places();
    let nodes: Vec<Node<'_>> = drawn
        .iter()
        .zip(&places)
        .enumerate()
        .map(|(at, (table, &(x, y)))| Node { table, health: Health::of(table), is_users: start == Some(at), x, y })
        .collect();
    let width = nodes.iter().map(|node| node.x + BOX_WIDTH + MARGIN).max().unwrap_or(BOX_WIDTH);
    let height = nodes.iter().map(|node| node.y + BOX_HEIGHT + MARGIN).max().unwrap_or(BOX_HEIGHT);
    Graph { left_out: audit.tables.len() - nodes.len(), nodes, lines, width, height }
}

fn users_table(audit: &Audit) -> Option<&TableHealth> {
    let chosen = audit.chosen.users.replace('"', "");
    let is_it = |table: &&TableHealth| format!("{}.{}", table.schema, table.name).replace('"', "") == chosen;
    audit.tables.iter().find(is_it)
}

/// The tables to draw, by name: all of them, or else the users and the sickest.
fn drawn<'a>(audit: &'a Audit, users: Option<&'a TableHealth>) -> Vec<&'a TableHealth> {
    let mut tables: Vec<&TableHealth> = audit.tables.iter().collect();
    let is_users = |table: &TableHealth| users.is_some_and(|users| std::ptr::eq(users, table));
    let name = |table: &TableHealth| (table.schema.clone(), table.name.clone());
    if tables.len() > MOST_BOXES {
        tables.sort_by_key(|table| (!is_users(table), std::cmp::Reverse(Health::of(table)), name(table)));
        tables.truncate(MOST_BOXES);
    }
    tables.sort_by_key(|table| name(table));
    tables
}

fn lines(drawn: &[&TableHealth], at: &BTreeMap<Name<'_>, usize>) -> Vec<Line> {
    // Several columns between the same tables are one line; it is solid only if all of them are enforced.
    let mut lines: BTreeMap<(usize, usize), Line> = BTreeMap::new();
    for (from, table) in drawn.iter().enumerate() {
        for edge in &table.refers_to {
            let Some(&to) = at.get(&(edge.schema.as_str(), edge.table.as_str())) else { continue };
            let line =
                lines.entry((from, to)).or_insert_with(|| Line { from, to, enforced: true, columns: Vec::new() });
            line.enforced &= edge.enforced;
            line.columns.push(edge.column.clone());
        }
    }
    lines.into_values().collect()
}

/// Steps from the users to each table; none for those that hang together with no user.
fn distances(tables: usize, lines: &[Line], start: Option<usize>) -> Vec<Option<usize>> {
    let mut neighbours = vec![Vec::new(); tables];
    for line in lines {
        neighbours[line.from].push(line.to);
        neighbours[line.to].push(line.from);
    }
    let mut distances = vec![None; tables];
    let mut queue = VecDeque::new();
    if let Some(start) = start {
        distances[start] = Some(0);
        queue.push_back((start, 0));
    }
    while let Some((at, steps)) = queue.pop_front() {
        for &next in &neighbours[at] {
            if distances[next].is_none() {
                distances[next] = Some(steps + 1);
                queue.push_back((next, steps + 1));
            }
        }
    }
    distances
}

/// The columns of the picture, outwards from the middle.
struct Columns {
    tables: usize,
    middle: Option<usize>,
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
    loose: Vec<usize>,
}

impl Columns {
    fn of(tables: usize, lines: &[Line], distances: &[Option<usize>]) -> Self {
        let middle = distances.iter().position(|steps| *steps == Some(0));
        let loose = (0..tables).filter(|at| distances[*at].is_none()).collect();
        let order = neighbourly(tables, lines, distances);
        let furthest = distances.iter().flatten().copied().max().unwrap_or(0);
        // One half goes to the left. Neighbours follow each other, so that few lines cross the middle.
        let (left, right) = order.split_at(order.len().div_ceil(2));
        let rings = |half: &[usize]| -> Vec<Vec<usize>> {
            let ring = |steps| half.iter().copied().filter(|at| distances[*at] == Some(steps)).collect();
            (1..=furthest).map(ring).flat_map(|ring: Vec<usize>| in_columns(&ring)).collect()
        };
        Self { tables, middle, left: rings(left), right: rings(right), loose }
    }

    fn places(&self) -> Vec<(usize, usize)> {
        let step = BOX_HEIGHT + GAP_DOWN;
        let across = BOX_WIDTH + GAP_ACROSS;
        let rows = self.left.iter().chain(&self.right).map(Vec::len).max().unwrap_or(1).max(1);
        let mut places = vec![(0, 0); self.tables];
        let mut column = |tables: &[usize], x: usize| {
            let top = MARGIN + (rows - tables.len().min(rows)) * step / 2;
            for (row, at) in tables.iter().enumerate() {
                places[*at] = (x, top + row * step);
            }
        };
        let middle_x = MARGIN + self.left.len() * across;
        for (out, tables) in self.left.iter().enumerate() {
            column(tables, middle_x - (out + 1) * across);
        }
        for (out, tables) in self.right.iter().enumerate() {
            column(tables, middle_x + (out + 1) * across);
        }
        column(&self.middle.into_iter().collect::<Vec<_>>(), middle_x);
        // Below the rest, as a block of its own.
        let top = if self.middle.is_some() { MARGIN + rows * step + BOX_HEIGHT } else { MARGIN };
        for (place, at) in self.loose.iter().enumerate() {
            let (row, column) = (place / LOOSE_COLUMNS, place % LOOSE_COLUMNS);
            places[*at] = (MARGIN + column * (BOX_WIDTH + GAP_DOWN * 2), top + row * step);
        }
        places
    }
}

/// As many columns as it takes, about equally tall.
fn in_columns(ring: &[usize]) -> Vec<Vec<usize>> {
    let columns = ring.len().div_ceil(TALLEST).max(1);
    let tall = ring.len().div_ceil(columns).max(1);
    ring.chunks(tall).map(<[usize]>::to_vec).collect()
}

/// The tables that hang together with the users, but for these: those that hang together without them
/// follow each other.
fn neighbourly(tables: usize, lines: &[Line], distances: &[Option<usize>]) -> Vec<usize> {
    let is_placed = |at: usize| distances[at].is_some_and(|steps| steps > 0);
    let mut neighbours = vec![Vec::new(); tables];
    for line in lines.iter().filter(|line| is_placed(line.from) && is_placed(line.to)) {
        neighbours[line.from].push(line.to);
        neighbours[line.to].push(line.from);
    }
    let mut order = Vec::new();
    let mut seen = vec![false; tables];
    for start in (0..tables).filter(|at| is_placed(*at)) {
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            if !std::mem::replace(&mut seen[at], true) {
                order.push(at);
                queue.extend(&neighbours[at]);
            }
        }
    }
    order
}
