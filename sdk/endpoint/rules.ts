import { z } from "zod";
import { type Condition, leavesOf } from "../../shared/engine/condition.ts";
import { entry } from "../../shared/engine/facts.ts";
import { durationMs } from "../../shared/engine/leaf/duration.ts";
import { conditionSchema } from "../../shared/library/condition.ts";
import { objectionSchema } from "../../shared/library/consent.ts";
import type { Library } from "../../shared/library/library.ts";
import { TYPES } from "../../shared/library/property.ts";
import { COMPARISONS } from "../../shared/library/vocabulary.ts";
import { durationSchema, idSchema } from "../../shared/library/words.ts";
import { publish } from "../../shared/manifest/publish.ts";

const endpointPropertySchema = z.strictObject({
  type: z.enum(TYPES),
  of: z.enum(["contact", "company", "deal"]),
  values: z.array(z.string()).optional(),
  expose: z.boolean().optional(),
  freshFor: durationSchema.optional(),
  compare: z.enum(COMPARISONS).optional(),
  missing: z.array(z.string()).optional(),
  zone: z.string().optional(),
});

/** The private half of a published library, `memberships.json`: all that the endpoint needs to answer. */
export const endpointRulesSchema = z.strictObject({
  forwhom: z.literal(1),
  version: z.string(),
  stop: z.boolean().optional(),
  objection: objectionSchema.optional(),
  properties: z.record(idSchema, endpointPropertySchema),
  segments: z.record(idSchema, z.strictObject({ when: conditionSchema })),
  memberships: z.record(idSchema, conditionSchema),
});

export type EndpointRules = z.infer<typeof endpointRulesSchema>;
export type EndpointProperty = z.infer<typeof endpointPropertySchema>;

/**
 * What the endpoint needs of a checked library: its `crm` properties, the memberships that `publish`
 * took out of the manifest, and the segments they refer to. No purposes, owners or tests.
 */
export function endpointRules(library: Library): EndpointRules {
  const { manifest, memberships } = publish(library);
  const reached = segmentsReached(Object.values(memberships), library);
  return {
    forwhom: 1,
    version: manifest.version,
    ...(library.stop !== undefined && { stop: library.stop }),
    ...(library.consent.objection && { objection: library.consent.objection }),
    properties: crmProperties(library),
    segments: Object.fromEntries([...reached].map(([id, when]) => [id, { when }])),
    memberships,
  };
}

function crmProperties({ properties }: Library): EndpointRules["properties"] {
  const found: EndpointRules["properties"] = {};
  for (const [id, property] of Object.entries(properties)) {
    if (property.from !== "crm") continue;
    const { type, of, values, expose, freshFor, compare, missing, zone } = property;
    found[id] = {
      type,
      of,
      ...(values && { values }),
      ...(expose !== undefined && { expose }),
      ...(freshFor !== undefined && { freshFor }),
      ...(compare !== undefined && { compare }),
      ...(missing !== undefined && { missing }),
      ...(zone !== undefined && { zone }),
    };
  }
  return found;
}

function segmentsReached(conditions: readonly Condition[], { segments }: Library): Map<string, Condition> {
  const reached = new Map<string, Condition>();
  const walk = (condition: Condition) => {
    for (const leaf of leavesOf(condition)) {
      const segment = "segment" in leaf ? entry(segments, leaf.segment) : undefined;
      if (!segment || !("segment" in leaf) || reached.has(leaf.segment)) continue;
      reached.set(leaf.segment, segment.when);
      walk(segment.when);
    }
  };
  conditions.forEach(walk);
  return reached;
}

const DEFAULT_FRESH = "5m";

/** Seconds for which an answer is fresh: as long as the property that ages fastest. */
export function freshForSeconds({ properties }: EndpointRules): number {
  const ages = Object.values(properties).map(({ freshFor = DEFAULT_FRESH }) => durationMs(freshFor) ?? 0);
  return Math.min(...ages, durationMs(DEFAULT_FRESH) ?? 0) / 1_000;
}
