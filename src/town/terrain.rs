//! The lie of the land: height above the sea at every spot, and how far inland it is.

use glam::{Vec2, vec2};

use super::colour::smooth;
use super::dice::noise;
use super::plan::Plan;

/// Height of the promenade and lower town above the sea, metres.
pub const TOWN_LEVEL: f32 = 1.6;
/// How far around a plot the ground bends to meet it, metres.
const APRON: f32 = 5.0;

struct Plot {
    at: Vec2,
    half: Vec2,
    turn: Vec2,
    height: f32,
}

/// Heights over the plan, with a level plot under each venue.
pub struct Terrain {
    plots: Vec<Plot>,
}

impl Terrain {
    /// The land under a plan.
    pub fn of(plan: &Plan) -> Self {
        let plots = plan
            .plots()
            .map(|(at, half, turn)| Plot { at, half, turn: Vec2::from_angle(turn.to_radians()), height: bare(at) })
            .collect();
        Self { plots }
    }

    /// Height of the ground at a spot, metres above the sea.
    pub fn height(&self, at: Vec2) -> f32 {
        let mut height = bare(at);
        for plot in &self.plots {
            let away = plot.turn.rotate(at - plot.at).abs() - plot.half;
            let distance = away.max(Vec2::ZERO).length();
            if distance < APRON {
                height += (plot.height - height) * (1.0 - smooth(0.0, APRON, distance));
            }
        }
        height
    }
}

/// Height of the plot of a venue whose middle is here.
pub(crate) fn plot_height(at: Vec2) -> f32 {
    bare(at)
}

/// Metres inland from the water line; negative at sea. South coast, a harbour basin in the west, round between.
pub fn inland(at: Vec2) -> f32 {
    let south =
        36.0 + 1.3 * (at.x * 0.045).sin() + 0.5 * (at.x * 0.13 + 1.0).sin() - at.y - 9.0 * smooth(64.0, 130.0, at.x);
    let west = at.x + 84.0 + 60.0 * smooth(-52.0, -110.0, at.y);
    let soft = 9.0;
    let h = (0.5 + 0.5 * (west - south) / soft).clamp(0.0, 1.0);
    west + (south - west) * h - soft * h * (1.0 - h)
}

/// Whether the shore here is a quay wall rather than a beach: 1 at the harbour basin.
pub(crate) fn quay(at: Vec2) -> f32 {
    smooth(-70.0, -76.0, at.x) * smooth(24.0, 14.0, at.y)
}

fn bare(at: Vec2) -> f32 {
    let shore = inland(at);
    let beach = -1.6 + 3.2 * smooth(-5.0, 8.5, shore);
    let wall = if shore > 0.0 { TOWN_LEVEL } else { -1.6 };
    let coast = beach + (wall - beach) * quay(at);
    let slope = 0.052 * (12.0 - at.y).clamp(0.0, 62.0);
    let hill =
        13.0 * smooth(-48.0, -104.0, at.y) * smooth(-110.0, -40.0, at.x) * (1.0 - 0.8 * smooth(-120.0, -230.0, at.y));
    let rolls = noise(at * 0.045) * 1.5 + noise(at * 0.11) * 0.5;
    let wild = smooth(-56.0, -84.0, at.y) + smooth(86.0, 120.0, at.x);
    let east = 9.0 * smooth(92.0, 150.0, at.x) * smooth(20.0, -30.0, at.y);
    coast + (slope + hill + east + rolls * wild.min(1.0)) * smooth(4.0, 26.0, shore)
}

/// Distance from a spot to a line, metres.
pub(crate) fn to_line(at: Vec2, from: Vec2, to: Vec2) -> f32 {
    let along = to - from;
    let share = ((at - from).dot(along) / along.length_squared().max(1e-6)).clamp(0.0, 1.0);
    at.distance(from + along * share)
}

/// Distance from a spot to the edge of a rectangle with corners rounded by `round`; negative inside.
pub(crate) fn to_box(at: Vec2, middle: Vec2, half: Vec2, round: f32) -> f32 {
    let away = (at - middle).abs() - half + vec2(round, round);
    away.max(Vec2::ZERO).length() + away.x.max(away.y).min(0.0) - round
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_promenade_is_dry_and_the_bay_is_not() {
        let terrain = Terrain::of(&Plan::shipped());
        assert!(terrain.height(vec2(0.0, 22.0)) > 1.0);
        assert!(terrain.height(vec2(0.0, 48.0)) < -0.5);
        assert!(inland(vec2(-95.0, -10.0)) < 0.0, "the harbour basin is water");
    }

    #[test]
    fn a_plot_is_level() {
        let plan = Plan::shipped();
        let terrain = Terrain::of(&plan);
        for (at, half, turn) in plan.plots() {
            let corner = at + Vec2::from_angle(-turn.to_radians()).rotate(half * 0.95);
            let difference = (terrain.height(at) - terrain.height(corner)).abs();
            assert!(difference < 1.2, "{at} against {corner}: {difference}");
        }
    }
}
