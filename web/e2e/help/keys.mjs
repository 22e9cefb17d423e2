// Playing a scene with nothing but the keyboard.
import { expect } from "./watch.mjs";
import { compose } from "./ime.mjs";
import { arrowTo, tabTo } from "./reach.mjs";

const element = (page, id) => page.locator(`[id="el-${id}"]`);

async function typeInto(page, field, text) {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  if (/\p{Script=Han}/u.test(text)) await compose(page, [["pinyin", text]]);
  else await page.keyboard.type(text);
}

async function pickFromList(page, list, value) {
  await tabTo(page, list);
  // The same list for every try: Home, then down until the value stands there.
  await page.keyboard.press("Home");
  for (let count = 0; count < 60 && await list.inputValue() !== value; count += 1) await page.keyboard.press("ArrowDown");
  await expect(list).toHaveValue(value);
}

async function fillField(page, id, values) {
  const field = element(page, id);
  const kind = await field.count() === 1 ? await field.evaluate((node) => node.tagName + (node.getAttribute("type") ?? "")) : "";
  if (kind === "SELECT") return pickFromList(page, field, values[0] ?? "");
  if (kind === "INPUTdate") {
    await tabTo(page, field);
    const [year, month, day] = (values[0] ?? "").split("-");
    // A browser shows the parts of a date in the order of its own language; the arrows go back to the first.
    for (const parts of [[month, day, year], [year, month, day]]) {
      for (let count = 0; count < 3; count += 1) await page.keyboard.press("ArrowLeft");
      for (const part of parts) {
        await page.keyboard.type(part);
        if (part === year && part !== parts.at(-1)) await page.keyboard.press("ArrowRight");
      }
      if (await field.inputValue() === values[0]) break;
    }
    return expect(field).toHaveValue(values[0]);
  }
  if (kind === "INPUTtext") return typeInto(page, field, values[0] ?? "");
  for (const value of values) {
    const box = page.locator(`input[name="${id}"][value="${value}"]`);
    if (await box.getAttribute("type") === "radio") {
      await arrowTo(page, page.locator(`input[name="${id}"]`), box);
    } else if (!(await box.isChecked())) {
      await tabTo(page, box);
      await page.keyboard.press("Space");
    }
  }
}

const fill = {
  async Choose(page, { option, reason }) {
    await arrowTo(page, page.locator('input[name="option"]'), page.locator(`input[name="option"][value="${option}"]`));
    if (reason) await arrowTo(page, page.locator('input[name="reason"]'), page.locator(`input[name="reason"][value="${reason}"]`));
  },
  async Form(page, { fields }) {
    for (const [id, entry] of Object.entries(fields)) await fillField(page, id, Object.values(entry).flat());
  },
  async Arrange(page, { order }) {
    for (let place = 0; place < order.length; place += 1) {
      const place_of = () => page.locator("li.slip .slip-text").evaluateAll((all, id) => all.findIndex((one) => one.id === id), `el-${order[place]}`);
      if (await place_of() === place) continue;
      for (let now = await place_of(); now > place; now -= 1) {
        if (!(await element(page, order[place]).evaluate((one) => one === document.activeElement))) {
          await tabTo(page, element(page, order[place]));
        }
        await page.keyboard.press("Alt+ArrowUp");
        await expect.poll(place_of).toBe(now - 1);
        // What is moved keeps the focus: one goes on pressing.
        await expect(element(page, order[place])).toBeFocused();
      }
      expect(await place_of()).toBe(place);
    }
  },
  async Classify(page, { bins }) {
    const trays = await page.locator(".trays > section.tray").evaluateAll((all) => all.map((tray) => tray.getAttribute("aria-labelledby")));
    for (const [item, bin] of Object.entries(bins)) {
      await tabTo(page, element(page, item));
      await page.keyboard.press(String(trays.indexOf(`tray-${bin}`) + 1));
    }
  },
  async Inspect(page, { marks }) {
    for (const [clause, reason] of Object.entries(marks)) {
      await tabTo(page, element(page, clause));
      await page.keyboard.press("Enter");
      await pickFromList(page, page.locator(`[id="reason-${clause}"]`), reason);
    }
  },
};

Object.assign(fill, {
  async Voucher(page, { summary, lines }) {
    await typeInto(page, element(page, "summary"), summary);
    const rows = page.locator(".voucher-lines tbody tr");
    for (let missing = lines.length - await rows.count(); missing > 0; missing -= 1) {
      await tabTo(page, page.locator(".voucher-foot button").first());
      await page.keyboard.press("Enter");
    }
    for (const [place, line] of lines.entries()) {
      const account = rows.nth(place).getByRole("combobox");
      await typeInto(page, account, line.account);
      await page.keyboard.press("Enter");
      await expect(account).toHaveValue(new RegExp(`^${line.account} `));
      if (line.debit) await typeInto(page, rows.nth(place).locator("td.sum input").first(), line.debit);
      if (line.credit) await typeInto(page, rows.nth(place).locator("td.sum input").last(), line.credit);
    }
  },
  async Worksheet(page, { cells }) {
    for (const [id, value] of Object.entries(cells)) await typeInto(page, element(page, id), value);
  },
  Allocate: (page, { shares }) => turnAll(page, shares),
  Operate: (page, { plan }) => turnAll(page, plan),
  Negotiate: (page, { talk }) => turnAll(page, talk.Offer ?? {}),
  async Hire(page, { candidate, terms }) {
    await arrowTo(page, page.locator('input[name="candidate"]'), page.locator(`input[name="candidate"][value="${candidate ?? "nobody"}"]`));
    for (const [id, entry] of Object.entries(terms ?? {})) await fillField(page, id, Object.values(entry).flat());
  },
  async Pitch(page, { part }) {
    for (const id of part.Talk ?? []) {
      await tabTo(page, element(page, id));
      await page.keyboard.press("Enter");
    }
    for (const [id, reply] of Object.entries(part.Replies ?? {})) {
      await arrowTo(page, page.locator(`input[name="${id}"]`), page.locator(`input[name="${id}"][value="${reply}"]`));
    }
  },
});

async function turnAll(page, values) {
  for (const [id, value] of Object.entries(values)) await typeInto(page, element(page, id), value);
}

/** The button that hands an answer in; a talk at the table may end otherwise than by an offer. */
function handIn(page, content) {
  if (content.talk === "Accept") return page.locator(".on-the-table .button");
  if (content.talk === "Leave") return page.locator(".on-the-table .plain-button");
  return page.locator(".activity button[type=submit]");
}

/** Reads every paper, answers, hands in and goes on, all from the keyboard. */
export async function playByKeys(page, answers) {
  for (const given of answers) {
    const unread = page.locator(".paper-unread .paper-head");
    while (await unread.count() > 0) {
      const left = await unread.count();
      const head = page.locator(`[id="${await unread.first().getAttribute("id")}"]`);
      await tabTo(page, unread);
      await page.keyboard.press("Enter");
      await expect(unread).toHaveCount(left - 1);
      // The page puts the focus back onto the paper; whoever is quicker than that would be thrown back.
      await expect(head).toBeFocused();
    }
    const [[kind, content]] = Object.entries(given);
    await fill[kind](page, content);
    await tabTo(page, handIn(page, content));
    await page.keyboard.press("Enter");
    await expect(page.locator("#brought-title")).toBeFocused();
    const on = page.locator("article.brought .actions").getByRole("button");
    await tabTo(page, on);
    await page.keyboard.press("Enter");
    await expect(page.locator("article.brought")).toHaveCount(0);
    await expect(page.locator("#step-title")).toBeFocused();
  }
}
