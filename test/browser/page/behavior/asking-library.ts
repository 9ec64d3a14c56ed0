import type { Library } from "../../../../shared/library/library.ts";
import { demoLibrary } from "../../../site/published.ts";

/** The demonstration's library, with audiences by what was done, shown in the strip. */
export async function askingLibrary(): Promise<Library> {
  const library = (await demoLibrary()) as Library;
  const like = library.segments["newsletter-reader"] as Library["segments"][string];
  const tests = [{ name: "nobody", visitor: { identified: false }, expect: "no" as const }];
  const asking: Record<string, Library["segments"][string]["when"]> = {
    busy: { event: "topic_open", atLeast: 240 },
    sender: { event: "form_submit", where: { slot: { is: "demo-form" } } },
    clicker: { event: "click", where: { id: { is: "to-secret" } } },
    returning: { property: "sessions", gte: 3 },
  };
  for (const [id, when] of Object.entries(asking)) library.segments[id] = { ...like, name: id, when, tests };
  library.properties.sessions = { input: "behavior", type: "number", from: "behavior", of: "sessions" };
  library.slots.strip?.variations.push(
    ...Object.keys(asking).map((id) => ({
      id: `strip-${id}`,
      for: id,
      goal: "education",
      content: { text: `For ${id}` },
    })),
  );
  return library;
}
