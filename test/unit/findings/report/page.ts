import { checkAll } from "../../../../shared/findings/find.ts";
import type { Evidence } from "../../../../shared/findings/finding.ts";
import { type Report, reportOf } from "../../../../shared/findings/report/report.ts";
import type { Language } from "../../../../shared/sentences/speaker.ts";
import { agreedToNothing, element, manifest, page, SECRET, shows, visitors } from "../page.ts";

/** A slot's name that would like to be more than a name, in every format. */
export const HOSTILE =
  "<img src=x onerror=alert(1)> [click](https://evil.example) `rm` {0} @everyone\n# \"Heading\" & 'more' \\";

const { hero } = manifest.slots;
if (!hero) throw new Error("The page has no hero.");
const hostileManifest = { ...manifest, slots: { ...manifest.slots, hero: { ...hero, name: HOSTILE } } };

const { observation, ...rest } = page({
  slots: [shows("for-cfo"), element("cta", {})],
  facts: visitors.customer,
  consent: [agreedToNothing],
  claim: { manifest: hostileManifest },
});

/** Somebody's own address and name stand in the page's address and title, as they do on many pages. */
export const evidence: Evidence = {
  ...rest,
  observation: {
    ...observation,
    url: `https://${SECRET}:word@northwind.example/pricing?email=${SECRET}#${SECRET}`,
    title: `Welcome, ${SECRET}`,
  },
};

export const checked = checkAll(evidence);

export const reportIn = (language: Language): Report => reportOf(checked, evidence, language);
