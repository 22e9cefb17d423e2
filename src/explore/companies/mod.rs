//! Companies that live by chance: founded, run month by month by a strategy of their own, with mistakes among what they do.
//! For simulations by the thousand, for hashes compared between machines, for benches. A seed says all of a life.

mod act;
mod life;

pub use act::Act;
pub use life::{Life, MonthTold, Strategy, chronicle};
