//! The bay behind the first page's words: the picture of the first paint, taken over before it goes.

use std::cell::RefCell;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Node;

thread_local! {
    /// The picture, once it has been taken over.
    static PICTURE: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// Takes the picture over from the first paint. To be called before the first paint is removed.
pub(crate) fn take_over() {
    let picture = document().query_selector("#boot .boot-bay").ok().flatten();
    let copy = picture.and_then(|picture| picture.clone_node_with_deep(true).ok());
    PICTURE.with_borrow_mut(|kept| *kept = copy);
}

/// The picture; an empty place where there was none to take over.
#[component]
pub(crate) fn Bay() -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let copy =
            PICTURE.with_borrow(|kept| kept.as_ref().and_then(|picture| picture.clone_node_with_deep(true).ok()));
        if let Some(copy) = copy {
            // The place is in the page and empty: appending cannot fail.
            let _ = place.append_child(&copy);
        }
    });
    view! { <div class="bay" node_ref=place aria-hidden="true"></div> }
}
