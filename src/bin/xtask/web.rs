//! From compiled modules to what a browser loads: wasm-bindgen, and wasm-opt where it is asked for.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::product::Module;
use crate::toolchain::WasmToolchain;
use crate::trouble::{Outcome, Trouble};
use crate::{cache, needs, paths, run};

/// A module ready for the browser.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The JavaScript beside it.
    pub(crate) glue: PathBuf,
    /// The module.
    pub(crate) wasm: PathBuf,
}

/// The page: small first of all, or quick to build.
pub(crate) fn app(dev: bool) -> Module {
    Module { name: "app", profile: if dev { "web-dev" } else { "web-app" } }
}

/// The town.
pub(crate) fn world(dev: bool) -> Module {
    Module { name: "world", profile: if dev { "web-dev" } else { "web-world" } }
}

/// How the glue is shaped: `web` (an ES module), `no-modules` (one script) or `nodejs`.
pub(crate) fn bind(module: Module, compiled: &Path, shape: &str) -> Outcome<Bound> {
    let tool = bindgen_tool()?;
    let bytes = paths::read_bytes(compiled)?;
    let tool_name = tool.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let digest = cache::digest([bytes.as_slice(), tool_name.as_bytes(), shape.as_bytes(), module.name.as_bytes()]);
    let shelf = cache::folder().join("bound");
    let place = shelf.join(cache::short(&digest));
    let bound =
        Bound { glue: place.join(format!("{}.js", module.name)), wasm: place.join(format!("{}_bg.wasm", module.name)) };
    if bound.glue.is_file() && bound.wasm.is_file() {
        return Ok(bound);
    }
    let part = shelf.join(format!("{}.{}.part", cache::short(&digest), std::process::id()));
    paths::make(&part)?;
    let mut command = Command::new(&tool);
    command.arg(compiled).arg(&part).args([module.name, shape]);
    if module.profile == "web-dev" {
        command.arg("--keep-names");
    }
    run::visibly(&mut command)?;
    if place.exists() {
        std::fs::remove_dir_all(&place).map_err(Trouble::file(&place))?;
    }
    std::fs::rename(&part, &place).map_err(Trouble::file(&place))?;
    cache::prune(&shelf, 16)?;
    Ok(bound)
}

/// The wasm-bindgen of the lock file, as a program of our own; compiled once and kept.
fn bindgen_tool() -> Outcome<PathBuf> {
    let source = paths::read_bytes(&paths::root().join("src/bin/bindgen.rs"))?;
    let version = locked_version("wasm-bindgen-cli-support")?;
    let digest = cache::digest([source.as_slice(), version.as_bytes(), std::env::consts::ARCH.as_bytes()]);
    let extension = if cfg!(windows) { "exe" } else { "bin" };
    cache::file("tools", &digest, extension, |part| {
        println!("      编译 wasm-bindgen {version}（仅此一次）· compiling wasm-bindgen {version}, once");
        let target = cache::folder().join("native");
        let mut command = run::cargo();
        command.args(["build", "--features", "bindgen", "--bin", "bindgen"]).env("CARGO_TARGET_DIR", &target);
        run::visibly(&mut command)?;
        let built = target.join("debug").join(format!("bindgen{}", std::env::consts::EXE_SUFFIX));
        std::fs::copy(&built, part).map(drop).map_err(Trouble::file(&built))
    })
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = paths::read(&paths::root().join("Cargo.lock"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = "));
    version
        .map(|text| text.trim_matches('"').to_owned())
        .ok_or_else(|| Trouble::said(format!("Cargo.lock does not name {package}")))
}

/// Binaryen's optimiser over a module, kept by the hash of its input. It is one thread of JavaScript and takes
/// minutes for the town, so only releases use it for both modules.
pub(crate) fn optimise(wasm: &Path, level: &'static str) -> Outcome<PathBuf> {
    let bytes = paths::read_bytes(wasm)?;
    let folder = paths::e2e();
    let version = paths::read_bytes(&folder.join("package-lock.json"))?;
    let digest = cache::digest([bytes.as_slice(), version.as_slice(), level.as_bytes()]);
    cache::file("optimised", &digest, "wasm", |part| {
        needs::node("压缩模块 · shrinking modules")?;
        needs::npm(&folder)?;
        let mut command = Command::new("node");
        // No feature flags: the module names the features it uses, and --all-features emits types no browser loads.
        command.arg(folder.join("node_modules/binaryen/bin/wasm-opt")).args([level, "-o"]).arg(part).arg(wasm);
        run::visibly(&mut command)
    })
}

/// Compiles and binds one module.
pub(crate) fn build(module: Module, toolchain: &WasmToolchain, shape: &str) -> Outcome<Bound> {
    let compiled = module.build(toolchain)?;
    bind(module, &compiled, shape)
}
