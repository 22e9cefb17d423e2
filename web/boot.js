// Starts the page: downloads app.wasm showing real bytes, starts it, and offers it the town.
//
// What the page's module may use (all of it optional for it):
//   window.metaverse       { version, scenes, words: { name: url } } of this site: where its scenes are listed, and the words that
//                          the module does not bring along
//   window.metaverseReader { ask(what, values) → Promise<Uint8Array> } reads a scene of one's own, checks results, makes papers;
//                          fetched when first wanted
//   window.metaverseWorld  the town; see "The town" below
// What it need not do: hide the first paint (#boot goes once the module has started), register the service worker.

const site = JSON.parse(document.getElementById("site").textContent);
const query = new URLSearchParams(location.search);
window.metaverse = Object.freeze({ version: site.version, scenes: site.scenes, words: Object.freeze(site.words) });

// ── Starting the page ────────────────────────────────────────────────────────────────────────────────────────────

/** Something could not be fetched whole. */
class DownloadError extends Error {}

/**
 * Fetches a file, telling how many bytes have come; the size is that of the file itself, whatever the transfer's
 * encoding. Resolves to a Response that streams.
 */
async function download(url, onBytes) {
  let reply;
  try {
    reply = await fetch(url, { credentials: "same-origin" });
  } catch (error) {
    throw new DownloadError(`${url}: ${error.message}`);
  }
  if (!reply.ok) throw new DownloadError(`${url}: HTTP ${reply.status}`);
  if (!reply.body || typeof TransformStream !== "function") return reply;
  let come = 0;
  const counted = reply.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      come += chunk.byteLength;
      onBytes(come);
      controller.enqueue(chunk);
    },
  }));
  // The type is stated here, so that compiling while downloading works on servers that do not know wasm.
  return new Response(counted, { headers: { "Content-Type": "application/wasm" } });
}

async function compile(url, onBytes) {
  const reply = await download(url, onBytes);
  try {
    if (typeof WebAssembly.compileStreaming === "function") return await WebAssembly.compileStreaming(reply);
    return await WebAssembly.compile(await reply.arrayBuffer());
  } catch (error) {
    // A module cut short does not compile either; both are mended by fetching again.
    throw new DownloadError(`${url}: ${error.message}`);
  }
}

/** 1234567 bytes as "1,235". Put together by hand: the browser's own formatting takes longer than the bytes do. */
const kilobytes = (count) => String(Math.round(count / 1000)).replace(/\B(?=(\d{3})+$)/g, ",");

let bytesCome = 0;
let bytesShown = false;

/** Shows the newest count once a frame, however many pieces come meanwhile. */
function showBytes(come) {
  bytesCome = come;
  if (bytesShown) return;
  bytesShown = true;
  requestAnimationFrame(() => {
    bytesShown = false;
    const bar = document.getElementById("boot-progress");
    const count = document.getElementById("boot-count");
    if (!bar || !count) return; // the page is there already
    const all = Math.max(site.app.bytes, bytesCome);
    bar.max = all;
    bar.value = bytesCome;
    count.textContent = bytesCome < all ? `正在加载 ${kilobytes(bytesCome)} / ${kilobytes(all)} kB` : "正在启动……";
  });
}

async function start() {
  const glue = import(new URL(`../${site.app.glue}`, import.meta.url)).catch((error) => {
    throw new DownloadError(error.message);
  });
  const [page, module] = await Promise.all([glue, compile(site.app.wasm, showBytes)]);
  performance.mark("metaverse:downloaded");
  await page.default({ module_or_path: module });
  performance.mark("metaverse:started");
  document.getElementById("boot")?.remove();
  if (site.offline) keepForOffline();
}

/** The service worker keeps the page for use without a network; only where the context is secure. */
function keepForOffline() {
  if (!isSecureContext || !("serviceWorker" in navigator) || query.get("sw") === "off") return;
  // A refused or failed registration changes nothing for this visit.
  navigator.serviceWorker.register("sw.js").catch(() => {});
}

// ── The reader of scenes ─────────────────────────────────────────────────────────────────────────────────────────

let reader = null;

async function openReader() {
  const glue = await import(new URL(`../${site.reader.glue}`, import.meta.url));
  await glue.default({ module_or_path: new URL(`../${site.reader.wasm}`, import.meta.url) });
  return glue;
}

async function ask(what, values) {
  reader ??= openReader();
  try {
    return (await reader)[what](...values);
  } catch (error) {
    reader = null; // the next time may find the network again
    throw error;
  }
}

window.metaverseReader = Object.freeze({ ask });

// ── The town ─────────────────────────────────────────────────────────────────────────────────────────────────────
//
// The town runs in a frame of opaque origin, which Chromium gives a process of its own, so the page never waits for
// the renderer. Frame and bytes are fetched here and handed over; the frame can reach no network at all.
//
//   probe() → { verdict, webgl2, renderer, software, saveData, memoryGb, asked }
//       verdict  "yes" open it unasked · "ask" it can be opened, but only if the person wants it (software renderer,
//                data saver, little memory) · "no-webgl2" · "absent" (not built) · "off" (?world=off)
//       asked    "on" | "off" | null: what ?world= says
//   open(host, onMessage, onEnd?, onBytes?) → Promise<MessagePort>
//       host       element the frame is put into (it fills it; give it a size and position)
//       onMessage  called with a Uint8Array for every message of the world
//       onEnd      called once, with a reason, when the town is gone: "crashed: …", "context-lost", "late", "lag"
//       onBytes    called with (come, all) while the module downloads
//       The port takes Uint8Arrays: port.postMessage(bytes). What is sent before the town stands is kept for it.
//   send(bytes)  the same as posting to the port of the open town; false when there is none
//   close()      removes the frame, which frees all of it; onEnd is not called
//   lag()    → { ticks, medianMs, p95Ms, maxMs } how late the page's own timers came while the town was open

const WAITING_MS_MAX = 30_000;
const TICK_MS = 50;
/** A page this late for this long is being held up by the renderer: the town goes. */
const LAG_MS_MAX = 600;
const LAG_TICKS_MAX = 10;

let town = null;
let probed = null;

function probe() {
  probed ??= look();
  const asked = ["on", "off"].includes(query.get("world")) ? query.get("world") : null;
  const modest = probed.software || probed.saveData || (probed.memoryGb !== null && probed.memoryGb < 4);
  let verdict = "yes";
  if (asked === "off") verdict = "off";
  else if (!site.world) verdict = "absent";
  else if (!probed.webgl2) verdict = "no-webgl2";
  else if (modest && asked !== "on") verdict = "ask";
  return { ...probed, asked, verdict };
}

function look() {
  const found = { webgl2: false, renderer: "", software: false };
  const context = document.createElement("canvas").getContext("webgl2");
  if (context) {
    const info = context.getExtension("WEBGL_debug_renderer_info");
    found.webgl2 = true;
    found.renderer = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
    found.software = /swiftshader|llvmpipe|softpipe|basic render|warp/i.test(found.renderer);
    context.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return { ...found, saveData: navigator.connection?.saveData === true, memoryGb: navigator.deviceMemory ?? null };
}

async function open(host, onMessage, onEnd = () => {}, onBytes = () => {}) {
  close();
  if (!site.world) throw new Error("absent");
  const mine = { frame: document.createElement("iframe"), port: null, onEnd, stop: [] };
  town = mine;
  const whole = (come) => onBytes(come, Math.max(site.world.bytes, come));
  const [page, wasm] = await Promise.all([
    fetch(site.world.frame).then((reply) => (reply.ok ? reply.text() : Promise.reject(new DownloadError(`HTTP ${reply.status}`)))),
    download(site.world.wasm, whole).then((reply) => reply.arrayBuffer()),
  ]).catch((error) => {
    if (town === mine) close();
    throw error;
  });
  if (town !== mine) throw new Error("closed");
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (message) => onMessage(new Uint8Array(message.data));
  mine.port = port1;
  mount(mine, host, page);
  handOver(mine, wasm, port2);
  watchLag(mine);
  return port1;
}

function mount(mine, host, page) {
  const { frame } = mine;
  frame.title = "三维小镇";
  frame.tabIndex = -1;
  frame.className = "world-frame";
  frame.setAttribute("aria-hidden", "true");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.srcdoc = page;
  host.append(frame);
}

/** Waits for the frame to call, then gives it the module and its end of the line. */
function handOver(mine, wasm, port) {
  const late = setTimeout(() => end(mine, "late"), WAITING_MS_MAX);
  const listen = (event) => {
    // The frame's origin is opaque: who sent it is the only check there is, and enough.
    if (event.source !== mine.frame.contentWindow) return;
    const { world, reason } = event.data ?? {};
    if (world === "waiting") {
      clearTimeout(late);
      const { software } = probe();
      mine.frame.contentWindow.postMessage({ kind: "boot", wasm, software }, "*", [port, wasm]);
    } else if (world === "context-lost") {
      end(mine, "context-lost");
    } else if (world === "crashed") {
      end(mine, `crashed: ${reason}`);
    }
  };
  addEventListener("message", listen);
  mine.stop.push(() => clearTimeout(late), () => removeEventListener("message", listen));
}

const lags = [];

function watchLag(mine) {
  lags.length = 0;
  let last = performance.now();
  let lateTicks = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const late = Math.max(0, now - last - TICK_MS);
    last = now;
    // Hidden pages are slowed down by the browser itself.
    if (document.hidden) return;
    lags.push(late);
    if (lags.length > 1200) lags.shift();
    lateTicks = late > LAG_MS_MAX ? lateTicks + 1 : 0;
    if (lateTicks >= LAG_TICKS_MAX) end(mine, "lag");
  }, TICK_MS);
  mine.stop.push(() => clearInterval(timer));
}

function lag() {
  const sorted = [...lags].sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { ticks: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

function send(bytes) {
  if (!town?.port) return false;
  town.port.postMessage(bytes);
  return true;
}

function close() {
  const mine = town;
  if (!mine) return;
  town = null;
  for (const stop of mine.stop) stop();
  mine.port?.close();
  mine.frame.remove();
}

function end(mine, reason) {
  if (town !== mine) return;
  close();
  mine.onEnd(reason);
}

window.metaverseWorld = Object.freeze({ probe, open, send, close, lag });

// ── Go ───────────────────────────────────────────────────────────────────────────────────────────────────────────

start().catch((error) => {
  window.metaverseTrouble(error instanceof DownloadError ? "download" : "start", error?.message ?? error);
});
