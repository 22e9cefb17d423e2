// What was played stays: refused storage, files that were edited or cut short, two tabs.
import { readFileSync } from "node:fs";
import { test, expect } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";
import { answer, expert, goOn, openScene, play } from "../help/scene.mjs";

async function exported(page) {
  const coming = page.waitForEvent("download");
  await page.locator(".scene-tools").getByRole("button", { name: /存成文件|Save as a file/ }).click();
  return readFileSync(await (await coming).path(), "utf8");
}

async function importText(page, text) {
  await page.goto("?world=off#/");
  const input = page.locator('section[aria-labelledby="transfer"] input[type=file]');
  await input.setInputFiles({ name: "a.save.ron", mimeType: "text/plain", buffer: Buffer.from(text) });
}

test("a save leaves as a file and comes back whole", async ({ page }) => {
  await openScene(page);
  await play(page, expert.answers.slice(0, 3));
  const title = await page.locator("#step-title").innerText();
  const text = await exported(page);
  await page.evaluate(() => localStorage.clear());
  await importText(page, text);
  await expect(page.locator("#step-title")).toHaveText(title);
});

test("a save cut short or edited is told, and nothing kept is lost", async ({ page }) => {
  await openScene(page);
  await play(page, expert.answers.slice(0, 3));
  const text = await exported(page);
  const edited = text.replaceAll(expert.answers[0].Choose.option, "no-such-option");
  expect(edited).not.toBe(text);
  for (const broken of [text.slice(0, Math.floor(text.length * 0.6)), edited, "(", "\u0000\u0001", ""]) {
    await importText(page, broken);
    await expect(page.locator("#imported-save .complaint")).not.toBeEmpty();
    await expect(page.locator(".save-card").first()).toBeVisible();
  }
  await picture(page, "save-damaged", { fullPage: true });
});

test("a browser that refuses storage is told, and the scene can be played and taken away", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
  });
  await openScene(page);
  await expect(page.locator(".notice").first()).toBeVisible();
  await picture(page, "storage-refused");
  await answer(page, expert.answers[0]);
  await goOn(page);
  expect(await exported(page)).toContain("registration");
});

test("two tabs do not spoil each other's play", async ({ page, context }) => {
  await openScene(page);
  await play(page, expert.answers.slice(0, 1), { reading: false });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator("#step-title")).toBeVisible();
  await play(other, expert.answers.slice(1, 2), { reading: false });
  await expect(page.locator(".scene-tools .notice")).toBeVisible();
  await page.locator(".scene-tools .notice").getByRole("button").last().click();
  await expect(page.locator(".scene-tools .notice")).toHaveCount(0);
  await other.close();
});
