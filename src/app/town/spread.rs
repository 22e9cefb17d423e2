//! Labels that keep out of one another's way and inside the view: each stands on its place if it can, else as near to it as
//! there is room, above rather than below. Plain numbers in, plain numbers out.

use std::sync::LazyLock;

/// A label: where its foot would stand, and its size, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The middle of its foot, from the left.
    pub(super) x: i32,
    /// Its foot, from the top.
    pub(super) y: i32,
    /// Its width.
    pub(super) width: i32,
    /// Its height.
    pub(super) height: i32,
    /// Whether it is placed before the others.
    pub(super) first: bool,
}

/// How far a label is moved: to the right, and down.
pub(super) type Shift = (i32, i32);

/// Room between neighbours.
const GAP: i32 = 3;
/// How finely free places are looked for.
const GRID: i32 = 8;
/// How far from its place a label may come to stand, in steps of the grid.
const REACH: i32 = 15;

/// The places tried around a label's own, the nearest first; a way down counts half as far again, since there its house is.
static TRIED: LazyLock<Vec<Shift>> = LazyLock::new(|| {
    let steps = || (-REACH..=REACH).map(|step| step.saturating_mul(GRID));
    let mut shifts: Vec<Shift> = steps().flat_map(|down| steps().map(move |right| (right, down))).collect();
    shifts.sort_by_key(|(right, down)| {
        let down = if *down > 0 { down.saturating_mul(3) } else { down.saturating_mul(2) };
        (right.saturating_mul(*right).saturating_mul(4).saturating_add(down.saturating_mul(down)), *right)
    });
    shifts
});

/// How far each label is moved, in the order given, in a view of this width and height. Where there is no room at all a label
/// stays on its place.
pub(super) fn spread(tags: &[Tag], view: (i32, i32)) -> Vec<Shift> {
    let mut order: Vec<usize> = (0..tags.len()).collect();
    // Those nearest the viewer stand lowest in the picture and keep their place.
    order.sort_by_key(|at| tags.get(*at).map(|tag| (!tag.first, std::cmp::Reverse(tag.y), tag.x)));
    let mut placed: Vec<Tag> = Vec::with_capacity(tags.len());
    let mut moved = vec![(0, 0); tags.len()];
    for at in order {
        let (Some(tag), Some(slot)) = (tags.get(at), moved.get_mut(at)) else { continue };
        let inside = into_view(*tag, view);
        let free = |shift: &Shift| {
            let there = shifted(inside, *shift);
            into_view(there, view) == there && placed.iter().all(|other| !touch(&there, other))
        };
        let there = shifted(inside, TRIED.iter().find(|shift| free(shift)).copied().unwrap_or_default());
        *slot = (there.x.saturating_sub(tag.x), there.y.saturating_sub(tag.y));
        placed.push(there);
    }
    moved
}

fn shifted(tag: Tag, (right, down): Shift) -> Tag {
    Tag { x: tag.x.saturating_add(right), y: tag.y.saturating_add(down), ..tag }
}

/// The label moved as little as brings it wholly into the view.
fn into_view(tag: Tag, (width, height): (i32, i32)) -> Tag {
    let half = half(tag.width);
    let between = |least: i32, value: i32, most: i32| value.min(most).max(least);
    Tag {
        x: between(half, tag.x, width.saturating_sub(half)),
        y: between(tag.height, tag.y, height.saturating_sub(1)),
        ..tag
    }
}

fn half(length: i32) -> i32 {
    length.checked_div(2).unwrap_or(0).saturating_add(1)
}

fn touch(one: &Tag, other: &Tag) -> bool {
    let apart = one.x.saturating_sub(other.x).saturating_abs();
    let room = half(one.width.saturating_add(other.width)).saturating_add(GAP);
    let (upper, lower) = if one.y <= other.y { (one, other) } else { (other, one) };
    apart < room && lower.y.saturating_sub(lower.height) < upper.y.saturating_add(GAP)
}

/// About how wide a label with this name is, in pixels: Chinese characters are as wide as they are high.
pub(super) fn width_of(name: &str) -> i32 {
    name.chars().fold(44, |width, letter| i32::saturating_add(width, if letter.is_ascii() { 7 } else { 13 }))
}

#[cfg(test)]
mod tests {
    use super::{Tag, shifted, spread, touch, width_of};

    const VIEW: (i32, i32) = (1000, 600);

    fn tag(x: i32, y: i32, first: bool) -> Tag {
        Tag { x, y, width: 100, height: 28, first }
    }

    fn placed(tags: &[Tag], view: (i32, i32)) -> Vec<Tag> {
        tags.iter().zip(spread(tags, view)).map(|(tag, shift)| shifted(*tag, shift)).collect()
    }

    fn apart(placed: &[Tag]) -> bool {
        placed
            .iter()
            .enumerate()
            .all(|(at, one)| placed.iter().skip(at.saturating_add(1)).all(|other| !touch(one, other)))
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        let tags = [tag(100, 100, false), tag(250, 100, false), tag(100, 140, false)];
        assert_eq!(spread(&tags, VIEW), [(0, 0); 3]);
    }

    #[test]
    fn of_two_in_one_place_the_first_stays_and_the_other_goes_up() {
        let moved = spread(&[tag(300, 200, false), tag(302, 204, true)], VIEW);
        assert_eq!(moved[1], (0, 0));
        assert!(moved[0].0 == 0 && moved[0].1 < 0, "{moved:?}");
    }

    #[test]
    fn a_crowd_of_seven_is_taken_apart() {
        let crowd: Vec<Tag> = (0..7).map(|place| tag(500 + place, 300, false)).collect();
        let placed = placed(&crowd, VIEW);
        assert!(apart(&placed), "{placed:?}");
    }

    #[test]
    fn a_label_at_the_edge_is_brought_into_the_view() {
        let placed = placed(&[tag(2, 5, false), tag(999, 599, false), tag(-20, 700, false)], VIEW);
        assert!(placed.iter().all(|tag| tag.x > 50 && tag.x < 950 && tag.y >= 28 && tag.y < 600), "{placed:?}");
        assert!(apart(&placed), "{placed:?}");
    }

    #[test]
    fn eighteen_numbers_find_room_on_a_telephone() {
        let number = |at: i32| Tag { x: 90 + at * 37 % 180, y: 70 + at * 53 % 90, width: 24, height: 24, first: false };
        let placed = placed(&(0..18).map(number).collect::<Vec<_>>(), (320, 180));
        assert!(apart(&placed), "{placed:?}");
    }

    #[test]
    fn chinese_names_are_wider_than_latin_ones() {
        assert_eq!(width_of("高校"), 70);
        assert_eq!(width_of("Port"), 72);
    }
}
