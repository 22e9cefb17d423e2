//! The eighteen places of the town and the scene of each, by their stable ids.

/// A venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Venue {
    /// Its id; its name is the message `venue-<id>`.
    pub id: &'static str,
    /// The id of the scene that is played there.
    pub scene: &'static str,
}

const fn venue(id: &'static str, scene: &'static str) -> Venue {
    Venue { id, scene }
}

/// All of them in the order of a founder's life, numbered from 1.
pub const VENUES: [Venue; 18] = [
    venue("startup-centre", "business-plan"),
    venue("cafe", "founding-team"),
    venue("service-hall", "registration"),
    venue("one-stop", "onboarding"),
    venue("incubator", "premises"),
    venue("talent-market", "human-resources"),
    venue("university", "internship"),
    venue("finance-office", "bookkeeping"),
    venue("tax-hall", "tax-filing"),
    venue("port-warehouse", "procurement"),
    venue("shopping-street", "marketing"),
    venue("law-firm", "contracts"),
    venue("loan-station", "guaranteed-loan"),
    venue("roadshow-centre", "roadshow"),
    venue("investor", "equity-round"),
    venue("investment-office", "policy-benefits"),
    venue("institute", "research-ip"),
    venue("park-committee", "growth-exit"),
];

/// The ids of all venues.
pub fn ids() -> [&'static str; 18] {
    VENUES.map(|venue| venue.id)
}
