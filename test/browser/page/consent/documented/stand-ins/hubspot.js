// The documented interface of HubSpot's banner: its cookie, and listeners in the queue `_hsp`.
const kept = /__hs_cookie_cat_pref=([^;]*)/.exec(document.cookie)?.[1];
const listeners = [];
let consent = kept && said(kept.includes("true"));

function said(isYes) {
  return {
    allowed: isYes,
    categories: { necessary: true, analytics: isYes, advertisement: isYes, functionality: isYes },
  };
}

function choose(isYes) {
  consent = said(isYes);
  for (const listener of listeners) listener(consent);
  // It says so before it keeps it, which nobody forbids.
  // biome-ignore lint/suspicious/noDocumentCookie: it is where the manager keeps it.
  document.cookie = `__hs_cookie_cat_pref=1:${isYes},2:${isYes},3:${isYes}; path=/`;
}

function run([command, listener]) {
  if (command !== "addPrivacyConsentListener") return;
  listeners.push(listener);
  if (consent) listener(consent);
}

const waiting = Array.isArray(window._hsp) ? window._hsp : [];
window._hsp = { push: run };
waiting.forEach(run);
window.visitor = { agree: () => choose(true), refuse: () => choose(false) };
