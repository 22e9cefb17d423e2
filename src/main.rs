//! `metaverse`: the trainer's command line. Everything it does lives in `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    startup_metaverse::cli::main()
}
