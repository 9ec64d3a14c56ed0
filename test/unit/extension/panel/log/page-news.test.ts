import { describe, expect, it } from "vitest";
import { EMPTY, noted } from "../../../../../extension/panel/log/log.ts";
import { newsOf } from "../../../../../extension/panel/log/page-news.ts";
import { gatesAll } from "../../../../../shared/consent/gates.ts";
import type { PageState } from "../../../../../shared/protocol/messages.ts";
import type { Preview } from "../../../../../shared/protocol/preview.ts";
import { agreedToAll, agreedToNothing, NOW, page } from "../../../findings/page.ts";

type SeenPage = Extract<PageState, { is: "seen" }>;
type Part = Parameters<typeof page>[0];

const decision = { slot: "hero", outcome: "variation", shown: { variation: "for-cfo" }, candidates: [] };

function seen(loaded: number, part: Partial<Part> = {}, preview?: Preview): SeenPage {
  const { observation } = page({ slots: [], ...part, claim: { decisions: [decision] as never } });
  const watched = { ...observation.watched, at: loaded + 1 };
  return { is: "seen", observation: { ...observation, watched }, loaded, ...(preview && { preview }) };
}

const loading: PageState = { is: "loading" };
const preview = { label: "CFOs", gates: gatesAll("open") } as Preview;

describe("what is new in how a page stands", () => {
  it("is that it was loaded, and what it decided before anybody could hear it", () => {
    expect(newsOf(loading, seen(5), EMPTY, NOW)).toEqual([
      { is: "page", at: 5, path: "/", as: undefined },
      { is: "decision", at: 6, slot: "hero", outcome: "variation", variation: "for-cfo" },
    ]);
  });

  it("is what a page decided also where the page before was heard of only once this one had begun", () => {
    const late = newsOf(loading, seen(5), EMPTY, 8);
    const next = newsOf(seen(5), seen(7), noted(EMPTY, late), 9);
    expect(next.map(({ is, at }) => `${is} ${at}`)).toEqual(["page 7", "decision 8"]);
  });

  it("is not what the page told meanwhile itself", () => {
    const heard = noted(EMPTY, [{ is: "decision", at: 6, slot: "hero", outcome: "default" }]);
    expect(newsOf(loading, seen(5), heard, NOW).map(({ is }) => is)).toEqual(["page"]);
  });

  it("is nothing where the same page reports again", () => {
    expect(newsOf(seen(5), seen(5), EMPTY, NOW)).toEqual([]);
  });

  it("is a change of consent, as the extension itself reads it", () => {
    const before = seen(5, { consent: [agreedToNothing], claimed: [agreedToAll] });
    const after = seen(5, { consent: [agreedToAll], claimed: [agreedToAll] });
    const [news] = newsOf(before, after, EMPTY, NOW);
    expect(news).toMatchObject({ is: "consent", at: NOW });
    expect(news && "changes" in news && news.changes.map(({ gate, state }) => `${gate} ${state}`)).toEqual([
      "storage open",
      "behavior open",
      "crm open",
      "measurement open",
    ]);
  });

  it("is no change of consent where somebody else is previewed", () => {
    const before = seen(5, { consent: [agreedToNothing] });
    expect(newsOf(before, seen(5, {}, preview), EMPTY, NOW)).toEqual([]);
    expect(newsOf(before, seen(6, {}, preview), EMPTY, NOW)[0]).toMatchObject({ is: "page", as: "CFOs" });
  });

  it("is nothing while the page is not seen", () => {
    expect(newsOf(seen(5), loading, EMPTY, NOW)).toEqual([]);
  });
});
