// The renderer goes away in the middle: the map takes over, and what was being filled in stays.
import { test, expect } from "../help/watch.mjs";
import { SEED } from "../help/scene.mjs";

test("a lost context leaves the map and the page as it was", async ({ page }) => {
  await page.goto(`?world=on&seed=${SEED}#/town`);
  const town = page.locator('iframe[title="三维小镇"]');
  await expect(page.locator("[data-world='ready']")).toBeVisible({ timeout: 150_000 });
  const inside = page.frames().find((frame) => frame !== page.mainFrame());
  await inside.evaluate(() => {
    document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext();
  });
  await expect(town).toHaveCount(0);
  await expect(page.locator("#page-title")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /政务服务大厅/ }).first()).toBeVisible();
});
