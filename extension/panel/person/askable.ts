import { type Condition, leavesOf, operatorOf, type PropertyLeaf } from "../../../shared/engine/condition.ts";
import { entry } from "../../../shared/engine/facts.ts";
import { BEHAVIOR_FACTS } from "../../../shared/library/vocabulary.ts";
import type { Input } from "../../../shared/library/words.ts";
import { worded } from "../../../shared/sentences/names.ts";
import type { KnownRules } from "../rules/rules.ts";

export type Kind = "enum" | "text" | "number" | "boolean" | "date" | "list" | "country";

/** A property of the visitor that can be changed, and what there is to choose from. */
export type Askable = {
  readonly id: string;
  readonly label: string;
  readonly input: Input;
  readonly kind: Kind;
  /** All there are, of an enum or a list; of anything else those that a rule names. */
  readonly values: readonly { readonly value: string; readonly label: string }[];
};

type Described = {
  readonly input: Input;
  readonly from: string;
  readonly of?: string | undefined;
  readonly type?: Exclude<Kind, "country"> | undefined;
  readonly label?: string | undefined;
  readonly values?: readonly string[] | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
};

/** Every property that the rules know: of the full library, or those that the page may know. */
export function askables({ manifest, full }: KnownRules): readonly Askable[] {
  const properties: Readonly<Record<string, Described>> = full?.library.properties ?? manifest.properties;
  const leaves = conditionsIn(full?.library ?? manifest).flatMap(leavesOf);
  return Object.entries(properties).map(([id, property]) => {
    const { input, label = capitalised(worded(id)), labels = {} } = property;
    const asked = leaves.filter((leaf): leaf is PropertyLeaf => "property" in leaf && leaf.property === id);
    const named = asked.flatMap((leaf) => textsIn(operatorOf(leaf)[1]));
    const kind = kindOf(property, asked);
    const isClosed = kind === "enum" || kind === "list";
    const known = property.of === "device" ? ["phone", "desktop"] : (property.values ?? Object.keys(labels));
    const values = isClosed && known.length > 0 ? known : [...new Set(named)];
    return {
      id,
      label,
      input,
      kind,
      values: values.map((value) => ({ value, label: entry(labels, value) ?? value })),
    };
  });
}

/** A manifest does not say of what type a property is; what rules ask of it does. */
function kindOf({ from, of = "", type, labels }: Described, asked: readonly PropertyLeaf[]): Kind {
  if (from === "page" && of === "country") return "country";
  if (from === "page" && of === "device") return "enum";
  if (type) return type;
  if (from === "page") return "text";
  if (from === "behavior") return kindOfBehavior(of);
  const operators = asked.map(operatorOf);
  const isAsked = (names: RegExp) => operators.some(([operator]) => names.test(operator));
  if (isAsked(/^contains(Any|All|None)$/)) return "list";
  if (labels) return "enum";
  if (isAsked(/^(gte?|lte?|between)$/)) return "number";
  if (isAsked(/^(before|after)$/)) return "date";
  const [kind] = operators.map(([, operand]) => typeof [operand].flat()[0]);
  return kind === "number" || (kind === "boolean" && !isAsked(/^known$/)) ? kind : "text";
}

function kindOfBehavior(of: string): Kind {
  if (!BEHAVIOR_FACTS.some((one) => one === of)) return "text";
  if (of === "sessions") return "number";
  return /Visit$|\.at$/.test(of) ? "date" : "text";
}

const textsIn = (operand: unknown): readonly string[] =>
  [operand].flat().filter((one): one is string => typeof one === "string");

/** Something that a visitor can have done, with the fields that a rule asks about. */
export type Doable = {
  readonly event: string;
  readonly fields: readonly { readonly field: string; readonly values: readonly string[] }[];
};

/** What every page counts by itself, and whatever else a rule asks about. */
export function doables({ manifest, full }: KnownRules): readonly Doable[] {
  const found = new Map([["page_view", new Map([["path", new Set<string>()]])]]);
  const add = (pattern: Pattern | undefined): void => {
    if (!pattern) return;
    const fields = found.get(pattern.event) ?? new Map<string, Set<string>>();
    found.set(pattern.event, fields);
    for (const [field, test] of Object.entries(pattern.where ?? {}))
      fields.set(field, new Set([...(fields.get(field) ?? []), ...textsIn(operatorOf(test)[1])]));
    add(pattern.then);
  };
  for (const leaf of conditionsIn(full?.library ?? manifest).flatMap(leavesOf)) {
    if ("event" in leaf) add(leaf);
    if ("score" in leaf) for (const part of leaf.score) add(part);
  }
  return [...found].map(([event, fields]) => ({
    event,
    fields: [...fields].map(([field, values]) => ({ field, values: [...values] })),
  }));
}

type Pattern = {
  readonly event: string;
  readonly where?: Readonly<Record<string, Parameters<typeof operatorOf>[0]>> | undefined;
  readonly then?: Pattern | undefined;
};

type Ruled = {
  readonly segments: Readonly<Record<string, { readonly when: Condition }>>;
  readonly suppressions: Readonly<Record<string, { readonly when: Condition }>>;
  readonly offers: Readonly<Record<string, { readonly eligible?: Condition | undefined }>>;
};

const conditionsIn = ({ segments, suppressions, offers }: Ruled): readonly Condition[] => [
  ...[...Object.values(segments), ...Object.values(suppressions)].map(({ when }) => when),
  ...Object.values(offers).flatMap(({ eligible }) => eligible ?? []),
];

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
