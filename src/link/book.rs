//! What a play-through is played by: the scene and the law as the page has read them. It crosses once; a play log then
//! names it. So both sides run the very same values, and the world needs no reader of scene files.

use serde::{Deserialize, Serialize};

use super::{decode, encode};
use crate::policy::Policy;
use crate::scenario::format::Scenario;

/// A scene and the law it is played under, each in postcard bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneBook {
    /// What a play log names it by: a hash of both.
    pub id: String,
    /// The scene.
    pub scenario: Vec<u8>,
    /// The law.
    pub policy: Vec<u8>,
}

impl SceneBook {
    /// The book of a scene under a law.
    pub fn of(scenario: &Scenario, policy: &Policy) -> Self {
        let (scenario, policy) = (encode(scenario), encode(policy));
        let id = blake3::Hasher::new().update(&scenario).update(&policy).finalize().to_hex();
        Self { id: id.as_str().to_owned(), scenario, policy }
    }

    /// Scene and law; nothing where the bytes are not those of this version.
    pub fn open(&self) -> Option<(Scenario, Policy)> {
        Some((decode(&self.scenario)?, decode(&self.policy)?))
    }
}

#[cfg(test)]
mod tests {
    use super::SceneBook;
    use crate::policy::Policy;
    use crate::scenario::load::load;
    use crate::session::scenario_hash;

    #[test]
    fn scene_and_law_come_out_as_they_went_in() {
        let policy = Policy::qingdao_2026();
        let text = include_str!("../../scenarios/registration.ron");
        let scenario = load(text, &policy).expect("the scene is sound").scenario;
        let book = SceneBook::of(&scenario, &policy);
        let (scene, law) = book.open().expect("the same version reads it");
        assert_eq!(scenario_hash(&scene), scenario_hash(&scenario));
        assert_eq!(law.hash(), policy.hash());
        assert_eq!(SceneBook::of(&scene, &law).id, book.id);
    }

    #[test]
    fn broken_bytes_are_no_book() {
        let book = SceneBook { id: String::new(), scenario: vec![1, 2, 3], policy: Vec::new() };
        assert!(book.open().is_none());
    }
}
