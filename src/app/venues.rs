//! The eighteen venues of the town and the scene of each, in the order of a founder's life.

/// A venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Venue {
    /// Its id; its name is the message `venue-<id>`.
    pub(crate) id: &'static str,
    /// The id of the scene that is played there.
    pub(crate) scene: &'static str,
}

const fn venue(id: &'static str, scene: &'static str) -> Venue {
    Venue { id, scene }
}

/// All of them, numbered from 1.
pub(crate) const VENUES: [Venue; 18] = [
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

/// The venue of this id.
pub(crate) fn by_id(id: &str) -> Option<&'static Venue> {
    VENUES.iter().find(|venue| venue.id == id)
}

#[cfg(test)]
mod tests {
    use super::VENUES;
    use crate::text::{Lang, has};

    #[test]
    fn every_venue_has_a_name_in_both_languages() {
        for venue in VENUES {
            let key = format!("venue-{}", venue.id);
            assert!(Lang::ALL.into_iter().all(|lang| has(lang, &key)), "{key}");
        }
    }
}
