//! What `cargo xtask --help` says.

/// The whole help page.
pub(crate) const TEXT: &str = "\
创业元宇宙 · chores of the startup metaverse

    cargo xtask play     build for the browser, serve on 127.0.0.1, print the address
        --no-world       only the page: no 3-D town is built (the illustrated map stands in)
        --wait           serve only once the town is built too (default: page first, town in the background)
        --dev            quick, large builds (profile web-dev) for daily work
        --port N         first port to try (default 8080; the next free one is taken)
        --host ADDRESS   listen elsewhere than on 127.0.0.1, e.g. 0.0.0.0 for a classroom
    cargo xtask test     everything CI runs: style, tests, hashes, size budgets, browser tests
        --list           the steps and their short names
        --only a,b       only these steps            --skip a,b   all but these
    cargo xtask dist     the release folder target/dist: optimised, compressed, ready for any web server
    cargo xtask web      only build and assemble target/site     (--dev, --no-world as above)
    cargo xtask serve [FOLDER]   serve an assembled site         (--port, --host as above)
    cargo xtask bench    measure: sizes, time to the first playable view, page lag beside the town
    cargo xtask fuzz     hostile input for the loaders           (--minutes N, default 1)
    cargo xtask clean    remove assembled sites                  (--cache: the shared cache too)

Products for the browser are kept in ~/.cache/startup-metaverse (or $STARTUP_METAVERSE_CACHE): a clean checkout
reuses what was compiled. Nothing there is needed; removing it only costs time.";
