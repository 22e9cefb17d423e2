//! Numbers as a trainee types them and as dials turn them: no signals, no screen.

use crate::money::{Money, Rate};
use crate::scenario::activity::{DialSheet, Unit};

/// The number a text stands for, in the unit's smallest part: fen, pieces, or parts per million.
pub(super) fn number(unit: Unit, text: &str) -> Option<i64> {
    let text = text.trim();
    match unit {
        Unit::Amount => text.parse::<Money>().ok().map(Money::fen),
        Unit::Count => text.parse().ok(),
        Unit::Percent => text.parse::<Rate>().ok().map(Rate::ppm),
    }
}

/// A number in the exact form of answers; empty where it is out of all bounds.
pub(super) fn exact(unit: Unit, number: i64) -> String {
    match unit {
        Unit::Amount => Money::try_from_fen(number).map(Money::plain).unwrap_or_default(),
        Unit::Count => number.to_string(),
        Unit::Percent => Rate::try_from_ppm(number).map(|rate| rate.to_string()).unwrap_or_default(),
    }
}

/// A number as a person reads it; empty where the text is none.
pub(super) fn read_back(unit: Unit, text: &str) -> String {
    match unit {
        Unit::Amount => text.trim().parse::<Money>().map(|amount| format!("¥{amount}")).unwrap_or_default(),
        Unit::Count | Unit::Percent => number(unit, text).map(|number| exact(unit, number)).unwrap_or_default(),
    }
}

/// A dial in whole notches, so that a slider can turn it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Notches {
    unit: Unit,
    from: i64,
    step: i64,
    /// How many notches there are beyond the first.
    pub(super) count: i64,
}

impl Notches {
    /// The notches of a dial; nothing where its bounds are no numbers.
    pub(super) fn of(dial: &DialSheet) -> Option<Self> {
        let read = |text: &str| number(dial.unit, text);
        let (from, to, step) = (read(&dial.from)?, read(&dial.to)?, read(&dial.step)?.max(1));
        let count = to.checked_sub(from)?.checked_div(step)?;
        (count >= 0).then_some(Self { unit: dial.unit, from, step, count })
    }

    /// The notch nearest below a value, within the dial.
    pub(super) fn notch(self, text: &str) -> i64 {
        let above = number(self.unit, text).and_then(|number| number.checked_sub(self.from));
        above.and_then(|above| above.checked_div(self.step)).unwrap_or(0).clamp(0, self.count)
    }

    /// The value at a notch, exact.
    pub(super) fn value(self, notch: i64) -> String {
        let notch = notch.clamp(0, self.count);
        let value = notch.checked_mul(self.step).and_then(|above| above.checked_add(self.from));
        exact(self.unit, value.unwrap_or(self.from))
    }
}

/// The sum of amounts typed so far; what is no amount yet counts as nothing.
pub(super) fn total<'a>(texts: impl IntoIterator<Item = &'a str>) -> Money {
    let amounts = texts.into_iter().filter_map(|text| text.trim().parse::<Money>().ok());
    Money::total(amounts).unwrap_or(Money::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dial(unit: Unit, from: &str, to: &str, step: &str) -> DialSheet {
        let text = str::to_owned;
        DialSheet {
            id: text("x"),
            label: text("x"),
            help: None,
            unit,
            from: text(from),
            to: text(to),
            step: text(step),
            now: text(from),
        }
    }

    #[test]
    fn a_dial_turns_between_its_bounds() {
        let price = Notches::of(&dial(Unit::Amount, "8.00", "20.00", "0.50")).unwrap();
        assert_eq!(price.count, 24);
        assert_eq!((price.value(0), price.value(3), price.value(99)), ("8.00".into(), "9.50".into(), "20.00".into()));
        assert_eq!((price.notch("9.50"), price.notch("9.70"), price.notch("1"), price.notch("?")), (3, 3, 0, 0));
        let share = Notches::of(&dial(Unit::Percent, "5%", "30%", "2.5%")).unwrap();
        assert_eq!((share.count, share.value(1)), (10, "7.5%".into()));
        assert_eq!(Notches::of(&dial(Unit::Count, "5", "1", "1")), None);
        assert_eq!(Notches::of(&dial(Unit::Count, "5", "many", "1")), None);
    }

    #[test]
    fn amounts_are_read_back_and_added_up() {
        assert_eq!(read_back(Unit::Amount, " 1234.5 "), "¥1,234.50");
        assert_eq!(read_back(Unit::Amount, "12x"), "");
        assert_eq!(read_back(Unit::Percent, "12.5%"), "12.5%");
        assert_eq!(total(["100", "", "0.05", "x"]), Money::from_fen(10_005));
    }
}
