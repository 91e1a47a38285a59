// The planner's form for one thumb: the time on a slider, the start where one stands.
// Without this script both are lists to choose from.
"use strict";

(() => {
  const words = JSON.parse(document.getElementById("form-words").textContent);
  const SHORTEST = 15;
  const LONGEST = 480;
  const STEP = 15;

  slide(document.getElementById("minutes"));
  offerHere(document.getElementById("from"));

  function duration(count) {
    const [hours, rest] = [Math.floor(count / 60), count % 60];
    const told = [];
    if (hours) told.push((hours === 1 ? words.hour : words.hours).replace("{n}", hours));
    if (rest) told.push(words.minutes.replace("{n}", rest));
    return told.join(" ");
  }

  function slide(select) {
    const chosen = Number(select.value);
    if (!(chosen >= SHORTEST && chosen <= LONGEST)) return; // typed by hand: it stays a list
    const slider = Object.assign(document.createElement("input"), { type: "range", id: select.id, name: select.name });
    Object.assign(slider, { min: SHORTEST, max: LONGEST, step: chosen % STEP ? 5 : STEP, value: chosen });
    const output = Object.assign(document.createElement("output"), { className: "slid", htmlFor: select.id });
    const tell = () => {
      output.textContent = duration(Number(slider.value));
      slider.setAttribute("aria-valuetext", output.textContent);
    };
    slider.addEventListener("input", tell);
    tell();
    select.replaceWith(slider);
    slider.after(output);
  }

  function offerHere(select) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet here", textContent: words.here });
    const said = Object.assign(document.createElement("p"), { className: "hint", hidden: true });
    said.setAttribute("role", "status");
    const say = (text) => {
      said.hidden = false;
      said.textContent = text;
    };
    button.addEventListener("click", () => {
      if (!navigator.geolocation || !window.isSecureContext) {
        say(words.unable);
        return;
      }
      say(words.asking);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          choose(coords);
          say(words.found);
        },
        (problem) => say(problem.code === problem.PERMISSION_DENIED ? words.refused : words.lost),
        { timeout: 15_000, maximumAge: 60_000 },
      );
    });
    select.after(button, said);

    // Three decimals are about 100 m: enough for a walk, and no doorbell.
    function choose({ latitude, longitude }) {
      const place = `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
      const option = select.querySelector("option[data-here]") || document.createElement("option");
      option.dataset.here = "";
      option.value = place;
      option.textContent = words.hereAt;
      select.prepend(option);
      select.value = place;
    }
  }
})();
