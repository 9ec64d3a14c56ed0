// The documented interface of Shopify's Customer Privacy API: loaded when a reader asks for it.
let kept = JSON.parse(localStorage.getItem("shopify_stand_in")) ?? "";

const customerPrivacy = {
  // Settings of a shop that limits nothing: allowed before anybody was asked.
  preferencesProcessingAllowed: () => true,
  analyticsProcessingAllowed: () => true,
  marketingAllowed: () => true,
  saleOfDataAllowed: () => true,
  shouldShowBanner: () => false,
  currentVisitorConsent: () => ({ marketing: kept, analytics: kept, preferences: kept, sale_of_data: "" }),
};

function choose(answer) {
  kept = answer;
  localStorage.setItem("shopify_stand_in", JSON.stringify(answer));
  const isAllowed = answer === "yes";
  const detail = { preferencesAllowed: isAllowed, analyticsAllowed: isAllowed, marketingAllowed: isAllowed };
  document.dispatchEvent(new CustomEvent("visitorConsentCollected", { detail }));
}

window.Shopify = {
  loadFeatures(features, loaded) {
    if (features[0].name !== "consent-tracking-api") return;
    window.setTimeout(() => {
      window.Shopify.customerPrivacy = customerPrivacy;
      loaded();
    });
  },
};
window.visitor = { agree: () => choose("yes"), refuse: () => choose("no") };
