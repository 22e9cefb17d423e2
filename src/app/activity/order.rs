//! Orders and trays as plain values: moving one thing among others. No signals, no screen.

/// `order` with `id` at place `to`, counted from 0 after it has been taken out. An unknown id changes nothing.
pub(super) fn moved(order: &[String], id: &str, to: usize) -> Vec<String> {
    let mut rest: Vec<String> = order.iter().filter(|held| *held != id).cloned().collect();
    if rest.len() == order.len() {
        return rest;
    }
    rest.insert(to.min(rest.len()), id.to_owned());
    rest
}

/// The place of `id`, from 0.
pub(super) fn place(order: &[String], id: &str) -> Option<usize> {
    order.iter().position(|held| held == id)
}

/// The order an arrangement begins with: the last attempt's where it names just these, else the one shown.
pub(super) fn begin_with(shown: &[String], last: Option<Vec<String>>) -> Vec<String> {
    let same = |last: &Vec<String>| {
        let (mut one, mut other) = (last.clone(), shown.to_vec());
        one.sort();
        other.sort();
        one == other
    };
    last.filter(same).unwrap_or_else(|| shown.to_vec())
}

#[cfg(test)]
mod tests {
    use super::{begin_with, moved, place};

    fn list(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn things_move_up_down_and_to_the_ends() {
        let order = list("a b c d");
        assert_eq!(moved(&order, "c", 0), list("c a b d"));
        assert_eq!(moved(&order, "a", 3), list("b c d a"));
        assert_eq!(moved(&order, "b", 99), list("a c d b"));
        assert_eq!(moved(&order, "x", 0), order);
        assert_eq!(place(&order, "c"), Some(2));
    }

    #[test]
    fn a_last_order_counts_only_if_it_names_the_same_things() {
        let shown = list("a b c");
        assert_eq!(begin_with(&shown, Some(list("c b a"))), list("c b a"));
        assert_eq!(begin_with(&shown, Some(list("c b"))), shown);
        assert_eq!(begin_with(&shown, None), shown);
    }
}
