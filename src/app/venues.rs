//! The venues of the town, as the page asks for them.

pub(crate) use crate::scenario::venue::{VENUES, Venue};

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
