// Reads a place aloud with a voice of the device, if it has one for the page's language.
"use strict";

const guideVoice = ({ words, byId }) => {
  const language = document.documentElement.lang;
  const speech = window.speechSynthesis;
  const WAIT_MS = 1500; // browsers load their list of voices after the page
  let byItself = false;
  let reading = null;

  // Elements left out of what is read: buttons, links and what is said elsewhere.
  function text(item) {
    const parts = item.querySelectorAll("h2, .story > p, .story details p");
    return [...parts].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(". ");
  }

  async function voice() {
    if (!speech) return null;
    const ours = () => speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(language)) || null;
    if (!speech.getVoices().length) {
      await new Promise((done) => {
        speech.addEventListener("voiceschanged", done, { once: true });
        setTimeout(done, WAIT_MS);
      });
    }
    return ours();
  }

  async function read(item) {
    const chosen = await voice();
    if (!chosen) {
      byId("voice-said").textContent = words.noVoice;
      const said = item.querySelector(".voice-missing") || document.createElement("span");
      said.className = "voice-missing doubt";
      said.setAttribute("role", "status");
      said.textContent = words.noVoice;
      item.querySelector(".aloud")?.append(said);
      return false;
    }
    stop();
    const spoken = new SpeechSynthesisUtterance(text(item));
    spoken.voice = chosen;
    spoken.lang = chosen.lang;
    spoken.onend = spoken.onerror = () => label(item, words.read);
    reading = item;
    label(item, words.stopReading);
    speech.speak(spoken);
    return true;
  }

  function stop() {
    if (speech) speech.cancel();
    if (reading) label(reading, words.read);
    reading = null;
  }

  function label(item, said) {
    const button = item.querySelector("[data-read]");
    if (button) button.textContent = said;
    if (said === words.read && reading === item) reading = null;
  }

  for (const button of document.querySelectorAll("[data-read]")) {
    button.parentElement.hidden = false;
    const item = button.closest(".station");
    button.addEventListener("click", () => (reading === item ? stop() : read(item)));
  }

  byId("voice-on").addEventListener("click", async () => {
    byItself = !byItself;
    if (byItself && !(await voice())) {
      byItself = false;
      byId("voice-said").textContent = words.noVoice;
    } else {
      byId("voice-said").textContent = byItself ? words.voiceOn : words.voiceOff;
    }
    byId("voice-on").setAttribute("aria-pressed", String(byItself));
  });

  return {
    show(item) {
      if (reading && reading !== item) stop();
    },
    near(item) {
      if (byItself && reading !== item) read(item);
    },
  };
};
