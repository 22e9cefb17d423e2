//! An account of the chart, found by its number, by the first letters of its pinyin, or by its name.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::app::page::Page;
use crate::scenario::activity::AccountSheet;

/// So many are offered at a time: more is a list to read, not a help.
const OFFERED: usize = 8;

/// A blank that takes an account.
#[component]
pub(super) fn AccountBlank(
    /// The accounts there are.
    accounts: StoredValue<Vec<AccountSheet>>,
    /// The number of the one taken; empty where none is.
    taken: RwSignal<String>,
    /// The blank's id.
    #[prop(into)]
    id: Signal<String>,
    /// What it is called for those who cannot see where it stands.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let words = Page::here().words;
    let blank = NodeRef::<Input>::new();
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let at = RwSignal::new(0_usize);
    let offered = Memo::new(move |_| accounts.with_value(|accounts| found(accounts, &typed.get())));
    let take = move |account: &AccountSheet| {
        taken.set(account.code.clone());
        open.set(false);
        if let Some(blank) = blank.get_untracked() {
            blank.set_value(&shown(account));
        }
    };
    let take_offered = move |place: usize| {
        let account = offered.with_untracked(|offered| offered.get(place).cloned());
        if let Some(account) = account {
            take(&account);
        }
    };
    let input = move |event| {
        typed.set(event_target_value(&event));
        taken.set(String::new());
        at.set(0);
        open.set(true);
    };
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() {
            // The Enter that chooses characters chooses no account and hands nothing in.
            if event.key() == "Enter" {
                event.prevent_default();
            }
            return;
        }
        let last = offered.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" if open.get_untracked() => at.update(|at| *at = at.saturating_add(1).min(last)),
            "ArrowDown" => open.set(true),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" if open.get_untracked() => take_offered(at.get_untracked()),
            "Enter" => {}
            "Escape" if open.get_untracked() => open.set(false),
            // Who types `1002` and goes on has said what is meant.
            "Tab" if open.get_untracked() && !typed.with_untracked(|typed| typed.trim().is_empty()) => {
                take_offered(at.get_untracked());
                return;
            }
            _ => return,
        }
        event.prevent_default();
    };
    let leave = move |_| {
        open.set(false);
        let exact = accounts.with_value(|accounts| {
            typed.with_untracked(|typed| accounts.iter().find(|account| account.code == typed.trim()).cloned())
        });
        if let Some(account) = exact.filter(|_| taken.with_untracked(String::is_empty)) {
            take(&account);
        }
    };
    let begin = {
        let code = taken.get_untracked();
        accounts.with_value(|accounts| accounts.iter().find(|account| account.code == code).map(shown))
    };
    let list_id = move || format!("{}-list", id.get());
    let option_id = move |place: usize| format!("{}-{place}", id.get());
    view! {
        <div class="account-pick">
            <input
                type="text" class="blank" id=move || id.get() node_ref=blank value=begin.unwrap_or_default() role="combobox"
                aria-label=move || label.get() aria-autocomplete="list" aria-expanded=move || open.get().to_string()
                aria-controls=list_id aria-activedescendant=move || open.get().then(|| option_id(at.get()))
                autocomplete="off" spellcheck="false" placeholder=words.t("account-how")
                on:input=input on:keydown=keys on:blur=leave
            />
            <ul class="account-list" role="listbox" id=list_id aria-label=words.t("account-list") hidden=move || !open.get()>
                {move || offered.get().into_iter().enumerate().map(|(place, account)| view! {
                    <li
                        role="option" id=option_id(place) aria-selected=move || (at.get() == place).to_string()
                        class:at=move || at.get() == place
                        on:mousedown=move |event| { event.prevent_default(); take_offered(place); }
                    >
                        <span class="account-code">{account.code}</span>" "{account.name}
                    </li>
                }).collect_view()}
                {move || offered.with(Vec::is_empty).then(|| view! { <li class="account-none">{words.t("account-none")}</li> })}
            </ul>
        </div>
    }
}

fn shown(account: &AccountSheet) -> String {
    format!("{} {}", account.code, account.name)
}

/// The accounts a text may mean, the likeliest first: by number, by initials, by name.
fn found(accounts: &[AccountSheet], typed: &str) -> Vec<AccountSheet> {
    let typed = typed.trim().to_lowercase();
    let rank = |account: &AccountSheet| {
        let ways = [
            account.code.starts_with(&typed),
            account.initials.starts_with(&typed),
            account.name.starts_with(&typed),
            account.name.contains(&typed),
            account.initials.contains(&typed),
        ];
        ways.iter().position(|way| *way)
    };
    let mut ranked: Vec<(usize, &AccountSheet)> =
        accounts.iter().filter_map(|account| rank(account).map(|rank| (rank, account))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(OFFERED).map(|(_, account)| account.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> Vec<AccountSheet> {
        let account = |(code, name, initials): (&str, &str, &str)| AccountSheet {
            code: code.to_owned(),
            name: name.to_owned(),
            initials: initials.to_owned(),
        };
        [
            ("1001", "库存现金", "kcxj"),
            ("1002", "银行存款", "yhck"),
            ("1122", "应收账款", "yszk"),
            ("560201", "管理费用—开办费", "glfykbf"),
        ]
        .map(account)
        .to_vec()
    }

    fn codes(typed: &str) -> Vec<String> {
        found(&chart(), typed).into_iter().map(|account| account.code).collect()
    }

    #[test]
    fn an_account_is_found_by_number_initials_and_name() {
        assert_eq!(codes("100"), ["1001", "1002"]);
        assert_eq!(codes("YH"), ["1002"]);
        assert_eq!(codes("开办"), ["560201"]);
        assert_eq!(codes("ys"), ["1122"]);
        assert_eq!(codes("zz"), [""; 0]);
        assert_eq!(codes("").len(), 4);
    }
}
