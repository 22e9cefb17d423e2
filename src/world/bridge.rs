//! The port to the page. Nothing else here knows of it, and nothing here ever blocks.

use std::cell::RefCell;

use bevy::prelude::*;
use bevy::render::error_handler::{ErrorType, RenderErrorHandler, RenderErrorPolicy};
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::{Stages, lockstep};
use crate::link::{FromWorld, Inbox, PROTOCOL, ToWorld, decode, encode};

thread_local! {
    static INBOX: RefCell<Inbox> = RefCell::default();
    static PORT: RefCell<Option<web_sys::MessagePort>> = const { RefCell::new(None) };
    static WAKE: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// What the page last said, for the systems that act on it.
#[expect(clippy::option_option, reason = "nothing said, and said that there is nothing, are two things")]
#[derive(Resource, Debug, Default)]
pub(super) struct Orders {
    /// A venue to go to that nobody has taken up yet; `Some(None)` means the town.
    pub(super) visit: Option<Option<String>>,
    /// The world is hidden behind the page.
    pub(super) covered: bool,
    /// Movement is to be reduced.
    pub(super) reduced_motion: bool,
    /// The page speaks another protocol: stay silent.
    pub(super) refused: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Orders>()
        .insert_resource(RenderErrorHandler(on_render_error))
        .add_systems(Startup, keep_proxy)
        .add_systems(Update, listen.in_set(Stages::Listen));
}

/// Takes the port; says hello first.
pub fn connect(port: web_sys::MessagePort) {
    PORT.with_borrow_mut(|slot| *slot = Some(port));
    tell(&FromWorld::Hello { protocol: PROTOCOL });
}

/// A message from the page, as bytes. What is not one of ours is ignored.
pub fn deliver(bytes: &[u8]) {
    let Some(message) = decode::<ToWorld>(bytes) else { return };
    let (book, play) = INBOX.with_borrow_mut(|inbox| {
        inbox.accept(message);
        (inbox.book.take(), inbox.play.take())
    });
    // What is played is followed at once: a frame out of sight is never drawn, and both sides must agree all the same.
    if let Some(book) = book {
        lockstep::take_up(&book);
    }
    if let Some(play) = play {
        lockstep::follow(play);
    }
    WAKE.with_borrow(|wake| {
        if let Some(wake) = wake {
            wake();
        }
    });
}

/// Sends a message to the page; without a port nothing happens.
pub(super) fn tell(message: &FromWorld) {
    PORT.with_borrow(|port| {
        if let Some(port) = port {
            let bytes = js_sys::Uint8Array::from(encode(message).as_slice());
            // A closed port is a page that has gone; there is nobody left to tell.
            let _ = port.post_message(&bytes);
        }
    });
}

fn keep_proxy(proxy: Res<EventLoopProxyWrapper>) {
    let proxy = (**proxy).clone();
    WAKE.with_borrow_mut(|wake| {
        *wake = Some(Box::new(move || {
            // A loop that has ended needs no waking.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }));
    });
}

fn listen(mut orders: ResMut<Orders>) {
    let inbox = INBOX.take();
    if let Some(protocol) = inbox.protocol {
        orders.refused = protocol != PROTOCOL;
    }
    if inbox.visit.is_some() {
        orders.visit = inbox.visit;
    }
    if let Some(covered) = inbox.covered {
        orders.covered = covered;
    }
    if let Some(reduced) = inbox.reduced_motion {
        orders.reduced_motion = reduced;
    }
}

/// Bevy's default would end the program without a word.
fn on_render_error(
    error: &bevy::render::error_handler::RenderError,
    _: &mut World,
    _: &mut World,
) -> RenderErrorPolicy {
    if matches!(error.ty, ErrorType::Validation) {
        return RenderErrorPolicy::Ignore;
    }
    tell(&FromWorld::Crashed { reason: format!("{:?}: {}", error.ty, error.description) });
    RenderErrorPolicy::StopRendering
}
