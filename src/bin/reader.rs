//! The module that the page fetches when a person wants what few do: a scene read from its text, results checked, the company's
//! books as files. The scenes the page is served with are read when the site is assembled.

use std::sync::Arc;

use startup_metaverse::assess::result::{Alike, Checked, Examiner, alike};
use startup_metaverse::assess::ticket::Ticket;
use startup_metaverse::firm::Firm;
use startup_metaverse::link::{Found, HandedIn, PaperFile, decode, encode};
use startup_metaverse::papers;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::format::Scenario;
use startup_metaverse::scenario::load::{Reading, load};
use startup_metaverse::session::Known;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Reads a scene's text; the answer is a [`Reading`] in postcard bytes.
#[wasm_bindgen]
pub fn read(text: &str) -> Vec<u8> {
    let read: Reading = load(text, &Policy::qingdao_2026());
    encode(&read)
}

/// Checks results against these scenes; all in postcard bytes: scenes, [`HandedIn`]s, and [`Found`]s in their order.
#[wasm_bindgen]
pub fn check(scenes: &[u8], files: &[u8]) -> Vec<u8> {
    let scenes: Vec<Scenario> = decode(scenes).unwrap_or_default();
    let scenes: Vec<Arc<Scenario>> = scenes.into_iter().map(Arc::new).collect();
    let files: Vec<HandedIn> = decode(files).unwrap_or_default();
    let examiner = Examiner::new(Known::new(&scenes, &Arc::new(Policy::qingdao_2026())));
    let checked: Vec<Checked> = files.iter().map(|file| examiner.check(&file.text).0).collect();
    let marked = alike(&checked);
    let found =
        files.iter().zip(checked).zip(marked).map(|((file, checked), alike)| found(file, checked, alike, &files));
    encode(&found.collect::<Vec<_>>())
}

fn found(file: &HandedIn, checked: Checked, alike: Option<Alike>, files: &[HandedIn]) -> Found {
    let twin = alike.map(|alike| match alike {
        Alike::Duplicate(twin) => (twin, true),
        Alike::Near(twin) => (twin, false),
    });
    let twin = twin.and_then(|(twin, same)| {
        let percent = twin.share_ppm.checked_div(10_000).unwrap_or(0);
        files.get(twin.of).map(|other| (other.name.clone(), percent, same))
    });
    Found {
        name: file.name.clone(),
        holds: checked.verdict.holds(),
        verdict: (checked.verdict.key().to_owned(), checked.verdict.args()),
        scene: checked.scene,
        learner: checked.learner,
        assessed: checked.ticket.is_some(),
        closed: checked.closed,
        decisions: checked.decisions,
        score: checked.score.map(|score| score.text),
        code: checked.code,
        alike: twin,
    }
}

/// Whether a ticket is signed by the key it names: nothing, or the key of the fault and the values it names, in postcard bytes.
#[wasm_bindgen]
pub fn distrust(ticket: &str) -> Vec<u8> {
    let fault = Ticket::read(ticket).and_then(|ticket| ticket.distrusted(&[])).err();
    encode(&fault.map(|fault| (fault.key().to_owned(), fault.args())))
}

/// The company's books as files: a company and [`PaperFile`]s, in postcard bytes.
#[wasm_bindgen]
pub fn papers(firm: &[u8]) -> Vec<u8> {
    let made = decode::<Firm>(firm).map(|firm| papers::papers(&firm)).unwrap_or_default();
    let files = made.into_iter().map(|paper| PaperFile { name: paper.name, bytes: paper.bytes });
    encode(&files.collect::<Vec<_>>())
}
