// Replays every scene's own tests as wasm under node and prints their hashes, in the order the native program does.
//   node tests/wasm/replay.cjs <glue made by wasm-bindgen for node>
const { readdirSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const { hashes } = require(resolve(process.argv[2]));
const scenes = readdirSync("scenarios").filter((name) => name.endsWith(".ron")).sort();
process.stdout.write(hashes(scenes.map((name) => readFileSync(join("scenarios", name), "utf8"))));
