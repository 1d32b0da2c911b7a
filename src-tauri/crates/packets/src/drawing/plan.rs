//! Where each function stands: the purpose at the left, each function in the middle of those below it.

use std::collections::HashSet;

use super::chart::{ACROSS, APART, Chart};

/// A function where it is drawn, in points of the drawing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawn {
    /// Into [`Chart::boxes`].
    pub(crate) at: usize,
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// It was drawn on an earlier page too.
    pub(crate) again: bool,
    /// The page, from 0, where those below it are drawn.
    pub(crate) elsewhere: Option<usize>,
}

/// What is drawn on one page, or in one picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Tile {
    pub(crate) boxes: Vec<Drawn>,
    /// From the right of one to the left of another: `[x, y, bend, y, x]`.
    pub(crate) edges: Vec<[f64; 5]>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// What of a map is drawn: from a function on, so many levels, and of those only some.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent<'a> {
    pub(crate) chart: &'a Chart,
    pub(crate) root: usize,
    pub(crate) levels: usize,
    /// Only these; all where there are none.
    pub(crate) only: Option<&'a HashSet<usize>>,
}

impl Extent<'_> {
    /// The functions below one that are drawn.
    fn parts(&self, at: usize) -> Vec<usize> {
        let it = &self.chart.boxes[at];
        let column = it.depth - self.chart.boxes[self.root].depth;
        if column + 1 >= self.levels {
            return Vec::new();
        }
        let shown = |part: &&usize| self.only.is_none_or(|only| only.contains(*part));
        it.parts.iter().filter(shown).copied().collect()
    }

    /// How high a function is with those below it.
    pub(crate) fn height(&self, at: usize) -> f64 {
        let own = self.chart.boxes[at].height;
        let parts = self.parts(at);
        let gaps = u32::try_from(parts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let below: f64 = parts.iter().map(|part| self.height(*part)).sum();
        own.max(below + APART * f64::from(gaps))
    }

    /// Draws it.
    pub(crate) fn draw(&self) -> Tile {
        let mut tile = Tile::default();
        self.place(self.root, 0.0, 0.0, &mut tile);
        let right = tile.boxes.iter().map(|it| it.x + self.chart.column);
        tile.width = right.fold(0.0, f64::max);
        tile.height = self.height(self.root);
        tile
    }

    /// Draws a function and those below it; answers where the middle of it is.
    fn place(&self, at: usize, x: f64, top: f64, tile: &mut Tile) -> f64 {
        let own = self.chart.boxes[at].height;
        let whole = self.height(at);
        let middle = top + whole / 2.0;
        tile.boxes.push(Drawn {
            at,
            x,
            y: middle - own / 2.0,
            again: false,
            elsewhere: None,
        });
        let parts = self.parts(at);
        let gaps = u32::try_from(parts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let heights: Vec<f64> = parts.iter().map(|part| self.height(*part)).collect();
        let below = heights.iter().sum::<f64>() + APART * f64::from(gaps);
        let mut y = top + (whole - below) / 2.0;
        let right = x + self.chart.column;
        for (part, height) in parts.into_iter().zip(heights) {
            let to = self.place(part, right + ACROSS, y, tile);
            let bend = right + ACROSS / 2.0;
            tile.edges.push([right, middle, bend, to, right + ACROSS]);
            y += height + APART;
        }
        middle
    }
}

/// The whole map as one drawing.
pub(crate) fn whole(chart: &Chart) -> Tile {
    let extent = Extent {
        chart,
        root: 0,
        levels: usize::MAX,
        only: None,
    };
    extent.draw()
}
