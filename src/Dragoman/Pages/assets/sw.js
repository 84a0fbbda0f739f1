// Keeps the pages last seen, so that the record can be read without network. Nothing is sent from here, and nothing comes from elsewhere.
const KEPT = "dragoman-pages-1";
const MOST = 300; // pages; the ones kept longest go first
const OFFLINE = "/offline";

self.addEventListener("install", event => {
  event.waitUntil(caches.open(KEPT).then(cache => cache.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", event => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/") || pathname.startsWith("/icons/")) event.respondWith(fromKept(request));
  else if (request.mode === "navigate" && pathname !== "/sign-in") event.respondWith(fromDesk(request));
});

/** What never changes under its address. */
async function fromKept(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The desk's own answer; without network, the page as it was last seen. */
async function fromDesk(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) {
      await cache.delete(request);
      await cache.put(request, answer.clone());
      const pages = await cache.keys();
      for (const old of pages.filter(page => new URL(page.url).pathname !== OFFLINE).slice(0, Math.max(0, pages.length - MOST))) await cache.delete(old);
    }
    return answer;
  } catch {
    const kept = await cache.match(request) ?? await cache.match(request, { ignoreSearch: true }) ?? await cache.match(OFFLINE);
    const headers = new Headers(kept.headers);
    headers.append("Server-Timing", "kept"); // the one word of a page's headers that its script can read: see desk.js
    return new Response(kept.body, { status: kept.status, headers });
  }
}
