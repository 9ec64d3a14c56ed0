import { describe, expect, it } from "vitest";
import { checkAll } from "../../../../shared/findings/find.ts";
import type { FindingRule, Severity } from "../../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../../shared/findings/list.ts";
import { reportOf } from "../../../../shared/findings/report/report.ts";
import { sarifOf } from "../../../../shared/findings/report/sarif.ts";
import { element, page } from "../page.ts";
import { evidence, reportIn } from "./page.ts";

type Text = { readonly text: string };
type Rule = {
  readonly id: string;
  readonly help: Text;
  readonly shortDescription: Text;
  readonly defaultConfiguration: { readonly level: string };
};
type Location = {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
};
type Result = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Text;
  readonly locations: readonly Location[];
};
type Run = {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] };
  };
  readonly invocations: readonly [
    { readonly toolExecutionNotifications: readonly { readonly message: Text }[] },
  ];
  readonly results: readonly Result[];
};
type Log = { readonly $schema: string; readonly version: string; readonly runs: readonly [Run] };

const parsed = (text: string): Log => JSON.parse(text);
const log = parsed(sarifOf(reportIn("en"), "1.2.3"));
const [run] = log.runs;

/**
 * What the schema of SARIF 2.1.0 asks of each object that we write: which properties it must have, which
 * it may have, and which words are allowed where. It allows no others.
 */
const SCHEMA: Readonly<Record<string, Shape>> = {
  log: { required: ["version", "runs"], also: ["$schema"], parts: { runs: "run" } },
  run: {
    required: ["tool"],
    also: ["language", "invocations", "artifacts", "results", "properties"],
    parts: { tool: "tool", invocations: "invocation", artifacts: "artifact", results: "result" },
  },
  tool: { required: ["driver"], also: [], parts: { driver: "toolComponent" } },
  toolComponent: {
    required: ["name"],
    also: ["version", "language", "rules"],
    parts: { rules: "reportingDescriptor" },
  },
  reportingDescriptor: {
    required: ["id"],
    also: ["shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "properties"],
    parts: {
      shortDescription: "multiformatMessageString",
      fullDescription: "multiformatMessageString",
      help: "multiformatMessageString",
      defaultConfiguration: "reportingConfiguration",
    },
  },
  multiformatMessageString: { required: ["text"], also: ["markdown"] },
  reportingConfiguration: {
    required: [],
    also: ["level"],
    words: { level: ["none", "note", "warning", "error"] },
  },
  invocation: {
    required: ["executionSuccessful"],
    also: ["endTimeUtc", "toolExecutionNotifications"],
    parts: { toolExecutionNotifications: "notification" },
  },
  notification: {
    required: ["message"],
    also: ["level", "associatedRule"],
    parts: { message: "message", associatedRule: "reportingDescriptorReference" },
    words: { level: ["none", "note", "warning", "error"] },
  },
  reportingDescriptorReference: { required: ["id"], also: ["index"] },
  message: { required: ["text"], also: ["markdown"] },
  artifact: {
    required: [],
    also: ["location", "roles"],
    parts: { location: "artifactLocation" },
    words: { roles: ["analysisTarget"] },
  },
  artifactLocation: { required: [], also: ["uri", "index"] },
  result: {
    required: ["message"],
    also: ["ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "properties"],
    parts: { message: "message", locations: "location" },
    words: { level: ["none", "note", "warning", "error"] },
  },
  location: {
    required: [],
    also: ["physicalLocation", "logicalLocations"],
    parts: { physicalLocation: "physicalLocation", logicalLocations: "logicalLocation" },
  },
  physicalLocation: {
    required: ["artifactLocation"],
    also: [],
    parts: { artifactLocation: "artifactLocation" },
  },
  logicalLocation: { required: [], also: ["name", "fullyQualifiedName", "kind"] },
};

type Shape = {
  readonly required: readonly string[];
  readonly also: readonly string[];
  readonly parts?: Readonly<Record<string, string>>;
  readonly words?: Readonly<Record<string, readonly string[]>>;
};

const manyOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** What such an object lacks or has too much, by its way from the root. */
function faultsIn(value: unknown, kind: string, path: string): readonly string[] {
  const { required, also, parts = {}, words = {} } = SCHEMA[kind] ?? { required: [], also: [] };
  const found = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(found);
  return [
    ...required.filter((key) => !keys.includes(key)).map((key) => `${path} lacks ${key}`),
    ...keys.filter((key) => ![...required, ...also].includes(key)).map((key) => `${path} has ${key}`),
    ...Object.entries(words).flatMap(([key, allowed]) =>
      manyOf(found[key]).flatMap((word) =>
        allowed.includes(String(word)) ? [] : [`${path}.${key}: ${word}`],
      ),
    ),
    ...Object.entries(parts).flatMap(([key, part]) =>
      manyOf(found[key]).flatMap((one, at) => faultsIn(one, part, `${path}.${key}[${at}]`)),
    ),
  ];
}

describe("a report as SARIF", () => {
  it("has what version 2.1.0 asks for, and nothing else", () => {
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/^https:\/\/docs\.oasis-open\.org\/.*sarif-schema-2\.1\.0\.json$/);
    expect(run.results.length).toBeGreaterThan(1);
    expect(faultsIn(log, "log", "log")).toEqual([]);
  });

  it("lists every rule, with help and a level", () => {
    const { name, version, rules } = run.tool.driver;
    expect([name, version]).toEqual(["Forwhom", "1.2.3"]);
    expect(rules.map(({ id }) => id)).toEqual(FINDINGS.map(({ id }) => id));
    for (const { help, shortDescription } of rules) {
      expect(help.text).toMatch(/^Likely gap: .+\nRisk: .+\nFix: .+$/);
      expect(shortDescription.text.length).toBeGreaterThan(5);
    }
  });

  it("points each result at its rule, at the page’s address and at the element", () => {
    const { results } = run;
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toBe("https://northwind.example/pricing");
    }
    const places = results.flatMap(({ locations }) => locations[0]?.logicalLocations ?? []);
    expect(places.map(({ fullyQualifiedName, kind }) => [fullyQualifiedName, kind])).toEqual(
      expect.arrayContaining([
        ['[data-fw-slot="hero"]', "element"],
        ['[data-fw-slot="cta"]', "element"],
      ]),
    );
  });

  it.each<[Severity, string]>([
    ["critical", "error"],
    ["serious", "error"],
    ["moderate", "warning"],
    ["minor", "note"],
  ])("says of a %s finding that it is of level %s", (severity, level) => {
    const [first] = FINDINGS;
    const rule: FindingRule | undefined = first && {
      ...first,
      severity,
      check: () => ({ is: "found", faults: [{ evidence: [{ en: "It is so.", de: "Es ist so." }] }] }),
    };
    const rules = rule ? [rule] : [];
    const report = reportOf(
      rules.map((one) => ({ rule: one, outcome: one.check(evidence) })),
      evidence,
      "en",
    );
    const [only] = parsed(sarifOf(report, "1", rules)).runs;
    expect(only.results[0]?.level).toBe(level);
    expect(only.tool.driver.rules[0]?.defaultConfiguration.level).toBe(level);
    // Nothing to point at but the page.
    expect(only.results[0]?.locations[0]?.logicalLocations).toBeUndefined();
  });

  it("says what could not be checked, so that no result is not taken for clean", () => {
    const open = page({ slots: [element("hero", { outcome: "undecided" })] });
    const report = reportOf(checkAll(open), open, "en");
    const [{ results, invocations }] = parsed(sarifOf(report, "1")).runs;
    expect(results).toEqual([]);
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain(
      "Some slots are not decided yet.",
    );
  });

  it("lets no text of the page become a link or a blank to fill in", () => {
    const texts = run.results.map(({ message }) => message.text).join("\n");
    expect(texts).toContain("\\[click\\](https://evil.example)");
    expect(texts).toContain("{{0}}");
  });
});
