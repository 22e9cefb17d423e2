//! A sweep that GNU parallel shares out, as the trainers' guide tells: the parts merged are the same to the byte as one run.
//!
//! Run by `cargo test --features oracles,cli --test oracle_parallel`. Needs `parallel` (GNU's, Debian's package `parallel`);
//! with `METAVERSE_NO_ORACLES` set it does nothing.

#![allow(clippy::unwrap_used, reason = "a panic here is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SAMPLE: &str = include_str!("../assets/diagnostics/first.ron");
const METAVERSE: &str = env!("CARGO_BIN_EXE_metaverse");
const SHARDS: u32 = 16;

/// Runs a program in a folder, which must do well.
fn run(folder: &Path, program: &str, words: &[&str]) -> Vec<u8> {
    let mut command = Command::new(program);
    // No words of its own on how it wants to be cited.
    command.args(words).current_dir(folder).env("PARALLEL_HOME", folder).env("HOME", folder);
    let output = command.output().unwrap_or_else(|error| {
        unreachable!("`{program}` cannot be run ({error}); install it, or set METAVERSE_NO_ORACLES to go without")
    });
    assert!(output.status.success(), "{program} {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn parts_made_by_gnu_parallel_make_the_whole_to_the_byte() {
    if std::env::var_os("METAVERSE_NO_ORACLES").is_some() {
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("parallel");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("scene.ron"), SAMPLE).unwrap();
    let sweep = ["explore", "scene.ron", "--runs", "12", "--learners", "2"];
    let shard = format!("{{}}/{SHARDS}");
    let indices: Vec<String> = (1..=SHARDS).map(|index| index.to_string()).collect();
    let mut words = vec!["--jobs", "4", METAVERSE];
    words.extend(sweep);
    words.extend(["--shard", &shard, "--out", "part-{}.json", ":::"]);
    words.extend(indices.iter().map(String::as_str));
    run(&folder, "parallel", &words);
    let parts: Vec<String> = indices.iter().map(|index| format!("part-{index}.json")).collect();
    for format in ["text", "json", "html"] {
        let whole = run(&folder, METAVERSE, &[&sweep[..], &["--format", format]].concat());
        let mut words = vec!["explore", "merge", "scene.ron"];
        words.extend(parts.iter().map(String::as_str));
        words.extend(["--format", format]);
        assert!(run(&folder, METAVERSE, &words) == whole, "{format}");
    }
}
