//! The town in Bevy: shows what `town` built, runs the scene in lockstep, tells the page what a person did.
//!
//! Owns nothing but the camera and its easing. Only `bridge` knows the port to the page; only `paint` knows shaders;
//! no rule of business is here. One plugin function a file.
#![expect(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    reason = "what is drawn is measured in floats; the scene's own state runs in `session`, in integers"
)]
#![expect(clippy::type_complexity, reason = "queries say in their type what they read and write")]
#![expect(clippy::needless_pass_by_value, reason = "Bevy's systems take their parameters by value")]

mod bridge;
mod camera;
mod input;
mod labels;
mod lockstep;
mod motion;
mod paint;
mod power;
mod room;
mod town;
mod truth;
mod walk;

use bevy::asset::AssetMetaCheck;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::window::{PresentMode, WindowResolution};

use crate::town::grain::Grain;

pub use bridge::{connect, deliver};

/// The order of a frame.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Stages {
    /// What the page says.
    Listen,
    /// What the person does.
    Act,
    /// What moves.
    Move,
    /// What the page is told.
    Tell,
}

/// Opens the town on the canvas of that selector. On the web it returns at once and frames follow.
/// A machine that draws by its processor gets a town of fewer triangles.
pub fn run(canvas: &str, software: bool) {
    let window = Window {
        title: "创业元宇宙".to_owned(),
        canvas: Some(canvas.to_owned()),
        fit_canvas_to_parent: true,
        prevent_default_event_handling: false,
        focused: false,
        present_mode: PresentMode::AutoVsync,
        resolution: WindowResolution::new(960, 540),
        ..default()
    };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), ..default() })
        .set(AssetPlugin { meta_check: AssetMetaCheck::Never, ..default() })
        .set(LogPlugin { level: Level::WARN, filter: String::new(), ..default() });
    let grain = if software { Grain::Coarse } else { Grain::Fine };
    App::new()
        .add_plugins(plugins)
        .insert_resource(town::Fineness(grain))
        .configure_sets(Update, (Stages::Listen, Stages::Act, Stages::Move, Stages::Tell).chain())
        .add_plugins((bridge::plugin, power::plugin, paint::plugin, town::plugin, camera::plugin, input::plugin))
        .add_plugins((walk::plugin, motion::plugin, room::plugin, lockstep::plugin, truth::plugin, labels::plugin))
        .run();
}
