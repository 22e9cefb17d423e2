//! Assembling the site: hashed names, the filled page, the service worker's list, the policy.
//!
//! ```text
//! index.html  sw.js  manifest.webmanifest  icon.svg  _headers     always asked for anew
//! built/name.<hash>.ext                                           never changes, kept for ever
//! assets/…  scenarios/…                                           as in the checkout
//! ```
//! A folder is assembled aside and then swapped in, so a served site is never half new.

use std::path::{Path, PathBuf};

use serde::Serialize;
use startup_metaverse::policy::Policy;
use startup_metaverse::scenario::head::Head;
use startup_metaverse::scenario::load::load;

use crate::trouble::{Outcome, Trouble};
use crate::web::Bound;
use crate::{cache, html, paths};

/// Beyond this an asset is fetched when used, not before.
const PRECACHED_BYTES: u64 = 400_000;

/// What goes into a site.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    /// The page's module.
    pub(crate) app: Bound,
    /// The reader of scenes.
    pub(crate) reader: Bound,
    /// The town's module, once there is one.
    pub(crate) world: Option<Bound>,
    /// Whether the service worker keeps the page for use without a network.
    pub(crate) offline: bool,
}

/// A file under its hashed name.
struct Named {
    url: String,
    bytes: u64,
}

struct Assembly {
    folder: PathBuf,
    precached: Vec<String>,
    fingerprint: Vec<String>,
}

/// Assembles the site into `folder`, replacing what was there.
pub(crate) fn assemble(folder: &Path, parts: &Parts) -> Outcome<()> {
    let aside = folder.with_extension(format!("new{}", std::process::id()));
    remove(&aside)?;
    paths::make(&aside)?;
    let mut assembly = Assembly { folder: aside.clone(), precached: vec!["./".to_owned()], fingerprint: Vec::new() };
    assembly.everything(parts)?;
    let old = folder.with_extension(format!("old{}", std::process::id()));
    remove(&old)?;
    if folder.exists() {
        std::fs::rename(folder, &old).map_err(Trouble::file(folder))?;
    }
    std::fs::rename(&aside, folder).map_err(Trouble::file(folder))?;
    remove(&old)
}

fn remove(folder: &Path) -> Outcome<()> {
    if folder.exists() { std::fs::remove_dir_all(folder).map_err(Trouble::file(folder)) } else { Ok(()) }
}

impl Assembly {
    fn everything(&mut self, parts: &Parts) -> Outcome<()> {
        let web = paths::root().join("web");
        self.copy_tree("assets", &["text", "world"])?;
        self.copy_tree("scenarios", &[])?;
        let styles = self.styles(&web)?;
        let early = self.kept("early", "js", quiet(&paths::read(&web.join("early.js"))?).as_bytes())?;
        let boot = self.kept("boot", "js", quiet(&paths::read(&web.join("boot.js"))?).as_bytes())?;
        let glue = self.kept("app", "js", quiet(&paths::read(&parts.app.glue)?).as_bytes())?;
        let app = self.kept("app", "wasm", &paths::read_bytes(&parts.app.wasm)?)?;
        let reader_glue = self.kept("reader", "js", &paths::read_bytes(&parts.reader.glue)?)?;
        let reader = self.kept("reader", "wasm", &paths::read_bytes(&parts.reader.wasm)?)?;
        let scenes = self.scenes()?;
        let words = self.words()?;
        let (world, script) = self.world(parts, &web)?;
        self.plain("icon.svg", &paths::read_bytes(&web.join("icon.svg"))?)?;
        self.plain("manifest.webmanifest", &paths::read_bytes(&web.join("manifest.webmanifest"))?)?;
        let names: Vec<&[u8]> = self.fingerprint.iter().map(String::as_bytes).collect();
        let version = cache::short(&cache::digest(names)).to_owned();
        let config = format!(
            r#"{{"version":"{version}","offline":{},"scenes":"{}","words":{words},"app":{{"glue":"{}","wasm":"{}","bytes":{}}},"reader":{{"glue":"{}","wasm":"{}"}},"world":{world}}}"#,
            parts.offline, scenes.url, glue.url, app.url, app.bytes, reader_glue.url, reader.url
        );
        let policy = html::policy(script.as_deref());
        let values = [
            ("policy", policy.as_str()),
            ("styles", &styles.url),
            ("early", &early.url),
            ("boot", &boot.url),
            ("glue", &glue.url),
            ("wasm", &app.url),
            ("scenes", &scenes.url),
            ("config", &config),
        ];
        let page = html::fill(&paths::read(&web.join("index.html"))?, &values)?;
        paths::write(&self.folder.join("index.html"), page.as_bytes())?;
        let list = self.precached.iter().map(|url| format!("  \"{url}\"")).collect::<Vec<_>>().join(",\n");
        let page_version = cache::short(&cache::digest([page.as_bytes(), version.as_bytes()])).to_owned();
        let worker = html::fill(&paths::read(&web.join("sw.js"))?, &[("version", &page_version), ("files", &list)])?;
        paths::write(&self.folder.join("sw.js"), worker.as_bytes())?;
        paths::write(&self.folder.join("_headers"), headers(&policy).as_bytes())
    }

    /// The scenes at the top of `scenarios/`, read and packed, so that the page need not read them, and the list of their heads
    /// with the address of each: the page fetches a scene when it is opened. A faulty one is told and left out.
    fn scenes(&mut self) -> Outcome<Named> {
        let policy = Policy::qingdao_2026();
        let mut heads = Vec::new();
        for id in scenario_ids()? {
            let text = paths::read(&paths::root().join("scenarios").join(format!("{id}.ron")))?;
            match load(&text, &policy) {
                Ok(loaded) => {
                    let scene = self.packed(&id, "scene", &loaded.scenario)?;
                    heads.push((Head::of(&loaded.scenario), scene.url));
                }
                Err(problems) => {
                    let places =
                        problems.iter().map(|one| format!("{}:{} {}", one.place.line, one.place.column, one.code.id()));
                    let places = places.collect::<Vec<_>>().join(", ");
                    println!(
                        "      ✗ scenarios/{id}.ron: {places}\n        网站里没有这个场景 · left out; see: metaverse check scenarios/"
                    );
                }
            }
        }
        self.packed("scenes", "heads", &heads)
    }

    fn packed(&mut self, stem: &str, extension: &str, value: &impl Serialize) -> Outcome<Named> {
        let packed = postcard::to_allocvec(value).map_err(|error| Trouble::said(format!("{stem}: {error}")))?;
        self.kept(stem, extension, &packed)
    }

    /// The words that the page does not bring along, by name: English, in both languages what is wrong with a scene and what is
    /// found of a result, and what the rules say.
    fn words(&mut self) -> Outcome<String> {
        let files = [
            ("en", "en", &["app", "core", "company", "screens"][..]),
            ("faults-zh", "zh-CN", &["diagnostics", "results"]),
            ("faults-en", "en", &["diagnostics", "results"]),
        ];
        let mut listed = Vec::new();
        for (name, lang, parts) in files {
            let folder = paths::root().join("assets/text").join(lang);
            let texts: Outcome<Vec<String>> =
                parts.iter().map(|part| paths::read(&folder.join(format!("{part}.ftl")))).collect();
            let file = self.kept(&format!("words-{name}"), "ftl", texts?.join("\n").as_bytes())?;
            listed.push(format!(r#""{name}":"{}""#, file.url));
        }
        let rules = self.packed("words-rules", "words", &Policy::qingdao_2026().words())?;
        listed.push(format!(r#""rules":"{}""#, rules.url));
        Ok(format!("{{{}}}", listed.join(",")))
    }

    /// The town as the page's configuration names it (`null` without one), and the script its frame runs.
    fn world(&mut self, parts: &Parts, web: &Path) -> Outcome<(String, Option<String>)> {
        let Some(bound) = &parts.world else { return Ok(("null".to_owned(), None)) };
        let own = paths::read(&web.join("world.mjs"))?;
        let script = html::frame_script(&paths::read(&bound.glue)?, &own)?;
        let listed = self.precached.len();
        let frame = self.kept("world", "html", html::frame(&script).as_bytes())?;
        let wasm = self.kept("world", "wasm", &paths::read_bytes(&bound.wasm)?)?;
        // Kept when used, not before: most of the download, and not every machine shows it.
        self.precached.truncate(listed);
        let config = format!(r#"{{"frame":"{}","wasm":"{}","bytes":{}}}"#, frame.url, wasm.url, wasm.bytes);
        Ok((config, Some(script)))
    }

    /// All style sheets as one, `base.css` first.
    fn styles(&mut self, web: &Path) -> Outcome<Named> {
        let folder = web.join("styles");
        let mut sheets = paths::files_below(&folder)?;
        sheets.retain(|sheet| sheet.extension().is_some_and(|extension| extension == "css"));
        sheets.sort_by_key(|sheet| (sheet.as_path() != Path::new("base.css"), sheet.clone()));
        let mut all = String::new();
        for sheet in sheets {
            all += &bare(&paths::read(&folder.join(sheet))?);
        }
        self.kept("styles", "css", all.as_bytes())
    }

    /// Writes a file that never changes under this name.
    fn kept(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Outcome<Named> {
        let digest = cache::digest([bytes]);
        let url = format!("built/{stem}.{}.{extension}", digest.get(..10).unwrap_or("0"));
        paths::write(&self.folder.join(&url), bytes)?;
        self.precached.push(url.clone());
        self.fingerprint.push(digest);
        Ok(Named { url, bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX) })
    }

    /// Writes a file under its own name.
    fn plain(&mut self, name: &str, bytes: &[u8]) -> Outcome<()> {
        paths::write(&self.folder.join(name), bytes)?;
        self.precached.push(name.to_owned());
        self.fingerprint.push(cache::digest([bytes]));
        Ok(())
    }

    /// Copies a folder of the checkout, except the named folders inside it.
    fn copy_tree(&mut self, name: &str, except: &[&str]) -> Outcome<()> {
        let from = paths::root().join(name);
        for relative in paths::files_below(&from)? {
            let top = relative.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
            if top.is_some_and(|top| except.contains(&top.as_str())) {
                continue;
            }
            let bytes = paths::read_bytes(&from.join(&relative))?;
            let url = format!("{name}/{}", relative.to_string_lossy().replace('\\', "/"));
            paths::write(&self.folder.join(&url), &bytes)?;
            self.fingerprint.push(cache::digest([url.as_bytes(), bytes.as_slice()]));
            if u64::try_from(bytes.len()).is_ok_and(|size| size <= PRECACHED_BYTES) {
                self.precached.push(url);
            }
        }
        Ok(())
    }
}

/// A style sheet without comments, indentation and empty lines.
fn bare(sheet: &str) -> String {
    let mut rest = sheet;
    let mut without = String::with_capacity(sheet.len());
    while let Some((before, after)) = rest.split_once("/*") {
        without.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    without.push_str(rest);
    let lines = without.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect::<String>().replace(" {", "{").replace(": ", ":").replace(", ", ",")
}

/// A script without the lines that are comments, without indentation and empty lines.
fn quiet(script: &str) -> String {
    let said = script.lines().map(str::trim).filter(|line| {
        let comment = ["//", "/*", "* ", "*/"].iter().any(|mark| line.starts_with(mark));
        !line.is_empty() && !comment
    });
    said.flat_map(|line| [line, "\n"]).collect()
}

/// The ids of the scenes at the top of `scenarios/`.
pub(crate) fn scenario_ids() -> Outcome<Vec<String>> {
    let mut ids = Vec::new();
    for file in paths::files_below(&paths::root().join("scenarios"))? {
        let id = file.file_stem().unwrap_or_default().to_string_lossy();
        let plain = id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let top = file.components().count() == 1 && file.extension().is_some_and(|kind| kind == "ron");
        if top && plain {
            ids.push(id.into_owned());
        }
    }
    Ok(ids)
}

/// The headers a server should send, in the form several static hosts read (`_headers`); our own server too.
fn headers(policy: &str) -> String {
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'self'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Cache-Control: no-cache\n/built/*\n  \
         Cache-Control: public, max-age=31536000, immutable\n"
    )
}

/// The policy an assembled site asks its server to send.
pub(crate) fn policy_of(folder: &Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join("_headers")).ok()?;
    text.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: ").map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::{bare, quiet};

    #[test]
    fn a_sheet_keeps_its_rules_and_nothing_else() {
        let sheet = "/* The head. */\n.a {\n  color: red; /* why */\n}\n\n.b { margin: 0 }\n/* open";
        assert_eq!(bare(sheet), ".a{\ncolor:red;\n}\n.b{ margin:0 }\n");
    }
    #[test]
    fn a_script_keeps_its_statements() {
        let script = "// Why.\n/** What. */\nlet a = 1; // one\n\n  /*\n   * More.\n   */\n  go(`http://x`);\n";
        assert_eq!(quiet(script), "let a = 1; // one\ngo(`http://x`);\n");
    }
}
