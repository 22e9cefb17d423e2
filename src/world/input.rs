//! What a person does with pointer, finger and keys, put into a few plain wishes.

use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::Stages;
use super::bridge::{Orders, tell};
use super::camera::Gaze;
use super::power::Activity;
use super::room::OpenRoom;
use super::town::Ground;
use crate::link::{ForwardedKey, FromWorld};

/// A press that moves farther than this is a drag, logical pixels.
const TAP_MOST: f32 = 10.0;

/// What is wished for this frame.
#[derive(Resource, Debug, Default)]
pub(super) struct Wishes {
    /// The venue under the pointer, by its place in the plan.
    pub(super) over: Option<usize>,
    /// A spot on the ground somebody asked to walk to.
    pub(super) walk_to: Option<Vec3>,
    /// Which way the keys point: x to the right, y away from the viewer.
    pub(super) keys: Vec2,
    pressed_at: Option<Vec2>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wishes>().add_systems(Update, (keys, point).chain().in_set(Stages::Act));
}

fn keys(
    mut pressed: MessageReader<KeyboardInput>,
    held: Res<ButtonInput<KeyCode>>,
    open: Res<OpenRoom>,
    mut wishes: ResMut<Wishes>,
    mut activity: ResMut<Activity>,
) {
    for key in pressed.read().filter(|key| key.state == ButtonState::Pressed && !key.repeat) {
        activity.touched();
        match key.key_code {
            KeyCode::Escape if open.id.is_some() => tell(&FromWorld::Left),
            KeyCode::Escape => tell(&FromWorld::Key(ForwardedKey::Escape)),
            KeyCode::Tab => tell(&FromWorld::Key(ForwardedKey::Tab)),
            _ => {}
        }
    }
    let down = |codes: [KeyCode; 2]| if held.any_pressed(codes) { 1.0 } else { 0.0 };
    let right = down([KeyCode::KeyD, KeyCode::ArrowRight]) - down([KeyCode::KeyA, KeyCode::ArrowLeft]);
    let ahead = down([KeyCode::KeyW, KeyCode::ArrowUp]) - down([KeyCode::KeyS, KeyCode::ArrowDown]);
    wishes.keys = Vec2::new(right, ahead).normalize_or_zero();
}

fn point(
    (mouse, touches): (Res<ButtonInput<MouseButton>>, Res<Touches>),
    window: Single<&Window, With<PrimaryWindow>>,
    camera: Single<(&Camera, &GlobalTransform), With<Camera2d>>,
    (ground, open, orders, gaze): (Res<Ground>, Res<OpenRoom>, Res<Orders>, Res<Gaze>),
    mut wishes: ResMut<Wishes>,
    mut activity: ResMut<Activity>,
) {
    let finger = touches.iter().next().map(|touch| (touch.position(), touch.start_position()));
    let lifted = touches.iter_just_released().next().map(|touch| (touch.position(), touch.start_position()));
    let cursor = window.cursor_position();
    if mouse.just_pressed(MouseButton::Left) {
        wishes.pressed_at = cursor;
    }
    let clicked = if mouse.just_released(MouseButton::Left) { cursor.zip(wishes.pressed_at.take()) } else { None };
    let tapped = clicked.or(lifted).filter(|(now, start)| now.distance(*start) < TAP_MOST).map(|(now, _)| now);
    let (camera, place) = camera.into_inner();
    let ray = |at: Vec2| camera.viewport_to_world(place, at).ok();
    let over = cursor.or(finger.map(|(now, _)| now)).and_then(ray).filter(|_| open.id.is_none());
    let over = over.and_then(|ray| venue_hit(&ground, ray).map(|(index, _)| index));
    if wishes.over != over {
        wishes.over = over;
        activity.keep(0.2);
    }
    let Some(ray) = tapped.and_then(ray).filter(|_| !orders.covered && gaze.veiled == open.id.is_some()) else {
        return;
    };
    activity.touched();
    if open.id.is_some() {
        return;
    }
    let floor = ground_hit(&ground, ray);
    let away = floor.map_or(f32::MAX, |at| at.distance(ray.origin));
    match venue_hit(&ground, ray).filter(|(_, distance)| *distance < away) {
        Some((index, _)) => {
            if let Some(place) = ground.0.places.get(index) {
                tell(&FromWorld::Visit { venue: place.id.clone() });
            }
        }
        None => wishes.walk_to = floor,
    }
}

/// The nearest venue a ray meets: its place in the plan and how far away.
fn venue_hit(ground: &Ground, ray: Ray3d) -> Option<(usize, f32)> {
    let places = ground.0.places.iter().enumerate();
    let hits = places.filter_map(|(index, place)| Some((index, box_hit(ray, place.low, place.high)?)));
    hits.min_by(|a, b| a.1.total_cmp(&b.1))
}

/// Where a ray enters a box, if it does: distance along the ray.
pub(super) fn box_hit(ray: Ray3d, low: Vec3, high: Vec3) -> Option<f32> {
    let inverse = ray.direction.recip();
    let (a, b) = ((low - ray.origin) * inverse, (high - ray.origin) * inverse);
    let (near, far) = (a.min(b).max_element(), a.max(b).min_element());
    (near <= far && far > 0.0).then_some(near.max(0.0))
}

/// Where a ray meets the ground.
fn ground_hit(ground: &Ground, ray: Ray3d) -> Option<Vec3> {
    let terrain = &ground.0.terrain;
    let mut travelled = 1.0;
    for _ in 0..600 {
        let at = ray.get_point(travelled);
        let above = at.y - terrain.height(at.xz());
        if above < 0.05 {
            return Some(at);
        }
        travelled += (above * 0.7).clamp(0.1, 8.0);
    }
    None
}
