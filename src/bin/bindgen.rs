//! wasm-bindgen as a program of our own, so that its version is the lock file's and no tool need be installed.
//!
//! `bindgen <module.wasm> <folder> <name> <web|no-modules|nodejs> [--keep-names]`
#![expect(clippy::print_stderr, reason = "a command line talks through its streams")]

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder, name, shape, rest @ ..] = words.as_slice() else {
        eprintln!("bindgen <module.wasm> <folder> <name> <web|no-modules|nodejs> [--keep-names]");
        return ExitCode::from(2);
    };
    let keep_names = rest.iter().any(|word| word == "--keep-names");
    match generate(input, folder, name, shape, keep_names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("bindgen: {input}: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &str, folder: &str, name: &str, shape: &str, keep_names: bool) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let shaped = match shape {
        "web" => bindgen.web(true),
        "no-modules" => bindgen.no_modules(true),
        "nodejs" => bindgen.nodejs(true),
        other => return Err(format!("no such shape of glue: {other}")),
    };
    let bindgen = shaped.map_err(|error| format!("{error:#}"))?;
    bindgen.input_path(input).out_name(name).typescript(false);
    bindgen.omit_default_module_path(true).remove_producers_section(true).remove_name_section(!keep_names);
    bindgen.generate(folder).map_err(|error| format!("{error:#}"))
}
