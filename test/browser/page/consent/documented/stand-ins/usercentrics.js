// The documented interface of Usercentrics 3: a promise of the consent details, and events on the window.
let kept = JSON.parse(localStorage.getItem("usercentrics_stand_in"));

window.__ucCmp = {
  isInitialized: async () => true,
  isConsentRequired: async () => true,
  getConsentDetails: async () => {
    const type = kept === null ? "IMPLICIT" : "EXPLICIT";
    const given = kept !== false;
    const service = (category) => ({ name: category, category, essential: false, consent: { given, type } });
    return {
      consent: {
        required: true,
        status: given ? "ALL_ACCEPTED" : "ALL_DENIED",
        type,
        serviceIds: ["a", "b"],
      },
      services: { a: service("functional"), b: service("marketing") },
      categories: {},
    };
  },
};

function choose(isYes) {
  kept = isYes;
  localStorage.setItem("usercentrics_stand_in", isYes);
  window.dispatchEvent(new CustomEvent("UC_CONSENT"));
  window.dispatchEvent(new CustomEvent("UC_UI_CMP_EVENT", { detail: { type: "SAVE" } }));
}

window.visitor = { agree: () => choose(true), refuse: () => choose(false) };
window.dispatchEvent(new Event("UC_UI_INITIALIZED"));
