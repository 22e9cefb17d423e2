//! The compiler for wasm32, found or installed.
//!
//! Two ways: rustup's own component, where it can be had; else Debian's and Ubuntu's `rustc-web`, which links with lld.
//! Both build the standard library from source with the modules' own options, since the ready-made one weighs a twentieth
//! of a module more; rustup's goes without where its sources cannot be had. The rustup toolchain goes on building everything
//! native.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::{Outcome, Trouble};
use crate::{cache, law, needs, paths, run};

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
/// The oldest compiler the package allows (`rust-version` in Cargo.toml).
const OLDEST: (u32, u32) = (1, 95);
/// The standard library from its sources, for size.
const BUILD_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
/// Small modules go without what only a programmer reads of them: the file and line of a panic, what `{:?}` would print, and the
/// words of a panic itself, which ends the module at once. Nothing that a person reads is made with any of it.
const SMALLER: [&str; 2] = [
    "--config",
    "target.wasm32-unknown-unknown.rustflags=['-Zlocation-detail=none', '-Zfmt-debug=none', '-Zunstable-options', '-Cpanic=immediate-abort']",
];
/// Where a toolchain keeps those sources.
const STD_MANIFEST: &str = "lib/rustlib/src/rust/library/std/Cargo.toml";

/// How wasm is compiled on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Route {
    /// rustup's component: the cargo that runs xtask does it all, with the standard library's sources or without.
    Rustup { sources: bool },
    /// Debian's compiler, with the linker named.
    Debian { linker: String },
}

/// A compiler that can build for the browser.
#[derive(Clone, Debug)]
pub(crate) struct WasmToolchain {
    route: Route,
    version: String,
}

impl WasmToolchain {
    /// Finds the compiler, installing what is missing where that is possible.
    pub(crate) fn get() -> Outcome<Self> {
        law::pack()?;
        if let Some(found) = Self::rustup().or_else(Self::debian) {
            return Ok(found);
        }
        if run::exists("rustup") {
            println!("      rustup target add {TARGET}");
            let added =
                Command::new("rustup").args(["target", "add", TARGET]).status().is_ok_and(|status| status.success());
            if let Some(found) = Self::rustup().filter(|_| added) {
                return Ok(found);
            }
            println!(
                "      rustup 没有提供该目标，改用系统软件包 · rustup cannot supply it; trying the system's packages"
            );
        }
        let packages = ["rustc-web", "cargo-web", "rust-web-src", needs::NEWEST_LLD];
        needs::apt(&packages, "编译浏览器模块 · compiling for the browser (wasm32)")?;
        Self::debian().ok_or_else(|| Trouble::Missing {
            what: format!("Rust {TARGET}"),
            why: "编译浏览器模块 · compiling for the browser",
            how: format!("rustup target add {TARGET}   (Debian/Ubuntu: apt-get install {})", packages.join(" ")),
        })
    }

    fn rustup() -> Option<Self> {
        let folder = run::quietly(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
        let entries = std::fs::read_dir(folder.trim()).ok()?;
        let has_core = entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"));
        let version = run::quietly(Command::new("rustc").arg("-vV"))?;
        has_core.then(|| Self { route: Route::Rustup { sources: rustup_sources() }, version })
    }

    fn debian() -> Option<Self> {
        let version = run::quietly(Command::new(DEBIAN_RUSTC).arg("-vV"))?;
        let sysroot = run::quietly(Command::new(DEBIAN_RUSTC).args(["--print", "sysroot"]))?;
        let sources = Path::new(sysroot.trim()).join(STD_MANIFEST);
        let new_enough = release(&version).is_some_and(|release| release >= OLDEST);
        let complete = new_enough && sources.is_file() && Path::new(DEBIAN_CARGO).is_file();
        let linker = linker().filter(|_| complete)?;
        Some(Self { route: Route::Debian { linker }, version })
    }

    /// The compiler in one line, for people.
    pub(crate) fn name(&self) -> String {
        let release = self.version.lines().find_map(|line| line.strip_prefix("release: ")).unwrap_or("?");
        match &self.route {
            Route::Rustup { sources: true } => format!("rustc {release} (rustup, build-std)"),
            Route::Rustup { sources: false } => format!("rustc {release} (rustup)"),
            Route::Debian { linker } => format!("rustc {release} (rustc-web, build-std, {linker})"),
        }
    }

    /// All that distinguishes this compiler's products from another's.
    pub(crate) fn fingerprint(&self) -> String {
        format!("{:?} {BUILD_STD:?} {}", self.route, self.version)
    }

    /// Whether `cargo clippy` can be asked about wasm code with this compiler.
    pub(crate) fn has_clippy(&self) -> bool {
        match self.route {
            Route::Rustup { .. } => true,
            Route::Debian { .. } => {
                Path::new("/usr/bin/clippy-driver").is_file() && Path::new("/usr/bin/cargo-clippy").is_file()
            }
        }
    }

    fn builds_std(&self) -> bool {
        self.route != Route::Rustup { sources: false }
    }

    /// What cargo is told besides for a module that must be small.
    pub(crate) fn smaller(&self) -> &'static [&'static str] {
        if self.builds_std() { &SMALLER } else { &[] }
    }

    /// `cargo <verb>` for wasm32, with the shared target folder; features, profile and binary are the caller's.
    pub(crate) fn cargo(&self, verb: &str) -> Command {
        let mut command = match &self.route {
            Route::Rustup { .. } => run::cargo(),
            Route::Debian { linker } => {
                let mut command = Command::new(DEBIAN_CARGO);
                command.current_dir(paths::root());
                run::forget_parent(&mut command);
                command.env("RUSTC", DEBIAN_RUSTC);
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                // Cargo looks for its subcommands there first, and rustup's proxies stand in front on the path.
                command.env("PATH", debian_path());
                command
            }
        };
        command.env("CARGO_TARGET_DIR", cache::web_target());
        law::tell(&mut command);
        command.args([verb, "--target", TARGET]);
        if self.builds_std() {
            // Building the standard library is not yet a stable option, though the library is the stable one.
            command.env("RUSTC_BOOTSTRAP", "1").args(BUILD_STD);
        }
        command
    }
}

/// Whether rustup's toolchain has the standard library's sources; they are asked for once.
fn rustup_sources() -> bool {
    let there = || {
        let sysroot = run::quietly(Command::new("rustc").args(["--print", "sysroot"]));
        sysroot.is_some_and(|sysroot| Path::new(sysroot.trim()).join(STD_MANIFEST).is_file())
    };
    if there() || !run::exists("rustup") {
        return there();
    }
    println!("      rustup component add rust-src");
    let added = Command::new("rustup").args(["component", "add", "rust-src"]).status();
    added.is_ok_and(|status| status.success()) && there()
}

fn debian_path() -> std::ffi::OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(PathBuf::from("/usr/bin")).chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).unwrap_or(rest)
}

/// `1.96` of `rustc -vV`.
fn release(version: &str) -> Option<(u32, u32)> {
    let text = version.lines().find_map(|line| line.strip_prefix("release: "))?;
    let mut numbers = text.split(['.', '-']).map(str::parse::<u32>);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// The newest `wasm-ld-N` (or plain `wasm-ld`) on the system's path.
fn linker() -> Option<String> {
    let names =
        std::fs::read_dir("/usr/bin").ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let numbered = names.filter_map(|name| name.strip_prefix("wasm-ld-").and_then(|number| number.parse::<u32>().ok()));
    match numbered.max() {
        Some(number) => Some(format!("wasm-ld-{number}")),
        None => run::exists("wasm-ld").then(|| "wasm-ld".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::release;

    #[test]
    fn the_release_is_read_from_the_long_version() {
        assert_eq!(release("rustc 1.96.0\nrelease: 1.96.0-nightly\n"), Some((1, 96)));
        assert_eq!(release("nonsense"), None);
    }
}
