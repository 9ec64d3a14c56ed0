// The documented interface of OneTrust: its two cookies, its globals and its event.
const kept = new URLSearchParams(/OptanonConsent=([^;]*)/.exec(document.cookie)?.[1]).get("groups");
const isClosed = () => document.cookie.includes("OptanonAlertBoxClosed=");
let groups = kept ? Object.fromEntries(kept.split(",").map((one) => one.split(":"))) : choice("0");

function choice(answer) {
  return { C0001: "1", C0002: answer, C0003: answer, C0004: answer };
}

function tell() {
  const active = Object.keys(groups).filter((id) => groups[id] === "1");
  const all = Object.entries(groups).map((one) => one.join(":"));
  const cookie = new URLSearchParams({ isGpcEnabled: "0", interactionCount: "1", groups: all.join(",") });
  // biome-ignore lint/suspicious/noDocumentCookie: it is where the manager keeps it.
  document.cookie = `OptanonConsent=${cookie}; path=/`;
  window.OnetrustActiveGroups = `,${active.join(",")},`;
  window.OptanonActiveGroups = window.OnetrustActiveGroups;
  window.dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail: active }));
}

function choose(answer) {
  groups = choice(answer);
  // biome-ignore lint/suspicious/noDocumentCookie: it is where the manager keeps it.
  document.cookie = `OptanonAlertBoxClosed=${new Date().toISOString()}; path=/`;
  tell();
}

window.OneTrust = {
  IsAlertBoxClosed: isClosed,
  GetDomainData: () => ({ ShowAlertNotice: true, ConsentModel: { Name: "opt-in" } }),
  OnConsentChanged() {},
};
window.visitor = { agree: () => choose("1"), refuse: () => choose("0") };
tell();
