//! Postings in their compact form, and what becomes of them.

use std::ops::Range;

use super::MonthError;
use crate::calendar::Date;
use crate::firm::VoucherLine;
use crate::firm::accounts::AccountCode;
use crate::money::Money;

/// The accounts that a month of business moves, counted from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Slot {
    /// 银行存款.
    Bank,
    /// 应收账款.
    Receivables,
    /// 库存商品.
    Goods,
    /// 应付职工薪酬—工资.
    WagesPayable,
    /// 其他应付款: rent not paid in time.
    OtherPayables,
    /// 应交税费—应交增值税.
    Vat,
    /// 应交税费—应交城市维护建设税.
    CityTax,
    /// 应交税费—应交教育费附加.
    Education,
    /// 应交税费—应交地方教育附加.
    LocalEducation,
    /// 实收资本.
    Capital,
    /// 主营业务收入.
    Sales,
    /// 营业外收入—减免增值税.
    VatWaived,
    /// 主营业务成本.
    CostOfSales,
    /// 税金及附加—城市维护建设税.
    CityTaxExpense,
    /// 税金及附加—教育费附加.
    EducationExpense,
    /// 税金及附加—地方教育附加.
    LocalEducationExpense,
    /// 销售费用—工资.
    Wages,
    /// 销售费用—广告费和业务宣传费.
    Advertising,
    /// 销售费用—房租.
    Rent,
    /// 营业外支出—坏账损失.
    BadDebts,
}

/// How many slots there are.
pub const SLOTS: usize = 20;

impl Slot {
    /// All of them, each at its own place.
    pub const ALL: [Slot; SLOTS] = [
        Slot::Bank,
        Slot::Receivables,
        Slot::Goods,
        Slot::WagesPayable,
        Slot::OtherPayables,
        Slot::Vat,
        Slot::CityTax,
        Slot::Education,
        Slot::LocalEducation,
        Slot::Capital,
        Slot::Sales,
        Slot::VatWaived,
        Slot::CostOfSales,
        Slot::CityTaxExpense,
        Slot::EducationExpense,
        Slot::LocalEducationExpense,
        Slot::Wages,
        Slot::Advertising,
        Slot::Rent,
        Slot::BadDebts,
    ];

    /// The account's number in the chart.
    pub const fn number(self) -> u32 {
        match self {
            Slot::Bank => 1002,
            Slot::Receivables => 1122,
            Slot::Goods => 1405,
            Slot::WagesPayable => 221_101,
            Slot::OtherPayables => 2241,
            Slot::Vat => 222_101,
            Slot::CityTax => 222_106,
            Slot::Education => 222_107,
            Slot::LocalEducation => 222_108,
            Slot::Capital => 3001,
            Slot::Sales => 5001,
            Slot::VatWaived => 530_102,
            Slot::CostOfSales => 5401,
            Slot::CityTaxExpense => 540_302,
            Slot::EducationExpense => 540_307,
            Slot::LocalEducationExpense => 540_308,
            Slot::Wages => 560_101,
            Slot::Advertising => 560_103,
            Slot::Rent => 560_107,
            Slot::BadDebts => 571_102,
        }
    }

    /// The account of the chart; a test holds that there is one for each.
    pub fn account(self) -> Option<AccountCode> {
        AccountCode::new(self.number())
    }
}

/// What a posting is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// The owners pay in.
    PaidIn,
    /// Goods come and are paid.
    Purchase,
    /// A day's takings.
    Sale,
    /// What was sold on account is paid.
    Collection,
    /// What was sold on account is lost.
    WriteOff,
    /// Rent falls due.
    RentDue,
    /// Advertising is paid.
    Advertising,
    /// A month's wages are owed.
    WagesDue,
    /// Wages are paid.
    WagesPaid,
    /// Rent that was late is paid.
    RentPaid,
    /// The cost of what was sold.
    CostOfSales,
    /// VAT that is not owed, or rounding between sales and return.
    VatWaived,
    /// The charges on VAT are owed.
    SurchargesDue,
    /// Taxes are paid.
    TaxesPaid,
}

impl EntryKind {
    /// The voucher's summary (摘要).
    pub const fn summary(self) -> &'static str {
        match self {
            EntryKind::PaidIn => "收到股东出资",
            EntryKind::Purchase => "购进商品",
            EntryKind::Sale => "当日销售",
            EntryKind::Collection => "收回货款",
            EntryKind::WriteOff => "核销坏账",
            EntryKind::RentDue => "本月房租",
            EntryKind::Advertising => "支付广告费",
            EntryKind::WagesDue => "计提工资",
            EntryKind::WagesPaid => "发放工资",
            EntryKind::RentPaid => "补付房租",
            EntryKind::CostOfSales => "结转销售成本",
            EntryKind::VatWaived => "季末增值税减免与尾差",
            EntryKind::SurchargesDue => "计提附加税费",
            EntryKind::TaxesPaid => "缴纳税费",
        }
    }
}

/// A posting: debits above nought, credits below, in fen; they add up to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The first day of its month.
    pub month: Date,
    /// Its day of the month, from 1.
    pub day: u8,
    /// What it is for.
    pub kind: EntryKind,
    /// The units of goods that come in, or below nought go out; nought where no goods move.
    pub units: i64,
    /// The lines; one of nought is no line.
    pub lines: &'a [(Slot, i64)],
}

/// What postings are handed to.
pub trait Sink {
    /// Takes a posting that adds up to nothing.
    fn take(&mut self, entry: Entry<'_>);
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unrecorded;

impl Sink for Unrecorded {
    #[inline]
    fn take(&mut self, _: Entry<'_>) {}
}

/// Keeps the postings, ready to be written as vouchers. What a month left that was refused half-way is to be thrown away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorder {
    heads: Vec<Head>,
    lines: Vec<(Slot, i64)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Head {
    month: Date,
    day: u8,
    kind: EntryKind,
    units: i64,
    lines: Range<usize>,
}

impl Sink for Recorder {
    fn take(&mut self, entry: Entry<'_>) {
        let from = self.lines.len();
        self.lines.extend(entry.lines.iter().filter(|(_, fen)| *fen != 0));
        let lines = from..self.lines.len();
        let Entry { month, day, kind, units, lines: _ } = entry;
        self.heads.push(Head { month, day, kind, units, lines });
    }
}

impl Recorder {
    /// The postings in their order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.heads.iter().map(|head| Entry {
            month: head.month,
            day: head.day,
            kind: head.kind,
            units: head.units,
            lines: self.lines.get(head.lines.clone()).unwrap_or(&[]),
        })
    }

    /// How many lines there are in all.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Forgets everything and keeps the room.
    pub fn clear(&mut self) {
        self.heads.clear();
        self.lines.clear();
    }
}

impl Entry<'_> {
    /// The day it is dated.
    pub fn date(&self) -> Result<Date, MonthError> {
        Ok(self.month.plus_days(i32::from(self.day).saturating_sub(1))?)
    }

    /// The lines as the ledger takes them, debits first.
    pub fn voucher_lines(&self) -> Result<Vec<VoucherLine>, MonthError> {
        let mut lines = Vec::with_capacity(self.lines.len());
        for debit in [true, false] {
            for (slot, fen) in self.lines.iter().filter(|(_, fen)| (*fen > 0) == debit) {
                let account = slot.account().ok_or(MonthError::TooRich)?;
                let amount = Money::try_from_fen(fen.saturating_abs())?;
                lines.push(if debit {
                    VoucherLine::debit(account, amount)
                } else {
                    VoucherLine::credit(account, amount)
                });
            }
        }
        Ok(lines)
    }
}
