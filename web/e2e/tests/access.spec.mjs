// For everyone: no serious finding by axe on any screen, small and enlarged screens, both languages.
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";
import { answer, expert, goOn, openScene } from "../help/scene.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectAccessible(page, screen) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude("iframe").analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = serious.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect(told).toEqual([]);
}

async function expectNoSidewaysScroll(page, screen) {
  // Polled, since a browser lays the page out anew in the frame after its window has changed.
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(over, { message: `${screen} scrolls sideways` }).toBeLessThanOrEqual(0);
}

for (const [screen, hash] of [["home", "#/"], ["town", "#/town"], ["help", "#/help"]]) {
  test(`${screen}: axe, 320 pixels wide, doubled text`, async ({ page }) => {
    await page.goto(`?world=off${hash}`);
    await expect(page.locator("#page-title")).toBeVisible();
    await expectAccessible(page, screen);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page, screen);
    await picture(page, `${screen}-phone`);
    await page.setViewportSize({ width: 640, height: 400 }); // what 1280 pixels are at 200 %
    await expectNoSidewaysScroll(page, screen);
  });
}

test("every kind of step and what comes of it: axe, 320 pixels wide", async ({ page }) => {
  test.setTimeout(240_000);
  await openScene(page);
  const met = new Set();
  for (const given of expert.answers) {
    const [kind] = Object.keys(given);
    if (!met.has(kind)) {
      met.add(kind);
      await expectAccessible(page, kind);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page, kind);
      await picture(page, `${kind.toLowerCase()}-phone`, { fullPage: true });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await answer(page, given);
    await expect(page.locator("article.brought")).toBeVisible();
    if (met.size === 1) await expectAccessible(page, "brought");
    await goOn(page);
  }
  expect([...met].sort()).toEqual(["Arrange", "Choose", "Classify", "Form", "Inspect"]);
  await page.locator(".ending .actions a").first().click();
  await expect(page).toHaveURL(/#\/debrief\//);
  await expect(page.locator("main")).toContainText(expert.points);
  await expectAccessible(page, "debrief");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, "debrief");
  await picture(page, "debrief-phone", { fullPage: true });
});

test("the language changes without a reload", async ({ page }) => {
  await page.goto("?world=off");
  await page.evaluate(() => { window.sameDocument = true; });
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await expect(page.getByRole("navigation").first()).toContainText(/[A-Za-z]{3}/);
  await picture(page, "home-english");
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
});
