//! One company through several scenes: each played by a bot, the next taking the company up where it is what that scene needs.

use std::sync::Arc;

use super::bots::{Bot, Finish, play_watched};
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::scenario::venue::VENUES;
use crate::session::Session;

/// A scene of a journey, played.
#[derive(Clone, Debug)]
pub struct Leg {
    /// The play-through.
    pub session: Session,
    /// How it came to its end.
    pub finish: Finish,
}

/// Plays the scenes in the order of a founder's life, all by one bot, and stops at one that does not close.
pub fn journey(scenes: &[Arc<Scenario>], policy: &Arc<Policy>, bot: Bot, seed: u64) -> Vec<Leg> {
    let mut order: Vec<&Arc<Scenario>> = scenes.iter().collect();
    order.sort_by_key(|scene| VENUES.iter().position(|venue| venue.scene == scene.id).unwrap_or(VENUES.len()));
    let mut legs: Vec<Leg> = Vec::new();
    for scene in order {
        let before = legs.last().map(|leg| &leg.session);
        let begun = before.and_then(|before| before.sequel(Arc::clone(scene), seed).ok());
        let begun = begun.unwrap_or_else(|| Session::start(Arc::clone(scene), Arc::clone(policy), seed));
        let (session, finish) = play_watched(begun, bot, seed, &mut |_| {});
        let closed = finish == Finish::Closed;
        legs.push(Leg { session, finish });
        if !closed {
            break;
        }
    }
    legs
}

/// A line for each scene of some journeys: who played, the seed, the scene, whether its company came along, its last state's
/// hash. Equal on every machine.
pub fn chronicle(scenes: &[Arc<Scenario>], policy: &Arc<Policy>, seeds: &[u64]) -> String {
    let mut lines = String::new();
    for bot in [Bot::Expert, Bot::Novice, Bot::Uniform] {
        for seed in seeds {
            for Leg { session, .. } in journey(scenes, policy, bot, *seed) {
                let (scene, along) = (&session.scenario().id, if session.continues() { "goes on" } else { "begins" });
                let hash = session.state_hash();
                lines.extend(["journey ", bot.id(), " ", &seed.to_string(), " ", scene, " ", along, " ", &hash, "\n"]);
            }
        }
    }
    lines
}
