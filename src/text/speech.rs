//! Saying a message by its key. A key without a message is shown in brackets, and the tests fail on it.

use std::sync::{LazyLock, PoisonError, RwLock, RwLockReadGuard};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Lang;

type Bundle = FluentBundle<FluentResource>;

/// The files of a language that are compiled in, so that the first sentence needs no second download. The browser's page brings
/// along what a Chinese trainee reads; the rest is served beside it and supplied when it is wanted.
const fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::ZhCn => &[
            include_str!("../../assets/text/zh-CN/app.ftl"),
            include_str!("../../assets/text/zh-CN/core.ftl"),
            include_str!("../../assets/text/zh-CN/company.ftl"),
            include_str!("../../assets/text/zh-CN/screens.ftl"),
            #[cfg(not(target_arch = "wasm32"))]
            include_str!("../../assets/text/zh-CN/diagnostics.ftl"),
            #[cfg(not(target_arch = "wasm32"))]
            include_str!("../../assets/text/zh-CN/results.ftl"),
            #[cfg(feature = "cli")]
            include_str!("../../assets/text/zh-CN/tools.ftl"),
        ],
        #[cfg(target_arch = "wasm32")]
        Lang::En => &[],
        #[cfg(not(target_arch = "wasm32"))]
        Lang::En => &[
            include_str!("../../assets/text/en/app.ftl"),
            include_str!("../../assets/text/en/core.ftl"),
            include_str!("../../assets/text/en/company.ftl"),
            include_str!("../../assets/text/en/screens.ftl"),
            include_str!("../../assets/text/en/diagnostics.ftl"),
            include_str!("../../assets/text/en/results.ftl"),
            #[cfg(feature = "cli")]
            include_str!("../../assets/text/en/tools.ftl"),
        ],
    }
}

static ZH_CN: LazyLock<RwLock<Bundle>> = LazyLock::new(|| RwLock::new(bundle(Lang::ZhCn)));
static EN: LazyLock<RwLock<Bundle>> = LazyLock::new(|| RwLock::new(bundle(Lang::En)));

fn lock(lang: Lang) -> &'static RwLock<Bundle> {
    match lang {
        Lang::ZhCn => &ZH_CN,
        Lang::En => &EN,
    }
}

fn of(lang: Lang) -> RwLockReadGuard<'static, Bundle> {
    // Whoever panicked while it held the words left them whole: each file goes in at once.
    lock(lang).read().unwrap_or_else(PoisonError::into_inner)
}

fn bundle(lang: Lang) -> Bundle {
    let locale: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Both languages run from left to right: no isolation marks around what is filled in.
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        add(&mut bundle, source);
    }
    bundle
}

fn add(bundle: &mut Bundle, source: &str) {
    // A file with a fault still gives its sound messages; the tests report the fault.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    // A key given twice keeps its first message; the test reports that too.
    let _ = bundle.add_resource(resource);
}

/// Adds a file of messages to a language.
pub fn supply(lang: Lang, source: &str) {
    add(&mut lock(lang).write().unwrap_or_else(PoisonError::into_inner), source);
}

/// The message `key` in `lang`, with named values filled in.
pub fn say(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let bundle = of(lang);
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    let Some(pattern) = pattern else { return format!("⟦{key}⟧") };
    let mut filled = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        filled.set((*name).to_owned(), value_of(value));
    }
    // What cannot be filled in shows as `{$name}`: visible, and harmless.
    bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
}

/// A whole number can choose a plural form; anything else stays the text it is.
fn value_of(text: &str) -> FluentValue<'static> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse::<FluentNumber>() {
        Ok(number) if whole && (digits == "0" || !digits.starts_with('0')) => FluentValue::Number(number),
        _ => FluentValue::String(text.to_owned().into()),
    }
}

/// Whether `lang` has a message `key`.
pub fn has(lang: Lang, key: &str) -> bool {
    of(lang).has_message(key)
}

/// Every key of a language, in the order of its files, and the faults found in them.
pub fn keys(lang: Lang) -> (Vec<String>, Vec<String>) {
    let mut faults = Vec::new();
    let mut keys = Vec::new();
    for source in sources(lang) {
        if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
            faults.extend(errors.iter().map(|error| format!("{}: {error}", lang.tag())));
        }
        // A message begins in the first column; continuation lines are indented, comments begin with `#`.
        let names = source.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        for name in names.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned()) {
            if keys.contains(&name) {
                faults.push(format!("{}: `{name}` is given twice", lang.tag()));
            } else {
                keys.push(name);
            }
        }
    }
    (keys, faults)
}

#[cfg(test)]
mod tests {
    use super::{Lang, has, keys, say};

    #[test]
    fn both_languages_say_the_same_things() {
        let (chinese, faults) = keys(Lang::ZhCn);
        assert!(faults.is_empty(), "{faults:#?}");
        let (english, faults) = keys(Lang::En);
        assert!(faults.is_empty(), "{faults:#?}");
        let missing: Vec<&String> = chinese.iter().filter(|key| !english.contains(key)).collect();
        assert!(missing.is_empty(), "not in English: {missing:?}");
        let missing: Vec<&String> = english.iter().filter(|key| !chinese.contains(key)).collect();
        assert!(missing.is_empty(), "not in Chinese: {missing:?}");
        assert!(chinese.iter().all(|key| has(Lang::ZhCn, key) && has(Lang::En, key)));
    }

    #[test]
    fn values_are_filled_in() {
        assert_eq!(say(Lang::ZhCn, "saved-at", &[("time", "10:32")]), "已保存 10:32");
        assert_eq!(say(Lang::En, "days-left", &[("days", "1")]), "1 day left");
        assert_eq!(say(Lang::En, "days-left", &[("days", "12")]), "12 days left");
        assert_eq!(say(Lang::ZhCn, "no-such-key", &[]), "⟦no-such-key⟧");
    }
}
