//! Founding in one effect, and what had happened before a scene's first step.

use std::sync::Arc;

use super::super::Session;
use super::super::decision::Refused;
use super::bring_one;
use crate::firm::FirmEvent;
use crate::firm::registry::FieldValue;
use crate::scenario::effect::Found;

/// Brings about what had happened before the first step. It belongs to no decision and stands in no chronicle. What the core
/// refuses leaves the scene without a first step.
pub(in crate::session) fn prepare(session: &mut Session) {
    let scenario = Arc::clone(&session.scenario);
    let before = &scenario.start.fresh().before;
    if before.is_empty() {
        return;
    }
    session.unready = before.iter().try_for_each(|effect| bring_one(session, effect)).err();
    session.state.chronicle.clear();
}

/// Fills in the application, reserves the name and hands it in.
pub(super) fn found(session: &mut Session, found: &Found) -> Result<Vec<FirmEvent>, Refused> {
    let mut events = Vec::new();
    for (field, with) in found.filings() {
        let texts: Result<Vec<String>, _> = with.iter().map(|term| term.exact(&session.moment())).collect();
        events.extend(session.state.firm.fill(field, FieldValue::read(field, texts?))?);
    }
    let taken = session.moment().taken();
    events.extend(session.state.firm.reserve_name(&session.policy, &taken)?);
    events.extend(session.state.firm.register(&session.policy, &taken)?);
    Ok(events)
}
