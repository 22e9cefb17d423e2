//! Criteria as a radar: an axis for each, from the middle to the rim.

use maud::{Markup, html};

use super::gradebook::CRITERIA;
use crate::scenario::format::Criterion;
use crate::text::{Lang, say};

/// The six directions, in thousandths; the first points up.
const WAYS: [(i64, i64); 6] = [(0, -1000), (866, -500), (866, 500), (0, 1000), (-866, 500), (-866, -500)];
/// The rim's distance from the middle, and the middle's place.
const RIM: i64 = 80;
const MIDDLE: (i64, i64) = (150, 110);

/// The picture of mean shares in parts per million. An axis without a share is drawn without a point.
pub(super) fn picture(lang: Lang, shares: &[(Criterion, u32)]) -> Markup {
    let share = |criterion: Criterion| shares.iter().find(|(known, _)| *known == criterion).map(|(_, share)| *share);
    let axes = || CRITERIA.iter().zip(WAYS);
    let corners: Vec<String> =
        axes().filter_map(|((criterion, _), way)| Some(at(way, i64::from(share(*criterion)?)))).collect();
    let rings = [250_000, 500_000, 750_000, 1_000_000];
    let ring = |ppm: i64| WAYS.map(|way| at(way, ppm)).join(" ");
    html! {
        svg class="radar" viewBox="0 0 300 220" role="img" aria-label=(say(lang, "report-criteria", &[])) {
            @for ppm in rings { polygon points=(ring(ppm)) class="ring" {} }
            polygon points=(corners.join(" ")) class="shares" {}
            @for ((criterion, key), way) in axes() {
                (name(lang, key, way, share(*criterion)))
            }
        }
    }
}

fn name(lang: Lang, key: &str, way: (i64, i64), share: Option<u32>) -> Markup {
    let (x, y) = point(way, 1_180_000);
    let anchor = match way.0.signum() {
        0 => "middle",
        1 => "start",
        _ => "end",
    };
    let percent = share.map(|share| format!(" {}%", share.checked_div(10_000).unwrap_or(0)));
    html! { text x=(x) y=(y.saturating_add(5)) text-anchor=(anchor) { (say(lang, key, &[])) (percent.unwrap_or_default()) } }
}

fn at(way: (i64, i64), ppm: i64) -> String {
    let (x, y) = point(way, ppm);
    format!("{x},{y}")
}

/// A point on an axis, at a share of the rim's distance.
fn point((x, y): (i64, i64), ppm: i64) -> (i64, i64) {
    let out = |way: i64| way.saturating_mul(RIM).saturating_mul(ppm).checked_div(1_000_000_000).unwrap_or(0);
    (MIDDLE.0.saturating_add(out(x)), MIDDLE.1.saturating_add(out(y)))
}
