//! Furniture for the rooms, each about the middle of its foot, fronts to the south.

use glam::{Vec3, vec3};

use super::colour::{Colour, brass, canvas, granite, hex, ink, leaf, leaf_light, mix, pane, seal, stone, tile, timber};
use super::room::Furniture;
use super::sculpt::{Finish, Sculpt};
use super::walls::Wall;

/// One piece.
pub(crate) fn piece(kind: Furniture) -> Sculpt {
    match kind {
        Furniture::Counter => counter(),
        Furniture::QueueRail => queue_rail(),
        Furniture::NoticeBoard => notice_board(),
        Furniture::Plant => plant(),
        Furniture::Desk => desk(),
        Furniture::Chair => chair(hex(0x5c_8f8a)),
        Furniture::Shelf => shelf(),
        Furniture::Seats => seats(),
        Furniture::Display => display(),
        Furniture::Clock => clock(),
        Furniture::FormTable => form_table(),
        Furniture::Banner => banner(),
    }
}

fn face(width: f32, out: f32) -> Wall {
    Wall { origin: vec3(-width / 2.0, 0.0, out), right: Vec3::X, width }
}

fn counter() -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-1.5, 0.0, -0.32), vec3(1.5, 0.96, 0.30), hex(0xb9_8552));
    work.brick(vec3(-1.5, 0.0, 0.30), vec3(1.5, 0.12, 0.33), hex(0x7a_5236));
    work.block(vec3(-1.54, 0.95, -0.42), vec3(1.54, 1.05, 0.46), hex(0xf3_ead8));
    let front = face(3.0, 0.30);
    for panel in 0..3 {
        let from = 0.12 + 0.96 * panel as f32;
        work.quad(front.patch((from, from + 0.84), (0.22, 0.84), 0.012), hex(0xc9_9763));
    }
    work.quad(front.patch((0.0, 3.0), (0.86, 0.93), 0.015), seal());
    for x in [-0.78, 0.78] {
        work.brick(vec3(x - 0.24, 1.05, -0.22), vec3(x + 0.24, 1.42, -0.18), hex(0x3d_4a58));
        work.brick(vec3(x - 0.04, 1.05, -0.22), vec3(x + 0.04, 1.14, -0.16), hex(0x3d_4a58));
    }
    work
}

fn queue_rail() -> Sculpt {
    let mut work = Sculpt::new();
    for x in [-1.5, 0.0, 1.5] {
        let mut post = Sculpt::new();
        post.cylinder(12, 0.17, (0.0, 0.04), brass());
        post.drum(8, (0.04, 0.03), (0.95, 0.03), brass());
        post.dome(8, 3, (0.055, 0.06), 0.95, brass());
        work.put(&post, vec3(x, 0.0, 0.0), 0.0);
    }
    for start in [-1.5, 0.0] {
        let sag = |n: u32| {
            let share = n as f32 / 6.0;
            vec3(start + 1.5 * share, 0.88 - 0.18 * (share * std::f32::consts::PI).sin(), 0.0)
        };
        for n in 0..6 {
            work.beam(sag(n), sag(n + 1), 0.05, seal());
        }
    }
    work
}

fn notice_board() -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-0.95, 0.0, 0.0), vec3(0.95, 1.2, 0.05), timber());
    let board = face(1.9, 0.05);
    work.quad(board.patch((0.07, 1.83), (0.07, 1.13), 0.01), hex(0x4f_7f86));
    let sheets: [(f32, f32, f32, u32); 6] = [
        (0.16, 0.62, 0.4, 0xfb_f6ea),
        (0.62, 0.58, 0.36, 0xf6_e3b8),
        (1.04, 0.64, 0.34, 0xfb_f6ea),
        (1.44, 0.6, 0.32, 0xf3_d3c4),
        (0.26, 0.16, 0.5, 0xfb_f6ea),
        (0.98, 0.14, 0.62, 0xe3_edda),
    ];
    for (x, y, wide, tone) in sheets {
        work.quad(board.patch((x, x + wide), (y, y + 0.42), 0.02), hex(tone));
        work.quad(board.patch((x + 0.05, x + wide - 0.05), (y + 0.32, y + 0.36), 0.026), tile());
        for line in 0..3 {
            let at = y + 0.08 + 0.07 * line as f32;
            work.quad(board.patch((x + 0.05, x + wide - 0.08), (at, at + 0.022), 0.026), hex(0x9a_a3a8));
        }
    }
    work
}

fn plant() -> Sculpt {
    let mut work = Sculpt::new();
    work.frustum(8, (0.0, 0.2), (0.46, 0.29), tile());
    work.disc(8, 0.27, 0.44, hex(0x5b_4334));
    let mut leaves = Sculpt::new();
    for turn in 0..9 {
        let share = turn as f32 / 9.0;
        let out = super::solids::on_circle(0.34 + 0.16 * (share * 17.0).sin().abs(), share * 2.0, 0.0);
        let top = out + Vec3::Y * (1.25 + 0.35 * (share * 11.0).sin());
        let foot = vec3(0.0, 0.44, 0.0);
        let side = out.cross(Vec3::Y).normalize_or(Vec3::X) * 0.14;
        let middle = foot.lerp(top, 0.55) + out * 0.1;
        let tone = mix(leaf(), leaf_light(), share);
        leaves.quad_shaded([foot, middle + side, top, middle - side], [leaf() * 0.7, tone, tone * 1.15, tone]);
    }
    work.put(&leaves.finished(Finish::Leaf), Vec3::ZERO, 0.0);
    work
}

fn desk() -> Sculpt {
    let mut work = Sculpt::new();
    work.block(vec3(-0.8, 0.70, -0.4), vec3(0.8, 0.76, 0.4), hex(0xc9_9763));
    for x in [-0.74, 0.70] {
        work.brick(vec3(x, 0.0, -0.36), vec3(x + 0.05, 0.7, 0.36), hex(0x8a_6242));
    }
    work.brick(vec3(-0.28, 0.84, -0.2), vec3(0.28, 1.2, -0.16), ink());
    work.quad(face(0.52, -0.158).patch((0.0, 0.52), (0.87, 1.17), 0.004), mix(pane(), canvas(), 0.45));
    work.brick(vec3(-0.05, 0.76, -0.22), vec3(0.05, 0.86, -0.14), ink());
    work.brick(vec3(-0.2, 0.76, 0.02), vec3(0.2, 0.78, 0.16), stone());
    work.brick(vec3(0.42, 0.76, -0.1), vec3(0.66, 0.82, 0.22), hex(0xfb_f6ea));
    work
}

fn chair(tone: Colour) -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-0.23, 0.42, -0.22), vec3(0.23, 0.48, 0.22), tone);
    work.brick(vec3(-0.23, 0.48, -0.24), vec3(0.23, 0.98, -0.19), tone);
    for (x, z) in [(-0.2, -0.2), (0.2, -0.2), (-0.2, 0.2), (0.2, 0.2)] {
        work.brick(vec3(x - 0.02, 0.0, z - 0.02), vec3(x + 0.02, 0.43, z + 0.02), ink());
    }
    work
}

fn shelf() -> Sculpt {
    let mut work = Sculpt::new();
    let wood = hex(0xa9_7a4e);
    work.brick(vec3(-0.8, 0.0, -0.18), vec3(0.8, 2.1, -0.14), wood * 0.8);
    for x in [-0.8, 0.76] {
        work.brick(vec3(x, 0.0, -0.16), vec3(x + 0.04, 2.1, 0.18), wood);
    }
    let tones = [hex(0x3f_7d8a), tile(), hex(0xe0_c37a), hex(0x5c_8f6d), hex(0x6a_7f9a), hex(0xf0_e4d0)];
    for level in 0..4 {
        let y = 0.12 + 0.52 * level as f32;
        work.brick(vec3(-0.78, y - 0.04, -0.16), vec3(0.78, y, 0.18), wood);
        let mut x = -0.72;
        for (book, tone) in tones.iter().cycle().skip(level * 2 + 1).take(11).enumerate() {
            if (book + level) % 5 != 4 {
                let high = 0.34 + 0.05 * ((book * 3 + level) % 3) as f32;
                work.brick(vec3(x, y, -0.12), vec3(x + 0.1, y + high, 0.12), *tone);
            }
            x += 0.13;
        }
    }
    work.brick(vec3(-0.82, 2.08, -0.18), vec3(0.82, 2.14, 0.2), wood);
    work
}

fn seats() -> Sculpt {
    let mut work = Sculpt::new();
    for seat in 0..4 {
        let x = -0.9 + 0.6 * seat as f32;
        work.brick(vec3(x - 0.25, 0.40, -0.22), vec3(x + 0.25, 0.46, 0.24), hex(0x4f_86a0));
        work.brick(vec3(x - 0.25, 0.46, -0.27), vec3(x + 0.25, 0.9, -0.22), hex(0x4f_86a0));
    }
    work.brick(vec3(-1.2, 0.33, -0.05), vec3(1.2, 0.39, 0.05), granite());
    for x in [-0.9, 0.9] {
        work.brick(vec3(x - 0.03, 0.0, -0.2), vec3(x + 0.03, 0.35, 0.2), granite());
    }
    work
}

fn display() -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-0.7, 0.0, -0.05), vec3(0.7, 0.56, 0.05), hex(0x2f_3f4e));
    let front = face(1.4, 0.05);
    work.quad(front.patch((0.05, 1.35), (0.05, 0.51), 0.01), hex(0x1f_3242));
    for (x, y, wide) in [
        (0.14, 0.32, 0.3),
        (0.52, 0.32, 0.2),
        (0.8, 0.32, 0.42),
        (0.14, 0.14, 0.26),
        (0.48, 0.14, 0.3),
        (0.88, 0.14, 0.3),
    ] {
        work.quad(front.patch((x, x + wide), (y, y + 0.09), 0.02), hex(0xf0_9a5a));
    }
    work
}

fn clock() -> Sculpt {
    let mut work = Sculpt::new();
    let wall = face(0.0, 0.0);
    work.roundel(wall, (0.0, 0.0), 0.34, 0.02, timber());
    work.roundel(wall, (0.0, 0.0), 0.29, 0.04, canvas());
    work.quad(wall.patch((-0.015, 0.015), (-0.02, 0.22), 0.05), ink());
    work.quad(wall.patch((-0.02, 0.15), (-0.018, 0.018), 0.055), ink());
    work
}

fn form_table() -> Sculpt {
    let mut work = Sculpt::new();
    work.block(vec3(-0.6, 0.98, -0.3), vec3(0.6, 1.04, 0.3), hex(0xc9_9763));
    work.brick(vec3(-0.08, 0.0, -0.08), vec3(0.08, 0.98, 0.08), granite());
    work.brick(vec3(-0.36, 0.0, -0.22), vec3(0.36, 0.05, 0.22), granite());
    for x in [-0.34, 0.0, 0.34] {
        work.brick(vec3(x - 0.12, 1.04, -0.16), vec3(x + 0.12, 1.055, 0.16), hex(0xfb_f6ea));
        work.brick(vec3(x - 0.02, 1.055, -0.02), vec3(x + 0.11, 1.07, 0.0), seal());
    }
    work
}

fn banner() -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-2.1, 0.0, 0.0), vec3(2.1, 0.52, 0.05), hex(0x2a_5a86));
    let wall = face(4.2, 0.05);
    for letter in 0..6 {
        let from = 0.62 + 0.5 * letter as f32;
        work.quad(wall.patch((from, from + 0.34), (0.1, 0.42), 0.01), canvas());
        work.quad(wall.patch((from + 0.06, from + 0.28), (0.17, 0.21), 0.015), hex(0x2a_5a86));
        work.quad(wall.patch((from + 0.15, from + 0.19), (0.1, 0.36), 0.015), hex(0x2a_5a86));
    }
    work
}
