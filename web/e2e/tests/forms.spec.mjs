// The scene as a learner plays it, with the town switched off.
import { test, expect } from "../help/watch.mjs";
import { composeUnfinished } from "../help/ime.mjs";
import { playByKeys } from "../help/keys.mjs";
import { picture } from "../help/pictures.mjs";
import { SEED, answer, expert, goOn, openScene, play } from "../help/scene.mjs";

test("from the first paint to the debrief, with a reload in the middle", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`?world=off&seed=${SEED}`, { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1, name: "创业元宇宙" })).toBeVisible();
  await expect(page.locator("#boot")).toHaveCount(0);
  await picture(page, "home");
  await page.locator(".hero a.button").first().click();
  await expect(page.locator("#step-title")).toBeVisible();
  await picture(page, "scene-first");

  const middle = Math.floor(expert.answers.length / 2);
  const shots = { 1: "scene-form", 3: "scene-inspect", 5: "scene-classify" };
  await play(page, expert.answers.slice(0, middle), {
    each: async (done) => { if (shots[done]) await picture(page, shots[done], { fullPage: true }); },
  });
  const title = await page.locator("#step-title").innerText();
  await expect(page.locator(".kept")).toContainText(/\d\d:\d\d/);
  await page.reload();
  await expect(page.locator("#step-title")).toHaveText(title);

  await play(page, expert.answers.slice(middle));
  await expect(page.locator(".ending #step-title")).toHaveText(expert.ending);
  await picture(page, "ending");
  await page.locator(".ending .actions a").first().click();
  await expect(page).toHaveURL(/#\/debrief\//);
  await expect(page.locator("main")).toContainText(expert.points);
  await picture(page, "debrief", { fullPage: true });
});

test("a document half filled outlives a reload", async ({ page }) => {
  await openScene(page);
  await answer(page, expert.answers[0]);
  await goOn(page);
  const name = page.locator('[id="el-trade_name"]');
  await name.fill("潮间");
  await name.blur();
  await expect(page.locator(".kept")).toContainText(/\d\d:\d\d/);
  await page.reload();
  await expect(name).toHaveValue("潮间");
});

test("Enter that chooses characters hands nothing in", async ({ page }) => {
  await openScene(page);
  await answer(page, expert.answers[0]);
  await goOn(page);
  const name = page.locator('[id="el-trade_name"]');
  await name.click();
  const devtools = await composeUnfinished(page, "chaojian");
  await page.evaluate(() => {
    window.handedIn = 0;
    addEventListener("submit", () => { window.handedIn += 1; }, true);
  });
  await page.keyboard.press("Enter");
  await devtools.send("Input.insertText", { text: "潮间" });
  await expect(name).toHaveValue("潮间");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => window.handedIn)).toBe(0);
  await expect(page.locator("form.activity .complaint:not(:empty)")).toHaveCount(0);
  await expect(name).toBeFocused();
});

test("an answer that does not fit is told beside its element, and nothing changes", async ({ page }) => {
  await openScene(page);
  const title = await page.locator("#step-title").innerText();
  await page.locator("form.activity button[type=submit]").click();
  await expect(page.locator("form.activity .complaint").last()).not.toBeEmpty();
  await expect(page.locator("#step-title")).toHaveText(title);
});

test("in practice an answer can be taken back", async ({ page }) => {
  await openScene(page);
  const title = await page.locator("#step-title").innerText();
  await answer(page, expert.answers[0]);
  await goOn(page);
  await expect(page.locator("#step-title")).not.toHaveText(title);
  await page.getByRole("button", { name: /撤回|撤销|Undo|Take back/ }).click();
  await expect(page.locator("#step-title")).toHaveText(title);
});

test("the whole scene by keyboard alone", async ({ page }) => {
  test.setTimeout(300_000);
  await openScene(page);
  await playByKeys(page, expert.answers);
  await expect(page.locator(".ending #step-title")).toHaveText(expert.ending);
});
