//! Taking a save in from a text.

use leptos::prelude::WithUntracked;

use super::opening::{fresh_id, read};
use crate::app::page::Page;
use crate::app::play::put_away;

/// What has come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Import {
    /// All of it is kept under this id.
    Whole {
        /// The scene's id.
        scene: String,
        /// The new record's id.
        id: String,
    },
    /// The part that holds is kept under this id.
    Part {
        /// The key of what happened.
        key: String,
        /// Named values of it.
        args: Vec<(String, String)>,
        /// The scene's id.
        scene: String,
        /// The new record's id.
        id: String,
        /// How many decisions hold.
        count: usize,
    },
    /// Nothing could be taken in.
    Nothing {
        /// The key of what happened.
        key: String,
        /// Named values of it.
        args: Vec<(String, String)>,
    },
}

/// Takes a save in, whole or as far as it holds.
pub(crate) async fn import(page: Page, text: &str) -> Import {
    let named = page.library.with_untracked(|library| library.named_in(text));
    page.bring(&named).await;
    match read(page, text) {
        Ok((session, scene)) => {
            let id = fresh_id();
            put_away(page, &session, &scene, &id, &[]);
            Import::Whole { scene: session.scenario().id.clone(), id }
        }
        Err(trouble) => match trouble.rest {
            Some((session, scene)) => {
                let id = fresh_id();
                put_away(page, &session, &scene, &id, &[]);
                let (scene, count) = (session.scenario().id.clone(), session.decisions().len());
                Import::Part { key: trouble.key, args: trouble.args, scene, id, count }
            }
            None => Import::Nothing { key: trouble.key, args: trouble.args },
        },
    }
}
