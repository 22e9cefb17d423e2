//! `Hire`: read candidates, offer one of them a contract. What the law finds wrong with it is the core's; whether the
//! candidate takes it follows from a wage that nobody is told, drawn from the seed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Answer, CandidateSheet, Credit, Entry, Fault, Field, Finding, Judgement, Misfit, Note, Quality, Sheet, Task, count,
};
use crate::calendar::Date;
use crate::chance::Chance;
use crate::firm::people::contract::{self, Clause, Contract, Defect, Length, Probation, WorkTime};
use crate::firm::people::staff::{self, Staff};
use crate::firm::people::voucher::Department;
use crate::firm::people::wages::Zone;
use crate::money::{Money, Rate};
use crate::scenario::moment::Moment;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// A post to fill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hire {
    /// The question.
    pub ask: Term,
    /// The post.
    pub post: Term,
    /// Where the work is done, and so which cost the wage is.
    pub department: Department,
    /// Where the wage is earned.
    #[serde(default = "urban")]
    pub zone: Zone,
    /// The housing fund's rate, where this is the first employee.
    pub housing: Rate,
    /// The first day of work.
    pub first: Term,
    /// Who applies.
    pub candidates: Vec<Candidate>,
    /// Whom an expert hires, or `"nobody"`.
    pub best: String,
    /// Whether nobody need be hired.
    #[serde(default)]
    pub may_decline: bool,
    /// The contract's terms. The core reads these by their ids: `wage` and `probation-wage` amounts; `months` a number or
    /// `open`; `probation` a number of months; `clauses` of `deposit`, `papers`, `damages`, `no-insurance`.
    pub terms: Vec<Field>,
    /// The author's words for what the law finds.
    #[serde(default)]
    pub defects: Vec<DefectWords>,
}

/// Somebody who applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The stable name within the step.
    pub id: String,
    /// The name.
    pub name: Term,
    /// What the papers say, and what was said.
    pub about: Term,
    /// The month's wage asked for.
    pub asks: Term,
    /// The least they take: between these two, drawn for this learner.
    pub least: (Term, Term),
    /// Whether it is the first job ever.
    #[serde(default)]
    pub first_job: bool,
    /// What hiring them earns, in percent, where they are not the best.
    #[serde(default)]
    pub credit: u16,
    /// What is said of it.
    #[serde(default)]
    pub because: Option<Term>,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// The author's words for something the law finds wrong with the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefectWords {
    /// What is found, by its id.
    pub of: String,
    /// What is said of it.
    pub because: Term,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// Hiring nobody, as answers and conditions name it.
pub const NOBODY: &str = "nobody";
/// An offer that was turned down, as conditions name it.
pub const DECLINED: &str = "declined";
/// What another than the best must earn to count as defensible.
const FAIR_FROM_PERCENT: u16 = 50;

/// A contract's terms: field id and entry.
type Terms = BTreeMap<String, Entry>;

fn urban() -> Zone {
    Zone::Urban
}

impl Hire {
    fn candidate(&self, id: &str) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.id == id)
    }

    /// Whether one entry has the shape its field takes.
    pub fn fit_entry(&self, id: &str, entry: &Entry) -> Result<(), Misfit> {
        let field = self.terms.iter().find(|field| field.id == id);
        field.ok_or_else(|| Misfit::Unknown(id.to_owned()))?.fit_optional(entry)
    }

    /// How it came out, as conditions ask for it: the candidate, or that nobody was hired, or that the offer was declined.
    pub fn came_out(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Hire { candidate, terms } = answer else { return NOBODY.to_owned() };
        match candidate.as_deref().and_then(|id| self.candidate(id)) {
            None => NOBODY.to_owned(),
            Some(candidate) if candidate.takes(terms, moment) => candidate.id.clone(),
            Some(_) => DECLINED.to_owned(),
        }
    }

    /// Whom the company employs by this answer, with the name; nobody where the offer was declined.
    pub fn employs(&self, answer: &Answer, moment: &Moment<'_>) -> Option<(String, staff::Hire)> {
        let Answer::Hire { candidate, terms } = answer else { return None };
        let candidate = self.candidate(candidate.as_deref()?).filter(|one| one.takes(terms, moment))?;
        let hire = staff::Hire {
            first: self.first.date(moment).ok()?,
            department: self.department,
            wage: amount(terms, "wage")?,
            first_job: candidate.first_job,
            basic: crate::firm::tax::iit::withholding::BasicDeduction::FromJoining,
            claims: crate::firm::people::payslip::Claims::default(),
        };
        Some((candidate.name.text(moment), hire))
    }

    /// Nobody yet, in the scheme this scene hires by.
    pub fn staff(&self) -> Staff {
        Staff::new(crate::firm::people::contributions::Scheme::usual(self.zone, self.housing))
    }

    /// Entries in the exact form of variables.
    pub fn variables(&self, answer: &Answer) -> Vec<(String, String)> {
        let Answer::Hire { terms, .. } = answer else { return Vec::new() };
        let exact = |field: &Field| Some((field.id.clone(), field.exact(terms.get(&field.id)?)));
        self.terms.iter().filter_map(exact).collect()
    }

    /// The contract that the terms make; nothing where they do not make one.
    fn contract(&self, terms: &Terms, moment: &Moment<'_>) -> Option<Contract> {
        let first = self.first.date(moment).ok()?;
        let wage = amount(terms, "wage")?;
        let length = match terms.get("months").map(Entry::text).as_deref() {
            None | Some("open") => Length::OpenEnded,
            Some(months) => Length::Fixed(after(first, months.parse().ok()?)?),
        };
        let probation = terms.get("probation").and_then(|entry| entry.text().parse::<i32>().ok());
        let probation = match probation.filter(|months| *months > 0) {
            Some(months) => {
                Some(Probation { last: after(first, months)?, wage: amount(terms, "probation-wage").unwrap_or(wage) })
            }
            None => None,
        };
        let clauses = terms.get("clauses").map(Entry::items).unwrap_or_default();
        let clause = |id: &str| match id {
            "deposit" => Some(Clause::Deposit(wage)),
            "papers" => Some(Clause::KeepsPapers),
            "damages" => Some(Clause::OtherDamages(wage)),
            "no-insurance" => Some(Clause::NoSocialInsurance),
            _ => None,
        };
        Some(Contract {
            first,
            length,
            time: WorkTime::Full,
            zone: self.zone,
            wage,
            lowest_of_post: None,
            probation,
            probation_before: false,
            clauses: clauses.into_iter().filter_map(clause).collect(),
        })
    }

    fn defects(&self, terms: &Terms, moment: &Moment<'_>) -> Vec<Finding> {
        let Some(contract) = self.contract(terms, moment) else { return Vec::new() };
        let found = contract::examine(&contract, &moment.policy.at(contract.first)).unwrap_or_default();
        found.into_iter().map(|defect| self.defect(defect, moment)).collect()
    }

    fn defect(&self, defect: Defect, moment: &Moment<'_>) -> Finding {
        let words = self.defects.iter().find(|words| words.of == defect.id());
        let at = defect_field(defect);
        let label = self.terms.iter().find(|field| field.id == at).map(|field| field.label.text(moment));
        let plain = || Note::Core { key: format!("defect-{}", defect.id()), args: defect.args() };
        Finding {
            at: at.to_owned(),
            label: label.unwrap_or_default(),
            quality: Quality::Wrong,
            misconception: words.and_then(|words| words.misconception.clone()),
            note: Some(words.map_or_else(plain, |words| Note::Scene(words.because.text(moment)))),
            rule: Some(defect.rule().to_owned()),
        }
    }

    /// What is to be said of the choice of a person, and what it earns.
    fn judge_person(&self, id: &str, moment: &Moment<'_>) -> (Credit, Vec<Finding>) {
        let Some(candidate) = self.candidate(id) else {
            let right = self.best == NOBODY;
            let note = Note::Core { key: "hire-nobody".to_owned(), args: Vec::new() };
            let finding = Finding {
                at: NOBODY.to_owned(),
                label: self.post.text(moment),
                quality: Quality::Wrong,
                misconception: None,
                note: Some(note),
                rule: None,
            };
            return (Credit::share(i64::from(right), 1), if right { Vec::new() } else { vec![finding] });
        };
        let is_best = self.best == id;
        let quality = match candidate.credit {
            _ if is_best => Quality::Right,
            credit if credit >= FAIR_FROM_PERCENT => Quality::Fair,
            _ => Quality::Wrong,
        };
        let finding = Finding {
            at: id.to_owned(),
            label: candidate.name.text(moment),
            quality,
            misconception: candidate.misconception.clone().filter(|_| quality == Quality::Wrong),
            note: candidate.because.as_ref().map(|because| Note::Scene(because.text(moment))),
            rule: candidate.rule.clone(),
        };
        (if is_best { Credit::FULL } else { Credit::percent(candidate.credit) }, vec![finding])
    }

    fn best_terms(&self, moment: &Moment<'_>) -> Terms {
        self.terms.iter().map(|field| (field.id.clone(), field.expert(moment))).collect()
    }
}

impl Candidate {
    /// Whether they take the wage offered.
    fn takes(&self, terms: &Terms, moment: &Moment<'_>) -> bool {
        let bound = |term: &Term| term.money(moment).unwrap_or_default();
        let (one, other) = (bound(&self.least.0).fen(), bound(&self.least.1).fen());
        let mut chance = moment.chance(&format!("least-{}", self.id));
        let least = chance.between_steps(one.min(other), one.max(other), LEAST_STEP_FEN).unwrap_or(one);
        amount(terms, "wage").is_some_and(|wage| wage.fen() >= least)
    }
}

/// People think of wages in steps of fifty yuan.
const LEAST_STEP_FEN: i64 = 5_000;

fn amount(terms: &Terms, id: &str) -> Option<Money> {
    terms.get(id)?.text().trim().parse().ok()
}

/// The last day of so many months from a first day.
fn after(first: Date, months: i32) -> Option<Date> {
    first.plus_months(months).and_then(|day| day.plus_days(-1)).ok()
}

/// The field that a defect stands beside.
fn defect_field(defect: Defect) -> &'static str {
    match defect {
        Defect::EndsBeforeBegin => "months",
        Defect::ProbationNotAllowed
        | Defect::ProbationTooLong(_)
        | Defect::ProbationIsContract
        | Defect::ProbationTwice => "probation",
        Defect::ProbationPaysTooLittle(_) => "probation-wage",
        Defect::BelowMinimumWage(_) | Defect::PartTimeHours | Defect::PartTimeSettlement => "wage",
        Defect::NonCompeteWithoutSecrets
        | Defect::NonCompeteTooLong(_)
        | Defect::NonCompeteUnpaid
        | Defect::ServiceDamagesTooHigh(_)
        | Defect::DamagesForbidden
        | Defect::PapersKept
        | Defect::DepositTaken
        | Defect::SocialInsuranceWaived => "clauses",
    }
}

impl Task for Hire {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let candidate = |one: &Candidate| CandidateSheet {
            id: one.id.clone(),
            name: one.name.text(moment),
            about: one.about.text(moment),
            asks: one.asks.text(moment),
        };
        Sheet::Hire {
            ask: self.ask.text(moment),
            post: self.post.text(moment),
            candidates: self.candidates.iter().map(candidate).collect(),
            terms: self.terms.iter().map(|field| field.sheet(moment)).collect(),
            may_decline: self.may_decline,
        }
    }

    fn fit(&self, answer: &Answer, _: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Hire { candidate, terms } = answer else { return Err(Misfit::Kind("Hire".to_owned())) };
        let Some(candidate) = candidate else {
            return if self.may_decline { Ok(()) } else { Err(Misfit::Empty("candidate".to_owned())) };
        };
        if self.candidate(candidate).is_none() {
            return Err(Misfit::Unknown(candidate.clone()));
        }
        if let Some(unknown) = terms.keys().find(|id| !self.terms.iter().any(|field| field.id == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        self.terms.iter().try_for_each(|field| match terms.get(&field.id) {
            Some(entry) => field.fit_optional(entry),
            None => Err(Misfit::Empty(field.id.clone())),
        })
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let Answer::Hire { candidate, terms } = answer else { return Judgement::plain(Credit::NONE, Vec::new()) };
        let id = candidate.as_deref().unwrap_or(NOBODY);
        let (person, mut findings) = self.judge_person(id, moment);
        if id == NOBODY {
            return Judgement::plain(person, findings);
        }
        let own = |field: &Field| field.finding(terms.get(&field.id)?, None, moment);
        let mut of_terms: Vec<Finding> = self.terms.iter().filter_map(own).collect();
        // What the author says of a field stands for what the law finds there.
        let told: Vec<String> = of_terms.iter().map(|finding| finding.at.clone()).collect();
        of_terms.extend(self.defects(terms, moment).into_iter().filter(|defect| !told.contains(&defect.at)));
        let right = count(self.terms.len()).saturating_sub(count(of_terms.len()).saturating_mul(2));
        let contract = Credit::share(right, count(self.terms.len()));
        findings.extend(of_terms);
        let mut credit = half_each(person, contract);
        if self.came_out(answer, moment) == DECLINED {
            findings.push(self.declined(id, moment));
            credit = credit.of(Credit::percent(50));
        }
        Judgement::plain(credit, findings)
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        hiring(&self.best, self.best_terms(moment))
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let id = chance.pick(&self.candidates).map(|candidate| candidate.id.clone()).unwrap_or_default();
        if self.may_decline && chance.below(4) == 0 {
            return hiring(NOBODY, BTreeMap::new());
        }
        let mut entry = |field: &Field| (field.id.clone(), field.random(moment, chance));
        let terms = self.terms.iter().map(&mut entry).collect();
        hiring(&id, terms)
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Hire { candidate, terms: other } = instead else { return None };
        let mut terms = self.best_terms(moment);
        for field in &self.terms {
            if let Some(texts) = other.get(&field.id) {
                terms.insert(field.id.clone(), field.entry(texts, moment));
            }
        }
        Some(hiring(candidate.as_deref().unwrap_or(&self.best), terms))
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let Answer::Hire { candidate, terms } = answer else { return String::new() };
        let Some(candidate) = candidate.as_deref().and_then(|id| self.candidate(id)) else { return String::new() };
        let mut words = candidate.name.text(moment);
        for field in &self.terms {
            words.push('；');
            field.say_labelled(terms.get(&field.id), moment, &mut words);
        }
        words
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        for term in [&self.ask, &self.post, &self.first] {
            visit("", term);
        }
        for one in &self.candidates {
            let terms = [&one.name, &one.about, &one.asks, &one.least.0, &one.least.1];
            terms.into_iter().chain(&one.because).for_each(|term| visit(&one.id, term));
        }
        self.terms.iter().for_each(|field| field.texts(visit));
        self.defects.iter().for_each(|words| visit("", &words.because));
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for one in self.candidates.iter().filter(|one| one.id != self.best && one.credit < FAIR_FROM_PERCENT) {
            visit(Fault {
                at: &one.id,
                misconception: one.misconception.as_deref(),
                because: one.because.as_ref(),
                rule: one.rule.as_deref(),
            });
        }
        self.terms.iter().for_each(|field| field.faults(visit));
        for words in &self.defects {
            visit(Fault {
                at: "",
                misconception: words.misconception.as_deref(),
                because: Some(&words.because),
                rule: Defect::rule_of(&words.of),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        let candidates = self.candidates.iter().map(|one| one.id.as_str());
        candidates.chain(self.terms.iter().map(|field| field.id.as_str())).collect()
    }
}

impl Hire {
    fn declined(&self, id: &str, moment: &Moment<'_>) -> Finding {
        let candidate = self.candidate(id);
        let name = candidate.map(|one| one.name.text(moment)).unwrap_or_default();
        let asks = candidate.map(|one| one.asks.text(moment)).unwrap_or_default();
        Finding {
            at: "wage".to_owned(),
            label: name.clone(),
            quality: Quality::Wrong,
            misconception: None,
            note: Some(Note::Core {
                key: "hire-declined".to_owned(),
                args: vec![("name".to_owned(), name), ("asks".to_owned(), asks)],
            }),
            rule: None,
        }
    }
}

fn half_each(one: Credit, other: Credit) -> Credit {
    let both = i64::from(one.ppm()).saturating_add(i64::from(other.ppm()));
    Credit::share(both, i64::from(Credit::FULL.ppm()).saturating_mul(2))
}

fn hiring(candidate: &str, terms: Terms) -> Answer {
    if candidate == NOBODY {
        return Answer::Hire { candidate: None, terms: BTreeMap::new() };
    }
    Answer::Hire { candidate: Some(candidate.to_owned()), terms }
}
