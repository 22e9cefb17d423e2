//! Leaving the register: which way is open and by when each step is done (facts §6.2, DER-V01 to DER-V03).

use super::error::LawError;
use crate::calendar::Date;
use crate::policy::PolicyOn;

/// How a company that wants to leave stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of the form, answered yes or no by itself")]
pub struct State {
    /// Debts or claims are open.
    pub debts: bool,
    /// All investors promise in writing.
    pub promised: bool,
    /// On the list of irregular operations or of grave breaches.
    pub listed: bool,
    /// Shares frozen, pledged, or movables mortgaged.
    pub encumbered: bool,
    /// It holds shares elsewhere.
    pub invests: bool,
    /// A lawsuit, arbitration or enforcement is pending.
    pub litigation: bool,
    /// A fine is unpaid.
    pub fined: bool,
    /// Licence revoked, ordered to close or registration revoked.
    pub revoked: bool,
    /// A law asks for an approval of the deregistration.
    pub needs_approval: bool,
}

/// Why the simplified way is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Debts or claims are open.
    Debts,
    /// Not all investors promise.
    NoPromise,
    /// Listed.
    Listed,
    /// Shares or movables are encumbered.
    Encumbered,
    /// Shares in others.
    Invests,
    /// Litigation (DER-V02).
    Litigation,
    /// An unpaid fine.
    Fined,
    /// Revoked.
    Revoked,
    /// An approval is asked for.
    NeedsApproval,
}

/// Everything that closes the simplified way; with nothing in it, that way is open, else the ordinary one is taken.
///
/// Source: 登记条例 33; 实施细则 47, 48; 公司法 240.
pub fn obstacles(state: &State) -> Vec<Obstacle> {
    let all = [
        (state.debts, Obstacle::Debts),
        (!state.promised, Obstacle::NoPromise),
        (state.listed, Obstacle::Listed),
        (state.encumbered, Obstacle::Encumbered),
        (state.invests, Obstacle::Invests),
        (state.litigation, Obstacle::Litigation),
        (state.fined, Obstacle::Fined),
        (state.revoked, Obstacle::Revoked),
        (state.needs_approval, Obstacle::NeedsApproval),
    ];
    all.into_iter().filter(|(there, _)| *there).map(|(_, obstacle)| obstacle).collect()
}

/// The days of the simplified way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Simplified {
    /// The last day of publicity.
    pub publicity_ends: Date,
    /// The first day to apply.
    pub opens: Date,
    /// The last day to apply.
    pub closes: Date,
    /// The last day to apply if an extension is granted.
    pub extended: Date,
}

/// The days of the simplified way from the day of publication, which does not count (DER-V01).
pub fn simplified(published: Date, on: &PolicyOn<'_>) -> Result<Simplified, LawError> {
    let publicity_ends = on.term_from("dereg.publicity", published)?;
    let closes = on.term_from("dereg.apply", publicity_ends)?;
    Ok(Simplified {
        publicity_ends,
        opens: publicity_ends.plus_days(1)?,
        closes,
        extended: on.term_from("dereg.extension", closes)?,
    })
}

/// How an application on a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Application {
    /// Publicity is not over.
    TooEarly,
    /// In time.
    InTime,
    /// Only if an extension is granted.
    NeedsExtension,
    /// Publicity must begin anew.
    StartAgain,
}

impl Simplified {
    /// How an application on a day stands.
    pub fn applied(self, day: Date) -> Application {
        if day < self.opens {
            Application::TooEarly
        } else if day <= self.closes {
            Application::InTime
        } else if day <= self.extended {
            Application::NeedsExtension
        } else {
            Application::StartAgain
        }
    }
}

/// The days of the ordinary way after the liquidation team is formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinary {
    /// The last day to publish the team's names.
    pub publish_team: Date,
    /// The last day to notify creditors.
    pub notify: Date,
    /// The last day to announce.
    pub announce: Date,
}

/// The days of the ordinary way from the day the team is formed (DER-V03; 公司法 235, 登记条例 32).
pub fn ordinary(formed: Date, on: &PolicyOn<'_>) -> Result<Ordinary, LawError> {
    Ok(Ordinary {
        publish_team: on.term_from("dereg.team-publicity", formed)?,
        notify: on.term_from("dereg.notify", formed)?,
        announce: on.term_from("dereg.announce", formed)?,
    })
}

/// The last day to form the team after the cause of dissolution (公司法 232).
pub fn form_team_by(cause: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("dereg.team", cause)?)
}

/// The last day on which a creditor may declare a claim: after the notice it got, or after the announcement.
pub fn claim_by(notified: Option<Date>, announced: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(match notified {
        Some(day) => on.term_from("dereg.claim-notified", day)?,
        None => on.term_from("dereg.claim-announced", announced)?,
    })
}

/// The last day to apply after the liquidation ended.
pub fn apply_by(liquidated: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("dereg.final", liquidated)?)
}

/// The last day of the departments' check of a shop (个体工商户), which needs no publicity.
pub fn shop_checked_by(applied: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("dereg.individual", applied)?)
}

/// The first day on which the authority may announce a forced deregistration, and the last day of the notice if it does so
/// then. The shareholders' liability stays.
pub fn forced(revoked: Date, on: &PolicyOn<'_>) -> Result<(Date, Date), LawError> {
    let from = on.term_from("dereg.forced-after", revoked)?;
    Ok((from, on.term_from("dereg.forced-notice", from)?))
}

/// Whether tax clearance is needed first: not of a company that never had tax matters, or never took invoices and owes
/// neither tax nor fines (K). Reaching a threshold has nothing to do with it.
pub fn needs_tax_clearance(had_tax_matters: bool, took_invoices: bool, owes: bool) -> bool {
    had_tax_matters && (took_invoices || owes)
}
