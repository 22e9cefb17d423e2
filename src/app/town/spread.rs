//! Labels that keep out of one another's way: each stays above its place, moved up or down by whole rows where it would
//! cover another. Plain numbers in, plain numbers out.

/// A label: where its foot stands and how wide it is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The middle of its foot, from the left.
    pub(super) x: i32,
    /// Its foot, from the top.
    pub(super) y: i32,
    /// Its width.
    pub(super) width: i32,
    /// Whether it is placed before the others.
    pub(super) first: bool,
}

/// A label's height with a little room.
const ROW: i32 = 31;
/// Room between neighbours.
const GAP: i32 = 4;
/// Rows tried, nearest first; above rather than below, where its own building is.
const TRIED: [i32; 7] = [0, -1, -2, 1, -3, 2, 3];

/// How far each label is moved down (up if below nought), in pixels, in the order given.
pub(super) fn spread(tags: &[Tag]) -> Vec<i32> {
    let mut order: Vec<usize> = (0..tags.len()).collect();
    // Those nearest the viewer stand lowest in the picture and keep their place.
    order.sort_by_key(|at| tags.get(*at).map(|tag| (!tag.first, std::cmp::Reverse(tag.y), tag.x)));
    let mut placed: Vec<Tag> = Vec::with_capacity(tags.len());
    let mut moved = vec![0; tags.len()];
    for at in order {
        let (Some(tag), Some(slot)) = (tags.get(at), moved.get_mut(at)) else { continue };
        let shifts = TRIED.map(|row| row.saturating_mul(ROW));
        let free = shifts.into_iter().find(|shift| placed.iter().all(|other| !touch(&lowered(*tag, *shift), other)));
        *slot = free.unwrap_or(0);
        placed.push(lowered(*tag, *slot));
    }
    moved
}

fn lowered(tag: Tag, by: i32) -> Tag {
    Tag { y: tag.y.saturating_add(by), ..tag }
}

fn touch(one: &Tag, other: &Tag) -> bool {
    let apart = one.x.saturating_sub(other.x).saturating_abs();
    let room = one.width.saturating_add(other.width).checked_div(2).unwrap_or(0).saturating_add(GAP);
    apart < room && one.y.saturating_sub(other.y).saturating_abs() < ROW
}

/// About how wide a label with this name is, in pixels: Chinese characters are as wide as they are high.
pub(super) fn width_of(name: &str) -> i32 {
    name.chars().fold(44, |width, letter| i32::saturating_add(width, if letter.is_ascii() { 7 } else { 13 }))
}

#[cfg(test)]
mod tests {
    use super::{ROW, Tag, spread, touch, width_of};

    fn tag(x: i32, y: i32, first: bool) -> Tag {
        Tag { x, y, width: 100, first }
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[tag(100, 100, false), tag(250, 100, false), tag(100, 140, false)]), [0, 0, 0]);
    }

    #[test]
    fn of_two_in_one_place_the_first_stays_and_the_other_goes_up() {
        assert_eq!(spread(&[tag(100, 100, false), tag(110, 104, true)]), [-ROW, 0]);
        assert_eq!(spread(&[tag(100, 100, false), tag(110, 104, false)]), [-ROW, 0]);
    }

    #[test]
    fn a_crowd_of_seven_is_taken_apart() {
        let crowd: Vec<Tag> = (0..7).map(|place| tag(100 + place, 300, false)).collect();
        let moved = spread(&crowd);
        let placed: Vec<Tag> = crowd.iter().zip(&moved).map(|(tag, by)| Tag { y: tag.y + by, ..*tag }).collect();
        for (at, one) in placed.iter().enumerate() {
            assert!(placed.iter().skip(at + 1).all(|other| !touch(one, other)), "{placed:?}");
        }
    }

    #[test]
    fn chinese_names_are_wider_than_latin_ones() {
        assert_eq!(width_of("高校"), 70);
        assert_eq!(width_of("Port"), 72);
    }
}
