//! The reader's module: a scene's text in, the scene or what is wrong with it out. The page asks for it only when a person
//! opens a file of their own; the scenes it is served with are read when the site is assembled.

use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::load::{Reading, load};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Reads a scene's text; the answer is a [`Reading`] in postcard bytes.
#[wasm_bindgen]
pub fn read(text: &str) -> Vec<u8> {
    let read: Reading = load(text, &Policy::qingdao_2026());
    // Plain data in memory: packing it cannot fail, and no bytes are no answer to whoever reads them.
    postcard::to_allocvec(&read).unwrap_or_default()
}
