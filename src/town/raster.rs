//! A small software renderer: the map for browsers without WebGL2 is drawn with it, and so are the artist's proofs.

use glam::{Mat4, Vec3, Vec4, Vec4Swizzles, vec2, vec3};

use super::backdrop::haze;
use super::colour::{Colour, bytes, hex};
use super::ground::Ground;
use super::mesh::Mesh;
use super::view::{NEAR, View};

/// A picture being drawn, some samples to a pixel each way.
pub struct Canvas {
    width: usize,
    height: usize,
    samples: usize,
    view: View,
    clip: Mat4,
    colours: Vec<[f32; 3]>,
    depths: Vec<f32>,
    /// Pulls everything drawn toward a colour: the town behind an open room.
    pub veil: f32,
}

#[derive(Clone, Copy)]
struct Corner {
    clip: Vec4,
    /// Colour and haze, or place on the picture.
    carry: Vec4,
}

impl Canvas {
    /// An empty picture of so many pixels as seen by `view`.
    pub fn new(width: u32, height: u32, samples: u32, view: View) -> Self {
        let (wide, high) = ((width * samples) as usize, (height * samples) as usize);
        Self {
            width: wide,
            height: high,
            samples: samples as usize,
            view,
            clip: view.clip(width as f32 / height as f32),
            colours: vec![[0.8, 0.85, 0.9]; wide * high],
            depths: vec![f32::MAX; wide * high],
            veil: 0.0,
        }
    }

    /// Draws a mesh at its place.
    pub fn draw(&mut self, mesh: &Mesh) {
        self.draw_at(mesh, Mat4::IDENTITY);
    }

    /// Draws a mesh placed by a matrix.
    pub fn draw_at(&mut self, mesh: &Mesh, place: Mat4) {
        let clip = self.clip * place;
        let eye = self.view.eye;
        let corners: Vec<Corner> = mesh
            .positions
            .iter()
            .zip(&mesh.colors)
            .map(|(at, color)| {
                let at = Vec3::from(*at);
                let [r, g, b, keep] = *color;
                let seen = haze(vec3(r, g, b), place.transform_point3(at).distance(eye), keep);
                Corner { clip: clip * at.extend(1.0), carry: self.veiled(seen).extend(0.0) }
            })
            .collect();
        self.triangles(&corners, &mesh.indices, None);
    }

    fn veiled(&self, colour: Colour) -> Colour {
        colour.lerp(hex(0x9f_bccb), self.veil)
    }

    /// Draws the painted ground.
    pub fn draw_ground(&mut self, ground: &Ground) {
        let eye = self.view.eye;
        let corners: Vec<Corner> = ground
            .mesh
            .positions
            .iter()
            .zip(&ground.uvs)
            .map(|(at, uv)| {
                let at = Vec3::from(*at);
                let [u, v] = *uv;
                Corner { clip: self.clip * at.extend(1.0), carry: Vec4::new(u, v, at.distance(eye), 0.0) }
            })
            .collect();
        self.triangles(&corners, &ground.mesh.indices, Some(ground));
    }

    fn triangles(&mut self, corners: &[Corner], indices: &[u32], ground: Option<&Ground>) {
        for triangle in indices.chunks_exact(3) {
            let mut found = triangle.iter().filter_map(|index| corners.get(*index as usize).copied());
            if let (Some(a), Some(b), Some(c)) = (found.next(), found.next(), found.next()) {
                self.clipped([a, b, c], ground);
            }
        }
    }

    /// Cuts a triangle at the near plane and fills what is left.
    fn clipped(&mut self, corners: [Corner; 3], ground: Option<&Ground>) {
        let [a, b, c] = corners;
        let mut kept: Vec<Corner> = Vec::with_capacity(4);
        for (from, to) in [(a, b), (b, c), (c, a)] {
            let (inside, next) = (from.clip.w > NEAR, to.clip.w > NEAR);
            if inside {
                kept.push(from);
            }
            if inside != next {
                let share = (NEAR - from.clip.w) / (to.clip.w - from.clip.w);
                kept.push(Corner { clip: from.clip.lerp(to.clip, share), carry: from.carry.lerp(to.carry, share) });
            }
        }
        let Some(first) = kept.first().copied() else { return };
        for (second, third) in kept.iter().skip(1).zip(kept.iter().skip(2)) {
            self.fill([first, *second, *third], ground);
        }
    }

    fn fill(&mut self, corners: [Corner; 3], ground: Option<&Ground>) {
        let flat = corners.map(|corner| {
            let at = corner.clip.xy() / corner.clip.w;
            vec2((at.x * 0.5 + 0.5) * self.width as f32, (0.5 - at.y * 0.5) * self.height as f32)
        });
        let [a, b, c] = flat;
        let area = (b - a).perp_dot(c - a);
        if area.abs() < 1e-9 {
            return;
        }
        let (low, high) = (a.min(b).min(c), a.max(b).max(c));
        if high.x < 0.0 || high.y < 0.0 {
            return;
        }
        let (x0, x1) = (low.x.max(0.0) as usize, (high.x as usize).min(self.width.saturating_sub(1)));
        let (y0, y1) = (low.y.max(0.0) as usize, (high.y as usize).min(self.height.saturating_sub(1)));
        let [w0, w1, w2] = corners.map(|corner| 1.0 / corner.clip.w);
        let [c0, c1, c2] = corners.map(|corner| corner.carry);
        for y in y0..=y1 {
            for x in x0..=x1 {
                let at = vec2(x as f32 + 0.5, y as f32 + 0.5);
                let (u, v) = ((at - a).perp_dot(c - a) / area, (b - a).perp_dot(at - a) / area);
                if u < 0.0 || v < 0.0 || u + v > 1.0 {
                    continue;
                }
                let near = w0 * (1.0 - u - v) + w1 * u + w2 * v;
                let depth = 1.0 / near;
                let index = y * self.width + x;
                let (Some(old), Some(colour)) = (self.depths.get_mut(index), self.colours.get_mut(index)) else {
                    continue;
                };
                if depth < *old {
                    *old = depth;
                    let carry = (c0 * (w0 * (1.0 - u - v)) + c1 * (w1 * u) + c2 * (w2 * v)) * depth;
                    *colour = match ground {
                        None => carry.xyz().to_array(),
                        Some(ground) => haze(texel(ground, carry.x, carry.y), carry.z, 1.0)
                            .lerp(hex(0x9f_bccb), self.veil)
                            .to_array(),
                    };
                }
            }
        }
    }

    /// How far away the nearest thing is at a spot of the picture (0 to 1 each way), metres.
    pub fn depth_at(&self, x: f32, y: f32) -> f32 {
        let (x, y) = ((x * self.width as f32) as usize, (y * self.height as f32) as usize);
        if x < self.width { self.depths.get(y * self.width + x).copied().unwrap_or(f32::MAX) } else { f32::MAX }
    }

    /// The picture as sRGB bytes, three a pixel.
    pub fn pixels(&self) -> Vec<u8> {
        let (wide, high, n) = (self.width / self.samples, self.height / self.samples, self.samples);
        let mut out = Vec::with_capacity(wide * high * 3);
        for y in 0..high {
            for x in 0..wide {
                let mut sum = Vec3::ZERO;
                for sub in 0..n * n {
                    let index = (y * n + sub / n) * self.width + x * n + sub % n;
                    sum += self.colours.get(index).map_or(Vec3::ZERO, |colour| Vec3::from(*colour));
                }
                out.extend(bytes(sum / (n * n) as f32));
            }
        }
        out
    }
}

/// The colour of the ground's picture at a place, mixed from its four nearest texels.
fn texel(ground: &Ground, u: f32, v: f32) -> Colour {
    let at = vec2(u * ground.width as f32 - 0.5, v * ground.height as f32 - 0.5).max(glam::Vec2::ZERO);
    let (x, y, t) = (at.x as usize, at.y as usize, at.fract());
    let get = |dx: usize, dy: usize| {
        let (x, y) = ((x + dx).min(ground.width as usize - 1), (y + dy).min(ground.height as usize - 1));
        let base = (y * ground.width as usize + x) * 4;
        match ground.pixels.get(base..base + 3) {
            Some([r, g, b]) => hex(u32::from(*r) << 16 | u32::from(*g) << 8 | u32::from(*b)),
            _ => Vec3::ZERO,
        }
    };
    get(0, 0).lerp(get(1, 0), t.x).lerp(get(0, 1).lerp(get(1, 1), t.x), t.y)
}
