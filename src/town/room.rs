//! Rooms as cut-away dioramas: three walls, a floor, an open front to the south; furniture and people from data.
//!
//! Room coordinates: metres, the middle of the floor at the origin, x east, z south (toward the viewer).

use glam::{Vec3, vec3};
use serde::Deserialize;

use super::colour::{Colour, canvas, hex, mix, plaster, seal, tile};
use super::furniture::piece;
use super::light::Light;
use super::mesh::Mesh;
use super::people::{Parts, Role, parts};
use super::sculpt::Sculpt;
use super::view::View;

/// The rooms that ship with the product: (room name, plan).
const SOURCES: [(&str, &str); 2] = [
    ("service-hall", include_str!("../../assets/world/rooms/service-hall.ron")),
    ("office", include_str!("../../assets/world/rooms/office.ron")),
];

/// A room as data.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomPlan {
    /// Width, height, depth in metres.
    pub size: (f32, f32, f32),
    /// Floor and wall colours, `0xrrggbb`; the third is the wainscot.
    pub colours: (u32, u32, u32),
    /// Windows in the east wall, windows in the back wall.
    pub windows: (u32, u32),
    /// What stands in it.
    pub furniture: Vec<Item>,
    /// Who is in it; the first is the one the venue is about.
    pub people: Vec<Person>,
    /// Where stamped papers pile up.
    pub papers: (f32, f32, f32),
    /// Where the licence hangs: middle of its frame.
    pub licence: (f32, f32, f32),
    /// Where the lamp of a near deadline glows.
    pub lamp: (f32, f32, f32),
}

/// One piece of furniture.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What.
    pub kind: Furniture,
    /// Where: x and z.
    pub at: (f32, f32),
    /// Its turn, degrees counter-clockwise.
    #[serde(default)]
    pub turn: f32,
    /// Height of its foot above the floor.
    #[serde(default)]
    pub up: f32,
}

/// The furniture there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Furniture {
    /// Three metres of service counter, its front to the south.
    Counter,
    /// Posts and a red rope, three metres.
    QueueRail,
    /// A board with pinned sheets.
    NoticeBoard,
    /// A plant in a pot.
    Plant,
    /// A desk with a screen.
    Desk,
    /// A chair.
    Chair,
    /// A shelf with binders.
    Shelf,
    /// A row of waiting seats.
    Seats,
    /// A number display.
    Display,
    /// A wall clock.
    Clock,
    /// A small table with forms and pens.
    FormTable,
    /// Red lettering above a counter.
    Banner,
}

/// Somebody in the room.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What they wear.
    pub role: Role,
    /// Where: x and z.
    pub at: (f32, f32),
    /// Which way they look, degrees; 0 is toward the viewer.
    #[serde(default)]
    pub turn: f32,
}

/// A painted figure in parts that breathe, turn and nod.
pub struct Figure {
    /// Where the feet are.
    pub at: Vec3,
    /// Which way they look, degrees.
    pub turn: f32,
    /// Legs.
    pub legs: Mesh,
    /// Torso and arms.
    pub torso: Mesh,
    /// Head, about the figure's foot; it turns about [`super::people::NECK`].
    pub head: Mesh,
}

/// A painted room.
pub struct Room {
    /// Walls, floor, furniture.
    pub shell: Mesh,
    /// Everybody in it.
    pub people: Vec<Figure>,
    /// One stamped sheet, lying at the origin; sheets are piled [`SHEET`] apart.
    pub sheet: Mesh,
    /// Where the first sheet lies.
    pub papers: Vec3,
    /// The framed licence about its middle, facing south.
    pub licence: Mesh,
    /// Where it hangs.
    pub licence_at: Vec3,
    /// The lamp, unlit and lit.
    pub lamp: [Mesh; 2],
    /// Where it is.
    pub lamp_at: Vec3,
    /// Half of the room's size.
    pub half: Vec3,
}

/// Distance between piled sheets, metres; a little exaggerated.
pub const SHEET: f32 = 0.028;

/// Why a room cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RoomError {
    /// There is no room of that name.
    #[error("there is no room called {0}")]
    Unknown(String),
    /// The text is not the RON that is expected.
    #[error("the room's plan does not parse: {0}")]
    Syntax(#[from] ron::error::SpannedError),
}

impl RoomPlan {
    /// The plan of a venue's room; venues without one of their own share the office.
    pub fn of_venue(id: &str) -> Result<Self, RoomError> {
        let find = |name: &str| SOURCES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        let text = find(id).or_else(|| find("office")).ok_or_else(|| RoomError::Unknown(id.to_owned()))?;
        Ok(ron::from_str(text)?)
    }
}

impl Room {
    /// Builds and paints a room.
    pub fn build(plan: &RoomPlan) -> Self {
        let (width, height, depth) = plan.size;
        let mut work = shell(plan);
        for item in &plan.furniture {
            work.put(&piece(item.kind), vec3(item.at.0, item.up, item.at.1), item.turn);
        }
        let mut casting = work.clone();
        for person in &plan.people {
            casting.put(&super::people::figure(person.role, 0.0), vec3(person.at.0, 0.0, person.at.1), person.turn);
        }
        let light = Light::among(&casting, |_| -9.0, 0.02, 0.3);
        let open = Light::open();
        let at = |place: (f32, f32, f32)| vec3(place.0, place.1, place.2);
        Self {
            shell: light.paint(&work, 0.42),
            people: plan.people.iter().map(|person| stand(person, &open)).collect(),
            sheet: open.paint(&sheet(), 9.0),
            papers: at(plan.papers),
            licence: open.paint(&licence(), 9.0),
            licence_at: at(plan.licence),
            lamp: [hex(0x8d_6a60), hex(0xff_5a3c)].map(|tone| open.paint(&lamp(tone), 9.0)),
            lamp_at: at(plan.lamp),
            half: vec3(width, height, depth) / 2.0,
        }
    }

    /// Where one looks into the room from, when it stands at `base` and is turned by `degrees`.
    pub fn view(&self, base: Vec3, degrees: f32) -> View {
        let turn = glam::Quat::from_rotation_y(degrees.to_radians());
        let back = self.half.z * 2.0 + self.half.x * 1.15;
        View {
            eye: base + turn * vec3(-self.half.x * 0.62, self.half.y * 2.35, back),
            target: base + turn * vec3(0.0, self.half.y * 0.52, -self.half.z * 0.1),
            fov: 34.0,
            least_across: 34.0,
        }
    }
}

fn stand(person: &Person, light: &Light) -> Figure {
    let Parts { legs, torso, head } = parts(person.role, 0.0);
    Figure {
        at: vec3(person.at.0, 0.0, person.at.1),
        turn: person.turn,
        legs: light.paint(&legs, 9.0),
        torso: light.paint(&torso, 9.0),
        head: light.paint(&head, 9.0),
    }
}

/// Floor with a border, three walls with wainscot, openings for windows, all with thickness.
fn shell(plan: &RoomPlan) -> Sculpt {
    let (width, height, depth) = plan.size;
    let (x, z, thick) = (width / 2.0, depth / 2.0, 0.22);
    let (floor, wall, base) = (hex(plan.colours.0), hex(plan.colours.1), hex(plan.colours.2));
    let mut work = Sculpt::new();
    work.block(vec3(-x - 0.5, -0.5, -z - 0.5), vec3(x + 0.5, -0.06, z + 0.5), mix(plaster(), hex(0xcf_c6b6), 0.5));
    let tiles = (width / 1.2) as u32;
    let rows = (depth / 1.2) as u32;
    for row in 0..rows {
        for column in 0..tiles {
            let edge = |n: u32, of: u32, length: f32| -length / 2.0 + length * n as f32 / of as f32;
            let (x0, x1, z0, z1) = (
                edge(column, tiles, width),
                edge(column + 1, tiles, width),
                edge(row, rows, depth),
                edge(row + 1, rows, depth),
            );
            let tone = floor * if (row + column).is_multiple_of(2) { 1.0 } else { 0.95 };
            work.quad([vec3(x0, 0.0, z1), vec3(x1, 0.0, z1), vec3(x1, 0.0, z0), vec3(x0, 0.0, z0)], tone);
        }
    }
    work.brick(vec3(-x, -0.06, z - 0.02), vec3(x, 0.0, z), floor * 0.8);
    let side = Side { length: depth, height, thick, wall, base, openings: plan.windows.0 };
    work.put(&upright(&side), vec3(x + thick, 0.0, 0.0), -90.0);
    work.put(&upright(&Side { openings: 0, ..side }), vec3(-x - thick, 0.0, 0.0), 90.0);
    let back = Side { length: width + thick * 2.0, openings: plan.windows.1, ..side };
    work.put(&upright(&back), vec3(0.0, 0.0, -z - thick), 0.0);
    work
}

#[derive(Clone, Copy)]
struct Side {
    length: f32,
    height: f32,
    thick: f32,
    wall: Colour,
    base: Colour,
    openings: u32,
}

/// A wall along x whose inner face looks south, with window openings that let the sun in.
fn upright(side: &Side) -> Sculpt {
    let mut work = Sculpt::new();
    let half = side.length / 2.0;
    let (sill, lintel) = (0.95, side.height - 0.55);
    work.brick(vec3(-half, 0.0, 0.0), vec3(half, sill, side.thick), side.base);
    work.brick(vec3(-half, sill - 0.05, 0.0), vec3(half, sill, side.thick + 0.05), canvas());
    work.brick(vec3(-half, lintel, 0.0), vec3(half, side.height, side.thick), side.wall);
    work.brick(vec3(-half, side.height - 0.02, -0.03), vec3(half, side.height + 0.08, side.thick + 0.05), canvas());
    let bays = side.openings.max(1);
    let bay = side.length / bays as f32;
    for index in 0..bays {
        let from = -half + bay * index as f32;
        if side.openings == 0 {
            work.brick(vec3(from, sill, 0.0), vec3(from + bay, lintel, side.thick), side.wall);
            continue;
        }
        let pier = bay * 0.24;
        work.brick(vec3(from, sill, 0.0), vec3(from + pier, lintel, side.thick), side.wall);
        work.brick(vec3(from + bay - pier, sill, 0.0), vec3(from + bay, lintel, side.thick), side.wall);
        let middle = from + bay / 2.0;
        for (low, high) in [
            (vec3(middle - 0.04, sill, 0.06), vec3(middle + 0.04, lintel, 0.14)),
            (
                vec3(from + pier, (sill + lintel) * 0.55, 0.06),
                vec3(from + bay - pier, (sill + lintel) * 0.55 + 0.07, 0.14),
            ),
        ] {
            work.brick(low, high, canvas());
        }
    }
    work
}

/// A sheet with lines and a red stamp.
fn sheet() -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-0.16, 0.0, -0.22), vec3(0.16, 0.022, 0.22), hex(0xfb_f6ea));
    let top = |x0: f32, x1: f32, z0: f32, z1: f32, y: f32| {
        [vec3(x0, y, z1), vec3(x1, y, z1), vec3(x1, y, z0), vec3(x0, y, z0)]
    };
    for line in 0..4 {
        let z = -0.15 + 0.06 * line as f32;
        work.quad(top(-0.11, 0.11, z, z + 0.018, 0.0235), hex(0x8e_98a0));
    }
    let mut seal_mark = Sculpt::new();
    seal_mark.disc(10, 0.058, 0.0, seal());
    work.put(&seal_mark, vec3(0.06, 0.025, 0.13), 0.0);
    work
}

/// The business licence in its frame.
fn licence() -> Sculpt {
    let mut work = Sculpt::new();
    work.brick(vec3(-0.62, -0.45, 0.0), vec3(0.62, 0.45, 0.06), hex(0xa8_793f));
    let patch = |x0: f32, x1: f32, y0: f32, y1: f32, z: f32| {
        [vec3(x0, y0, z), vec3(x1, y0, z), vec3(x1, y1, z), vec3(x0, y1, z)]
    };
    work.quad(patch(-0.55, 0.55, -0.38, 0.38, 0.07), hex(0xfb_f3df));
    work.quad(patch(-0.50, 0.50, -0.335, 0.335, 0.075), hex(0xe9_d3a0));
    work.quad(patch(-0.47, 0.47, -0.305, 0.305, 0.08), hex(0xfb_f6ea));
    work.quad(patch(-0.2, 0.2, 0.16, 0.24, 0.085), tile());
    for line in 0..3 {
        let y = 0.04 - 0.1 * line as f32;
        work.quad(patch(-0.38, 0.16, y, y + 0.03, 0.085), hex(0x8e_98a0));
    }
    let wall = super::walls::Wall { origin: Vec3::ZERO, right: Vec3::X, width: 1.0 };
    work.roundel(wall, (0.3, -0.17), 0.095, 0.09, seal());
    work.roundel(wall, (0.0, 0.29), 0.045, 0.09, seal());
    work
}

fn lamp(tone: Colour) -> Sculpt {
    let mut work = Sculpt::new();
    work.cylinder(10, 0.13, (-0.06, 0.0), hex(0x4a_5560));
    let mut bulb = Sculpt::new();
    bulb.dome(10, 3, (0.11, 0.16), 0.0, tone);
    work.put(&bulb.finished(super::sculpt::Finish::Plain), Vec3::ZERO, 0.0);
    work
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_parses_and_builds() {
        for (name, _) in SOURCES {
            let plan = RoomPlan::of_venue(name).expect("parses");
            let room = Room::build(&plan);
            assert!(!room.people.is_empty(), "{name}: somebody is there");
            assert!(room.shell.triangles() < 40_000, "{name}: {} triangles", room.shell.triangles());
            let (low, high) = room.shell.bounds();
            assert!(low[1] > -1.0 && high[1] < 6.0, "{name} is a room");
        }
    }
}
