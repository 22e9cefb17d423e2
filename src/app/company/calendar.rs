//! The calendar leaf: the simulated day, torn from a block.

use leptos::prelude::*;

use crate::app::page::Page;
use crate::calendar::{Date, Weekday};
use crate::session::CompanyView;
use crate::text::Lang;

/// The day.
#[component]
pub(super) fn CalendarLeaf(
    /// The company.
    company: Memo<CompanyView>,
) -> impl IntoView {
    let words = Page::here().words;
    let today = Memo::new(move |_| company.with(|company| company.today.clone()));
    let shown = move || {
        let iso = today.get();
        let date: Option<Date> = iso.parse().ok();
        date.map(|date| {
            let month = match words.lang() {
                Lang::ZhCn => format!("{}年{}月", date.year(), date.month()),
                Lang::En => format!("{} · {}", date.year(), date.month()),
            };
            let rest = date.is_weekend();
            view! {
                <time class="leaf" class:leaf-rest=rest datetime=iso>
                    <span class="leaf-month">{month}</span>
                    <span class="leaf-day">{date.day()}</span>
                    <span class="leaf-weekday">{words.say(weekday_key(date.weekday()), &[])}</span>
                </time>
            }
        })
    };
    view! { <div class="leaf-block">{shown}</div> }
}

const fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "weekday-1",
        Weekday::Tuesday => "weekday-2",
        Weekday::Wednesday => "weekday-3",
        Weekday::Thursday => "weekday-4",
        Weekday::Friday => "weekday-5",
        Weekday::Saturday => "weekday-6",
        Weekday::Sunday => "weekday-7",
    }
}
