//! Something a company does, as data: what a life plans, what chance draws, what a failure prints.

use crate::chance::Chance;
use crate::firm::accounts::{self, AccountCode};
use crate::firm::assets::{AssetKind, Method, Purchase};
use crate::firm::equity::{PoolTiming, PriceRound, ShareClass};
use crate::firm::ledger::{AssetId, EmployeeId, ItemId, PartyId};
use crate::firm::loans::{Borrower, LoanApplication, LoanTerms, Recruits, RepaymentMethod};
use crate::firm::people::contract::Contract;
use crate::firm::people::ending::{Fault, Ground, NoFault, Notice};
use crate::firm::people::staff::Extra;
use crate::firm::people::voucher::Department;
use crate::firm::tax::vat::input::Document;
use crate::firm::tax::vat::invoice::{Buyer, Invoice};
use crate::firm::tax::vat::small_scale::Levy;
use crate::firm::tax::vat::supply::Supply;
use crate::firm::{BoughtAsset, BoughtGoods, Firm, FirmEvent, Post, Refusal, Sold};
use crate::money::{Money, Rate};
use crate::policy::Policy;

/// Something a company does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Hires somebody from today on.
    Hire(Department, Money),
    /// Changes a wage.
    RaiseWage(EmployeeId, Money),
    /// Ends an employment.
    EndEmployment(EmployeeId, Ground),
    /// Books the month's payroll, with something extra for somebody.
    RunPayroll(Option<Extra>),
    /// Pays the oldest wages owed.
    PayWages,
    /// Pays the oldest insurance and housing fund owed.
    Remit,
    /// Sells.
    Sell(Sold),
    /// Buys goods.
    BuyGoods(BoughtGoods),
    /// Pays a running cost: the account, the price with tax, the tax stated.
    BuyService(AccountCode, Money, Money),
    /// A customer pays.
    Collect(PartyId, Money),
    /// A supplier is paid.
    PaySupplier(PartyId, Money),
    /// A receivable is written off.
    WriteOff(PartyId, Money),
    /// An asset is bought: what, the price with tax, the tax stated, the months.
    BuyAsset(AssetKind, Money, Money, i32),
    /// An asset is sold.
    SellAsset(AssetId, Money),
    /// A loan is drawn.
    Borrow(LoanTerms),
    /// An instalment is paid on the loan at this place.
    PayInstalment(usize),
    /// A loan is paid back early in part.
    RepayEarly(usize, Money),
    /// Taxes are paid.
    PayTaxes,
    /// The dividend is paid.
    PayDividend,
    /// The company registers as a general taxpayer.
    BecomeGeneral,
    /// The founders pay in.
    PayIn(Money),
    /// A round of money at this worth before it.
    IssueShares(Money, Money),
    /// A grant for so many months to come.
    GrantAhead(Money, u32),
    /// A guaranteed startup loan is asked for.
    BorrowGuaranteed(Money),
    /// Goods are lost.
    LoseGoods(u32),
    /// Goods are given away that would sell for this without tax.
    GiveGoods(u32, Money),
    /// A customer pays in advance.
    TakeAdvance(PartyId, Money),
    /// What a customer paid in advance is delivered.
    Deliver(Sold),
    /// A cost is paid for so many months ahead: the account, the price with tax, the tax stated.
    Prepay(AccountCode, Money, Money, u32),
    /// A deposit is paid, or comes back.
    Deposit(PartyId, Money, bool),
    /// What was written off comes in.
    Recover(Money),
    /// A month is closed.
    CloseMonth,
    /// A year is closed with this dividend.
    CloseYear(Money),
    /// A day passes.
    PassDay,
}

impl Act {
    /// Does it.
    pub fn perform(&self, firm: &mut Firm, policy: &Policy) -> Result<Vec<FirmEvent>, Refusal> {
        match self {
            Act::Hire(department, wage) => {
                firm.hire(&Contract::plain(firm.today(), *wage), Post::plain(*department), policy)
            }
            Act::RaiseWage(employee, wage) => firm.raise_wage(*employee, *wage, policy),
            Act::EndEmployment(employee, ground) => firm.end_employment(*employee, *ground, None, policy),
            Act::RunPayroll(extra) => firm.run_payroll(extra.as_slice(), policy),
            Act::PayWages => firm.pay_wages(policy),
            Act::Remit => firm.remit_contributions(),
            Act::Sell(sold) => firm.sell(sold, policy),
            Act::BuyGoods(bought) => firm.buy_goods(bought, policy),
            Act::BuyService(account, gross, stated) => {
                firm.buy_service("支付费用", *account, *gross, Document::SpecialInvoice, *stated, policy)
            }
            Act::Collect(customer, amount) => firm.collect(*customer, *amount),
            Act::PaySupplier(supplier, amount) => firm.pay_supplier(*supplier, *amount),
            Act::WriteOff(customer, amount) => firm.write_off(*customer, *amount),
            Act::BuyAsset(kind, gross, stated, months) => {
                firm.buy_asset(&asset(firm, *kind, *gross, *stated, *months), policy)
            }
            Act::SellAsset(asset, gross) => firm.sell_asset(*asset, *gross, policy),
            Act::Borrow(terms) => firm.borrow(*terms, policy),
            Act::PayInstalment(loan) => firm.pay_instalment(*loan, policy),
            Act::RepayEarly(loan, principal) => firm.repay_early(*loan, *principal, policy),
            Act::PayTaxes => firm.pay_taxes(policy),
            Act::PayDividend => firm.pay_dividend(policy),
            Act::BecomeGeneral => firm.become_general(policy),
            Act::PayIn(amount) => firm.pay_in_capital(*amount),
            Act::IssueShares(pre_money, invested) => firm.issue_shares(&round(*pre_money, *invested), policy),
            Act::GrantAhead(amount, months) => firm.receive_grant_ahead(*amount, *months),
            Act::BorrowGuaranteed(amount) => {
                firm.borrow_guaranteed(&application(*amount), RepaymentMethod::Annuity, policy)
            }
            Act::LoseGoods(units) => firm.lose_goods(ItemId(1), *units, true, policy),
            Act::GiveGoods(units, market) => firm.give_goods(ItemId(1), *units, *market, policy),
            Act::TakeAdvance(customer, amount) => firm.take_advance(*customer, *amount),
            Act::Deliver(sold) => firm.sell_against_advance(sold, policy),
            Act::Prepay(account, gross, stated, months) => {
                firm.prepay(*account, *gross, Document::SpecialInvoice, *stated, *months, policy)
            }
            Act::Deposit(party, amount, false) => firm.pay_deposit(*party, *amount),
            Act::Deposit(party, amount, true) => firm.deposit_back(*party, *amount),
            Act::Recover(amount) => firm.recover(*amount),
            Act::CloseMonth => firm.close_month(policy),
            Act::CloseYear(dividend) => firm.close_year(*dividend, policy),
            Act::PassDay => firm.pass_day(policy),
        }
    }

    /// Something drawn without a look at the company: amounts of every size and below nought, parties, people and assets that
    /// there are or are not. Much of it is refused, as mistakes are.
    pub fn drawn(chance: &mut Chance) -> Act {
        let (amount, other) = (any_amount(chance), any_amount(chance));
        let (few, number) = (chance.below(4), chance.below(6));
        let (employee, party) = (EmployeeId(number), PartyId(few));
        let place = usize::try_from(few).unwrap_or(0);
        match chance.below(38) {
            0 => Act::Hire(department(number), amount),
            1 => Act::RaiseWage(employee, amount),
            2 => Act::EndEmployment(employee, ground(few)),
            3 => Act::RunPayroll(Some(Extra { employee, amount: other })),
            4 => Act::RunPayroll(None),
            5 => Act::PayWages,
            6 => Act::Remit,
            7..=10 => Act::Sell(any_sale(chance, amount)),
            11..=13 => Act::BuyGoods(any_purchase(chance, amount, other)),
            14 => Act::BuyService(any_account(chance), amount, other),
            15 => Act::Collect(party, amount),
            16 => Act::PaySupplier(party, amount),
            17 => Act::WriteOff(party, amount),
            18 => Act::BuyAsset(kind(number), amount, other, i32::try_from(chance.below(150)).unwrap_or(0)),
            19 => Act::SellAsset(AssetId(number), amount),
            20 => Act::Borrow(any_loan(chance, amount)),
            21 => Act::PayInstalment(place),
            22 => Act::RepayEarly(place, amount),
            23 => Act::PayTaxes,
            24 => Act::PayDividend,
            25 if number == 0 => Act::BecomeGeneral,
            25 => Act::PayIn(amount),
            26 => Act::CloseMonth,
            27 => Act::IssueShares(amount, other),
            28 => Act::GrantAhead(amount, number),
            29 => Act::BorrowGuaranteed(amount),
            30 => Act::LoseGoods(chance.below(60)),
            31 => Act::GiveGoods(chance.below(60), amount),
            32 => Act::TakeAdvance(party, amount),
            33 => Act::Deliver(any_sale(chance, amount)),
            34 => Act::Prepay(any_account(chance), amount, other, number),
            35 => Act::Deposit(party, amount, few < 2),
            36 => Act::Recover(amount),
            _ => Act::CloseYear(amount),
        }
    }
}

/// Amounts of every size, some nought, below it, or as large as can be.
fn any_amount(chance: &mut Chance) -> Money {
    let digits = chance.below(9);
    let fen = i64::from(chance.below(10_u32.saturating_pow(digits).max(2)));
    match chance.below(12) {
        0 => Money::from_fen(fen.saturating_neg()),
        1 if digits == 0 => Money::MAX,
        _ => Money::from_fen(fen),
    }
}

fn any_account(chance: &mut Chance) -> AccountCode {
    const NUMBERS: [u32; 6] = [560_203, 560_103, 560_205, 560_207, 1001, 571_109];
    let number = chance.pick(&NUMBERS).copied().unwrap_or(560_203);
    AccountCode::new(number).unwrap_or(accounts::OFFICE)
}

fn any_sale(chance: &mut Chance, gross: Money) -> Sold {
    let number = chance.below(4);
    Sold {
        customer: (number < 2).then_some(PartyId(number)),
        goods: (number > 0).then(|| (ItemId(1), chance.below(40))),
        gross,
        supply: if number == 3 { Supply::Services } else { Supply::Goods },
        levy: if chance.below(8) == 0 { Levy::Waived } else { Levy::Reduced },
        invoice: *chance.pick(&[Invoice::None, Invoice::Ordinary, Invoice::Special]).unwrap_or(&Invoice::None),
        buyer: if chance.below(3) == 0 { Buyer::Person } else { Buyer::Business },
        contract: chance.below(3) == 0,
    }
}

fn any_purchase(chance: &mut Chance, gross: Money, stated: Money) -> BoughtGoods {
    BoughtGoods {
        supplier: (chance.below(2) == 0).then(|| PartyId(chance.below(4))),
        item: ItemId(1),
        units: chance.below(200),
        gross,
        document: Document::SpecialInvoice,
        stated: if chance.below(2) == 0 { Money::ZERO } else { stated },
        contract: chance.below(3) == 0,
    }
}

fn any_loan(chance: &mut Chance, principal: Money) -> LoanTerms {
    let methods = [RepaymentMethod::Bullet, RepaymentMethod::Annuity, RepaymentMethod::EqualPrincipal];
    LoanTerms {
        principal,
        annual: Rate::from_ppm(i64::from(chance.below(200_000))),
        months: chance.below(40),
        method: *chance.pick(&methods).unwrap_or(&RepaymentMethod::Bullet),
        // The day of drawing is today's, whatever stands here.
        drawn: crate::calendar::Date::MIN,
    }
}

fn round(pre_money: Money, invested: Money) -> PriceRound {
    let (investor, class) = ("投资人".to_owned(), ShareClass::Preferred(1));
    PriceRound { pre_money, invested, investor, class, pool: PoolTiming::Unchanged }
}

/// An application for a guaranteed loan that lacks nothing but, perhaps, a sensible amount.
fn application(amount: Money) -> LoanApplication {
    LoanApplication {
        borrower: Borrower::Enterprise { amount, recruits: Recruits { staff: 4, recruited: 4 } },
        rate: Rate::from_ppm(30_000),
        months: 12,
        purposes: vec!["进货".to_owned()],
        loans_before: 0,
        counter_guarantee: true,
    }
}

const fn department(number: u32) -> Department {
    match number {
        0 => Department::Production,
        1 => Department::Research,
        2 | 3 => Department::Administration,
        _ => Department::Sales,
    }
}

const fn ground(number: u32) -> Ground {
    match number {
        0 => Ground::Resignation,
        1 => Ground::NoFault(NoFault::Incompetent, Notice::Paid),
        2 => Ground::Fault(Fault::GraveBreach),
        _ => Ground::None,
    }
}

const fn kind(number: u32) -> AssetKind {
    match number {
        0 => AssetKind::Vehicle,
        1 => AssetKind::Tools,
        2 => AssetKind::OtherDeferred,
        3 => AssetKind::Intangible,
        _ => AssetKind::Electronics,
    }
}

fn asset(firm: &Firm, kind: AssetKind, gross: Money, stated: Money, months: i32) -> BoughtAsset {
    let asset = Purchase {
        name: "资产".to_owned(),
        kind,
        cost: gross,
        residual: Money::ZERO,
        months,
        method: Method::StraightLine,
        in_use: firm.today(),
        bears: if kind.is_intangible() { accounts::ADMIN_AMORTISATION } else { accounts::ADMIN_DEPRECIATION },
    };
    BoughtAsset { asset, gross, document: Document::SpecialInvoice, stated, supplier: None }
}
