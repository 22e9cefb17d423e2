// What a person sees before any program runs, and when none can run.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test, expect, watch } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";

const site = process.env.METAVERSE_SITE ?? fileURLToPath(new URL("../../../target/site", import.meta.url));
const config = JSON.parse(/id="site">(.*?)<\/script>/s.exec(readFileSync(`${site}/index.html`, "utf8"))[1]);

/** Holds a file back until told otherwise. */
async function hold(page, url) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(`**/${url}`, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return release;
}

test("the first paint says what this is, before any module has come", async ({ page }) => {
  const release = await hold(page, config.app.wasm);
  await page.goto("?world=off", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1, name: "创业元宇宙" })).toBeVisible();
  await expect(page.getByText("规则是真的，代价不是。")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await picture(page, "first-paint");
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling on a small phone").toBeLessThanOrEqual(320);
  await picture(page, "first-paint-phone");
  release();
  await expect(page.locator("#boot")).toHaveCount(0);
});

test("progress is counted in the bytes that have come", async ({ page }) => {
  const bytes = readFileSync(`${site}/${config.app.wasm}`);
  let finish;
  const rest = new Promise((resolve) => { finish = resolve; });
  // Playwright cannot answer in pieces, so the page's own fetch is given a body that comes in two.
  await page.exposeFunction("restMayCome", () => rest);
  await page.addInitScript(({ name, half }) => {
    const real = window.fetch;
    window.fetch = async (input, options) => {
      const reply = await real(input, options);
      if (!String(input).endsWith(name)) return reply;
      const whole = new Uint8Array(await reply.arrayBuffer());
      const body = new ReadableStream({
        async start(controller) {
          controller.enqueue(whole.slice(0, half));
          await window.restMayCome();
          controller.enqueue(whole.slice(half));
          controller.close();
        },
      });
      return new Response(body, { headers: { "Content-Type": "application/wasm" } });
    };
  }, { name: config.app.wasm, half: Math.floor(bytes.length / 2) });
  await page.goto("?world=off");
  const bar = page.getByRole("progressbar");
  await expect.poll(() => bar.evaluate((element) => element.value / element.max)).toBeCloseTo(0.5, 2);
  await expect(page.locator("#boot-count")).toContainText(`/ ${Math.round(bytes.length / 1000).toLocaleString("en")} kB`);
  finish();
  await expect(page.locator("#boot")).toHaveCount(0);
});

test("the module is compiled while it comes, under the strict policy", async ({ page, allow }) => {
  allow(/violates the following Content Security Policy|policy violated: script-src-elem inline/); // provoked below
  const reply = await page.goto("?world=off");
  const policy = reply.headers()["content-security-policy"];
  const scripts = policy.split(";").map((part) => part.trim()).find((part) => part.startsWith("script-src"));
  expect(scripts).toMatch(/^script-src 'self' 'wasm-unsafe-eval'( 'sha256-[A-Za-z0-9+/]+=*')?$/);
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).toContain("default-src 'none'");
  await expect(page.locator("#boot")).toHaveCount(0);
  const marks = await page.evaluate(() => performance.getEntriesByType("mark").map((mark) => mark.name));
  expect(marks).toContain("metaverse:started");
  const inline = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.smuggled = true";
    const violated = new Promise((resolve) => addEventListener("securitypolicyviolation", () => resolve(true), { once: true }));
    document.head.append(script);
    return Promise.race([violated, new Promise((resolve) => setTimeout(resolve, 2000, false))]);
  });
  expect(inline, "an inline script is refused").toBe(true);
  expect(await page.evaluate(() => window.smuggled)).toBeUndefined();
});

test("types, compression and caching are as a browser wants them", async ({ request }) => {
  const page = await request.get("");
  expect(page.headers()["cache-control"]).toBe("no-cache");
  const again = await request.get("", { headers: { "If-Modified-Since": page.headers()["last-modified"] } });
  expect(again.status()).toBe(304);
  const wasm = await request.get(config.app.wasm);
  expect(wasm.headers()["content-type"]).toBe("application/wasm");
  expect(wasm.headers()["cache-control"]).toContain("immutable");
  expect((await wasm.body()).length).toBe(config.app.bytes);
  const missing = await request.get("built/nothing.js");
  expect(missing.status()).toBe(404);
});

test("without JavaScript a sentence says so", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(page.locator("noscript h2")).toHaveText("这个页面需要 JavaScript");
  await expect(page.locator("noscript h2")).toBeVisible();
  await expect(page.locator("#boot-progress")).toBeHidden();
  await picture(page, "no-javascript");
  await context.close();
});

test("without WebAssembly a sentence says so", async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto("");
  await expect(page.getByRole("alert")).toContainText("不支持 WebAssembly");
  await expect(page.getByRole("alert")).toContainText("lacks WebAssembly");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await picture(page, "no-webassembly");
});

test("opened as a file, a sentence says what to do", async ({ page, allow }) => {
  allow(/CORS policy|Not allowed to load|ERR_FAILED/); // the browser's own words about scripts in files
  await page.goto(pathToFileURL(`${site}/index.html`).href);
  await expect(page.getByRole("alert")).toContainText("file://");
  await expect(page.getByRole("alert")).toContainText("cargo xtask play");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const sand = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--sand").trim());
  expect(sand, "styles load from a file too").toBe("#f4ecdd");
  await picture(page, "opened-as-file");
});

for (const [what, name] of [["module", config.app.wasm], ["module's script", config.app.glue]]) {
  test(`a ${what} that does not come is told, and a second try works`, async ({ page, allow }) => {
    allow(/ERR_FAILED|Failed to fetch|net::ERR|503/);
    await page.route(`**/${name}`, (route) => route.abort());
    await page.goto("?world=off");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("下载没有完成");
    await expect(alert).toContainText("Nothing you saved is lost");
    await expect(page.getByRole("progressbar")).toBeHidden();
    await page.unroute(`**/${name}`);
    await alert.getByRole("button", { name: "重试" }).click();
    await expect(page.locator("#boot")).toHaveCount(0);
  });
}

test("a module cut short is told as an unfinished download", async ({ page }) => {
  const bytes = readFileSync(`${site}/${config.app.wasm}`);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  await page.route(`**/${config.app.wasm}`, (route) => route.fulfill({ body: half, contentType: "application/wasm" }));
  await page.goto("?world=off");
  await expect(page.getByRole("alert")).toContainText("下载没有完成");
  await picture(page, "download-failed");
});

test("a server error is told too", async ({ page, allow }) => {
  allow(/503/);
  await page.route(`**/${config.app.wasm}`, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto("?world=off");
  await expect(page.getByRole("alert")).toContainText("下载没有完成");
  await page.getByRole("alert").getByText("技术细节").click();
  await expect(page.getByRole("alert")).toContainText("HTTP 503");
});

test("a server that does not know wasm still works", async ({ page }) => {
  await page.route(`**/${config.app.wasm}`, async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, headers: { ...reply.headers(), "content-type": "application/octet-stream" } });
  });
  await page.goto("?world=off");
  await expect(page.locator("#boot")).toHaveCount(0);
});

test("after the first visit the page works without a network", async ({ browser, baseURL }) => {
  test.skip(!config.offline, "daily builds keep nothing");
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  const heard = [];
  watch(page, heard, new URL(baseURL).origin);
  await page.goto(`${baseURL}?world=off`);
  await expect(page.locator("#boot")).toHaveCount(0);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active);
  await page.reload();
  await expect(page.locator("#boot")).toHaveCount(0);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#boot")).toHaveCount(0);
  expect(heard.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
  await context.close();
});
