//! Draws the town to PNG: the illustrated map for browsers without WebGL2, and the artist's proofs.
//!
//! `mapmaker --camera default --size 1600x900 --out town.png [--labels town-labels.ron] [--samples 3] [--stage 0..3] [--room service-hall]`

#![expect(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a picture is measured in floats and none of them is hashed or saved"
)]

use std::path::PathBuf;
use std::process::ExitCode;

use glam::{Mat4, Quat, Vec3};
use startup_metaverse::town::grain::Grain;
use startup_metaverse::town::moving::{Moving, STREET_SCALE, along, flag};
use startup_metaverse::town::plan::Plan;
use startup_metaverse::town::raster::Canvas;
use startup_metaverse::town::room::{Room, RoomPlan, SHEET};
use startup_metaverse::town::scene::Town;
use startup_metaverse::town::view::View;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            complain(&fault);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a command line tool tells what went wrong on standard error")]
fn complain(fault: &str) {
    eprintln!("mapmaker: {fault}");
}

/// What is asked for on the command line.
struct Wish {
    camera: String,
    width: u32,
    height: u32,
    samples: u32,
    stage: usize,
    grain: Grain,
    room: Option<String>,
    out: PathBuf,
    labels: Option<PathBuf>,
}

impl Wish {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut wish = Self {
            camera: "default".to_owned(),
            width: 1600,
            height: 900,
            samples: 2,
            stage: 0,
            grain: Grain::Fine,
            room: None,
            out: PathBuf::from("town.png"),
            labels: None,
        };
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--camera" => wish.camera = value,
                "--size" => (wish.width, wish.height) = size(&value)?,
                "--samples" => wish.samples = number(&value)?.clamp(1, 4),
                "--stage" => wish.stage = number(&value)? as usize,
                "--grain" if value == "coarse" => wish.grain = Grain::Coarse,
                "--room" => wish.room = Some(value),
                "--out" => wish.out = PathBuf::from(value),
                "--labels" => wish.labels = Some(PathBuf::from(value)),
                _ => return Err(format!("unknown word {word}")),
            }
        }
        Ok(wish)
    }
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("{text} is not a number"))
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let (width, height) = text.split_once('x').ok_or_else(|| format!("{text} is not a size like 1600x900"))?;
    Ok((number(width)?.clamp(16, 8192), number(height)?.clamp(16, 8192)))
}

fn run() -> Result<(), String> {
    let wish = Wish::read(std::env::args().skip(1))?;
    let plan = Plan::shipped();
    let view = View::named(&plan, &wish.camera).ok_or_else(|| format!("the plan has no camera {}", wish.camera))?;
    let town = Town::build(plan, 10.0, wish.grain);
    let parts = [("sky", &town.sky), ("far", &town.far), ("fabric", &town.fabric), ("sea", &town.sea)];
    for (name, part) in parts {
        complain(&format!("{name}: {} triangles, {} corners", part.triangles(), part.positions.len()));
    }
    for place in &town.places {
        complain(&format!(
            "{}: {} triangles, {} corners",
            place.id,
            place.mesh.triangles(),
            place.mesh.positions.len()
        ));
    }
    complain(&format!("{} triangles", town.triangles()));
    let room = wish.room.as_deref().map(|id| open_room(&town, id)).transpose()?;
    let view = room.as_ref().map_or(view, |(room, place)| room.view(place.w_axis.truncate(), 0.0));
    let mut canvas = Canvas::new(wish.width, wish.height, wish.samples, view);
    if room.is_some() {
        canvas.veil = 0.62;
    }
    draw(&mut canvas, &town, wish.stage, wish.room.as_deref());
    if let Some((room, place)) = &room {
        canvas.veil = 0.0;
        draw_room(&mut canvas, room, *place, 5);
    }
    save(&wish, &canvas.pixels())?;
    match &wish.labels {
        Some(path) => std::fs::write(path, labels(&town, &canvas, view, &wish))
            .map_err(|fault| format!("{}: {fault}", path.display())),
        None => Ok(()),
    }
}

/// The room of a venue and where it stands.
fn open_room(town: &Town, id: &str) -> Result<(Room, Mat4), String> {
    let place = town.places.iter().find(|place| place.id == id).ok_or_else(|| format!("there is no venue {id}"))?;
    let plan = RoomPlan::of_venue(id).map_err(|fault| fault.to_string())?;
    Ok((Room::build(&plan), Mat4::from_translation(place.room)))
}

fn draw(canvas: &mut Canvas, town: &Town, stage: usize, without: Option<&str>) {
    canvas.draw(&town.sky);
    canvas.draw(&town.far);
    canvas.draw_ground(&town.ground);
    canvas.draw(&town.sea);
    canvas.draw(&town.fabric);
    for place in town.places.iter().filter(|place| Some(place.id.as_str()) != without) {
        canvas.draw(&place.mesh);
    }
    if let Some(office) = town.offices.get(stage) {
        canvas.draw(office);
    }
    moving(canvas, town);
}

/// Boats, people and the flag as they happen to be when the picture is taken.
fn moving(canvas: &mut Canvas, town: &Town) {
    let all = Moving::of(town);
    let place = |at: Vec3, toward: f32, size: f32| {
        Mat4::from_scale_rotation_translation(Vec3::splat(size), Quat::from_rotation_y(toward), at)
    };
    for (from, to) in &all.courses {
        let way = *to - *from;
        canvas.draw_at(&all.sail, place(from.lerp(*to, 0.5), (-way.z).atan2(way.x), 1.15));
    }
    for (walker, metres) in all.walkers.iter().zip([6.0, 9.0, 3.0, 14.0, 20.0, 8.0, 11.0, 5.0]) {
        if let (Some((at, way)), Some(pose)) = (along(&walker.way, metres), walker.poses.get(2)) {
            canvas.draw_at(pose, place(at, way.x.atan2(way.z), STREET_SCALE));
        }
    }
    if let Some(founder) = all.founder.first() {
        canvas.draw_at(founder, place(town.spawn, 2.6, STREET_SCALE));
    }
    for puff in 0..4_u8 {
        let age = f32::from(puff);
        let at = all.chimney + Vec3::new(-0.5, 1.0, -0.15) * age + Vec3::Y * 0.4;
        canvas.draw_at(&all.puff, place(at, age, 0.4 + age * 0.22));
    }
    canvas.draw_at(&flag(0.7), Mat4::from_translation(all.flag));
}

/// A venue's room, standing where the venue stands, the town veiled behind it.
fn draw_room(canvas: &mut Canvas, room: &Room, place: Mat4, papers: u32) {
    canvas.draw_at(&room.shell, place);
    for person in &room.people {
        let at = place * Mat4::from_rotation_translation(Quat::from_rotation_y(person.turn.to_radians()), person.at);
        for part in [&person.legs, &person.torso, &person.head] {
            canvas.draw_at(part, at);
        }
    }
    for sheet in 0..papers {
        let lift = room.papers + Vec3::Y * (SHEET * f32::from(u16::try_from(sheet).unwrap_or(0)));
        canvas.draw_at(
            &room.sheet,
            place
                * Mat4::from_rotation_translation(
                    Quat::from_rotation_y(0.4 * f32::from(u16::try_from(sheet % 3).unwrap_or(0))),
                    lift,
                ),
        );
    }
    canvas.draw_at(&room.licence, place * Mat4::from_translation(room.licence_at));
    canvas.draw_at(&room.lamp[1], place * Mat4::from_translation(room.lamp_at));
}

fn save(wish: &Wish, pixels: &[u8]) -> Result<(), String> {
    let fault = |fault: &dyn std::fmt::Display| format!("{}: {fault}", wish.out.display());
    let file = std::fs::File::create(&wish.out).map_err(|e| fault(&e))?;
    let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), wish.width, wish.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().map_err(|e| fault(&e))?;
    writer.write_image_data(pixels).map_err(|e| fault(&e))
}

/// Where each venue's label stands, in per mille of the picture, for those that can be seen: RON, a venue a line.
fn labels(town: &Town, canvas: &Canvas, view: View, wish: &Wish) -> String {
    let aspect = wish.width as f32 / wish.height as f32;
    let rows = town.places.iter().filter_map(|place| {
        let (x, y, distance) = view.project(place.label, aspect)?;
        let within = (0.0..1.0).contains(&x) && (0.0..1.0).contains(&y);
        let visible = within && canvas.depth_at(x, y) > distance - 1.5;
        visible.then(|| format!("    (venue: \"{}\", x: {}, y: {}),\n", place.id, per_mille(x), per_mille(y)))
    });
    let head =
        "// Where each venue's label stands in town.png, in per mille of its width and height: written by mapmaker.\n";
    format!("{head}[\n{}]\n", rows.collect::<String>())
}

fn per_mille(share: f32) -> i32 {
    (share * 1000.0).round().clamp(-9999.0, 9999.0) as i32
}
