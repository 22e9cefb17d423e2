//! The same play logs, replayed natively and as wasm under node, must give the same hashes, line by line.

use std::process::Command;

use crate::product::Module;
use crate::tally::Tally;
use crate::toolchain::WasmToolchain;
use crate::trouble::{Outcome, Trouble};
use crate::{needs, paths, run, web};

/// Differences shown before the rest is only counted.
const SHOWN: usize = 10;

/// Builds the small replaying program both ways, runs both and compares what they print.
pub(crate) fn compare() -> Outcome<Tally> {
    needs::node("以 wasm 重放 · replaying as wasm")?;
    let native = run::quietly(run::cargo().args(["run", "--quiet", "--features", "hashes", "--bin", "hashes"]))
        .ok_or_else(|| {
            Trouble::said("原生重放失败 · replaying natively failed: cargo run --features hashes --bin hashes")
        })?;
    let toolchain = WasmToolchain::get()?;
    let bound = web::build(Module { name: "hashes", profile: "web-app" }, &toolchain, "nodejs")?;
    let mut node = Command::new("node");
    node.arg(paths::root().join("tests/wasm/replay.cjs")).arg(&bound.glue).current_dir(paths::root());
    let wasm = run::quietly(&mut node)
        .ok_or_else(|| Trouble::said(format!("wasm 重放失败 · replaying as wasm failed: {}", run::spelled(&node))))?;
    Ok(judge(&native, &wasm))
}

/// How much longer wasm may take than native code.
const RATIO_MAX_PERCENT: u64 = 200;

/// Times the same companies' years natively and as wasm under node; their checksums must be the same.
pub(crate) fn ratio() -> Outcome<Tally> {
    needs::node("以 wasm 计时 · timing wasm")?;
    let mut command = run::cargo();
    command.args(["run", "--quiet", "--release", "--features", "hashes", "--bin", "hashes", "--", "timed"]);
    let native = run::quietly(&mut command).ok_or_else(|| Trouble::Command(run::spelled(&command)))?;
    let bound = web::build(Module { name: "hashes", profile: "web-app" }, &WasmToolchain::get()?, "nodejs")?;
    let mut node = Command::new("node");
    node.arg(paths::root().join("tests/wasm/replay.cjs")).arg(&bound.glue).arg("timed").current_dir(paths::root());
    let wasm = run::quietly(&mut node).ok_or_else(|| Trouble::Command(run::spelled(&node)))?;
    let (Some((ours, native)), Some((theirs, wasm))) = (timing(&native), timing(&wasm)) else {
        return Err(Trouble::said(format!("读不懂计时 · unreadable times: {native} {wasm}")));
    };
    let percent = wasm.saturating_mul(100) / native.max(1);
    println!("校验和 · checksums: native {ours}, wasm {theirs}");
    println!("native {native} µs, wasm {wasm} µs: {}.{:02} × (≤ 2.00)", percent / 100, percent % 100);
    let good = ours == theirs && percent <= RATIO_MAX_PERCENT;
    Ok(Tally { passed: usize::from(good), failed: usize::from(!good) })
}

/// A checksum and microseconds.
fn timing(told: &str) -> Option<(&str, u64)> {
    let (checksum, micros) = told.trim().split_once(' ')?;
    Some((checksum, micros.parse().ok()?))
}

fn judge(native: &str, wasm: &str) -> Tally {
    let (native, wasm): (Vec<&str>, Vec<&str>) = (native.lines().collect(), wasm.lines().collect());
    let mut tally = Tally::default();
    for index in 0..native.len().max(wasm.len()) {
        let (ours, theirs) = (native.get(index), wasm.get(index));
        if ours == theirs {
            tally.passed += 1;
            continue;
        }
        tally.failed += 1;
        if tally.failed <= SHOWN {
            println!("✗ native {}\n  wasm   {}", ours.unwrap_or(&"(nothing)"), theirs.unwrap_or(&"(nothing)"));
        }
    }
    println!("{} 行哈希一致 · lines agree, {} differ", tally.passed, tally.failed);
    tally
}

#[cfg(test)]
mod tests {
    use super::{judge, timing};
    use crate::tally::Tally;

    #[test]
    fn a_timing_is_a_checksum_and_microseconds() {
        assert_eq!(timing("ab12 3400\n"), Some(("ab12", 3400)));
        assert_eq!(timing("ended: no"), None);
    }

    #[test]
    fn a_missing_or_different_line_is_a_failure() {
        assert_eq!(judge("a 1\nb 2\n", "a 1\nb 2\n"), Tally { passed: 2, failed: 0 });
        assert_eq!(judge("a 1\nb 2\n", "a 1\n"), Tally { passed: 1, failed: 1 });
        assert_eq!(judge("", ""), Tally::default());
    }
}
