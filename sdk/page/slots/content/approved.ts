import { contentFingerprint } from "../../../../shared/library/fingerprint.ts";

/** Whether content is the one that was approved. */
export const approved = (html: string, of: string): boolean => contentFingerprint(html) === of;
