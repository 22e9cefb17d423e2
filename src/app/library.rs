//! The scenes this page can play: those it is served with, and those opened from a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::scenario::format::Scenario;

/// A scene that can be played.
#[derive(Clone)]
pub(crate) struct Scene {
    /// The scene.
    pub(crate) scenario: Arc<Scenario>,
    /// Its text, where it came from a person's own file: it goes into what is kept of it.
    pub(crate) own: Option<Arc<str>>,
}

/// What is known of the scenes.
#[derive(Clone, Default)]
pub(crate) struct Library {
    scenes: BTreeMap<String, Scene>,
    read: BTreeMap<Arc<str>, Arc<Scenario>>,
    /// Whether those served with the page have been asked for and have answered.
    pub(crate) ready: bool,
    /// What could not be fetched or read.
    pub(crate) faults: Vec<String>,
}

impl Library {
    /// Takes in a scene the page is served with.
    pub(crate) fn take_in(&mut self, scenario: Scenario) {
        self.scenes.insert(scenario.id.clone(), Scene { scenario: Arc::new(scenario), own: None });
    }

    /// Keeps what the text of a person's own file was read as.
    pub(crate) fn remember(&mut self, text: &str, scenario: Scenario) {
        self.read.insert(Arc::from(text), Arc::new(scenario));
    }

    /// Whether this text has been read already.
    pub(crate) fn has_read(&self, text: &str) -> bool {
        self.read.contains_key(text)
    }

    /// Puts the scene of this text, read before, in the place of any other of its id. Its id; nothing where no such text has
    /// been read.
    pub(crate) fn put_up(&mut self, text: &str) -> Option<String> {
        let (text, scenario) = self.read.get_key_value(text)?;
        let scene = Scene { scenario: scenario.clone(), own: Some(text.clone()) };
        let id = scenario.id.clone();
        self.scenes.insert(id.clone(), scene);
        Some(id)
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
