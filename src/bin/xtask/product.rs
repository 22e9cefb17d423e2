//! Compiled modules, kept by what they were made from.
//!
//! Cargo decides by time stamps and paths, so a fresh clone would link for minutes what another clone linked an
//! hour ago. Here each product lies beside a list of its inputs with their hashes; if every listed file of this
//! checkout has the listed hash, and compiler, lock file and options agree, the product is the same and is taken.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::toolchain::{TARGET, WasmToolchain};
use crate::trouble::{Outcome, Trouble};
use crate::{cache, deps, paths, run};

/// A binary to be compiled for the browser.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Module {
    /// Binary and feature, by the same name.
    pub(crate) name: &'static str,
    /// Cargo profile.
    pub(crate) profile: &'static str,
}

/// Kept products of one module: two checkouts, a branch each, and what came before.
const KEPT: usize = 4;

impl Module {
    /// The compiled module if the cache has it for exactly these sources.
    pub(crate) fn kept(self, toolchain: &WasmToolchain) -> Outcome<Option<PathBuf>> {
        let head = self.head(toolchain)?;
        let Ok(entries) = std::fs::read_dir(self.shelf()) else { return Ok(None) };
        for entry in entries.flatten() {
            let Ok(list) = std::fs::read_to_string(entry.path().join("inputs")) else { continue };
            let compiled = entry.path().join("module.wasm");
            if compiled.is_file() && agrees(&list, &head) {
                return Ok(Some(compiled));
            }
        }
        Ok(None)
    }

    /// The compiled module, from the cache or by compiling now.
    pub(crate) fn build(self, toolchain: &WasmToolchain) -> Outcome<PathBuf> {
        if let Some(kept) = self.kept(toolchain)? {
            println!("      {}: 未变，取自缓存 · unchanged, from the cache", self.name);
            return Ok(kept);
        }
        let _held = cache::lock("web")?;
        let mut command = toolchain.cargo("build");
        command.args(["--bin", self.name, "--features", self.name, "--profile", self.profile]);
        command.args(self.options(toolchain));
        let begun = SystemTime::now();
        run::visibly(&mut command)?;
        let folder = cache::web_target().join(TARGET).join(self.profile);
        self.keep(toolchain, &folder, begun)
    }

    /// Copies a fresh product and the list of its inputs into the cache.
    fn keep(self, toolchain: &WasmToolchain, built: &Path, begun: SystemTime) -> Outcome<PathBuf> {
        let dep_info = paths::read(&built.join(format!("{}.d", self.name)))?;
        let sources = deps::inputs(&dep_info, &paths::root());
        if sources.is_empty() {
            return Err(Trouble::said(format!("{}.d lists no input of this checkout", self.name)));
        }
        let mut list = self.head(toolchain)? + "\n";
        for source in &sources {
            list.extend([hash_of(source)?.as_str(), " ", &source.to_string_lossy(), "\n"]);
        }
        let products = self.shelf();
        let place = products.join(cache::short(&cache::digest([list.as_bytes()])));
        paths::make(&place)?;
        let module = place.join("module.wasm");
        let bytes = paths::read_bytes(&built.join(format!("{}.wasm", self.name)))?;
        paths::write(&module, &bytes)?;
        // A file edited while the compiler ran may have been read before or after: such a product is not remembered.
        if !sources.iter().any(|source| changed_since(source, begun)) {
            paths::write(&place.join("inputs"), list.as_bytes())?;
        }
        cache::prune(&products, KEPT)?;
        Ok(module)
    }

    /// Options of the small modules.
    fn options(self, toolchain: &WasmToolchain) -> &'static [&'static str] {
        if self.profile == "web-app" { toolchain.smaller() } else { &[] }
    }

    fn shelf(self) -> PathBuf {
        cache::folder().join("products").join(format!("{}-{}", self.name, self.profile))
    }

    /// What must agree besides the listed inputs: manifest, lock file, compiler, options.
    fn head(self, toolchain: &WasmToolchain) -> Outcome<String> {
        let root = paths::root();
        let manifest = paths::read_bytes(&root.join("Cargo.toml"))?;
        let lock = paths::read_bytes(&root.join("Cargo.lock"))?;
        // Compiler flags for wasm32 stand there.
        let config = paths::read_bytes(&root.join(".cargo/config.toml"))?;
        let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
        let options = self.options(toolchain);
        let words = format!("{} {} {} {options:?} {flags}", self.name, self.profile, toolchain.fingerprint());
        Ok(cache::digest([manifest.as_slice(), lock.as_slice(), config.as_slice(), words.as_bytes()]))
    }
}

/// Whether a list of inputs describes this checkout.
fn agrees(list: &str, head: &str) -> bool {
    let mut lines = list.lines();
    let same_head = lines.next() == Some(head);
    let same = |line: &str| {
        line.split_once(' ').is_some_and(|(hash, path)| hash_of(Path::new(path)).is_ok_and(|now| now == hash))
    };
    same_head && lines.all(same)
}

fn hash_of(relative: &Path) -> Outcome<String> {
    let bytes = paths::read_bytes(&paths::root().join(relative))?;
    Ok(cache::short(&cache::digest([bytes.as_slice()])).to_owned())
}

fn changed_since(relative: &Path, moment: SystemTime) -> bool {
    let modified = std::fs::metadata(paths::root().join(relative)).and_then(|data| data.modified());
    modified.map_or(true, |modified| modified >= moment)
}
