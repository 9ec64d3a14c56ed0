// The documented interface of Didomi: its two queues, and the status of its visitor.
const ids = ["personalization", "analytics"];
let kept = JSON.parse(localStorage.getItem("didomi_stand_in"));

const Didomi = {
  isConsentRequired: () => true,
  shouldUserStatusBeCollected: () => kept === null,
  // A purpose that nobody chose is reported like one that was refused.
  getCurrentUserStatus: () => ({
    regulation: "GDPR",
    purposes: Object.fromEntries(ids.map((id) => [id, { id, enabled: kept === true }])),
    vendors: {},
  }),
};

function choose(isYes) {
  kept = isYes;
  localStorage.setItem("didomi_stand_in", isYes);
  for (const { event, listener } of window.didomiEventListeners)
    if (event === "consent.changed") listener({ action: "click" });
}

window.Didomi = Didomi;
window.didomiEventListeners = window.didomiEventListeners ?? [];
const waiting = Array.isArray(window.didomiOnReady) ? window.didomiOnReady : [];
window.didomiOnReady = { push: (ready) => ready(Didomi) };
for (const ready of waiting) ready(Didomi);
window.visitor = { agree: () => choose(true), refuse: () => choose(false) };
