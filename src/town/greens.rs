//! Trees of three kinds, hedges and flower beds.

use glam::{Affine3A, Quat, Vec3, vec3};

use super::colour::{Colour, hex, leaf, leaf_light, mix, oak, timber};
use super::dice::Dice;
use super::sculpt::{Finish, Sculpt};

/// What grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub enum Tree {
    /// A stack of cones: the hill's black pines.
    Pine,
    /// Round crowns: the plane trees along the streets.
    Plane,
    /// Tall and narrow: poplars and cypresses.
    Poplar,
    /// Plane trees in blossom: the cherries of spring.
    Cherry,
    /// One cone, for woods far away.
    Wood,
}

/// One tree about 5 m high, leaning and tinted by its own dice.
pub(crate) fn tree(kind: Tree, dice: &mut Dice) -> Sculpt {
    let tint = dice.between(-0.16, 0.16);
    let warm = dice.between(0.0, 0.3);
    let shade = |colour: Colour| mix(colour, colour * vec3(1.35, 1.08, 0.6), warm) * (1.0 + tint);
    let (dark, light) = (shade(leaf()), shade(mix(leaf(), leaf_light(), 0.75)));
    let mut crown = Sculpt::new();
    let mut trunk = Sculpt::new();
    match kind {
        Tree::Pine => {
            trunk.drum(5, (-0.6, 0.2), (1.6, 0.14), oak());
            for (y0, radius, y1) in [(1.0, 1.55, 3.1), (2.1, 1.2, 4.2), (3.3, 0.85, 5.4)] {
                let tone = mix(shade(leaf() * 0.86), shade(leaf()), (y0 - 1.0) / 2.3);
                crown.spike(7, (y0, radius), y1, tone);
            }
        }
        Tree::Plane => {
            trunk.drum(5, (-0.6, 0.22), (2.2, 0.15), timber());
            let key = dice.between(0.0, 6.0);
            crown.lump(vec3(0.0, 3.3, 0.0), vec3(1.6, 1.45, 1.6), 0.16, key, (dark, light));
            if dice.unit() < 0.6 {
                return grown(&trunk, crown, dice);
            }
            crown.lump(vec3(0.55, 4.1, 0.25), vec3(1.05, 0.95, 1.05), 0.16, key + 1.0, (mix(dark, light, 0.4), light));
        }
        Tree::Cherry => {
            trunk.drum(5, (-0.6, 0.2), (2.0, 0.14), oak());
            let (pink, pale) = (shade(hex(0xe3_a9ae)), shade(hex(0xf6_d7d6)));
            crown.lump(vec3(0.0, 3.0, 0.0), vec3(1.7, 1.25, 1.7), 0.2, dice.between(0.0, 6.0), (pink, pale));
            crown.lump(vec3(-0.5, 3.7, 0.3), vec3(1.0, 0.8, 1.0), 0.16, 2.0, (pink, pale));
        }
        Tree::Wood => {
            let tone = mix(leaf() * 0.82, leaf_light(), dice.between(0.0, 0.45));
            let stout = dice.between(1.8, 3.0);
            crown.spike(6, (-0.4, stout), dice.between(4.4, 7.4), shade(tone));
        }
        Tree::Poplar => {
            trunk.drum(5, (-0.6, 0.16), (1.2, 0.13), timber());
            crown.lump(vec3(0.0, 3.5, 0.0), vec3(0.85, 2.7, 0.85), 0.12, dice.between(0.0, 6.0), (dark, light));
        }
    }
    grown(&trunk, crown, dice)
}

/// Trunk and crown together, leaning and turned a little.
fn grown(trunk: &Sculpt, crown: Sculpt, dice: &mut Dice) -> Sculpt {
    let mut whole = trunk.clone();
    whole.put(&crown.finished(Finish::Leaf), Vec3::ZERO, 0.0);
    let lean = Quat::from_rotation_z(dice.between(-0.05, 0.05)) * Quat::from_rotation_x(dice.between(-0.05, 0.05));
    let turn = lean * Quat::from_rotation_y(dice.between(0.0, std::f32::consts::TAU));
    let size = dice.between(0.8, 1.15);
    let mut leaning = Sculpt::new();
    leaning.put_as(&whole, Affine3A::from_scale_rotation_translation(Vec3::splat(size), turn, Vec3::ZERO));
    leaning
}

/// A clipped hedge from one corner to the other.
pub(crate) fn hedge(low: Vec3, high: Vec3) -> Sculpt {
    let mut body = Sculpt::new();
    body.block(low, high, mix(leaf(), leaf_light(), 0.35));
    body.finished(Finish::Leaf)
}

/// A round bush with an optional sprinkle of flowers.
pub(crate) fn bush(radius: f32, flower: Option<Colour>, dice: &mut Dice) -> Sculpt {
    let mut body = Sculpt::new();
    let light = flower.map_or(leaf_light(), |tone| mix(leaf_light(), tone, 0.8));
    body.lump(
        Vec3::Y * radius * 0.55,
        vec3(radius, radius * 0.75, radius),
        0.15,
        dice.between(0.0, 6.0),
        (leaf(), light),
    );
    body.finished(Finish::Leaf)
}
