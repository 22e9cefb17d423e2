//! Reading a scene from a person's own file: a module of its own does it, which is fetched when it is first wanted.

use std::cell::Cell;

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::dom;
use super::page::fetch_words;
use crate::scenario::load::Reading;
use crate::text::Lang;

thread_local! {
    /// Whether the words for what is wrong with a scene have come.
    static WORDS: Cell<bool> = const { Cell::new(false) };
}

/// Reads a scene's text. Nothing where the reader could not be fetched or is of another version.
pub(crate) async fn read_scene(text: &str) -> Option<Reading> {
    if !WORDS.get() {
        let come = fetch_words("faults-zh", Lang::ZhCn).await && fetch_words("faults-en", Lang::En).await;
        WORDS.set(come);
    }
    let reader = dom::window_value(&["metaverseReader"])?;
    let read: Function = Reflect::get(&reader, &JsValue::from_str("read")).ok()?.dyn_into().ok()?;
    let promise: Promise = read.call1(&reader, &JsValue::from_str(text)).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    postcard::from_bytes(&bytes.to_vec()).ok()
}
