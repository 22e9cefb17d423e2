//! The illustrated map: the town's picture with the places of its venues, both drawn by `mapmaker`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The picture, beside the page.
pub(super) const PICTURE: &str = "assets/map/town.png";

/// Where the venues stand in the picture.
const LABELS: &str = include_str!("../../../assets/map/town-labels.ron");

/// A venue's place, in per mille of the picture's width and height.
#[derive(Deserialize)]
struct Place {
    venue: String,
    x: i16,
    y: i16,
}

static PLACES: LazyLock<BTreeMap<String, (i16, i16)>> = LazyLock::new(|| {
    let places: Vec<Place> = ron::from_str(LABELS).unwrap_or_default();
    places.into_iter().map(|place| (place.venue, (place.x, place.y))).collect()
});

/// A venue's place in the picture, in per mille of its width and height.
pub(super) fn place_of(venue: &str) -> Option<(i16, i16)> {
    PLACES.get(venue).copied()
}

#[cfg(test)]
mod tests {
    use super::place_of;
    use crate::app::venues::VENUES;

    #[test]
    fn every_venue_stands_in_the_picture() {
        for venue in VENUES {
            let (x, y) = place_of(venue.id).unwrap_or_else(|| panic!("{} is not on the map", venue.id));
            assert!((0..1000).contains(&x) && (0..1000).contains(&y), "{}: {x}, {y}", venue.id);
        }
    }
}
