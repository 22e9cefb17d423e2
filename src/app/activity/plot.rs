//! Small plots of months: bars on a line of nought, drawn as SVG, with the same figures as text beside them.

use leptos::prelude::*;

use crate::scenario::activity::AmountSheet;

/// The plot's width and height in its own units.
const WIDTH: i64 = 240;
const HEIGHT: i64 = 72;

/// A plot of one figure over the months.
#[component]
pub(crate) fn Bars(
    /// What is plotted.
    #[prop(into)]
    title: String,
    /// One a month, with the month's name.
    values: Vec<(String, AmountSheet)>,
) -> impl IntoView {
    let amounts: Vec<i64> = values.iter().map(|(_, amount)| amount.fen).collect();
    let bars = bars(&amounts);
    let newest = values.last().map(|(_, amount)| format!("¥{}", amount.text)).unwrap_or_default();
    let shapes = bars.iter().zip(values).map(|(bar, (month, amount))| {
        let told = format!("{month}：¥{}", amount.text);
        view! {
            <rect x=bar.x.to_string() y=bar.y.to_string() width=bar.width.to_string() height=bar.height.to_string() class:below=bar.below>
                <title>{told}</title>
            </rect>
        }
    });
    let line = nought(&amounts).to_string();
    view! {
        <figure class="plot">
            <figcaption><span>{title.clone()}</span><strong>{newest}</strong></figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=title preserveAspectRatio="none">
                {shapes.collect_view()}
                <line x1="0" x2=WIDTH.to_string() y1=line.clone() y2=line class="nought"></line>
            </svg>
        </figure>
    }
}

/// A bar in the plot's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    below: bool,
}

/// How far from the top the line of nought lies.
fn nought(amounts: &[i64]) -> i64 {
    let top = amounts.iter().copied().max().unwrap_or(0).max(0);
    scaled(top, amounts)
}

/// An amount's length in the plot.
fn scaled(amount: i64, amounts: &[i64]) -> i64 {
    let top = amounts.iter().copied().max().unwrap_or(0).max(0);
    let low = amounts.iter().copied().min().unwrap_or(0).min(0);
    let range = i128::from(top).saturating_sub(i128::from(low)).max(1);
    let length = i128::from(amount).saturating_mul(i128::from(HEIGHT)).checked_div(range);
    length.and_then(|length| i64::try_from(length).ok()).unwrap_or(0)
}

fn bars(amounts: &[i64]) -> Vec<Bar> {
    let count = i64::try_from(amounts.len()).unwrap_or(1).max(1);
    let slot = WIDTH.checked_div(count).unwrap_or(WIDTH).clamp(1, 40);
    let zero = nought(amounts);
    let bar = |(at, amount): (i64, &i64)| {
        let length = scaled(*amount, amounts).saturating_abs();
        let below = *amount < 0;
        Bar {
            x: at.saturating_mul(slot).saturating_add(slot.checked_div(8).unwrap_or(0)),
            y: if below { zero } else { zero.saturating_sub(length) },
            width: slot.saturating_mul(3).checked_div(4).unwrap_or(1).max(1),
            height: length.max(1),
            below,
        }
    };
    (0..).zip(amounts).map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, bars, nought};

    #[test]
    fn bars_stand_on_nought_and_hang_from_it() {
        let drawn = bars(&[300, -100, 0]);
        assert_eq!(nought(&[300, -100, 0]), HEIGHT * 3 / 4);
        assert_eq!((drawn[0].y, drawn[0].height, drawn[0].below), (0, HEIGHT * 3 / 4, false));
        assert_eq!((drawn[1].y, drawn[1].height, drawn[1].below), (HEIGHT * 3 / 4, HEIGHT / 4, true));
        assert_eq!(drawn[2].height, 1);
        assert!(bars(&[]).is_empty());
        // The largest amounts there are stay within the plot.
        assert!(bars(&[i64::MAX, i64::MIN]).iter().all(|bar| bar.height <= HEIGHT && bar.y >= 0));
    }
}
