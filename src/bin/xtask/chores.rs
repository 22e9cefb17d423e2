//! The smaller chores: `web`, `dist`, `bench`, `clean`.

use std::process::ExitCode;

use crate::options::Options;
use crate::site::{self, Parts};
use crate::steps::Steps;
use crate::suite::Times;
use crate::toolchain::WasmToolchain;
use crate::trouble::{Outcome, Trouble};
use crate::web::{self, Bound};
use crate::{budgets, cache, hashes, needs, paths, squeeze, suite};

/// `cargo xtask web`: builds and assembles `target/site`, as `play` serves it.
pub(crate) fn web(options: &Options) -> Outcome<ExitCode> {
    let dev = options.has("dev");
    let mut steps = Steps::new(if options.has("no-world") { 2 } else { 3 });
    let toolchain = WasmToolchain::get()?;
    let (app, reader) = steps.step("页面 · the page (app.wasm)", || web::page(dev, &toolchain))?;
    let world = if options.has("no-world") {
        None
    } else {
        let build = || web::build(web::world(dev), &toolchain, "no-modules");
        Some(steps.step("三维小镇 · the town (world.wasm)", build)?)
    };
    steps.step("组装 · assemble target/site", || {
        site::assemble(&paths::site(), &Parts { app, reader, world, offline: !dev })
    })?;
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask dist`: the release folder.
pub(crate) fn dist(_: &Options) -> Outcome<ExitCode> {
    let mut steps = Steps::new(6);
    let toolchain = WasmToolchain::get()?;
    let (app, reader) = steps.step("页面 · the page (app.wasm)", || web::page(false, &toolchain))?;
    let world = steps
        .step("三维小镇 · the town (world.wasm)", || web::build(web::world(false), &toolchain, "no-modules"))?;
    let (app, world) = steps.step("优化模块 · wasm-opt (minutes the first time)", || {
        Ok::<_, Trouble>((app, smaller(world, "-Os")?))
    })?;
    steps.step("组装 · assemble", || {
        site::assemble(&paths::dist(), &Parts { app, reader, world: Some(world), offline: true })
    })?;
    steps.step("压缩传输 · brotli and gzip", || squeeze::folder(&paths::dist()))?;
    let tally = steps.step("体积预算 · size budgets", || budgets::weigh(&paths::dist()))?;
    println!(
        "\n  ▶ {}\n    任何静态网站服务器都可直接发布这个文件夹 · any static web server can publish this folder",
        paths::dist().display()
    );
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn smaller(bound: Bound, level: &'static str) -> Outcome<Bound> {
    let wasm = web::optimise(&bound.wasm, level)?;
    Ok(Bound { wasm, ..bound })
}

/// `cargo xtask bench`: what the budgets of the experience are measured by, printed and held to its gates.
pub(crate) fn bench(_: &Options) -> Outcome<ExitCode> {
    let mut steps = Steps::new(4);
    let toolchain = WasmToolchain::get()?;
    let ratio = steps.step("wasm 与原生之比 · wasm against native", hashes::ratio)?;
    steps.step("发布版网站 · the release site", || suite::release_site(&toolchain))?;
    steps.step("体积 · sizes", || budgets::weigh(&paths::site()))?;
    let heard = steps.step("浏览器内测量 · measured in the browser", || {
        suite::playwright(&["--grep", "@measure"], Times::HeldToTheirGates)
    })?;
    Ok(if heard.success && ratio.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `cargo xtask clean`.
pub(crate) fn clean(options: &Options) -> Outcome<ExitCode> {
    let mut folders = vec![paths::site(), paths::dist()];
    if options.has("cache") {
        folders.push(cache::folder());
    }
    for folder in folders.into_iter().filter(|folder| folder.exists()) {
        println!("删除 · removing {}", folder.display());
        std::fs::remove_dir_all(&folder).map_err(Trouble::file(&folder))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What browser tests need beside the site; used by the test suite too.
pub(crate) fn browser_needs() -> Outcome<Option<std::path::PathBuf>> {
    needs::node("浏览器测试 · browser tests")?;
    needs::npm(&paths::e2e())?;
    needs::chinese_font()?;
    needs::chromium(&paths::e2e())
}
