// Our side of every map: the words of its pins, the streets below it, and its switches.
// Words come as JSON and go in as text; no string is ever read as HTML or as code.
"use strict";

const guideMap = (() => {
  const words = JSON.parse(document.getElementById("map-words").textContent);

  const STREET_LOOKS = {
    primary: { color: "#e9cf9a", weight: 6 },
    secondary: { color: "#efdfbd", weight: 5 },
    tertiary: { color: "#e2ddd0", weight: 4 },
    residential: { color: "#e2ddd0", weight: 3 },
  };
  const WEAKEST_LOOK = { color: "#e6e2d8", weight: 2 };
  const NAMES_FROM_ZOOM = 15;
  const LETTER_PX = 6.6;
  const NAME_GAP_PX = 70;

  const ROOM_PX = 27; // closer than this to another pin, a finger cannot tell them apart
  const pins = [];

  let current = null;

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function open(id, options) {
    const map = L.map(id, {
      ...options,
      maxBoundsViscosity: 0.8,
      zoomControl: false,
      fadeAnimation: false,
      renderer: L.svg({ padding: 0.4 }),
    });
    map.attributionControl.setPrefix(false);
    map.getContainer().parentElement.querySelector(".no-script")?.remove();
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    current = map;
    map.on("moveend", () => thinOut(map));
    setTimeout(() => thinOut(map));
    return map;
  }

  // Of pins that would cover each other the first of the walk, or of the list, is a
  // button; the others become dots until one zooms in. The list has them all.
  function thinOut(map) {
    const taken = [];
    const buttons = [...map.getContainer().querySelectorAll(".leaflet-control a, .leaflet-control label")].map((one) => one.getBoundingClientRect());
    const corner = map.getContainer().getBoundingClientRect();
    const weight = ({ said }) => (said.label ? 0 : said.site ? 1 : 2);
    for (const one of [...pins].sort((a, b) => weight(a) - weight(b))) {
      const pin = one.marker.getElement();
      if (!pin) continue;
      const at = centre(map, one.marker, pin);
      const isFree = taken.every((other) => Math.max(Math.abs(other.x - at.x), Math.abs(other.y - at.y)) >= ROOM_PX) && !underOne(buttons, map.layerPointToContainerPoint(at), corner);
      pin.classList.toggle("crowded", !isFree);
      pin.tabIndex = isFree ? 0 : -1;
      if (isFree) {
        taken.push(at);
        pin.setAttribute("role", "button");
        pin.removeAttribute("aria-hidden");
      } else {
        pin.removeAttribute("role");
        pin.setAttribute("aria-hidden", "true");
      }
    }
  }

  // Whether a pin would share the place of a switch of the map.
  function underOne(buttons, at, corner) {
    const [x, y] = [at.x + corner.left, at.y + corner.top];
    const reach = ROOM_PX / 2;
    return buttons.some((box) => x > box.left - reach && x < box.right + reach && y > box.top - reach && y < box.bottom + reach);
  }

  // The style sheet centres the small pins; the large ones may step aside.
  function centre(map, marker, pin) {
    const at = map.latLngToLayerPoint(marker.getLatLng());
    if (pin.matches(".pin-left-out, .pin-start, .pin-end")) return at;
    const { iconAnchor, iconSize } = marker.options.icon.options;
    return at.subtract(iconAnchor).add(L.point(iconSize).divideBy(2));
  }

  // Called before the pin gets its icon; it speaks once the whole map is drawn.
  function describe(marker, place) {
    const said = words.pins[place];
    marker.options.title = said.title;
    marker.options.riseOnHover = true;
    pins.push({ marker, said });
    queueMicrotask(() => {
      const pin = marker.getElement();
      pin.setAttribute("role", "button");
      pin.setAttribute("aria-label", said.label ? `${said.label}. ${said.title}` : said.title);
      if (said.label) pin.textContent = said.label;
      if (said.site) pin.dataset.site = said.site;
      marker.bindPopup(() => popup(said), { maxWidth: 260 });
      marker.on("mouseover popupopen", () => light(said.site, true));
      marker.on("mouseout popupclose", () => light(said.site, false));
    });
  }

  function popup(said) {
    const box = make("div");
    if (said.kind) {
      const badge = make("span", "", `badge kind-${said.kind}`);
      badge.append(make("span", "", `icon icon-${said.kind}`), words.kinds[said.kind]);
      box.append(badge);
    }
    box.append(make("strong", said.title));
    if (said.text) box.append(make("p", said.text));
    if (said.anchor) {
      const there = make("a", words.inTimetable);
      there.href = `#${said.anchor}`;
      box.append(there, " · ");
    }
    if (said.site) {
      const page = make("a", words.read);
      page.href = words.siteAddress.replace("SLUG", encodeURIComponent(said.site));
      box.append(page);
    }
    return box;
  }

  // A site in the list and its pin on the map show that they belong together.
  function light(site, on) {
    if (!site) return;
    for (const element of document.querySelectorAll(`[data-site="${CSS.escape(site)}"]`)) {
      element.classList.toggle("lit", on);
    }
  }

  document.addEventListener("mouseover", (event) => {
    const item = event.target.closest("li[data-site]");
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (item) light(item.dataset.site, true);
  });

  // The base map: tiles with everything the pack knows or, where a browser cannot have
  // them, its streets alone.
  async function base(map) {
    await seen(map.getContainer());
    const instead = async () => {
      const drawn = await streets(map).catch(() => false);
      const said = L.control({ position: "topright" });
      said.onAdd = () => make("p", drawn ? words.plainMap : words.bareMap, "plain-map");
      said.addTo(map);
    };
    try {
      await guideTiles.add(map, words.base, instead);
    } catch {
      instead();
    }
  }

  // A map further down is made when one comes near it: the words above come first.
  async function whenNear(draw) {
    const element = document.querySelector(".map");
    element.parentElement.querySelector(".no-script")?.remove();
    await seen(element);
    draw();
  }

  function seen(element) {
    if (!("IntersectionObserver" in window)) return Promise.resolve();
    return new Promise((done) => {
      const watcher = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          watcher.disconnect();
          done();
        },
        { rootMargin: "100px" },
      );
      watcher.observe(element);
      window.addEventListener("beforeprint", done, { once: true });
    });
  }

  // Say whether there are any.
  async function streets(map) {
    const pane = map.createPane("streets");
    pane.style.zIndex = 250;
    const names = map.createPane("names");
    names.style.zIndex = 420;
    names.style.pointerEvents = "none";
    const answer = await fetch(words.streets);
    if (!answer.ok) return false;
    const base = await answer.json();
    map.attributionControl.addAttribution(make("span", base.attribution).outerHTML);
    const renderer = L.canvas({ pane: "streets", padding: 0.5 });
    const drawn = Object.entries(base.lines).map(([kind, lines]) => {
      const look = STREET_LOOKS[kind] || WEAKEST_LOOK;
      const layer = L.polyline(lines, { ...look, renderer, interactive: false, lineCap: "round" });
      layer.wide = look.weight;
      return layer.addTo(map);
    });
    const named = L.layerGroup().addTo(map);
    const redraw = () => {
      for (const layer of drawn) layer.setStyle({ weight: width(layer.wide, map.getZoom()) });
      showNames(map, named, base.labels);
    };
    map.on("zoomend moveend", redraw);
    redraw();
    return true;
  }

  function width(wide, zoom) {
    return Math.max(1.2, wide * 1.45 ** (zoom - 16) * 1.6);
  }

  // The longest straight runs are named first; a name that would touch another waits.
  function showNames(map, group, labels) {
    group.clearLayers();
    if (map.getZoom() < NAMES_FROM_ZOOM) return;
    const metresPx = (40075016 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);
    const view = map.getBounds().pad(0.1);
    const taken = [];
    for (const label of labels) {
      const name = words.renamed[label.name] || label.name;
      const needed = name.length * LETTER_PX;
      if (label.metres / metresPx < needed || !view.contains([label.lat, label.lon])) continue;
      const at = map.latLngToContainerPoint([label.lat, label.lon]);
      if (taken.some((other) => other.distanceTo(at) < NAME_GAP_PX)) continue;
      taken.push(at);
      const text = make("span", name);
      text.style.setProperty("--turn", `${label.angle}deg`);
      const icon = L.divIcon({ className: "street-name", html: text, iconSize: [0, 0] });
      L.marker([label.lat, label.lon], { icon, pane: "names", interactive: false, keyboard: false }).addTo(group);
    }
  }

  function tilesSwitch(map, tiles) {
    tiles.options.attribution = "© OpenStreetMap contributors";
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const box = make("div", "", "tiles-switch");
      const label = make("label");
      const tick = make("input");
      tick.type = "checkbox";
      label.title = words.tilesHint;
      label.append(tick, words.tilesOn);
      box.append(label);
      tick.addEventListener("change", () => {
        map.getContainer().classList.toggle("outside", tick.checked);
        if (tick.checked) tiles.addTo(map);
        else tiles.remove();
      });
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    control.addTo(map);
  }

  return { open, whenNear, describe, base, tilesSwitch, make, words, current: () => current };
})();
