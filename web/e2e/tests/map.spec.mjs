// A machine without WebGL2: the illustrated map says the same, and the whole scene can be played.
import { test, expect } from "../help/watch.mjs";
import { picture } from "../help/pictures.mjs";
import { SEED, expert, play } from "../help/scene.mjs";

test("without WebGL the map stands in and leads to the scene, which is played to its debrief", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`?seed=${SEED}#/town`);
  await expect(page.locator("#page-title")).toBeVisible();
  expect(await page.evaluate(() => window.metaverseWorld.probe().verdict)).toBe("no-webgl2");
  await expect(page.locator("iframe")).toHaveCount(0);
  await picture(page, "map");
  const venues = page.getByRole("main").getByRole("list").getByRole("listitem");
  expect(await venues.count()).toBeGreaterThanOrEqual(18);
  await page.getByRole("main").getByRole("link", { name: /政务服务大厅/ }).first().click();
  const start = page.getByRole("main").getByRole("link", { name: /企业注册登记|开始/ }).first();
  if (!(await page.locator("#step-title").isVisible())) await start.click();
  await expect(page.locator("#step-title")).toBeVisible();
  await play(page, expert.answers, { reading: false });
  await expect(page.locator(".ending #step-title")).toHaveText(expert.ending);
  await page.locator(".ending .actions a").first().click();
  await expect(page).toHaveURL(/#\/debrief\//);
});
