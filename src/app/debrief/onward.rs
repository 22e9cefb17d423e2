//! Where the company goes from here: the scenes that can take it up, the next of a founder's life first.

use leptos::prelude::*;

use super::Looked;
use crate::app::page::Page;
use crate::app::route::{Route, Which};
use crate::app::venues::VENUES;
use crate::scenario::head::Head;

/// The ways onward with this company.
#[component]
pub(super) fn Onward(
    /// The play-through.
    looked: Looked,
) -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let Looked { save, session, debrief, .. } = looked;
    let name = session.state().firm.name().filter(|_| session.is_closed() && session.state().firm.founded().is_some());
    let mut been: Vec<String> = session.earlier().iter().map(|earlier| earlier.scenario.id.clone()).collect();
    been.push(debrief.scene.id.clone());
    let ways = page.library.with_untracked(|library| onward(library.heads(), &been));
    let name = name.filter(|_| !ways.is_empty())?;
    let way = move |(place, head): (usize, Head)| {
        let href = Route::Play { scene: head.id.clone(), which: Which::After(save.clone()) }.hash();
        let class = if place == 0 { "button" } else { "button quiet" };
        view! { <li><a class=class href=href>{head.title}</a></li> }
    };
    Some(view! {
        <section class="onward" aria-labelledby="onward">
            <h2 id="onward">{move || words.say("onward", &[("company", &name)])}</h2>
            <p>{words.t("onward-explained")}</p>
            <ul class="onward-ways">{ways.into_iter().enumerate().map(way).collect_view()}</ul>
        </section>
    })
}

/// The scenes that can take a company up and where it has not been: those after its last scene first, then the earlier ones.
fn onward(heads: Vec<(Head, bool)>, been: &[String]) -> Vec<Head> {
    let place = |id: &str| VENUES.iter().position(|venue| venue.scene == id);
    let last = been.last().and_then(|id| place(id));
    let open = heads.into_iter().map(|(head, _)| head).filter(|head| head.continues && !been.contains(&head.id));
    let (later, earlier): (Vec<Head>, Vec<Head>) = open.partition(|head| place(&head.id) > last);
    later.into_iter().chain(earlier).collect()
}

#[cfg(test)]
mod tests {
    use super::onward;
    use crate::scenario::head::Head;

    fn head(id: &str, continues: bool) -> (Head, bool) {
        let head = Head {
            id: id.to_owned(),
            title: id.to_owned(),
            minutes: 20,
            about: String::new(),
            objectives: Vec::new(),
            continues,
        };
        (head, false)
    }

    #[test]
    fn the_next_of_a_founders_life_comes_first() {
        let heads =
            [("registration", false), ("human-resources", true), ("bookkeeping", true), ("guaranteed-loan", true)];
        let heads: Vec<(Head, bool)> = heads.map(|(id, continues)| head(id, continues)).to_vec();
        let ids = |been: &[&str]| {
            let been: Vec<String> = been.iter().map(|id| (*id).to_owned()).collect();
            onward(heads.clone(), &been).into_iter().map(|head| head.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&["registration"]), ["human-resources", "bookkeeping", "guaranteed-loan"]);
        assert_eq!(ids(&["registration", "bookkeeping"]), ["guaranteed-loan", "human-resources"]);
    }
}
