//! Customers' rights: seven days to return, threefold for fraud, tenfold for food (facts §6.7, CON-V01 to CON-V04).

use super::error::LawError;
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::PolicyOn;

/// What was bought at a distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goods {
    /// Goods that may be returned.
    Ordinary,
    /// Made to order.
    Custom,
    /// Fresh or perishable.
    Perishable,
    /// Recordings or software, unsealed or downloaded.
    OpenedDigital,
    /// Newspapers and periodicals delivered.
    Periodical,
    /// Unfit for return by their nature, and confirmed so when bought.
    ConfirmedUnfit,
}

impl Goods {
    /// Whether they may be returned without a reason.
    pub const fn returnable(self) -> bool {
        matches!(self, Goods::Ordinary)
    }
}

/// The last day to return goods bought at a distance, from the day they were received, which does not count; none if they
/// cannot be returned without a reason (消费者权益保护法 25).
pub fn return_by(goods: Goods, received: Date, on: &PolicyOn<'_>) -> Result<Option<Date>, LawError> {
    if !goods.returnable() {
        return Ok(None);
    }
    Ok(Some(on.term_from("return.days", received)?))
}

/// The last day to refund, from the day the goods came back.
pub fn refund_by(returned: Date, on: &PolicyOn<'_>) -> Result<Date, LawError> {
    Ok(on.term_from("refund.days", returned)?)
}

/// What a seller with the duty of repair owes on a day after the sale for goods that do not work (三包, K).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// The money back, an exchange or repair, as the customer likes.
    Return,
    /// An exchange or repair.
    Exchange,
    /// Repair.
    Repair,
}

/// What is owed on a day for goods sold on another.
pub fn repair(sold: Date, day: Date, on: &PolicyOn<'_>) -> Result<Repair, LawError> {
    Ok(if day <= on.term_from("repair.return", sold)? {
        Repair::Return
    } else if day <= on.term_from("repair.exchange", sold)? {
        Repair::Exchange
    } else {
        Repair::Repair
    })
}

/// What fraud costs beside the refund: three times the price, at least five hundred (CON-V01, CON-V02).
///
/// Source: 消费者权益保护法 55.
pub fn fraud(price: Money, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    Ok(price.checked_mul_int(on.count("fraud.times")?)?.max(on.money("fraud.min")?))
}

/// The most a defect known to the seller that killed or gravely injured costs beside the loss.
pub fn defect(loss: Money, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    Ok(loss.checked_mul_int(on.count("defect.times")?)?)
}

/// What food below the safety standards costs beside the loss: ten times the price or three times the loss, whichever the
/// customer likes, here the more; at least a thousand (食品安全法 148).
pub fn food(price: Money, loss: Money, on: &PolicyOn<'_>) -> Result<Money, LawError> {
    let by_price = price.checked_mul_int(on.count("food.price-times")?)?;
    let by_loss = loss.checked_mul_int(on.count("food.loss-times")?)?;
    Ok(by_price.max(by_loss).max(on.money("food.min")?))
}
