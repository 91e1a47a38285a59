// Where the visitor is, once they ask for it: on the map, how far to the next turn and
// place. The position is in no request.
"use strict";

const guidePlace = ({ words, state, stations, say, metres, byId, announce }, voice) => {
  const DEGREE_M = 111_320;
  let watching = null;
  let here = null;
  let marker = null;
  const arrived = new Set();

  function apart(a, b) {
    const east = (b[1] - a[1]) * Math.cos((a[0] * Math.PI) / 180);
    return Math.hypot(b[0] - a[0], east) * DEGREE_M;
  }

  // How far along a line the point nearest to a position is, and how far off it.
  function along(line, point) {
    let [best, offBest, walked] = [0, Infinity, 0];
    const scale = Math.cos((point[0] * Math.PI) / 180);
    for (let i = 0; i + 1 < line.length; i += 1) {
      const [a, b] = [line[i], line[i + 1]];
      const [dy, dx] = [b[0] - a[0], (b[1] - a[1]) * scale];
      const [py, px] = [point[0] - a[0], (point[1] - a[1]) * scale];
      const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      const off = Math.hypot(px - share * dx, py - share * dy) * DEGREE_M;
      const length = apart(a, b);
      if (off < offBest) [best, offBest] = [walked + share * length, off];
      walked += length;
    }
    return best;
  }

  function lengthTo(line, at) {
    let walked = 0;
    for (let i = 0; i < at; i += 1) walked += apart(line[i], line[i + 1]);
    return walked;
  }

  function show() {
    const one = stations[state.at];
    const items = document.querySelectorAll(".station");
    for (const turn of document.querySelectorAll(".turns [aria-current]")) turn.removeAttribute("aria-current");
    if (!here) return announce("");
    const far = apart(here.at, [one.lat, one.lon]);
    if (far <= one.near_m) {
      announce(say(words.near, { name: one.name }));
      if (!arrived.has(state.at)) {
        arrived.add(state.at);
        voice.near(items[state.at]);
      }
      return undefined;
    }
    const walked = along(one.line, here.at);
    const next = one.steps.findIndex((step) => lengthTo(one.line, step.at) > walked + 5);
    const said = [say(words.far, { metres: metres(far), name: one.name })];
    if (next > 0) {
      const step = one.steps[next];
      said.unshift(say(words.turn, { metres: metres(lengthTo(one.line, step.at) - walked), says: step.says }));
    }
    const turns = items[state.at].querySelectorAll(".turns li");
    const current = next < 0 ? one.steps.length - 1 : Math.max(0, next - 1);
    turns[current]?.setAttribute("aria-current", "step");
    announce(said.join(" · "));
    return undefined;
  }

  function seen({ coords }) {
    here = { at: [coords.latitude, coords.longitude], accuracy: coords.accuracy };
    byId("place-said").textContent = say(words.placeSeen, { metres: metres(coords.accuracy) });
    const map = guideMap.current();
    if (map) {
      const icon = L.divIcon({ className: "pin pin-me", iconSize: [20, 20] });
      marker = marker || L.marker(here.at, { icon, title: words.me, alt: words.me }).addTo(map);
      marker.setLatLng(here.at);
    }
    show();
  }

  function failed(problem) {
    const refused = problem.code === problem.PERMISSION_DENIED;
    if (refused) off();
    byId("place-said").textContent = refused ? words.placeRefused : words.placeLost;
  }

  function off() {
    if (watching !== null) navigator.geolocation.clearWatch(watching);
    watching = here = null;
    if (marker) marker.remove();
    marker = null;
    byId("place-on").setAttribute("aria-pressed", "false");
    byId("place-said").textContent = words.placeOff;
    show();
  }

  byId("place-on").addEventListener("click", () => {
    if (watching !== null) return off();
    if (!navigator.geolocation || !window.isSecureContext) {
      byId("place-said").textContent = words.noPlace;
      return undefined;
    }
    byId("place-on").setAttribute("aria-pressed", "true");
    watching = navigator.geolocation.watchPosition(seen, failed, { enableHighAccuracy: true, maximumAge: 5000 });
    return undefined;
  });

  // Where one is now, asked for once; null where nobody may know.
  function once() {
    if (here) return Promise.resolve(here.at);
    if (!navigator.geolocation || !window.isSecureContext) return Promise.resolve(null);
    return new Promise((done) => {
      const found = ({ coords }) => done([coords.latitude, coords.longitude]);
      navigator.geolocation.getCurrentPosition(found, () => done(null), { timeout: 10_000, maximumAge: 30_000 });
    });
  }

  return { show, once, apart };
};
