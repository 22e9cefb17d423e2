// What is handed in: a result that proves itself, in another browser and by the command line; assessed play without help.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test, expect } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";
import { answer, expert, goOn, openScene, play, readPapers } from "../help/scene.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const trainer = process.env.METAVERSE_TRAINER ?? join(root, "target/debug/metaverse");
const folder = mkdtempSync(join(tmpdir(), "metaverse-results-"));
const run = (...words) => {
  try {
    return execFileSync(trainer, words, { cwd: root, encoding: "utf8" });
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  }
};

async function download(page, press) {
  const coming = page.waitForEvent("download");
  await press();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("a mistake is led back to, mended, compared, handed in and verified elsewhere", async ({ page, browser, baseURL }) => {
  test.setTimeout(900_000);
  // The thirty days are let go by: an order comes, and what it costs leads back to that decision.
  await openScene(page);
  const wait = { Choose: { option: "wait", reason: "no-staff" } };
  for (const given of expert.answers) {
    const [kind] = Object.keys(given);
    await readPapers(page);
    if (kind === "Choose" && given.Choose.option === "now") {
      await answer(page, wait);
      await goOn(page);
      break;
    }
    await answer(page, given);
    await goOn(page);
  }
  await readPapers(page);
  await answer(page, { Choose: { option: "mend" } });
  await goOn(page);
  await readPapers(page);
  await answer(page, expert.answers.at(-1));
  await goOn(page);
  await page.locator(".ending a.button").first().click();
  await expect(page.locator(".came.trouble").first()).toBeVisible();
  await picture(page, "chain-debrief", { fullPage: true });
  const late = page.url();

  // From the decision that caused it, otherwise.
  const stops = page.locator(".passage", { has: page.locator(".followed.trouble") });
  await stops.first().locator(".retry button").click();
  await expect(page.locator("#step-title")).toBeVisible();
  const at = expert.answers.findIndex((given) => given.Choose?.option === "now");
  await play(page, expert.answers.slice(at));
  await page.locator(".ending a.button").first().click();
  await expect(page.locator(".review-points-number")).toHaveText(expert.points);
  await page.locator("#compare-with").selectOption({ index: 1 });
  await expect(page.locator(".compare-table tr.differs").first()).toBeVisible();
  await picture(page, "compare", { fullPage: true });

  // Handed in, with the books.
  await page.locator("#hand-in-learner").fill("2026-017");
  await expect(page.locator(".certificate")).toContainText("2026-017");
  const code = await page.locator(".certificate .mono").innerText();
  const result = await download(page, () => page.locator(".hand-in-form .button").click());
  expect(result.name).toBe("2026-017-registration.ron");
  expect(result.bytes.length).toBeLessThan(12_000);
  await page.locator(".books-files .button").first().click();
  await expect(page.locator(".books-files li button", { hasText: "books.xlsx" })).toBeVisible();
  const book = await download(page, () => page.locator(".books-files li button", { hasText: "books.xlsx" }).click());
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");
  await picture(page, "hand-in", { fullPage: true });

  // Another browser's profile and the command line say the same.
  const edited = result.bytes.toString("utf8").replace(/centipoints:\s*(\d)/, (_, digit) => `centipoints: ${(Number(digit) + 1) % 10}`);
  const context = await browser.newContext({ locale: "zh-CN" });
  const other = await context.newPage();
  await other.goto(`${baseURL}?world=off#/results`);
  await other.locator(".results input[type=file]").setInputFiles([
    { name: "a.ron", mimeType: "text/plain", buffer: result.bytes },
    { name: "b.ron", mimeType: "text/plain", buffer: Buffer.from(edited) },
    { name: "c.ron", mimeType: "text/plain", buffer: Buffer.from("?") },
  ]);
  const rows = other.locator(".results-table tbody tr");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("有效");
  await expect(rows.nth(0)).toContainText(code);
  await expect(rows.nth(1)).toContainText("被改过");
  await expect(rows.nth(1)).toHaveClass(/differs/);
  await expect(rows.nth(2)).toContainText("✗");
  await picture(other, "results", { fullPage: true });
  await context.close();
  writeFileSync(join(folder, "2026-017.ron"), result.bytes);
  const said = run("verify", join(folder, "2026-017.ron"));
  expect(said).toContain("有效");
  expect(said).toContain(code);
  expect(late).toContain("#/debrief/");
});

test("a ticket admits to play without help, and only the first answers count", async ({ page }) => {
  test.setTimeout(600_000);
  const key = join(folder, "trainer.key");
  const ticket = run("ticket", "--scenario", "scenarios/registration.ron", "--class", "三班", "--until", "2099-12-31", "--key", key)
    .split("\n").find((line) => line.startsWith("kaohe1."));
  await page.goto("?world=off#/");
  await page.locator("#assessed-ticket").fill(`${ticket}x`);
  await page.locator("#assessed-learner").fill("17");
  await page.locator(".assessed-form button").click();
  await expect(page.locator("#assessed-fault")).not.toBeEmpty();
  await page.locator("#assessed-ticket").fill(ticket);
  await picture(page, "assessed", { fullPage: true });
  await page.locator(".assessed-form button").click();
  await expect(page.locator("#step-title")).toBeVisible();
  await expect(page.locator(".scene-tools")).toContainText("考核中");
  await expect(page.getByRole("button", { name: /撤回/ })).toHaveCount(0);
  await expect(page.locator(".hint")).toHaveCount(0);
  const title = await page.locator("#step-title").innerText();
  await answer(page, { Choose: { option: "sole", reason: "quick" } });
  await expect(page.locator("article.brought")).toBeVisible();
  // The page is closed and the same ticket entered again: the first answer stays.
  await page.goto("?world=off#/");
  await page.reload();
  await page.locator("#assessed-ticket").fill(ticket);
  await page.locator("#assessed-learner").fill("17");
  await page.locator(".assessed-form button").click();
  await expect(page.locator("#step-title")).toHaveText(title);
  await expect(page.locator(".step")).toContainText(/第 2|第二/);
});
