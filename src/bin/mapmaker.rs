//! Draws the town to PNG: the illustrated map for browsers without WebGL2, and the artist's proofs.
//!
//! `mapmaker --camera default --size 1600x900 --out town.png [--labels town-labels.json] [--samples 3] [--stage building]`

use std::path::PathBuf;
use std::process::ExitCode;

use startup_metaverse::town::plan::Plan;
use startup_metaverse::town::raster::Canvas;
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
            out: PathBuf::from("town.png"),
            labels: None,
        };
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--camera" => wish.camera = value,
                "--size" => (wish.width, wish.height) = size(&value)?,
                "--samples" => wish.samples = number(&value)?.clamp(1, 4),
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
    let town = Town::build(plan, 10.0);
    complain(&format!("{} triangles", town.triangles()));
    let mut canvas = Canvas::new(wish.width, wish.height, wish.samples, view);
    draw(&mut canvas, &town);
    save(&wish, &canvas.pixels())?;
    match &wish.labels {
        Some(path) => std::fs::write(path, labels(&town, &canvas, view, &wish)).map_err(|fault| format!("{}: {fault}", path.display())),
        None => Ok(()),
    }
}

fn draw(canvas: &mut Canvas, town: &Town) {
    canvas.draw(&town.sky);
    canvas.draw(&town.far);
    canvas.draw_ground(&town.ground);
    canvas.draw(&town.sea);
    canvas.draw(&town.fabric);
    for place in &town.places {
        canvas.draw(&place.mesh);
    }
    if let Some(office) = town.offices.first() {
        canvas.draw(office);
    }
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

/// Venue id, place in per-mille of the picture, whether the label can be seen: one JSON object a line.
fn labels(town: &Town, canvas: &Canvas, view: View, wish: &Wish) -> String {
    #[expect(clippy::cast_precision_loss, reason = "picture sizes are below 8192")]
    let aspect = wish.width as f32 / wish.height as f32;
    let rows = town.places.iter().filter_map(|place| {
        let (x, y, distance) = view.project(place.label, aspect)?;
        let within = (0.0..1.0).contains(&x) && (0.0..1.0).contains(&y);
        #[expect(clippy::float_arithmetic, reason = "pictures are measured in floats")]
        let visible = within && canvas.depth_at(x, y) > distance - 1.5;
        Some(format!("  {{\"id\": \"{}\", \"x\": {}, \"y\": {}, \"visible\": {visible}}}", place.id, per_mille(x), per_mille(y)))
    });
    format!("[\n{}\n]\n", rows.collect::<Vec<_>>().join(",\n"))
}

#[expect(clippy::float_arithmetic, clippy::cast_possible_truncation, reason = "a share of the picture becomes an integer here")]
fn per_mille(share: f32) -> i32 {
    (share * 1000.0).round().clamp(-9999.0, 9999.0) as i32
}
