import { personalizedWithoutConsent } from "./consent/personalized-without-consent.ts";
import { customerSeesAcquisition } from "./eligibility/customer-sees-acquisition.ts";
import { variationOutsideSegment } from "./eligibility/variation-outside-segment.ts";
import type { FindingRule, Severity } from "./finding.ts";

const RANK: readonly Severity[] = ["critical", "serious", "moderate", "minor"];

/** Every finding, the gravest first. */
export const FINDINGS: readonly FindingRule[] = [
  personalizedWithoutConsent,
  customerSeesAcquisition,
  variationOutsideSegment,
].sort((one, other) => RANK.indexOf(one.severity) - RANK.indexOf(other.severity));
