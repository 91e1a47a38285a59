// Place an old picture by three points: in the picture, and the same on the map.
// The picture never leaves the browser; what comes out is an entry for pictures.yaml.
"use strict";

(() => {
  const map = guideMap.current();
  const form = document.getElementById("placing");
  const image = form.querySelector("img");
  const rows = [...form.querySelectorAll("fieldset[data-point]")];
  const entry = document.getElementById("entry");
  const status = document.getElementById("placing-status");
  const said = form.dataset;
  const marks = rows.map((_row, place) => {
    const icon = L.divIcon({ className: "pin pin-stop", iconSize: [30, 30] });
    const marker = L.marker([0, 0], { icon, keyboard: false, interactive: false });
    marker.on("add", () => {
      marker.getElement().textContent = String(place + 1);
    });
    return marker;
  });
  let address = null;
  form.querySelector(".no-script").remove();

  const field = (row, name) => row.querySelector(`[name=${name}]`);
  const number = (row, name) => (field(row, name).value === "" ? NaN : Number(field(row, name).value));
  const point = (row) => ["x", "y", "lat", "lon"].map((name) => number(row, name));
  const isWhole = (values) => values.every(Number.isFinite);

  function write(row, values) {
    for (const [name, value] of Object.entries(values)) field(row, name).value = value;
    update();
  }

  // A click fills the first point that still lacks it, or the one that has the focus.
  function next(name) {
    const focused = rows.find((row) => row.contains(document.activeElement));
    return focused || rows.find((row) => field(row, name).value === "") || rows[rows.length - 1];
  }

  function update() {
    const points = rows.map(point);
    rows.forEach((row, place) => {
      const [x, y, lat, lon] = points[place];
      const dot = form.querySelector(`.dot[data-point="${place}"]`);
      dot.hidden = !isWhole([x, y]);
      if (!dot.hidden && image.naturalWidth) {
        dot.style.left = `${(x / image.naturalWidth) * 100}%`;
        dot.style.top = `${(y / image.naturalHeight) * 100}%`;
      }
      if (isWhole([lat, lon])) marks[place].setLatLng([lat, lon]).addTo(map);
      else marks[place].remove();
    });
    lay(points);
    entry.value = yaml(points);
  }

  // As sites/affine.py has it: what is laid here is not refused by guide check.
  const THINNEST = 0.05;

  function isThin([[x0, y0], [x1, y1], [x2, y2]]) {
    const sides = [[x0 - x1, y0 - y1], [x1 - x2, y1 - y2], [x2 - x0, y2 - y0]];
    const longest = Math.max(...sides.map(([x, y]) => Math.hypot(x, y)));
    const twice = Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0));
    return twice <= THINNEST * longest ** 2;
  }

  function lay(points) {
    const whole = address && points.every(isWhole);
    const narrower = Math.cos((points[0][2] * Math.PI) / 180);
    const ground = points.map(([, , lat, lon]) => [lon * narrower, lat]);
    const thin = whole && (isThin(points) || isThin(ground));
    if (whole && !thin) {
      const laid = guideOverlay.lay(map, { address, alt: "", points });
      laid.style.opacity = 0.6;
    } else {
      map.getPane("then")?.replaceChildren();
    }
    const missing = points.filter((values) => !isWhole(values)).length;
    if (!address) status.textContent = said.choose;
    else if (missing) status.textContent = said.missing.replace("N", missing);
    else status.textContent = thin ? said.thin : said.done;
  }

  function yaml(points) {
    const value = (name) => JSON.stringify(form.elements[name].value.trim());
    const both = (name) => `{vi: ${value(`${name}_vi`)}, en: ${value(`${name}_en`)}}`;
    const year = form.elements.year.value || "unknown";
    const file = form.elements.file.files[0]?.name || "";
    const lines = points.map(
      ([x, y, lat, lon]) => `    - {x: ${x}, y: ${y}, lat: ${lat}, lon: ${lon}}`,
    );
    return [
      `${form.elements.key.value.trim() || "key"}:`,
      "  shows: map",
      `  title: ${both("title")}`,
      `  year: ${year}`,
      `  sources: [${form.elements.source.value.trim()}]`,
      "  then:",
      `    file: ${JSON.stringify(file)}`,
      `    credit: ${value("credit")}`,
      `    licence: ${form.elements.licence.value}`,
      `    alt: ${both("alt")}`,
      "  points:",
      ...lines,
      "",
    ].join("\n");
  }

  form.elements.file.addEventListener("change", () => {
    if (address) URL.revokeObjectURL(address);
    const file = form.elements.file.files[0];
    address = file ? URL.createObjectURL(file) : null;
    image.hidden = !file;
    if (file) image.src = address;
    update();
  });
  image.addEventListener("load", update);
  image.addEventListener("error", () => {
    address = null;
    update();
    status.textContent = said.broken;
  });
  image.addEventListener("mousedown", (event) => event.preventDefault());
  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    write(next("x"), {
      x: Math.round(((event.clientX - box.left) / box.width) * image.naturalWidth),
      y: Math.round(((event.clientY - box.top) / box.height) * image.naturalHeight),
    });
  });
  map.on("click", ({ latlng }) =>
    write(next("lat"), { lat: latlng.lat.toFixed(6), lon: latlng.lng.toFixed(6) }),
  );
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("copy").addEventListener("click", async () => {
    entry.select();
    try {
      await navigator.clipboard.writeText(entry.value);
      status.textContent = said.copied;
    } catch {
      status.textContent = said.select;
    }
  });
  update();
})();
