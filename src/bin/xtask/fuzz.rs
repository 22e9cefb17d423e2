//! `cargo xtask fuzz`: hostile input for the loaders. The stable compiler counts the ways its code goes, libFuzzer looks for
//! inputs that go new ones; no nightly compiler and no other tool is needed.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::options::Options;
use crate::trouble::{Outcome, Trouble};
use crate::{needs, paths, run};

const WHY: &str = "模糊测试 · fuzzing";

/// What cargo-fuzz asks of the compiler too, but for the sanitizers: those want nightly, and there is no unsafe code to watch.
/// Overflow and debug assertions stay on, so that a slip of arithmetic is found.
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
    "-Coverflow-checks",
    "--cfg=fuzzing",
];

/// The longest input tried, in bytes: longer than any scene, shorter than the limits that have tests of their own.
const INPUT_BYTES_MAX: u32 = 120_000;
/// An input that takes longer than this many seconds is a finding.
const INPUT_SECONDS_MAX: u32 = 20;
const MEMORY_MB_MAX: u32 = 3_000;

/// Builds every target and runs one after the other.
pub(crate) fn fuzz(options: &Options) -> Outcome<ExitCode> {
    let folder = paths::root().join("fuzz");
    let targets: Vec<String> = paths::files_below(&folder.join("fuzz_targets"))?
        .iter()
        .filter_map(|file| file.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .collect();
    if targets.is_empty() {
        return Err(Trouble::said("没有模糊测试目标 · no fuzz targets: fuzz/fuzz_targets is empty"));
    }
    // libFuzzer is compiled from C++.
    if !run::exists("c++") {
        needs::apt(&["g++"], WHY)?;
    }
    let platform = platform()?;
    build(&folder, &platform)?;
    let seconds = u32::from(options.number("minutes", 1)?) * 60;
    for target in &targets {
        println!("\n━━ {target}: {seconds} s ━━");
        let program = folder.join("target").join(&platform).join("release").join(target);
        hunt(&folder, &program, target, seconds)?;
    }
    println!("\n✓ {} × {seconds} s，没有发现 · nothing found", targets.len());
    Ok(ExitCode::SUCCESS)
}

/// The machine's own platform; named to cargo, so that the flags reach the targets and not what builds them.
fn platform() -> Outcome<String> {
    let told = run::quietly(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(ToOwned::to_owned).ok_or_else(|| Trouble::said("rustc -vV 没有说明平台 · rustc -vV names no host"))
}

fn build(folder: &Path, platform: &str) -> Outcome<()> {
    println!("编译 · compiling the targets with counters (minutes the first time)");
    let mut command = run::cargo();
    command.args(["build", "--release", "--target", platform]).current_dir(folder);
    command.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")).env_remove("RUSTFLAGS");
    run::visibly(&mut command)
}

/// Looks for inputs that break a target, from the corpus on; what it learns is kept beside the build, what breaks in `artifacts`.
fn hunt(folder: &Path, program: &Path, target: &str, seconds: u32) -> Outcome<()> {
    let learned = folder.join("target/corpus").join(target);
    let artifacts = folder.join("artifacts").join(target);
    paths::make(&learned)?;
    paths::make(&artifacts)?;
    let mut command = Command::new(program);
    command.arg(&learned).arg(folder.join("corpus").join(target)).current_dir(folder);
    command.arg(format!("-artifact_prefix={}/", artifacts.display()));
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={INPUT_BYTES_MAX}"));
    command.arg(format!("-timeout={INPUT_SECONDS_MAX}")).arg(format!("-rss_limit_mb={MEMORY_MB_MAX}"));
    command.args(["-use_value_profile=1", "-print_final_stats=1", "-verbosity=0"]);
    run::visibly(&mut command)
}
