//! One play-through on the screen: the session, what it shows, and how it is kept. The only file that decides.

use std::sync::Arc;

use leptos::prelude::*;

use super::dom;
use super::keep::{BrowserShelf, Fields, Record, Written, draft_of, keep_draft, new_id, place, write};
use super::library::Scene;
use super::page::Page;
use super::papers::{Paper, collect, papers_of};
use super::route::{Route, Which};
use crate::assess;
use crate::scenario::activity::{Answer, Entry, Misfit};
use crate::session::{self, Decision, Refused, Scribe, Session, View};

/// How the play-through is kept just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Nothing to keep yet.
    NotYet,
    /// Kept at this time, in milliseconds since 1970.
    At(i64),
    /// Only as long as the page is open: the browser refuses storage, or it is full.
    Held,
    /// Another tab has gone on with it; nothing more is written from here.
    Elsewhere,
}

/// Why the last answer was not taken, in the core's own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    /// The element it is about.
    pub(crate) at: Option<String>,
    /// The key of its message.
    pub(crate) key: String,
    /// Named values of its message.
    pub(crate) args: Vec<(String, String)>,
}

impl Complaint {
    /// A misfit as the page says it.
    pub(crate) fn of_misfit(misfit: &Misfit) -> Self {
        Self { at: misfit.at().map(ToOwned::to_owned), key: misfit.key().to_owned(), args: misfit.args() }
    }

    fn of_refused(refused: &Refused) -> Self {
        let plain = |key: &str| Self { at: None, key: key.to_owned(), args: Vec::new() };
        match refused {
            Refused::Misfit(misfit) => Self::of_misfit(misfit),
            Refused::Core(refusal) => Self { at: None, key: refusal.key().to_owned(), args: refusal.args() },
            Refused::Term(cause) => Self { at: None, key: cause.key().to_owned(), args: cause.args() },
            Refused::Reckon(_) => plain("refused-reckon"),
            Refused::TooLate => plain("refused-too-late"),
            Refused::TooMuch => plain("refused-too-much"),
            Refused::Closed => plain("refused-closed"),
            Refused::Evidence(_) => plain("refused-evidence"),
            Refused::Hint => plain("refused-hint"),
            Refused::NoHelp => plain("refused-no-help"),
            Refused::Undo => plain("refused-undo"),
            Refused::NothingToUndo => plain("refused-nothing-to-undo"),
        }
    }
}

/// A play-through on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Play {
    page: Page,
    session: StoredValue<Session>,
    scribe: StoredValue<Scribe>,
    scene: StoredValue<Scene>,
    id: StoredValue<String>,
    seen: StoredValue<u64>,
    seconds: StoredValue<Vec<u32>>,
    since: StoredValue<i64>,
    /// Whether it is assessed: no help, and nothing is taken back.
    pub(crate) assessed: bool,
    /// What is shown.
    pub(crate) view: RwSignal<Arc<View>>,
    /// How it is kept.
    pub(crate) kept: RwSignal<Kept>,
    /// Whether what the last answer brought about is being read; the next step waits.
    pub(crate) reading: RwSignal<bool>,
    /// Why the last answer was not taken.
    pub(crate) complaint: RwSignal<Option<Complaint>>,
    /// Every paper opened so far.
    pub(crate) papers: RwSignal<Vec<Paper>>,
    /// Documents that the last answer brought.
    pub(crate) fresh: RwSignal<Vec<String>>,
    /// Rises with every undo: activities start afresh.
    pub(crate) turn: RwSignal<u32>,
    /// Whether a company was to go on here that is not what the scene needs, so that it began without.
    pub(crate) afresh: RwSignal<bool>,
}

impl Play {
    /// Takes up a session that is new or goes on under a new id.
    pub(crate) fn take_up(page: Page, session: Session, scene: Scene, id: String) -> Self {
        Self::take_up_kept(page, session, scene, id, &Record::default())
    }

    /// Takes up a session kept under a record's id.
    pub(crate) fn take_up_kept(page: Page, session: Session, scene: Scene, id: String, record: &Record) -> Self {
        // A save from elsewhere tells no times.
        let mut seconds = record.seconds.clone();
        seconds.resize(session.decisions().len(), 0);
        let view = Arc::new(session.view());
        let papers = papers_of(&session);
        let play = Self {
            page,
            scribe: StoredValue::new(Scribe::of(&session)),
            scene: StoredValue::new(scene),
            id: StoredValue::new(id),
            seen: StoredValue::new(record.revision),
            seconds: StoredValue::new(seconds),
            since: StoredValue::new(dom::now_ms()),
            assessed: session.mode().is_assessed(),
            session: StoredValue::new(session),
            view: RwSignal::new(view),
            kept: RwSignal::new(Kept::NotYet),
            reading: RwSignal::new(false),
            complaint: RwSignal::new(None),
            papers: RwSignal::new(papers),
            fresh: RwSignal::new(Vec::new()),
            turn: RwSignal::new(0),
            afresh: RwSignal::new(false),
        };
        play.session.with_value(|session| page.world.take_up(session));
        play.show_in_world();
        play
    }

    /// The record's id.
    pub(crate) fn id(self) -> String {
        self.id.get_value()
    }

    /// The seed.
    pub(crate) fn seed(self) -> u64 {
        self.session.with_value(Session::seed)
    }

    /// Answers the step. What is wrong with the answer's form is said beside the element, and nothing changes.
    pub(crate) fn answer(self, answer: Answer) -> bool {
        self.decide(Decision::Answer(answer))
    }

    /// Keeps what has been entered into the step's document so far.
    pub(crate) fn keep_draft(self, fields: &Fields) {
        if let Some(place) = self.draft_place() {
            keep_draft(&BrowserShelf, &place, fields);
        }
    }

    /// What had been entered into the step's document before the page was loaded anew.
    pub(crate) fn draft(self) -> Option<Fields> {
        draft_of(&BrowserShelf, &self.draft_place()?)
    }

    fn draft_place(self) -> Option<String> {
        let step = self.view.with_untracked(|view| view.step.as_ref().map(|step| (step.id.clone(), step.attempt)));
        step.map(|(step, attempt)| place(&self.id(), &step, attempt))
    }

    /// Opens a piece of evidence.
    pub(crate) fn open(self, evidence: String) -> bool {
        self.decide(Decision::Open(evidence))
    }

    /// Asks for help.
    pub(crate) fn hint(self) -> bool {
        self.decide(Decision::Hint)
    }

    fn decide(self, decision: Decision) -> bool {
        let is_answer = matches!(decision, Decision::Answer(_));
        let before = self.view.get_untracked();
        let outcome = self.session.try_update_value(|session| session.decide(decision));
        if let Some(Err(refused)) = outcome {
            self.complaint.set(Some(Complaint::of_refused(&refused)));
            return false;
        }
        self.complaint.set(None);
        let now = dom::now_ms();
        let took =
            now.saturating_sub(self.since.get_value()).checked_div(1000).and_then(|took| u32::try_from(took).ok());
        self.seconds.update_value(|seconds| seconds.push(took.unwrap_or(0)));
        self.since.set_value(now);
        let view = Arc::new(self.session.with_value(Session::view));
        self.papers.update(|papers| collect(papers, &view));
        if is_answer {
            let known = |id: &str| before.company.documents.iter().any(|held| held.id == id);
            let fresh = view.company.documents.iter().map(|held| held.id.clone()).filter(|id| !known(id)).collect();
            self.fresh.set(fresh);
            self.reading.set(true);
        }
        self.view.set(view);
        self.keep();
        self.show_in_world();
        true
    }

    /// Goes on from what was read to the next step.
    pub(crate) fn go_on(self) {
        self.reading.set(false);
        dom::scroll_to_top();
        dom::focus_soon("step-title");
    }

    /// Whether there is an answer to take back.
    pub(crate) fn may_undo(self) -> bool {
        self.view.track();
        !self.assessed && self.session.with_value(|session| last_answer(session).is_some())
    }

    /// Takes the last answer back; evidence opened before it stays open.
    pub(crate) fn undo(self) {
        if let Some(count) = self.session.with_value(last_answer) {
            let session = self.session.with_value(|session| session.rewound(count));
            self.replace(session);
            dom::focus_soon("step-title");
        }
    }

    fn replace(self, session: Session) {
        self.seconds.update_value(|seconds| seconds.truncate(session.decisions().len()));
        self.papers.set(papers_of(&session));
        self.view.set(Arc::new(session.view()));
        self.session.set_value(session);
        self.reading.set(false);
        self.complaint.set(None);
        self.fresh.set(Vec::new());
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.keep();
        self.show_in_world();
    }

    /// Says what is wrong with an entry once its field is left.
    pub(crate) fn check_entry(self, field: &str, entry: &Entry) -> Option<Complaint> {
        let checked = self.session.with_value(|session| session.check_entry(field, entry));
        checked.err().map(|misfit| Complaint::of_misfit(&misfit))
    }

    /// The play-through as a save's text.
    pub(crate) fn save_text(self) -> String {
        self.session.with_value(|session| self.written(session))
    }

    fn written(self, session: &Session) -> String {
        self.scribe.try_update_value(|scribe| scribe.write(session)).unwrap_or_default()
    }

    /// Keeps the play-through, unless another tab has gone on with it.
    pub(crate) fn keep(self) {
        if self.kept.get_untracked() == Kept::Elsewhere {
            return;
        }
        let record = self.record();
        let (id, seen) = (self.id.get_value(), self.seen.get_value());
        let kept = match write(&BrowserShelf, &id, seen, &record) {
            Written::Kept(revision) => {
                self.seen.set_value(revision);
                Kept::At(record.written_ms)
            }
            Written::Held(revision, _) => {
                self.seen.set_value(revision);
                Kept::Held
            }
            Written::Newer(_) => Kept::Elsewhere,
        };
        self.kept.set(kept);
        self.page.shelf_changed();
        // A reload takes up this very play-through.
        dom::replace_hash(&Route::Play { scene: record.scene, which: Which::Save(id) }.hash());
    }

    /// Keeps what is here under a new id, beside what the other tab has.
    pub(crate) fn keep_as_copy(self) {
        self.id.set_value(new_id(dom::now_ms(), dom::drawn()));
        self.seen.set_value(0);
        self.kept.set(Kept::NotYet);
        self.keep();
    }

    /// Another tab has written this record at this revision.
    pub(crate) fn heard_of(self, revision: u64) {
        if revision > self.seen.get_value() {
            self.kept.set(Kept::Elsewhere);
        }
    }

    fn record(self) -> Record {
        let scene = self.scene.get_value();
        let record = self
            .session
            .with_value(|session| record_of(session, &scene, &self.view.get_untracked(), self.written(session)));
        Record { seconds: self.seconds.get_value(), ..record }
    }

    fn show_in_world(self) {
        self.session.with_value(|session| self.page.world.play(session));
    }
}

/// How many decisions come before the last answer.
fn last_answer(session: &Session) -> Option<usize> {
    session.decisions().iter().rposition(|decision| matches!(decision, Decision::Answer(_)))
}

fn record_of(session: &Session, scene: &Scene, view: &View, play: String) -> Record {
    let step = view.step.as_ref();
    let ended = view.ending.as_ref().map(|ending| ending.title.clone());
    Record {
        revision: 0,
        scene: view.scene.id.clone(),
        title: view.scene.title.clone(),
        seed: session.seed(),
        date: view.company.date.clone(),
        at: step.map(|step| step.title.clone()).or(ended).unwrap_or_default(),
        number: step.map_or(0, |step| step.number),
        of: step.map_or(0, |step| step.of),
        decisions: view.decisions,
        centipoints: session.is_closed().then(|| assess::score(session).centipoints),
        written_ms: dom::now_ms(),
        scenario: scene.own.as_deref().map(ToOwned::to_owned),
        seconds: Vec::new(),
        seat: session.mode().seat().cloned(),
        play,
    }
}

/// Keeps a play-through under a new id without playing it here; with the seconds that its decisions took, where they are known.
pub(crate) fn put_away(page: Page, session: &Session, scene: &Scene, id: &str, seconds: &[u32]) {
    let record = record_of(session, scene, &session.view(), session::write(session));
    let seconds = seconds.iter().copied().take(session.decisions().len()).collect();
    // Where it cannot be kept for good, it lasts as long as the page, and the page says so.
    let _ = write(&BrowserShelf, id, 0, &Record { seconds, ..record });
    page.shelf_changed();
}
