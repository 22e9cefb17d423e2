//! The scenes this page can play: those it is served with, of which only the heads come along, and those opened from a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::venues::VENUES;
use crate::scenario::format::Scenario;
use crate::scenario::head::Head;

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
    served: BTreeMap<String, (Head, String)>,
    scenes: BTreeMap<String, Scene>,
    read: BTreeMap<Arc<str>, Arc<Scenario>>,
    /// Whether the list of those served with the page has been asked for and has answered.
    pub(crate) ready: bool,
    /// What could not be fetched or read.
    pub(crate) faults: Vec<String>,
}

impl Library {
    /// Notes the scenes the page is served with, each with its address.
    pub(crate) fn list(&mut self, served: Vec<(Head, String)>) {
        self.served = served.into_iter().map(|(head, address)| (head.id.clone(), (head, address))).collect();
    }

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

    /// The scene of this id, once it is here.
    pub(crate) fn get(&self, id: &str) -> Option<&Scene> {
        self.scenes.get(id)
    }

    /// Whether there is a scene of this id, here or to be fetched.
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.served.contains_key(id) || self.scenes.contains_key(id)
    }

    /// The head of a scene.
    pub(crate) fn head(&self, id: &str) -> Option<Head> {
        let own = self.scenes.get(id).filter(|scene| scene.own.is_some());
        let own = own.map(|scene| Head::of(&scene.scenario));
        own.or_else(|| self.served.get(id).map(|(head, _)| head.clone()))
    }

    /// Every scene's head in the order of a founder's life, those that are in no venue last; and whether it came from a person's
    /// own file.
    pub(crate) fn heads(&self) -> Vec<(Head, bool)> {
        let own = |id: &str| self.scenes.get(id).is_some_and(|scene| scene.own.is_some());
        let known = self.served.keys().chain(self.scenes.keys().filter(|id| !self.served.contains_key(*id)));
        let mut heads: Vec<(Head, bool)> = known.filter_map(|id| Some((self.head(id)?, own(id)))).collect();
        heads.sort_by_key(|(head, _)| VENUES.iter().position(|venue| venue.scene == head.id).unwrap_or(VENUES.len()));
        heads
    }

    /// The scenes among these that are served and not here yet, each with its address.
    pub(crate) fn lacking<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = (String, String)> + 'a {
        let served = ids.iter().filter_map(|id| self.served.get_key_value(id));
        served.filter(|(id, _)| !self.scenes.contains_key(*id)).map(|(id, (_, address))| (id.clone(), address.clone()))
    }

    /// The scenes that a save's text may name.
    pub(crate) fn named_in(&self, text: &str) -> Vec<String> {
        let named = |id: &&String| text.contains(&format!("\"{id}\""));
        self.served.keys().filter(named).cloned().collect()
    }

    /// Every scene that is here as the core wants them, for reading saves.
    pub(crate) fn scenarios(&self) -> Vec<Arc<Scenario>> {
        self.scenes.values().map(|scene| scene.scenario.clone()).collect()
    }
}
