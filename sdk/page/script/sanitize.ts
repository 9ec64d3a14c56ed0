import DOMPurify, { type Config } from "dompurify";

type Makes = {
  trustedTypes?: {
    createPolicy: (name: string, rules: object) => NonNullable<Config["TRUSTED_TYPES_POLICY"]>;
  };
};

const asItIs = (text: string) => text;

// Throws where the page lets nobody make a policy: DOMPurify would go on, and leave nothing of any HTML.
const policy = (window as Makes).trustedTypes?.createPolicy("dompurify", {
  createHTML: asItIs,
  createScriptURL: asItIs,
});

const config = {
  RETURN_DOM_FRAGMENT: true,
  FORBID_TAGS: ["style", "form"],
  FORBID_ATTR: ["style"],
  ...(policy && { TRUSTED_TYPES_POLICY: policy }),
} satisfies Config;

/** HTML without anything that could run or lead to a script, for browsers that have no Sanitizer of their own. */
export const sanitize = (html: string): DocumentFragment => DOMPurify.sanitize(html, config);
