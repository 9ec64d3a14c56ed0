import type { UnknownBecause } from "../../../shared/engine/facts.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import { propertyName } from "../../../shared/sentences/names.ts";
import { speaker } from "../../../shared/sentences/speaker.ts";
import { valueWords } from "../../../shared/sentences/values.ts";
import { ago, language, type PlainWord, say } from "../../words.ts";
import { OriginDrawing } from "../drawn/origin-drawing.tsx";
import type { KnownProperty } from "./known.ts";

const BECAUSE = {
  pending: "unknownPending",
  withheld: "unknownWithheld",
  stale: "unknownStale",
  failed: "unknownFailed",
  missing: "unknownMissing",
} as const satisfies Record<UnknownBecause, PlainWord>;

/** A page may say values of any length. */
const LONGEST = 160;
/** What is newer is as good as now. */
const NEW_MS = 60_000;

/** Every property: what it is, where it comes from and how old it is. */
export const PropertiesList = ({
  properties,
  names,
}: {
  properties: readonly KnownProperty[];
  names: Names;
}) => (
  <dl class="properties">
    {properties.map((property) => (
      <Property key={property.id} property={property} names={names} />
    ))}
  </dl>
);

function Property({ property: { id, from, fact, asOf }, names }: { property: KnownProperty; names: Names }) {
  const by = speaker(names, language());
  const now = Date.now();
  return (
    <div class={`property is-${fact.is}`}>
      <dt>
        <OriginDrawing from={from} />
        <span dir="auto">{by.begin(propertyName(id, by))}</span>
      </dt>
      <dd>
        <span class="value" dir="auto">
          {fact.is === "known" && shortened(wordsFor(fact.value, by, id))}
          {fact.is === "absent" && say("valueAbsent")}
          {fact.is === "unknown" && say(BECAUSE[fact.because])}
        </span>
        {fact.is === "unknown" && fact.last !== undefined && (
          <span class="aside" dir="auto">
            {say("valueLast", { value: shortened(wordsFor(fact.last, by, id)) })}
          </span>
        )}
        {asOf !== undefined && now - asOf > NEW_MS && <span class="aside">{ago(asOf, now)}</span>}
      </dd>
    </div>
  );
}

const wordsFor = (value: unknown, by: ReturnType<typeof speaker>, id: string): string =>
  Array.isArray(value)
    ? by.list(
        value.slice(0, 20).map((one) => valueWords(one, by, id)),
        "and",
      )
    : valueWords(value, by, id);

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
