// Playing a scene as a person does: read what lies on the table, answer, read what came of it, go on.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "./watch.mjs";
import { compose } from "./ime.mjs";

/** The same for the sample scene that uses all twelve activities. */
const galleryPath = process.env.METAVERSE_GALLERY ?? fileURLToPath(new URL("../../../target/gallery.json", import.meta.url));

const answersPath = process.env.METAVERSE_ANSWERS ?? fileURLToPath(new URL("../../../target/answers.json", import.meta.url));

/**
 * What the expert answers in the registration scene, for one learner, with what comes of it: the core itself tells
 * (`cargo run --features hashes --bin hashes -- answers scenarios/registration.ron 7 > target/answers.json`).
 */
export const expert = JSON.parse(readFileSync(answersPath, "utf8"));
// As a page may print them: without a fraction where there is none.
expert.points = String(Number(expert.points));

/** What the expert answers in the sample scene. */
export const gallery = JSON.parse(readFileSync(galleryPath, "utf8"));

/** That learner: names, amounts and right answers are drawn from the seed. */
export const SEED = expert.seed;

const touched = new WeakMap();

/** Whether the page is touched rather than pointed at. */
async function isTouched(page) {
  if (!touched.has(page)) touched.set(page, await page.evaluate(() => navigator.maxTouchPoints > 0));
  return touched.get(page);
}

/** By a finger or by the mouse, as the browser has it. */
const press = async (locator) => (await isTouched(locator.page())) ? locator.tap() : locator.click();

async function tick(locator) {
  if (!(await isTouched(locator.page()))) return locator.check();
  if (!(await locator.isChecked())) await locator.tap();
  await expect(locator).toBeChecked();
}

/** Everything that can be read of the step is read. */
export async function readPapers(page) {
  const unread = page.locator(".paper-unread .paper-head");
  for (let left = await unread.count(); left > 0; left -= 1) {
    await press(unread.first());
    await expect(unread).toHaveCount(left - 1);
  }
}

const element = (page, id) => page.locator(`[id="el-${id}"]`);

/** Chinese text goes in by an input method, as if its first letters were pinyin; the rest by the keyboard. */
async function write(page, field, text) {
  await press(field);
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
  else for (const value of values) await tick(page.locator(`input[name="${id}"][value="${value}"]`));
}

/** A dial takes its number when it is left. */
async function turn(dial, value) {
  await dial.fill(value);
  await dial.blur();
  await expect(dial).toHaveValue(value);
}

const fill = {
  async Choose(page, { option, reason }) {
    await tick(page.locator(`input[name="option"][value="${option}"]`));
    if (reason) await tick(page.locator(`input[name="reason"][value="${reason}"]`));
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
        await press(slip.getByRole("button", { name: /上移|Move up/ }));
      }
    }
  },
  async Classify(page, { bins }) {
    for (const [item, bin] of Object.entries(bins)) {
      await press(element(page, item));
      await press(page.locator(`section[aria-labelledby="tray-${bin}"] .put-here`));
    }
  },
  async Voucher(page, { summary, lines }) {
    await write(page, element(page, "summary"), summary);
    const rows = page.locator(".voucher-lines tbody tr");
    for (let missing = lines.length - await rows.count(); missing > 0; missing -= 1) {
      await press(page.locator(".voucher-foot button"));
    }
    for (const [place, line] of lines.entries()) {
      const row = rows.nth(place);
      const account = row.getByRole("combobox");
      await account.fill(line.account);
      await press(row.getByRole("option").first());
      await expect(account).toHaveValue(new RegExp(`^${line.account} `));
      const [debit, credit] = [row.locator("td.sum input").first(), row.locator("td.sum input").last()];
      await debit.fill(line.debit);
      await credit.fill(line.credit);
    }
    await expect(page.locator(".voucher-balance")).toHaveText(/借贷平衡|Debits equal credits/);
  },
  async Worksheet(page, { cells }) {
    for (const [id, value] of Object.entries(cells)) await element(page, id).fill(value);
  },
  async Allocate(page, { shares }) {
    for (const [id, value] of Object.entries(shares)) await turn(element(page, id), value);
  },
  async Hire(page, { candidate, terms }) {
    await tick(page.locator(`input[name="candidate"][value="${candidate ?? "nobody"}"]`));
    for (const [id, entry] of Object.entries(terms ?? {})) await fillField(page, id, Object.values(entry).flat());
  },
  async Negotiate(page, { talk }) {
    if (talk.Offer) for (const [id, value] of Object.entries(talk.Offer)) await turn(element(page, id), value);
  },
  async Operate(page, { plan }) {
    for (const [id, value] of Object.entries(plan)) await turn(element(page, id), value);
  },
  async Pitch(page, { part }) {
    for (const id of part.Talk ?? []) await press(element(page, id));
    for (const [id, reply] of Object.entries(part.Replies ?? {})) {
      await tick(page.locator(`input[name="${id}"][value="${reply}"]`));
    }
  },
  async Inspect(page, { marks }) {
    for (const [clause, reason] of Object.entries(marks)) {
      await press(element(page, clause));
      await page.locator(`[id="reason-${clause}"]`).selectOption(reason);
    }
  },
};

/** Gives an answer of the core's shape, e.g. `{ Choose: { option, reason } }`, and hands it in. */
export async function answer(page, given) {
  const [[kind, content]] = Object.entries(given);
  await fill[kind](page, content);
  // A talk at the table ends otherwise than by an offer.
  if (content.talk === "Accept") return press(page.locator(".on-the-table .button"));
  if (content.talk === "Leave") return press(page.locator(".on-the-table .plain-button"));
  await press(page.locator(".activity button[type=submit]"));
}

/** What came of the answer is on show; go on from it. */
export async function goOn(page) {
  const brought = page.locator("article.brought");
  await expect(brought).toBeVisible();
  await press(brought.locator(".actions").getByRole("button"));
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
