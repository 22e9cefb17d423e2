//! `Voucher`: write a journal entry. What is right follows from the core at that moment; what was written goes into the
//! company's books as it stands, once it is passed.

use serde::{Deserialize, Serialize};

use super::{
    AccountSheet, Answer, Credit, EnteredLine, Fault, Finding, Judgement, Misfit, Note, Quality, Sheet, Task, count,
};
use crate::chance::Chance;
use crate::firm::VoucherLine;
use crate::firm::accounts::{self, AccountCode, CHART, Side};
use crate::money::Money;
use crate::scenario::moment::Moment;
use crate::scenario::reckon::Reckon;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// Characters of a summary: it stands on one line of the voucher.
const SUMMARY_MAX: u16 = 40;
/// Lines of a voucher: more do not fit the sheet.
const LINES_MAX: u16 = 20;

/// An event to book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voucher {
    /// What happened.
    pub ask: Term,
    /// The summary an expert writes.
    pub summary: Term,
    /// The right lines, each account once on a side.
    pub lines: Vec<Posting>,
    /// Lines that stand for a misconception; the first that matches is said.
    #[serde(default)]
    pub wrong: Vec<WrongPosting>,
}

/// A right line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// The stable name within the step.
    pub id: String,
    /// The side.
    pub side: Side,
    /// The account's number.
    pub account: u32,
    /// Other accounts that are as good.
    #[serde(default)]
    pub or: Vec<u32>,
    /// The amount.
    pub amount: Reckon,
    /// Why.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception of leaving it out or getting its amount wrong.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// A line that should not be there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongPosting {
    /// The account's number.
    pub account: u32,
    /// Only on this side; on either where left out.
    #[serde(default)]
    pub side: Option<Side>,
    /// What is said of it.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// A line as entered: side, account, amount.
type Line = (Side, AccountCode, Money);

impl Posting {
    fn takes(&self, line: &Line) -> bool {
        let number = line.1.number();
        line.0 == self.side && (self.account == number || self.or.contains(&number))
    }

    fn right(&self, moment: &Moment<'_>) -> Option<Money> {
        self.amount.amount(moment).ok()
    }

    fn finding(&self, label: String, moment: &Moment<'_>) -> Finding {
        Finding {
            at: self.id.clone(),
            label,
            quality: Quality::Wrong,
            misconception: self.misconception.clone(),
            note: Some(Note::Scene(self.because.text(moment))),
            rule: self.rule.clone(),
        }
    }
}

impl Voucher {
    /// An answer as the ledger takes it: the summary and the lines; nothing where the answer does not fit.
    pub fn posted(answer: &Answer) -> Option<(&str, Vec<VoucherLine>)> {
        let Answer::Voucher { summary, lines } = answer else { return None };
        let lines: Result<Vec<Line>, Misfit> = (1..).zip(lines).map(|(place, line)| entered(place, line)).collect();
        let post = |(side, account, amount): Line| match side {
            Side::Debit => VoucherLine::debit(account, amount),
            Side::Credit => VoucherLine::credit(account, amount),
        };
        Some((summary.trim(), lines.ok()?.into_iter().map(post).collect()))
    }

    /// The lines of this time: what comes to nothing has none.
    fn wanted<'a>(&'a self, moment: &'a Moment<'_>) -> impl Iterator<Item = &'a Posting> {
        self.lines.iter().filter(|posting| posting.right(moment) != Some(Money::ZERO))
    }

    /// A finding about a line that should not be there.
    fn unwanted(&self, line: &Line, moment: &Moment<'_>) -> Option<Finding> {
        let is_it =
            |wrong: &&WrongPosting| wrong.account == line.1.number() && wrong.side.is_none_or(|side| side == line.0);
        let wrong = self.wrong.iter().find(is_it)?;
        Some(Finding {
            at: line.1.to_string(),
            label: label(line),
            quality: Quality::Wrong,
            misconception: wrong.misconception.clone(),
            note: Some(Note::Scene(wrong.because.text(moment))),
            rule: wrong.rule.clone(),
        })
    }

    fn answer(&self, lines: impl Iterator<Item = (Side, u32, String)>, moment: &Moment<'_>) -> Answer {
        let line = |(side, account, amount): (Side, u32, String)| match side {
            Side::Debit => EnteredLine { account: account.to_string(), debit: amount, credit: String::new() },
            Side::Credit => EnteredLine { account: account.to_string(), debit: String::new(), credit: amount },
        };
        Answer::Voucher { summary: self.summary.text(moment), lines: lines.map(line).collect() }
    }
}

impl Task for Voucher {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let account = |account: &accounts::Account| AccountSheet {
            code: account.number.to_string(),
            name: account.code.name(),
            initials: accounts::initials(account.code),
        };
        Sheet::Voucher {
            ask: self.ask.text(moment),
            date: moment.today().chinese(),
            accounts: CHART.iter().map(account).collect(),
            summary_max: SUMMARY_MAX,
            lines_max: LINES_MAX,
        }
    }

    fn fit(&self, answer: &Answer, _: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Voucher { summary, lines } = answer else { return Err(Misfit::Kind("Voucher".to_owned())) };
        if summary.trim().is_empty() {
            return Err(Misfit::Empty("summary".to_owned()));
        }
        if summary.trim().chars().count() > usize::from(SUMMARY_MAX) {
            return Err(Misfit::TooLong { field: "summary".to_owned(), most: SUMMARY_MAX });
        }
        if !(2..=usize::from(LINES_MAX)).contains(&lines.len()) {
            return Err(Misfit::Lines(LINES_MAX));
        }
        let mut sides = [Money::ZERO; 2];
        for (place, line) in (1..).zip(lines) {
            let (side, _, amount) = entered(place, line)?;
            let [debits, credits] = &mut sides;
            let sum = if side == Side::Debit { debits } else { credits };
            *sum = sum.checked_add(amount).map_err(|_| Misfit::Amount(at(place)))?;
        }
        let [debits, credits] = sides;
        if debits == credits {
            return Ok(());
        }
        Err(Misfit::Unbalanced { debits: debits.to_string(), credits: credits.to_string() })
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let mut left = merged(answer);
        let mut findings = Vec::new();
        let mut missing = Vec::new();
        // In halves: the account on its side earns one, the amount the other; a line that belongs nowhere costs one.
        let mut halves = 0_i64;
        let wanted: Vec<&Posting> = self.wanted(moment).collect();
        for posting in wanted.iter().copied() {
            let Some(place) = left.iter().position(|line| posting.takes(line)) else {
                missing.push(posting);
                continue;
            };
            let line = left.remove(place);
            halves = halves.saturating_add(1);
            if posting.right(moment) == Some(line.2) {
                halves = halves.saturating_add(1);
            } else {
                findings.push(posting.finding(label(&line), moment));
            }
        }
        let extra = count(left.len());
        for posting in missing {
            // Another account in its place is one mistake, and told once.
            let instead = left.iter().position(|line| line.0 == posting.side).map(|place| left.remove(place));
            let told = instead.as_ref().and_then(|line| self.unwanted(line, moment));
            let heading = instead.as_ref().map_or_else(|| side_name(posting.side).to_owned(), label);
            findings.push(told.unwrap_or_else(|| posting.finding(heading, moment)));
        }
        for line in &left {
            let plain = || Finding {
                at: line.1.to_string(),
                label: label(line),
                quality: Quality::Wrong,
                misconception: None,
                note: Some(Note::Core { key: "voucher-extra".to_owned(), args: Vec::new() }),
                rule: None,
            };
            findings.push(self.unwanted(line, moment).unwrap_or_else(plain));
        }
        let credit = Credit::share(halves.saturating_sub(extra), count(wanted.len()).saturating_mul(2));
        Judgement::plain(credit, findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        let amount = |posting: &Posting| posting.right(moment).map(Money::plain).unwrap_or_default();
        self.answer(self.wanted(moment).map(|posting| (posting.side, posting.account, amount(posting))), moment)
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let is_cash = |number: u32| AccountCode::new(number).is_some_and(AccountCode::is_cash);
        let wrong = self.wrong.iter().map(|wrong| wrong.account);
        let others = self.lines.iter().map(|posting| posting.account).chain(wrong);
        let others: Vec<u32> = others.filter(|number| !is_cash(*number)).collect();
        let mut lines = Vec::new();
        for posting in self.wanted(moment) {
            let other = chance.pick(&others).copied().filter(|_| chance.below(2) == 1);
            let amount = posting.right(moment).map(Money::plain).unwrap_or_default();
            lines.push((posting.side, other.unwrap_or(posting.account), amount));
        }
        self.answer(lines.into_iter(), moment)
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Voucher(lines) = instead else { return None };
        let amount = |amount: &Reckon| amount.amount(moment).map(Money::plain).unwrap_or_default();
        Some(self.answer(lines.iter().map(|(side, account, sum)| (*side, *account, amount(sum))), moment))
    }

    fn words(&self, answer: &Answer, _: &Moment<'_>) -> String {
        let line = |line: &Line| format!("{} {}", label(line), line.2);
        merged(answer).iter().map(line).collect::<Vec<_>>().join("；")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        visit("", &self.ask);
        visit("", &self.summary);
        for posting in &self.lines {
            visit(&posting.id, &posting.because);
            posting.amount.terms(&mut |term| visit(&posting.id, term));
        }
        self.wrong.iter().for_each(|wrong| visit("", &wrong.because));
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for posting in &self.lines {
            visit(Fault {
                at: &posting.id,
                misconception: posting.misconception.as_deref(),
                because: Some(&posting.because),
                rule: posting.rule.as_deref(),
            });
        }
        for wrong in &self.wrong {
            visit(Fault {
                at: "",
                misconception: wrong.misconception.as_deref(),
                because: Some(&wrong.because),
                rule: wrong.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.lines.iter().map(|posting| posting.id.as_str()).collect()
    }
}

/// The name of a line in a [`Misfit`]: its place from 1.
fn at(place: u16) -> String {
    format!("line-{place}")
}

fn entered(place: u16, line: &EnteredLine) -> Result<Line, Misfit> {
    let number: Option<u32> = line.account.trim().parse().ok();
    let account = number.and_then(AccountCode::new).ok_or_else(|| Misfit::Account(at(place)))?;
    let (side, amount) = match (line.debit.trim(), line.credit.trim()) {
        ("", credit) if !credit.is_empty() => (Side::Credit, credit),
        (debit, "") if !debit.is_empty() => (Side::Debit, debit),
        _ => return Err(Misfit::OneSide(at(place))),
    };
    match amount.parse::<Money>() {
        Ok(amount) if amount.is_positive() => Ok((side, account, amount)),
        _ => Err(Misfit::Amount(at(place))),
    }
}

/// The lines of an answer, those of the same account and side added up.
fn merged(answer: &Answer) -> Vec<Line> {
    let Answer::Voucher { lines, .. } = answer else { return Vec::new() };
    let mut merged: Vec<Line> = Vec::new();
    for (side, account, amount) in (1..).zip(lines).filter_map(|(place, line)| entered(place, line).ok()) {
        match merged.iter_mut().find(|known| known.0 == side && known.1 == account) {
            Some(known) => known.2 = known.2.checked_add(amount).unwrap_or(Money::MAX),
            None => merged.push((side, account, amount)),
        }
    }
    merged
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Debit => "借",
        Side::Credit => "贷",
    }
}

fn label(line: &Line) -> String {
    format!("{} {}", side_name(line.0), line.1.name())
}
