//! Opening a play-through: a new one, the newest unfinished one, or the one kept under an id.

use crate::app::dom;
use crate::app::keep::{BrowserShelf, Record, list, load, new_id};
use crate::app::library::Scene;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::app::route::Which;
use crate::session::{self, SaveError, Session};
use leptos::prelude::*;

/// What has come of opening.
#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "there is one of it at a time")]
pub(super) enum Opened {
    /// The scenes are not here yet.
    Waiting,
    /// It is played.
    Playing(Play),
    /// It cannot be, or only in part.
    Trouble(Trouble),
}

impl Opened {
    /// Whether the scenes are not here yet.
    pub(super) fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting)
    }
}

/// Why a play-through cannot be opened whole.
#[derive(Clone)]
pub(super) struct Trouble {
    /// The key of what happened.
    pub(super) key: String,
    /// Named values of it.
    pub(super) args: Vec<(String, String)>,
    /// The part that still holds, ready to be played under a new id.
    pub(super) rest: Option<(Session, Scene)>,
    /// The record's text as it is kept, to be taken away as a file.
    pub(super) text: Option<String>,
}

impl Trouble {
    fn plain(key: &str, args: &[(&str, &str)]) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { key: key.to_owned(), args, rest: None, text: None }
    }
}

/// Opens a play-through of a scene.
pub(super) fn open(page: Page, scene: &str, which: &Which) -> Opened {
    match which {
        Which::Save(id) => open_kept(page, id),
        Which::New(seed) => start(page, scene, seed.or(page.seed.get_value())),
        Which::After(save) => go_on_from(page, scene, save),
        Which::Latest => match unfinished(scene) {
            Some((id, _)) if page.seed.get_value().is_none() => open_kept(page, &id),
            _ => start(page, scene, page.seed.get_value()),
        },
    }
}

/// The scenes that must be here before a play-through can be opened.
pub(super) fn wanted(page: Page, scene: &str, which: &Which) -> Vec<String> {
    let mut wanted = match which {
        Which::Save(save) | Which::After(save) => page.scenes_of(save),
        Which::New(_) => Vec::new(),
        Which::Latest => unfinished(scene).map(|(save, _)| page.scenes_of(&save)).unwrap_or_default(),
    };
    wanted.push(scene.to_owned());
    wanted
}

/// The newest play-through of a scene that was begun and not ended.
fn unfinished(scene: &str) -> Option<(String, Record)> {
    list(&BrowserShelf).into_iter().find(|(_, record)| record.scene == scene && !record.is_closed())
}

/// Begins a scene with the company of a finished play-through; where that company is not what the scene needs, without it.
fn go_on_from(page: Page, scene: &str, save: &str) -> Opened {
    let Some((session, _)) = kept_session(page, save) else {
        return Opened::Trouble(Trouble::plain("save-gone", &[]));
    };
    let Some(scene) = page.library.with_untracked(|library| library.get(scene).cloned()) else {
        return Opened::Trouble(missing(page, scene));
    };
    let seed = page.seed.get_value().unwrap_or_else(|| u64::from(dom::drawn()));
    match session.sequel(scene.scenario.clone(), seed) {
        Ok(sequel) => {
            let afresh = !sequel.continues();
            let play = Play::take_up(page, sequel, scene, fresh_id());
            play.afresh.set(afresh);
            Opened::Playing(play)
        }
        Err(cause) => {
            Opened::Trouble(Trouble { key: cause.key().to_owned(), args: cause.args(), rest: None, text: None })
        }
    }
}

fn start(page: Page, scene: &str, seed: Option<u64>) -> Opened {
    let Some(scene) = page.library.with_untracked(|library| library.get(scene).cloned()) else {
        return Opened::Trouble(missing(page, scene));
    };
    let seed = seed.unwrap_or_else(|| u64::from(dom::drawn()));
    let session = Session::start(scene.scenario.clone(), page.policy.get_value(), seed);
    Opened::Playing(Play::take_up(page, session, scene, fresh_id()))
}

fn missing(page: Page, scene: &str) -> Trouble {
    let faults = page.library.with_untracked(|library| library.faults.join("; "));
    let key = if faults.is_empty() { "scene-missing" } else { "scene-unreachable" };
    Trouble::plain(key, &[("scene", scene), ("faults", &faults)])
}

fn open_kept(page: Page, id: &str) -> Opened {
    let record = match load(&BrowserShelf, id) {
        Ok(Some(record)) => record,
        Ok(None) => return Opened::Trouble(Trouble::plain("save-gone", &[])),
        Err(text) => return Opened::Trouble(Trouble { text: Some(text), ..Trouble::plain("save-unreadable", &[]) }),
    };
    put_up_own(page, &record);
    match read(page, &record.play) {
        Ok((session, scene)) => Opened::Playing(Play::take_up_kept(page, session, scene, id.to_owned(), &record)),
        Err(trouble) => Opened::Trouble(trouble),
    }
}

/// The play-through kept under an id, for looking back at it.
pub(crate) fn kept_session(page: Page, id: &str) -> Option<(Session, Scene)> {
    let record = load(&BrowserShelf, id).ok().flatten()?;
    put_up_own(page, &record);
    read(page, &record.play).or_else(|trouble| trouble.rest.ok_or(())).ok()
}

/// A record of a scene from a file brings the scene along; it was read when the page opened or the record came. One that
/// no longer loads shows itself when the save is read: it names the scene that is not here.
fn put_up_own(page: Page, record: &Record) {
    let Some(text) = &record.scenario else { return };
    let up = |scene: &Scene| scene.own.as_deref() == Some(text.as_str());
    if !page.library.with_untracked(|library| library.get(&record.scene).is_some_and(up)) {
        page.library.update(|library| {
            library.put_up(text);
        });
    }
}

/// Reads a save's text with the scenes there are.
#[expect(clippy::result_large_err, reason = "a save is read once when a play-through is opened")]
pub(super) fn read(page: Page, text: &str) -> Result<(Session, Scene), Trouble> {
    let library = page.library.get_untracked();
    let with_scene = |session: Session| {
        let scene = library.get(&session.scenario().id).cloned();
        scene.map(|scene| (session, scene))
    };
    match session::read(text, &library.scenarios(), &page.policy.get_value()) {
        Ok(session) => with_scene(session).ok_or_else(|| Trouble::plain("save-gone", &[])),
        Err(error) => Err(trouble_of(error, text, with_scene)),
    }
}

fn trouble_of(error: SaveError, text: &str, with_scene: impl Fn(Session) -> Option<(Session, Scene)>) -> Trouble {
    let (key, args) = (error.key().to_owned(), error.args());
    Trouble { key, args, rest: error.so_far().and_then(with_scene), text: Some(text.to_owned()) }
}

/// A new record's id.
pub(crate) fn fresh_id() -> String {
    new_id(dom::now_ms(), dom::drawn())
}
