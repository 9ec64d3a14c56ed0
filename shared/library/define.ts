import type { EventLeaf, Hedged, ScoreLeaf } from "../engine/condition.ts";
import type { Library } from "./library.ts";
import type { Property } from "./property.ts";

/**
 * Returns the library unchanged. Its types complete the names of properties, their values and the
 * ids of segments, offers and slots while it is written, and refuse what is not there.
 *
 * @example
 * export default defineLibrary({
 *   forwhom: 1,
 *   properties: { persona: { input: "persona", type: "enum", values: ["cfo", "analyst"], from: "crm", of: "contact" } },
 *   segments: { cfo: { when: { property: "persona", is: "cfo" }, … } },
 *   …
 * });
 */
export const defineLibrary = <
  const Properties extends Readonly<Record<string, Authored<Property>>>,
  const Segments extends string,
  const Offers extends string,
  const Slots extends string,
>(
  library: Definition<Properties, Segments, Offers, Slots>,
): Library => library as unknown as Library;

/** What an author writes may be constant, however deep. */
type Authored<T> = T extends readonly (infer One)[]
  ? readonly Authored<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Authored<T[Key]> }
    : T;

type Known = Readonly<Record<string, Authored<Property>>>;

export type Definition<P extends Known, S extends string, O extends string, L extends string> = Authored<
  Omit<Library, "consent" | "properties" | "segments" | "suppressions" | "offers" | "slots">
> & {
  readonly consent: Authored<Omit<Library["consent"], "objection">> & {
    readonly objection?: { readonly [Id in Name<P>]: Objection<Id, P[Id]> }[Name<P>] | undefined;
  };
  readonly properties: P;
  readonly segments: { readonly [Id in S]: SegmentOf<P, S> };
  readonly suppressions: Readonly<Record<string, SuppressionOf<P, S, O, L>>>;
  readonly offers: { readonly [Id in O]: OfferOf<P, S, O> };
  readonly slots: { readonly [Id in L]: SlotOf<S, O> };
};

type Name<P> = keyof P & string;
type Objection<Id, Own> = Own extends { readonly from: "crm" }
  ? { readonly property: Id; readonly is: Exclude<ValueOf<Own>, number | readonly string[]> }
  : never;

type SegmentOf<P extends Known, S extends string> = Authored<
  Omit<Library["segments"][string], "when" | "tests">
> & {
  readonly when: ConditionOf<P, NoInfer<S>>;
  readonly tests: readonly (Authored<Omit<SegmentTest, "visitor">> & { readonly visitor: VisitorOf<P> })[];
};
type SegmentTest = Library["segments"][string]["tests"][number];
type VisitorOf<P extends Known> = Authored<Omit<SegmentTest["visitor"], "properties">> & {
  readonly properties?: { readonly [Id in keyof P]?: ValueOf<P[Id]> | Placeholder<P[Id]> } | undefined;
};

type Suppression = Library["suppressions"][string];
type SuppressionOf<P extends Known, S extends string, O extends string, L extends string> = Authored<
  Omit<Suppression, "when" | "blocks">
> & {
  readonly when: ConditionOf<P, NoInfer<S>>;
  readonly blocks: Authored<Omit<Suppression["blocks"], "offers" | "slots">> & {
    readonly offers?: readonly NoInfer<O>[];
    readonly slots?: readonly NoInfer<L>[];
  };
};

type OfferOf<P extends Known, S extends string, O extends string> = Authored<
  Omit<Library["offers"][string], "eligible" | "excludes">
> & {
  readonly eligible?: ConditionOf<P, NoInfer<S>>;
  readonly excludes?: readonly NoInfer<O>[];
};

type Slot = Library["slots"][string];
type ContentOf<O extends string> =
  | Authored<Exclude<Slot["neutral"], { offer: string }>>
  | { readonly offer: NoInfer<O> };
type SlotOf<S extends string, O extends string> = Authored<
  Omit<Slot, "default" | "neutral" | "variations">
> & {
  readonly default: { readonly goal: string } | { readonly offer: NoInfer<O> };
  readonly neutral: ContentOf<O>;
  readonly variations: readonly (Authored<Omit<Slot["variations"][number], "for" | "content">> & {
    readonly for: NoInfer<S>;
    readonly content: ContentOf<O>;
  })[];
};

/** What a property may be, by its type and its listed values. */
type ValueOf<Own> = Own extends { readonly type: "number" }
  ? number
  : Own extends { readonly type: "boolean" }
    ? boolean
    : Own extends { readonly type: "list" }
      ? readonly TextOf<Own>[]
      : TextOf<Own>;
type TextOf<Own> = Own extends { readonly values: readonly (infer One)[] } ? One : string;
type Placeholder<Own> = Own extends { readonly missing: readonly (infer One)[] } ? One : never;

/** Every condition over these properties and segments. */
export type ConditionOf<P extends Known, S extends string> =
  | { readonly all: readonly ConditionOf<P, S>[] }
  | { readonly any: readonly ConditionOf<P, S>[] }
  | { readonly not: ConditionOf<P, S> }
  | { readonly segment: S }
  | { readonly [Id in Name<P>]: { readonly property: Id } & TestOf<P[Id]> & Hedged }[Name<P>]
  | EventLeaf
  | ScoreLeaf;

/** The operators of a property's type, each with what it compares to. */
type TestOf<Own> =
  | { readonly known: boolean }
  | (Own extends { readonly type: infer Type }
      ? Type extends "number"
        ? Whole<number> | Numeric
        : Type extends "boolean"
          ? { readonly is: boolean } | { readonly isNot: boolean }
          : Type extends "enum"
            ? Whole<TextOf<Own>>
            : Type extends "text"
              ? Whole<string> | Parts<string> | Textual
              : Type extends "date"
                ? Dated
                : Type extends "list"
                  ? Parts<TextOf<Own>>
                  : never
      : never);

type Whole<V> =
  | { readonly is: V }
  | { readonly isNot: V }
  | { readonly in: readonly V[] }
  | { readonly notIn: readonly V[] };
type Numeric =
  | { readonly gt: number }
  | { readonly gte: number }
  | { readonly lt: number }
  | { readonly lte: number }
  | { readonly between: readonly [number, number] };
type Parts<V> =
  | { readonly contains: V }
  | { readonly containsAny: readonly V[] }
  | { readonly containsAll: readonly V[] }
  | { readonly containsNone: readonly V[] };
type Textual = { readonly startsWith: string } | { readonly endsWith: string } | { readonly matches: string };
type Dated =
  | { readonly is: string }
  | { readonly isNot: string }
  | { readonly before: string }
  | { readonly after: string };
