// Getting about with nothing but the keyboard.
import { expect } from "./watch.mjs";

const TABS_MAX = 250;

/** Presses Tab until the element has the focus, as a person without a mouse would. */
export async function tabTo(page, target) {
  await expect(target.first()).toBeVisible();
  for (let count = 0; count < TABS_MAX; count += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached with ${TABS_MAX} tabs: ${target}`);
}

/** In a group of radio buttons: Tab goes to the group, arrows to the one. */
export async function arrowTo(page, group, target) {
  for (let count = 0; count < TABS_MAX; count += 1) {
    const inside = await group.evaluateAll((all) => all.includes(document.activeElement));
    if (inside) break;
    await page.keyboard.press("Tab");
  }
  for (let count = 0; count < 40; count += 1) {
    const there = await target.evaluate((element) => element === document.activeElement);
    if (there && await target.isChecked()) return;
    if (there) await page.keyboard.press("Space");
    else await page.keyboard.press("ArrowDown");
  }
  const where = await page.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.name ?? ""} ${document.activeElement.value ?? ""}`);
  throw new Error(`the arrows do not reach ${target}; the focus is at ${where}`);
}
