import { ofContact, ofPage, PLACEHOLDERS, type Standard } from "./standard.ts";

/** What somebody agreed to and asked for: an objection, and how and in what language to be reached. */
export const consent: Standard = {
  summary: "consent and preference: objection, channel, frequency, language",
  properties: {
    webPersonalizationOptOut: ofContact({
      input: "consent",
      type: "boolean",
      label: "Objected to personalization",
    }),
    preferredChannels: ofContact({
      input: "preference",
      type: "list",
      label: "Preferred channels",
      values: ["email", "phone", "chat", "post"],
      labels: { email: "Email", phone: "Phone", chat: "Chat", post: "Post" },
    }),
    mailFrequency: ofContact({
      input: "preference",
      type: "enum",
      label: "Mail frequency",
      values: ["daily", "weekly", "monthly", "never"],
      labels: { daily: "Daily", weekly: "Weekly", monthly: "Monthly", never: "Never" },
      missing: PLACEHOLDERS,
    }),
    preferredLanguage: ofContact({
      input: "preference",
      type: "text",
      label: "Preferred language",
      compare: "case",
      missing: PLACEHOLDERS,
    }),
    language: ofPage("language", {
      input: "preference",
      type: "text",
      label: "Browser language",
      compare: "case",
    }),
  },
  segments: {
    "rather-no-calls": {
      name: "Rather no calls",
      input: "preference",
      purpose: "Offer a chat or a mail in place of a call",
      when: {
        all: [
          { property: "preferredChannels", containsNone: ["phone"], whenUnknown: "no" },
          { property: "preferredChannels", containsAny: ["email", "chat"] },
        ],
      },
      reportAs: "Rather no calls",
      tests: [
        { name: "chat only", visitor: { properties: { preferredChannels: ["chat"] } }, expect: "yes" },
        {
          name: "phone too",
          visitor: { properties: { preferredChannels: ["chat", "phone"] } },
          expect: "no",
        },
        { name: "somebody who never said", visitor: { identified: true }, expect: "no" },
      ],
    },
    "seldom-mail": {
      name: "Wants mail seldom",
      input: "preference",
      purpose: "Ask for no subscription that was declined already",
      when: { property: "mailFrequency", in: ["monthly", "never"] },
      reportAs: "Seldom mail",
      tests: [
        { name: "never", visitor: { properties: { mailFrequency: "never" } }, expect: "yes" },
        { name: "daily", visitor: { properties: { mailFrequency: "daily" } }, expect: "no" },
      ],
    },
    "reads-german": {
      name: "Reads German",
      input: "preference",
      purpose: "Point to what there is in German",
      when: {
        any: [
          { property: "preferredLanguage", startsWith: "de" },
          {
            all: [
              { not: { property: "preferredLanguage", known: true, whenUnknown: "no" } },
              { property: "language", startsWith: "de" },
            ],
          },
        ],
      },
      reportAs: "German",
      tests: [
        { name: "as was said", visitor: { properties: { preferredLanguage: "de-AT" } }, expect: "yes" },
        {
          name: "by the browser",
          visitor: { identified: false, properties: { language: "de-DE" } },
          expect: "yes",
        },
        {
          name: "English was asked for, on a German browser",
          visitor: { properties: { preferredLanguage: "en", language: "de-DE" } },
          expect: "no",
        },
      ],
    },
  },
  objection: { property: "webPersonalizationOptOut", is: true },
};
