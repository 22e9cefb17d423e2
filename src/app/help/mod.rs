//! Help: keys, words of the trade, and every rule with its article, its date and how well it is known.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::rule::{RuleText, name_of};
use crate::policy::Rule;

/// Terms explained; each has a message `term-<id>` and `term-<id>-means`.
const TERMS: [(&str, &str); 14] = [
    ("term-subscribed", "term-subscribed-means"),
    ("term-paid-in", "term-paid-in-means"),
    ("term-representative", "term-representative-means"),
    ("term-beneficial", "term-beneficial-means"),
    ("term-articles", "term-articles-means"),
    ("term-scope", "term-scope-means"),
    ("term-trade-name", "term-trade-name-means"),
    ("term-uscc", "term-uscc-means"),
    ("term-licence", "term-licence-means"),
    ("term-licence-first", "term-licence-first-means"),
    ("term-domicile", "term-domicile-means"),
    ("term-voucher", "term-voucher-means"),
    ("term-double-entry", "term-double-entry-means"),
    ("term-order", "term-order-means"),
];

/// Keys and what they do.
const KEYS: [(&str, &str); 7] = [
    ("Tab", "key-tab"),
    ("Enter · Space", "key-enter"),
    ("↑ ↓", "key-arrows"),
    ("Alt + ↑ ↓", "key-alt-arrows"),
    ("1 – 9", "key-digits"),
    ("Esc", "key-escape"),
    ("W A S D", "key-walk"),
];

/// The help.
#[component]
pub(crate) fn HelpScreen() -> impl IntoView {
    let words = Page::here().words;
    let key = |(keys, does): &(&'static str, &'static str)| {
        view! { <dt><kbd>{*keys}</kbd></dt><dd>{words.t(does)}</dd> }
    };
    let term = |(name, means): &(&'static str, &'static str)| {
        view! { <dt>{words.t(name)}</dt><dd>{words.t(means)}</dd> }
    };
    view! {
        <div class="page help">
            <h1 id="page-title" tabindex="-1">{words.t("nav-help")}</h1>
            <section aria-labelledby="help-start">
                <h2 id="help-start">{words.t("help-start")}</h2>
                <p>{words.t("help-start-1")}</p>
                <p>{words.t("help-start-2")}</p>
                <p>{words.t("help-start-3")}</p>
            </section>
            <section aria-labelledby="help-keys">
                <h2 id="help-keys">{words.t("help-keys")}</h2>
                <dl class="help-keys">{KEYS.iter().map(key).collect_view()}</dl>
            </section>
            <section aria-labelledby="help-terms">
                <h2 id="help-terms">{words.t("help-terms")}</h2>
                <dl class="help-terms">{TERMS.iter().map(term).collect_view()}</dl>
            </section>
            <Rules/>
        </div>
    }
}

/// Every rule, found by a word in its name or its text.
#[component]
fn Rules() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let sought = RwSignal::new(String::new());
    spawn_local(async move {
        // Without a network the rules are told by name, date and mark.
        page.bring_rules().await;
    });
    let rules = Memo::new(move |_| {
        page.rules_here.track();
        page.policy.with_value(|policy| policy.rules().cloned().collect::<Vec<_>>())
    });
    let as_of = page.policy.with_value(|policy| policy.as_of().chinese());
    let found = Memo::new(move |_| {
        let sought = sought.get().trim().to_lowercase();
        rules.with(|rules| rules.iter().filter(|rule| speaks_of(rule, &sought)).cloned().collect::<Vec<_>>())
    });
    let item = move |rule: Rule| {
        let (named, teaching) = (rule.clone(), rule.mark.is_teaching());
        view! {
            <li>
                <details class="help-rule">
                    <summary>
                        <span>{move || name_of(&named, words.lang())}</span>
                        {teaching.then(|| view! { <span class="teaching">{words.t("teaching")}</span> })}
                    </summary>
                    <RuleText rule=rule/>
                </details>
            </li>
        }
    };
    view! {
        <section aria-labelledby="help-rules">
            <h2 id="help-rules">{words.t("help-rules")}</h2>
            <p>{move || words.say("help-rules-how", &[("date", &as_of)])}</p>
            <label for="rule-search">{words.t("help-search")}</label>
            <input id="rule-search" type="search" autocomplete="off" on:input=move |event| sought.set(event_target_value(&event))/>
            <p role="status">{move || words.say("help-found", &[("count", &found.with(Vec::len).to_string())])}</p>
            <ul class="help-rules"><For each=move || found.get() key=|rule| (rule.id.clone(), rule.says.is_empty()) children=item/></ul>
        </section>
    }
}

fn speaks_of(rule: &Rule, sought: &str) -> bool {
    [&rule.name, &rule.article, &rule.en, &rule.says].iter().any(|text| text.to_lowercase().contains(sought))
}
