import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { embed } from "../../sdk/cli/bundle/embed.ts";
import { readPageScript } from "../../sdk/cli/bundle/page-script.ts";
import { everyPart, laterWith, partsCode, type UsedParts, usedParts } from "../../sdk/cli/bundle/parts.ts";
import { publish } from "../../shared/manifest/publish.ts";
import { demoLibrary, publishedInMemory } from "../site/published.ts";
import { printBindingSizes } from "./binding-size.ts";

/** DESIGN §7: boot has 8 kB, and all later parts together 8 kB more. */
const budget = 8_000;

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const folder = new URL("../../dist/page/", import.meta.url);
const page = await readPageScript(folder);
const brotli = (text: string) => brotliCompressSync(text).length;

/** The boot part as it is published, its manifest apart. */
const bootWith = (used: UsedParts) =>
  brotli(
    embed(page.boot, {
      files: { later: "forwhom.later.0123456789.js", sanitize: "forwhom.sanitize.0123456789.js" },
      parts: partsCode(used, page.parts),
    }),
  );

const every = everyPart(page.parts);
const base: UsedParts = {
  sources: ["gpc"],
  contents: ["hide"],
  approval: [],
  engine: [],
  behavior: [],
  goals: [],
  country: [],
  sinks: [],
};
const authorities = every.sources.filter((name) => name !== "gpc");
const withAuthority = (name: string): UsedParts => ({ ...every, sources: [name, "gpc"] });
const costliest = authorities.toSorted((a, b) => bootWith(withAuthority(b)) - bootWith(withAuthority(a)))[0];

/** Every kind of content and every adapter alone, beside what every library needs. */
const parts = [
  ...authorities.map((name) => [`consent: ${name}`, { ...base, sources: [name, "gpc"] }] as const),
  ...every.contents
    .filter((name) => name !== "hide")
    .map((name) => [`content: ${name}`, { ...base, contents: ["hide", name] }] as const),
  ...every.engine.map((name) => [`conditions: ${name}`, { ...base, engine: [name] }] as const),
  ["approval of what stands in the page", { ...base, approval: every.approval }] as const,
].map(([name, used]) => ({ name, bytes: bootWith(used) - bootWith(base) }));

const laterOf = (used: UsedParts) => brotli(laterWith(page.later, used, page.parts));

/** What the later part brings along for those who use it, beside what every library needs. */
const laterParts = [
  ["clicks and sent forms, where a condition asks for them", { ...base, behavior: every.behavior }] as const,
  ["goals, where an offer says how they are reached", { ...base, goals: every.goals }] as const,
  ["the question for the country, where it matters", { ...base, country: every.country }] as const,
  ...every.sinks.map((name) => [`told to: ${name}`, { ...base, sinks: [name] }] as const),
].map(([name, used]) => ({ name, bytes: laterOf(used) - laterOf(base) }));

const { library } = publishedInMemory(await demoLibrary(), page);
const boot = bootWith(usedParts(publish(library).manifest));
const later = laterOf(usedParts(publish(library).manifest));
// What a library can come to that uses every kind of content, and the consent manager that costs most.
const everything = bootWith(withAuthority(costliest ?? ""));

if (values.json)
  console.log(
    JSON.stringify({
      boot,
      later,
      budget,
      base: bootWith(base),
      everything,
      laterEverything: laterOf(every),
      apart: brotli(page.decode),
      sanitize: brotli(page.sanitize),
      parts: Object.fromEntries([...parts, ...laterParts].map(({ name, bytes }) => [name, bytes])),
    }),
  );
else {
  print();
  await printBindingSizes();
}
if (boot > budget || later > budget) process.exitCode = 1;

function print(): void {
  const sources: Readonly<Record<string, Readonly<Record<string, number>>>> = JSON.parse(
    readFileSync(new URL("meta.json", folder), "utf8"),
  );
  console.log(`boot: ${verdict(boot)}, as published for the demonstration's library`);
  console.log(line(bootWith(base), "what every library needs"));
  for (const { name, bytes } of parts) console.log(line(bytes, name));
  console.log(line(everything, `all of it at once, with ${costliest}`));
  printModules(sources.boot);
  console.log(`later parts together: ${verdict(later)}, as published for the demonstration's library`);
  console.log(line(laterOf(base), "what every library needs"));
  for (const { name, bytes } of laterParts) console.log(line(bytes, name));
  console.log(line(laterOf(every), "all of it at once"));
  printModules(sources.later);
  console.log(
    `${count(brotli(page.decode))} bytes more where the manifest lies apart from the script: its decoder.`,
  );
  console.log(
    `${count(brotli(page.sanitize))} bytes more where a library has HTML and the browser has no Sanitizer: DOMPurify.`,
  );
}

function verdict(bytes: number): string {
  const held = bytes > budget ? `OVER its budget by ${count(bytes - budget)}` : "within its budget";
  return `${count(bytes)} of ${count(budget)} bytes in brotli, ${held}`;
}

function printModules(sizes: Readonly<Record<string, number>> = {}): void {
  console.log("\n  minified bytes of each module, before brotli:");
  for (const [source, size] of Object.entries(sizes).sort(([, a], [, b]) => b - a))
    if (size > 0) console.log(line(size, source));
  console.log();
}

function line(bytes: number, name: string): string {
  return `${count(bytes).padStart(9)}  ${name}`;
}

function count(bytes: number): string {
  return bytes.toLocaleString("en");
}
