// Inside the town's frame, after wasm-bindgen's glue and in the same script: takes the module and the line from the
// page, keeps the canvas at a size the machine can draw, and tells the page when the renderer is gone.
//
// The module exports start(selector, port, software) and deliver(bytes); it may call `metaverseStage.pixels(most)` to draw
// fewer pixels, scaled up to the same size (0: as many as the screen has).

const tell = (message) => parent.postMessage(message, "*"); // an opaque origin can name no other target
const stage = document.getElementById("stage");
const canvas = document.getElementById("world");

/** No side longer than this many device pixels: beyond the adapter's texture limit the renderer would panic. */
const SIDE_MAX = 4096;
/** What a software renderer draws at 30 frames a second and more. */
const SOFTWARE_PIXELS = 640 * 360;

let pixelsMax = 0;

function fit() {
  const ratio = devicePixelRatio || 1;
  const [width, height] = [Math.max(1, innerWidth), Math.max(1, innerHeight)];
  const bySide = SIDE_MAX / (Math.max(width, height) * ratio);
  const byArea = pixelsMax > 0 ? Math.sqrt(pixelsMax / (width * height)) / ratio : 1;
  const scale = Math.min(1, bySide, byArea);
  stage.style.width = `${Math.max(1, Math.round(width * scale))}px`;
  stage.style.height = `${Math.max(1, Math.round(height * scale))}px`;
  stage.style.transform = scale < 1 ? `scale(${1 / scale})` : "";
}

globalThis.metaverseStage = Object.freeze({
  pixels(most) {
    pixelsMax = Math.max(0, Number(most) || 0);
    fit();
  },
});

addEventListener("resize", fit);
addEventListener("error", (event) => tell({ world: "crashed", reason: String(event.message) }));
addEventListener("unhandledrejection", (event) => tell({ world: "crashed", reason: String(event.reason?.message ?? event.reason) }));
canvas.addEventListener("webglcontextlost", () => tell({ world: "context-lost" }));

addEventListener("message", async (event) => {
  if (event.source !== parent || event.data?.kind !== "boot") return;
  const [port] = event.ports;
  metaverseStage.pixels(event.data.software ? SOFTWARE_PIXELS : 0);
  await wasm_bindgen({ module_or_path: event.data.wasm });
  wasm_bindgen.start("#world", port, Boolean(event.data.software)); // returns at once; frames follow
  port.onmessage = (message) => wasm_bindgen.deliver(new Uint8Array(message.data));
});

tell({ world: "waiting" });
