// Measuring in the browser: slow machines, lag of the page, bytes received.
import { expect } from "@playwright/test";

/** Prints a time beside its gate, and fails above it where nothing but measuring goes on (`cargo xtask bench`). */
export function hold(what, ms, gate) {
  console.log(`      ${ms <= gate ? "✓" : "✗"} ${what}: ${ms} ms, gate ${gate} ms`);
  if (process.env.METAVERSE_BENCH) expect(ms, `milliseconds: ${what}`).toBeLessThanOrEqual(gate);
}

/** Slows the processor down by a factor, as DevTools does; returns a function that ends it. */
export async function slowDown(page, factor) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: factor });
  return async () => {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await devtools.detach();
  };
}

/** Counts the bytes received from now on, compressed as they came. */
export async function countBytes(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  let bytes = 0;
  devtools.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
  return () => bytes;
}

/** How late a 50 ms timer of the page comes while `seconds` pass: { medianMs, p95Ms, maxMs }. */
export function lag(page, seconds) {
  return page.evaluate(async (duration) => {
    const late = [];
    const end = performance.now() + duration * 1000;
    while (performance.now() < end) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      late.push(performance.now() - before - 50);
    }
    late.sort((a, b) => a - b);
    const at = (share) => Math.round(late[Math.min(late.length - 1, Math.floor(late.length * share))]);
    return { medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
  }, seconds);
}
