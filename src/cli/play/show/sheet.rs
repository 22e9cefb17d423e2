//! What the terminal player shows of an activity.

use std::collections::BTreeMap;

use crate::cli::paint;
use crate::scenario::activity::{
    BudgetLineSheet, CandidateSheet, CardSheet, CellSheet, DialSheet, ItemSheet, MonthSheet, RoundSheet, RowSheet,
    Sheet,
};
use crate::text::{Lang, say as word};

/// Columns of an item's text, behind its number.
const ITEM_WIDTH: usize = 70;

/// An activity.
pub(in super::super) fn sheet(lang: Lang, sheet: &Sheet) {
    paint::line("");
    match sheet {
        Sheet::Choose { ask, options, .. } => {
            heading(ask);
            list(options);
        }
        Sheet::Form { document, note, fields } => {
            heading(&format!("〔{document}〕"));
            if let Some(note) = note {
                paint::line(note);
            }
            for field in fields {
                paint::line(&format!("  · {}", field.label));
            }
        }
        Sheet::Arrange { ask, items } => {
            heading(ask);
            list(items);
        }
        Sheet::Classify { ask, bins, items } => {
            heading(ask);
            list(items);
            faint(lang, "play-bins");
            list(bins);
        }
        Sheet::Inspect { ask, document, clauses, reasons } => {
            heading(ask);
            paint::line(&format!("〔{document}〕"));
            list(clauses);
            faint(lang, "play-reasons");
            list(reasons);
        }
        Sheet::Voucher { ask, date, .. } => {
            heading(ask);
            paint::line(&paint::faint(date));
        }
        Sheet::Worksheet { ask, document, columns, rows } => {
            heading(ask);
            table(document, columns, rows);
        }
        Sheet::Hire { ask, post, candidates, .. } => {
            heading(ask);
            paint::line(&format!("〔{post}〕"));
            numbered(candidates, |one: &CandidateSheet| format!("{}（{}）{}", one.name, one.asks, one.about));
        }
        Sheet::Negotiate { ask, with, issues, table, said, rounds, left } => {
            heading(ask);
            negotiation(lang, with, issues, (table, said), rounds);
            paint::line(&paint::faint(&word(lang, "play-offers-left", &[("left", &left.to_string())])));
        }
        Sheet::Allocate { ask, budget_text, lines, .. } => {
            heading(ask);
            paint::line(&word(lang, "play-budget", &[("budget", budget_text)]));
            let line = |line: &BudgetLineSheet| format!("{} {}", line.label, line.help.as_deref().unwrap_or_default());
            numbered(lines, line);
        }
        Sheet::Operate { ask, market, month, left, bank, stock, ran, .. } => {
            heading(ask);
            months(lang, ran);
            let (left, stock) = (left.to_string(), stock.to_string());
            let args = [
                ("market", market.as_str()),
                ("month", month),
                ("left", &left),
                ("bank", &bank.text),
                ("stock", &stock),
            ];
            paint::line(&word(lang, "play-month-next", &args));
        }
        Sheet::Pitch { ask, seconds, cards, questions, .. } if questions.is_empty() => {
            heading(ask);
            paint::line(&word(lang, "play-seconds", &[("seconds", &seconds.to_string())]));
            numbered(cards, |card: &CardSheet| format!("{} {}″ {}", card.label, card.seconds, card.text));
        }
        Sheet::Pitch { ask, questions, .. } => {
            heading(ask);
            for question in questions {
                paint::line(&format!("  · {}", question.ask));
            }
        }
    }
}

fn heading(text: &str) {
    paint::line(&paint::strong(text));
}

fn faint(lang: Lang, key: &str) {
    paint::line(&paint::faint(&word(lang, key, &[])));
}

fn list(items: &[ItemSheet]) {
    numbered(items, |item: &ItemSheet| item.label.clone());
}

fn numbered<T>(items: &[T], text: impl Fn(&T) -> String) {
    for (place, item) in (1..).zip(items) {
        for (nth, text) in paint::wrapped(&text(item), ITEM_WIDTH).iter().enumerate() {
            let lead = if nth == 0 { format!("{place:>3}. ") } else { "     ".to_owned() };
            paint::line(&format!("{lead}{text}"));
        }
    }
}

fn table(document: &str, columns: &[String], rows: &[RowSheet]) {
    paint::line(&format!("〔{document}〕"));
    paint::line(&columns.join(" | "));
    for row in rows {
        let cell = |cell: &CellSheet| match cell {
            CellSheet::Blank => String::new(),
            CellSheet::Given(text) => text.clone(),
            CellSheet::Ask { .. } => "____".to_owned(),
        };
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        paint::line(&format!("{} | {}", row.label, cells.join(" | ")));
    }
}

fn negotiation(
    lang: Lang,
    with: &str,
    issues: &[DialSheet],
    (table, said): (&BTreeMap<String, String>, &str),
    rounds: &[RoundSheet],
) {
    for round in rounds {
        let args = [("ours", offer(issues, &round.ours)), ("theirs", offer(issues, &round.theirs))];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        paint::line(&paint::faint(&word(lang, "play-round", &args)));
    }
    paint::line(&format!("{}：{said}", paint::sea(with)));
    paint::line(&word(lang, "play-table", &[("offer", &offer(issues, table))]));
}

fn offer(issues: &[DialSheet], values: &BTreeMap<String, String>) -> String {
    let one = |issue: &DialSheet| Some(format!("{} {}", issue.label, values.get(&issue.id)?));
    issues.iter().filter_map(one).collect::<Vec<_>>().join("，")
}

fn months(lang: Lang, ran: &[MonthSheet]) {
    for month in ran {
        let numbers = [month.customers, month.sold, month.lost_to_capacity, month.lost_to_stock, month.stock];
        let [customers, sold, unserved, sold_out, stock] = numbers.map(|number| number.to_string());
        let args = [
            ("month", month.month.as_str()),
            ("customers", &customers),
            ("sold", &sold),
            ("unserved", &unserved),
            ("soldout", &sold_out),
            ("stock", &stock),
            ("sales", &month.sales.text),
            ("profit", &month.profit.text),
            ("bank", &month.bank.text),
        ];
        paint::line(&word(lang, "play-month-ran", &args));
    }
}
