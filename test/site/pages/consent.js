// The site's consent manager: https://cookieconsent.orestbida.com, version 3.1.

// It writes its texts with innerHTML. Under Trusted Types that needs a default policy, and this one lets
// pass what it writes here and nothing else: plain text, and the icons it draws itself.
const ICON = /^<svg viewBox="0 0 24 24" stroke-width="[\d.]+"><path d="[^"<>]*"\/?>(<\/path>)?<\/svg>$/;
try {
  window.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (html.includes("<") && !ICON.test(html) ? null : html),
  });
} catch {
  // A page that allows no policy cannot open the dialog; a choice made before still counts.
}

window.CookieConsent.run({
  mode: "opt-in",
  // The demonstration is driven by automated browsers, which count as bots.
  hideFromBots: false,
  guiOptions: {
    consentModal: { layout: "cloud inline", position: "bottom center", equalWeightButtons: true },
    preferencesModal: { layout: "box", equalWeightButtons: true },
  },
  categories: {
    necessary: { enabled: true, readOnly: true },
    functional: {},
    personalization: {},
    analytics: {},
  },
  language: {
    default: "en",
    translations: {
      en: {
        consentModal: {
          title: "Shall we recognise you?",
          description:
            "If you agree, this site remembers you, shows what fits your role and your company, and counts what helped. If not, you see the same pages as everybody else.",
          acceptAllBtn: "Agree to all",
          acceptNecessaryBtn: "Necessary only",
          showPreferencesBtn: "Choose one by one",
        },
        preferencesModal: {
          title: "Privacy choices",
          acceptAllBtn: "Agree to all",
          acceptNecessaryBtn: "Necessary only",
          savePreferencesBtn: "Save my choice",
          closeIconLabel: "Close",
          sections: [
            {
              title: "You decide, and can change it at any time",
              description:
                "Each choice stands for itself. Whatever you withdraw here is forgotten on this device at once.",
            },
            {
              title: "Necessary",
              description: "Signing in and remembering this choice. Without it the site does not work.",
              linkedCategory: "necessary",
            },
            {
              title: "Functional",
              description: "Keeps on this device what makes the next visit quicker.",
              linkedCategory: "functional",
            },
            {
              title: "Personalisation",
              description:
                "Shows what fits you: from the pages you read here and, if you sign in, from what we know as your supplier.",
              linkedCategory: "personalization",
            },
            {
              title: "Analytics",
              description: "Counts which content was shown and what it led to. No other company receives it.",
              linkedCategory: "analytics",
            },
          ],
        },
      },
    },
  },
});
