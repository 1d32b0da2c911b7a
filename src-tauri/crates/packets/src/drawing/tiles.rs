//! A map on pages. Where one page holds it at a size that is read, it is on one. Otherwise a page holds
//! as many functions as fit, whole, with those they are part of drawn again at its left; and what is
//! too many levels away for a page is drawn on pages of its own.

use std::collections::{HashMap, HashSet, VecDeque};

use super::MapPaper;
use super::chart::{ACROSS, Chart, NARROW};
use super::plan::{Extent, Tile, whole};

/// Points: a page less what is around the drawing.
pub(crate) const ROOM: (f64, f64) = (720.0, 486.0);
/// How much smaller and larger a drawing may be printed: letters of five and a half points can
/// be read.
const LEAST: f64 = 0.68;
const MOST: f64 = 1.25;
/// How large one that takes several pages is, and how wide its boxes may be.
const TILED: f64 = 0.74;
const WIDEST: f64 = 230.0;

/// The pages of a map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheets {
    /// How large it is printed.
    pub(crate) scale: f64,
    pub(crate) tiles: Vec<Tile>,
}

/// Lays a map out on pages.
pub(crate) fn sheets(paper: &MapPaper) -> (Chart, Sheets) {
    let chart = Chart::of(paper, NARROW);
    let one = whole(&chart);
    let scale = (ROOM.0 / one.width).min(ROOM.1 / one.height).min(MOST);
    if scale >= LEAST {
        let tiles = vec![one];
        return (chart, Sheets { scale, tiles });
    }
    // Wider boxes have fewer lines, and a page holds more of them.
    let levels = chart.levels().min(most_levels());
    let count = f64::from(u32::try_from(levels).unwrap_or(u32::MAX));
    let column = (ROOM.0 / TILED + ACROSS) / count - ACROSS;
    let chart = Chart::of(paper, column.clamp(NARROW, WIDEST));
    let scale = TILED.min(ROOM.0 / (count * (chart.column + ACROSS) - ACROSS));
    let tiles = tiled(&chart, levels, scale);
    (chart, Sheets { scale, tiles })
}

/// A map that takes several pages.
fn tiled(chart: &Chart, levels: usize, scale: f64) -> Vec<Tile> {
    let mut tiles: Vec<Tile> = Vec::new();
    let mut first_page: HashMap<usize, usize> = HashMap::new();
    let mut roots = VecDeque::from([0]);
    while let Some(root) = roots.pop_front() {
        first_page.insert(root, tiles.len());
        let extent = Extent {
            chart,
            root,
            levels,
            only: None,
        };
        for tile in cut(&extent, ROOM.1 / scale) {
            let last = chart.boxes[root].depth + levels - 1;
            let drawn = tile.boxes.iter().map(|it| it.at);
            roots.extend(drawn.filter(|at| {
                let it = &chart.boxes[*at];
                it.depth == last && !it.parts.is_empty()
            }));
            tiles.push(tile);
        }
    }
    for tile in &mut tiles {
        let first = tile.boxes.first().map(|it| it.at);
        for drawn in &mut tile.boxes {
            // The function a page begins with is drawn there.
            if Some(drawn.at) != first {
                drawn.elsewhere = first_page.get(&drawn.at).copied();
            }
        }
    }
    tiles
}

/// How wide so many levels are at least.
fn across(levels: usize) -> f64 {
    let levels = f64::from(u32::try_from(levels).unwrap_or(u32::MAX));
    levels * (NARROW + ACROSS) - ACROSS
}

/// How many levels fit beside each other.
fn most_levels() -> usize {
    (2..=24)
        .take_while(|levels| across(*levels) * LEAST <= ROOM.0)
        .last()
        .unwrap_or(2)
}

/// A drawing in parts that are no higher than there is room.
fn cut(extent: &Extent<'_>, room: f64) -> Vec<Tile> {
    let chart = extent.chart;
    let all = extent.draw();
    if all.height <= room {
        return vec![all];
    }
    let drawn: HashSet<usize> = all.boxes.iter().map(|it| it.at).collect();
    let ends = all.boxes.iter().map(|it| it.at);
    let ends = ends.filter(|at| {
        let mut parts = chart.boxes[*at].parts.iter();
        !parts.any(|part| drawn.contains(part))
    });
    let mut tiles = Vec::new();
    let mut seen: HashSet<usize> = HashSet::new();
    let mut only: HashSet<usize> = HashSet::new();
    let mut close = |only: &HashSet<usize>| {
        let mut tile = Extent {
            only: Some(only),
            ..*extent
        }
        .draw();
        for drawn in &mut tile.boxes {
            drawn.again = !seen.insert(drawn.at);
        }
        tiles.push(tile);
    };
    for end in ends {
        let mut with = only.clone();
        with.extend(way(chart, end));
        let trial = Extent {
            only: Some(&with),
            ..*extent
        };
        if trial.height(extent.root) > room && !only.is_empty() {
            close(&only);
            only = way(chart, end).collect();
        } else {
            only = with;
        }
    }
    close(&only);
    tiles
}

/// A function and those it is part of.
fn way(chart: &Chart, at: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(at), |at| chart.boxes[*at].above)
}
