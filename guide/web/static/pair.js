// Two pictures of one place, one upon the other; the slider moves the line between them.
"use strict";

for (const pair of document.querySelectorAll(".pair")) {
  const slider = pair.querySelector("input[type=range]");
  const show = () => pair.style.setProperty("--at", `${slider.value}%`);
  const was = pair.querySelector(".was img");
  const fit = () => pair.style.setProperty("--high", `${was.clientHeight}px`);
  was.addEventListener("load", fit);
  window.addEventListener("resize", fit);
  slider.addEventListener("input", show);
  pair.classList.add("laid-together");
  slider.closest("[hidden]")?.removeAttribute("hidden");
  show();
  fit();
}
