//! The name somebody most likely meant: the nearest of those that exist, where one is near at all.

/// Names longer than this are not compared: nobody misspells an essay.
const NAME_MAX: usize = 64;

/// The nearest of `names` to `word` by letters to change, add, drop or swap with a neighbour; the first of equals.
/// Nothing where the nearest differs in more than a third of the word.
pub fn to<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(NAME_MAX).collect();
    let allowed = word.len().saturating_add(2).checked_div(3).unwrap_or(0).max(1);
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let letters: Vec<char> = name.chars().take(NAME_MAX).collect();
        if letters.len().abs_diff(word.len()) > allowed {
            continue;
        }
        let apart = distance(&word, &letters);
        if apart <= allowed && best.is_none_or(|(least, _)| apart < least) {
            best = Some((apart, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Letters to change, add, drop or swap, row by row; the last two rows are all that is kept.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    let mut last_left = None;
    for (line, here) in left.iter().enumerate() {
        let mut next = vec![line.saturating_add(1)];
        let mut last_right = None;
        for (column, there) in right.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX);
            let changed = at(&row, column).saturating_add(usize::from(here != there));
            let dropped = at(&row, column.saturating_add(1)).saturating_add(1);
            let added = at(&next, column).saturating_add(1);
            let swapped = match column.checked_sub(1) {
                Some(two_back) if last_left == Some(there) && last_right == Some(here) => {
                    at(&before, two_back).saturating_add(1)
                }
                _ => usize::MAX,
            };
            next.push(changed.min(dropped).min(added).min(swapped));
            last_right = Some(there);
        }
        before = std::mem::replace(&mut row, next);
        last_left = Some(here);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{distance, to};

    #[test]
    fn one_slip_is_one_step() {
        let apart =
            |left: &str, right: &str| distance(&left.chars().collect::<Vec<_>>(), &right.chars().collect::<Vec<_>>());
        assert_eq!(apart("minutes", "minuets"), 1);
        assert_eq!(apart("clerk", "clark"), 1);
        assert_eq!(apart("clerk", "clerks"), 1);
        assert_eq!(apart("clerk", "clrk"), 1);
        assert_eq!(apart("", "ab"), 2);
        assert_eq!(apart("合伙", "合火"), 1);
    }

    #[test]
    fn what_is_far_is_no_hint() {
        assert_eq!(to("service-hell", ["cafe", "service-hall", "tax-hall"]), Some("service-hall"));
        assert_eq!(to("x", ["cafe", "service-hall"]), None);
        assert_eq!(to("E0130", ["E0102", "E0103", "E0104"]), Some("E0103"));
    }
}
