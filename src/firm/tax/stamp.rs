//! Stamp duty (印花税法, facts §3.3): the table of items, what is exempt, and the halving.

use serde::{Deserialize, Serialize};

use super::item::{nonnegative, while_it_holds};
use super::surcharge::{Payer, halving};
use super::{TaxError, TaxItem, TaxLine};
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// An item of the table (税目).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StampItem {
    /// 借款合同 with a financial institution.
    Loan,
    /// 买卖合同 on movables between enterprises.
    Sale,
    /// 承揽、建设工程、运输、技术合同.
    Work,
    /// 租赁合同.
    Lease,
    /// 保管、仓储合同.
    Storage,
    /// 财产保险合同.
    PropertyInsurance,
    /// 融资租赁合同.
    FinanceLease,
    /// 土地、房屋、股权的产权转移书据.
    TransferLandEquity,
    /// 商标、著作权、专利、专有技术的产权转移书据.
    TransferIntangible,
    /// 营业账簿: the increase of paid-in capital and capital reserve; what is subscribed but not paid does not count.
    Capital,
    /// 证券交易, the seller's.
    Securities,
}

impl StampItem {
    /// All items.
    pub const ALL: [StampItem; 11] = [
        StampItem::Loan,
        StampItem::Sale,
        StampItem::Work,
        StampItem::Lease,
        StampItem::Storage,
        StampItem::PropertyInsurance,
        StampItem::FinanceLease,
        StampItem::TransferLandEquity,
        StampItem::TransferIntangible,
        StampItem::Capital,
        StampItem::Securities,
    ];

    /// The figure with the rate.
    pub const fn figure(self) -> &'static str {
        match self {
            StampItem::Loan => "stamp.loan",
            StampItem::Sale => "stamp.sale",
            StampItem::Work => "stamp.work",
            StampItem::Lease => "stamp.lease",
            StampItem::Storage => "stamp.storage",
            StampItem::PropertyInsurance => "stamp.property-insurance",
            StampItem::FinanceLease => "stamp.finance-lease",
            StampItem::TransferLandEquity => "stamp.transfer-land-equity",
            StampItem::TransferIntangible => "stamp.transfer-intangible",
            StampItem::Capital => "stamp.capital",
            StampItem::Securities => "stamp.securities",
        }
    }
}

/// A ground for exemption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StampExemption {
    /// 副本.
    Copy,
    /// 无息或者贴息借款合同.
    SubsidisedLoan,
    /// An electronic order between a person and an e-commerce operator.
    ElectronicOrder,
    /// A loan contract between a financial institution and a small or micro enterprise, while the concession lasts.
    SmallEnterpriseLoan,
}

impl StampExemption {
    /// Whether the ground holds on the day.
    pub fn holds(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        let (figure, word) = match self {
            StampExemption::Copy => ("stamp.exempt", "副本"),
            StampExemption::SubsidisedLoan => ("stamp.exempt", "无息或者贴息借款合同"),
            StampExemption::ElectronicOrder => ("stamp.exempt", "个人与电子商务经营者订立的电子订单"),
            StampExemption::SmallEnterpriseLoan => ("stamp.exempt.small-loan", "金融机构与小型微型企业的借款合同"),
        };
        let listed = while_it_holds(on.words(figure))?;
        Ok(listed.is_some_and(|words| words.iter().any(|listed| listed == word)))
    }
}

/// A document that duty may be due on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped {
    /// The item.
    pub item: StampItem,
    /// The amount of the document; nought or more.
    pub amount: Money,
    /// The VAT that the document states apart; it does not count (印花税法5).
    pub stated_vat: Money,
    /// The ground for exemption claimed, if any.
    pub exemption: Option<StampExemption>,
}

/// The duty on one document, signed by `payer` on the policy's day.
pub fn assess(document: &Stamped, payer: Payer, on: PolicyOn<'_>) -> Result<TaxLine, TaxError> {
    let stated_vat = nonnegative(document.stated_vat, "stated_vat")?;
    let base = nonnegative(document.amount.checked_sub(stated_vat)?, "amount")?;
    let exempt = match document.exemption {
        Some(ground) => ground.holds(on)?,
        None => false,
    };
    let relief = match document.item {
        _ if exempt => Rate::ONE,
        StampItem::Securities => while_it_holds(on.rate("stamp.securities.reduction"))?.unwrap_or(Rate::ZERO),
        StampItem::Loan
        | StampItem::Sale
        | StampItem::Work
        | StampItem::Lease
        | StampItem::Storage
        | StampItem::PropertyInsurance
        | StampItem::FinanceLease
        | StampItem::TransferLandEquity
        | StampItem::TransferIntangible
        | StampItem::Capital => halving(TaxItem::StampDuty, payer, on)?,
    };
    let figure = document.item.figure();
    TaxLine::new(TaxItem::StampDuty, base, on.rate(figure)?, relief, figure)
}
