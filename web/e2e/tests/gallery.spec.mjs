// A scene of one's own, opened from its file and played at once: every activity there is.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";
import { playByKeys } from "../help/keys.mjs";
import { answer, gallery, goOn, play, readPapers } from "../help/scene.mjs";

const text = readFileSync(fileURLToPath(new URL("../../../scenarios/samples/gallery.ron", import.meta.url)), "utf8");

const openFile = (page, content) => page.locator(".tool", { has: page.locator("#open-file") }).locator("input[type=file]")
  .setInputFiles({ name: "gallery.ron", mimeType: "text/plain", buffer: Buffer.from(content) });

async function openGallery(page) {
  await page.goto(`?world=off&seed=${gallery.seed}`);
  await openFile(page, text);
  const into = page.locator("#opened-scene a.button");
  await expect(into).toBeVisible();
  return into;
}

test("a scene from a file plays every activity to its end", async ({ page }) => {
  test.setTimeout(600_000);
  await (await openGallery(page)).click();
  const seen = new Set();
  for (const given of gallery.answers) {
    await expect(page.locator("#step-title")).toBeVisible();
    await readPapers(page);
    const [kind] = Object.keys(given);
    if (!seen.has(kind)) {
      seen.add(kind);
      const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
      expect(found.violations.map((one) => `${kind}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
      await picture(page, `activity-${kind.toLowerCase()}`, { fullPage: true });
    }
    await answer(page, given);
    await goOn(page);
  }
  expect(seen.size).toBe(12);
  await expect(page.locator(".ending #step-title")).toHaveText(gallery.ending);
});

test("every activity is played by keyboard alone", async ({ page }) => {
  test.setTimeout(300_000);
  await (await openGallery(page)).press("Enter");
  await expect(page.locator("#step-title")).toBeVisible();
  await playByKeys(page, gallery.answers);
  await expect(page.locator(".ending #step-title")).toHaveText(gallery.ending);
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("every activity is played by touch", async ({ page }) => {
    test.setTimeout(300_000);
    await (await openGallery(page)).tap();
    await expect(page.locator("#step-title")).toBeVisible();
    await play(page, gallery.answers);
    await expect(page.locator(".ending #step-title")).toHaveText(gallery.ending);
  });
});

test("a file with a fault is told with its line, and plays once it is mended", async ({ page }) => {
  await page.goto("?world=off");
  await openFile(page, text.replace("Choose(", "Chose("));
  await expect(page.locator("#opened-scene .diagnostic").first()).toContainText(/E0\d\d\d/);
  await openFile(page, text);
  await expect(page.locator("#opened-scene .file-sound")).toBeVisible();
});
