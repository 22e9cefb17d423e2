// Keeps the page for use without a network. Three rules:
//   the page itself          network first (a reload always shows the newest), the kept one where there is none
//   built/…                  never changes under its name: the kept one first; the town is kept once it was used
//   everything else          network first, the kept one where there is none
// A new worker waits until no page of the old version is open, so files of two versions never meet. Saves are not
// touched: they are not in here.

const VERSION = "{{version}}";
const FILES = [
{{files}}
];

const PAGE = `metaverse-page-${VERSION}`;
const WORLD = "metaverse-world";
/** A weak line is worse than none: after this the kept page is shown. */
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(PAGE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const ours = (name) => name.startsWith("metaverse-page-") && name !== PAGE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(ours).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const path = url.href.slice(registration.scope.length);
  if (request.mode === "navigate") event.respondWith(networkFirst(request, "./"));
  else if (path.startsWith("built/world.")) event.respondWith(keptWhenUsed(request));
  else if (path.startsWith("built/")) event.respondWith(keptFirst(request));
  else event.respondWith(networkFirst(request, request));
});

async function networkFirst(request, key) {
  const kept = () => caches.match(key, { ignoreSearch: true, ignoreVary: true });
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(kept);
  const fresh = fetch(request).catch(kept);
  const first = await Promise.race([fresh, patience.then((reply) => reply ?? fresh)]);
  return first ?? Response.error();
}

async function keptFirst(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function keptWhenUsed(request) {
  const cache = await caches.open(WORLD);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const reply = await fetch(request);
  if (reply.ok) {
    // One town at a time: the kind (.html, .wasm) stays, the older hash goes. A full disk only means no keeping.
    const kind = request.url.slice(request.url.lastIndexOf("."));
    const copy = reply.clone();
    const keys = await cache.keys();
    await Promise.all(keys.filter((key) => key.url.endsWith(kind)).map((key) => cache.delete(key)));
    cache.put(request, copy).catch(() => {});
  }
  return reply;
}
