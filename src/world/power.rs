//! When to draw and how finely: frames while something moves, sleep otherwise, fewer pixels where frames are slow.

use std::time::Duration;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy::winit::{UpdateMode, WinitSettings};
use wasm_bindgen::{JsCast, JsValue};

use super::Stages;
use super::bridge::{Orders, tell};
use crate::link::FromWorld;

/// How long boats, smoke and walkers go on after the last thing a person did, seconds. Then the town rests.
const LINGER_SECONDS: f32 = 25.0;
/// Frames slower than this make the picture smaller: 30 a second with a little grace, seconds.
const FRAME_GOAL: f32 = 1.0 / 27.0;
/// Frames slower than this at the smallest size are reported: 10 a second, seconds.
const FRAME_WORST: f32 = 0.1;
/// The smallest picture, pixels: 640 by 360.
const PIXELS_LEAST: f32 = 640.0 * 360.0;
/// How many frames are judged together.
const FRAMES_JUDGED: u32 = 24;
/// How many frames after a change of size are not judged.
const FRAMES_SETTLING: u32 = 12;

/// How long the world must go on drawing.
#[derive(Resource, Debug, Default)]
pub(super) struct Activity {
    busy_until: f32,
    now: f32,
}

impl Activity {
    /// Something moves for so many more seconds.
    pub(super) fn keep(&mut self, seconds: f32) {
        self.busy_until = self.busy_until.max(self.now + seconds);
    }

    /// A person did something: the town is alive for a while.
    pub(super) fn touched(&mut self) {
        self.keep(LINGER_SECONDS);
    }
}

/// Frame times, and what was done about them.
#[derive(Resource, Debug, Default)]
struct Pace {
    frames: u32,
    seconds: f32,
    settling: u32,
    drawn: u32,
    reported: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Activity>()
        .init_resource::<Pace>()
        .insert_resource(WinitSettings { focused_mode: UpdateMode::Continuous, unfocused_mode: UpdateMode::Continuous })
        .add_systems(Startup, |mut activity: ResMut<Activity>| activity.touched())
        .add_systems(Update, tick.in_set(Stages::Listen))
        .add_systems(Update, (ready, pace, settle).chain().in_set(Stages::Tell));
}

fn tick(time: Res<Time<Real>>, mut activity: ResMut<Activity>) {
    activity.now = time.elapsed_secs();
}

/// Tells the page that the second frame is there.
fn ready(time: Res<Time<Real>>, mut pace: ResMut<Pace>) {
    pace.drawn = pace.drawn.saturating_add(1);
    if pace.drawn == 3 {
        let first_frame_ms = u32::try_from(time.elapsed().as_millis()).unwrap_or(u32::MAX);
        tell(&FromWorld::Ready { first_frame_ms });
        pace.settling = FRAMES_SETTLING * 2;
    }
}

/// Both modes are always equal: the canvas is unfocused whenever somebody types, and that must not change how it moves.
fn settle(activity: Res<Activity>, orders: Res<Orders>, mut settings: ResMut<WinitSettings>) {
    let mode = if orders.covered || orders.refused {
        UpdateMode::reactive_low_power(Duration::from_hours(1))
    } else if activity.now < activity.busy_until {
        UpdateMode::Continuous
    } else {
        UpdateMode::reactive_low_power(Duration::from_mins(1))
    };
    if settings.focused_mode != mode {
        settings.focused_mode = mode;
        settings.unfocused_mode = mode;
    }
}

/// Judges frame times while frames follow each other, and takes fewer pixels where they are slow.
fn pace(
    time: Res<Time<Real>>,
    settings: Res<WinitSettings>,
    orders: Res<Orders>,
    window: Single<&Window, With<PrimaryWindow>>,
    mut pace: ResMut<Pace>,
) {
    let steady = settings.focused_mode == UpdateMode::Continuous && !settings.is_changed() && !orders.covered;
    if !steady || pace.settling > 0 {
        pace.settling = pace.settling.saturating_sub(1);
        (pace.frames, pace.seconds) = (0, 0.0);
        return;
    }
    pace.frames = pace.frames.saturating_add(1);
    pace.seconds += time.delta_secs().min(1.0);
    if pace.frames < FRAMES_JUDGED {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "two dozen frames")]
    let frame = pace.seconds / pace.frames as f32;
    (pace.frames, pace.seconds) = (0, 0.0);
    let pixels = window.resolution.physical_size().as_vec2().element_product();
    if frame > FRAME_GOAL && pixels > PIXELS_LEAST * 1.05 {
        ask_for_pixels((pixels * (FRAME_GOAL / frame).clamp(0.4, 0.8)).max(PIXELS_LEAST));
        pace.settling = FRAMES_SETTLING;
    } else if frame > FRAME_WORST && !pace.reported {
        pace.reported = true;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below a hundred, not negative")]
        tell(&FromWorld::Slow { fps_tenths: (10.0 / frame) as u32 });
    }
}

/// Asks the frame's script for a smaller canvas, scaled up to the same size. Without the script nothing happens.
fn ask_for_pixels(most: f32) {
    let call = || -> Result<JsValue, JsValue> {
        let stage = js_sys::Reflect::get(&js_sys::global(), &"metaverseStage".into())?;
        let pixels = js_sys::Reflect::get(&stage, &"pixels".into())?.dyn_into::<js_sys::Function>()?;
        pixels.call1(&stage, &f64::from(most).round().into())
    };
    if call().is_err() {
        debug!("no stage to make smaller");
    }
}
