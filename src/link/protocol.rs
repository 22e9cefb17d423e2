//! The messages. The first each way is a protocol number: an old cached module is refused, not misread.

use serde::{Deserialize, Serialize};

use super::SceneBook;
use crate::session::Seat;

/// Raise on every change of the shapes below.
pub const PROTOCOL: u16 = 4;

/// From the page down to the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToWorld {
    /// The page's protocol.
    Hello {
        /// Its number.
        protocol: u16,
    },
    /// The whole play log; the newest wins, and the world replays what it has not yet seen.
    Play(PlayLog),
    /// The scene and the law that play logs from now on name.
    Book(SceneBook),
    /// No scene is being played: the town rests.
    Rest,
    /// Go to this venue, or back to the town.
    Visit {
        /// The venue's id.
        venue: Option<String>,
    },
    /// The world is hidden behind the page, or seen again.
    Covered(bool),
    /// Whether movement is to be reduced.
    ReducedMotion(bool),
}

/// A play-through, to be run in lockstep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlayLog {
    /// The id of the [`SceneBook`] it is played by.
    pub book: String,
    /// The learner's seed.
    pub seed: u64,
    /// The seat, where the play is assessed: answers are marked otherwise then.
    pub seat: Option<Seat>,
    /// Decisions, each in postcard bytes.
    pub decisions: Vec<Vec<u8>>,
}

/// From the world up to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromWorld {
    /// The world's protocol.
    Hello {
        /// Its number.
        protocol: u16,
    },
    /// The second frame was drawn.
    Ready {
        /// Milliseconds from start to it.
        first_frame_ms: u32,
    },
    /// A person chose a venue in the town.
    Visit {
        /// The venue's id.
        venue: String,
    },
    /// The person left a venue for the town.
    Left,
    /// The state after so many decisions.
    Hash {
        /// How many decisions were replayed.
        decisions: u32,
        /// The state's hash in hex; empty where the log was refused.
        hash: String,
    },
    /// Where labels stand.
    Labels(Vec<Label>),
    /// A key the page should have.
    Key(ForwardedKey),
    /// Frames come too slowly even at the smallest size.
    Slow {
        /// Tenths of a frame a second.
        fps_tenths: u32,
    },
    /// The renderer has given up.
    Crashed {
        /// What it said.
        reason: String,
    },
}

/// A venue's label in the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The venue's id.
    pub venue: String,
    /// From the left edge, in per mille of the width.
    pub x: i16,
    /// From the top edge, in per mille of the height.
    pub y: i16,
    /// Whether it is in sight.
    pub visible: bool,
}

/// Keys that belong to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForwardedKey {
    /// Escape.
    Escape,
    /// Tab out of the canvas.
    Tab,
}

/// A message in bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from bytes; nothing where they are not one.
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
