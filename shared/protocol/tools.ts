/** How another personalization tool is known in a page. */
export type Tool = {
  readonly id: ToolId;
  readonly name: string;
  /** The address of its script. */
  readonly script: RegExp;
  /** What its script leaves in the page's own world. */
  readonly globals: readonly string[];
  /** The name of a cookie by which it knows a visitor again. */
  readonly cookie: RegExp;
  /** The same in localStorage or IndexedDB. */
  readonly storage: RegExp;
  /** Where it sends what a visitor does, or asks what they should see: not where its files come from. */
  readonly collector: RegExp;
};

export const TOOL_IDS = ["growthbook", "posthog", "adobe", "optimizely", "hubspot", "vwo"] as const;
export type ToolId = (typeof TOOL_IDS)[number];

/** No name ever has this. */
const NEVER = /(?!)/;

export const TOOLS: readonly Tool[] = [
  {
    id: "growthbook",
    name: "GrowthBook",
    script: /^https:\/\/cdn\.growthbook\.io\/|\/@growthbook\/growthbook[@/]/,
    globals: ["_growthbook", "growthbook_config", "growthbook_queue"],
    cookie: /^gbuuid$/,
    storage: /^gbuuid$/,
    // What it loads from its own host are rules for everybody.
    collector: /^https:\/\/[\w-]+\.gb-ingest\.com\/|^https:\/\/cdn\.growthbook\.io\/api\/eval\//,
  },
  {
    id: "posthog",
    name: "PostHog",
    script: /^https:\/\/[\w-]+\.i\.posthog\.com\/static\/|\/posthog-js[@/]/,
    globals: ["posthog", "__POSTHOG__"],
    cookie: /^ph_.+_posthog$/,
    storage: /^ph_.+_posthog$/,
    collector:
      /^https:\/\/(?:\w+\.i|app|eu)\.posthog\.com\/(?:e|s|i\/v0\/e|decide|flags|capture|batch)(?:\/|$)/,
  },
  {
    id: "adobe",
    name: "Adobe Target or Web SDK",
    script: /\/at\.js$|\/alloy(?:\.min)?\.js$/,
    globals: ["adobe.target", "alloy", "mboxCreate"],
    cookie: /^mbox$|^kndctr_.+_AdobeOrg_identity$/,
    storage: NEVER,
    // The Web SDK may be sent through an address of the site's own.
    collector: /^https:\/\/[\w.-]+\.tt\.omtrdc\.net\/|\/ee\/(?:[\w-]+\/)?v1\/(?:interact|collect)$/,
  },
  {
    id: "optimizely",
    name: "Optimizely",
    script: /^https:\/\/cdn\.optimizely\.com\/|^https:\/\/cdn-pci\.optimizely\.com\//,
    globals: ["optimizely", "optimizelyEdge"],
    cookie: /^optimizelyEndUserId$/,
    storage: /^optimizely_data\$\$/,
    collector: /^https:\/\/logx\.optimizely\.com\//,
  },
  {
    id: "hubspot",
    name: "HubSpot",
    script:
      /^https:\/\/js(?:-[a-z]+\d)?\.(?:hs-scripts|hs-analytics|hscollectedforms|usemessages)\.(?:com|net)\//,
    globals: ["_hsq", "hsVars"],
    cookie: /^(?:hubspotutk|__hstc)$/,
    storage: NEVER,
    collector: /^https:\/\/track(?:-[a-z]+\d)?\.hubspot\.com\/__pt[a-z]\.gif$/,
  },
  {
    id: "vwo",
    name: "VWO",
    script: /^https:\/\/dev\.visualwebsiteoptimizer\.com\/(?:j|lib|tag)\b/,
    globals: ["_vwo_code", "VWO", "_vwo_exp"],
    cookie: /^_vwo_uuid(?:_v2)?$|^_vis_opt_s$/,
    storage: NEVER,
    collector: /^https:\/\/dev\.visualwebsiteoptimizer\.com\/(?:v\.gif|l\.gif|s\.gif|ee\.gif|events\/t)$/,
  },
];

export const toolNamed = (id: ToolId): string => TOOLS.find((tool) => tool.id === id)?.name ?? id;
