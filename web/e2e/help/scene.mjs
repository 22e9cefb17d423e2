// Playing a scene as a person does: read what lies on the table, answer, read what came of it, go on.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "./watch.mjs";
import { compose } from "./ime.mjs";

const answersPath = process.env.METAVERSE_ANSWERS ?? fileURLToPath(new URL("../../../target/answers.json", import.meta.url));

/**
 * What the expert answers in the registration scene, for one learner, with what comes of it: the core itself tells
 * (`cargo run --features hashes --bin hashes -- answers scenarios/registration.ron 7 > target/answers.json`).
 */
export const expert = JSON.parse(readFileSync(answersPath, "utf8"));
// As a page may print them: without a fraction where there is none.
expert.points = String(Number(expert.points));

/** That learner: names, amounts and right answers are drawn from the seed. */
export const SEED = expert.seed;

/** Everything that can be read of the step is read. */
export async function readPapers(page) {
  const unread = page.locator(".paper-unread .paper-head");
  for (let left = await unread.count(); left > 0; left -= 1) {
    await unread.first().click();
    await expect(unread).toHaveCount(left - 1);
  }
}

const element = (page, id) => page.locator(`[id="el-${id}"]`);

/** Chinese text goes in by an input method, as if its first letters were pinyin; the rest by the keyboard. */
async function write(page, field, text) {
  await field.click();
  await field.press("ControlOrMeta+A");
  await field.press("Delete");
  if (/\p{Script=Han}/u.test(text)) await compose(page, [["pinyin", text]]);
  else await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

async function fillField(page, id, values) {
  const field = element(page, id);
  const single = await field.count() === 1 ? await field.evaluate((node) => node.tagName + (node.getAttribute("type") ?? "")) : "";
  if (single === "SELECT") await field.selectOption(values[0] ?? "");
  else if (single === "INPUTdate") await field.fill(values[0] ?? "");
  else if (single === "INPUTtext") await write(page, field, values[0] ?? "");
  else for (const value of values) await page.locator(`input[name="${id}"][value="${value}"]`).check();
}

const fill = {
  async Choose(page, { option, reason }) {
    await page.locator(`input[name="option"][value="${option}"]`).check();
    if (reason) await page.locator(`input[name="reason"][value="${reason}"]`).check();
  },
  async Form(page, { fields }) {
    for (const [id, entry] of Object.entries(fields)) await fillField(page, id, Object.values(entry).flat());
  },
  async Arrange(page, { order }) {
    // Each thing is moved up to its place with the buttons, the first place first.
    for (let place = 0; place < order.length; place += 1) {
      const slip = page.locator("li.slip").filter({ has: element(page, order[place]) });
      for (;;) {
        const now = await page.locator("li.slip .slip-text").evaluateAll((all, id) => all.findIndex((one) => one.id === id), `el-${order[place]}`);
        if (now <= place) break;
        await slip.getByRole("button", { name: /上移|Move up/ }).click();
      }
    }
  },
  async Classify(page, { bins }) {
    for (const [item, bin] of Object.entries(bins)) {
      await element(page, item).click();
      await page.locator(`section[aria-labelledby="tray-${bin}"] .put-here`).click();
    }
  },
  async Inspect(page, { marks }) {
    for (const [clause, reason] of Object.entries(marks)) {
      await element(page, clause).click();
      await page.locator(`[id="reason-${clause}"]`).selectOption(reason);
    }
  },
};

/** Gives an answer of the core's shape, e.g. `{ Choose: { option, reason } }`, and hands it in. */
export async function answer(page, given) {
  const [[kind, content]] = Object.entries(given);
  await fill[kind](page, content);
  await page.locator("form.activity button[type=submit]").click();
}

/** What came of the answer is on show; go on from it. */
export async function goOn(page) {
  const brought = page.locator("article.brought");
  await expect(brought).toBeVisible();
  await brought.locator(".actions").getByRole("button").click();
  await expect(brought).toHaveCount(0);
}

/** Opens a fresh play-through of the registration scene from the address bar. */
export async function openScene(page, query = "world=off") {
  await page.goto(`?${query}#/play/registration/new?seed=${SEED}`);
  await expect(page.locator("#step-title")).toBeVisible();
}

/** Plays `answers` one after the other; stops early where `until` says so. */
export async function play(page, answers, { reading = true, each = async () => {} } = {}) {
  for (const [index, given] of answers.entries()) {
    if (reading) await readPapers(page);
    await answer(page, given);
    await goOn(page);
    await each(index + 1);
  }
}
