//! What a play-through is played by: the scene and the law as the page has read them. It crosses once; a play log then
//! names it. So both sides run the very same values, and the world needs no reader of scene files.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{PlayLog, decode, encode};
use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::session::{Carried, Mode, Session};

/// A scene, the law it is played under and the company it goes on with, each in postcard bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneBook {
    /// What a play log names it by: a hash of all.
    pub id: String,
    /// The scene.
    pub scenario: Vec<u8>,
    /// The law.
    pub policy: Vec<u8>,
    /// What goes along from the scene before; empty where this one begins anew.
    pub carried: Vec<u8>,
}

/// A book read.
#[derive(Clone, Debug)]
pub struct OpenBook {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The law.
    pub policy: Arc<Policy>,
    /// What goes along from the scene before.
    pub carried: Option<Carried>,
}

impl SceneBook {
    /// The book that a play-through is played by.
    pub fn of(session: &Session) -> Self {
        let (scenario, policy) = (encode(&**session.scenario()), session.policy().packed());
        let carried = session.carried().map(encode).unwrap_or_default();
        let id = blake3::Hasher::new().update(&scenario).update(&policy).update(&carried).finalize().to_hex();
        Self { id: id.as_str().to_owned(), scenario, policy, carried }
    }

    /// What it holds; nothing where the bytes are not those of this version.
    pub fn open(&self) -> Option<OpenBook> {
        let carried = if self.carried.is_empty() { None } else { Some(decode(&self.carried)?) };
        Some(OpenBook { scenario: Arc::new(decode(&self.scenario)?), policy: Arc::new(decode(&self.policy)?), carried })
    }
}

impl OpenBook {
    /// The play-through of a log at its beginning.
    pub fn begin(&self, log: &PlayLog) -> Session {
        let start = self.start(log.seed);
        match &log.seat {
            Some(seat) => start.played_as(Mode::Assessed(seat.clone())),
            None => start,
        }
    }

    /// The play-through of a seed at its beginning, for practice.
    pub fn start(&self, seed: u64) -> Session {
        let (scenario, policy) = (Arc::clone(&self.scenario), Arc::clone(&self.policy));
        match self.carried.clone() {
            Some(carried) => Session::carry_on(scenario, policy, seed, carried),
            None => Session::start(scenario, policy, seed),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::SceneBook;
    use crate::policy::Policy;
    use crate::scenario::load::load;
    use crate::session::autoplay::expert;
    use crate::session::{Session, scenario_hash};

    const TEXT: &str = include_str!("../../scenarios/registration.ron");

    fn session(text: &str) -> Session {
        let policy = Policy::qingdao_2026();
        let scenario = load(text, &policy).expect("the scene is sound").scenario;
        Session::start(Arc::new(scenario), Arc::new(policy), 7)
    }

    #[test]
    fn scene_and_law_come_out_as_they_went_in() {
        let session = session(TEXT);
        let book = SceneBook::of(&session);
        let opened = book.open().expect("the same version reads it");
        assert_eq!(scenario_hash(&opened.scenario), scenario_hash(session.scenario()));
        assert_eq!(opened.policy.hash(), session.policy().hash());
        assert_eq!(SceneBook::of(&opened.start(7)).id, book.id);
        assert_eq!(opened.start(7).state_hash(), session.state_hash());
    }

    #[test]
    fn a_company_that_goes_on_goes_along() {
        let text =
            TEXT.replacen("start: Fresh(", "start: Continue(else: Fresh(", 1).replacen("\n    ),\n", "\n    )),\n", 1);
        let sequel = session(&text);
        let first = expert(session(TEXT));
        let second = first.sequel(Arc::clone(sequel.scenario()), 9).expect("it can follow");
        assert!(second.continues());
        let opened = SceneBook::of(&second).open().expect("the same version reads it");
        assert_eq!(opened.start(9).state_hash(), second.state_hash());
        assert_ne!(SceneBook::of(&sequel).id, SceneBook::of(&second).id);
    }

    #[test]
    fn broken_bytes_are_no_book() {
        let book = SceneBook { id: String::new(), scenario: vec![1, 2, 3], policy: Vec::new(), carried: Vec::new() };
        assert!(book.open().is_none());
    }
}
