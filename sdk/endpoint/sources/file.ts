import { z } from "zod";
import type { Records, Source } from "./source.ts";

const record = z.record(z.string(), z.unknown());
const contactSchema = z.strictObject({
  id: z.string().min(1),
  contact: record.optional(),
  company: record.optional(),
  deal: record.optional(),
});

export type Contact = z.infer<typeof contactSchema>;

/** A line that is not served, or not any more: which one, what is wrong, and why that matters. */
export type LineProblem = { readonly line: number; readonly what: string; readonly why: string };

/** Contacts from NDJSON text, one a line. A broken line is named and skipped; the rest is kept. */
export function readContacts(text: string, onProblem: (problem: LineProblem) => void): Map<string, Contact> {
  const contacts = new Map<string, Contact>();
  const lineOf = new Map<string, number>();
  for (const [index, row] of text.split("\n").entries()) {
    const line = index + 1;
    // A byte order mark is what some editors put before the first line.
    const trimmed = row.replace(/^\uFEFF/, "").trim();
    if (trimmed === "") continue;
    const contact = parse(trimmed);
    if (typeof contact === "string") {
      onProblem({ line, what: contact, why: "the line is skipped" });
      continue;
    }
    const earlier = lineOf.get(contact.id);
    if (earlier !== undefined)
      onProblem({
        line,
        what: `id ${contact.id} is in line ${earlier} already`,
        why: "the later line is used",
      });
    lineOf.set(contact.id, line);
    contacts.set(contact.id, contact);
  }
  return contacts;
}

/** A contact, or what is wrong with it. */
function parse(text: string): Contact | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const contact = contactSchema.safeParse(value);
  if (contact.success) return contact.data;
  return contact.error.issues
    .map(({ path, message }) => `${path.join(".") || "contact"}: ${message}`)
    .join("; ");
}

export const lineSentence = (path: string, { line, what, why }: LineProblem) =>
  `${path}, line ${line}: ${what}; ${why}.`;

/** Serves the contacts of an NDJSON file, read once. */
export async function fileSource(
  path: string,
  onProblem: (sentence: string) => void = (sentence) => console.error(sentence),
): Promise<Source & { readonly size: number }> {
  // Loaded here, so that the endpoint's own file also runs where there is no file system.
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(path, "utf8");
  const contacts = readContacts(text, (problem) => onProblem(lineSentence(path, problem)));
  return { ...contactsSource(contacts), size: contacts.size };
}

export const contactsSource = (contacts: ReadonlyMap<string, Contact>): Source => ({
  async visitor(key): Promise<Records | undefined> {
    return contacts.get(key);
  },
});
