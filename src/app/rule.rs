//! Rules as footnotes: a small button with the citation, and the dialog that tells the rule with its date and its mark.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::modal::Modal;
use super::page::Page;
use crate::policy::{Mark, Rule};
use crate::text::Lang;

/// The key of a mark's meaning.
pub(crate) fn mark_key(mark: Mark) -> &'static str {
    match mark {
        Mark::V => "mark-v",
        Mark::P => "mark-p",
        Mark::R => "mark-r",
        Mark::K => "mark-k",
        Mark::U => "mark-u",
        Mark::D => "mark-d",
    }
}

/// A rule's name as the language has it.
pub(crate) fn name_of(rule: &Rule, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => rule.citation(),
        Lang::En => rule.en.clone(),
    }
}

/// A footnote: opens the rule. Shows nothing where the rule is not known.
#[component]
pub(crate) fn Footnote(
    /// The rule's id.
    id: String,
) -> impl IntoView {
    let page = Page::here();
    let rule = page.policy.with_value(|policy| policy.rule(&id).cloned());
    rule.map(|rule| {
        let teaching = rule.mark.is_teaching();
        let (open, named) = (id.clone(), id);
        let open = move |_| page.footnote.set(Some(open.clone()));
        view! {
            <button type="button" class="footnote" aria-haspopup="dialog" on:click=open>
                <span class="footnote-mark" aria-hidden="true">"§"</span>
                {move || page.rule(&named).map(|rule| name_of(&rule, page.words.lang()))}
                {teaching.then(|| view! { <span class="teaching">{page.words.t("teaching")}</span> })}
            </button>
        }
    })
}

/// The dialog of footnotes: one for the whole page.
#[component]
pub(crate) fn FootnoteDialog() -> impl IntoView {
    let page = Page::here();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(page.footnote.get().is_some()));
    Effect::new(move |_| {
        // Setting what is already so would wake the effect above, and that one this one, without end.
        if !open.get() && page.footnote.with_untracked(Option::is_some) {
            page.footnote.set(None);
        }
    });
    let rule = move || page.rule(&page.footnote.get()?);
    Effect::new(move |_| {
        if page.footnote.with(Option::is_some) {
            spawn_local(async move {
                // Without a network the dialog tells the rule's name, date and mark; the next time asks again.
                page.bring_rules().await;
            });
        }
    });
    let title = Signal::derive(move || rule().map(|rule| name_of(&rule, page.words.lang())).unwrap_or_default());
    view! {
        <Modal open=open id="footnote-title" title=title>
            {move || rule().map(|rule| view! { <RuleText rule=rule/> })}
        </Modal>
    }
}

/// A rule told in full.
#[component]
pub(crate) fn RuleText(
    /// The rule.
    rule: Rule,
) -> impl IntoView {
    let words = Page::here().words;
    let Rule { says, in_force, expires, mark, .. } = rule;
    let teaching = mark.is_teaching();
    view! {
        <div class="rule">
            {(!says.is_empty()).then(|| view! { <p class="rule-says">{says}</p> })}
            <dl class="rule-facts">
                <dt>{words.t("rule-in-force")}</dt>
                <dd>{in_force.chinese()}</dd>
                {expires.map(|last| view! {
                    <dt>{words.t("rule-expires")}</dt>
                    <dd>{last.chinese()}</dd>
                })}
                <dt>{words.t("rule-mark")}</dt>
                <dd>
                    {teaching.then(|| view! { <span class="teaching">{words.t("teaching")}</span> })}
                    {words.t(mark_key(mark))}
                </dd>
            </dl>
        </div>
    }
}
