//! The page's state: where one is, what is set, which scenes there are. Components ask for it by `Page::here()`.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keep::{BrowserShelf, Record, Shelf, list};
use super::library::Library;
use super::route::{Route, seed_of, value_of};
use super::settings::{Settings, Switch};
use super::words::Words;
use super::{dom, world_bridge::Bridge};
use crate::policy::Policy;
use crate::scenario::problem::Diagnostic;
use crate::text::Lang;

/// Where settings are kept.
const SETTINGS_KEY: &str = "startup.settings";

/// The page's state. A handful of handles: cheap to copy, the same wherever it is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// Where one is.
    pub(crate) route: RwSignal<Route>,
    /// What is set.
    pub(crate) settings: RwSignal<Settings>,
    /// The words that follow the language set.
    pub(crate) words: Words,
    /// The scenes there are.
    pub(crate) library: RwSignal<Library>,
    /// The figures and rules of law.
    pub(crate) policy: StoredValue<Arc<Policy>>,
    /// Rises whenever something was kept or forgotten, here or in another tab.
    pub(crate) shelf: RwSignal<u64>,
    /// Whether the browser keeps anything for this page.
    pub(crate) lasting: RwSignal<bool>,
    /// The rule whose footnote is open.
    pub(crate) footnote: RwSignal<Option<String>>,
    /// What is read out to those who cannot see it happen.
    pub(crate) said: RwSignal<String>,
    /// The seed the address asks for.
    pub(crate) seed: StoredValue<Option<u64>>,
    /// The town.
    pub(crate) world: Bridge,
}

impl Page {
    /// The page as the address, the browser and what is kept have it.
    pub(crate) fn open() -> Self {
        let query = window().location().search().unwrap_or_default();
        let mut settings = Settings::parse(&BrowserShelf.get(SETTINGS_KEY).unwrap_or_default());
        match value_of(&query, "world") {
            Some("off") => settings.world = Switch::Off,
            Some("on") => settings.world = Switch::On,
            _ => {}
        }
        if let Some(lang) = value_of(&query, "lang").and_then(Lang::of_tag) {
            settings.lang = Some(lang);
        }
        let browser_lang = window().navigator().language().and_then(|tag| Lang::of_tag(&tag));
        let settings = RwSignal::new(settings);
        let lang = Memo::new(move |_| settings.get().lang.or(browser_lang).unwrap_or_default());
        let page = Self {
            route: RwSignal::new(Route::of_hash(&location_hash())),
            settings,
            words: Words::new(lang),
            library: RwSignal::new(Library::default()),
            policy: StoredValue::new(Arc::new(Policy::qingdao_2026())),
            shelf: RwSignal::new(0),
            lasting: RwSignal::new(BrowserShelf::is_lasting()),
            footnote: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            seed: StoredValue::new(seed_of(&query)),
            world: Bridge::new(),
        };
        provide_context(page);
        page.fetch_scenes();
        page
    }

    /// The page a component stands in.
    pub(crate) fn here() -> Self {
        expect_context::<Self>()
    }

    /// Changes a setting and keeps it.
    pub(crate) fn set(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        // Where nothing can be kept, the notice about storage says so already.
        let _ = BrowserShelf.put(SETTINGS_KEY, &self.settings.get_untracked().write());
    }

    /// Whether movement is to be reduced.
    pub(crate) fn reduced_motion(self) -> bool {
        !self.settings.get().motion.or(!dom::media("(prefers-reduced-motion: reduce)"))
    }

    /// Goes to a route.
    pub(crate) fn go(route: &Route) {
        // Setting the hash of an open page cannot fail; were it to, one stays where one is.
        let _ = window().location().set_hash(&route.hash());
    }

    /// Says something to those who cannot see it happen.
    pub(crate) fn announce(self, words: String) {
        self.said.set(words);
    }

    /// Everything kept, the newest first; follows what other tabs do.
    pub(crate) fn records(self) -> Vec<(String, Record)> {
        self.shelf.track();
        list(&BrowserShelf)
    }

    /// Notes that something was kept or forgotten.
    pub(crate) fn shelf_changed(self) {
        self.shelf.update(|count| *count = count.wrapping_add(1));
    }

    fn fetch_scenes(self) {
        spawn_local(async move {
            for id in served_scenes() {
                match dom::fetch_text(&format!("scenarios/{id}.ron")).await {
                    Ok(text) => self.library.update(|library| {
                        if let Err(diagnostics) = library.admit(&text, false, &self.policy.get_value()) {
                            let place = |one: &Diagnostic| format!("{id}.ron:{}: {}", one.place.line, one.code.id());
                            library.faults.extend(diagnostics.iter().map(place));
                        }
                    }),
                    Err(fault) => self.library.update(|library| library.faults.push(fault)),
                }
            }
            self.library.update(|library| library.ready = true);
        });
    }
}

fn location_hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The ids of the scenes served beside the page: the page's configuration lists them.
fn served_scenes() -> Vec<String> {
    let listed = dom::window_value(&["metaverse", "scenarios"]);
    let listed: Vec<String> = listed
        .map(|list| js_sys::Array::from(&list).iter().filter_map(|id| id.as_string()).collect())
        .unwrap_or_default();
    if listed.is_empty() { vec!["registration".to_owned()] } else { listed }
}
