//! `cargo xtask play`: from a checkout to an address in the browser.
//!
//! The page is complete without the town, and the town takes far longer to compile the first time. So the page is
//! served as soon as it stands, and the town is built in the background; a reload shows it.

use std::process::ExitCode;

use crate::options::Options;
use crate::serve::Site;
use crate::site::{self, Parts};
use crate::steps::{Steps, seconds};
use crate::toolchain::WasmToolchain;
use crate::trouble::{Outcome, Trouble};
use crate::web::{self, Bound};
use crate::{cache, paths};

/// Builds, serves, prints the address; ends only with an error or by being stopped.
pub(crate) fn play(options: &Options) -> Outcome<ExitCode> {
    let dev = options.has("dev");
    let without_world = options.has("no-world");
    let first_run = !cache::web_target().exists();
    println!("创业元宇宙 · startup metaverse");
    if first_run {
        println!("首次运行要编译依赖：页面约 7 分钟，三维小镇另需约 15 分钟（两核机器）；以后只需几秒。");
        println!(
            "The first run compiles all dependencies: about 7 min for the page, 15 more for the town (2 cores). Later runs take seconds."
        );
    }
    let mut steps = Steps::new(4);
    let toolchain = steps.step("浏览器编译器 · the compiler for the browser", || {
        let toolchain = WasmToolchain::get()?;
        println!("      {}", toolchain.name());
        Ok::<_, Trouble>(toolchain)
    })?;
    let (app, reader) = steps.step("页面 · the page (app.wasm)", || web::page(dev, &toolchain))?;
    let now = options.has("wait") || web::world(dev).kept(&toolchain)?.is_some();
    let world = if without_world || !now {
        let reason = if without_world {
            "已按 --no-world 省去 · left out by --no-world"
        } else {
            "稍后在后台 · later, in the background"
        };
        steps.step(&format!("三维小镇：{reason}"), || Ok::<_, Trouble>(None))?
    } else {
        let build = || web::build(web::world(dev), &toolchain, "no-modules").map(Some);
        steps.step("三维小镇 · the town (world.wasm)", build)?
    };
    let later = !without_world && world.is_none();
    let parts = Parts { app, reader, world, offline: !dev };
    let site = steps.step("组装网站并启动服务 · assemble the site and serve it", || {
        site::assemble(&paths::site(), &parts)?;
        Site::bind(&paths::site(), options)
    })?;
    println!("\n  ▶ 请在浏览器打开 · open in a browser:  {}", site.address);
    println!("    （{}；按 Ctrl+C 停止 · Ctrl+C stops）\n", seconds(steps.elapsed()));
    std::thread::scope(|scope| {
        if later {
            scope.spawn(|| add_world(&parts, dev, &toolchain));
        }
        site.run()
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the town while the page is being served, then swaps in a site that has it.
fn add_world(parts: &Parts, dev: bool, toolchain: &WasmToolchain) {
    println!(
        "  … 正在后台构建三维小镇；期间页面用插画地图 · building the town in the background; the page shows the map meanwhile"
    );
    let begun = Steps::new(1);
    let built = web::build(web::world(dev), toolchain, "no-modules")
        .and_then(|world: Bound| site::assemble(&paths::site(), &Parts { world: Some(world), ..parts.clone() }));
    match built {
        Ok(()) => println!(
            "  ✓ 三维小镇已就绪（{}）：刷新页面即可 · the town is ready: reload the page",
            seconds(begun.elapsed())
        ),
        Err(trouble) => println!(
            "  ✗ 三维小镇未能构建，页面不受影响 · the town could not be built, the page goes on without: {trouble}"
        ),
    }
}
