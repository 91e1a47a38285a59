// "Keep it on this device": fetches all that a tour needs, says how far it is, and what is
// kept. What cannot be kept whole is not kept at all.
"use strict";

(() => {
  const { words, parcel } = JSON.parse(document.getElementById("keep-words").textContent);
  const panel = document.getElementById("keep");
  const list = document.getElementById("kept-list");
  const today = new Date().toISOString().slice(0, 10);
  const say = (text, values) =>
    Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
  const size = (bytes) => {
    const [count, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
    return `${count.toLocaleString(document.documentElement.lang, { maximumFractionDigits: unit === "MB" ? 1 : 0 })} ${unit}`;
  };
  const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString(document.documentElement.lang);
  const able = "caches" in window && "serviceWorker" in navigator;

  if (panel) startPanel();
  if (list) showList();
  if (able) guideKept.dropOld(today).catch(() => {});

  function startPanel() {
    const [button, stop, remove] = ["keep-it", "keep-stop", "keep-remove"].map((id) => document.getElementById(id));
    const state = document.getElementById("keep-state");
    const bar = document.getElementById("keep-bar");
    let running = null;
    panel.hidden = false;
    show().catch(() => {});
    button.addEventListener("click", keep);
    stop.addEventListener("click", () => running?.abort());
    remove.addEventListener("click", async () => {
      await caches.delete(guideKept.cacheOf(parcel.address));
      await show();
      state.textContent = words.removed;
      button.focus();
    });

    async function show() {
      bar.hidden = stop.hidden = true;
      if (!able) {
        button.disabled = true;
        state.textContent = words.unable;
        return;
      }
      const card = (await guideKept.cards()).find((one) => one.name === guideKept.cacheOf(parcel.address));
      button.hidden = Boolean(card);
      remove.hidden = !card;
      if (card) state.textContent = say(words.kept, { size: size(card.bytes), until: day(card.until) }) + (card.firm ? "" : ` ${words.loose}`);
    }

    async function keep() {
      running = new AbortController();
      button.hidden = true;
      stop.hidden = bar.hidden = false;
      stop.focus();
      const name = guideKept.cacheOf(parcel.address);
      try {
        await navigator.serviceWorker.ready;
        const firm = Boolean(await navigator.storage?.persist?.().catch(() => false));
        const bytes = await fetchAll(await caches.open(name), running.signal, progress);
        const card = { title: document.querySelector("h1").textContent, address: parcel.address, walk: parcel.walk, when: parcel.when, until: parcel.until, bytes, firm };
        await (await caches.open(name)).put(guideKept.CARD, new Response(JSON.stringify(card)));
        await show();
        remove.focus();
      } catch (problem) {
        await caches.delete(name).catch(() => {});
        await show().catch(() => {});
        state.textContent = said(problem);
        button.hidden = false;
        button.focus();
      }
      running = null;
    }

    function progress(done, all, bytes) {
      bar.max = all;
      bar.value = done;
      state.textContent = say(words.going, { done, all, size: size(bytes) });
    }

    function said(problem) {
      if (problem.name === "AbortError") return words.stopped;
      if (problem.name === "QuotaExceededError") return words.full;
      if (problem.name === "SecurityError" || problem.name === "InvalidStateError") return words.refused;
      return words.failed;
    }
  }

  async function fetchAll(cache, signal, progress) {
    const needed = [...parcel.pages.map((address) => [address, true]), ...parcel.map.map((address) => [address, false])];
    let bytes = 0;
    for (const [done, [address, vital]] of needed.entries()) {
      progress(done, needed.length, bytes);
      const answer = await fetch(address, { signal, cache: "no-cache" });
      // A guide may have no map of its own; the way and the places are on it all the same.
      if (!answer.ok && !vital) continue;
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const body = await answer.blob();
      await cache.put(guideKept.key(address), new Response(body, { status: 200, headers: answer.headers }));
      bytes += body.size;
    }
    progress(needed.length, needed.length, bytes);
    return bytes;
  }

  async function showList() {
    const none = document.getElementById("kept-none");
    document.getElementById("no-network").hidden = navigator.onLine;
    const cards = able ? await guideKept.cards().catch(() => []) : [];
    none.textContent = able ? words.none : words.unable;
    none.hidden = cards.length > 0;
    list.replaceChildren(...cards.map(item));
  }

  function item(card) {
    const line = document.createElement("li");
    const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    const title = make("h2", card.title);
    const tour = Object.assign(make("a", words.open), { href: card.address });
    const walk = Object.assign(make("a", words.walk), { href: card.walk, className: "button" });
    const remove = Object.assign(make("button", words.remove), { type: "button", className: "button quiet" });
    remove.setAttribute("aria-label", `${words.remove}: ${card.title}, ${day(card.when)}`);
    remove.addEventListener("click", async () => {
      await caches.delete(card.name);
      await showList();
      document.getElementById("main").focus();
    });
    const actions = make("div", "");
    actions.className = "actions";
    actions.append(walk, tour, remove);
    line.append(title, make("p", `${day(card.when)} · ${say(words.kept, { size: size(card.bytes), until: day(card.until) })}`), actions);
    return line;
  }
})();
