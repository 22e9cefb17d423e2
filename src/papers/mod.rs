//! What a person takes home: the company's books as files. A front of its own, as its workbooks need a library that the page
//! must not load before it is asked for them.

mod workbook;

pub use workbook::workbook;

use crate::assess::books::tables;
use crate::firm::Firm;
use crate::firm::export::{BOM, beancount, journal};

/// A file to take home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its name, with its ending.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The books as files: a workbook, a CSV for each table, a journal for hledger and ledger, a beancount file.
///
/// ```
/// # use std::sync::Arc;
/// # use startup_metaverse::{papers::papers, policy::Policy, scenario, session::{self, Session}};
/// # let policy = Arc::new(Policy::qingdao_2026());
/// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/registration.ron"));
/// # let scene = Arc::new(scenario::load::load(text, &policy).expect("the scene is sound").scenario);
/// let played = session::autoplay::expert(Session::start(scene, policy, 7));
/// let papers = papers(&played.state().firm);
/// assert!(papers.iter().any(|paper| paper.name == "books.xlsx" && paper.bytes.starts_with(b"PK")));
/// assert!(papers.iter().any(|paper| paper.name == "books.journal"));
/// ```
pub fn papers(firm: &Firm) -> Vec<Paper> {
    let tables = tables(firm);
    let title = firm.name().unwrap_or_default();
    let ledger = firm.ledger();
    let text = |name: &str, text: String| Paper { name: name.to_owned(), bytes: text.into_bytes() };
    let csv = tables.iter().map(|table| text(&format!("{}.csv", table.name), format!("{BOM}{}", table.csv())));
    let mut papers: Vec<Paper> = csv.collect();
    papers.push(text("books.journal", journal(ledger, &title)));
    papers.push(text("books.beancount", beancount(ledger, &title)));
    papers.extend(workbook(&tables).map(|bytes| Paper { name: "books.xlsx".to_owned(), bytes }));
    papers
}
