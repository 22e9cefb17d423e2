// Every scene the page is served with, played to its debrief with what its expert answers; and one company through two of them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";
import { answer, goOn, readPapers } from "../help/scene.mjs";

const folder = process.env.METAVERSE_SCENES ?? fileURLToPath(new URL("../../../target/scenes", import.meta.url));
const scenes = readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => ({
  id: name.replace(/\.json$/, ""),
  ...JSON.parse(readFileSync(join(folder, name), "utf8")),
}));

async function playThrough(page, scene) {
  for (const [place, given] of scene.answers.entries()) {
    await expect(page.locator("#step-title")).toBeVisible();
    await readPapers(page);
    if (process.env.METAVERSE_EVERY_STEP) await picture(page, `${scene.id}-${String(place + 1).padStart(2, "0")}`, { fullPage: true });
    await answer(page, given);
    await goOn(page);
  }
  await expect(page.locator(".ending #step-title")).toHaveText(scene.ending);
}

for (const scene of scenes) {
  test(`${scene.id} is played to its debrief`, async ({ page }) => {
    test.setTimeout(900_000);
    await page.goto(`?world=off#/play/${scene.id}/new?seed=${scene.seed}`);
    await playThrough(page, scene);
    await picture(page, `${scene.id}-ending`, { fullPage: true });
    await page.locator(".ending a.button").first().click();
    await expect(page.locator(".review-points-number")).toHaveText(String(Number(scene.points)));
    const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    await picture(page, `${scene.id}-debrief`, { fullPage: true });
  });
}

test("a company goes on from its debrief into the next scene", async ({ page }) => {
  test.setTimeout(900_000);
  const first = scenes.find((scene) => scene.id === "registration");
  await page.goto(`?world=off#/play/registration/new?seed=${first.seed}`);
  await playThrough(page, first);
  await page.locator(".ending a.button").first().click();
  const way = page.locator(".onward-ways a").first();
  const next = await way.innerText();
  await way.click();
  await expect(page.locator("#page-title")).toHaveText(next);
  await expect(page.locator("#step-title")).toBeVisible();
  await expect(page.locator(".scene .notice")).toHaveCount(0);
  await picture(page, "journey-second", { fullPage: true });
  // It is kept with the scene before it, and comes back after a reload.
  const title = await page.locator("#step-title").innerText();
  await readPapers(page);
  await page.reload();
  await expect(page.locator("#step-title")).toHaveText(title);
});
