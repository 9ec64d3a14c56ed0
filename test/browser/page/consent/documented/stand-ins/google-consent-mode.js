// Consent mode as it is documented to be written: Google's snippet, and a banner that updates it.
const types = ["ad_storage", "functionality_storage", "personalization_storage", "analytics_storage"];
const all = (answer) => Object.fromEntries(types.map((type) => [type, answer]));

window.dataLayer = window.dataLayer || [];
window.gtag = function gtag() {
  // biome-ignore lint/complexity/noArguments: the snippet pushes them, and Google tells commands by that.
  window.dataLayer.push(arguments);
};
window.gtag("consent", "default", { ...all("denied"), wait_for_update: 500 });
window.gtag("js", new Date());

function choose(answer) {
  localStorage.setItem("banner_stand_in", answer);
  window.gtag("consent", "update", all(answer));
}

window.visitor = { agree: () => choose("granted"), refuse: () => choose("denied") };
const kept = localStorage.getItem("banner_stand_in");
if (kept) choose(kept);
