//! Tools from outside Rust: found, else installed, else named in one line with what, why and how.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::{Outcome, Trouble};
use crate::{paths, run};

/// The linker's package on Debian and Ubuntu.
pub(crate) const NEWEST_LLD: &str = "lld-22";

/// Installs system packages with apt where that is possible.
pub(crate) fn apt(packages: &[&str], why: &'static str) -> Outcome<()> {
    let how = format!("sudo apt-get install {}", packages.join(" "));
    let missing = || Trouble::Missing { what: packages.join(", "), why, how: how.clone() };
    if !run::exists("apt-get") {
        return Err(missing());
    }
    let root = run::quietly(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let sudo = !root && run::quietly(Command::new("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        return Err(missing());
    }
    println!("      安装 · installing {} — {why}", packages.join(" "));
    let apt_get = |words: &[&str]| {
        let mut command = if sudo { Command::new("sudo") } else { Command::new("apt-get") };
        if sudo {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-o", "Dpkg::Use-Pty=0"]).args(words);
        command
    };
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    if run::quietly(&mut apt_get(&install)).is_some() {
        return Ok(());
    }
    // The lists of packages may be missing or old on a fresh machine.
    run::visibly(&mut apt_get(&["update"]))?;
    run::visibly(&mut apt_get(&install)).map_err(|_| missing())
}

/// Makes sure Node is there, at least version 20.
pub(crate) fn node(why: &'static str) -> Outcome<()> {
    if node_major().is_none() {
        apt(&["nodejs", "npm"], why)?;
    }
    match node_major() {
        Some(major) if major >= 20 => Ok(()),
        other => Err(Trouble::Missing {
            what: format!("Node.js ≥ 20 (found: {})", other.map_or("none".to_owned(), |major| major.to_string())),
            why,
            how: "https://nodejs.org, or your system's package nodejs".to_owned(),
        }),
    }
}

fn node_major() -> Option<u32> {
    let version = run::quietly(Command::new("node").arg("--version"))?;
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the locked node packages of `folder`, unless they are there already.
pub(crate) fn npm(folder: &Path) -> Outcome<()> {
    let lock = paths::read_bytes(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.locked");
    let wanted = crate::cache::digest([lock.as_slice()]);
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    if !run::exists("npm") {
        apt(&["npm"], "浏览器测试 · browser tests")?;
    }
    println!("      npm ci — {}", folder.display());
    let mut command = Command::new("npm");
    command.args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(folder);
    // The system's Chromium is used; Playwright's own is fetched only where there is none.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::visibly(&mut command)?;
    paths::write(&stamp, wanted.as_bytes())
}

/// The Chromium that browser tests drive; `None` means Playwright's own.
pub(crate) fn chromium(e2e: &Path) -> Outcome<Option<PathBuf>> {
    if let Some(found) = find_chromium() {
        return Ok(Some(found));
    }
    let installed = apt(&["chromium"], "浏览器测试 · browser tests");
    if let Some(found) = find_chromium() {
        return Ok(Some(found));
    }
    println!("      系统没有 Chromium，改用 Playwright 自带的 · no system Chromium; fetching Playwright's");
    let mut fetch = Command::new("npx");
    fetch.args(["playwright", "install", "chromium"]).current_dir(e2e);
    match (run::visibly(&mut fetch), installed) {
        (Ok(()), _) => Ok(None),
        (Err(_), Err(trouble)) | (Err(trouble), Ok(())) => Err(trouble),
    }
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("METAVERSE_CHROMIUM") {
        return Some(PathBuf::from(named));
    }
    let names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    // Ubuntu's /usr/bin/chromium-browser is a small script that only asks for a snap.
    let real =
        |path: &PathBuf| std::fs::metadata(path).is_ok() && run::quietly(Command::new(path).arg("--version")).is_some();
    names.iter().map(PathBuf::from).find(real)
}

/// Makes sure Chinese text has a font in pictures and tests.
pub(crate) fn chinese_font() -> Outcome<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let has = || {
        run::quietly(Command::new("fc-list").args([":lang=zh-cn", "family"]))
            .is_some_and(|list| !list.trim().is_empty())
    };
    if has() {
        return Ok(());
    }
    apt(&["fonts-noto-cjk", "fontconfig"], "测试截图中的中文 · Chinese text in test pictures")
}
