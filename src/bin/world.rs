//! The town's module for the browser: the page's frame calls `start` once and `deliver` for each message.

use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the town on the canvas of that selector and speaks with the page through the port.
/// `software`: the machine draws by its processor.
#[wasm_bindgen]
pub fn start(selector: &str, port: web_sys::MessagePort, software: bool) {
    startup_metaverse::world::connect(port);
    startup_metaverse::world::run(selector, software);
}

/// Hands over one message of the page.
#[wasm_bindgen]
pub fn deliver(bytes: &[u8]) {
    startup_metaverse::world::deliver(bytes);
}

fn main() {}
