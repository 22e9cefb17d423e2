//! Compressed neighbours (`.br`, `.gz`) for files that servers send as they are, made by node's zlib and kept by
//! the hash of what they hold.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::Outcome;
use crate::{cache, needs, paths, run};

/// Smaller files travel in one packet anyway.
const WORTH_IT: u64 = 1024;

const SCRIPT: &str = r#"
const [kind, from, to] = process.argv.slice(1);
const { readFileSync, writeFileSync } = require("node:fs");
const zlib = require("node:zlib");
const bytes = readFileSync(from);
const p = zlib.constants;
writeFileSync(to, kind === "br"
  ? zlib.brotliCompressSync(bytes, { params: { [p.BROTLI_PARAM_QUALITY]: 11, [p.BROTLI_PARAM_LGWIN]: 24, [p.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  : zlib.gzipSync(bytes, { level: 9 }));
"#;

/// Whether a file of this name is worth compressing.
pub(crate) fn compressible(path: &Path) -> bool {
    let kinds = [
        "html",
        "js",
        "mjs",
        "css",
        "wasm",
        "svg",
        "ron",
        "scene",
        "heads",
        "words",
        "ftl",
        "json",
        "webmanifest",
        "txt",
    ];
    path.extension().is_some_and(|extension| kinds.iter().any(|kind| extension == *kind))
}

/// `path` with `.br` or `.gz` after its whole name.
pub(crate) fn neighbour(path: &Path, encoding: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{encoding}"));
    PathBuf::from(name)
}

/// Writes the neighbours of every file below `folder` that deserves them.
pub(crate) fn folder(folder: &Path) -> Outcome<()> {
    needs::node("压缩传输 · compression for transfer (brotli)")?;
    for relative in paths::files_below(folder)? {
        let path = folder.join(&relative);
        let size = std::fs::metadata(&path).map_or(0, |data| data.len());
        if size < WORTH_IT || !compressible(&path) {
            continue;
        }
        let bytes = paths::read_bytes(&path)?;
        for encoding in ["br", "gz"] {
            let squeezed = squeezed(&path, &bytes, encoding)?;
            paths::write(&neighbour(&path, encoding), &paths::read_bytes(&squeezed)?)?;
        }
    }
    Ok(())
}

fn squeezed(path: &Path, bytes: &[u8], encoding: &str) -> Outcome<PathBuf> {
    let digest = cache::digest([bytes]);
    cache::file("squeezed", &digest, encoding, |part| {
        let mut command = Command::new("node");
        command.arg("--eval").arg(SCRIPT).arg("--").arg(encoding).arg(path).arg(part);
        run::visibly(&mut command)
    })
}

/// Bytes a browser that speaks brotli receives for this file.
pub(crate) fn transferred(path: &Path) -> u64 {
    let size = |path: &Path| std::fs::metadata(path).map(|data| data.len()).ok();
    size(&neighbour(path, "br")).or_else(|| size(path)).unwrap_or(0)
}
