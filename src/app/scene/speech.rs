//! What people say: who they are, and their words as they would be printed.

use leptos::prelude::*;

use crate::session::SaidView;

/// How many portraits' colours there are.
const TONES: u32 = 5;

/// Lines said one after another.
#[component]
pub(crate) fn Speech(
    /// The lines.
    said: Vec<SaidView>,
) -> impl IntoView {
    let mut before = String::new();
    let lines = said.into_iter().map(|line| {
        let again = line.who == before;
        before.clone_from(&line.who);
        view! { <SaidLine line=line again=again/> }
    });
    view! { <div class="speech">{lines.collect_view()}</div> }
}

/// One line. The narrator's stands without a name.
#[component]
fn SaidLine(
    /// The line.
    line: SaidView,
    /// Whether the same person spoke just before.
    again: bool,
) -> impl IntoView {
    if line.name.is_empty() {
        return view! { <p class="narration">{line.text}</p> }.into_any();
    }
    let tone = format!("portrait tone-{}", tone_of(&line.who));
    let initial: String = line.name.chars().take(1).collect();
    let head = (!again).then(|| {
        view! {
            <span class=tone aria-hidden="true">{initial}</span>
            <p class="speaker"><strong>{line.name}</strong>" "<span>{line.role}</span></p>
        }
    });
    view! { <div class="said" class:said-again=again>{head}<p class="words">{line.text}</p></div> }.into_any()
}

/// A colour that stays with a person.
fn tone_of(who: &str) -> u32 {
    let sum = who.chars().fold(0_u32, |sum, letter| sum.wrapping_mul(31).wrapping_add(u32::from(letter)));
    sum.checked_rem(TONES).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{TONES, tone_of};

    #[test]
    fn a_person_keeps_their_colour() {
        assert_eq!(tone_of("clerk"), tone_of("clerk"));
        assert!(["clerk", "partner", "landlord", "周岚"].iter().all(|who| tone_of(who) < TONES));
    }
}
