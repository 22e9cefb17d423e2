//! The page: Leptos components over the core. It shows views, passes decisions on, and keeps them; it computes nothing of a
//! company. One activity a component, one idea a file; what can be tested without a browser has no signal in it.

#![expect(unreachable_pub, reason = "the component macro makes each component's properties public")]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "bundles of handles into the reactive arena, which closures want by value; their size differs by target"
)]

mod activity;
mod company;
mod debrief;
mod dom;
mod hashes;
mod header;
mod help;
mod home;
mod keep;
mod library;
mod modal;
mod notices;
mod page;
mod papers;
mod play;
mod reader;
mod results;
mod route;
mod rule;
mod scene;
mod settings;
mod shell;
mod town;
mod venues;
mod words;
mod world_bridge;

use leptos::mount::mount_to;
use leptos::prelude::*;

/// Starts the page in the element `#app`, or in the document's body where there is none.
pub fn start() {
    home::take_over();
    let place = dom::by_id("app").or_else(|| document().body());
    if let Some(place) = place {
        mount_to(place, shell::Shell).forget();
    }
}
