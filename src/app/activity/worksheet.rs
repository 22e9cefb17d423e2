//! `Worksheet`: a table with cells to compute. Enter and the arrows move as in a spreadsheet.

use std::collections::BTreeMap;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::beside::{AnswerRow, Beside, Returned, beside_id, element_id, hand_in};
use super::number::read_back;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::Play;
use crate::scenario::activity::{Answer, CellSheet, RowSheet, Unit};

/// Where the cells to compute stand: row, column, id.
type Grid = StoredValue<Vec<(usize, usize, String)>>;

/// The cells as filled so far.
type Cells = StoredValue<BTreeMap<String, String>>;

/// The table.
#[component]
pub(super) fn WorksheetCard(
    /// The play-through.
    play: Play,
    /// The question.
    ask: String,
    /// The table's title.
    document: String,
    /// The heading of the rows' labels, then one a column.
    columns: Vec<String>,
    /// Its rows.
    rows: Vec<RowSheet>,
    /// The answer at the last attempt.
    last: Option<Answer>,
    /// What was found in it.
    returned: Returned,
) -> impl IntoView {
    let words = Page::here().words;
    let last = match last {
        Some(Answer::Worksheet { cells }) => cells,
        _ => BTreeMap::new(),
    };
    let asked = (0..).zip(&rows).flat_map(|(row, sheet)| {
        (0..).zip(&sheet.cells).filter_map(move |(column, cell)| match cell {
            CellSheet::Ask { id, .. } => Some((row, column, id.clone())),
            CellSheet::Blank | CellSheet::Given(_) => None,
        })
    });
    let grid: Grid = StoredValue::new(asked.collect());
    let blank = |id: &String| (id.clone(), last.get(id).cloned().unwrap_or_default());
    let cells: Cells = StoredValue::new(grid.with_value(|grid| grid.iter().map(|(_, _, id)| blank(id)).collect()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hand_in(play, Answer::Worksheet { cells: cells.get_value() });
    };
    let headings = columns.clone();
    let line = move |(at, row): (usize, RowSheet)| {
        let RowSheet { label, cells: shown } = row;
        let cell = |(column, cell): (usize, CellSheet)| {
            let heading = headings.get(column.saturating_add(1)).cloned().unwrap_or_default();
            match cell {
                CellSheet::Blank => view! { <td></td> }.into_any(),
                CellSheet::Given(text) => view! { <td class="figure">{text}</td> }.into_any(),
                CellSheet::Ask { id, unit } => {
                    let name = format!("{label} · {heading}");
                    view! { <AskCell play=play returned=returned cells=cells grid=grid at=(at, column) id=id unit=unit name=name/> }
                        .into_any()
                }
            }
        };
        let drawn = shown.into_iter().enumerate().map(cell).collect_view();
        view! { <tr><th scope="row">{label}</th>{drawn}</tr> }
    };
    view! {
        <form class="activity" on:submit=submit novalidate=true>
            <h3 class="ask">{ask}</h3>
            <p class="how">{words.t("worksheet-how")}</p>
            <div class="paper worksheet-paper">
                <h4>{document}</h4>
                <div class="table-scroll" tabindex="0" role="region" aria-label=words.t("worksheet-table")>
                    <table class="worksheet">
                        <thead><tr>{columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_view()}</tr></thead>
                        <tbody>{rows.into_iter().enumerate().map(line).collect_view()}</tbody>
                    </table>
                </div>
            </div>
            <AnswerRow play=play key="answer-worksheet"/>
        </form>
    }
}

/// A cell to compute.
#[component]
fn AskCell(
    /// The play-through.
    play: Play,
    /// What was found last time.
    returned: Returned,
    /// What is filled in so far.
    cells: Cells,
    /// Where the cells stand.
    grid: Grid,
    /// Where this one stands: row and column.
    at: (usize, usize),
    /// Its id.
    id: String,
    /// What it takes.
    unit: Unit,
    /// Its row and column by name.
    name: String,
) -> impl IntoView {
    let before = cells.with_value(|cells| cells.get(&id).cloned()).unwrap_or_default();
    let read = RwSignal::new(read_back(unit, &before));
    let keep = {
        let id = id.clone();
        move |text: String| {
            read.set(read_back(unit, &text));
            cells.update_value(|cells| {
                cells.insert(id.clone(), text.trim().to_owned());
            });
        }
    };
    let keys = move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "Enter" | "ArrowDown" => Way::Down,
            "ArrowUp" => Way::Up,
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = grid.with_value(|grid| neighbour(grid, at, way).map(ToOwned::to_owned)) {
            dom::focus_soon(element_id(&next));
        }
    };
    view! {
        <td class="ask-cell">
            <input type="text" inputmode="decimal" class="blank" id=element_id(&id) aria-label=name aria-describedby=beside_id(&id)
                value=before autocomplete="off" on:input=move |event| keep(event_target_value(&event)) on:keydown=keys/>
            <output class="cell-read">{move || read.get()}</output>
            <Beside play=play at=id returned=returned/>
        </td>
    }
}

/// A way through the table.
#[derive(Clone, Copy, Debug)]
enum Way {
    Up,
    Down,
}

/// The next cell to compute: below or above in the same column, else onward or back in reading order.
fn neighbour(grid: &[(usize, usize, String)], at: (usize, usize), way: Way) -> Option<&str> {
    let in_column = |cell: &&(usize, usize, String)| cell.1 == at.1;
    let found = match way {
        Way::Down => grid
            .iter()
            .find(|cell| in_column(cell) && cell.0 > at.0)
            .or_else(|| grid.iter().find(|cell| (cell.0, cell.1) > at)),
        Way::Up => grid
            .iter()
            .rfind(|cell| in_column(cell) && cell.0 < at.0)
            .or_else(|| grid.iter().rfind(|cell| (cell.0, cell.1) < at)),
    };
    found.map(|(_, _, id)| id.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Way, neighbour};

    #[test]
    fn enter_goes_down_the_column_and_then_on() {
        let grid: Vec<(usize, usize, String)> = [(0, 0, "a"), (0, 1, "b"), (2, 0, "c"), (3, 1, "d")]
            .map(|(row, column, id)| (row, column, id.into()))
            .to_vec();
        assert_eq!(neighbour(&grid, (0, 0), Way::Down), Some("c"));
        assert_eq!(neighbour(&grid, (0, 1), Way::Down), Some("d"));
        assert_eq!(neighbour(&grid, (2, 0), Way::Down), Some("d"));
        assert_eq!(neighbour(&grid, (3, 1), Way::Down), None);
        assert_eq!(neighbour(&grid, (3, 1), Way::Up), Some("b"));
        assert_eq!(neighbour(&grid, (0, 1), Way::Up), Some("a"));
    }
}
