// The documented interface of the WP Consent API: its cookies, the type of consent, and its events.
const categories = ["functional", "preferences", "statistics", "marketing"];
const cookie = (category) => new RegExp(`wp_consent_${category}=(\\w+)`).exec(document.cookie)?.[1];

// As in the plugin: without a type, and where one has to opt out, there is consent until somebody objects.
window.wp_has_consent = (category) =>
  window.wp_consent_type === undefined ||
  (cookie(category) ?? (window.wp_consent_type === "optout" ? "allow" : "deny")) === "allow";

window.wp_set_consent = (category, answer) => {
  // biome-ignore lint/suspicious/noDocumentCookie: it is where the manager keeps it.
  document.cookie = `wp_consent_${category}=${answer}; path=/`;
  const detail = { [category]: answer };
  document.dispatchEvent(new CustomEvent("wp_listen_for_consent_change", { detail }));
};

function choose(answer) {
  for (const category of categories) window.wp_set_consent(category, answer);
}

window.visitor = { agree: () => choose("allow"), refuse: () => choose("deny") };
window.wp_consent_type = "optin";
document.dispatchEvent(new CustomEvent("wp_consent_type_defined"));
