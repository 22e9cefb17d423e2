//! Activities with numbers: accounts and figures that exist, tables that are whole, vouchers and demands that can be met.

use std::collections::BTreeSet;

use super::{Subject, walk};
use crate::firm::accounts::{AccountCode, Side};
use crate::scenario::activity::{Activity, Allocate, Cell, Voucher, Worksheet};
use crate::scenario::effect::Effect;
use crate::scenario::format::Step;
use crate::scenario::problem::{Code, Diagnostic};
use crate::scenario::reckon::Reckon;

/// Accounts of the chart and figures of the policy.
pub(super) fn names(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for step in &subject.scenario.steps {
        out.extend(unknown(subject, &[&step.id], &accounts(step), &figures(step)));
    }
    for (path, effect) in walk::effects(subject.scenario) {
        if let Effect::Reckon(name, figure) = effect {
            let (mut accounts, mut figures) = (BTreeSet::new(), BTreeSet::new());
            named(figure, &mut accounts, &mut figures);
            let path: Vec<&str> = path.into_iter().chain([name.as_str()]).collect();
            out.extend(unknown(subject, &path, &accounts, &figures));
        }
    }
    for (path, condition) in walk::conditions(subject.scenario) {
        if let Some(figure) = condition.figure() {
            let (mut accounts, mut figures) = (BTreeSet::new(), BTreeSet::new());
            named(figure, &mut accounts, &mut figures);
            out.extend(unknown(subject, &path, &accounts, &figures));
        }
    }
    out
}

fn unknown(
    subject: &Subject<'_>,
    path: &[&str],
    accounts: &BTreeSet<u32>,
    figures: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    let accounts = accounts.iter().filter(|number| AccountCode::new(**number).is_none());
    let accounts =
        accounts.map(|number| subject.source.near(Code::UnknownAccount, path, &[("name", &number.to_string())]));
    let figures = figures.iter().filter(|id| subject.policy.figure_entries(id).is_empty());
    let figures = figures.map(|figure| {
        let path: Vec<&str> = path.iter().copied().chain([*figure]).collect();
        subject.source.near(Code::UnknownFigure, &path, &[("name", figure)])
    });
    accounts.chain(figures).collect()
}

/// Steps whose vouchers are asked about or put right, and that write none.
pub(super) fn vouchers(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scenario = subject.scenario;
    let writes =
        |name: &str| scenario.steps.iter().any(|step| step.id == name && matches!(step.activity, Activity::Voucher(_)));
    let mut asked: Vec<(walk::Path<'_>, &str)> = Vec::new();
    for step in &scenario.steps {
        for figure in reckoned(step) {
            figure.steps(&mut |name| asked.push((vec![&step.id], name)));
        }
    }
    for (path, effect) in walk::effects(scenario) {
        match effect {
            Effect::Rectify(name) => asked.push((path, name)),
            Effect::Reckon(_, figure) => figure.steps(&mut |name| asked.push((path.clone(), name))),
            _ => {}
        }
    }
    for (path, condition) in walk::conditions(scenario) {
        condition.figure().into_iter().for_each(|figure| figure.steps(&mut |name| asked.push((path.clone(), name))));
    }
    let lost = asked.into_iter().filter(|(_, name)| !writes(name));
    lost.map(|(path, name)| {
        let path: Vec<&str> = path.into_iter().chain([name]).collect();
        subject.source.near(Code::UnknownStep, &path, &[("name", name)])
    })
    .collect()
}

/// Adds the accounts and the figures of law that a reckoned figure names.
fn named<'a>(figure: &'a Reckon, accounts: &mut BTreeSet<u32>, figures: &mut BTreeSet<&'a str>) {
    figure.accounts(&mut |number| {
        accounts.insert(number);
    });
    figure.figures(&mut |id| {
        figures.insert(id);
    });
}

/// Everything that a step lets the core reckon.
fn reckoned(step: &Step) -> Vec<&Reckon> {
    match &step.activity {
        Activity::Voucher(voucher) => voucher.lines.iter().map(|line| &line.amount).collect(),
        Activity::Worksheet(sheet) => cells(sheet).flat_map(of_cell).collect(),
        Activity::Allocate(allocate) => {
            allocate.demands.iter().flat_map(|demand| demand.least.iter().chain(&demand.most)).collect()
        }
        _ => Vec::new(),
    }
}

fn cells(sheet: &Worksheet) -> impl Iterator<Item = &Cell> {
    sheet.rows.iter().flat_map(|row| &row.cells)
}

fn of_cell(cell: &Cell) -> Vec<&Reckon> {
    match cell {
        Cell::Blank | Cell::Given(_) => Vec::new(),
        Cell::Reckoned(figure) => vec![figure],
        Cell::Ask(asked) => std::iter::once(&asked.right).chain(asked.wrong.iter().map(|wrong| &wrong.is)).collect(),
    }
}

fn accounts(step: &Step) -> BTreeSet<u32> {
    let mut numbers = BTreeSet::new();
    if let Activity::Voucher(voucher) = &step.activity {
        numbers.extend(voucher.lines.iter().flat_map(|line| line.or.iter().copied().chain([line.account])));
        numbers.extend(voucher.wrong.iter().map(|wrong| wrong.account));
    }
    for figure in reckoned(step) {
        figure.accounts(&mut |number| {
            numbers.insert(number);
        });
    }
    numbers
}

fn figures(step: &Step) -> BTreeSet<&str> {
    let mut ids = BTreeSet::new();
    for figure in reckoned(step) {
        figure.figures(&mut |id| {
            ids.insert(id);
        });
    }
    ids
}

/// Tables, vouchers and budgets that can be answered.
pub(super) fn shapes(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for step in &subject.scenario.steps {
        match &step.activity {
            Activity::Worksheet(sheet) => out.extend(widths(subject, &step.id, sheet)),
            Activity::Voucher(voucher) if !can_balance(voucher) => {
                out.push(subject.source.near(Code::LopsidedVoucher, &[&step.id], &[]));
            }
            Activity::Allocate(allocate) => out.extend(empty_demands(subject, &step.id, allocate)),
            _ => {}
        }
    }
    out
}

fn widths(subject: &Subject<'_>, step: &str, sheet: &Worksheet) -> Vec<Diagnostic> {
    let wanted = sheet.columns.len().saturating_sub(1);
    let wrong = sheet.rows.iter().filter(|row| row.cells.len() != wanted);
    let told = |row: &crate::scenario::activity::Row| {
        let args = [("got", row.cells.len().to_string()), ("wanted", wanted.to_string())];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        subject.source.near(Code::RowWidth, &[step, row.label.raw()], &args)
    };
    wrong.map(told).collect()
}

/// Whether there is a line on each side, and no account twice on one.
fn can_balance(voucher: &Voucher) -> bool {
    let mut seen = BTreeSet::new();
    let once = voucher.lines.iter().all(|line| seen.insert((line.side == Side::Debit, line.account)));
    let on = |side: Side| voucher.lines.iter().any(|line| line.side == side);
    once && on(Side::Debit) && on(Side::Credit)
}

fn empty_demands(subject: &Subject<'_>, step: &str, allocate: &Allocate) -> Vec<Diagnostic> {
    let empty = allocate
        .demands
        .iter()
        .filter(|demand| demand.of.is_empty() || (demand.least.is_none() && demand.most.is_none()));
    empty.map(|demand| subject.source.near(Code::EmptyDemand, &[step, demand.because.raw()], &[])).collect()
}
