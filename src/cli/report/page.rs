//! The class's page: styles and pictures inside it, nothing fetched, nothing run. A switch takes the names away, so that it
//! can be shown to the class.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::super::graph::svg;
use super::roster::Roster;
use super::{Results, gradebook, radar};
use crate::assess::class::{Attempt, Belief, Class, StepTally};
use crate::explore::Graph;
use crate::firm::export::Cell;
use crate::scenario::format::Scenario;
use crate::text::{Lang, say};

const STYLE: &str = include_str!("../../../assets/report/page.css");

/// The page.
pub(super) fn html(lang: Lang, results: &Results, roster: &Roster) -> String {
    let word = |key: &str| say(lang, key, &[]);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (word("report-title")) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                input type="checkbox" id="present";
                label for="present" { (word("report-present")) }
                main {
                    h1 { (word("report-title")) }
                    @for (scenario, attempts) in results.scenes.values() { (scene(lang, scenario, attempts, roster)) }
                    section class="names" {
                        h2 { (word("report-gradebook")) }
                        (grades(lang, results, roster))
                    }
                }
            }
        }
    };
    page.into_string()
}

fn scene(lang: Lang, scenario: &Scenario, attempts: &[Attempt], roster: &Roster) -> Markup {
    let class = Class::of(scenario, attempts);
    let heat: Vec<u64> = class.steps.iter().map(|step| step.met).collect();
    let word = |key: &str| say(lang, key, &[]);
    html! {
        section {
            h2 { (scenario.title) }
            p { (overview(lang, &class)) }
            div class="beside" {
                figure { (radar::picture(lang, &class.criteria)) figcaption { (word("report-criteria")) } }
                table class="endings" {
                    caption { (word("report-endings")) }
                    @for (title, times) in &class.endings { tr { th scope="row" { (title) } td class="figure" { (times) } } }
                }
            }
            h3 { (word("report-beliefs")) }
            (beliefs(lang, &class))
            h3 { (word("report-steps")) }
            (steps(lang, &class.steps))
            h3 { (word("report-paths")) }
            details { summary { (word("report-paths-note")) } (PreEscaped(svg::picture(lang, &Graph::of(scenario), &heat))) }
            @if !class.stuck.is_empty() {
                h3 { (word("report-stuck")) }
                (stuck(lang, &class, roster))
            }
        }
    }
}

fn overview(lang: Lang, class: &Class) -> String {
    let [least, middle, most] = class.scores.map(|points| Cell::Points(points).plain());
    let args = [
        ("all", class.attempts.to_string()),
        ("closed", class.closed.to_string()),
        ("least", least),
        ("middle", middle),
        ("most", most),
    ];
    say(lang, "report-overview", &args.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Misconceptions and the questions for the discussion that they ask for.
fn beliefs(lang: Lang, class: &Class) -> Markup {
    let item = |belief: &Belief| {
        let count = belief.learners.to_string();
        html! {
            li {
                p class="belief" { (belief.belief) " " span class="count" { (say(lang, "report-learners", &[("count", &count)])) } }
                meter min="0" max=(class.attempts) value=(belief.learners) { (belief.learners) " / " (class.attempts) }
                p class="ask" { (belief.ask) }
            }
        }
    };
    html! {
        @if class.beliefs.is_empty() { p { (say(lang, "report-no-beliefs", &[])) } }
        ol { @for belief in &class.beliefs { (item(belief)) } }
    }
}

fn steps(lang: Lang, steps: &[StepTally]) -> Markup {
    let word = |key: &str| say(lang, key, &[]);
    html! {
        table class="steps" {
            tr {
                @for key in ["report-step", "report-met", "report-right-first", "report-returned", "report-median", "report-answers"] {
                    th scope="col" { (word(key)) }
                }
            }
            @for step in steps.iter().filter(|step| step.met > 0) {
                tr {
                    th scope="row" { (step.title) }
                    td class="figure" { (step.met) }
                    td { meter min="0" max=(step.met) value=(step.right_first) {} " " (percent(step.right_first, step.met)) }
                    td class="figure" { (step.returned) }
                    td class="figure" { (clock(step.seconds)) }
                    td { (answers(lang, step)) }
                }
            }
        }
    }
}

fn answers(lang: Lang, step: &StepTally) -> Markup {
    html! {
        ul class="answers" {
            @for (words, times) in &step.answers { li { span class="count" { (percent(*times, step.met)) } " " (words) } }
            @if step.other_answers > 0 {
                li { span class="count" { (percent(step.other_answers, step.met)) } " " (say(lang, "report-other-answers", &[])) }
            }
        }
    }
}

fn stuck(lang: Lang, class: &Class, roster: &Roster) -> Markup {
    html! {
        ul {
            @for (learner, step) in &class.stuck {
                li {
                    span class="name" { (roster.name(learner)) }
                    span class="nobody" { (say(lang, "report-somebody", &[])) }
                    ": " (step)
                }
            }
        }
    }
}

fn grades(lang: Lang, results: &Results, roster: &Roster) -> Markup {
    let table = gradebook::table(lang, results, roster);
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => html! { td { (text) } },
        other => html! { td class="figure" { (other.plain()) } },
    };
    html! {
        div class="wide" {
            table {
                tr { @for name in &table.head { th scope="col" { (name) } } }
                @for row in &table.rows { tr { @for one in row { (cell(one)) } } }
            }
        }
    }
}

fn percent(of: u64, all: u64) -> String {
    format!("{}%", of.saturating_mul(100).checked_div(all).unwrap_or(0))
}

fn clock(seconds: u64) -> String {
    let (minutes, rest) = (seconds.checked_div(60).unwrap_or(0), seconds.checked_rem(60).unwrap_or(0));
    format!("{minutes}:{rest:02}")
}
