import type { Standard } from "./standard.ts";

const pricing = { path: { startsWith: "/pricing" } } as const;

/** What somebody did on this device: `page_view` is counted by itself, the others where a page tracks them. */
export const behavior: Standard = {
  summary: "behavior and intent: page views, downloads, a score that fades, silence",
  properties: {},
  segments: {
    "reads-pricing": {
      name: "Keeps reading pricing",
      input: "behavior",
      purpose: "Offer help with a decision while it is being made",
      when: { event: "page_view", where: pricing, atLeast: 3, within: "7d" },
      reportAs: "Reads pricing",
      tests: [
        {
          name: "three visits in a week",
          visitor: {
            events: [
              { event: "page_view", path: "/pricing", ago: "5d" },
              { event: "page_view", path: "/pricing/teams", ago: "2d" },
              { event: "page_view", path: "/pricing", ago: "1h" },
            ],
          },
          expect: "yes",
        },
        {
          name: "one visit, and two of long ago",
          visitor: {
            events: [
              { event: "page_view", path: "/pricing", ago: "60d" },
              { event: "page_view", path: "/pricing", ago: "50d" },
              { event: "page_view", path: "/pricing", ago: "1h" },
            ],
          },
          expect: "no",
        },
        {
          name: "somebody who did not agree",
          visitor: { consent: { behavior: "closed" } },
          expect: "unknown",
        },
      ],
    },
    downloaded: {
      name: "Downloaded, then came back",
      input: "behavior",
      purpose: "Go on from what was read",
      when: {
        event: "download",
        within: "30d",
        then: { event: "page_view", within: "14d" },
      },
      reportAs: "Downloaded",
      tests: [
        {
          name: "back after two days",
          visitor: {
            events: [
              { event: "download", ago: "5d" },
              { event: "page_view", path: "/", ago: "3d" },
            ],
          },
          expect: "yes",
        },
        { name: "never back", visitor: { events: [{ event: "download", ago: "5d" }] }, expect: "no" },
      ],
    },
    "high-intent": {
      name: "High intent",
      input: "behavior",
      purpose: "Ask for a conversation when it is welcome",
      when: {
        score: [
          { event: "page_view", where: pricing, weight: 3, halfLife: "7d" },
          { event: "download", weight: 5, halfLife: "14d" },
          { event: "form_started", weight: 8, halfLife: "14d" },
        ],
        gte: 10,
      },
      reportAs: "High intent",
      tests: [
        {
          name: "a form begun and pricing read today",
          visitor: {
            events: [
              { event: "form_started", ago: "1h" },
              { event: "page_view", path: "/pricing", ago: "1h" },
            ],
          },
          expect: "yes",
        },
        {
          name: "the same two months ago",
          visitor: {
            events: [
              { event: "form_started", ago: "60d" },
              { event: "page_view", path: "/pricing", ago: "60d" },
            ],
          },
          expect: "no",
        },
      ],
    },
    "gone-quiet": {
      name: "Came often, then stopped",
      input: "behavior",
      purpose: "Say what is new since",
      when: {
        all: [
          { event: "page_view", everWithin: "7d", atLeast: 3 },
          { event: "page_view", where: pricing, notWithin: "30d" },
        ],
      },
      reportAs: "Gone quiet",
      tests: [
        {
          name: "three visits two months ago",
          visitor: {
            events: [
              { event: "page_view", path: "/pricing", ago: "62d" },
              { event: "page_view", path: "/", ago: "61d" },
              { event: "page_view", path: "/", ago: "60d" },
            ],
          },
          expect: "yes",
        },
        {
          name: "somebody new",
          visitor: { events: [{ event: "page_view", path: "/", ago: "1m" }] },
          expect: "no",
        },
      ],
    },
  },
};
