//! The page's module: starts the page.

fn main() {
    startup_metaverse::app::start();
}
