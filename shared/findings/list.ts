import { childPersonalized } from "./consent/child-personalized.ts";
import { keptAfterWithdrawal } from "./consent/kept-after-withdrawal.ts";
import { measuredWithoutConsent } from "./consent/measured-without-consent.ts";
import { membershipWithoutConsent } from "./consent/membership-without-consent.ts";
import { personalizedAfterWithdrawal } from "./consent/personalized-after-withdrawal.ts";
import { personalizedBeforeConsent } from "./consent/personalized-before-consent.ts";
import { personalizedWithoutConsent } from "./consent/personalized-without-consent.ts";
import { openedByAdvertising } from "./consent/signals/opened-by-advertising.ts";
import { optOutSignalIgnored } from "./consent/signals/opt-out-signal-ignored.ts";
import { sourcesDisagree } from "./consent/signals/sources-disagree.ts";
import { tcStringInvalid } from "./consent/signals/tc-string-invalid.ts";
import { unsetTakenForGranted } from "./consent/signals/unset-taken-for-granted.ts";
import { wpConsentTypeMissing } from "./consent/signals/wp-consent-type-missing.ts";
import { storedWithoutConsent } from "./consent/stored-without-consent.ts";
import { toolWithoutConsent } from "./consent/tool-without-consent.ts";
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
  personalizedAfterWithdrawal,
  personalizedBeforeConsent,
  childPersonalized,
  membershipWithoutConsent,
  storedWithoutConsent,
  keptAfterWithdrawal,
  measuredWithoutConsent,
  toolWithoutConsent,
  openedByAdvertising,
  sourcesDisagree,
  unsetTakenForGranted,
  optOutSignalIgnored,
  tcStringInvalid,
  wpConsentTypeMissing,
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
