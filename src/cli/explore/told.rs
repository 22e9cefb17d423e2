//! The report of a sweep as text for a terminal; and figures of it as both text and page show them.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use crate::explore::{BotReport, Coverage, OptionReport, Report};
use crate::text::{Lang, say};

/// Names shown of what was missed; the rest is in the JSON and on the page.
const NAMES_MAX: usize = 6;

/// The report as text.
pub(super) fn text(lang: Lang, report: &Report) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", heading(lang, report));
    let _ = writeln!(out, "\n{}", say(lang, "explore-coverage", &[]));
    report.coverage.iter().for_each(|covered| coverage(&mut out, lang, covered));
    let _ = writeln!(out, "\n{}", say(lang, "explore-bots", &[]));
    report.bots.iter().for_each(|told| bot(&mut out, lang, told));
    let _ = writeln!(out, "\n{}", time(lang, report));
    let dominated: Vec<&OptionReport> = report.options.iter().filter(|told| told.dominated_by.is_some()).collect();
    if !dominated.is_empty() {
        let _ = writeln!(out, "\n{}", say(lang, "explore-dominated", &[]));
        for told in dominated {
            let _ = writeln!(out, "  {}", option(lang, told));
        }
    }
    if report.failures.is_empty() {
        let _ = writeln!(out, "\n{}", say(lang, "explore-no-failures", &[]));
    } else {
        let _ = writeln!(out, "\n{}", say(lang, "explore-failures", &[]));
        for failure in &report.failures {
            let args = [("step", failure.step.as_str()), ("cause", failure.cause.as_str())];
            let _ = writeln!(out, "  {}\n    {}", say(lang, failure.kind, &args), failure.command);
        }
    }
    out.trim_end().to_owned()
}

/// The scene, and how much was played.
pub(super) fn heading(lang: Lang, report: &Report) -> String {
    let (plays, states) = (report.plays.to_string(), report.states.to_string());
    let args = [("title", report.title.as_str()), ("plays", &plays), ("states", &states)];
    let heading = say(lang, "explore-heading", &args);
    if report.left_out == 0 {
        return heading;
    }
    [heading, say(lang, "explore-left-out", &[("ways", &report.left_out.to_string())])].concat()
}

/// Hundredths of a point as points.
pub(super) fn points(centipoints: u32) -> String {
    let (whole, rest) = (centipoints.checked_div(100).unwrap_or(0), centipoints.checked_rem(100).unwrap_or(0));
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}") }
}

/// Seconds as minutes, rounded.
pub(super) fn minutes(seconds: u64) -> String {
    seconds.saturating_add(30).checked_div(60).unwrap_or(0).to_string()
}

/// How long the scene takes against what it promises.
pub(super) fn time(lang: Lang, report: &Report) -> String {
    let seconds = |told: &BotReport| told.seconds;
    let least = report.bots.iter().map(seconds).min().unwrap_or(0);
    let most = report.bots.iter().map(seconds).max().unwrap_or(0);
    let args = [("promised", report.minutes.to_string()), ("least", minutes(least)), ("most", minutes(most))];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    say(lang, "explore-time", &args)
}

/// An option nobody has a reason to take, in a sentence.
pub(super) fn option(lang: Lang, told: &OptionReport) -> String {
    let other = told.dominated_by.as_deref().unwrap_or_default();
    say(lang, "explore-dominated-one", &[("step", &told.step), ("option", &told.option), ("other", other)])
}

fn coverage(out: &mut String, lang: Lang, covered: &Coverage) {
    let name = say(lang, covered.kind, &[]);
    let _ = write!(out, "  {}{:>4} / {:<4}", padded(&name, 18), covered.met, covered.of);
    if !covered.missed.is_empty() {
        let shown: Vec<&str> = covered.missed.iter().take(NAMES_MAX).map(String::as_str).collect();
        let more = if covered.missed.len() > NAMES_MAX { " …" } else { "" };
        let _ = write!(out, " {}{more}", say(lang, "explore-missed", &[("names", &shown.join("  "))]));
    }
    out.push('\n');
}

fn bot(out: &mut String, lang: Lang, told: &BotReport) {
    let name = say(lang, &format!("bot-{}", told.bot.id()), &[]);
    let [least, _, middle, _, most] = told.scores.map(points);
    let args = [
        ("least", least.as_str()),
        ("middle", middle.as_str()),
        ("most", most.as_str()),
        ("minutes", &minutes(told.seconds)),
        ("days", &told.days.to_string()),
    ];
    let _ = writeln!(out, "  {}{}  {}", padded(&name, 18), bars(&told.histogram), say(lang, "explore-bot", &args));
}

/// A histogram in a line of blocks.
fn bars(histogram: &[u64]) -> String {
    const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = histogram.iter().copied().max().unwrap_or(0).max(1);
    let block = |times: &u64| {
        let height = times.saturating_mul(8).div_ceil(most);
        usize::try_from(height).ok().and_then(|height| BLOCKS.get(height)).copied().unwrap_or('█')
    };
    format!("│{}│", histogram.iter().map(block).collect::<String>())
}

/// A text with blanks behind it up to a width.
fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_stands_wherever_somebody_scored() {
        assert_eq!(bars(&[0, 1, 100, 50]), "│ ▁█▄│");
        assert_eq!(bars(&[0, 0]), "│  │");
    }

    #[test]
    fn figures_are_written_as_people_do() {
        assert_eq!((points(9_650), points(10_000)), ("96.50".to_owned(), "100".to_owned()));
        assert_eq!(minutes(90), "2");
    }
}
