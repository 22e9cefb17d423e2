//! What a person has set: language, text size, movement, the town in three dimensions. A small text, kept by the browser.

use crate::text::Lang;

/// How large texts are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextSize {
    /// As the browser has it.
    #[default]
    Normal,
    /// An eighth larger.
    Large,
    /// A third larger.
    Larger,
}

impl TextSize {
    /// Every size, smallest first.
    pub(crate) const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Larger];

    /// Its word in settings and in the document's `data-text`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

/// Something that follows the machine until a person decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Switch {
    /// As the machine says.
    #[default]
    Auto,
    /// On.
    On,
    /// Off.
    Off,
}

impl Switch {
    /// Every position.
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::On, Self::Off];

    /// Its word in settings.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::On => "on",
            Self::Off => "off",
        }
    }

    /// What it comes to where the machine says `machine`.
    pub(crate) const fn or(self, machine: bool) -> bool {
        match self {
            Self::Auto => machine,
            Self::On => true,
            Self::Off => false,
        }
    }
}

/// All settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The interface's language; nothing until somebody chooses one.
    pub(crate) lang: Option<Lang>,
    /// The text's size.
    pub(crate) size: TextSize,
    /// Movement.
    pub(crate) motion: Switch,
    /// The town in three dimensions.
    pub(crate) world: Switch,
}

impl Settings {
    /// Settings from their text; what is not understood stays as it is by default.
    pub(crate) fn parse(text: &str) -> Self {
        let mut settings = Self::default();
        for (name, word) in text.split(';').filter_map(|pair| pair.split_once('=')) {
            match name.trim() {
                "lang" => settings.lang = Lang::of_tag(word),
                "size" => settings.size = pick(&TextSize::ALL, word, TextSize::word),
                "motion" => settings.motion = pick(&Switch::ALL, word, Switch::word),
                "world" => settings.world = pick(&Switch::ALL, word, Switch::word),
                _ => {}
            }
        }
        settings
    }

    /// The settings as a text.
    pub(crate) fn write(self) -> String {
        let lang = self.lang.map(|lang| format!("lang={};", lang.tag())).unwrap_or_default();
        format!("{lang}size={};motion={};world={}", self.size.word(), self.motion.word(), self.world.word())
    }
}

fn pick<T: Copy + Default>(all: &[T], word: &str, word_of: fn(T) -> &'static str) -> T {
    all.iter().copied().find(|one| word_of(*one) == word.trim()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Settings, Switch, TextSize};
    use crate::text::Lang;

    #[test]
    fn settings_come_back_as_they_went() {
        let all = Settings { lang: Some(Lang::En), size: TextSize::Larger, motion: Switch::Off, world: Switch::On };
        assert_eq!(Settings::parse(&all.write()), all);
        assert_eq!(Settings::parse(&Settings::default().write()), Settings::default());
    }

    #[test]
    fn nonsense_changes_nothing() {
        assert_eq!(Settings::parse("size=giant;;=;colour=red;motion"), Settings::default());
    }
}
