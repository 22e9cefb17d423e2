//! The header: name, the ways through the page, language, settings.

use leptos::prelude::*;

use super::modal::Modal;
use super::page::Page;
use super::route::Route;
use super::settings::{Switch, TextSize};
use crate::text::Lang;

/// The header of every page.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let settings_open = RwSignal::new(false);
    let other = move || words.lang().other();
    view! {
        <header class="top">
            <a class="brand" href=Route::Home.hash()>
                <span class="brand-seal" aria-hidden="true">"创"</span>
                <span class="brand-name">{words.t("product")}</span>
            </a>
            <nav class="ways" aria-label=words.t("nav-main")>
                <Way to=Route::Home key="nav-home"/>
                <Way to=Route::Town key="nav-town"/>
                <Way to=Route::Help key="nav-help"/>
            </nav>
            <div class="top-tools">
                <button
                    type="button"
                    class="plain-button"
                    lang=move || other().tag()
                    on:click=move |_| page.set(|settings| settings.lang = Some(words.lang().other()))
                >
                    {move || other().own_name()}
                </button>
                <button type="button" class="plain-button" aria-haspopup="dialog" on:click=move |_| settings_open.set(true)>
                    <span class="gear" aria-hidden="true">"Aa"</span>
                    <span class="wide-only">{words.t("settings")}</span>
                    <span class="visually-hidden narrow-only">{words.t("settings")}</span>
                </button>
            </div>
        </header>
        <Modal open=settings_open id="settings-title" title=Signal::derive(words.t("settings"))>
            <SettingsForm/>
        </Modal>
    }
}

/// A way to a page, marked where one is there.
#[component]
fn Way(
    /// Where it leads.
    to: Route,
    /// The key of its words.
    key: &'static str,
) -> impl IntoView {
    let page = Page::here();
    let href = to.hash();
    let here = move || (page.route.get() == to).then_some("page");
    view! { <a href=href aria-current=here>{page.words.t(key)}</a> }
}

/// What can be set.
#[component]
fn SettingsForm() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    view! {
        <div class="settings">
            <Choices
                legend="set-language" name="set-lang"
                options=Lang::ALL.map(|lang| (lang.tag(), Signal::derive(move || lang.own_name().to_owned()))).to_vec()
                chosen=Signal::derive(move || words.lang().tag())
                choose=Callback::new(move |tag: &'static str| page.set(|settings| settings.lang = Lang::of_tag(tag)))
            />
            <Choices
                legend="set-size" name="set-size"
                options=vec![
                    ("normal", Signal::derive(words.t("size-normal"))),
                    ("large", Signal::derive(words.t("size-large"))),
                    ("larger", Signal::derive(words.t("size-larger"))),
                ]
                chosen=Signal::derive(move || page.settings.get().size.word())
                choose=Callback::new(move |word| page.set(|settings| settings.size = of_word(&TextSize::ALL, word, TextSize::word)))
            />
            <Choices
                legend="set-motion" name="set-motion"
                options=switch_words(words.t("motion-auto"), words.t("motion-on"), words.t("motion-off"))
                chosen=Signal::derive(move || page.settings.get().motion.word())
                choose=Callback::new(move |word| page.set(|settings| settings.motion = of_word(&Switch::ALL, word, Switch::word)))
            />
            <Choices
                legend="set-world" name="set-world"
                options=switch_words(words.t("world-auto"), words.t("world-on"), words.t("world-off"))
                chosen=Signal::derive(move || page.settings.get().world.word())
                choose=Callback::new(move |word| page.set(|settings| settings.world = of_word(&Switch::ALL, word, Switch::word)))
            />
        </div>
    }
}

fn of_word<T: Copy + Default>(all: &[T], word: &str, word_of: fn(T) -> &'static str) -> T {
    all.iter().copied().find(|one| word_of(*one) == word).unwrap_or_default()
}

type Said = Signal<String>;

fn switch_words(
    auto: impl Fn() -> String + Send + Sync + 'static,
    on: impl Fn() -> String + Send + Sync + 'static,
    off: impl Fn() -> String + Send + Sync + 'static,
) -> Vec<(&'static str, Said)> {
    vec![("auto", Signal::derive(auto)), ("on", Signal::derive(on)), ("off", Signal::derive(off))]
}

/// One of a few positions.
#[component]
fn Choices(
    /// The key of what is chosen.
    legend: &'static str,
    /// The group's name, unique in the page.
    name: &'static str,
    /// Each position's word and what it is called.
    options: Vec<(&'static str, Said)>,
    /// The position chosen.
    chosen: Signal<&'static str>,
    /// Chooses a position.
    choose: Callback<&'static str>,
) -> impl IntoView {
    let words = Page::here().words;
    let radio = move |(word, said): (&'static str, Said)| {
        view! {
            <label class="segment">
                <input type="radio" name=name value=word prop:checked=move || chosen.get() == word
                    on:change=move |_| choose.run(word)/>
                <span>{move || said.get()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend>{words.t(legend)}</legend>
            <div class="segment-row">{options.into_iter().map(radio).collect_view()}</div>
        </fieldset>
    }
}
