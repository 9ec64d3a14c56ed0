import { number } from "../../words.ts";

type MarkProps = { readonly variations: number };

/** Something is said here, or nothing is. */
export const Mark = ({ variations }: MarkProps) => (
  <span class={variations > 0 ? "mark is-filled" : "mark"} aria-hidden="true">
    {variations > 1 && number(variations)}
  </span>
);
