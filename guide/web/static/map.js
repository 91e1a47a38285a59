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
    return map;
  }

  // Called before the pin gets its icon; it speaks once the whole map is drawn.
  function describe(marker, place) {
    const said = words.pins[place];
    marker.options.title = said.title;
    marker.options.riseOnHover = true;
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

  return { open, describe, base, tilesSwitch, make, words, current: () => current };
})();
