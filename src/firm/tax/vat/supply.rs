//! What is supplied: the rate of each kind, mixed supplies, and what counts as a supply although nothing is paid
//! (增值税法5, 6, 10, 12, 13; VAT-03…06, VAT-12…14).

use serde::{Deserialize, Serialize};

use crate::firm::tax::TaxError;
use crate::money::{Money, Rate};
use crate::policy::PolicyOn;

/// A kind of taxable supply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Supply {
    /// 销售货物.
    Goods,
    /// 加工修理修配.
    Processing,
    /// 有形动产租赁.
    MovableLease,
    /// 进口货物.
    Import,
    /// 交通运输.
    Transport,
    /// 邮政.
    Postal,
    /// 基础电信.
    BasicTelecom,
    /// 建筑.
    Construction,
    /// 不动产租赁.
    ImmovableLease,
    /// 销售不动产.
    ImmovableSale,
    /// 转让土地使用权.
    LandUse,
    /// 农产品、食用油、水气热、图书、饲料、农药等.
    Necessities,
    /// 其他服务.
    Services,
    /// 无形资产, land use rights aside.
    Intangibles,
    /// 出口货物.
    Export,
    /// 跨境销售清单内的服务、无形资产.
    CrossBorder,
}

impl Supply {
    /// All kinds.
    pub const ALL: [Supply; 16] = [
        Supply::Goods,
        Supply::Processing,
        Supply::MovableLease,
        Supply::Import,
        Supply::Transport,
        Supply::Postal,
        Supply::BasicTelecom,
        Supply::Construction,
        Supply::ImmovableLease,
        Supply::ImmovableSale,
        Supply::LandUse,
        Supply::Necessities,
        Supply::Services,
        Supply::Intangibles,
        Supply::Export,
        Supply::CrossBorder,
    ];

    /// The figure with the rate.
    pub const fn figure(self) -> &'static str {
        match self {
            Supply::Goods => "vat.rate.goods",
            Supply::Processing => "vat.rate.processing",
            Supply::MovableLease => "vat.rate.movable-lease",
            Supply::Import => "vat.rate.import",
            Supply::Transport => "vat.rate.transport",
            Supply::Postal => "vat.rate.postal",
            Supply::BasicTelecom => "vat.rate.basic-telecom",
            Supply::Construction => "vat.rate.construction",
            Supply::ImmovableLease => "vat.rate.immovable-lease",
            Supply::ImmovableSale => "vat.rate.immovable-sale",
            Supply::LandUse => "vat.rate.land-use",
            Supply::Necessities => "vat.rate.necessities",
            Supply::Services => "vat.rate.services",
            Supply::Intangibles => "vat.rate.intangibles",
            Supply::Export => "vat.rate.export",
            Supply::CrossBorder => "vat.rate.cross-border",
        }
    }

    /// The rate under the general method on the day.
    pub fn rate(self, on: PolicyOn<'_>) -> Result<Rate, TaxError> {
        Ok(on.rate(self.figure())?)
    }
}

/// The rate where supplies of several rates were not accounted for apart: the highest of them (增值税法12).
pub fn rate_not_separated(supplies: &[Supply], on: PolicyOn<'_>) -> Result<Rate, TaxError> {
    let mut highest = None;
    for supply in supplies {
        highest = highest.max(Some(supply.rate(on)?));
    }
    highest.ok_or(TaxError::OutOfRange("supplies"))
}

/// The rate of one supply made of several: that of its main business (增值税法13), whatever else is in it.
pub fn rate_of_one(main: Supply, on: PolicyOn<'_>) -> Result<Rate, TaxError> {
    main.rate(on)
}

/// Something handed over or used without payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unpaid {
    /// Goods made by or for the company, used for the staff's welfare or for personal consumption.
    OwnGoodsConsumed,
    /// Bought goods used for welfare or consumption: no supply, but their input is barred.
    BoughtGoodsConsumed,
    /// Goods given away.
    GoodsGiven,
    /// An intangible, real property or a financial product given away.
    AssetGiven,
    /// A service done for nothing.
    ServiceGiven,
}

impl Unpaid {
    /// The class of deemed supplies it may fall under, as the policy's list words it.
    const fn class(self) -> Option<&'static str> {
        match self {
            Unpaid::OwnGoodsConsumed => Some("自产或者委托加工的货物用于集体福利或者个人消费"),
            Unpaid::GoodsGiven => Some("无偿转让货物"),
            Unpaid::AssetGiven => Some("无偿转让无形资产、不动产或者金融商品"),
            Unpaid::BoughtGoodsConsumed | Unpaid::ServiceGiven => None,
        }
    }

    /// Whether it counts as a taxable supply (视同应税交易).
    pub fn is_deemed(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        let deemed = on.words("vat.deemed")?;
        Ok(self.class().is_some_and(|class| deemed.iter().any(|word| word == class)))
    }

    /// The output tax it gives rise to: market price without tax at the supply's rate if it is deemed, else nothing.
    pub fn output(self, market_net: Money, supply: Supply, on: PolicyOn<'_>) -> Result<Money, TaxError> {
        if self.is_deemed(on)? { Ok(market_net.at(supply.rate(on)?)?) } else { Ok(Money::ZERO) }
    }
}

/// Money received for what is no taxable supply (增值税法6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Receipt {
    /// Wages for work done for one's employer.
    Wages,
    /// 行政事业性收费、政府性基金.
    PublicCharge,
    /// Compensation for what was requisitioned or expropriated.
    Expropriation,
    /// Interest on deposits.
    DepositInterest,
    /// Anything else that is received for a supply.
    Supply,
}

impl Receipt {
    const fn class(self) -> Option<&'static str> {
        match self {
            Receipt::Wages => Some("员工工资性服务"),
            Receipt::PublicCharge => Some("行政事业性收费和政府性基金"),
            Receipt::Expropriation => Some("征收征用补偿"),
            Receipt::DepositInterest => Some("存款利息"),
            Receipt::Supply => None,
        }
    }

    /// Whether it is outside the tax altogether.
    pub fn is_outside(self, on: PolicyOn<'_>) -> Result<bool, TaxError> {
        let outside = on.words("vat.not-taxable")?;
        Ok(self.class().is_some_and(|class| outside.iter().any(|word| word == class)))
    }
}
