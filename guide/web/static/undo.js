// The way back from a change of a tour: a change is an address, so the one before is too.
"use strict";

(() => {
  const link = document.getElementById("undo");
  const before = document.referrer ? new URL(document.referrer) : null;
  const isChange = before && before.origin === location.origin && before.pathname === location.pathname && before.search !== location.search;
  if (!link || !isChange) return;
  link.href = before.href;
  link.hidden = false;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    history.back();
  });
})();
