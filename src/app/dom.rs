//! The few things that go past Leptos to the browser: focus, downloads, files, fetching, time.

use std::cell::RefCell;
use std::time::Duration;

use js_sys::futures::JsFuture;
use js_sys::{Array, Date, Math, Promise, Reflect};
use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, File, HtmlAnchorElement, HtmlElement, Response, Url};

/// Files beyond this are not read: a scene may be 1 MiB, a save is a few kB.
pub(crate) const FILE_BYTES_MAX: f64 = 2_097_152.0;

/// Milliseconds since 1970, by the machine's clock. For lists and saves only; the core has no clock.
pub(crate) fn now_ms() -> i64 {
    whole(Date::now())
}

/// A number drawn by the browser, for new seeds and ids.
pub(crate) fn drawn() -> u32 {
    u32::try_from(whole(scaled(Math::random()))).unwrap_or(0)
}

#[expect(
    clippy::float_arithmetic,
    reason = "the browser draws between 0 and 1; nothing of the core is computed from it"
)]
fn scaled(share: f64) -> f64 {
    share * 4_294_967_295.0
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds and draws are far below 2^53")]
fn whole(number: f64) -> i64 {
    number as i64
}

/// The time of day as a clock shows it, such as `10:32`.
pub(crate) fn clock(ms: i64) -> String {
    let date = date_of(ms);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The day, such as `2026-11-24 10:32`.
pub(crate) fn day_and_clock(ms: i64) -> String {
    let date = date_of(ms);
    let month = date.get_month().saturating_add(1);
    format!("{}-{month:02}-{:02} {}", date.get_full_year(), date.get_date(), clock(ms))
}

/// Today by the machine's calendar, ISO.
pub(crate) fn today() -> String {
    day_and_clock(now_ms()).split(' ').next().unwrap_or_default().to_owned()
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^53")]
fn date_of(ms: i64) -> Date {
    Date::new(&JsValue::from_f64(ms as f64))
}

/// An element of the page by its id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).and_then(|element| element.dyn_into().ok())
}

thread_local! {
    /// The element that was last given the focus from here.
    static GIVEN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Moves the focus to an element once it has been drawn; the browser brings it into sight. On a slow machine a person may have
/// gone on by then: the focus they have moved themselves stays theirs.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    let before = document().active_element();
    request_animation_frame(move || {
        set_timeout(
            move || {
                let Some(element) = by_id(&id) else { return };
                if was_moved(before.as_ref()) {
                    return;
                }
                // An element that cannot be focused keeps the focus where it was: no harm.
                let _ = element.focus();
                GIVEN.set(Some(element.into()));
            },
            Duration::ZERO,
        );
    });
}

/// Whether a person has moved the focus since it was on `before`. Where its element is gone, the body has it.
fn was_moved(before: Option<&Element>) -> bool {
    let Some(now) = document().active_element() else { return false };
    let on_body = document().body().is_some_and(|body| *body == now);
    let ours = GIVEN.with_borrow(|given| given.as_ref() == Some(&now));
    !on_body && !ours && before != Some(&now)
}

/// Opens the folded part an element stands in, then focuses it.
pub(crate) fn unfold_and_focus(id: &str) {
    let folded = by_id(id).and_then(|element| element.closest("details").ok().flatten());
    if let Some(folded) = folded {
        // Every `details` can be opened: setting the attribute cannot fail.
        let _ = folded.set_attribute("open", "");
    }
    focus_soon(id);
}

/// Changes the address without going anywhere.
pub(crate) fn replace_hash(hash: &str) {
    let Ok(history) = window().history() else { return };
    // A page opened as a file may refuse; the play-through is kept all the same.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
}

/// To the top of the page.
pub(crate) fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Offers a text as a file.
pub(crate) fn download(name: &str, text: &str) {
    offer(name, &JsValue::from_str(text), "text/plain;charset=utf-8");
}

/// Offers bytes as a file.
pub(crate) fn download_bytes(name: &str, bytes: &[u8]) {
    offer(name, &js_sys::Uint8Array::from(bytes), "application/octet-stream");
}

fn offer(name: &str, part: &JsValue, kind: &str) {
    let parts = Array::of1(part);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken the blob over by the time a minute has passed.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        Duration::from_mins(1),
    );
}

/// Reads a file as UTF-8 text; nothing where it is too big or is no such text.
pub(crate) async fn read_file(file: &File) -> Option<String> {
    if file.size() > FILE_BYTES_MAX {
        return None;
    }
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    String::from_utf8(bytes).ok()
}

/// Fetches a file beside the page.
pub(crate) async fn fetch_bytes(address: &str) -> Result<Vec<u8>, String> {
    let promise = window().fetch_with_str(address);
    let reply = JsFuture::from(promise).await.map_err(|_| address.to_owned())?;
    let reply: Response = reply.dyn_into().map_err(|_| address.to_owned())?;
    if !reply.ok() {
        return Err(format!("{address}: {}", reply.status()));
    }
    let bytes: Promise = reply.array_buffer().map_err(|_| address.to_owned())?;
    let bytes = JsFuture::from(bytes).await.map_err(|_| address.to_owned())?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// A property of the window by a path of names, such as `["metaverse", "scenarios"]`; nothing where a part is missing.
pub(crate) fn window_value(path: &[&str]) -> Option<JsValue> {
    let mut value: JsValue = window().into();
    for name in path {
        value = Reflect::get(&value, &JsValue::from_str(name)).ok()?;
        if value.is_undefined() || value.is_null() {
            return None;
        }
    }
    Some(value)
}

/// Whether a media query holds.
pub(crate) fn media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}
