//! Social insurance and housing fund of one employee in one month: bases with floor and cap, rates, both shares (facts
//! §4.3, §4.4). Each insurance is rounded to the fen, each side of the housing fund to the yuan.

use super::error::PeopleError;
use super::wages::Zone;
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::{Policy, PolicyOn};

/// Fen of a yuan, and parts per million of a whole, together.
const YUAN_BY_PPM: i64 = 100_000_000;
/// Fen of a yuan.
const FEN: i64 = 100;

/// How a year's new bases are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseMode {
    /// The year's bases from January on: what all worked examples use.
    WholeYear,
    /// Last year's bases until the new ones are announced, and then the difference for the months before.
    Announced,
}

/// Which unemployment rates hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnemploymentRate {
    /// The reduced ones; that they go on is not confirmed by a document (U-03).
    Reduced,
    /// Those of the regulation.
    Statutory,
}

/// How an employer contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Where the employees work.
    pub zone: Zone,
    /// The housing fund's rate, the same for both sides.
    pub housing_rate: Rate,
    /// The industry's class of injury insurance, 1 to 8; the tables' default if none is given.
    pub injury_class: Option<u8>,
    /// How new bases are applied.
    pub bases: BaseMode,
    /// Which unemployment rates hold.
    pub unemployment: UnemploymentRate,
}

impl Scheme {
    /// The scheme of the worked examples: the city's districts, 8 % to the housing fund, the year's bases.
    pub const fn usual(zone: Zone, housing_rate: Rate) -> Self {
        Self {
            zone,
            housing_rate,
            injury_class: None,
            bases: BaseMode::WholeYear,
            unemployment: UnemploymentRate::Reduced,
        }
    }
}

/// One insurance's two shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// The employer's.
    pub employer: Money,
    /// The employee's, taken off the wage.
    pub employee: Money,
}

impl Shares {
    fn plus(self, other: Shares) -> Result<Shares, PeopleError> {
        Ok(Shares {
            employer: self.employer.checked_add(other.employer)?,
            employee: self.employee.checked_add(other.employee)?,
        })
    }
}

/// A month's contributions for one employee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contributions {
    /// The base of social insurance.
    pub social_base: Money,
    /// The base of the housing fund.
    pub housing_base: Money,
    /// 养老.
    pub pension: Shares,
    /// 医疗(含生育).
    pub medical: Shares,
    /// 失业.
    pub unemployment: Shares,
    /// 工伤.
    pub injury: Shares,
    /// 住房公积金.
    pub housing: Shares,
}

impl Contributions {
    /// The insurances, without the housing fund.
    pub const fn insurances(&self) -> [Shares; 4] {
        [self.pension, self.medical, self.unemployment, self.injury]
    }

    /// Both together: a month and the difference after new bases.
    pub fn plus(&self, other: &Contributions) -> Result<Contributions, PeopleError> {
        Ok(Contributions {
            social_base: self.social_base.checked_add(other.social_base)?,
            housing_base: self.housing_base.checked_add(other.housing_base)?,
            pension: self.pension.plus(other.pension)?,
            medical: self.medical.plus(other.medical)?,
            unemployment: self.unemployment.plus(other.unemployment)?,
            injury: self.injury.plus(other.injury)?,
            housing: self.housing.plus(other.housing)?,
        })
    }

    /// The employer's share of social insurance.
    pub fn employer_social(&self) -> Result<Money, PeopleError> {
        Ok(Money::total(self.insurances().map(|shares| shares.employer))?)
    }

    /// The employee's share of social insurance.
    pub fn employee_social(&self) -> Result<Money, PeopleError> {
        Ok(Money::total(self.insurances().map(|shares| shares.employee))?)
    }

    /// All that the employer pays.
    pub fn employer_total(&self) -> Result<Money, PeopleError> {
        Ok(self.employer_social()?.checked_add(self.housing.employer)?)
    }

    /// All that is taken off the wage.
    pub fn employee_total(&self) -> Result<Money, PeopleError> {
        Ok(self.employee_social()?.checked_add(self.housing.employee)?)
    }
}

/// The least and the most base of social insurance in the month of a day.
pub fn social_bounds(month: Date, mode: BaseMode, policy: &Policy) -> Result<(Money, Money), PeopleError> {
    let on = policy.at(month);
    let read = |on: &PolicyOn<'_>| -> Result<(Money, Money), PeopleError> {
        Ok((on.money("social.base.lower")?, on.money("social.base.upper")?))
    };
    match mode {
        BaseMode::WholeYear => read(&on),
        BaseMode::Announced if i64::from(month.month()) >= on.count("social.base.switch-month")? => read(&on),
        BaseMode::Announced => {
            let before = month.year().checked_sub(1).ok_or(PeopleError::DatesOutOfOrder)?;
            read(&policy.at(Date::new(before, 12, 31)?))
        }
    }
}

/// The bounds that follow from the province's yearly average wage: three times the month's, cut to the yuan, and 60 % of it,
/// raised to the yuan; the tables' bounds of 2021 to 2026 are these (facts §4.3).
pub fn bounds_by_formula(average_year: Money, on: &PolicyOn<'_>) -> Result<(Money, Money), PeopleError> {
    let share = |figure: &str, up: bool| -> Result<Money, PeopleError> {
        let rate = i128::from(on.rate(figure)?.ppm());
        let exact = i128::from(average_year.fen()).saturating_mul(rate);
        let whole = i128::from(YUAN_BY_PPM).saturating_mul(12);
        let cut = exact.div_euclid(whole);
        let raised = cut.saturating_add(i128::from(up && exact.rem_euclid(whole) > 0));
        let yuan = i64::try_from(raised).map_err(|_| PeopleError::BadCount)?;
        Ok(Money::from_fen(FEN).checked_mul_int(yuan)?)
    };
    Ok((share("social.base.lower-share", true)?, share("social.base.upper-share", false)?))
}

/// A month's contributions on a wage. `month` is any day of the month of the wage.
pub fn compute(gross: Money, month: Date, scheme: &Scheme, policy: &Policy) -> Result<Contributions, PeopleError> {
    if gross.is_negative() {
        return Err(PeopleError::NegativePay(gross));
    }
    let on = policy.at(month);
    let (lower, upper) = social_bounds(month, scheme.bases, policy)?;
    let social_base = gross.max(lower).min(upper);
    let housing_lower = on.money(scheme.zone.housing_fund_floor())?;
    let housing_base = gross.max(housing_lower).min(on.money("housing-fund.base.upper")?);
    let insured = social(social_base, scheme, &on)?;
    let housing = housing(housing_base, scheme.housing_rate, &on)?;
    Ok(Contributions { housing_base, housing: Shares { employer: housing, employee: housing }, ..insured })
}

/// The four insurances on a base, without the housing fund.
pub fn social(base: Money, scheme: &Scheme, on: &PolicyOn<'_>) -> Result<Contributions, PeopleError> {
    let share = |figure: &str| -> Result<Money, PeopleError> { Ok(base.at(on.rate(figure)?)?) };
    let unemployment = match scheme.unemployment {
        UnemploymentRate::Reduced => Shares {
            employer: share("social.unemployment.employer")?,
            employee: share("social.unemployment.employee")?,
        },
        UnemploymentRate::Statutory => Shares {
            employer: share("social.unemployment.statutory-employer")?,
            employee: share("social.unemployment.statutory-employee")?,
        },
    };
    let injury = match scheme.injury_class {
        None => share("social.injury.employer")?,
        Some(class) => share(&format!("social.injury.class-{class}"))?,
    };
    Ok(Contributions {
        social_base: base,
        pension: Shares { employer: share("social.pension.employer")?, employee: share("social.pension.employee")? },
        medical: Shares { employer: share("social.medical.employer")?, employee: share("social.medical.employee")? },
        unemployment,
        injury: Shares { employer: injury, employee: Money::ZERO },
        ..Contributions::default()
    })
}

/// One side of the housing fund, rounded half-up to the yuan; refuses a rate beyond the fund's bounds.
pub fn housing(base: Money, rate: Rate, on: &PolicyOn<'_>) -> Result<Money, PeopleError> {
    let (low, high) = (on.rate("housing-fund.rate.low")?, on.rate("housing-fund.rate.high")?);
    if rate < low || rate > high {
        return Err(PeopleError::HousingFundRate { rate, low, high });
    }
    Ok(base.prorate(rate.ppm(), YUAN_BY_PPM)?.checked_mul_int(FEN)?)
}

/// The pension of somebody who insures herself: one share on a base within the bounds, all of it her own.
pub fn flexible_pension(declared: Money, month: Date, policy: &Policy) -> Result<Money, PeopleError> {
    let (lower, upper) = social_bounds(month, BaseMode::WholeYear, policy)?;
    Ok(declared.max(lower).min(upper).at(policy.at(month).rate("social.pension.flexible")?)?)
}
