//! What the port has delivered and no system has read yet. Newer replaces older, so it never grows and never blocks.

use super::{PlayLog, SceneBook, ToWorld};

/// The newest of each kind of message.
#[derive(Debug, Default)]
pub struct Inbox {
    /// The page's protocol.
    pub protocol: Option<u16>,
    /// The newest scene book.
    pub book: Option<SceneBook>,
    /// The newest play log; `Some(None)` where no scene is played.
    pub play: Option<Option<PlayLog>>,
    /// The newest venue to go to.
    pub visit: Option<Option<String>>,
    /// Whether the world is covered.
    pub covered: Option<bool>,
    /// Whether movement is reduced.
    pub reduced_motion: Option<bool>,
}

impl Inbox {
    /// Takes a message in.
    pub fn accept(&mut self, message: ToWorld) {
        match message {
            ToWorld::Hello { protocol } => self.protocol = Some(protocol),
            ToWorld::Book(book) => self.book = Some(book),
            ToWorld::Play(log) => self.play = Some(Some(log)),
            ToWorld::Rest => self.play = Some(None),
            ToWorld::Visit { venue } => self.visit = Some(venue),
            ToWorld::Covered(covered) => self.covered = Some(covered),
            ToWorld::ReducedMotion(reduced) => self.reduced_motion = Some(reduced),
        }
    }
}
