//! `Operate`: run the company's trade for some months. The core's month does the rest; what the same market would have given
//! to the expert's plan, with the same luck, is what the result is held against.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::worksheet::{fits, read};
use super::{
    AmountSheet, Answer, Credit, DialSheet, Fault, Finding, Judgement, Misfit, MonthSheet, Note, Quality, Sheet, Task,
    Unit,
};
use crate::calendar::Date;
use crate::chance::Chance;
use crate::firm::market::Market;
use crate::firm::month::{Plan, Unrecorded};
use crate::firm::trading::{self, Opening, TradedMonth};
use crate::money::{Money, Rate};
use crate::scenario::moment::Moment;
use crate::scenario::reckon::Reckoned;
use crate::scenario::table::Table;
use crate::scenario::term::Term;
use crate::scenario::trial::Instead;

/// Months of trade to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operate {
    /// The question.
    pub ask: Term,
    /// The market, by its id.
    pub market: String,
    /// How many months are run, one after the other.
    pub months: u8,
    /// How many of those who might buy know the business before its first month.
    pub awareness: Rate,
    /// How many rivals there are before its first month.
    pub rivals: u8,
    /// What stands unless a lever moves it.
    pub plan: Given,
    /// What the trainee decides.
    pub levers: Vec<Lever>,
    /// What a month's numbers may show of a mistake.
    #[serde(default)]
    pub signs: Vec<Sign>,
}

/// A month's plan as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The price of a unit, tax included.
    pub price: Term,
    /// How good the goods are.
    pub quality: Rate,
    /// What a unit costs to buy.
    pub unit_cost: Term,
    /// The stock at which goods are ordered.
    pub reorder_point: u32,
    /// How many units an order is for.
    pub order_units: u32,
    /// Days from order to delivery.
    pub lead_days: u8,
    /// How many there are to serve.
    pub staff: u32,
    /// How many customers one of them serves a day.
    pub served_each: u32,
    /// A month's wage of each.
    pub wage: Term,
    /// A month's rent.
    pub rent: Term,
    /// A month's advertising.
    pub advertising: Term,
}

/// Something to decide each month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    /// What it moves.
    pub moves: Moves,
    /// What the trainee reads.
    pub label: Term,
    /// The small print beside it.
    #[serde(default)]
    pub help: Option<Term>,
    /// The least.
    pub from: Term,
    /// The most.
    pub to: Term,
    /// The distance between two neighbours.
    pub step: Term,
    /// What an expert decides, month by month; the last stands for all that follow.
    pub best: Vec<Term>,
}

/// What a lever moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Moves {
    /// The price.
    Price,
    /// The stock at which goods are ordered.
    ReorderPoint,
    /// Units in an order.
    OrderUnits,
    /// How many there are to serve.
    Staff,
    /// The month's advertising.
    Advertising,
}

/// What the months' numbers may show of a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// What they show.
    pub when: Shown,
    /// What is said of it.
    pub because: Term,
    /// The rule behind it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The misconception it stands for.
    #[serde(default)]
    pub misconception: Option<String>,
}

/// What the numbers of all months together show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Shown {
    /// At least this share of the customers found nothing in stock.
    SoldOut(Rate),
    /// At least this share of the customers found nobody to serve them.
    Unserved(Rate),
    /// At least so many units were left at the end.
    LeftOver(u32),
    /// In some month the lever stood above this.
    Above(Moves, Term),
    /// In some month the lever stood below this.
    Below(Moves, Term),
    /// Dues remained unpaid.
    Insolvent,
}

impl Moves {
    /// The lever's id in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::ReorderPoint => "reorder-point",
            Self::OrderUnits => "order-units",
            Self::Staff => "staff",
            Self::Advertising => "advertising",
        }
    }

    fn unit(self) -> Unit {
        match self {
            Self::Price | Self::Advertising => Unit::Amount,
            Self::ReorderPoint | Self::OrderUnits | Self::Staff => Unit::Count,
        }
    }

    /// Where it stands in a plan.
    fn of(self, plan: &Plan) -> Reckoned {
        match self {
            Self::Price => Reckoned::Amount(plan.price),
            Self::Advertising => Reckoned::Amount(plan.advertising),
            Self::ReorderPoint => Reckoned::Count(i64::from(plan.reorder_point)),
            Self::OrderUnits => Reckoned::Count(i64::from(plan.order_units)),
            Self::Staff => Reckoned::Count(i64::from(plan.staff)),
        }
    }

    fn set(self, plan: &mut Plan, value: Reckoned) {
        match (self, value) {
            (Self::Price, Reckoned::Amount(amount)) => plan.price = amount,
            (Self::Advertising, Reckoned::Amount(amount)) => plan.advertising = amount,
            (_, Reckoned::Count(number)) => {
                let number = u32::try_from(number).unwrap_or(0);
                match self {
                    Self::ReorderPoint => plan.reorder_point = number,
                    Self::OrderUnits => plan.order_units = number,
                    Self::Staff => plan.staff = number,
                    Self::Price | Self::Advertising => {}
                }
            }
            _ => {}
        }
    }
}

/// A value as a whole number of its smallest unit.
fn number(value: Reckoned) -> i64 {
    match value {
        Reckoned::Amount(amount) => amount.fen(),
        Reckoned::Count(count) => count,
        Reckoned::Percent(rate) => rate.ppm(),
    }
}

impl Operate {
    /// The market; the checker finds an unknown one before play.
    pub fn market(&self) -> Option<Market> {
        Market::named(&self.market).ok()
    }

    /// The first day of the month that runs next: today, or the next first.
    pub fn next_month(&self, moment: &Moment<'_>) -> Date {
        let today = moment.today();
        let first = today.first_of_month();
        if today == first { first } else { first.plus_months(1).unwrap_or(first) }
    }

    /// How the business stands before its first month.
    pub fn opening(&self, moment: &Moment<'_>) -> Opening {
        let (name, seed) = (self.market.clone(), moment.seed);
        Opening { name, seed, awareness: self.awareness, rivals: self.rivals }
    }

    /// The plan that stands unless a lever moves it.
    fn given(&self, moment: &Moment<'_>) -> Plan {
        let amount = |term: &Term| term.money(moment).unwrap_or_default();
        let given = &self.plan;
        Plan {
            price: amount(&given.price),
            quality: given.quality,
            unit_cost: amount(&given.unit_cost),
            reorder_point: given.reorder_point,
            order_units: given.order_units,
            lead_days: given.lead_days,
            staff: given.staff,
            served_each: given.served_each,
            wage: amount(&given.wage),
            rent: amount(&given.rent),
            advertising: amount(&given.advertising),
            on_account: Rate::ZERO,
            bad_debts: Rate::ZERO,
        }
    }

    /// The plan of an answer.
    pub fn decided(&self, answer: &Answer, moment: &Moment<'_>) -> Option<Plan> {
        let Answer::Operate { plan: values } = answer else { return None };
        let mut plan = self.given(moment);
        for lever in &self.levers {
            let value = values.get(lever.moves.id()).and_then(|value| read(lever.moves.unit(), value));
            if let Some(value) = value {
                lever.moves.set(&mut plan, value);
            }
        }
        Some(plan)
    }

    /// What an expert decides for a month, from nought.
    fn best_values(&self, month: usize, moment: &Moment<'_>) -> BTreeMap<String, String> {
        let best = |lever: &Lever| {
            let term = lever.best.get(month).or(lever.best.last());
            (lever.moves.id().to_owned(), term.and_then(|term| term.exact(moment).ok()).unwrap_or_default())
        };
        self.levers.iter().map(best).collect()
    }

    /// Whether the step goes on after this month.
    pub fn goes_on(&self, answer: &Answer, moment: &Moment<'_>) -> bool {
        let ended = self.run(answer, moment).iter().any(|month| month.report.became_insolvent);
        let done = moment.rounds.len().saturating_add(1);
        !ended && done < usize::from(self.months)
    }

    /// The months of this step with this answer's plan as the next: those that ran, and the one that would.
    fn run(&self, answer: &Answer, moment: &Moment<'_>) -> Vec<TradedMonth> {
        let mut months = ran(moment).to_vec();
        let plan = self.decided(answer, moment);
        let next = self.market().zip(plan).and_then(|(market, plan)| {
            let mut trade = match moment.firm.trading() {
                Some(trading) => trading.trade().clone(),
                None => trading::open(&self.opening(moment), self.next_month(moment), moment.firm.bank()).ok()?,
            };
            trading::run(&mut trade, &market, &plan, moment.policy, &mut Unrecorded).ok()
        });
        months.extend(next);
        months
    }

    /// What the expert's plans would have earned from where this step began, with the same luck.
    fn benchmark(&self, moment: &Moment<'_>) -> Option<Money> {
        let market = self.market()?;
        let mut trade = match moment.firm.trading() {
            Some(trading) => trading.before(moment.rounds.len())?.clone(),
            None => trading::open(&self.opening(moment), self.next_month(moment), moment.firm.bank()).ok()?,
        };
        let mut earned = Money::ZERO;
        for month in 0..usize::from(self.months) {
            let plan = self.decided(&Answer::Operate { plan: self.best_values(month, moment) }, moment)?;
            let ran = trading::run(&mut trade, &market, &plan, moment.policy, &mut Unrecorded).ok()?;
            earned = earned.checked_add(ran.profit).ok()?;
        }
        Some(earned)
    }

    fn sheet_of(&self, month: &TradedMonth) -> MonthSheet {
        let value = |lever: &Lever| (lever.moves.id().to_owned(), lever.moves.of(&month.plan).exact());
        MonthSheet {
            month: month_name(month.month),
            plan: self.levers.iter().map(value).collect(),
            customers: month.report.customers,
            sold: month.report.sold,
            lost_to_capacity: month.report.lost_to_capacity,
            lost_to_stock: month.report.lost_to_stock,
            bought: month.report.bought,
            stock: month.stock,
            sales: amount_sheet(month.report.sales),
            profit: amount_sheet(month.profit),
            bank: amount_sheet(month.bank),
        }
    }
}

impl Lever {
    fn bound(&self, term: &Term, moment: &Moment<'_>) -> Option<i64> {
        term.exact(moment).ok().and_then(|text| read(self.moves.unit(), &text)).map(number)
    }

    fn fit(&self, plan: &BTreeMap<String, String>, moment: &Moment<'_>) -> Result<(), Misfit> {
        let id = self.moves.id();
        let entry = plan.get(id).map_or("", String::as_str);
        fits(id, self.moves.unit(), entry)?;
        let value = read(self.moves.unit(), entry).map(number);
        let inside = self.bound(&self.from, moment).is_none_or(|from| value >= Some(from))
            && self.bound(&self.to, moment).is_none_or(|to| value <= Some(to));
        if inside {
            return Ok(());
        }
        let (least, most) = (self.from.text(moment), self.to.text(moment));
        Err(Misfit::Outside { at: id.to_owned(), least, most })
    }

    fn dial(&self, now: &Plan, moment: &Moment<'_>) -> DialSheet {
        let exact = |term: &Term| term.exact(moment).unwrap_or_default();
        DialSheet {
            id: self.moves.id().to_owned(),
            label: self.label.text(moment),
            help: self.help.as_ref().map(|help| help.text(moment)),
            unit: self.moves.unit(),
            from: exact(&self.from),
            to: exact(&self.to),
            step: exact(&self.step),
            now: self.moves.of(now).exact(),
        }
    }

    fn drawn(&self, moment: &Moment<'_>, chance: &mut Chance) -> Option<i64> {
        let bound = |term: &Term| self.bound(term, moment);
        chance.between_steps(bound(&self.from)?, bound(&self.to)?, bound(&self.step)?).ok()
    }
}

impl Task for Operate {
    fn sheet(&self, moment: &Moment<'_>) -> Sheet {
        let ran = ran(moment);
        let now = ran.last().map_or_else(|| self.given(moment), |month| month.plan);
        let done = u8::try_from(ran.len()).unwrap_or(u8::MAX);
        Sheet::Operate {
            ask: self.ask.text(moment),
            market: self.market().map(|market| market.title().to_owned()).unwrap_or_default(),
            month: month_name(self.next_month(moment)),
            left: self.months.saturating_sub(done),
            levers: self.levers.iter().map(|lever| lever.dial(&now, moment)).collect(),
            bank: amount_sheet(moment.firm.bank()),
            stock: moment.firm.trading().map_or(0, |trading| trading.trade().stock()),
            ran: ran.iter().map(|month| self.sheet_of(month)).collect(),
        }
    }

    fn fit(&self, answer: &Answer, moment: &Moment<'_>) -> Result<(), Misfit> {
        let Answer::Operate { plan } = answer else { return Err(Misfit::Kind("Operate".to_owned())) };
        if let Some(unknown) = plan.keys().find(|id| !self.levers.iter().any(|lever| lever.moves.id() == **id)) {
            return Err(Misfit::Unknown(unknown.clone()));
        }
        self.levers.iter().try_for_each(|lever| lever.fit(plan, moment))
    }

    fn judge(&self, answer: &Answer, moment: &Moment<'_>) -> Judgement {
        let months = self.run(answer, moment);
        let own = months.iter().map(|month| month.profit.fen()).fold(0_i64, i64::saturating_add);
        let best = self.benchmark(moment).map_or(0, Money::fen);
        // Where the expert loses too, it is enough to lose no more.
        let credit = if best > 0 { Credit::share(own, best) } else { Credit::share(i64::from(own >= best), 1) };
        let finding = |sign: &Sign| Finding {
            at: lever_of(&sign.when).to_owned(),
            label: self.ask.text(moment),
            quality: Quality::Wrong,
            misconception: sign.misconception.clone(),
            note: Some(Note::Scene(sign.because.text(moment))),
            rule: sign.rule.clone(),
        };
        let shown = self.signs.iter().filter(|sign| shows(&sign.when, &months, moment));
        Judgement::plain(credit, shown.map(finding).collect())
    }

    fn best(&self, moment: &Moment<'_>) -> Answer {
        Answer::Operate { plan: self.best_values(moment.rounds.len(), moment) }
    }

    fn random(&self, moment: &Moment<'_>, chance: &mut Chance) -> Answer {
        let mut plan = self.best_values(moment.rounds.len(), moment);
        for lever in &self.levers {
            if let Some(drawn) = lever.drawn(moment, chance) {
                let value = match lever.moves.unit() {
                    Unit::Amount => Reckoned::Amount(Money::try_from_fen(drawn).unwrap_or_default()),
                    Unit::Count | Unit::Percent => Reckoned::Count(drawn),
                };
                plan.insert(lever.moves.id().to_owned(), value.exact());
            }
        }
        Answer::Operate { plan }
    }

    fn instead(&self, instead: &Instead, moment: &Moment<'_>) -> Option<Answer> {
        let Instead::Operate(months) = instead else { return None };
        let mut plan = self.best_values(moment.rounds.len(), moment);
        let other: Option<&Table<Term>> = months.get(moment.rounds.len()).or(months.last());
        for (id, term) in other.iter().flat_map(|table| table.iter()) {
            plan.insert(id.to_owned(), term.exact(moment).unwrap_or_default());
        }
        Some(Answer::Operate { plan })
    }

    fn words(&self, answer: &Answer, moment: &Moment<'_>) -> String {
        let said = |month: &TradedMonth| format!("{} {}", month_name(month.month), month.profit);
        self.run(answer, moment).iter().map(said).collect::<Vec<_>>().join("；")
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Term)) {
        let Given { price, unit_cost, wage, rent, advertising, .. } = &self.plan;
        for term in [&self.ask, price, unit_cost, wage, rent, advertising] {
            visit("", term);
        }
        for lever in &self.levers {
            let id = lever.moves.id();
            let bounds = [&lever.label, &lever.from, &lever.to, &lever.step];
            bounds.into_iter().chain(&lever.help).chain(&lever.best).for_each(|term| visit(id, term));
        }
        for sign in &self.signs {
            visit("", &sign.because);
            if let Shown::Above(_, term) | Shown::Below(_, term) = &sign.when {
                visit("", term);
            }
        }
    }

    fn faults<'a>(&'a self, visit: &mut dyn FnMut(Fault<'a>)) {
        for sign in &self.signs {
            visit(Fault {
                at: lever_of(&sign.when),
                misconception: sign.misconception.as_deref(),
                because: Some(&sign.because),
                rule: sign.rule.as_deref(),
            });
        }
    }

    fn ids(&self) -> Vec<&str> {
        self.levers.iter().map(|lever| lever.moves.id()).collect()
    }
}

fn month_name(month: Date) -> String {
    format!("{}年{}月", month.year(), month.month())
}

fn amount_sheet(amount: Money) -> AmountSheet {
    AmountSheet { text: amount.to_string(), fen: amount.fen() }
}

/// The months that this step has run so far.
fn ran<'a>(moment: &Moment<'a>) -> &'a [TradedMonth] {
    let all = moment.firm.trading().map_or(&[] as &[TradedMonth], |trading| trading.months());
    let before = all.len().saturating_sub(moment.rounds.len());
    all.get(before..).unwrap_or(&[])
}

/// Whether the numbers of these months show it.
fn shows(shown: &Shown, months: &[TradedMonth], moment: &Moment<'_>) -> bool {
    let total = |part: fn(&TradedMonth) -> i64| months.iter().map(part).fold(0_i64, i64::saturating_add);
    let share = |part: i64, rate: Rate| {
        let whole = i128::from(total(|month| month.report.customers)).saturating_mul(i128::from(rate.ppm()));
        part > 0 && i128::from(part).saturating_mul(i128::from(Rate::ONE.ppm())) >= whole
    };
    let bound =
        |moves: Moves, term: &Term| term.exact(moment).ok().and_then(|text| read(moves.unit(), &text)).map(number);
    match shown {
        Shown::SoldOut(rate) => share(total(|month| month.report.lost_to_stock), *rate),
        Shown::Unserved(rate) => share(total(|month| month.report.lost_to_capacity), *rate),
        Shown::LeftOver(units) => months.last().is_some_and(|month| month.stock >= i64::from(*units)),
        Shown::Above(moves, term) => {
            bound(*moves, term).is_some_and(|bound| months.iter().any(|month| number(moves.of(&month.plan)) > bound))
        }
        Shown::Below(moves, term) => {
            bound(*moves, term).is_some_and(|bound| months.iter().any(|month| number(moves.of(&month.plan)) < bound))
        }
        Shown::Insolvent => months.iter().any(|month| month.report.became_insolvent),
    }
}

/// The lever that a sign speaks of.
fn lever_of(shown: &Shown) -> &'static str {
    match shown {
        Shown::SoldOut(_) | Shown::LeftOver(_) => Moves::OrderUnits.id(),
        Shown::Unserved(_) => Moves::Staff.id(),
        Shown::Above(moves, _) | Shown::Below(moves, _) => moves.id(),
        Shown::Insolvent => Moves::Price.id(),
    }
}
