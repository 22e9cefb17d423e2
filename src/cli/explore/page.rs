//! The report of a sweep as one page: styles and pictures inside it, nothing fetched, nothing run.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::told;
use crate::explore::{BotReport, Coverage, Report};
use crate::text::{Lang, say};

const STYLE: &str = include_str!("../../../assets/explore/page.css");
/// A histogram's height, in its own units.
const HEIGHT: u64 = 60;
/// A bar's width, in its own units.
const BAR: u64 = 10;

/// The page.
pub(super) fn html(lang: Lang, report: &Report) -> String {
    let word = |key: &str| say(lang, key, &[]);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (report.title) " · explore" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (report.title) }
                p { (told::heading(lang, report)) " " (told::time(lang, report)) }
                h2 { (word("explore-failures-title")) }
                (failures(lang, report))
                h2 { (word("explore-bots")) }
                div class="bots" { @for one in &report.bots { (bot(lang, one)) } }
                h2 { (word("explore-coverage")) }
                table { @for covered in &report.coverage { (coverage(lang, covered)) } }
                h2 { (word("explore-options")) }
                (options(lang, report))
            }
        }
    };
    page.into_string()
}

fn failures(lang: Lang, report: &Report) -> Markup {
    html! {
        @if report.failures.is_empty() { p { (say(lang, "explore-no-failures", &[])) } }
        @for failure in &report.failures {
            p class="bad" { (say(lang, failure.kind, &[("step", &failure.step), ("cause", &failure.cause)])) }
            pre { code { (failure.command) } }
        }
    }
}

fn bot(lang: Lang, told: &BotReport) -> Markup {
    let [least, _, middle, _, most] = told.scores.map(told::points);
    let args = [
        ("least", least.as_str()),
        ("middle", middle.as_str()),
        ("most", most.as_str()),
        ("minutes", &told::minutes(told.seconds)),
        ("days", &told.days.to_string()),
    ];
    let figures = say(lang, "explore-bot", &args);
    html! {
        figure {
            figcaption { strong { (say(lang, &format!("bot-{}", told.bot.id()), &[])) } }
            (histogram(&told.histogram, &figures))
            p { (figures) }
            ul { @for (ending, times) in &told.endings { li { (ending) " × " (times) } } }
        }
    }
}

/// A histogram: a bar for every five points, as high as its share of the highest.
fn histogram(bars: &[u64], said: &str) -> Markup {
    let most = bars.iter().copied().max().unwrap_or(0).max(1);
    let heights = bars.iter().map(|times| times.saturating_mul(HEIGHT).div_ceil(most));
    let places = (0_u64..).map(|place| place.saturating_mul(BAR));
    let width = u64::try_from(bars.len()).unwrap_or(0).saturating_mul(BAR);
    html! {
        svg viewBox=(format!("0 0 {width} {}", HEIGHT.saturating_add(14))) role="img" aria-label=(said) {
            line x1="0" y1=(HEIGHT) x2=(width) y2=(HEIGHT) class="axis" {}
            @for (height, x) in heights.zip(places) {
                rect x=(x.saturating_add(1)) y=(HEIGHT.saturating_sub(height)) width=(BAR.saturating_sub(2)) height=(height) {}
            }
            text x="0" y=(HEIGHT.saturating_add(12)) { "0" }
            text x=(width) y=(HEIGHT.saturating_add(12)) text-anchor="end" { "100" }
        }
    }
}

fn coverage(lang: Lang, covered: &Coverage) -> Markup {
    html! {
        tr {
            th scope="row" { (say(lang, covered.kind, &[])) }
            td class="figure" { (covered.met) " / " (covered.of) }
            td { meter min="0" max=(covered.of) value=(covered.met) { (covered.met) " / " (covered.of) } }
            td {
                @if !covered.missed.is_empty() {
                    details {
                        summary { (say(lang, "explore-missed-count", &[("count", &covered.missed.len().to_string())])) }
                        ul { @for name in &covered.missed { li { code { (name) } } } }
                    }
                }
            }
        }
    }
}

fn options(lang: Lang, report: &Report) -> Markup {
    let word = |key: &str| say(lang, key, &[]);
    html! {
        p { (word("explore-options-note")) }
        table {
            tr {
                th { (word("explore-step")) } th { (word("explore-option")) } th { (word("explore-scores")) }
                th { (word("explore-dominated-by")) }
            }
            @for told in &report.options {
                tr {
                    td { (told.step) } td { (told.option) }
                    td class="figure" { (told::points(told.scores.0)) "–" (told::points(told.scores.1)) }
                    td { @if let Some(other) = &told.dominated_by { (other) } }
                }
            }
        }
    }
}
