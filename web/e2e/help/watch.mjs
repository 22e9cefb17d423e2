// The test object of all browser tests: a page whose console stays silent. Errors, uncaught exceptions, violated
// policies and requests to other hosts fail the test, wherever in it they happen.
import { test as plain, expect } from "@playwright/test";

export { expect };

/** What a test announces it will provoke: `allow(/pattern/)` before doing it. */
export const test = plain.extend({
  allow: async ({}, use) => {
    const patterns = [];
    const allow = (pattern) => patterns.push(pattern);
    allow.covers = (text) => patterns.some((pattern) => pattern.test(text));
    await use(allow);
  },
  page: async ({ page, allow, baseURL }, use) => {
    const heard = [];
    watch(page, heard, new URL(baseURL).origin);
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    await use(page);
    expect(heard.filter((line) => !allow.covers(line)), "the console stays silent").toEqual([]);
  },
});

/** Writes down whatever a quiet page does not do. */
export function watch(page, heard, origin) {
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => heard.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["data:", "blob:", "about:", "file:"].includes(url.protocol);
    if (!local && url.origin !== origin) heard.push(`request to another host: ${url.href}`);
  });
}
