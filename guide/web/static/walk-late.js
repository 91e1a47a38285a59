// "I am late": the rest planned again from here by the guide or, without network, by a
// simple rule of this page: what is least interesting is left out until the end is in time.
"use strict";

const guideLate = ({ tour, planAddress, words, state, stations, say, byId, show, remember }, place) => {
  const ROUNDABOUT = 1.35; // streets are so much longer than the straight line, about
  const LEAST_MINUTES = 15; // the planner takes no less
  const slider = byId("late-by");
  const said = byId("late-said");
  const minutes = (ms) => Math.round(ms / 60_000);
  const clock = (ms) => local(ms).slice(11);
  const time = (iso) => Date.parse(iso);
  const DAY_MS = 86_400_000;

  const planned = () => time(stations[state.at].arrive);
  slider.value = guessed();
  slider.addEventListener("input", tell);
  byId("late-skip").addEventListener("click", skip);
  byId("late-undo").addEventListener("click", () => {
    state.skipped = [];
    remember();
    show();
    said.textContent = words.all;
  });
  byId("late-again").addEventListener("click", again);
  tell();

  // On the day of the walk the clock knows; at any other time only the visitor does.
  function guessed() {
    const late = Date.now() - planned();
    return late > 0 && late < DAY_MS / 8 ? Math.round(minutes(late) / 5) * 5 : 15;
  }

  function tell() {
    byId("late-out").textContent = say(words.minutes, { minutes: slider.value });
  }

  const now = () => planned() + Number(slider.value) * 60_000;

  // How long one walks between two places that no leg joins.
  function walkMs(from, to) {
    if (to === from + 1) return stations[to].walk_s * 1000;
    const paces = stations.filter((one) => one.walk_s > 0);
    const speed = paces.reduce((sum, one) => sum + one.metres, 0) / (paces.reduce((sum, one) => sum + one.walk_s, 0) || 1) || 1;
    const [a, b] = [stations[from], stations[to]];
    return ((place.apart([a.lat, a.lon], [b.lat, b.lon]) * ROUNDABOUT) / speed) * 1000;
  }

  // When one is at the end, from the arrival at this place on. Doors open when planned.
  function endWithout(left) {
    let at = now();
    let from = state.at;
    for (let next = state.at; next < stations.length; next += 1) {
      if (left.includes(next)) continue;
      if (next > from) at += walkMs(from, next);
      const one = stations[next];
      if (one.leave) at = Math.max(at, time(one.leave) - one.stay_s * 1000) + one.stay_s * 1000;
      from = next;
    }
    return at;
  }

  function skip() {
    const limit = time(tour.arrive);
    const left = [];
    const may = stations
      .map((one, number) => ({ ...one, number }))
      .filter((one) => one.number > state.at && one.site && !one.insisted && !state.seen.includes(one.number))
      .sort((a, b) => a.interest - b.interest || b.number - a.number);
    while (endWithout(left) > limit + 60_000 && may.length) left.push(may.shift().number);
    const end = endWithout(left);
    state.skipped = left;
    remember();
    show();
    const names = left.sort((a, b) => a - b).map((number) => stations[number].name).join(", ");
    const told = [];
    if (left.length) told.push(say(words.skips, { names, time: clock(end) }));
    else if (end <= limit + 60_000) told.push(say(words.inTime, { time: clock(end) }));
    if (end > limit + 60_000) told.push(say(words.tooLate, { time: clock(end), minutes: minutes(end - limit) }));
    said.textContent = told.join(" ");
  }

  // Only now, as the visitor asks for it, does a position become part of an address.
  async function again() {
    if (!navigator.onLine) {
      said.textContent = words.noNetwork;
      return;
    }
    said.textContent = words.planning;
    const found = await place.once();
    const from = found ? found.map((degrees) => degrees.toFixed(3)).join(",") : lastPlace();
    if (!found) said.textContent = say(words.planFrom, { name: stations[Math.max(0, state.at - 1)].name });
    location.assign(`${planAddress.split("?")[0]}?${rest(from)}`);
  }

  // The stop before the next one; the start where there is none.
  function lastPlace() {
    for (let at = state.at - 1; at >= 0; at -= 1) if (stations[at].site) return stations[at].site;
    return tour.start;
  }

  function rest(from) {
    const gone = new Set(stations.filter((one, at) => one.site && (at < state.at || state.seen.includes(at))).map((one) => one.site));
    const asked = new URLSearchParams(tour.words);
    const without = (field, isGone) => {
      const kept = (asked.get(field) || "").split(",").filter((part) => part && !isGone(part));
      if (kept.length) asked.set(field, kept.join(","));
      else asked.delete(field);
    };
    without("must", (part) => gone.has(part));
    without("order", (part) => gone.has(part));
    without("at", (part) => gone.has(part.split("@")[0]));
    without("before", (part) => part.split(":").some((site) => gone.has(site)));
    for (const field of ["first", "last"]) if (gone.has(asked.get(field))) asked.delete(field);
    for (const field of ["days", "groups", "break", "stops", "walk"]) asked.delete(field);
    const never = (asked.get("never") || "").split(",").filter(Boolean);
    asked.set("never", [...new Set([...never, ...gone])].join(","));
    if (!asked.get("never")) asked.delete("never");
    const depart = Math.ceil(now() / 300_000) * 300_000;
    asked.set("from", from);
    asked.set("to", tour.end);
    asked.set("depart", local(depart));
    asked.set("minutes", String(Math.max(LEAST_MINUTES, minutes(time(tour.arrive) - depart))));
    const language = new URLSearchParams(location.search).get("lang");
    if (language) asked.set("lang", language);
    return asked;
  }

  // The city's clock has no summer time: its zone is that of the planned departure.
  function local(ms) {
    const zone = /([+-])(\d\d):(\d\d)$/.exec(tour.depart);
    const ahead = zone ? (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === "-" ? -1 : 1) : 0;
    return new Date(ms + ahead * 60_000).toISOString().slice(0, 16);
  }

  return {
    show() {
      byId("late-undo").hidden = state.skipped.length === 0;
    },
  };
};
