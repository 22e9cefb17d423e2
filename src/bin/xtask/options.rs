//! Command-line words: `--flag`, `--name value`, `--name=value` and plain words. Small on purpose, so that xtask
//! compiles in seconds.

use std::collections::BTreeMap;

use crate::trouble::{Outcome, Trouble};

/// The words after the chore's name, sorted out.
#[derive(Debug, Default)]
pub(crate) struct Options {
    flags: BTreeMap<String, Option<String>>,
    /// Words that are no options, in order.
    pub(crate) plain: Vec<String>,
}

impl Options {
    /// Sorts out `words`; `known` lists the options, those that take a value end in `=`.
    pub(crate) fn parse(words: &[String], known: &[&str]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let Some(body) = word.strip_prefix("--") else {
                options.plain.push(word.clone());
                continue;
            };
            let (name, inline) = match body.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (body, None),
            };
            let takes_value = known.iter().any(|entry| entry.strip_suffix('=') == Some(name));
            if !takes_value && !known.contains(&name) {
                return Err(Trouble::said(format!("没有这个选项 · no such option: --{name} (see cargo xtask --help)")));
            }
            let value = match (takes_value, inline) {
                (true, Some(value)) => Some(value),
                (true, None) => {
                    let next = words.next().cloned();
                    Some(next.ok_or_else(|| Trouble::said(format!("选项缺少值 · --{name} needs a value")))?)
                }
                (false, None) => None,
                (false, Some(_)) => return Err(Trouble::said(format!("选项没有值 · --{name} takes no value"))),
            };
            options.flags.insert(name.to_owned(), value);
        }
        Ok(options)
    }

    /// Whether `--name` was given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.flags.contains_key(name)
    }

    /// The value of `--name`, if given.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.flags.get(name).and_then(Option::as_deref)
    }

    /// The value of `--name` as a number, or `default`.
    pub(crate) fn number(&self, name: &str, default: u16) -> Outcome<u16> {
        let Some(text) = self.value(name) else { return Ok(default) };
        text.parse()
            .map_err(|_| Trouble::said(format!("--{name} {text}: 不是有效的数字 · not a number from 0 to 65535")))
    }

    /// The comma-separated values of `--name`; empty if not given.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        self.value(name)
            .map(|text| text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn flags_values_and_plain_words_are_told_apart() {
        let options = Options::parse(&words("here --dev --port 81 --only=a,b"), &["dev", "port=", "only="]).unwrap();
        assert_eq!(options.plain, ["here"]);
        assert!(options.has("dev"));
        assert_eq!(options.number("port", 1).unwrap(), 81);
        assert_eq!(options.list("only"), ["a", "b"]);
    }

    #[test]
    fn a_misspelt_option_is_refused() {
        assert!(Options::parse(&words("--deb"), &["dev"]).is_err());
        assert!(Options::parse(&words("--port"), &["port="]).is_err());
        assert!(Options::parse(&words("--port x"), &["port="]).unwrap().number("port", 1).is_err());
    }
}
