//! The page's state: where one is, what is set, which scenes there are. Components ask for it by `Page::here()`.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keep::{BrowserShelf, Record, Shelf, list, load};
use super::library::Library;
use super::reader::read_scene;
use super::route::{Route, seed_of, value_of};
use super::settings::{Settings, Switch};
use super::words::Words;
use super::{dom, world_bridge::Bridge};
use crate::policy::{Policy, Rule};
use crate::text::{Lang, supply};

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
    /// Whether the English words have come.
    english: RwSignal<bool>,
    /// Whether they were asked for in vain.
    pub(crate) english_lost: RwSignal<bool>,
    /// Whether what the rules say has come.
    pub(crate) rules_here: RwSignal<bool>,
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
        let wanted = Memo::new(move |_| settings.get().lang.or(browser_lang).unwrap_or_default());
        let english = RwSignal::new(false);
        let lang = Memo::new(move |_| if english.get() { wanted.get() } else { Lang::ZhCn });
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
            english,
            english_lost: RwSignal::new(false),
            rules_here: RwSignal::new(false),
            world: Bridge::new(),
        };
        provide_context(page);
        page.fetch_english(wanted);
        page.fetch_list();
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

    /// Asks for the list of the scenes the page is served with.
    fn fetch_list(self) {
        spawn_local(async move {
            let listed = match dom::window_value(&["metaverse", "scenes"]).and_then(|address| address.as_string()) {
                Some(address) => {
                    dom::fetch_bytes(&address).await.and_then(|bytes| postcard::from_bytes(&bytes).map_err(|_| address))
                }
                None => Ok(Vec::new()),
            };
            self.library.update(|library| match listed {
                Ok(listed) => library.list(listed),
                Err(fault) => library.faults.push(fault),
            });
            self.read_own().await;
            self.library.update(|library| library.ready = true);
        });
    }

    /// Fetches the scenes of these ids that are served and not here yet. What cannot be fetched is among the library's faults,
    /// and is asked for again the next time.
    pub(crate) async fn bring(self, ids: &[String]) {
        let lacking: Vec<_> = self.library.with_untracked(|library| library.lacking(ids).collect());
        if lacking.is_empty() {
            return;
        }
        let mut faults = Vec::new();
        for (id, address) in lacking {
            let scene = dom::fetch_bytes(&address)
                .await
                .and_then(|bytes| postcard::from_bytes(&bytes).map_err(|_| format!("{id}: {address}")));
            match scene {
                Ok(scene) => self.library.update(|library| library.take_in(scene)),
                Err(fault) => faults.push(fault),
            }
        }
        self.library.update(|library| library.faults = faults);
    }

    /// Becomes true once the list of scenes and then the scenes of these ids have been asked for and have answered.
    pub(crate) fn once_here(self, ids: impl Fn() -> Vec<String> + 'static) -> RwSignal<bool> {
        let here = RwSignal::new(false);
        let ready = Memo::new(move |_| self.library.with(|library| library.ready));
        Effect::new(move |_| {
            if ready.get() {
                let ids = ids();
                spawn_local(async move {
                    self.bring(&ids).await;
                    // Whoever waited may have gone on to another page meanwhile.
                    let _ = here.try_set(true);
                });
            }
        });
        here
    }

    /// The scenes that the play-through kept under an id is made of.
    pub(crate) fn scenes_of(self, save: &str) -> Vec<String> {
        let play = load(&BrowserShelf, save).ok().flatten().map(|record| record.play).unwrap_or_default();
        self.library.with_untracked(|library| library.named_in(&play))
    }

    /// English is fetched when it is first wanted; until it has come, the page speaks Chinese.
    fn fetch_english(self, wanted: Memo<Lang>) {
        Effect::new(move |_| {
            if wanted.get() != Lang::En || self.english.get_untracked() {
                return;
            }
            spawn_local(async move {
                let come = fetch_words("en", Lang::En).await && self.bring_rules().await;
                self.english.set(come);
                self.english_lost.set(!come);
            });
        });
    }

    /// A rule; what it says is fetched when it is first asked for, and is empty until then.
    pub(crate) fn rule(self, id: &str) -> Option<Rule> {
        self.rules_here.track();
        self.policy.with_value(|policy| policy.rule(id).cloned())
    }

    /// Fetches what the rules say, unless it is here.
    pub(crate) async fn bring_rules(self) -> bool {
        if self.rules_here.get_untracked() {
            return true;
        }
        let Some(address) = words_at("rules") else { return false };
        let words = dom::fetch_bytes(&address).await.ok().and_then(|bytes| postcard::from_bytes(&bytes).ok());
        let Some(words) = words else { return false };
        self.policy.update_value(|policy| Arc::make_mut(policy).supply(words));
        self.rules_here.set(true);
        true
    }

    /// Reads the scenes that kept play-throughs brought along from a person's own files.
    pub(crate) async fn read_own(self) {
        let own = list(&BrowserShelf).into_iter().filter_map(|(_, record)| record.scenario);
        for text in own.collect::<BTreeSet<String>>() {
            if self.library.with_untracked(|library| library.has_read(&text)) {
                continue;
            }
            // A scene that no longer loads shows itself when its save is opened: it names the scene that is not here.
            if let Some(Ok(loaded)) = read_scene(&text).await {
                self.library.update(|library| library.remember(&text, loaded.scenario));
            }
        }
    }
}

fn location_hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Fetches a file of words by its name in the page's configuration, and supplies a language with it.
pub(crate) async fn fetch_words(name: &str, lang: Lang) -> bool {
    let Some(address) = words_at(name) else { return false };
    let Some(source) = dom::fetch_bytes(&address).await.ok().and_then(|bytes| String::from_utf8(bytes).ok()) else {
        return false;
    };
    supply(lang, &source);
    true
}

/// Where words lie that the page does not bring along.
fn words_at(name: &str) -> Option<String> {
    dom::window_value(&["metaverse", "words", name])?.as_string()
}
