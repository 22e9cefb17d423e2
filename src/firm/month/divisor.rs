//! Division by a number known beforehand: two products in the place of a division, exact for all that stands below.

/// A divisor from 1 to 2³¹.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Divisor {
    by: u64,
    /// 2⁶⁴ / by, rounded down.
    inverse: u64,
}

impl Divisor {
    /// `None` for nought and beyond 2³¹.
    pub(super) fn new(by: u64) -> Option<Divisor> {
        if by > 1 << 31 {
            return None;
        }
        let inverse = if by == 1 { u64::MAX } else { u64::MAX.checked_div(by)? };
        Some(Divisor { by, inverse })
    }

    /// `number / by`, rounded down.
    pub(super) fn floor(self, number: u64) -> u64 {
        // The product of two u64 fits a u128, and its upper half a u64. The estimate is at most one too small, since the
        // inverse is less than one below the exact one and number / 2⁶⁴ is below one; with 2⁶⁴ - 1 in place of 2⁶⁴ above
        // the line, at most another.
        let product = u128::from(number).wrapping_mul(u128::from(self.inverse));
        let mut quotient = u64::try_from(product.wrapping_shr(64)).unwrap_or(u64::MAX);
        let mut rest = number.wrapping_sub(quotient.wrapping_mul(self.by));
        while rest >= self.by {
            quotient = quotient.wrapping_add(1);
            rest = rest.wrapping_sub(self.by);
        }
        quotient
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_divides(number in any::<u64>(), by in 1..=(1_u64 << 31)) {
            prop_assert_eq!(Divisor::new(by).unwrap().floor(number), number.checked_div(by).unwrap());
        }
    }

    #[test]
    fn edges() {
        for by in [1, 2, 3, 1_010_000, 1 << 31] {
            let divisor = Divisor::new(by).unwrap();
            for number in [0, 1, by - 1, by, by + 1, u64::MAX - 1, u64::MAX] {
                assert_eq!(divisor.floor(number), number / by, "{number} / {by}");
            }
        }
        assert_eq!(Divisor::new(0), None);
        assert_eq!(Divisor::new((1 << 31) + 1), None);
    }
}
