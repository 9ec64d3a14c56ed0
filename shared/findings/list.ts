import { customerSeesAcquisition } from "./customer-sees-acquisition.ts";
import type { FindingRule } from "./finding.ts";
import { personalizedWithoutConsent } from "./personalized-without-consent.ts";
import { variationOutsideSegment } from "./variation-outside-segment.ts";

/** Every finding, the gravest first. */
export const FINDINGS: readonly FindingRule[] = [
  personalizedWithoutConsent,
  customerSeesAcquisition,
  variationOutsideSegment,
];
