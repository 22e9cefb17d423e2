// Browser tests. `cargo xtask test` sets the METAVERSE_… variables; by hand, `npx playwright test` uses what
// `cargo xtask web` assembled in target/site.
import { defineConfig } from "@playwright/test";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const port = 4173;
const xtask = process.env.METAVERSE_XTASK ?? at("../../target/debug/xtask");
const site = process.env.METAVERSE_SITE ?? at("../../target/site");

/** Debian's Chromium, quiet, with a software renderer for WebGL. */
const quiet = [
  "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const software = [...quiet, "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
const without3d = [...quiet, "--disable-software-rasterizer", "--disable-gpu"];

const launch = (args) => ({ launchOptions: { executablePath: process.env.METAVERSE_CHROMIUM ?? "/usr/bin/chromium", args } });

export default defineConfig({
  testDir: "tests",
  outputDir: at("../../target/e2e"),
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 1, // two cores, and one of them draws the town
  retries: 0, // a flake is a bug
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `"${xtask}" serve "${site}" --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env.CI,
    stdout: "ignore",
  },
  projects: [
    { name: "forms", testMatch: /(shell|forms|access|saves|gallery|scenes|results)\.spec\.mjs/, use: launch(software) },
    { name: "measure", testMatch: /measure\.spec\.mjs/, use: launch(quiet) },
    { name: "map", testMatch: /map\.spec\.mjs/, use: launch(without3d) },
    { name: "world", testMatch: /world\.spec\.mjs/, timeout: 240_000, use: { ...launch(software), viewport: { width: 800, height: 600 } } },
    { name: "loss", testMatch: /loss\.spec\.mjs/, timeout: 180_000, use: { ...launch(software), viewport: { width: 800, height: 600 } } },
  ],
});
