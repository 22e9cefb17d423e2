//! Chores of the house: `cargo xtask play`, `test`, `dist` and their smaller parts.
//!
//! One rule: a person who has a Rust toolchain and nothing else types one command and gets what it promises.
//! So every chore first looks for what it needs, installs it where it may, and says in one line what is missing,
//! what for and how to get it where it may not. Nothing here knows a rule of business or draws a pixel.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks through its streams")]
#![expect(clippy::disallowed_types, reason = "chores measure their own time; the core never does")]
#![expect(clippy::arithmetic_side_effects, reason = "counts of files, steps and bytes, far from any limit")]

mod budgets;
mod cache;
mod chores;
mod deps;
mod fuzz;
mod hashes;
mod help;
mod html;
mod law;
mod needs;
mod options;
mod oracles;
mod paths;
mod play;
mod product;
mod run;
mod serve;
mod site;
mod squeeze;
mod steps;
mod suite;
mod tally;
mod toolchain;
mod trouble;
mod web;

use std::process::ExitCode;

use options::Options;
use trouble::Outcome;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("\n✗ {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[String]) -> Outcome<ExitCode> {
    let Some((chore, rest)) = words.split_first() else {
        println!("{}", help::TEXT);
        return Ok(ExitCode::from(2));
    };
    if matches!(chore.as_str(), "help" | "--help" | "-h") || rest.iter().any(|word| word == "--help" || word == "-h") {
        println!("{}", help::TEXT);
        return Ok(ExitCode::SUCCESS);
    }
    match chore.as_str() {
        "play" => play::play(&Options::parse(rest, &["dev", "no-world", "wait", "port=", "host="])?),
        "serve" => serve::command(&Options::parse(rest, &["port=", "host="])?),
        "web" => chores::web(&Options::parse(rest, &["dev", "no-world"])?),
        "test" => suite::command(&Options::parse(rest, &["list", "only=", "skip="])?),
        "dist" => chores::dist(&Options::parse(rest, &[])?),
        "bench" => chores::bench(&Options::parse(rest, &[])?),
        "fuzz" => fuzz::fuzz(&Options::parse(rest, &["minutes="])?),
        "clean" => chores::clean(&Options::parse(rest, &["cache"])?),
        unknown => {
            eprintln!("✗ 没有这个命令 · no such chore: {unknown}\n\n{}", help::TEXT);
            Ok(ExitCode::from(2))
        }
    }
}
