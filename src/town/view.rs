//! Where one looks from: named cameras and the projection both renderers share.

use glam::{Mat4, Vec3, Vec4Swizzles, vec3};

use super::plan::{CameraPlan, Plan};

/// Nearest distance drawn, metres.
pub const NEAR: f32 = 0.3;
/// Farthest distance drawn, metres.
pub const FAR: f32 = 4000.0;

/// An eye and what it looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Where the eye is.
    pub eye: Vec3,
    /// What it looks at.
    pub target: Vec3,
    /// Vertical field of view on a wide picture, degrees.
    pub fov: f32,
    /// On tall pictures the horizontal field of view stays at least this, degrees.
    pub least_across: f32,
}

impl From<&CameraPlan> for View {
    fn from(plan: &CameraPlan) -> Self {
        let (eye, target) = (plan.eye, plan.target);
        Self {
            eye: vec3(eye.0, eye.1, eye.2),
            target: vec3(target.0, target.1, target.2),
            fov: plan.fov,
            least_across: plan.least_across,
        }
    }
}

impl View {
    /// The camera of that name in a plan.
    pub fn named(plan: &Plan, name: &str) -> Option<Self> {
        plan.cameras.iter().find(|camera| camera.name == name).map(Self::from)
    }

    /// Vertical field of view in radians for a picture so many times wider than high.
    pub fn fov_y(&self, aspect: f32) -> f32 {
        let fits = 2.0 * ((self.least_across.to_radians() / 2.0).tan() / aspect).atan();
        self.fov.to_radians().max(fits)
    }

    /// World to clip space (depth 0 near to 1 far).
    pub fn clip(&self, aspect: f32) -> Mat4 {
        let look = Mat4::look_at_rh(self.eye, self.target, Vec3::Y);
        Mat4::perspective_rh(self.fov_y(aspect), aspect, NEAR, FAR) * look
    }

    /// Where a point lies on the picture: (x from the left, y from the top), each 0 to 1, and its distance in front of the eye.
    pub fn project(&self, point: Vec3, aspect: f32) -> Option<(f32, f32, f32)> {
        let clip = self.clip(aspect) * point.extend(1.0);
        if clip.w <= NEAR {
            return None;
        }
        let flat = clip.xyz() / clip.w;
        Some((flat.x * 0.5 + 0.5, 0.5 - flat.y * 0.5, clip.w))
    }
}
