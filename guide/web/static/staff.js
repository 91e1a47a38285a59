// The form of a site: what is typed is kept, hours are shown ahead, the map is tapped.
"use strict";

(() => {
  const form = document.getElementById("site-form");
  if (!form) return;
  const AUTOSAVE_MS = 15_000;
  const WAIT_MS = 600;

  // What is typed is kept every while; it is in no history until it is saved.
  let touched = false;
  form.addEventListener("input", () => {
    touched = true;
  });
  setInterval(async () => {
    if (!touched) return;
    touched = false;
    const sent = new FormData(form);
    sent.set("what", "autosave");
    sent.delete("add");
    const answer = await fetch(form.action || location.pathname, { method: "POST", body: sent }).catch(() => null);
    const told = document.getElementById("autosaved");
    if (answer?.ok) told.textContent = `${form.dataset.saved} · ${new Date().toTimeString().slice(0, 5)}`;
    else touched = true;
  }, AUTOSAVE_MS);

  // Leaving with something unsaved asks once.
  let saving = false;
  form.addEventListener("submit", () => {
    saving = true;
  });
  addEventListener("beforeunload", (event) => {
    if (touched && !saving) event.preventDefault();
  });

  // Hours ahead: the server reads the rule, the page shows what it says.
  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (!event.target.name?.startsWith("hours.")) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const answer = await fetch(form.dataset.hours, { method: "POST", body: new FormData(form) });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("hours-ahead").replaceChildren(...page.body.childNodes);
    }, WAIT_MS);
  });

  // A tap on the key of a source puts it where one was typing.
  let last = null;
  form.addEventListener("focusin", (event) => {
    if (event.target.matches(".claims, .keys")) last = event.target;
  });
  form.addEventListener("click", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key || !last) return;
    const end = last.selectionEnd;
    const before = last.value.slice(0, end);
    const open = before.lastIndexOf("[") > before.lastIndexOf("]");
    let put = ` [${key}]`;
    if (last.classList.contains("keys")) put = before.trim() ? `, ${key}` : key;
    else if (open) put = `, ${key}`;
    last.setRangeText(put, end, end, "end");
    last.focus();
    last.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // A tap on the map fills latitude and longitude of the place that was last touched.
  const map = typeof guideMap === "undefined" ? null : guideMap.current();
  if (!map) return;
  let place = "position";
  form.addEventListener("focusin", (event) => {
    const found = /^(position|also_at\.\d+)\./.exec(event.target.name || "");
    if (found) place = found[1];
  });
  const field = (end) => form.elements.namedItem(`${place}.${end}`);
  const marker = L.circleMarker([0, 0], { radius: 9, color: "#c2311f", weight: 4, fillOpacity: 0.3 });
  const show = () => {
    const at = [Number(field("lat")?.value), Number(field("lon")?.value)];
    if (at.every(Number.isFinite) && at[0]) marker.setLatLng(at).addTo(map);
  };
  map.on("click", ({ latlng }) => {
    field("lat").value = latlng.lat.toFixed(6);
    field("lon").value = latlng.lng.toFixed(6);
    field("lat").dispatchEvent(new Event("input", { bubbles: true }));
    show();
  });
  form.addEventListener("input", show);
  show();
})();
