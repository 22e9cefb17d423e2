//! The illustrated map: the town's picture with the places of its venues, both drawn by `mapmaker`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ron::Value;

/// The picture, beside the page.
pub(super) const PICTURE: &str = "assets/map/town.png";

/// Where the venues stand in the picture: a list of objects, which RON reads as it is.
const LABELS: &str = include_str!("../../../assets/map/town-labels.json");

static PLACES: LazyLock<BTreeMap<String, (i16, i16)>> = LazyLock::new(|| {
    let rows: Vec<BTreeMap<String, Value>> = ron::from_str(LABELS).unwrap_or_default();
    rows.iter().filter_map(place).collect()
});

fn place(row: &BTreeMap<String, Value>) -> Option<(String, (i16, i16))> {
    let id = row.get("id")?.clone().into_rust::<String>().ok()?;
    let x = row.get("x")?.clone().into_rust::<i16>().ok()?;
    let y = row.get("y")?.clone().into_rust::<i16>().ok()?;
    Some((id, (x, y)))
}

/// A venue's place in the picture, in per mille of its width and height.
pub(super) fn place_of(venue: &str) -> Option<(i16, i16)> {
    PLACES.get(venue).copied()
}

/// Per mille as the style sheets write it.
pub(super) fn percent(per_mille: i16) -> String {
    let sign = if per_mille < 0 { "-" } else { "" };
    let size = per_mille.unsigned_abs();
    format!("{sign}{}.{}%", size.checked_div(10).unwrap_or(0), size.checked_rem(10).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{percent, place_of};
    use crate::app::venues::VENUES;

    #[test]
    fn every_venue_stands_in_the_picture() {
        for venue in VENUES {
            let (x, y) = place_of(venue.id).unwrap_or_else(|| panic!("{} is not on the map", venue.id));
            assert!((0..1000).contains(&x) && (0..1000).contains(&y), "{}: {x}, {y}", venue.id);
        }
    }

    #[test]
    fn per_mille_become_percent() {
        assert_eq!(percent(424), "42.4%");
        assert_eq!(percent(-5), "-0.5%");
    }
}
