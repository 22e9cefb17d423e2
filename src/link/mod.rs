//! What crosses between the page and the world: messages as postcard bytes over a `MessagePort`. Engine-free.
//! Nothing here blocks or grows without bound.

mod book;
mod inbox;
mod protocol;

pub use book::{OpenBook, SceneBook};
pub use inbox::Inbox;
pub use protocol::{ForwardedKey, FromWorld, Label, PROTOCOL, PlayLog, ToWorld, decode, encode};
