// The documented interface of Cookiebot: its cookie, `window.Cookiebot` and its events.
const kept = decodeURIComponent(/(?:^|; )CookieConsent=([^;]*)/.exec(document.cookie)?.[1] ?? "");
const consent = { necessary: true, preferences: false, statistics: false, marketing: false, method: null };
const Cookiebot = { consent, consented: false, declined: false, hasResponse: false, doNotTrack: false };
window.Cookiebot = Cookiebot;

function answer(isYes) {
  Object.assign(consent, { preferences: isYes, statistics: isYes, marketing: isYes, method: "explicit" });
  Object.assign(Cookiebot, { consented: isYes, declined: !isYes, hasResponse: true });
  const { method, ...categories } = consent;
  const said = Object.entries(categories).map((one) => one.join(":"));
  const cookie = `{stamp:'q1w2e3==',${said},method:'${method}',ver:1,utc:1764000000000,region:'de'}`;
  // biome-ignore lint/suspicious/noDocumentCookie: it is where the manager keeps it.
  document.cookie = `CookieConsent=${encodeURIComponent(cookie)}; path=/`;
}

function choose(isYes) {
  answer(isYes);
  window.dispatchEvent(new Event("CookiebotOnConsentReady"));
  window.dispatchEvent(new Event(isYes ? "CookiebotOnAccept" : "CookiebotOnDecline"));
}

// It reads its cookie only after its script has been loaded, and others with it.
window.setTimeout(() => {
  if (kept) choose(kept.includes("preferences:true"));
  else window.dispatchEvent(new Event("CookiebotOnDialogDisplay"));
  window.visitor = { agree: () => choose(true), refuse: () => choose(false) };
}, 50);
