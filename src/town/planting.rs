//! Filling the plan: dwellings in their quarters, trees along avenues and in groves, props.

use glam::{Vec2, Vec3, vec2, vec3};

use super::colour::{glass, hex, mix};
use super::dice::{Dice, noise};
use super::greens::{Tree, bush, tree};
use super::harbour::{fishing_boat, foam_ring, lighthouse, pavilion, pier};
use super::landmarks::{fountain, may_wind, office_tower};
use super::plan::{Plan, Prop, PropKind, QuarterKind, Spot, spot};
use super::sculpt::Sculpt;
use super::street::{bench, house, lamp, parasol, van};
use super::terrain::{TOWN_LEVEL, Terrain, inland, to_box, to_line};

/// Length of the pier, metres.
pub(crate) const PIER: f32 = 38.0;

/// What already stands somewhere, so that nothing is put on top of it.
pub(crate) struct Taken<'a> {
    plan: &'a Plan,
    houses: Vec<(Vec2, f32)>,
}

impl<'a> Taken<'a> {
    pub(crate) fn by(plan: &'a Plan) -> Self {
        Self { plan, houses: Vec::new() }
    }

    /// Whether a round thing of that radius fits at a spot. Trees may stand on lawns.
    fn free(&self, at: Vec2, radius: f32, tree: bool) -> bool {
        let plots = self.plan.plots().all(|(middle, half, turn)| {
            to_box(Vec2::from_angle(turn.to_radians()).rotate(at - middle), Vec2::ZERO, half, 0.0) > radius * 0.8
        });
        let squares = self.plan.squares.iter().all(|square| {
            let lawn = tree && square.cover == super::plan::Cover::Lawn;
            lawn || to_box(at, spot(square.at), spot(square.half), 0.0) > radius
        });
        plots
            && squares
            && self.clear_of_streets(at, radius)
            && self.houses.iter().all(|(other, size)| other.distance(at) > size + radius)
            && inland(at) > 10.6
    }

    /// Round things that stand in the way of whoever walks: (middle, radius).
    pub(crate) fn standing(self) -> Vec<(Vec2, f32)> {
        self.houses
    }

    fn clear_of_streets(&self, at: Vec2, radius: f32) -> bool {
        self.plan.roads.iter().all(|road| {
            road.line
                .iter()
                .zip(road.line.iter().skip(1))
                .all(|(from, to)| to_line(at, spot(*from), spot(*to)) > road.width / 2.0 + radius)
        })
    }
}

fn stand(terrain: &Terrain, at: Vec2) -> Vec3 {
    vec3(at.x, terrain.height(at), at.y)
}

/// Dwellings and background towers.
pub(crate) fn quarters(taken: &mut Taken<'_>, terrain: &Terrain) -> Sculpt {
    let mut all = Sculpt::new();
    let plan = taken.plan;
    for (number, quarter) in plan.quarters.iter().enumerate() {
        let (from, to) = (spot(quarter.from), spot(quarter.to));
        let (columns, rows) = (((to.x - from.x) / quarter.spacing) as u32, ((to.y - from.y) / quarter.spacing) as u32);
        for row in 0..=rows {
            for column in 0..=columns {
                let mut dice = Dice::new((number as u64) << 20 | u64::from(row) << 10 | u64::from(column));
                let stagger = if row.is_multiple_of(2) { 0.0 } else { 0.5 };
                let loose = vec2(dice.between(-0.14, 0.14), dice.between(-0.14, 0.14));
                let at = from + (vec2(column as f32 + stagger, row as f32) + loose) * quarter.spacing;
                let radius = if quarter.kind == QuarterKind::Houses { 4.0 } else { 6.5 };
                if at.x > to.x || !taken.free(at, radius, false) {
                    continue;
                }
                taken.houses.push((at, radius - 0.4));
                let turn = quarter.turn + dice.pick([0.0, 0.0, 90.0, -90.0]) + dice.between(-7.0, 7.0);
                match quarter.kind {
                    QuarterKind::Houses => all.put(&house(&mut dice), stand(terrain, at), turn),
                    QuarterKind::Towers => {
                        let size = vec3(dice.between(7.0, 9.5), dice.between(11.0, 27.0), dice.between(7.0, 9.5));
                        let tone = mix(glass(), hex(0x9f_bcc6), dice.unit());
                        all.put(&office_tower(size, tone), stand(terrain, at), dice.between(-12.0, 12.0));
                    }
                }
            }
        }
    }
    all
}

/// Trees along lines and in groves.
pub(crate) fn trees(taken: &mut Taken<'_>, terrain: &Terrain) -> Sculpt {
    let mut all = Sculpt::new();
    let plan = taken.plan;
    for (number, avenue) in plan.avenues.iter().enumerate() {
        let (from, to) = (spot(avenue.from), spot(avenue.to));
        let count = (from.distance(to) / avenue.spacing) as u32;
        for index in 0..=count {
            let mut dice = Dice::new(1 << 40 | (number as u64) << 16 | u64::from(index));
            let at = from.lerp(to, index as f32 / count.max(1) as f32);
            let plots = plan.plots().all(|(middle, half, turn)| {
                to_box(Vec2::from_angle(turn.to_radians()).rotate(at - middle), Vec2::ZERO, half, 0.0) > 0.4
            });
            if plots
                && taken.clear_of_streets(at, 0.2)
                && taken.houses.iter().all(|(other, size)| other.distance(at) > size + 0.6)
            {
                taken.houses.push((at, 0.7));
                all.put(&tree(avenue.tree, &mut dice), stand(terrain, at), 0.0);
            }
        }
    }
    for (number, grove) in plan.groves.iter().enumerate() {
        let (from, to) = (spot(grove.from), spot(grove.to));
        for index in 0..grove.count {
            let mut dice = Dice::new(1 << 41 | (number as u64) << 20 | u64::from(index));
            let at = from + (to - from) * vec2(dice.unit(), dice.unit());
            let wooded = grove.tree != Tree::Wood || noise(at * 0.021) + 0.5 * noise(at * 0.06) > -0.12;
            if wooded && taken.free(at, 1.2, true) {
                taken.houses.push((at, 0.9));
                all.put(&tree(grove.tree, &mut dice), stand(terrain, at), 0.0);
            }
        }
    }
    all
}

/// Single things.
pub(crate) fn props(plan: &Plan, terrain: &Terrain) -> Sculpt {
    let mut all = Sculpt::new();
    for (number, prop) in plan.props.iter().enumerate() {
        let at = spot(prop.at);
        let ground = stand(terrain, at);
        let water = vec3(at.x, 0.0, at.y);
        match prop.kind {
            PropKind::Pier => the_pier(&mut all, at),
            PropKind::MayWind => all.put(&may_wind(), ground, prop.turn),
            PropKind::Fountain => all.put(&fountain(), ground, prop.turn),
            PropKind::Lighthouse => the_lighthouse(&mut all, prop),
            PropKind::Bench => all.put(&bench(), ground, prop.turn),
            PropKind::Lamp => all.put(&lamp(), ground, prop.turn),
            PropKind::Parasol => all.put(&parasol(hex(0x3f_8f8a)), ground, prop.turn),
            PropKind::FishingBoat => all.put(&fishing_boat(), water, prop.turn),
            PropKind::Flowers => {
                let mut dice = Dice::new(1 << 42 | number as u64);
                let tones = [hex(0xe0_7a6a), hex(0xe8_c15c), hex(0xd9_8aa5), hex(0xf0_e4d0)];
                for spread in [vec2(-0.9, 0.2), vec2(0.0, -0.3), vec2(0.9, 0.25), vec2(0.2, 0.6)] {
                    let tone = dice.pick(tones);
                    all.put(
                        &bush(dice.between(0.5, 0.75), Some(tone), &mut dice),
                        ground + vec3(spread.x, 0.0, spread.y),
                        0.0,
                    );
                }
            }
            PropKind::Van => all.put(&van(mix(hex(0xf1_e9db), hex(0xc4_553b), 0.08)), ground, prop.turn),
        }
    }
    all
}

fn the_pier(all: &mut Sculpt, from: Vec2) {
    all.put(&pier(PIER, TOWN_LEVEL + 0.05), vec3(from.x, 0.0, from.y), 0.0);
    let head = vec3(from.x, 0.0, from.y + PIER + 2.4);
    all.put(&pavilion(TOWN_LEVEL + 0.05), head, 0.0);
    all.put(&foam_ring(7.6), head, 0.0);
}

fn the_lighthouse(all: &mut Sculpt, prop: &Prop) {
    let head = spot(prop.at);
    let root = shore_north_of(prop.at);
    let reach = head - root;
    all.put(&lighthouse(vec3(reach.x, 0.0, reach.y)), vec3(root.x, 0.0, root.y), 0.0);
    all.put(&foam_ring(4.6), vec3(head.x, 0.0, head.y), 0.0);
}

/// Where the shore is as one goes north-east from a spot at sea.
fn shore_north_of(from: Spot) -> Vec2 {
    let mut at = spot(from);
    for _ in 0..60 {
        if inland(at) > 1.0 {
            break;
        }
        at += vec2(0.45, -0.89);
    }
    at
}
