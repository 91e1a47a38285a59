// The planner's form: a tap on the map starts or ends the walk there.
"use strict";

(() => {
  const map = guideMap.current();
  const { make, words } = guideMap;
  const marks = {};
  document.getElementById("tap-hint").hidden = false;

  map.on("click", (event) => {
    const box = make("div");
    // Three decimals are about 100 m: enough for a walk, and no doorbell.
    const place = `${event.latlng.lat.toFixed(3)},${event.latlng.lng.toFixed(3)}`;
    box.append(make("strong", place));
    const pair = make("div", "", "pair");
    for (const [field, text] of [["from", words.startHere], ["to", words.endHere]]) {
      const button = make("button", text, "button");
      button.type = "button";
      button.addEventListener("click", () => choose(field, place, text));
      pair.append(button);
    }
    box.append(pair);
    L.popup().setLatLng(event.latlng).setContent(box).openOn(map);
  });

  function choose(field, place, text) {
    const select = document.getElementById(field);
    let option = select.querySelector("option[data-tapped]");
    if (!option) {
      option = make("option");
      option.dataset.tapped = "";
      select.append(option);
    }
    option.value = place;
    option.textContent = `${words.position} ${place}`;
    select.value = place;
    if (marks[field]) marks[field].remove();
    const icon = L.divIcon({ className: "pin pin-start", iconSize: [24, 24] });
    marks[field] = L.marker(place.split(",").map(Number), { icon, title: text }).addTo(map);
    map.closePopup();
    select.focus();
  }
})();
