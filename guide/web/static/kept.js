// What this device keeps: each tour is a cache of its own, with a card that says what it
// is. The service worker and the pages share these functions.
"use strict";

const guideKept = (() => {
  const PREFIX = "tour ";
  const CARD = "/kept.card";

  // The same words in another order ask for the same page.
  function key(address) {
    const url = new URL(address, self.location.href);
    const words = new URLSearchParams([...url.searchParams].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0])));
    return `${url.pathname}${words.size === 0 ? "" : `?${words}`}`;
  }

  function cacheOf(address) {
    return PREFIX + key(address);
  }

  async function names() {
    return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  }

  // The answer that is kept for an address, and in which cache.
  async function find(address) {
    const wanted = key(address);
    for (const name of await names()) {
      const answer = await (await caches.open(name)).match(wanted);
      if (answer) return { answer, name };
    }
    return null;
  }

  // The cards of all tours that are whole; what broke off is thrown away.
  async function cards() {
    const found = [];
    for (const name of await names()) {
      const card = await (await caches.open(name)).match(CARD);
      if (card) found.push({ ...(await card.json()), name });
    }
    return found.sort((a, b) => a.when.localeCompare(b.when));
  }

  async function dropOld(today) {
    for (const card of await cards()) if (card.until < today) await caches.delete(card.name);
  }

  return { CARD, key, cacheOf, names, find, cards, dropOld };
})();
