import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isSame,
  type KeptVisitors,
  NOBODY_KEPT,
  readVisitors,
  renamed,
  without,
  withRecent,
  withSaved,
} from "../../../../extension/panel/visitors/visitors.ts";
import type { Choice } from "../../../../shared/protocol/choice.ts";
import { choices } from "../../protocol/choices.ts";

const of = (segment: string): Choice => ({ segment, also: [], withoutConsent: false });
const names = ({ saved }: KeptVisitors) => saved.map(({ name }) => name);
const recent = (kept: KeptVisitors) => kept.recent.map(({ segment }) => segment);

describe("visitors that are kept", () => {
  it("are the same after being written and read back", () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 4 }), (some) => {
        let kept = NOBODY_KEPT;
        for (const [at, choice] of some.entries())
          kept = withRecent(withSaved(kept, `Visitor ${at}`, choice), choice);
        expect(readVisitors(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
  });

  it("are read whatever stands there: what cannot be understood is left out, and the rest stays", () => {
    const saved = [{ name: "Ines", choice: of("cfo") }, { name: "", choice: of("cfo") }, { name: "x" }, null];
    expect(readVisitors({ saved, recent: ["?", of("cfo")] })).toEqual({
      saved: [{ name: "Ines", choice: of("cfo") }],
      recent: [of("cfo")],
    });
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, other) => {
        expect(readVisitors(one)).toMatchObject({ saved: expect.any(Array) });
        expect(readVisitors({ saved: other, recent: other })).toMatchObject({ recent: expect.any(Array) });
      }),
    );
  });

  it("are the last five, each once, the newest first", () => {
    const kept = ["a", "b", "c", "d", "e", "f", "c"].reduce(
      (before, segment) => withRecent(before, of(segment)),
      NOBODY_KEPT,
    );
    expect(recent(kept)).toEqual(["c", "f", "e", "d", "b"]);
  });

  it("are whom was arrived at, not every step on the way there", () => {
    const step = (value: string): Choice => ({ ...of("cfo"), changes: { properties: { persona: value } } });
    const kept = [step("a"), step("b"), step("c")].reduce<[KeptVisitors, Choice]>(
      ([all, before], next) => [withRecent(all, next, before), next],
      [withRecent(NOBODY_KEPT, of("cfo")), of("cfo")],
    );
    expect(kept[0].recent).toEqual([step("c"), of("cfo")]);
  });

  it("are the same in whatever order they were put together", () => {
    const one: Choice = { ...of("cfo"), changes: { properties: { a: 1, b: ["x"] } } };
    const other = {
      changes: { properties: { b: ["x"], a: 1 } },
      withoutConsent: false,
      also: [],
      segment: "cfo",
    };
    expect(isSame(one, other)).toBe(true);
    expect(isSame(one, { ...other, changes: { properties: { a: 1, b: ["y"] } } })).toBe(false);
    expect(isSame({ ...one, sample: undefined }, one)).toBe(true);
    expect(isSame(one, undefined)).toBe(false);
  });

  it("have one name each: saving under it again replaces, an empty one does nothing", () => {
    const kept = withSaved(withSaved(NOBODY_KEPT, " Ines ", of("cfo")), "Ines", of("customer"));
    expect(kept.saved).toEqual([{ name: "Ines", choice: of("customer") }]);
    expect(withSaved(kept, "  ", of("cfo"))).toBe(kept);
  });

  it("are renamed in their place, and let go", () => {
    const kept = withSaved(withSaved(NOBODY_KEPT, "Ines", of("cfo")), "Tomasz", of("it"));
    expect(names(renamed(kept, "Ines", "Ines, later"))).toEqual(["Ines, later", "Tomasz"]);
    expect(names(renamed(kept, "Ines", "Tomasz"))).toEqual(["Tomasz"]);
    expect(renamed(kept, "Ines", "Tomasz").saved[0]?.choice).toEqual(of("cfo"));
    expect(renamed(kept, "Ines", "")).toBe(kept);
    expect(names(without(kept, "Ines"))).toEqual(["Tomasz"]);
  });
});
