//! The startup centre, the university and the institute.

use glam::{Vec3, vec3};

use crate::town::colour::{brass, canvas, glass, granite, hex, horizon, ink, mix, pane, plaster, stone, tile};
use crate::town::dice::Dice;
use crate::town::greens::{Tree, bush, tree};
use crate::town::roofs::{RoofSize, flat, gable};
use crate::town::sculpt::Sculpt;
use crate::town::solids::on_circle;
use crate::town::street::body;
use crate::town::walls::{Pane, Wall};

/// 创业赋能中心: a white drum wound by a ramp that rises from the plaza to a roof terrace.
pub(super) fn startup_centre() -> Sculpt {
    let mut centre = Sculpt::new();
    let white = mix(plaster(), canvas(), 0.8) * 1.05;
    centre.cylinder(40, 9.4, (-1.8, 0.3), stone());
    centre.drum(40, (0.2, 6.2), (10.0, 6.2), white);
    for floor in 0..3 {
        let y = 1.1 + 3.1 * floor as f32;
        for bay in 0..20 {
            let (t0, t1) = ((bay as f32 + 0.09) / 20.0, (bay as f32 + 0.91) / 20.0);
            let corners = [
                on_circle(6.27, t0, y),
                on_circle(6.27, t1, y),
                on_circle(6.27, t1, y + 1.9),
                on_circle(6.27, t0, y + 1.9),
            ];
            let (low, high) = (mix(pane(), glass(), 0.5), mix(glass(), horizon(), 0.55));
            centre.quad_shaded(corners, [low, low, high, high]);
        }
    }
    ramp(&mut centre);
    centre.cylinder(40, 6.5, (9.9, 10.7), white);
    centre.disc(40, 5.9, 10.73, hex(0x8f_b36c));
    centre.cylinder(24, 3.4, (10.7, 11.1), stone());
    centre.drum(24, (11.0, 2.9), (13.6, 2.9), mix(glass(), horizon(), 0.35));
    for rib in 0..12 {
        let foot = on_circle(2.95, rib as f32 / 12.0, 11.0);
        centre.beam(foot, foot + Vec3::Y * 2.6, 0.16, white);
    }
    centre.cylinder(24, 3.3, (13.5, 13.9), white);
    centre.spike(24, (13.9, 3.0), 15.3, tile());
    centre.beam(vec3(0.0, 15.0, 0.0), vec3(0.0, 18.6, 0.0), 0.14, brass());
    let mut dice = Dice::new(7);
    for turn in 0..9 {
        centre.put(&bush(0.62, None, &mut dice), on_circle(4.7, turn as f32 / 9.0 + 0.03, 10.7), 0.0);
    }
    let wall = Wall { origin: vec3(-2.0, 0.3, 6.35), right: Vec3::X, width: 4.0 };
    centre.quad(wall.patch((0.2, 3.8), (0.0, 3.0), 0.25), tile());
    centre.quad(wall.patch((0.5, 3.5), (0.0, 2.6), 0.30), mix(pane(), horizon(), 0.35));
    centre.quad(wall.patch((1.93, 2.07), (0.0, 2.6), 0.34), tile());
    centre
}

/// One and a third turns of ramp with a parapet, rising around the drum.
fn ramp(centre: &mut Sculpt) {
    let (steps, turns, start) = (64, 1.38, 0.06);
    let white = mix(plaster(), canvas(), 0.6) * 1.04;
    let (inner, outer) = (6.2, 8.1);
    let height = |step: u32| 0.35 + 9.6 * step as f32 / steps as f32;
    let turn = |step: u32| start + turns * step as f32 / steps as f32;
    for step in 0..steps {
        let (t0, t1, y0, y1) = (turn(step), turn(step + 1), height(step), height(step + 1));
        let out = |t: f32| on_circle(1.0, t, 0.0);
        centre.quad(
            [on_circle(inner, t0, y0), on_circle(outer, t0, y0), on_circle(outer, t1, y1), on_circle(inner, t1, y1)],
            mix(tile(), stone(), 0.45),
        );
        let face = |radius: f32, low: f32, high: f32, sign: f32| {
            let corners = [
                on_circle(radius, t0, y0 + low),
                on_circle(radius, t1, y1 + low),
                on_circle(radius, t1, y1 + high),
                on_circle(radius, t0, y0 + high),
            ];
            (corners, [out(t0), out(t1), out(t1), out(t0)].map(|normal| normal * sign))
        };
        let (corners, normals) = face(outer, -0.55, 0.95, 1.0);
        centre.quad_round(corners, normals, white);
        let (corners, normals) = face(outer - 0.18, 0.0, 0.95, -1.0);
        centre.quad_round(corners, normals, white * 0.96);
        let top = |radius: f32| (on_circle(radius, t0, y0 + 0.95), on_circle(radius, t1, y1 + 0.95));
        let ((a, b), (d, c)) = (top(outer), top(outer - 0.18));
        centre.quad([a, b, c, d], white);
        let under = |radius: f32| (on_circle(radius, t0, y0 - 0.55), on_circle(radius, t1, y1 - 0.55));
        let ((a, b), (d, c)) = (under(inner), under(outer));
        centre.quad([a, b, c, d], white * 0.85);
    }
}

/// 高校: a clock tower between two gabled wings.
pub(super) fn university() -> Sculpt {
    let mut school = Sculpt::new();
    let wall = mix(plaster(), hex(0xe2_c9a0), 0.25);
    for side in [-1.0, 1.0] {
        let mut wing = body(11.0, 7.2, 6.6, wall);
        wing.put(&gable(RoofSize { width: 11.0, depth: 7.2, eave: 6.6, rise: 3.0 }, tile(), wall), Vec3::ZERO, 0.0);
        let [south, east, _, west] = Wall::around(11.0, 7.2);
        wing.windows(south, 5, &[1.4, 4.3], (1.0, 1.6), Pane::Framed);
        wing.windows(east, 3, &[1.4, 4.3], (1.0, 1.6), Pane::Framed);
        wing.windows(west, 3, &[1.4, 4.3], (1.0, 1.6), Pane::Framed);
        school.put(&wing, vec3(8.0 * side, 0.0, 0.0), 0.0);
    }
    school.block(vec3(-2.9, -2.0, -2.7), vec3(2.9, 15.6, 4.4), wall);
    school.block(vec3(-3.05, -2.2, -2.85), vec3(3.05, 0.8, 4.55), granite());
    for y in [7.2, 11.6, 15.4] {
        school.block(vec3(-3.15, y, -2.95), vec3(3.15, y + 0.4, 4.65), stone() * 1.05);
    }
    let faces = [
        Wall { origin: vec3(-2.9, 0.0, 4.4), right: Vec3::X, width: 5.8 },
        Wall { origin: vec3(-2.9, 0.0, -2.7), right: Vec3::Z, width: 7.1 },
        Wall { origin: vec3(2.9, 0.0, 4.4), right: Vec3::NEG_Z, width: 7.1 },
    ];
    for face in faces {
        let middle = face.width / 2.0;
        school.roundel(face, (middle, 13.6), 1.45, 0.06, stone());
        school.roundel(face, (middle, 13.6), 1.2, 0.10, canvas());
        school.quad(face.patch((middle - 0.09, middle + 0.09), (13.5, 14.55), 0.14), ink());
        school.quad(face.patch((middle - 0.05, middle + 0.72), (13.52, 13.68), 0.14), ink());
        school.windows(face, 2, &[8.4], (0.9, 2.0), Pane::Framed);
    }
    let [front, ..] = faces;
    school.arch(front, 2.9, (2.2, 2.6), (stone() * 1.05, hex(0x6b_4a35)));
    school.windows(front, 2, &[4.9], (0.9, 1.5), Pane::Framed);
    school.frustum(4, (15.75, 4.6), (16.1, 4.2), stone());
    let mut spire = Sculpt::new();
    spire.spike(4, (0.0, 4.35), 6.2, tile());
    school.put_as(
        &spire,
        glam::Affine3A::from_translation(vec3(0.0, 15.8, 0.85)) * glam::Affine3A::from_scale(vec3(1.02, 1.0, 1.12)),
    );
    school.beam(vec3(0.0, 21.6, 0.85), vec3(0.0, 23.4, 0.85), 0.14, brass());
    let mut dice = Dice::new(31);
    for x in [-11.0, -5.2, 5.2, 11.0] {
        school.put(&tree(Tree::Poplar, &mut dice), vec3(x, 0.0, 7.4), 0.0);
    }
    school
}

/// 研究院: a laboratory block in white bands and an observatory.
pub(super) fn institute() -> Sculpt {
    let mut lab = body(15.0, 7.6, 7.6, plaster());
    let [south, east, _, west] = Wall::around(15.0, 7.6);
    lab.put(&flat(15.0, 7.6, 7.6, stone() * 1.06, mix(stone(), plaster(), 0.5)), Vec3::ZERO, 0.0);
    for up in [1.2, 4.5] {
        for face in [south, east, west] {
            let width = face.width;
            lab.shop_front(face, (0.8, width - 0.8), (up, up + 1.8), (width / 1.9) as u32);
        }
    }
    lab.door(south, 7.5, (1.8, 2.6));
    lab.cylinder(24, 4.0, (7.4, 10.2), plaster());
    lab.cylinder(24, 4.25, (10.0, 10.5), stone());
    let mut dome = Sculpt::new();
    dome.dome(24, 6, (3.8, 3.9), 0.0, mix(plaster(), horizon(), 0.5));
    lab.put(&dome, vec3(0.0, 10.5, 0.0), 0.0);
    slit(&mut lab);
    let (mast, dish) = (vec3(5.6, 7.6, 0.6), vec3(5.6, 9.6, 0.6));
    lab.beam(mast, dish, 0.2, ink());
    let mut bowl = Sculpt::new();
    bowl.drum(12, (0.0, 0.15), (0.6, 1.3), canvas());
    let tilt = glam::Quat::from_rotation_z(0.7) * glam::Quat::from_rotation_x(0.5);
    lab.put_as(&bowl, glam::Affine3A::from_rotation_translation(tilt, dish));
    lab
}

/// The dark opening of the observatory, toward the south-west.
fn slit(lab: &mut Sculpt) {
    let rows = 5;
    for row in 0..rows {
        let angle = |step: u32| 0.25 + 1.15 * step as f32 / rows as f32;
        let at = |step: u32, side: f32| {
            let (across, up) = (3.86 * angle(step).cos(), 3.96 * angle(step).sin());
            let turn = -0.09;
            let out = on_circle(across, turn, 10.5 + up);
            let along = on_circle(1.0, turn + 0.25, 0.0);
            out + along * side * 0.5
        };
        lab.quad([at(row, -1.0), at(row, 1.0), at(row + 1, 1.0), at(row + 1, -1.0)], mix(ink(), pane(), 0.6));
    }
}
