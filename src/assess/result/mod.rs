//! Result files: a play-through that is handed in, with its time and the score it claims, and what a re-simulation says of it.
//! What the file says of itself counts for nothing: the score is worked out again from the decisions.

mod alike;
mod file;
mod seal;
mod verdict;
mod verify;

pub use alike::{Alike, Marked, Twin, alike};
pub use file::{Claims, ResultFile, write};
pub use seal::{Seal, sealed, unsealed};
pub use verdict::{Edited, Verdict};
pub use verify::{Checked, Examiner, code};
