//! Income tax: withheld from people month by month, on a bonus, on a fee; the company's own, by the quarter and for the year.

use serde::{Deserialize, Serialize};

use super::super::{Figure, Reckon, ReckonError, Reckoned, or_nought, reckoned_or_nought};
use super::yes;
use crate::firm::tax::cit::annual::{self, AdjustmentKind, CarriedIn, YearBooks, YearSettings};
use crate::firm::tax::cit::limits::Outgoing;
use crate::firm::tax::cit::loss::YearAmount;
use crate::firm::tax::cit::prepay::{self, YearToDate};
use crate::firm::tax::cit::rate::Company;
use crate::firm::tax::cit::research::{Industry, Research};
use crate::firm::tax::cit::small_profit::{QuarterSize, Size};
use crate::firm::tax::iit::withholding::{BasicDeduction, Pay, WithholdingYear};
use crate::firm::tax::iit::{bonus, labour};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;

/// Income tax withheld on wages by the year so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Iit {
    /// Which part.
    pub part: IitPart,
    /// The months paid by this employer this year, the last of them this month: the wage, and what the employee paid of it to
    /// social insurance and housing fund.
    pub months: Vec<(Term, Term)>,
    /// 专项附加扣除 of each month.
    #[serde(default)]
    pub additional: Option<Term>,
    /// From when the basic deduction adds up; from joining where left out.
    #[serde(default = "from_joining")]
    pub basic: BasicDeduction,
}

fn from_joining() -> BasicDeduction {
    BasicDeduction::FromJoining
}

/// A part of withholding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IitPart {
    /// What is withheld this month.
    Tax,
    /// 累计预扣应纳税所得额.
    Taxable,
    /// The tax on the year so far.
    Due,
    /// What was withheld in the months before.
    Before,
}

impl Figure for Iit {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let this = moment.today().month();
        let too_many = || ReckonError::Months(self.months.len());
        let months = i8::try_from(self.months.len()).map_err(|_| too_many())?;
        let first = this.saturating_sub(months).saturating_add(1);
        if months == 0 || first < 1 {
            return Err(too_many());
        }
        let additional = or_nought(self.additional.as_ref(), moment)?;
        let mut year = WithholdingYear::begin(first, self.basic)?;
        let (mut before, mut found) = (Money::ZERO, None);
        for (month, (gross, social)) in (first..).zip(&self.months) {
            before = year.withheld();
            let day = moment.today().first_of_month().plus_months(i32::from(month).saturating_sub(i32::from(this)))?;
            let pay =
                Pay { gross: gross.money(moment)?, social: social.money(moment)?, additional, other: Money::ZERO };
            found = Some(year.withhold(month, &pay, moment.policy.at(day))?);
        }
        let found = found.ok_or_else(too_many)?;
        Ok(match self.part {
            IitPart::Tax => found.tax,
            IitPart::Taxable => found.taxable,
            IitPart::Due => found.due,
            IitPart::Before => before,
        }
        .into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        self.months.iter().flat_map(|(gross, social)| [gross, social]).chain(&self.additional).for_each(visit);
    }
}

/// Income tax on a year-end bonus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// Taxed which way.
    pub part: BonusPart,
    /// The bonus.
    pub amount: Term,
    /// The year's other taxable income, after all deductions.
    pub other: Term,
}

/// How a bonus is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BonusPart {
    /// Apart.
    Separate,
    /// Together with the year's other income: what it adds.
    Combined,
    /// The lesser of the two.
    Better,
}

impl Figure for Bonus {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let (amount, other) = (self.amount.money(moment)?, self.other.money(moment)?);
        let found = bonus::choose(amount, other, moment.policy.at(moment.today()))?;
        let separate = found.separate.unwrap_or(found.combined);
        Ok(match self.part {
            BonusPart::Separate => separate,
            BonusPart::Combined => found.combined,
            BonusPart::Better => separate.min(found.combined),
        }
        .into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        [&self.amount, &self.other].into_iter().for_each(visit);
    }
}

/// Income tax withheld on a fee to somebody who is not employed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labour {
    /// Which part.
    pub part: LabourPart,
    /// The fee without VAT.
    pub amount: Term,
}

/// A part of a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabourPart {
    /// What is taxed.
    Taxable,
    /// What is withheld.
    Tax,
    /// What is paid out.
    Net,
}

impl Figure for Labour {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let amount = self.amount.money(moment)?;
        let found = labour::withhold(amount, moment.policy.at(moment.today()))?;
        Ok(match self.part {
            LabourPart::Taxable => found.taxable,
            LabourPart::Tax => found.tax,
            LabourPart::Net => amount.checked_sub(found.tax)?,
        }
        .into())
    }

    fn terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term)) {
        visit(&self.amount);
    }
}

/// A company within the limits of small low-profit enterprises.
const SMALL: [QuarterSize; 1] = [QuarterSize { staff: (1, 1), assets: (Money::ZERO, Money::ZERO) }];

/// A company as far as its income tax asks; small in staff and assets where `small` says so.
fn company(small: bool) -> Company<'static> {
    Company { high_tech: false, size: Size { barred_industry: !small, quarters: &SMALL } }
}

/// A part of a quarter's prepayment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CitQuarterPart {
    /// Profit less losses of earlier years.
    Taxable,
    /// The tax on the year so far.
    Due,
    /// What is paid now.
    Payable,
}

/// A part of a quarter's prepayment of corporate income tax, on the profit of the year so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitQuarter {
    /// Which part.
    pub part: CitQuarterPart,
    /// The profit of the year so far.
    pub profit: Box<Reckon>,
    /// Prepaid for the year's earlier quarters; nought where left out.
    #[serde(default)]
    pub prepaid: Option<Box<Reckon>>,
    /// Losses of earlier years that may still be made good; nought where left out.
    #[serde(default)]
    pub losses: Option<Box<Reckon>>,
    /// Whether it is small in staff and assets; it is where left out.
    #[serde(default = "yes")]
    pub small: bool,
}

impl Figure for CitQuarter {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let year = YearToDate {
            profit: self.profit.amount(moment)?,
            losses: reckoned_or_nought(self.losses.as_deref(), moment)?,
            prepaid: reckoned_or_nought(self.prepaid.as_deref(), moment)?,
            company: company(self.small),
        };
        let found = prepay::prepay(&year, moment.policy.at(moment.today()))?;
        Ok(match self.part {
            CitQuarterPart::Taxable => found.taxable,
            CitQuarterPart::Due => found.due,
            CitQuarterPart::Payable => found.payable,
        }
        .into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn inside(&self) -> Vec<&Reckon> {
        let more = [&self.prepaid, &self.losses].into_iter().flatten();
        std::iter::once(&self.profit).chain(more).map(AsRef::as_ref).collect()
    }
}

/// A part of the year's reconciliation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CitYearPart {
    /// What is added back of entertainment.
    Entertainment,
    /// What is added back of advertising.
    Advertising,
    /// What is added back of welfare.
    Welfare,
    /// What is added back of training.
    Training,
    /// What is added back of donations.
    Donations,
    /// What is added back of fines.
    Fines,
    /// What is added back of late fees on tax.
    LateFees,
    /// What is added back of expenses without an invoice.
    Uninvoiced,
    /// What is taken off for research; as an amount above nought.
    Research,
    /// Income after all adjustments, before losses of earlier years.
    Adjusted,
    /// 应纳税所得额.
    Taxable,
    /// The year's tax.
    Tax,
    /// Still to pay; below nought for what comes back.
    Balance,
}

/// A part of the year's reconciliation of corporate income tax. What is left out is nought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitYear {
    /// Which part.
    pub part: CitYearPart,
    /// The profit in the books, before income tax.
    pub profit: Box<Reckon>,
    /// Sales.
    pub revenue: Box<Reckon>,
    /// 业务招待费.
    #[serde(default)]
    pub entertainment: Option<Box<Reckon>>,
    /// 广告费和业务宣传费.
    #[serde(default)]
    pub advertising: Option<Box<Reckon>>,
    /// 工资薪金总额.
    #[serde(default)]
    pub wages: Option<Box<Reckon>>,
    /// 职工福利费.
    #[serde(default)]
    pub welfare: Option<Box<Reckon>>,
    /// 职工教育经费.
    #[serde(default)]
    pub training: Option<Box<Reckon>>,
    /// 公益性捐赠.
    #[serde(default)]
    pub donations: Option<Box<Reckon>>,
    /// Fines.
    #[serde(default)]
    pub fines: Option<Box<Reckon>>,
    /// Late fees on tax.
    #[serde(default)]
    pub late_fees: Option<Box<Reckon>>,
    /// Expenses whose invoices were not made good in time.
    #[serde(default)]
    pub uninvoiced: Option<Box<Reckon>>,
    /// Income that is free of tax, as interest on government bonds.
    #[serde(default)]
    pub exempt: Option<Box<Reckon>>,
    /// Research that became an expense.
    #[serde(default)]
    pub research: Option<Box<Reckon>>,
    /// Prepaid for the year.
    #[serde(default)]
    pub prepaid: Option<Box<Reckon>>,
    /// A loss of the year before.
    #[serde(default)]
    pub losses: Option<Box<Reckon>>,
    /// Whether it is small in staff and assets; it is where left out.
    #[serde(default = "yes")]
    pub small: bool,
}

impl CitYear {
    fn books(&self, moment: &Moment<'_>) -> Result<YearBooks, ReckonError> {
        let or_none = |figure: &Option<Box<Reckon>>| reckoned_or_nought(figure.as_deref(), moment);
        let research =
            Research { expensed: or_none(&self.research)?, industry: Industry::default(), ..Research::default() };
        Ok(YearBooks {
            profit: self.profit.amount(moment)?,
            revenue: self.revenue.amount(moment)?,
            entertainment: or_none(&self.entertainment)?,
            advertising: or_none(&self.advertising)?,
            wages: or_none(&self.wages)?,
            welfare: or_none(&self.welfare)?,
            training: or_none(&self.training)?,
            donations: or_none(&self.donations)?,
            outgoings: vec![(Outgoing::Fine, or_none(&self.fines)?), (Outgoing::TaxLateFee, or_none(&self.late_fees)?)],
            uninvoiced: or_none(&self.uninvoiced)?,
            exempt_income: or_none(&self.exempt)?,
            research,
            ..YearBooks::default()
        })
    }

    /// The adjustment asked for; none where a sum is.
    fn adjustment(&self) -> Option<AdjustmentKind> {
        Some(match self.part {
            CitYearPart::Entertainment => AdjustmentKind::Entertainment,
            CitYearPart::Advertising => AdjustmentKind::Advertising,
            CitYearPart::Welfare => AdjustmentKind::Welfare,
            CitYearPart::Training => AdjustmentKind::Training,
            CitYearPart::Donations => AdjustmentKind::Donations,
            CitYearPart::Fines => AdjustmentKind::Barred(Outgoing::Fine),
            CitYearPart::LateFees => AdjustmentKind::Barred(Outgoing::TaxLateFee),
            CitYearPart::Uninvoiced => AdjustmentKind::Uninvoiced,
            CitYearPart::Research => AdjustmentKind::Research,
            CitYearPart::Adjusted | CitYearPart::Taxable | CitYearPart::Tax | CitYearPart::Balance => return None,
        })
    }
}

impl Figure for CitYear {
    fn value(&self, moment: &Moment<'_>) -> Result<Reckoned, ReckonError> {
        let year = moment.today().year();
        let losses = reckoned_or_nought(self.losses.as_deref(), moment)?;
        let losses = vec![YearAmount { year: year.saturating_sub(1), amount: losses }];
        let carried = CarriedIn { losses, ..CarriedIn::default() };
        let prepaid = reckoned_or_nought(self.prepaid.as_deref(), moment)?;
        let settings = YearSettings { year, company: company(self.small), losses_extended: false, prepaid };
        let on = moment.policy.at(moment.today());
        let found = annual::reconcile(&self.books(moment)?, &carried, &settings, on)?;
        if let Some(kind) = self.adjustment() {
            let one = found.adjustments.iter().find(|one| one.kind == kind);
            let change = one.map_or(Money::ZERO, |one| one.change);
            return Ok(if kind == AdjustmentKind::Research { change.checked_neg()? } else { change }.into());
        }
        Ok(match self.part {
            CitYearPart::Adjusted => found.adjusted,
            CitYearPart::Taxable => found.taxable,
            CitYearPart::Tax => found.tax,
            _ => found.balance,
        }
        .into())
    }

    fn terms<'a>(&'a self, _: &mut dyn FnMut(&'a Term)) {}

    fn inside(&self) -> Vec<&Reckon> {
        let more = [
            &self.entertainment,
            &self.advertising,
            &self.wages,
            &self.welfare,
            &self.training,
            &self.donations,
            &self.fines,
            &self.late_fees,
            &self.uninvoiced,
            &self.exempt,
            &self.research,
            &self.prepaid,
            &self.losses,
        ];
        [&self.profit, &self.revenue].into_iter().chain(more.into_iter().flatten()).map(AsRef::as_ref).collect()
    }
}
