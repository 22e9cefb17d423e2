//! The tax credit rating that the company keeps (facts §3.6): what came late in a year, and the grade published for it.

use super::Reported;
use crate::calendar::Date;
use crate::firm::ledger::Period;
use crate::firm::tax::credit::{self, Conduct, Rating, Standing};
use crate::firm::{Firm, FirmEvent, FirmNews, Refusal};
use crate::policy::{Duty, Policy};

/// The venue where duties are the tax office's.
const TAX_OFFICE: &str = "tax-hall";

/// The duty whose omission is a missing report, not a late filing.
const ACCOUNTING_SYSTEM: &str = "accounting-system";

impl Firm {
    /// The last published rating and the year it is for.
    pub fn tax_credit(&self) -> Option<(i16, Rating)> {
        self.ratings.last().copied()
    }

    /// What came late in a year so far.
    pub fn conduct(&self, year: i16) -> Conduct {
        self.conduct.iter().find(|(of, _)| *of == year).map(|(_, conduct)| *conduct).unwrap_or_default()
    }

    /// A filing came late that no duty of the list stands for: a month's or a quarter's return.
    pub fn file_late(&mut self) -> Reported {
        self.whole(|firm, _| {
            if firm.registration.is_none() {
                return Err(Refusal::NotFounded);
            }
            firm.note_conduct(|conduct| conduct.late_filings = conduct.late_filings.saturating_add(1));
            Ok(())
        })
    }

    pub(super) fn note_late_payment(&mut self) {
        self.note_conduct(|conduct| conduct.late_payments = conduct.late_payments.saturating_add(1));
    }

    /// A duty's day has passed: one of the tax office's counts.
    pub(super) fn note_missed(&mut self, duty: &Duty) {
        if duty.authority != TAX_OFFICE {
            return;
        }
        self.note_conduct(|conduct| {
            let counted =
                if duty.id == ACCOUNTING_SYSTEM { &mut conduct.missing_reports } else { &mut conduct.late_filings };
            *counted = counted.saturating_add(1);
        });
    }

    fn note_conduct(&mut self, note: impl FnOnce(&mut Conduct)) {
        let year = self.today.year();
        match self.conduct.iter_mut().find(|(of, _)| *of == year) {
            Some((_, conduct)) => note(conduct),
            None => {
                let mut conduct = Conduct::default();
                note(&mut conduct);
                self.conduct.push((year, conduct));
            }
        }
    }

    /// The year whose rating is published on a day, where there is one.
    pub(super) fn rated_on(&self, day: Date, policy: &Policy) -> Option<i16> {
        let year = day.year().checked_sub(1)?;
        let open =
            day.day() == 1 && self.business.is_some() && self.founded().is_some_and(|founded| founded.year() <= year);
        (open && credit::published(year, policy) == Ok(day)).then_some(year)
    }

    pub(super) fn publish_rating(
        &mut self,
        year: i16,
        policy: &Policy,
        events: &mut Vec<FirmEvent>,
    ) -> Result<(), Refusal> {
        let standing = if self.founded().is_some_and(|founded| founded.year() == year) {
            Standing::NewlySetUp
        } else if self.statements(Period::new(year, 12)?)?.income.amounts(1)[0].is_positive() {
            Standing::InBusiness
        } else {
            Standing::WithoutRevenue
        };
        let conduct = Conduct { standing, ..self.conduct(year) };
        let rating = credit::rate(&conduct, policy.at(self.today))?;
        self.ratings.push((year, rating));
        events.push(self.event(FirmNews::CreditRated { year, level: rating.level, points: rating.points }));
        Ok(())
    }
}
