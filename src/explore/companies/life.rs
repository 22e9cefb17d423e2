//! A company's life: its strategy drawn once, its months lived one after the other.

use super::act::Act;
use crate::calendar::Date;
use crate::chance::Chance;
use crate::firm::accounts::{self, AccountCode};
use crate::firm::assets::AssetKind;
use crate::firm::equity::{CapTable, Holding, ShareClass};
use crate::firm::ledger::{EmployeeId, ItemId, PartyId, SubKey};
use crate::firm::loans::{LoanTerms, RepaymentMethod};
use crate::firm::people::contributions::Scheme;
use crate::firm::people::ending::Ground;
use crate::firm::people::voucher::Department;
use crate::firm::people::wages::Zone;
use crate::firm::registry::{ApplicationField as Field, FieldValue};
use crate::firm::tax::cit::research::Industry;
use crate::firm::tax::surcharge::Place;
use crate::firm::tax::vat::input::Document;
use crate::firm::tax::vat::invoice::{Buyer, Invoice};
use crate::firm::tax::vat::small_scale::Levy;
use crate::firm::tax::vat::supply::Supply;
use crate::firm::tax::vat::{VatPeriod, VatStatus};
use crate::firm::{BoughtGoods, Firm, Opening, Refusal, Sold};
use crate::money::{Money, Rate};
use crate::policy::Policy;

/// The goods that companies here trade in.
const GOODS: ItemId = ItemId(1);
/// Their customers on account, from 1.
const CUSTOMERS: u32 = 3;
/// Their suppliers on account, from 1.
const SUPPLIERS: u32 = 2;

/// How a company is run; drawn once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strategy {
    /// How it stands with VAT at first.
    pub vat: VatStatus,
    /// What its owners subscribe and pay in, in whole thousands of yuan.
    pub capital: Money,
    /// How many people it wants.
    pub people: u32,
    /// The wage of most of them.
    pub wage: Money,
    /// How many sales it makes in a month.
    pub sales: u32,
    /// The price of a unit with tax.
    pub price: Money,
    /// What a unit costs with tax.
    pub cost: Money,
    /// In how many of ten sales goods leave the stock; the others are services.
    pub goods_of_ten: u32,
    /// In how many of ten sales the customer pays later.
    pub account_of_ten: u32,
    /// The day of the month on which taxes are paid, if they can be.
    pub tax_day: i8,
    /// Whether it borrows.
    pub borrows: bool,
    /// How many mistakes it makes in a month.
    pub faults: u32,
}

/// What happened in a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthTold {
    /// Acts done.
    pub done: u32,
    /// Acts refused.
    pub refused: u32,
}

/// A company's life.
#[derive(Clone, Debug)]
pub struct Life {
    /// The company.
    pub firm: Firm,
    /// How it is run.
    pub strategy: Strategy,
    chance: Chance,
}

impl Strategy {
    fn drawn(chance: &mut Chance) -> Strategy {
        let vat = match chance.below(5) {
            0 | 1 => VatStatus::General,
            2 => VatStatus::SmallScale(VatPeriod::Month),
            _ => VatStatus::SmallScale(VatPeriod::Quarter),
        };
        let cost = yuan(chance, 20, 400);
        Strategy {
            vat,
            capital: yuan(chance, 100, 1_000).checked_mul_int(1_000).unwrap_or(Money::MAX),
            people: chance.below(7),
            wage: yuan(chance, 2_400, 18_000),
            sales: chance.below(14).saturating_add(4),
            price: cost.checked_mul_int(i64::from(chance.below(3)).saturating_add(1)).unwrap_or(cost),
            cost,
            goods_of_ten: chance.below(11),
            account_of_ten: chance.below(8),
            tax_day: i8::try_from(chance.below(28)).unwrap_or(0).saturating_add(1),
            borrows: chance.below(3) == 0,
            faults: chance.below(6),
        }
    }
}

impl Life {
    /// Founds a company on the first of a month, pays in its capital and opens for business. Everything follows from the seed.
    pub fn found(seed: u64, first: Date, policy: &Policy) -> Result<Life, Refusal> {
        let mut chance = Chance::stream(seed, "company", "", 0);
        let strategy = Strategy::drawn(&mut chance);
        let mut firm = Firm::new(first.first_of_month(), "370212", strategy.capital);
        for (field, text) in application(strategy.capital, firm.today()) {
            firm.fill(field, FieldValue::read(field, vec![text]))?;
        }
        firm.register(policy, &[])?;
        firm.pay_in_capital(strategy.capital)?;
        let opening = Opening {
            scheme: Scheme::usual(Zone::Urban, Rate::from_ppm(80_000)),
            vat: strategy.vat,
            place: Place::City,
            industry: if strategy.goods_of_ten > 5 { Industry::Trade } else { Industry::Other },
            high_tech: chance.below(10) == 0,
        };
        firm.open_for_business(opening, policy)?;
        let of = |holder: &str, shares| Holding { holder: holder.to_owned(), class: ShareClass::Common, shares };
        firm.divide_shares(CapTable::new([of("甲", 700_000), of("乙", 300_000)])?, policy)?;
        Ok(Life { firm, strategy, chance })
    }

    /// Lives a month to its closing. `perform` does each act and says whether it was done. Fails where the month cannot be
    /// closed or the calendar ends, which no acts bring about.
    pub fn month(
        &mut self,
        policy: &Policy,
        mut perform: impl FnMut(&Act, &mut Firm) -> bool,
    ) -> Result<MonthTold, Refusal> {
        let last = self.firm.today().last_of_month();
        let mut told = MonthTold::default();
        let mut faults = self.strategy.faults;
        loop {
            for act in self.plans() {
                count(&mut told, perform(&act, &mut self.firm));
            }
            if faults > 0 && self.chance.below(5) == 0 {
                faults = faults.saturating_sub(1);
                let act = Act::drawn(&mut self.chance);
                count(&mut told, perform(&act, &mut self.firm));
            }
            if self.firm.today() >= last {
                break;
            }
            self.firm.pass_day(policy)?;
        }
        self.close(last, policy)?;
        self.firm.pass_day(policy)?;
        Ok(told)
    }

    /// Closes the month that ends with a day, unless a mistake closed it already.
    fn close(&mut self, last: Date, policy: &Policy) -> Result<(), Refusal> {
        if self.firm.next_to_close()?.last_day() > last {
            return Ok(());
        }
        if last.month() == 12 {
            let dividend = self.firm.bank().checked_div_int(4)?;
            if self.firm.close_year(dividend, policy).is_err() {
                self.firm.close_year(Money::ZERO, policy)?;
            }
        } else {
            self.firm.close_month(policy)?;
        }
        Ok(())
    }

    /// What is planned for today.
    fn plans(&mut self) -> Vec<Act> {
        let day = self.firm.today().day();
        let mut acts = Vec::new();
        match day {
            1 => self.begin(&mut acts),
            2 => self.stock_up(&mut acts),
            10 => acts.extend([Act::PayWages, Act::Remit]),
            12 => self.people(&mut acts),
            18 => acts.extend((0..self.loans()).map(Act::PayInstalment)),
            20 => self.settle_customers(&mut acts),
            22 => self.settle_suppliers(&mut acts),
            25 => self.assets(&mut acts),
            _ => {}
        }
        if day == self.strategy.tax_day {
            acts.push(Act::PayTaxes);
        }
        let days = u32::from(self.firm.today().last_of_month().day().unsigned_abs());
        let today = u32::from(day.unsigned_abs());
        let share = |until: u32| self.strategy.sales.saturating_mul(until).checked_div(days).unwrap_or(0);
        for _ in share(today.saturating_sub(1))..share(today) {
            acts.push(self.sale());
        }
        acts
    }

    fn begin(&mut self, acts: &mut Vec<Act>) {
        let rent = yuan(&mut self.chance, 1_000, 6_000);
        acts.push(Act::BuyService(AccountCode::new(560_206).unwrap_or(accounts::OFFICE), rent, Money::ZERO));
        if self.strategy.borrows && self.loans() == 0 {
            let months = self.chance.below(30).saturating_add(3);
            acts.push(Act::Borrow(LoanTerms {
                principal: yuan(&mut self.chance, 10_000, 300_000),
                annual: Rate::from_ppm(i64::from(self.chance.below(60_000)).saturating_add(20_000)),
                months,
                method: RepaymentMethod::Annuity,
                drawn: Date::MIN,
            }));
        }
        if self.firm.today().month() == 2 {
            acts.push(Act::PayDividend);
        }
    }

    fn stock_up(&mut self, acts: &mut Vec<Act>) {
        let there = self.firm.ledger().stock(accounts::GOODS, GOODS).quantity;
        let units = self.strategy.sales.saturating_mul(12);
        if self.strategy.goods_of_ten == 0 || there > i64::from(units) {
            return;
        }
        let gross = self.strategy.cost.checked_mul_int(i64::from(units)).unwrap_or(Money::MAX);
        let stated = match gross.net_of(Rate::from_ppm(130_000)) {
            Ok(net) => gross.checked_sub(net).unwrap_or(Money::ZERO),
            Err(_) => Money::ZERO,
        };
        let supplier = (self.chance.below(2) == 0).then(|| PartyId(self.chance.below(SUPPLIERS).saturating_add(1)));
        let contract = self.chance.below(2) == 0;
        let document = Document::SpecialInvoice;
        acts.push(Act::BuyGoods(BoughtGoods { supplier, item: GOODS, units, gross, document, stated, contract }));
    }

    fn sale(&mut self) -> Act {
        let units = self.chance.below(15).saturating_add(1);
        let goods = self.chance.below(10) < self.strategy.goods_of_ten;
        let on_account = self.chance.below(10) < self.strategy.account_of_ten;
        let customer = on_account.then(|| PartyId(self.chance.below(CUSTOMERS).saturating_add(1)));
        let invoice = if self.chance.below(4) == 0 { Invoice::Special } else { Invoice::Ordinary };
        Act::Sell(Sold {
            customer,
            goods: goods.then_some((GOODS, units)),
            gross: self.strategy.price.checked_mul_int(i64::from(units)).unwrap_or(Money::MAX),
            supply: if goods { Supply::Goods } else { Supply::Services },
            levy: Levy::Reduced,
            invoice,
            buyer: Buyer::Business,
            contract: on_account,
        })
    }

    fn people(&mut self, acts: &mut Vec<Act>) {
        let Some(staff) = self.firm.staff() else { return };
        let there = u32::try_from(staff.count_on(self.firm.today())).unwrap_or(u32::MAX);
        let all = u32::try_from(staff.employees().len()).unwrap_or(u32::MAX);
        if there < self.strategy.people {
            let departments = [Department::Sales, Department::Administration, Department::Research];
            let department = self.chance.pick(&departments).copied().unwrap_or(Department::Sales);
            acts.push(Act::Hire(department, self.strategy.wage));
        } else if there > 0 && self.chance.below(8) == 0 {
            let employee = EmployeeId(self.chance.below(all).saturating_add(1));
            acts.push(if self.chance.below(2) == 0 {
                Act::EndEmployment(employee, Ground::AgreedEmployerAsked)
            } else {
                Act::RaiseWage(employee, yuan(&mut self.chance, 3_000, 20_000))
            });
        }
    }

    fn settle_customers(&mut self, acts: &mut Vec<Act>) {
        for customer in (1..=CUSTOMERS).map(PartyId) {
            let owed = self.firm.ledger().page(accounts::RECEIVABLES, SubKey::Party(customer)).balance;
            if owed.is_positive() {
                acts.push(match self.chance.below(24) {
                    0 => Act::WriteOff(customer, owed),
                    1..=6 => Act::Collect(customer, owed.checked_div_int(2).unwrap_or(owed)),
                    _ => Act::Collect(customer, owed),
                });
            }
        }
    }

    fn settle_suppliers(&mut self, acts: &mut Vec<Act>) {
        for supplier in (1..=SUPPLIERS).map(PartyId) {
            let balance = self.firm.ledger().page(accounts::PAYABLES, SubKey::Party(supplier)).balance;
            let owed = balance.checked_neg().unwrap_or(Money::ZERO);
            if owed.is_positive() {
                acts.push(Act::PaySupplier(supplier, owed.min(self.firm.bank()).max(Money::from_fen(1))));
            }
        }
    }

    fn assets(&mut self, acts: &mut Vec<Act>) {
        match self.chance.below(10) {
            0 => {
                let gross = yuan(&mut self.chance, 2_000, 40_000);
                acts.push(Act::BuyAsset(AssetKind::Electronics, gross, Money::ZERO, 36));
            }
            1 => {
                let held = self.firm.business().and_then(|business| business.assets().assets().first());
                let gross = yuan(&mut self.chance, 0, 3_000);
                acts.extend(held.map(|asset| Act::SellAsset(asset.id(), gross)));
            }
            _ => {}
        }
    }

    fn loans(&self) -> usize {
        self.firm.business().map_or(0, |business| business.loans().len())
    }
}

fn count(told: &mut MonthTold, done: bool) {
    let counted = if done { &mut told.done } else { &mut told.refused };
    *counted = counted.saturating_add(1);
}

/// A whole number of yuan from one to another.
fn yuan(chance: &mut Chance, from: u32, to: u32) -> Money {
    let yuan = from.saturating_add(chance.below(to.saturating_sub(from).saturating_add(1)));
    Money::from_fen(i64::from(yuan).saturating_mul(100))
}

/// An application without a fault.
fn application(capital: Money, day: Date) -> [(Field, String); 13] {
    let text = |field, text: &str| (field, text.to_owned());
    [
        text(Field::Form, "llc"),
        text(Field::Region, "青岛"),
        text(Field::TradeName, "海青"),
        text(Field::Industry, "科技"),
        text(Field::Organisation, "有限公司"),
        (Field::Capital, capital.plain()),
        (Field::PaidInBy, day.to_string()),
        text(Field::Premises, "leased"),
        text(Field::Scope, "software-development"),
        text(Field::LegalRepresentative, "甲"),
        text(Field::Directors, "甲"),
        text(Field::Supervisor, "none"),
        text(Field::Liaison, "乙"),
    ]
}

/// A hash over a company's state after each of so many months, in hex: the same on every machine. Ends early, and says so,
/// where a month cannot be closed.
pub fn chronicle(seed: u64, first: Date, months: u32, policy: &Policy) -> String {
    let mut hasher = blake3::Hasher::new();
    let lived = Life::found(seed, first, policy).and_then(|mut life| {
        for _ in 0..months {
            life.month(policy, |act, firm| act.perform(firm, policy).is_ok())?;
            hasher.update(life.firm.state_hash().as_bytes());
        }
        Ok(())
    });
    match lived {
        Ok(()) => hasher.finalize().to_hex().as_str().to_owned(),
        Err(refusal) => format!("ended: {refusal}"),
    }
}
