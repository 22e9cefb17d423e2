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
    use super::judge;
    use crate::tally::Tally;

    #[test]
    fn a_missing_or_different_line_is_a_failure() {
        assert_eq!(judge("a 1\nb 2\n", "a 1\nb 2\n"), Tally { passed: 2, failed: 0 });
        assert_eq!(judge("a 1\nb 2\n", "a 1\n"), Tally { passed: 1, failed: 1 });
        assert_eq!(judge("", ""), Tally::default());
    }
}
