//! Hash routes: where in the page one is. A route is a pure value; only `shell.rs` touches the address bar.

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// The first page: go on, practise, open a file.
    #[default]
    Home,
    /// The town: world or map, and the list of venues.
    Town,
    /// A scene being played.
    Play {
        /// The scene's id.
        scene: String,
        /// Which play-through of it.
        which: Which,
    },
    /// The debrief of a save.
    Debrief {
        /// The save's id.
        save: String,
    },
    /// Checking results that were handed in.
    Results,
    /// Help: keys, rules, what is kept where.
    Help,
}

/// Which play-through of a scene is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Which {
    /// The newest unfinished one, or a new one.
    #[default]
    Latest,
    /// A new one, of this seed where one is given.
    New(Option<u64>),
    /// The one kept under this id.
    Save(String),
    /// A new one that goes on with the company of the finished one kept under this id.
    After(String),
}

impl Route {
    /// The route of a location hash such as `#/play/registration/new?seed=7`. Anything unknown leads home.
    pub(crate) fn of_hash(hash: &str) -> Self {
        let path = hash.trim_start_matches(['#', '/']);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            ["town"] => Self::Town,
            ["help"] => Self::Help,
            ["results"] => Self::Results,
            ["debrief", save] => Self::Debrief { save: (*save).to_owned() },
            ["play", scene] => Self::Play { scene: (*scene).to_owned(), which: Which::Latest },
            ["play", scene, "new"] => Self::Play { scene: (*scene).to_owned(), which: Which::New(seed_of(query)) },
            ["play", scene, "after", save] => {
                Self::Play { scene: (*scene).to_owned(), which: Which::After((*save).to_owned()) }
            }
            ["play", scene, save] => Self::Play { scene: (*scene).to_owned(), which: Which::Save((*save).to_owned()) },
            _ => Self::Home,
        }
    }

    /// The hash that leads to this route.
    pub(crate) fn hash(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Town => "#/town".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::Results => "#/results".to_owned(),
            Self::Debrief { save } => format!("#/debrief/{save}"),
            Self::Play { scene, which: Which::Latest } => format!("#/play/{scene}"),
            Self::Play { scene, which: Which::New(None) } => format!("#/play/{scene}/new"),
            Self::Play { scene, which: Which::New(Some(seed)) } => format!("#/play/{scene}/new?seed={seed}"),
            Self::Play { scene, which: Which::Save(save) } => format!("#/play/{scene}/{save}"),
            Self::Play { scene, which: Which::After(save) } => format!("#/play/{scene}/after/{save}"),
        }
    }

    /// The key of the document's title for this route.
    pub(crate) fn title_key(&self) -> &'static str {
        match self {
            Self::Home => "title-home",
            Self::Town => "title-town",
            Self::Play { .. } => "title-play",
            Self::Debrief { .. } => "title-debrief",
            Self::Help => "title-help",
            Self::Results => "title-results",
        }
    }
}

/// `seed=…` of a query.
pub(crate) fn seed_of(query: &str) -> Option<u64> {
    value_of(query, "seed")?.parse().ok()
}

/// The value of a name in a query such as `?world=off&seed=7`.
pub(crate) fn value_of<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next_back()
}

#[cfg(test)]
mod tests {
    use super::{Route, Which, value_of};

    #[test]
    fn routes_come_back_as_they_went() {
        let scene = || "registration".to_owned();
        let routes = [
            Route::Home,
            Route::Town,
            Route::Help,
            Route::Results,
            Route::Debrief { save: "k1".to_owned() },
            Route::Play { scene: scene(), which: Which::Latest },
            Route::Play { scene: scene(), which: Which::New(None) },
            Route::Play { scene: scene(), which: Which::New(Some(42)) },
            Route::Play { scene: scene(), which: Which::Save("k1".to_owned()) },
            Route::Play { scene: scene(), which: Which::After("k1".to_owned()) },
        ];
        for route in routes {
            assert_eq!(Route::of_hash(&route.hash()), route);
        }
    }

    #[test]
    fn unknown_addresses_lead_home() {
        for hash in ["", "#", "#/", "#/nothing", "#/play", "#/debrief/a/b"] {
            assert_eq!(Route::of_hash(hash), Route::Home, "{hash}");
        }
        assert_eq!(value_of("?world=off&seed=7", "world"), Some("off"));
        assert_eq!(value_of("", "world"), None);
    }
}
