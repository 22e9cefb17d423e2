//! Progressive tables: brackets with a rate and a quick deduction (速算扣除数) each.

use serde::{Deserialize, Serialize};

use crate::money::{Money, MoneyError, Rate};

/// One bracket of a progressive table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bracket {
    /// The highest amount that still belongs to the bracket, in fen, that amount included; none in the last bracket.
    #[serde(default)]
    pub to: Option<Money>,
    /// The rate on the whole amount.
    pub rate: Rate,
    /// What is taken off the product, so that the table does not jump between brackets.
    pub quick: Money,
}

impl Bracket {
    /// The bracket as a Chinese text shows it: `不超过 36,000.00 元 3%，速算扣除 0.00 元`.
    pub fn chinese(&self) -> String {
        let span = self.to.map_or_else(|| "超过部分".to_owned(), |to| format!("不超过 {to} 元"));
        format!("{span} {}，速算扣除 {} 元", self.rate, self.quick)
    }
}

/// A progressive table, lowest bracket first; the last one is open.
///
/// ```
/// # use startup_metaverse::{calendar::Date, money::Money, policy::Policy};
/// let policy = Policy::qingdao_2026();
/// let on = policy.at(Date::new(2026, 3, 1)?);
/// let annual = on.brackets("iit.comprehensive.brackets")?;
/// let edge: Money = "36000.00".parse()?;
/// assert_eq!(annual.tax_on(edge)?, "1080.00".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Brackets(Vec<Bracket>);

impl Brackets {
    /// The brackets, lowest first.
    pub fn all(&self) -> &[Bracket] {
        &self.0
    }

    /// The bracket that an amount of at most the limit of [`Money`] belongs to; the lowest for amounts below nought.
    ///
    /// The table is checked when it is loaded, so there always is one; an empty table gives none.
    pub fn of(&self, amount: Money) -> Option<&Bracket> {
        self.0.iter().find(|bracket| bracket.to.is_none_or(|to| amount <= to))
    }

    /// The tax on an amount: the amount at its bracket's rate, rounded half-up to the fen, less the quick deduction.
    /// Nothing on amounts of nought or less.
    pub fn tax_on(&self, amount: Money) -> Result<Money, MoneyError> {
        match self.of(amount) {
            Some(bracket) if amount.is_positive() => amount.at(bracket.rate)?.checked_sub(bracket.quick),
            Some(_) | None => Ok(Money::ZERO),
        }
    }

    /// Whether the table is one: edges rise, only the last is open, rates rise, and each quick deduction is the one
    /// before plus the edge times the step of the rate, so that the tax does not jump at an edge.
    pub(super) fn is_sound(&self) -> bool {
        let opens_last = self.0.last().is_some_and(|last| last.to.is_none());
        let starts_plain = self.0.first().is_some_and(|first| first.quick.is_zero());
        opens_last && starts_plain && self.0.iter().zip(self.0.iter().skip(1)).all(|(low, high)| continues(low, high))
    }
}

/// Whether one bracket follows another without a jump.
fn continues(low: &Bracket, high: &Bracket) -> bool {
    let Some(edge) = low.to.filter(|edge| high.to.is_none_or(|to| *edge < to)) else {
        return false;
    };
    let below = edge.at(low.rate).and_then(|tax| tax.checked_sub(low.quick));
    let above = edge.at(high.rate).and_then(|tax| tax.checked_sub(high.quick));
    low.rate < high.rate && below.is_ok() && below == above
}
