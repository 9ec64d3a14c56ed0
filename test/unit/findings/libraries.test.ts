import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/engine/decide.ts";
import { ABSENT, type Fact, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import { find } from "../../../shared/findings/find.ts";
import type { Library } from "../../../shared/library/library.ts";
import { factsOfVisitor } from "../../../shared/library/person.ts";
import type { StandardName } from "../../../shared/library/standard/list.ts";
import { startingLibrary } from "../../../shared/library/standard/starting-library.ts";
import type { Visitor } from "../../../shared/library/visitor.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import { seenByPage } from "../../../shared/manifest/seen.ts";
import type { Inspection } from "../../../shared/protocol/inspection.ts";
import { type Contact, SAMPLE_CONTACTS } from "../../site/sample-contacts.ts";
import { element, NOW, page } from "./page.ts";

/** Everything that is found on a page whose slots show exactly what was decided. */
const findsIn = (library: Library) => {
  const { manifest, memberships } = publish(library);
  return (visitor: Facts, slots: readonly string[], isIdentified: boolean): readonly string[] => {
    const facts = { ...seenByPage(visitor, library, memberships), objected: visitor.objected };
    const decisions = slots.map((slot) => decide(manifest, slot, facts));
    const observed = decisions.map(({ slot, outcome, shown }) =>
      element(slot, { outcome, ...(shown && { shown: shown.variation }) }),
    );
    const asOf = "2026-11-24T11:00:00Z";
    const claim = {
      manifest,
      decisions: structuredClone(decisions) as Inspection["decisions"],
      visitor: isIdentified ? { identified: true, asOf } : { identified: false },
    };
    return [undefined, library].flatMap((known) =>
      find(page({ slots: observed, facts, claim, ...(known && { library: known }) })).map(
        ({ id, slot = "page" }) => `${id}: ${slot}`,
      ),
    );
  };
};

describe("the demonstration", () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const library: Library = JSON.parse(read("../../site/library.json"));
  const everybody: readonly Contact[] = read("../../site/contacts.ndjson")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const foundFor = findsIn(library);
  const pages = ["/", "/pricing", "/product", "/customers", "/resources"];

  const slotsOf = (path: string) =>
    Object.entries(library.slots).flatMap(([id, slot]) =>
      slot.pages.some((one) => one === path || (one.endsWith("*") && path.startsWith(one.slice(0, -1))))
        ? [id]
        : [],
    );

  function factsOf(contact: Contact | undefined, country: Fact): Facts {
    const values = { ...contact?.contact, ...contact?.company, ...contact?.deal } as Record<string, never>;
    const fact = (id: string, from: string): Fact =>
      id === "country"
        ? country
        : from !== "crm" || !contact
          ? ABSENT
          : Object.hasOwn(values, id)
            ? known(values[id] as never)
            : unknown("missing");
    return {
      properties: Object.fromEntries(
        Object.entries(library.properties).map(([id, { from }]) => [id, fact(id, from)]),
      ),
      memberships: {},
      events: [],
      now: NOW,
      objected: contact?.contact.webPersonalizationOptOut === true,
    };
  }

  it.each<readonly [string, Contact | undefined]>([
    ["nobody known", undefined],
    ...SAMPLE_CONTACTS.map((contact) => [contact.id, contact] as const),
    ...everybody.filter((_, index) => index % 40 === 9).map((contact) => [contact.id, contact] as const),
  ])("has nothing wrong for %s", (_, contact) => {
    for (const country of [known("DE"), known("RU"), unknown("missing")])
      for (const path of pages)
        expect([path, ...foundFor(factsOf(contact, country), slotsOf(path), contact !== undefined)]).toEqual([
          path,
        ]);
  });
});

describe("a library to start from", () => {
  const given = { name: "Northwind", owner: "web@northwind.example", now: NOW };

  /** Of somebody whom nobody knows, and of everybody who is in a segment by its tests. */
  function foundFor(inputs: readonly StandardName[]) {
    const library = startingLibrary({ ...given, inputs });
    const foundIn = findsIn(library);
    const isIn = Object.values(library.segments).flatMap(({ tests }) =>
      tests.flatMap(({ visitor, expect: is }) => (is === "yes" ? [visitor] : [])),
    );
    const found = [{ identified: false }, ...isIn].flatMap((visitor: Visitor) => {
      const { facts } = factsOfVisitor(visitor, library, NOW);
      return foundIn(facts, ["hero"], visitor.identified !== false);
    });
    return [...new Set(found)];
  }

  // What a library lacks that was begun with one kind of input only: these are true of it.
  const NO_CUSTOMERS = "customers-not-kept-out: page";
  const GENERIC = "generic-content: hero";
  const INCOMPLETE = "incomplete-properties: hero";
  // Of somebody in one segment it is not said what another asks for: true of them, too.
  it.each<[StandardName, readonly string[]]>([
    ["lifecycle", []],
    ["persona", [NO_CUSTOMERS]],
    ["behavior", [NO_CUSTOMERS]],
    ["fit", [NO_CUSTOMERS, INCOMPLETE]],
    ["deal", [NO_CUSTOMERS]],
    ["consent", [NO_CUSTOMERS, GENERIC]],
    ["region", [NO_CUSTOMERS, GENERIC]],
    ["source", [NO_CUSTOMERS]],
    ["interest", [NO_CUSTOMERS]],
    ["device", [NO_CUSTOMERS, GENERIC]],
    ["query", [NO_CUSTOMERS]],
  ])("lacks only what it truly lacks, with %s alone", (name, lacking) => {
    expect(foundFor([name])).toEqual(lacking);
  });

  it.each<[string, Visitor]>([
    ["nobody known", { identified: false }],
    ["a subscriber", { properties: { lifecycleStage: "subscriber" } }],
    ["an opportunity", { properties: { lifecycleStage: "opportunity" } }],
    ["a customer", { properties: { lifecycleStage: "customer" } }],
  ])("has nothing wrong with everything in it, for %s", (_, visitor) => {
    const library = startingLibrary(given);
    const { facts } = factsOfVisitor(visitor, library, NOW);
    expect(findsIn(library)(facts, ["hero"], visitor.identified !== false)).toEqual([]);
  });
});
