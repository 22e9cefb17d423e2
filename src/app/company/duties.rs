//! Duties with their days left. How a duty stands is said in words.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::app::rule::Footnote;
use crate::session::{CompanyView, DutyState, DutyView};
use crate::text::Lang;

/// From so many days on, a duty presses.
const PRESSING_DAYS: i32 = 7;

/// How many duties are still to be done.
pub(super) fn open_count(duties: &[DutyView]) -> usize {
    duties.iter().filter(|duty| duty.state != DutyState::Done).count()
}

/// The class, the key and the days to be said of a duty.
fn standing(duty: &DutyView) -> (&'static str, &'static str, i32) {
    match duty.state {
        DutyState::Done => ("duty-done", "duty-done", 0),
        DutyState::Missed => ("duty-missed", "duty-missed", duty.days_left.saturating_neg().max(0)),
        DutyState::Open if duty.days_left < 0 => ("duty-missed", "duty-missed", duty.days_left.saturating_neg()),
        DutyState::Open if duty.days_left <= PRESSING_DAYS => ("duty-pressing", "days-left", duty.days_left),
        DutyState::Open => ("duty-open", "days-left", duty.days_left),
    }
}

/// The list of duties.
#[component]
pub(super) fn Duties(
    /// The company.
    company: Memo<CompanyView>,
) -> impl IntoView {
    let words = Page::here().words;
    let duties = Memo::new(move |_| company.with(|company| company.duties.clone()));
    view! {
        <details class="drawer-section" open=true>
            <summary>{words.t("duties")}<span class="count">{move || duties.with(|duties| open_count(duties))}</span></summary>
            <ul class="duties">
                <For each=move || duties.get() key=|duty| (duty.id.clone(), duty.days_left, duty.state as u8) let(duty)>
                    <li><DutyRow duty=duty/></li>
                </For>
            </ul>
            <Show when=move || duties.with(Vec::is_empty)><p class="empty">{words.t("duties-none")}</p></Show>
        </details>
    }
}

/// A duty.
#[component]
fn DutyRow(
    /// The duty.
    duty: DutyView,
) -> impl IntoView {
    let words = Page::here().words;
    let (class, key, days) = standing(&duty);
    let (zh, en, authority) = (duty.title.clone(), duty.title_en.clone(), duty.authority.clone());
    let title = move || match words.lang() {
        Lang::ZhCn => zh.clone(),
        Lang::En => en.clone(),
    };
    view! {
        <div class=format!("duty {class}")>
            <p class="duty-title">{title}</p>
            <p class="duty-days">{move || words.say(key, &[("days", &days.to_string())])}</p>
            <p class="duty-due">
                <time datetime=duty.due.clone()>{duty.due.clone()}</time>" · "{move || words.venue(&authority)}
            </p>
            <Footnote id=duty.rule/>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{DutyState, DutyView, open_count, standing};

    fn duty(state: DutyState, days_left: i32) -> DutyView {
        DutyView {
            id: "d".to_owned(),
            title: String::new(),
            title_en: String::new(),
            authority: String::new(),
            due: String::new(),
            days_left,
            state,
            rule: String::new(),
        }
    }

    #[test]
    fn a_duty_says_how_it_stands() {
        assert_eq!(standing(&duty(DutyState::Open, 30)).0, "duty-open");
        assert_eq!(standing(&duty(DutyState::Open, 7)).0, "duty-pressing");
        assert_eq!(standing(&duty(DutyState::Open, -1)), ("duty-missed", "duty-missed", 1));
        assert_eq!(standing(&duty(DutyState::Missed, -3)).2, 3);
        assert_eq!(standing(&duty(DutyState::Done, 4)).1, "duty-done");
        assert_eq!(open_count(&[duty(DutyState::Done, 1), duty(DutyState::Missed, -1)]), 1);
    }
}
