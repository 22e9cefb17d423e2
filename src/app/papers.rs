//! Papers opened in a play-through, gathered so that they can be read again later.

use crate::session::{EvidenceView, Session, View};

/// A paper and where it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paper {
    /// The title of the step it was opened at.
    pub(crate) step: String,
    /// The paper.
    pub(crate) evidence: EvidenceView,
}

/// Adds the papers that are open at this moment and not yet gathered.
pub(crate) fn collect(papers: &mut Vec<Paper>, view: &View) {
    let Some(step) = &view.step else { return };
    for evidence in step.evidence.iter().filter(|evidence| evidence.opened.is_some()) {
        match papers.iter_mut().find(|paper| paper.evidence.id == evidence.id) {
            Some(paper) => paper.evidence.clone_from(evidence),
            None => papers.push(Paper { step: step.title.clone(), evidence: evidence.clone() }),
        }
    }
}

/// Every paper opened so far, by playing the session once more.
pub(crate) fn papers_of(session: &Session) -> Vec<Paper> {
    let mut papers = Vec::new();
    let mut replayed = session.rewound(0);
    for decision in session.decisions() {
        let opens = matches!(decision, crate::session::Decision::Open(_));
        if replayed.decide(decision.clone()).is_err() {
            break;
        }
        if opens {
            collect(&mut papers, &replayed.view());
        }
    }
    papers
}
