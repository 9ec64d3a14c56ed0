import type { PointedElement } from "../shared/protocol/draft/draft.ts";
import { type PlainWord, say } from "./words.ts";

const KIND = {
  heading: "elementHeading",
  text: "elementText",
  link: "elementLink",
  button: "elementButton",
  image: "elementImage",
  list: "elementList",
  form: "elementForm",
  section: "elementSection",
  other: "elementOther",
} as const satisfies Record<PointedElement["kind"], PlainWord>;

const MOST_WORDS = 60;

/** "Heading: Close the quarter in five days". */
export function called({ kind, text }: Pick<PointedElement, "kind" | "text">): string {
  const words = text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
  return words === "" ? say(KIND[kind]) : say("elementCalled", { kind: say(KIND[kind]), words });
}
