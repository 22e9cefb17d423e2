//! How finely the town is built: all of it, or what a small picture can show.

use super::light::Light;
use super::mesh::Mesh;
use super::sculpt::Sculpt;

/// Faces are divided to this size so that light can vary across them, metres.
const CELL: f32 = 2.2;
/// The same where the picture is small.
const COARSE_CELL: f32 = 5.5;

/// How finely the town is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// As it was drawn.
    #[default]
    Fine,
    /// For machines that draw by their processor, and therefore small: without bevels, with wider waves and shadows.
    Coarse,
}

impl Grain {
    /// Paints a piece of work.
    pub(super) fn paint(self, light: &Light, work: &Sculpt) -> Mesh {
        match self {
            Self::Fine => light.paint(work, CELL),
            Self::Coarse => light.paint(&work.plain(), COARSE_CELL),
        }
    }
}
