// The documented interface of Osano: `Osano.cm`, its listeners, and what was queued before it was there.
const listeners = {
  "osano-cm-initialized": [],
  "osano-cm-consent-saved": [],
  "osano-cm-consent-changed": [],
};
const queued = window.Osano?.data ?? [];
let kept = JSON.parse(localStorage.getItem("osano_stand_in"));

const said = (answer) => ({
  ESSENTIAL: "ACCEPT",
  STORAGE: answer,
  MARKETING: answer,
  PERSONALIZATION: answer,
  ANALYTICS: answer,
  OPT_OUT: "DENY",
});

const cm = {
  mode: "production",
  // What it returns before a choice are defaults.
  getConsent: () => kept ?? said("ACCEPT"),
  addEventListener(event, listener) {
    listeners[event]?.push(listener);
    if (event === "osano-cm-initialized") listener(kept ?? undefined);
  },
  removeEventListener(event, listener) {
    listeners[event] = listeners[event]?.filter((one) => one !== listener);
  },
};

function choose(answer) {
  kept = said(answer);
  localStorage.setItem("osano_stand_in", JSON.stringify(kept));
  for (const listener of listeners["osano-cm-consent-saved"]) listener(kept);
}

window.Osano = Object.assign(() => {}, { cm });
window.visitor = {
  agree: () => choose("ACCEPT"),
  refuse: () => choose("DENY"),
  // Moves a switch and saves nothing.
  toggle: () => {
    for (const listener of listeners["osano-cm-consent-changed"]) listener({ PERSONALIZATION: "ACCEPT" });
  },
  listeners: () => Object.values(listeners).flat().length,
};
for (const [event, listener] of queued) if (event === "onInitialized") listener(kept ?? undefined);
