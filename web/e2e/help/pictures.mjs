// Pictures of screens, kept for people to look at.
import { fileURLToPath } from "node:url";

const folder = process.env.METAVERSE_PICTURES ?? fileURLToPath(new URL("../../../target/pictures", import.meta.url));

/** Keeps a picture of what is in sight as `<name>.png`. */
export async function picture(page, name, options = {}) {
  await page.screenshot({ path: `${folder}/${name}.png`, ...options });
}
