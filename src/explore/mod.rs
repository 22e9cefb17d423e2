//! Bots that play a scene before a class does, a search beside the expert's way, and what they show of the scene;
//! one company through all scenes, and companies that live by chance.

mod bots;
pub mod companies;
mod failure;
mod graph;
mod journey;
mod part;
mod report;
mod sweep;
mod tally;
mod watch;

pub use bots::{Bot, Finish, play, play_watched};
pub use failure::{Failure, Kind, replay};
pub use graph::{End, Graph, Node, Way};
pub use journey::{Leg, chronicle, journey};
pub use part::{MergeError, Part};
pub use report::{BotReport, Coverage, FailureReport, OptionReport, Report};
pub use sweep::{Plan, Shard};
pub use tally::{Outcome, Tally};
