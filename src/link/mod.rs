//! What crosses between the page and its other modules: with the world, messages as postcard bytes over a `MessagePort`; with the
//! reader, results and papers. Engine-free.
//! Nothing here blocks or grows without bound.

mod book;
mod handed_in;
mod inbox;
mod protocol;

pub use book::{OpenBook, SceneBook};
pub use handed_in::{Found, HandedIn, PaperFile};
pub use inbox::Inbox;
pub use protocol::{ForwardedKey, FromWorld, Label, PROTOCOL, PlayLog, ToWorld, decode, encode};
