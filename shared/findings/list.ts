import { personalizedWithoutConsent } from "./consent/personalized-without-consent.ts";
import { customerSeesAcquisition } from "./eligibility/customer-sees-acquisition.ts";
import { missingCounted } from "./eligibility/missing-counted.ts";
import { offerNotEligible } from "./eligibility/offer-not-eligible.ts";
import { offerOutsideDates } from "./eligibility/offer-outside-dates.ts";
import { orderDecides } from "./eligibility/order-decides.ts";
import { regionUnknown } from "./eligibility/region-unknown.ts";
import { staleMembership } from "./eligibility/stale-membership.ts";
import { unknownMembership } from "./eligibility/unknown-membership.ts";
import { variationOutsideSegment } from "./eligibility/variation-outside-segment.ts";
import type { FindingRule, Severity } from "./finding.ts";
import { customersNotKeptOut } from "./governance/customers-not-kept-out.ts";
import { danglingReference } from "./governance/dangling-reference.ts";
import { genericContent } from "./governance/generic-content.ts";
import { incompleteProperties } from "./governance/incomplete-properties.ts";
import { neutralNotNeutral } from "./governance/neutral-not-neutral.ts";
import { offerWithoutStage } from "./governance/offer-without-stage.ts";
import { resultsNotMeasured } from "./governance/results-not-measured.ts";
import { segmentsReportedAlike } from "./governance/segments-reported-alike.ts";
import { unclearCriteria } from "./governance/unclear-criteria.ts";

const RANK: readonly Severity[] = ["critical", "serious", "moderate", "minor"];

/** Every finding, the gravest first. */
export const FINDINGS: readonly FindingRule[] = [
  personalizedWithoutConsent,
  customerSeesAcquisition,
  variationOutsideSegment,
  unknownMembership,
  missingCounted,
  regionUnknown,
  offerNotEligible,
  staleMembership,
  offerOutsideDates,
  orderDecides,
  danglingReference,
  customersNotKeptOut,
  neutralNotNeutral,
  segmentsReportedAlike,
  offerWithoutStage,
  resultsNotMeasured,
  genericContent,
  unclearCriteria,
  incompleteProperties,
].sort((one, other) => RANK.indexOf(one.severity) - RANK.indexOf(other.severity));
