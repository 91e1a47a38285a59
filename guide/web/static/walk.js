// The page to walk with: one place at a time, what is seen is ticked, and kept on this
// device alone. Without this script the page is a list with anchors.
"use strict";

(() => {
  const { tour, key, planAddress, words } = JSON.parse(document.getElementById("walk-words").textContent);
  const byId = (id) => document.getElementById(id);
  const items = [...document.querySelectorAll(".station")];
  const { stations } = tour;
  const state = { at: 0, seen: [], skipped: [], strong: false, ...remembered() };
  const visits = stations.filter((one) => one.site);
  const language = document.documentElement.lang;

  const say = (text, values) =>
    Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
  const metres = (far) =>
    far < 1000 ? `${Math.max(10, Math.round(far / 10) * 10)} m` : `${(far / 1000).toLocaleString(language, { maximumFractionDigits: 1 })} km`;

  // Some browsers forbid keeping anything: the walk goes on all the same.
  function remembered() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept && kept.at < items.length ? kept : {};
    } catch {
      return {};
    }
  }

  function remember() {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch {
      // nothing to be done, and nothing lost but the ticks
    }
  }

  const helpers = { tour, planAddress, words, state, stations, say, metres, byId, show, remember, announce };
  const voice = guideVoice(helpers);
  const place = guidePlace(helpers, voice);
  const late = guideLate(helpers, place);

  document.body.classList.add("one-by-one");
  byId("thumb").hidden = byId("helpers").hidden = byId("progress").hidden = false;
  byId("back").addEventListener("click", () => go(-1));
  byId("on").addEventListener("click", () => go(1));
  byId("tick").addEventListener("click", tick);
  byId("strong-on").addEventListener("click", () => {
    state.strong = !state.strong;
    remember();
    show();
  });
  window.addEventListener("hashchange", fromAddress);
  keepAwake();
  if (!fromAddress()) show();

  function fromAddress() {
    const found = /^#place-(\d+)$/.exec(location.hash);
    if (!found || !items[found[1]]) return false;
    state.at = Number(found[1]);
    show();
    return true;
  }

  // The next place in a direction that is not left out.
  function go(by) {
    let at = state.at + by;
    while (items[at + by] && state.skipped.includes(at)) at += by;
    if (!items[at]) return;
    state.at = at;
    history.replaceState(null, "", `#place-${at}`);
    show();
    items[at].focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  function tick() {
    const { at } = state;
    state.seen = state.seen.includes(at) ? state.seen.filter((one) => one !== at) : [...state.seen, at];
    remember();
    if (state.seen.includes(at) && at + 1 < items.length) go(1);
    else show();
  }

  function show() {
    const { at } = state;
    for (const [number, item] of items.entries()) {
      item.classList.toggle("current", number === at);
      item.classList.toggle("skipped", state.skipped.includes(number));
      const note = item.querySelector(".late-note");
      note.hidden = !state.skipped.includes(number);
      note.textContent = words.skipped;
    }
    byId("back").disabled = at === 0;
    byId("on").disabled = at === items.length - 1;
    const isVisit = Boolean(stations[at].site);
    byId("tick").hidden = !isVisit;
    byId("tick").setAttribute("aria-pressed", String(state.seen.includes(at)));
    const done = state.seen.length;
    byId("progress-bar").max = Math.max(1, visits.length);
    byId("progress-bar").value = done;
    byId("progress-text").textContent = say(words.progress, { done, all: visits.length });
    document.documentElement.classList.toggle("strong", state.strong);
    byId("strong-on").setAttribute("aria-pressed", String(state.strong));
    remember();
    voice.show(items[at]);
    place.show();
    late.show();
  }

  function announce(text) {
    const said = byId("said");
    said.hidden = !text;
    if (said.textContent !== text) said.textContent = text;
  }

  function keepAwake() {
    const button = byId("awake-on");
    const said = byId("awake-said");
    let wanted = false;
    let lock = null;
    const tell = (text) => {
      said.textContent = text;
      button.setAttribute("aria-pressed", String(Boolean(lock)));
    };
    const ask = async () => {
      if (!("wakeLock" in navigator)) return tell(words.awakeUnable);
      try {
        lock = await navigator.wakeLock.request("screen");
        lock.addEventListener("release", () => {
          lock = null;
          tell(words.awakeOff);
        });
        tell(words.awakeOn);
      } catch {
        lock = null;
        tell(words.awakeRefused);
      }
    };
    button.addEventListener("click", () => {
      wanted = !lock;
      if (lock) lock.release();
      else ask();
    });
    // A device lets go of the screen whenever the page is hidden.
    document.addEventListener("visibilitychange", () => {
      if (wanted && !lock && document.visibilityState === "visible") ask();
    });
  }
})();
