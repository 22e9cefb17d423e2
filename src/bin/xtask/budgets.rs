//! Size budgets of a release: what a browser receives with brotli. Over budget fails the build.

use std::path::Path;

use crate::steps::bytes;
use crate::tally::Tally;
use crate::trouble::{Outcome, Trouble};
use crate::{paths, squeeze};

/// First load until a scene can be begun: page, styles, scripts, module and the list of scenes.
const FIRST_LOAD: u64 = 700_000;
/// All scenes together; each comes when it is opened.
const SCENES: u64 = 450_000;
/// The town's module.
const WORLD: u64 = 3_000_000;
/// The page before any module: what the first paint waits for.
const SHELL: u64 = 40_000;

struct Gate {
    name: &'static str,
    limit: u64,
    counts: fn(&str) -> bool,
}

const GATES: [Gate; 4] = [
    Gate {
        name: "首屏外壳 · shell (page, styles, boot)",
        limit: SHELL,
        counts: |name| name == "index.html" || has_stem(name, &["styles", "early", "boot"]),
    },
    Gate {
        name: "首次加载到可玩 · first load to playable",
        limit: FIRST_LOAD,
        counts: |name| {
            let page = name == "index.html" || name == "icon.svg";
            page || has_stem(name, &["styles", "early", "boot", "app", "scenes"])
        },
    },
    Gate {
        name: "全部场景 · all scenes, each when it is opened",
        limit: SCENES,
        counts: |name| Path::new(name).extension().is_some_and(|kind| kind == "scene"),
    },
    Gate {
        name: "三维小镇 · world.wasm",
        limit: WORLD,
        counts: |name| has_stem(name, &["world"]) && Path::new(name).extension().is_some_and(|kind| kind == "wasm"),
    },
];

fn has_stem(name: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| {
        name.strip_prefix("built/")
            .is_some_and(|rest| rest.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.')))
    })
}

/// Weighs the assembled and compressed site in `folder`.
pub(crate) fn weigh(folder: &Path) -> Outcome<Tally> {
    let files = paths::files_below(folder)?;
    let mut tally = Tally::default();
    for gate in &GATES {
        let (mut raw, mut sent, mut counted) = (0, 0, 0);
        for file in &files {
            let name = file.to_string_lossy();
            if !name.ends_with(".br") && !name.ends_with(".gz") && (gate.counts)(&name) {
                let path = folder.join(file);
                raw += std::fs::metadata(&path).map_err(Trouble::file(&path))?.len();
                sent += squeeze::transferred(&path);
                counted += 1;
            }
        }
        let holds = counted > 0 && sent <= gate.limit;
        let mark = if holds { "✓" } else { "✗" };
        println!(
            "      {mark} {}: {} brotli ({} raw), budget {}",
            gate.name,
            bytes(sent),
            bytes(raw),
            bytes(gate.limit)
        );
        tally += Tally { passed: usize::from(holds), failed: usize::from(!holds) };
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::has_stem;

    #[test]
    fn stems_are_whole_names() {
        assert!(has_stem("built/app.0123.js", &["app"]));
        assert!(!has_stem("built/apples.0123.js", &["app"]));
        assert!(!has_stem("assets/app.png", &["app"]));
    }
}
