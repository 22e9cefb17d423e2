//! The scenes this page can play: those served beside it, and those opened from a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::policy::Policy;
use crate::scenario::format::Scenario;
use crate::scenario::load::{Loaded, load};
use crate::scenario::problem::Diagnostic;

/// A scene with the text it was read from.
#[derive(Clone)]
pub(crate) struct Scene {
    /// The scene.
    pub(crate) scenario: Arc<Scenario>,
    /// Its RON text, for the world and for saves.
    pub(crate) text: Arc<str>,
    /// Whether it came from a person's own file.
    pub(crate) own: bool,
}

/// What is known of the scenes.
#[derive(Clone, Default)]
pub(crate) struct Library {
    scenes: BTreeMap<String, Scene>,
    /// Whether those beside the page have been asked for and have answered.
    pub(crate) ready: bool,
    /// What could not be fetched or read.
    pub(crate) faults: Vec<String>,
}

impl Library {
    /// Reads a scene and takes it in. One opened from a file takes the place of one of the same id.
    pub(crate) fn admit(
        &mut self,
        text: &str,
        own: bool,
        policy: &Policy,
    ) -> Result<(String, Vec<Diagnostic>), Vec<Diagnostic>> {
        let Loaded { scenario, warnings } = load(text, policy)?;
        let id = scenario.id.clone();
        self.scenes.insert(id.clone(), Scene { scenario: Arc::new(scenario), text: Arc::from(text), own });
        Ok((id, warnings))
    }

    /// The scene of this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Scene> {
        self.scenes.get(id)
    }

    /// Every scene, by id.
    pub(crate) fn scenes(&self) -> impl Iterator<Item = &Scene> {
        self.scenes.values()
    }

    /// Every scene as the core wants them, for reading saves.
    pub(crate) fn scenarios(&self) -> Vec<Arc<Scenario>> {
        self.scenes.values().map(|scene| scene.scenario.clone()).collect()
    }
}
