//! Assessed play: the trainer's ticket and the learner's id, and then one play-through without help, of which the first answers
//! count. Begun once, it is gone on with; a second is not begun.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::dom;
use crate::app::page::Page;
use crate::app::play::put_away;
use crate::app::reader;
use crate::app::route::{Route, Which};
use crate::app::scene::fresh_id;
use crate::assess::ticket::Ticket;
use crate::session::{Seat, Session, scenario_hash};

/// A message's key and the values it names.
type Fault = (String, Vec<(String, String)>);

/// The way into assessed play.
#[component]
pub(super) fn Assessed() -> impl IntoView {
    let page = Page::here();
    let words = page.words;
    let (ticket, learner) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = RwSignal::new(None::<Fault>);
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let seat = Seat::new(&ticket.get_untracked(), &learner.get_untracked());
        spawn_local(async move {
            match admitted(page, seat).await {
                Ok(way) => Page::go(&way),
                Err(why) => {
                    fault.set(Some(why));
                    dom::focus_soon("assessed-fault");
                }
            }
        });
    };
    view! {
        <section class="tool" aria-labelledby="assessed">
            <h2 id="assessed">{words.t("assessed")}</h2>
            <p>{words.t("assessed-explained")}</p>
            <form class="assessed-form" on:submit=begin>
                <label for="assessed-ticket">{words.t("assessed-ticket")}</label>
                <input id="assessed-ticket" class="mono" type="text" autocomplete="off" spellcheck="false" required
                    on:input=move |event| ticket.set(event_target_value(&event))/>
                <label for="assessed-learner">{words.t("assessed-learner")}</label>
                <input id="assessed-learner" type="text" autocomplete="off" required maxlength="60"
                    on:input=move |event| learner.set(event_target_value(&event))/>
                <button type="submit" class="button quiet">{words.t("assessed-begin")}</button>
            </form>
            <p id="assessed-fault" class="complaint" tabindex="-1" role="alert">
                {move || fault.get().map(|(key, args)| words.keyed(&key, &args))}
            </p>
        </section>
    }
}

/// The way to the play-through of this seat: the one begun before, or a new one where the ticket admits it.
async fn admitted(page: Page, seat: Seat) -> Result<Route, Fault> {
    let plain = |key: &str| (key.to_owned(), Vec::new());
    let begun = page.records().into_iter().find(|(_, record)| record.seat.as_ref() == Some(&seat));
    if let Some((save, record)) = begun {
        let scene = record.scene.clone();
        let open = Route::Play { scene, which: Which::Save(save.clone()) };
        return Ok(if record.is_closed() { Route::Debrief { save } } else { open });
    }
    reader::bring_words().await;
    let ticket = Ticket::read(&seat.ticket).map_err(|fault| (fault.key().to_owned(), fault.args()))?;
    let id = ticket.terms.scene.clone();
    page.bring(std::slice::from_ref(&id)).await;
    let scene = page.library.with_untracked(|library| library.get(&id).cloned());
    let missing = || ("scene-missing".to_owned(), vec![("scene".to_owned(), id.clone())]);
    let scene = scene.ok_or_else(missing)?;
    let admitted = ticket.admits(&id, &scenario_hash(&scene.scenario), &dom::today());
    admitted.map_err(|fault| (fault.key().to_owned(), fault.args()))?;
    match reader::distrust(&seat.ticket).await {
        None => return Err(plain("no-reader")),
        Some(Some(fault)) => return Err(fault),
        Some(None) => {}
    }
    let session = Session::assessed(scene.scenario.clone(), page.policy.get_value(), seat);
    let save = fresh_id();
    put_away(page, &session, &scene, &save, &[]);
    Ok(Route::Play { scene: id, which: Which::Save(save) })
}
