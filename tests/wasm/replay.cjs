// Replays every scene's own tests as wasm under node and prints their hashes, in the order the native program does.
//   node tests/wasm/replay.cjs <glue made by wasm-bindgen for node> [timed]
// With `timed`: the checksum of some companies' years and the microseconds of the fastest of five runs.
const { readdirSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const { hashes, timed } = require(resolve(process.argv[2]));
if (process.argv[3] === "timed") {
  let fastest = Infinity;
  let checksum = "";
  for (let run = 0; run < 5; run += 1) {
    const begun = process.hrtime.bigint();
    checksum = timed();
    fastest = Math.min(fastest, Number((process.hrtime.bigint() - begun) / 1000n));
  }
  process.stdout.write(`${checksum} ${fastest}\n`);
  process.exit(0);
}
const scenes = readdirSync("scenarios").filter((name) => name.endsWith(".ron")).sort();
process.stdout.write(hashes(scenes.map((name) => readFileSync(join("scenarios", name), "utf8"))));
