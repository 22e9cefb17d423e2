//! The gradebook: a row for each learner and scene, and a row for each file with what was found of it.

use super::roster::Roster;
use super::{Results, verdict};
use crate::assess::result::{Alike, Checked};
use crate::firm::export::{Cell, Table};
use crate::scenario::format::Criterion;
use crate::text::{Lang, say};

/// Criteria in the order of their columns.
pub(super) const CRITERIA: [(Criterion, &str); 6] = [
    (Criterion::Compliance, "criterion-compliance"),
    (Criterion::Evidence, "criterion-evidence"),
    (Criterion::Finance, "criterion-finance"),
    (Criterion::Process, "criterion-process"),
    (Criterion::Judgement, "criterion-judgement"),
    (Criterion::Outcome, "criterion-outcome"),
];

/// The gradebook: the roster's learners first, in its order, then those that it does not know. Of several results of a
/// learner at a scene the best that holds counts, the assessed before the practised.
pub(super) fn table(lang: Lang, results: &Results, roster: &Roster) -> Table {
    let word = |key: &str| say(lang, key, &[]);
    let heads = ["id", "name", "scene", "mode", "verdict", "score"].map(|key| word(&format!("report-{key}")));
    let criteria = CRITERIA.map(|(_, key)| word(key));
    let ends = ["minutes", "decisions", "tries", "note"].map(|key| word(&format!("report-{key}")));
    let head: Vec<&str> = heads.iter().chain(&criteria).chain(&ends).map(String::as_str).collect();
    let mut table = Table::new(&word("report-gradebook"), &head);
    let mut strangers: Vec<&str> = results.found.iter().map(|found| found.learner.as_str()).collect();
    strangers.retain(|id| !roster.has(id));
    strangers.sort_unstable();
    strangers.dedup();
    let known = roster.learners().iter().map(|(id, _)| id.as_str());
    for learner in known.chain(strangers) {
        let mut scenes: Vec<&str> =
            results.found.iter().filter(|found| found.learner == learner).map(|found| found.scene.as_str()).collect();
        scenes.sort_unstable();
        scenes.dedup();
        if scenes.is_empty() {
            table.rows.push(missing(lang, learner, roster, head.len()));
        }
        for scene in scenes {
            let of_both = |found: &&Checked| found.learner == learner && found.scene == scene;
            let tries: Vec<&Checked> = results.found.iter().filter(of_both).collect();
            table.rows.extend(row(lang, &tries, roster));
        }
    }
    table
}

fn missing(lang: Lang, learner: &str, roster: &Roster, width: usize) -> Vec<Cell> {
    let mut row = vec![Cell::text(learner), Cell::text(roster.name(learner))];
    row.resize(width.saturating_sub(1), Cell::Empty);
    row.push(Cell::Text(say(lang, "report-missing", &[])));
    row
}

fn row(lang: Lang, tries: &[&Checked], roster: &Roster) -> Option<Vec<Cell>> {
    let points = |found: &Checked| found.score.as_ref().map(|score| score.centipoints);
    let best = tries.iter().max_by_key(|found| (found.verdict.holds(), found.ticket.is_some(), points(found)))?;
    let mode = say(lang, if best.ticket.is_some() { "result-assessed" } else { "result-practice" }, &[]);
    let holds = best.verdict.holds();
    // Only what holds has a mark; what does not is for the trainer to look at.
    let score = best.score.as_ref().filter(|_| holds);
    let share = |criterion: Criterion| {
        let found = score.and_then(|score| score.criteria.iter().find(|one| one.criterion == criterion));
        found.map_or(Cell::Empty, |one| Cell::Points(one.centipoints))
    };
    let mut row = vec![
        Cell::text(&best.learner),
        Cell::text(roster.name(&best.learner)),
        Cell::text(&best.scene),
        Cell::Text(mode),
        Cell::Text(verdict(lang, best)),
        score.map_or(Cell::Empty, |score| Cell::Points(score.centipoints)),
    ];
    row.extend(CRITERIA.map(|(criterion, _)| share(criterion)));
    let minutes = best.seconds_in_all().div_ceil(60);
    row.push(Cell::Number(i64::try_from(minutes).unwrap_or(i64::MAX)));
    row.push(Cell::Number(i64::from(best.decisions)));
    row.push(Cell::Number(i64::try_from(tries.len()).unwrap_or(i64::MAX)));
    let stranger = !roster.learners().is_empty() && !roster.has(&best.learner);
    row.push(if stranger { Cell::Text(say(lang, "report-stranger", &[])) } else { Cell::Empty });
    Some(row)
}

/// Every file, with what was found of it.
pub(super) fn files(lang: Lang, results: &Results) -> Table {
    let head = ["file", "id", "scene", "verdict", "score", "claimed", "code", "alike"]
        .map(|key| say(lang, &format!("report-{key}"), &[]));
    let mut table = Table::new(&say(lang, "report-files", &[]), &head.each_ref().map(String::as_str));
    for ((file, found), marked) in results.files.iter().zip(&results.found).zip(&results.marked) {
        let other = |of: usize| results.files.get(of).map(|file| file.display().to_string()).unwrap_or_default();
        let like = match marked {
            None => Cell::Empty,
            Some(Alike::Duplicate(twin)) => Cell::Text(say(lang, "result-duplicate", &[("other", &other(twin.of))])),
            Some(Alike::Near(twin)) => {
                let percent = twin.share_ppm.checked_div(10_000).unwrap_or(0).to_string();
                let args = [("other", &*other(twin.of)), ("percent", &*percent)];
                Cell::Text(say(lang, "result-near-duplicate", &args))
            }
        };
        table.rows.push(vec![
            Cell::text(file.display().to_string()),
            Cell::text(&found.learner),
            Cell::text(&found.scene),
            Cell::Text(verdict(lang, found)),
            found.score.as_ref().map_or(Cell::Empty, |score| Cell::Points(score.centipoints)),
            found.claimed.map_or(Cell::Empty, Cell::Points),
            Cell::text(&found.code),
            like,
        ]);
    }
    table
}
