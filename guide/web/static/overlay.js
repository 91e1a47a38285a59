// An old picture laid over the map by three of its points, as transparent as one likes.
"use strict";

const guideOverlay = (() => {
  // The matrix that takes three points of the picture to three points of the screen.
  function matrix(points, to) {
    const [[x0, y0], [x1, y1], [x2, y2]] = points;
    const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    const along = (axis) => {
      const [v0, v1, v2] = to.map((point) => point[axis]);
      const right = ((v1 - v0) * (y2 - y0) - (v2 - v0) * (y1 - y0)) / area;
      const down = ((v2 - v0) * (x1 - x0) - (v1 - v0) * (x2 - x0)) / area;
      return [right, down, v0 - right * x0 - down * y0];
    };
    const [a, c, e] = along("x");
    const [b, d, f] = along("y");
    return [a, b, c, d, e, f];
  }

  // points: [x, y, latitude, longitude] of three points of the picture.
  function lay(map, { address, alt, points }) {
    const pane = map.getPane("then") || map.createPane("then");
    pane.style.zIndex = 350;
    pane.style.pointerEvents = "none";
    const image = guideMap.make("img", "", "laid leaflet-zoom-hide");
    image.alt = alt;
    image.src = address;
    pane.replaceChildren(image);
    const place = () => {
      const to = points.map(([, , lat, lon]) => map.latLngToLayerPoint([lat, lon]));
      image.style.transform = `matrix(${matrix(points, to).join(", ")})`;
    };
    map.on("viewreset zoomend", place);
    place();
    return image;
  }

  // The slider of the page; it starts where the page says.
  function add(map) {
    const image = lay(map, guideMap.words.overlay);
    const slider = document.getElementById("opacity");
    const show = () => {
      image.style.opacity = slider.value / 100;
    };
    slider.addEventListener("input", show);
    slider.closest("[hidden]")?.removeAttribute("hidden");
    show();
  }

  return { add, lay, matrix };
})();
