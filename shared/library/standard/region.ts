import { ofPage, type Standard } from "./standard.ts";

/** Where somebody is, as the page's server says: needs no consent. */
export const region: Standard = {
  summary: "region: the country that the page's server says",
  properties: { country: ofPage("country", { input: "region", type: "text", label: "Country" }) },
  segments: {
    dach: {
      name: "Germany, Austria, Switzerland",
      input: "region",
      purpose: "Show local customers and events",
      when: { property: "country", in: ["DE", "AT", "CH"] },
      reportAs: "DACH",
      tests: [
        { name: "Austria", visitor: { properties: { country: "AT" } }, expect: "yes" },
        { name: "France", visitor: { properties: { country: "FR" } }, expect: "no" },
      ],
    },
    "north-america": {
      name: "United States and Canada",
      input: "region",
      purpose: "Show local customers and events",
      when: { property: "country", in: ["US", "CA"] },
      reportAs: "North America",
      tests: [
        { name: "Canada", visitor: { properties: { country: "CA" } }, expect: "yes" },
        { name: "Mexico", visitor: { properties: { country: "MX" } }, expect: "no" },
      ],
    },
  },
};
