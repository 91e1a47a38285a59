// Draws the tiles of the base map, in the colours and widths of guide/maps/style.py.
// What the tiles say is drawn on a canvas: it is never read as HTML or as code.
"use strict";

const guideTiles = (() => {
  const GROWTH = 1.6;
  const NAME_EVERY_PX = 320;
  const SPOTS_FROM_ZOOM = 17;
  const night = window.matchMedia("(prefers-color-scheme: dark)");

  // Rejects where the tiles cannot be had; calls `failed` where they end later on.
  async function add(map, base, failed) {
    const source = new protomapsL.PmtilesSource(base.tiles, true);
    // Letters that arrive late would leave names in another font, and in wrong places.
    await Promise.all([source.p.getHeader(), letters(base.style)]);
    // Names lie above the walked line, and so in a layer of their own.
    const ground = layerOf(source, base, "tilePane");
    renameStreets(ground, guideMap.words.renamed);
    const names = layerOf(source, base, "names");
    names.views = ground.views;
    const pane = map.createPane("names");
    pane.style.zIndex = 420;
    pane.style.pointerEvents = "none";
    const owner = guideMap.make("span", base.attribution).outerHTML;
    const paintAll = () => paint(map, ground, names, base);
    const again = () => {
      paintAll();
      for (const layer of [ground, names]) layer.rerenderTiles();
    };
    watch(ground, () => {
      night.removeEventListener("change", again);
      for (const layer of [ground, names]) layer.remove();
      pane.remove();
      delete map.getPanes().names;
      map.attributionControl.removeAttribution(owner);
      map.getContainer().classList.remove("tiled", "dark");
      failed();
    });
    map.attributionControl.addAttribution(owner);
    paintAll();
    night.addEventListener("change", again);
    for (const layer of [ground, names]) layer.addTo(map);
  }

  function layerOf(source, base, pane) {
    return protomapsL.leafletLayer({
      url: source.p,
      attribution: "",
      lang: document.documentElement.lang,
      maxDataZoom: base.style.lastZoom,
      zIndex: 0,
      pane,
    });
  }

  // On the map of a year streets bear the names of then.
  function renameStreets(layer, renamed) {
    if (!Object.keys(renamed).length) return;
    for (const view of layer.views.values()) {
      const cache = view.tileCache;
      const get = cache.get.bind(cache);
      cache.get = async (tile) => {
        const layers = await get(tile);
        for (const { props } of layers.get("streets") || []) {
          if (props.name_then || !renamed[props.name]) continue;
          props.name_then = renamed[props.name];
          props.name = props.name_en = props.name_then;
        }
        return layers;
      };
    }
  }

  function letters(style) {
    const loaded = document.fonts.load(`${style.weight} 12px "${style.font}"`, "Phố Lê Lợi Đường");
    return loaded.catch(() => []);
  }

  function watch(layer, failed) {
    let once = false;
    for (const view of layer.views.values()) {
      const cache = view.tileCache;
      const get = cache.get.bind(cache);
      cache.get = (tile) =>
        get(tile).catch((problem) => {
          if (problem.name !== "AbortError" && !once) {
            once = true;
            failed();
          }
          throw problem;
        });
    }
  }

  function paint(map, ground, names, base) {
    const { style } = base;
    const dark = night.matches;
    const colours = dark ? style.dark : style.light;
    map.getContainer().classList.add("tiled");
    map.getContainer().classList.toggle("dark", dark);
    ground.backgroundColor = colours.ground;
    ground.paintRules = paintRules(style, colours);
    names.labelRules = labelRules(style, colours, base.names);
    names.clearLayout(); // it keeps the rules that it was made with
  }

  function paintRules(style, colours) {
    const areas = [
      ["parks", { fill: colours.park }],
      ["water", { fill: colours.water }],
      ["buildings", { fill: colours.building, stroke: colours.building_edge, width: 0.7 }],
    ].map(([dataLayer, look]) => ({ dataLayer, symbolizer: new protomapsL.PolygonSymbolizer(look) }));
    const lines = [
      ["waterways", { color: colours.water, width: protomapsL.exp(GROWTH, [[13, 1], [19, 9]]) }],
      ["railways", { color: colours.railway, width: protomapsL.exp(GROWTH, [[13, 1], [19, 5]]) }],
      ["railways", { color: colours.ground, width: protomapsL.exp(GROWTH, [[13, 0.4], [19, 3]]), dash: [8, 8] }],
    ].map(([dataLayer, look]) => ({ dataLayer, symbolizer: new protomapsL.LineSymbolizer(look) }));
    const low = streetRules(style, colours, (props) => props.tunnel, { edge: colours.edge, opacity: 0.5 });
    const level = streetRules(style, colours, (props) => !props.tunnel && !props.bridge, { edge: colours.edge, opacity: 1 });
    const high = streetRules(style, colours, (props) => props.bridge && !props.tunnel, { edge: colours.spot, opacity: 1 });
    return [...areas, ...lines, ...low, ...level, ...high];
  }

  // First the edges of all streets, then their fills: so streets flow into each other.
  function streetRules(style, colours, wanted, { edge, opacity }) {
    const known = new Set(style.streets.flatMap((look) => look.kinds));
    const rules = { edges: [], fills: [] };
    for (const look of style.streets) {
      const kinds = new Set(look.kinds);
      const isOurs = kinds.size ? (kind) => kinds.has(kind) : (kind) => !known.has(kind);
      const rule = (symbolizer) => ({
        dataLayer: "streets",
        filter: (_zoom, feature) => isOurs(feature.props.kind) && wanted(feature.props),
        symbolizer: new protomapsL.LineSymbolizer(symbolizer),
      });
      const width = protomapsL.exp(GROWTH, look.widths);
      const ends = { lineJoin: "round", opacity };
      if (look.dash.length) {
        const dash = (zoom) => look.dash.map((times) => Math.max(1, times * width(zoom)));
        rules.fills.push(rule({ ...ends, color: colours[look.fill], width, dash }));
      } else {
        const around = (zoom) => width(zoom) + (width(zoom) > 2 ? 1.6 : 0.8);
        rules.edges.push(rule({ ...ends, color: edge, width: around, lineCap: "round" }));
        rules.fills.push(rule({ ...ends, color: colours[look.fill], width, lineCap: "round" }));
      }
    }
    return [...rules.edges, ...rules.fills];
  }

  function labelRules(style, colours, names) {
    const set = (px, fill) => ({
      labelProps: names,
      font: `${style.weight} ${px}px "${style.font}", sans-serif`,
      fill,
      stroke: colours.halo,
      width: 3,
    });
    const known = new Set(style.streets.flatMap((look) => look.kinds));
    const streets = [...style.streets].reverse().map((look) => {
      const kinds = new Set(look.kinds);
      return {
        dataLayer: "streets",
        minzoom: look.nameZoom,
        filter: (_zoom, { props }) => (kinds.size ? kinds.has(props.kind) : !known.has(props.kind)),
        symbolizer: new protomapsL.LineLabelSymbolizer({
          ...set(look.namePx, colours.name),
          position: 2, // in the middle of its street
          repeatDistance: NAME_EVERY_PX,
        }),
      };
    });
    const areas = [
      ["water", 14, 12, colours.water_name],
      ["parks", 15, 11, colours.park_name],
      ["buildings", 18, 10, colours.name],
    ].map(([kind, minzoom, px, fill]) => ({
      dataLayer: "names",
      minzoom,
      filter: (_zoom, { props }) => props.kind === kind,
      symbolizer: new protomapsL.CenteredTextSymbolizer({ ...set(px, fill), lineHeight: 1.25 }),
    }));
    const rivers = {
      dataLayer: "waterways",
      minzoom: 15,
      symbolizer: new protomapsL.LineLabelSymbolizer({ ...set(11, colours.water_name), position: 2 }),
    };
    const spots = {
      dataLayer: "spots",
      minzoom: SPOTS_FROM_ZOOM,
      filter: (_zoom, { props }) => Boolean(props.name),
      symbolizer: new protomapsL.GroupSymbolizer([
        new protomapsL.CircleSymbolizer({ radius: 2.5, fill: colours.spot, stroke: colours.halo, width: 1.5 }),
        new protomapsL.OffsetTextSymbolizer({ ...set(10, colours.spot), offsetX: 5, offsetY: 5 }),
      ]),
    };
    return [...streets, ...areas.slice(0, 2), rivers, spots, areas[2]];
  }

  return { add };
})();
