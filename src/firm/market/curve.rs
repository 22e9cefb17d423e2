//! Piecewise-linear curves over whole numbers.

use serde::{Deserialize, Serialize};

/// The largest magnitude of a coordinate: a thousandfold in parts per million, ten million yuan in fen. Two such multiply
/// within `i64`.
#[cfg(not(target_family = "wasm"))]
pub(super) const COORDINATE_MAX: i64 = 1_000_000_000;

/// A curve through points with rising x. Before the first point and after the last it is level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Curve {
    points: Vec<Point>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Point {
    x: i64,
    y: i64,
}

impl Curve {
    /// A curve through these points; `None` without points, if x does not rise, or beyond [`COORDINATE_MAX`].
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn new(points: impl IntoIterator<Item = (i64, i64)>) -> Option<Curve> {
        let points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y }).collect();
        let rises = points.iter().zip(points.iter().skip(1)).all(|(left, right)| left.x < right.x);
        let within = |one: &Point| one.x.abs() <= COORDINATE_MAX && one.y.abs() <= COORDINATE_MAX;
        (!points.is_empty() && rises && points.iter().all(within)).then_some(Curve { points })
    }

    /// The lowest and the highest value it takes.
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn bounds(&self) -> (i64, i64) {
        let heights = || self.points.iter().map(|point| point.y);
        (heights().min().unwrap_or(0), heights().max().unwrap_or(0))
    }

    /// The value at x, rounded towards the value of the point before it.
    pub(super) fn at(&self, x: i64) -> i64 {
        let mut before: Option<Point> = None;
        for point in &self.points {
            if x < point.x {
                return before.map_or(point.y, |before| between(before, *point, x));
            }
            before = Some(*point);
        }
        before.map_or(0, |last| last.y)
    }
}

/// On the straight line from one point to the next. Differences of coordinates are below 2³², so that their product fits.
fn between(from: Point, to: Point, x: i64) -> i64 {
    let rise = to.y.wrapping_sub(from.y).wrapping_mul(x.wrapping_sub(from.x));
    from.y.wrapping_add(rise.checked_div(to.x.wrapping_sub(from.x)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_level_outside_and_straight_inside() {
        let curve = Curve::new([(10, 100), (20, 200), (40, 100)]).unwrap();
        let values: Vec<i64> = [-5, 10, 15, 20, 30, 40, 99].map(|x| curve.at(x)).to_vec();
        assert_eq!(values, [100, 100, 150, 200, 150, 100, 100]);
        assert_eq!(curve.bounds(), (100, 200));
        assert_eq!(Curve::new([]), None);
        assert_eq!(Curve::new([(1, 1), (1, 2)]), None);
        assert_eq!(Curve::new([(COORDINATE_MAX + 1, 1)]), None);
        let steep = Curve::new([(-COORDINATE_MAX, COORDINATE_MAX), (COORDINATE_MAX, -COORDINATE_MAX)]).unwrap();
        assert_eq!(steep.at(0), 0);
    }
}
