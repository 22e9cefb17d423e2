// Chinese input as an input method does it: a composition that grows, then the chosen characters.

/** Types `text` into the focused field through composition events, one `[letters, characters]` pair after another. */
export async function compose(page, pairs) {
  const devtools = await page.context().newCDPSession(page);
  for (const [letters, characters] of pairs) {
    for (let end = 1; end <= letters.length; end += 1) {
      const shown = letters.slice(0, end);
      await devtools.send("Input.imeSetComposition", { text: shown, selectionStart: shown.length, selectionEnd: shown.length });
    }
    await devtools.send("Input.insertText", { text: characters });
  }
  await devtools.detach();
}

/** Begins a composition and leaves it open, as when a person is still choosing. */
export async function composeUnfinished(page, letters) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
  return devtools;
}
