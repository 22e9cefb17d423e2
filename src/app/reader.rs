//! What few want and the page need not bring along: a scene read from its text, results checked, books as files. A module of its
//! own does it, which is fetched when it is first asked.

use std::cell::Cell;

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::wasm_bindgen::{JsCast, JsValue};
use serde::de::DeserializeOwned;

use super::dom;
use super::page::fetch_words;
use crate::firm::Firm;
use crate::link::{Found, HandedIn, PaperFile, decode, encode};
use crate::scenario::format::Scenario;
use crate::scenario::load::Reading;
use crate::text::Lang;

thread_local! {
    /// Whether the words for what it says have come.
    static WORDS: Cell<bool> = const { Cell::new(false) };
}

/// Fetches the words for what the module says: of scenes, of results, of tickets.
pub(crate) async fn bring_words() {
    if !WORDS.get() {
        let come = fetch_words("faults-zh", Lang::ZhCn).await && fetch_words("faults-en", Lang::En).await;
        WORDS.set(come);
    }
}

/// Reads a scene's text. Nothing where the reader could not be fetched or is of another version.
pub(crate) async fn read_scene(text: &str) -> Option<Reading> {
    ask("read", &[JsValue::from_str(text)]).await
}

/// Checks results against these scenes, in their order.
pub(crate) async fn check(scenes: &[&Scenario], files: &[HandedIn]) -> Option<Vec<Found>> {
    ask("check", &[bytes(&encode(&scenes)), bytes(&encode(&files))]).await
}

/// What is wrong with a ticket's signature, as a message's key and values; nothing where it is right.
pub(crate) async fn distrust(ticket: &str) -> Option<Option<(String, Vec<(String, String)>)>> {
    ask("distrust", &[JsValue::from_str(ticket)]).await
}

/// The company's books as files.
pub(crate) async fn papers(firm: &Firm) -> Option<Vec<PaperFile>> {
    ask("papers", &[bytes(&encode(firm))]).await
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

async fn ask<T: DeserializeOwned>(what: &str, with: &[JsValue]) -> Option<T> {
    bring_words().await;
    let reader = dom::window_value(&["metaverseReader"])?;
    let ask: Function = Reflect::get(&reader, &JsValue::from_str("ask")).ok()?.dyn_into().ok()?;
    let with: Array = with.iter().cloned().collect();
    let promise: Promise = ask.call2(&reader, &JsValue::from_str(what), &with).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    decode(&bytes.to_vec())
}
