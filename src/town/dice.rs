//! Small deterministic chance for leaning trees and hues: the same key, the same throw.

use glam::Vec2;

/// A counter of throws from one key (`SplitMix64`).
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that belong to `key` alone.
    pub(crate) fn new(key: u64) -> Self {
        Self(key.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x51a7_0b25)
    }

    /// The next throw, at least 0 and below 1.
    pub(crate) fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// A throw between `low` and `high`.
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// One of the given things.
    pub(crate) fn pick<T: Copy>(&mut self, things: [T; 4]) -> T {
        let [a, b, c, d] = things;
        match (self.unit() * 4.0) as u32 {
            0 => a,
            1 => b,
            2 => c,
            _ => d,
        }
    }
}

/// Smooth noise over the plane, -1 to 1, one bump a unit.
pub(crate) fn noise(at: Vec2) -> f32 {
    let cell = at.floor();
    let t = at - cell;
    let t = t * t * (Vec2::splat(3.0) - 2.0 * t);
    let corner = |dx: f32, dy: f32| {
        let key = u64::from((cell.x + dx) as i32 as u32) << 32 | u64::from((cell.y + dy) as i32 as u32);
        Dice::new(key).unit() * 2.0 - 1.0
    };
    let near = corner(0.0, 0.0) * (1.0 - t.x) + corner(1.0, 0.0) * t.x;
    let far = corner(0.0, 1.0) * (1.0 - t.x) + corner(1.0, 1.0) * t.x;
    near * (1.0 - t.y) + far * t.y
}
