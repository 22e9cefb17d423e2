//! `cargo xtask test`: everything CI runs, step by step, with one summary at the end.
//!
//! A step reports how many checks it ran; one that ran none has failed. All steps run even when an earlier one
//! fails, so that one run tells all there is to mend.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::options::Options;
use crate::run::Heard;
use crate::site::{self, Parts};
use crate::steps::seconds;
use crate::tally::{self, Tally};
use crate::toolchain::WasmToolchain;
use crate::trouble::{Outcome, Trouble};
use crate::{budgets, chores, hashes, oracles, paths, run, squeeze, web};

/// Features that compile natively; the town's are asked for wasm, where they run.
const NATIVE: &str = "cli,app,town,mapmaker,xtask,bindgen,hashes";
/// Features whose tests run natively.
const TESTED: &str = "cli,app,town,mapmaker,xtask,hashes";

/// One step of the suite.
struct Step {
    /// For `--only` and `--skip`.
    name: &'static str,
    title: &'static str,
    work: fn() -> Outcome<Tally>,
}

const STEPS: [Step; 12] = [
    Step { name: "needs", title: "所需工具 · tools", work: tools },
    Step { name: "fmt", title: "格式 · formatting", work: formatting },
    Step { name: "clippy", title: "静态检查 · clippy, native parts", work: clippy },
    Step { name: "unit", title: "无界面测试 · headless tests", work: headless },
    Step { name: "doc", title: "文档示例 · documentation examples", work: documentation },
    Step { name: "oracles", title: "与其他软件对账 · against other programs", work: oracles::compare },
    Step { name: "check", title: "场景检查 · metaverse check scenarios/", work: scenarios },
    Step { name: "web", title: "发布版模块 · release modules for the browser", work: modules },
    Step { name: "clippy-web", title: "静态检查 · clippy, browser modules", work: clippy_web },
    Step {
        name: "hashes", title: "原生与浏览器哈希一致 · same hashes native and wasm", work: hashes::compare
    },
    Step { name: "sizes", title: "体积预算 · size budgets", work: || budgets::weigh(&paths::site()) },
    Step { name: "browser", title: "浏览器测试 · browser tests", work: browser },
];

/// How a step ended.
struct Ending {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// `cargo xtask test`.
pub(crate) fn command(options: &Options) -> Outcome<ExitCode> {
    if options.has("list") {
        for step in &STEPS {
            println!("{:<12}{}", step.name, step.title);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let chosen = chosen(options)?;
    let mut endings = Vec::new();
    for (index, step) in chosen.iter().enumerate() {
        println!("\n━━ [{}/{}] {} ━━", index + 1, chosen.len(), step.title);
        let begun = Instant::now();
        let tally = match (step.work)() {
            Ok(tally) if tally.ran() > 0 => tally,
            Ok(_) => {
                println!("✗ 这一步什么也没有执行，不算通过 · this step ran nothing, which is no pass");
                Tally { passed: 0, failed: 1 }
            }
            Err(trouble) => {
                println!("✗ {trouble}");
                Tally { passed: 0, failed: 1 }
            }
        };
        let took = begun.elapsed();
        let mark = if tally.failed == 0 { "✓" } else { "✗" };
        println!("{mark} {}: {} passed, {} failed, {}", step.name, tally.passed, tally.failed, seconds(took));
        endings.push(Ending { name: step.name, tally, took });
    }
    Ok(summary(&endings))
}

fn chosen(options: &Options) -> Outcome<Vec<&'static Step>> {
    let (only, skip) = (options.list("only"), options.list("skip"));
    for name in only.iter().chain(&skip) {
        if !STEPS.iter().any(|step| step.name == *name) {
            return Err(Trouble::said(format!("没有这一步 · no such step: {name} (see cargo xtask test --list)")));
        }
    }
    let wanted = |step: &&Step| (only.is_empty() || only.contains(&step.name)) && !skip.contains(&step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

fn summary(endings: &[Ending]) -> ExitCode {
    println!("\n━━ 汇总 · summary ━━");
    let mut all = Tally::default();
    let mut took = Duration::ZERO;
    for ending in endings {
        let mark = if ending.tally.failed == 0 { "✓" } else { "✗" };
        let counts = format!("{} passed, {} failed", ending.tally.passed, ending.tally.failed);
        println!("{mark} {:<12}{counts:<26}{}", ending.name, seconds(ending.took));
        all += ending.tally;
        took += ending.took;
    }
    println!("  {:<12}{}", "", seconds(took));
    println!("{} passed, {} failed", all.passed, all.failed);
    if all.failed == 0 && all.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Finds or installs everything the later steps use, so that what is missing is said first.
fn tools() -> Outcome<Tally> {
    let toolchain = WasmToolchain::get()?;
    println!("wasm32: {}", toolchain.name());
    if !toolchain.has_clippy() {
        crate::needs::apt(&["rust-web-clippy"], "静态检查浏览器模块 · clippy for the browser modules")?;
    }
    let chromium = chores::browser_needs()?;
    println!("Chromium: {}", chromium.map_or("Playwright".to_owned(), |path| path.display().to_string()));
    Ok(Tally::ONE)
}

fn formatting() -> Outcome<Tally> {
    run::visibly(run::cargo().args(["fmt", "--check"])).map(|()| Tally::ONE)
}

fn clippy() -> Outcome<Tally> {
    // Once as the bare core, which must stand alone, once with every front that compiles natively.
    run::visibly(run::cargo().args(["clippy", "--quiet", "--all-targets", "--", "-D", "warnings"]))?;
    run::visibly(run::cargo().args([
        "clippy",
        "--quiet",
        "--all-targets",
        "--features",
        NATIVE,
        "--",
        "-D",
        "warnings",
    ]))?;
    Ok(Tally { passed: 2, failed: 0 })
}

/// Clippy for the code as the browser gets it: page and town, by the compiler that builds them.
fn clippy_web() -> Outcome<Tally> {
    let toolchain = WasmToolchain::get()?;
    let _held = crate::cache::lock("web")?;
    let mut tally = Tally::default();
    for module in [web::app(false), web::reader(false), web::world(false)] {
        let mut command = toolchain.cargo("clippy");
        // The modules' own profiles, so that build scripts and macros are shared with the builds.
        command.args([
            "--bin",
            module.name,
            "--features",
            module.name,
            "--profile",
            module.profile,
            "--",
            "-D",
            "warnings",
        ]);
        let clean = run::visibly(&mut command).is_ok();
        tally += Tally { passed: usize::from(clean), failed: usize::from(!clean) };
    }
    Ok(tally)
}

fn headless() -> Outcome<Tally> {
    if run::exists("cargo-nextest") {
        let words = ["nextest", "run", "--no-fail-fast", "--status-level", "fail", "--features", TESTED];
        let heard = run::listening(run::cargo().args(words))?;
        return Ok(told(tally::nextest(&heard.text), &heard));
    }
    let heard = run::listening(run::cargo().args([
        "test",
        "--no-fail-fast",
        "--lib",
        "--bins",
        "--tests",
        "--features",
        TESTED,
    ]))?;
    Ok(told(tally::libtest(&heard.text), &heard))
}

fn documentation() -> Outcome<Tally> {
    let heard = run::listening(run::cargo().args(["test", "--doc", "--features", "cli,app,town"]))?;
    Ok(told(tally::libtest(&heard.text), &heard))
}

/// A runner that failed without naming a failed test has failed all the same.
fn told(tally: Tally, heard: &Heard) -> Tally {
    if !heard.success && tally.failed == 0 { Tally { failed: 1, ..tally } } else { tally }
}

fn scenarios() -> Outcome<Tally> {
    let files = paths::files_below(&paths::root().join("scenarios"))?;
    let count = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "ron")).count();
    run::visibly(run::cargo().args([
        "run",
        "--quiet",
        "--features",
        "cli",
        "--bin",
        "metaverse",
        "--",
        "check",
        "scenarios/",
    ]))?;
    Ok(Tally { passed: count, failed: 0 })
}

/// The release modules, the site made of them, compressed.
fn modules() -> Outcome<Tally> {
    release_site(&WasmToolchain::get()?)?;
    Ok(Tally { passed: 3, failed: 0 })
}

/// Builds and assembles `target/site` as it would be released, but for wasm-opt over the town, which takes minutes.
/// The page goes without: what wasm-opt makes of it is smaller on disk and larger once compressed (677 against 667 kB).
pub(crate) fn release_site(toolchain: &WasmToolchain) -> Outcome<()> {
    let (app, reader) = web::page(false, toolchain)?;
    let world = web::build(web::world(false), toolchain, "no-modules")?;
    site::assemble(&paths::site(), &Parts { app, reader, world: Some(world), offline: true })?;
    squeeze::folder(&paths::site())
}

fn browser() -> Outcome<Tally> {
    let heard = playwright(&[], Times::Printed)?;
    Ok(told(tally::playwright(&heard.text), &heard))
}

/// What becomes of the times the browser tests measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    /// Printed beside their gates: the machine has other work, and a test fails by no clock.
    Printed,
    /// Above its gate a time fails the test.
    HeldToTheirGates,
}

/// Runs the browser tests against `target/site`, served by xtask itself.
pub(crate) fn playwright(words: &[&str], times: Times) -> Outcome<Heard> {
    let e2e = paths::e2e();
    let chromium = chores::browser_needs()?;
    if !paths::site().join("index.html").is_file() {
        return Err(Trouble::said("target/site 不存在 · there is no target/site to test"));
    }
    let answers = expert_answers("scenarios/registration.ron", "target/answers.json")?;
    let gallery = expert_answers("scenarios/samples/gallery.ron", "target/gallery.json")?;
    let scenes = paths::root().join("target/scenes");
    for id in site::scenario_ids()? {
        expert_answers(&format!("scenarios/{id}.ron"), &format!("target/scenes/{id}.json"))?;
    }
    let mut command = Command::new("node");
    command.arg(e2e.join("node_modules/@playwright/test/cli.js")).arg("test").args(words).current_dir(&e2e);
    command.env("METAVERSE_XTASK", own_program()?).env("METAVERSE_SITE", paths::site()).env("CI", "1");
    command.env("METAVERSE_ANSWERS", answers).env("METAVERSE_GALLERY", gallery).env("METAVERSE_SCENES", scenes);
    command.env("METAVERSE_TRAINER", trainer_program()?);
    command.env("METAVERSE_PICTURES", paths::root().join("target/pictures"));
    if let Some(chromium) = chromium {
        command.env("METAVERSE_CHROMIUM", chromium);
    }
    if times == Times::HeldToTheirGates {
        command.env("METAVERSE_BENCH", "1");
    }
    run::forget_parent(&mut command);
    run::listening(&mut command)
}

/// The trainer's command line, by which the browser tests give out a ticket and verify what was handed in.
fn trainer_program() -> Outcome<PathBuf> {
    let mut command = run::cargo();
    command.args(["build", "--quiet", "--features", "cli", "--bin", "metaverse"]);
    run::visibly(&mut command)?;
    Ok(Path::new(&own_program()?).with_file_name(format!("metaverse{}", std::env::consts::EXE_SUFFIX)))
}

/// The learner the browser tests play as.
const LEARNER: &str = "7";

/// Writes down, as JSON, what the expert answers in a scene for that learner; the browser tests give the same answers by hand.
fn expert_answers(scene: &str, into: &str) -> Outcome<PathBuf> {
    let mut command = run::cargo();
    command.args(["run", "--quiet", "--features", "hashes", "--bin", "hashes", "--", "answers", scene, LEARNER]);
    let told = run::quietly(&mut command).ok_or_else(|| Trouble::Command(run::spelled(&command)))?;
    let file = paths::root().join(into);
    paths::write(&file, told.as_bytes())?;
    Ok(file)
}

/// This program, even if cargo has put a newer one in its place meanwhile.
fn own_program() -> Outcome<String> {
    let path = std::env::current_exe().map_err(Trouble::file(Path::new("xtask")))?;
    Ok(path.to_string_lossy().trim_end_matches(" (deleted)").to_owned())
}
