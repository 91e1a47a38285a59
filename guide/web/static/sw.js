// The service worker: it keeps the shell, and answers from what is kept where the network
// does not. SHELL and VERSION stand above; kept.js says what is kept.
"use strict";

const SHELL_CACHE = `shell ${VERSION}`;
const PATIENCE_MS = 6000; // on the street a connection often opens and then says nothing

self.addEventListener("install", (event) => {
  const keep = async () => {
    await (await caches.open(SHELL_CACHE)).addAll(SHELL);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("shell ") && name !== SHELL_CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (url.pathname.endsWith(".pmtiles")) event.respondWith(tiles(request));
  else event.respondWith(page(request, url));
});

async function asset(request) {
  const shell = await caches.open(SHELL_CACHE);
  const kept = await shell.match(request);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (problem) {
    // A page that was kept before the last update asks for older versions.
    const newer = await shell.match(request, { ignoreSearch: true });
    if (newer) return newer;
    throw problem;
  }
}

// A cache holds whole files only: the ranges that a map asks for are cut out here.
async function tiles(request) {
  const found = await guideKept.find(request.url);
  if (!found) return fetch(request);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") || "");
  if (!range) return found.answer;
  const whole = await found.answer.blob();
  const first = Number(range[1]);
  const last = Math.min(range[2] ? Number(range[2]) : Infinity, whole.size - 1);
  const headers = new Headers(found.answer.headers);
  if (first > last) {
    headers.set("Content-Range", `bytes */${whole.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Range", `bytes ${first}-${last}/${whole.size}`);
  headers.set("Content-Length", String(last - first + 1));
  return new Response(whole.slice(first, last + 1), { status: 206, headers });
}

async function page(request, url) {
  const found = await guideKept.find(request.url);
  try {
    if (!found) return await fetch(request);
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (problem) {
    if (found) return found.answer;
    if (request.mode !== "navigate") throw problem;
    const english = url.searchParams.get("lang") === "en";
    return (await caches.open(SHELL_CACHE)).match(english ? "/kept?lang=en" : "/kept");
  }
}
