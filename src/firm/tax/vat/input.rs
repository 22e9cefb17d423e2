//! Input tax: which documents carry it, how it is worked out from each, and which uses bar it
//! (增值税法22; 条例19–21; 财政部 税务总局公告2026年第13号; VAT-15, VAT-16).

use serde::{Deserialize, Serialize};

use super::split;
use crate::firm::tax::TaxError;
use crate::firm::tax::item::nonnegative;
use crate::money::Money;
use crate::policy::PolicyOn;

/// A document received with a purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Document {
    /// 增值税专用发票, digital ones included; the tax is stated.
    SpecialInvoice,
    /// 海关进口增值税专用缴款书.
    CustomsPayment,
    /// 完税凭证.
    TaxCertificate,
    /// 农产品发票: a share of the price.
    Agricultural,
    /// 机动车销售统一发票.
    Vehicle,
    /// 铁路电子客票.
    RailTicket,
    /// 航空电子客票.
    AirTicket,
    /// 公路、水路等客票: reckoned out of the fare.
    RoadWaterTicket,
    /// 通行费电子普通发票.
    Toll,
    /// Any other ordinary invoice: nothing.
    OrdinaryInvoice,
}

impl Document {
    /// The document's name in the policy's list.
    const fn word(self) -> &'static str {
        match self {
            Document::SpecialInvoice => "增值税专用发票",
            Document::CustomsPayment => "海关进口增值税专用缴款书",
            Document::TaxCertificate => "完税凭证",
            Document::Agricultural => "农产品发票",
            Document::Vehicle => "机动车销售统一发票",
            Document::RailTicket => "铁路电子客票",
            Document::AirTicket => "航空电子客票",
            Document::RoadWaterTicket => "公路水路客票",
            Document::Toll => "通行费电子普通发票",
            Document::OrdinaryInvoice => "普通发票",
        }
    }

    /// Whether the document carries input tax at all.
    pub fn is_deductible(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        Ok(on.words("vat.input.documents")?.iter().any(|word| word == self.word()))
    }
}

/// What the bought thing is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Use {
    /// Taxable business under the general method.
    Taxable,
    /// 简易计税项目.
    SimpleMethod,
    /// 免税项目.
    Exempt,
    /// 非正常损失: stolen, lost or spoilt through poor management.
    AbnormalLoss,
    /// 集体福利、个人消费.
    Welfare,
    /// 交际应酬.
    Entertainment,
    /// 餐饮服务 bought and consumed.
    Catering,
    /// 居民日常服务 bought and consumed.
    DailyServices,
    /// 娱乐服务 bought and consumed.
    Amusement,
    /// 贷款利息.
    LoanInterest,
    /// Fees directly connected with a loan.
    LoanFees,
}

impl Use {
    const fn word(self) -> Option<&'static str> {
        match self {
            Use::Taxable => None,
            Use::SimpleMethod => Some("简易计税项目"),
            Use::Exempt => Some("免税项目"),
            Use::AbnormalLoss => Some("非正常损失"),
            Use::Welfare => Some("集体福利和个人消费"),
            Use::Entertainment => Some("交际应酬"),
            Use::Catering => Some("直接消费的餐饮服务"),
            Use::DailyServices => Some("直接消费的居民日常服务"),
            Use::Amusement => Some("直接消费的娱乐服务"),
            Use::LoanInterest => Some("贷款利息"),
            Use::LoanFees => Some("与贷款直接相关的顾问、手续、咨询费"),
        }
    }

    /// Whether input tax for this use may not be deducted; deducted before, it is to be transferred out.
    pub fn is_barred(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        let barred = on.words("vat.input.barred")?;
        Ok(self.word().is_some_and(|word| barred.iter().any(|listed| listed == word)))
    }
}

/// A purchase as its document shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// The document.
    pub document: Document,
    /// The use.
    pub used_for: Use,
    /// The price or fare on the document, tax included; nought or more.
    pub gross: Money,
    /// The tax stated on the document; not read for documents whose tax is reckoned out of the price.
    pub stated: Money,
}

impl Purchase {
    /// The tax the document carries, whatever the use.
    pub fn carried(&self, on: PolicyOn<'_>) -> Result<Money, TaxError> {
        let gross = nonnegative(self.gross, "gross")?;
        if !self.document.is_deductible(on)? {
            return Ok(Money::ZERO);
        }
        match self.document {
            Document::Agricultural => Ok(gross.at(on.rate("vat.input.agricultural")?)?),
            Document::RailTicket | Document::AirTicket => Ok(split(gross, on.rate("vat.input.rail-air")?)?.tax),
            Document::RoadWaterTicket => Ok(split(gross, on.rate("vat.input.road-water")?)?.tax),
            Document::SpecialInvoice
            | Document::CustomsPayment
            | Document::TaxCertificate
            | Document::Vehicle
            | Document::Toll
            | Document::OrdinaryInvoice => nonnegative(self.stated, "stated"),
        }
    }

    /// The input tax that may be deducted; the rest belongs to the cost.
    pub fn deductible(&self, on: PolicyOn<'_>) -> Result<Money, TaxError> {
        if self.used_for.is_barred(on)? { Ok(Money::ZERO) } else { self.carried(on) }
    }
}
