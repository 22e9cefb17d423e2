//! The scene itself, run here from the same decisions as in the page; after each the state's hash goes up to be compared.

use std::cell::RefCell;

use bevy::prelude::*;

use super::Stages;
use super::bridge::tell;
use super::power::Activity;
use super::truth::Truth;
use crate::link::{FromWorld, OpenBook, PlayLog, SceneBook};
use crate::session::{Decision, DutyState, Session, View};
use crate::town::office::Stage;

/// A duty due within so many days is near.
const NEAR_DAYS: i32 = 7;
/// The account of wages owed: who has it pays staff.
const WAGES: &str = "2211";

thread_local! {
    static RUNNING: RefCell<Running> = RefCell::default();
}

/// The play-through as run here. It follows the page when a message comes, not when a frame does: a frame out of sight
/// is not drawn, and the two must agree all the same.
#[derive(Default)]
struct Running {
    book: String,
    played_by: Option<OpenBook>,
    session: Option<Session>,
    seen: Vec<Vec<u8>>,
    /// What is to be seen now, until the town has taken it up.
    fresh: Option<Truth>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, show.in_set(Stages::Act));
}

/// The scene and the law of the logs to come.
pub(super) fn take_up(book: &SceneBook) {
    RUNNING.with_borrow_mut(|running| running.take_up(book));
}

/// Takes up the newest log; replays what has not been seen yet, or all of it where the past has changed.
/// Tells the page the state's hash. Nothing is being played where there is no log.
pub(super) fn follow(log: Option<PlayLog>) {
    RUNNING.with_borrow_mut(|running| {
        let Some(log) = log else {
            running.forget();
            running.fresh = Some(Truth::default());
            return;
        };
        let hash = running.replay(log).map(Session::state_hash).unwrap_or_default();
        let decisions = u32::try_from(running.seen.len()).unwrap_or(u32::MAX);
        tell(&FromWorld::Hash { decisions, hash });
        running.fresh = running.session.as_ref().map(|session| Truth::of(&session.view())).or(running.fresh.take());
    });
}

/// Shows in town what has changed in the company.
fn show(mut truth: ResMut<Truth>, mut activity: ResMut<Activity>) {
    if let Some(fresh) = RUNNING.with_borrow_mut(|running| running.fresh.take()) {
        truth.set_if_neq(fresh);
        activity.touched();
    }
}

impl Running {
    /// Opens the book that the logs to come name.
    fn take_up(&mut self, book: &SceneBook) {
        self.forget();
        self.book.clone_from(&book.id);
        self.played_by = book.open();
    }

    /// No play-through any more; the book stays open.
    fn forget(&mut self) {
        self.session = None;
        self.seen.clear();
    }

    /// Brings the session to where the log is. Nothing where the log was refused.
    fn replay(&mut self, log: PlayLog) -> Option<&Session> {
        if log.book != self.book {
            self.forget();
            return None;
        }
        let continues = self
            .session
            .as_ref()
            .is_some_and(|session| session.seed() == log.seed && session.mode().seat() == log.seat.as_ref())
            && log.decisions.starts_with(&self.seen);
        if !continues {
            self.forget();
            self.session = Some(self.played_by.as_ref()?.begin(&log));
        }
        let fresh = log.decisions.get(self.seen.len()..).unwrap_or_default().to_vec();
        for bytes in fresh {
            let decided = postcard::from_bytes::<Decision>(&bytes)
                .ok()
                .and_then(|decision| self.session.as_mut()?.decide(decision).ok());
            self.seen.push(bytes);
            if decided.is_none() {
                self.session = None;
            }
        }
        self.session.as_ref()
    }
}

impl Truth {
    /// What is to be seen of a moment.
    pub(super) fn of(view: &View) -> Self {
        let company = &view.company;
        let papers = company.documents.len().saturating_add(company.vouchers.len());
        let near = company.duties.iter().filter(|duty| duty.state != DutyState::Done && duty.days_left <= NEAR_DAYS);
        let pays_staff = company.accounts.iter().any(|account| account.code.starts_with(WAGES));
        let stage = match (company.founded, pays_staff) {
            (false, _) => Stage::Desk,
            (true, false) => Stage::Room,
            (true, true) => Stage::Floor,
        };
        Self {
            papers: u16::try_from(papers).unwrap_or(u16::MAX),
            licence: company.documents.iter().any(|document| document.id == "business-licence"),
            near: near.map(|duty| duty.authority.clone()).collect(),
            stage: Stage::ALL.iter().position(|known| *known == stage).unwrap_or(0),
        }
    }
}
