//! The page's end of the line to the town. It sends the newest play log, reads what comes back, and never waits.
//!
//! `boot.js` owns the frame; this owns what is said. Whatever the town does, the page goes on: a town that is slow, old
//! or gone is a word on the screen and the map in its place.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::dom;
use super::hashes::Hashes;
use crate::link::{ForwardedKey, FromWorld, Label, PROTOCOL, PlayLog, SceneBook, ToWorld, decode, encode};
use crate::session::Session;

/// How the town stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Not asked for.
    #[default]
    Closed,
    /// Being fetched and started; so many percent have come.
    Opening(u32),
    /// Drawn.
    Ready,
    /// Given up for the map.
    Gone(Gone),
}

/// Why the map is shown instead of the town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// This site was built without the town.
    Absent,
    /// Frames came too slowly.
    Slow,
    /// It could not be fetched, or the renderer gave up; with a reason.
    Crashed(String),
    /// The town's module is older or newer than the page.
    OtherProtocol,
}

/// Two states that should be the same and are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drift {
    /// After so many decisions.
    pub(crate) decisions: u32,
    /// The page's state.
    pub(crate) page: String,
    /// The town's state; empty where it refused the log.
    pub(crate) world: String,
}

/// The line to the town.
#[derive(Clone, Copy)]
pub(crate) struct Bridge {
    /// How the town stands.
    pub(crate) standing: RwSignal<Standing>,
    /// Where the venues' labels stand in the frame.
    pub(crate) labels: RwSignal<Vec<Label>>,
    /// The venue the person is at in the town.
    pub(crate) at: RwSignal<Option<String>>,
    /// A state that differs between the two.
    pub(crate) drift: RwSignal<Option<Drift>>,
    /// After how many decisions the two were last compared and agreed.
    pub(crate) agreed: RwSignal<Option<u32>>,
    /// Whether a slow town may stay: the person has asked for it.
    pub(crate) patient: RwSignal<bool>,
    /// Whether it is slow.
    pub(crate) slow: RwSignal<bool>,
    book: StoredValue<Option<SceneBook>>,
    log: StoredValue<Option<PlayLog>>,
    hashes: StoredValue<Hashes>,
    covered: StoredValue<bool>,
    reduced: StoredValue<bool>,
}

impl Bridge {
    /// A line with nobody at its other end yet.
    pub(crate) fn new() -> Self {
        Self {
            standing: RwSignal::new(Standing::Closed),
            labels: RwSignal::new(Vec::new()),
            at: RwSignal::new(None),
            drift: RwSignal::new(None),
            agreed: RwSignal::new(None),
            patient: RwSignal::new(false),
            slow: RwSignal::new(false),
            book: StoredValue::new(None),
            log: StoredValue::new(None),
            hashes: StoredValue::new(Hashes::default()),
            covered: StoredValue::new(false),
            reduced: StoredValue::new(false),
        }
    }

    /// What boot.js found out about this machine: `yes`, `ask`, `no-webgl2`, `absent` or `off`.
    pub(crate) fn verdict() -> String {
        let probed = method("probe").and_then(|(town, probe)| probe.call0(&town).ok());
        let verdict = probed.and_then(|probed| Reflect::get(&probed, &JsValue::from_str("verdict")).ok());
        verdict.and_then(|verdict| verdict.as_string()).unwrap_or_else(|| "absent".to_owned())
    }

    /// Opens the town in `host`, unless it is open or on its way.
    pub(crate) fn open(self, host: &HtmlElement) {
        if matches!(self.standing.get_untracked(), Standing::Opening(_) | Standing::Ready) {
            return;
        }
        let Some((town, open)) = method("open") else { return self.standing.set(Standing::Gone(Gone::Absent)) };
        self.standing.set(Standing::Opening(0));
        self.slow.set(false);
        let on_message = Closure::<dyn Fn(Uint8Array)>::new(move |bytes: Uint8Array| self.hear(&bytes.to_vec()));
        let on_end = Closure::<dyn Fn(String)>::new(move |reason: String| self.ended(&reason));
        let on_bytes = Closure::<dyn Fn(f64, f64)>::new(move |come: f64, all: f64| self.coming(come, all));
        let arguments =
            js_sys::Array::of4(host, &on_message.into_js_value(), &on_end.into_js_value(), &on_bytes.into_js_value());
        let promise = open.apply(&town, &arguments).ok().and_then(|promise| promise.dyn_into::<Promise>().ok());
        let Some(promise) = promise else { return self.ended("open") };
        spawn_local(async move {
            match JsFuture::from(promise).await {
                Ok(_) => self.introduce(),
                Err(error) => {
                    let reason =
                        Reflect::get(&error, &JsValue::from_str("message")).ok().and_then(|text| text.as_string());
                    self.ended(&reason.unwrap_or_default());
                }
            }
        });
    }

    /// Closes the town; it frees all it held.
    pub(crate) fn close(self, why: Option<Gone>) {
        if let Some((town, close)) = method("close") {
            // Closing removes an element; were it gone already, so much the better.
            let _ = close.call0(&town);
        }
        self.labels.set(Vec::new());
        self.standing.set(why.map_or(Standing::Closed, Standing::Gone));
    }

    /// The scene and the law of the play-through that is about to be shown.
    pub(crate) fn take_up(self, session: &Session) {
        let book = SceneBook::of(session);
        self.book.set_value(Some(book.clone()));
        send(&ToWorld::Book(book));
    }

    /// Shows this play-through in the town: the newest log wins, and the town replays what it has not yet seen.
    pub(crate) fn play(self, session: &Session) {
        let Some(book) = self.book.with_value(|book| book.as_ref().map(|book| book.id.clone())) else { return };
        let decisions: Vec<Vec<u8>> = session.decisions().iter().map(encode).collect();
        let count = u32::try_from(decisions.len()).unwrap_or(u32::MAX);
        self.hashes.update_value(|hashes| hashes.note(count, session.state_hash()));
        let log = PlayLog { book, seed: session.seed(), seat: session.mode().seat().cloned(), decisions };
        self.log.set_value(Some(log.clone()));
        send(&ToWorld::Play(log));
    }

    /// No scene is being played.
    pub(crate) fn rest(self) {
        self.agreed.set(None);
        self.log.set_value(None);
        send(&ToWorld::Rest);
    }

    /// Goes to a venue, or back to the town.
    pub(crate) fn visit(self, venue: Option<String>) {
        self.at.set(venue.clone());
        send(&ToWorld::Visit { venue });
    }

    /// Tells the town whether it is seen.
    pub(crate) fn cover(self, covered: bool) {
        self.covered.set_value(covered);
        send(&ToWorld::Covered(covered));
    }

    /// Tells the town whether movement is to be reduced.
    pub(crate) fn reduce_motion(self, reduced: bool) {
        self.reduced.set_value(reduced);
        send(&ToWorld::ReducedMotion(reduced));
    }

    /// Everything a town must know that has just been opened.
    fn introduce(self) {
        send(&ToWorld::Hello { protocol: PROTOCOL });
        send(&ToWorld::ReducedMotion(self.reduced.get_value()));
        send(&ToWorld::Covered(self.covered.get_value()));
        if let Some(book) = self.book.get_value() {
            send(&ToWorld::Book(book));
        }
        send(&self.log.get_value().map_or(ToWorld::Rest, ToWorld::Play));
        send(&ToWorld::Visit { venue: self.at.get_untracked() });
    }

    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bytes of a download, for a bar"
    )]
    fn coming(self, come: f64, all: f64) {
        let percent = (come / all.max(1.0) * 100.0) as u32;
        self.standing.update(|standing| {
            if let Standing::Opening(shown) = standing {
                *shown = percent.min(100);
            }
        });
    }

    fn ended(self, reason: &str) {
        self.labels.set(Vec::new());
        let gone = if reason == "absent" { Gone::Absent } else { Gone::Crashed(reason.to_owned()) };
        self.standing.set(Standing::Gone(gone));
    }

    fn hear(self, bytes: &[u8]) {
        // What cannot be read comes from another version; its greeting has told so already.
        let Some(message) = decode::<FromWorld>(bytes) else { return };
        match message {
            FromWorld::Hello { protocol } if protocol != PROTOCOL => self.close(Some(Gone::OtherProtocol)),
            FromWorld::Hello { .. } => {}
            FromWorld::Ready { .. } => self.standing.set(Standing::Ready),
            FromWorld::Visit { venue } => self.at.set(Some(venue)),
            FromWorld::Left => self.at.set(None),
            FromWorld::Hash { decisions, hash } => self.compare(decisions, &hash),
            FromWorld::Labels(labels) => self.labels.set(labels),
            FromWorld::Key(ForwardedKey::Escape) => self.visit(None),
            FromWorld::Key(ForwardedKey::Tab) => dom::focus_soon("main"),
            FromWorld::Slow { .. } if self.patient.get_untracked() => self.slow.set(true),
            FromWorld::Slow { .. } => self.close(Some(Gone::Slow)),
            FromWorld::Crashed { reason } => self.close(Some(Gone::Crashed(reason))),
        }
    }

    fn compare(self, decisions: u32, hash: &str) {
        match self.hashes.with_value(|hashes| hashes.compare(decisions, hash)) {
            None => {}
            Some(Ok(())) => self.agreed.set(Some(decisions)),
            Some(Err(page)) => self.drift.set(Some(Drift { decisions, page, world: hash.to_owned() })),
        }
    }
}

fn send(message: &ToWorld) {
    let Some((town, send)) = method("send") else { return };
    let bytes = Uint8Array::from(encode(message).as_slice());
    // A town that is not open hears nothing; one that opens is told everything anew.
    let _ = send.call1(&town, &bytes);
}

/// A function of `window.metaverseWorld`, with the object it belongs to.
fn method(name: &str) -> Option<(JsValue, Function)> {
    let town = dom::window_value(&["metaverseWorld"])?;
    let function = Reflect::get(&town, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    Some((town, function))
}
