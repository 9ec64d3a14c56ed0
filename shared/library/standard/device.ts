import { ofPage, type Standard } from "./standard.ts";

/** What the page is looked at with: by the width of the window. */
export const device: Standard = {
  summary: "device: phone or desktop, by the width of the window",
  properties: {
    device: ofPage("device", {
      input: "eligibility",
      type: "enum",
      label: "Device",
      values: ["phone", "desktop"],
      labels: { phone: "Phone", desktop: "Desktop" },
    }),
  },
  segments: {
    "on-a-phone": {
      name: "On a phone",
      input: "eligibility",
      purpose: "Ask for a call or a mail, not for an hour of work",
      when: { property: "device", is: "phone" },
      reportAs: "Phone",
      tests: [
        { name: "a phone", visitor: { properties: { device: "phone" } }, expect: "yes" },
        { name: "a desktop", visitor: { properties: { device: "desktop" } }, expect: "no" },
      ],
    },
  },
};
