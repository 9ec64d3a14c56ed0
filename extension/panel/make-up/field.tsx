import { useState } from "preact/hooks";

type Props = {
  readonly type: "text" | "number" | "date" | "datetime-local";
  readonly id?: string;
  /** Its name, where no label says it. */
  readonly name?: string;
  readonly list?: string;
  readonly placeholder?: string | undefined;
  readonly min?: number;
  readonly max?: number | string;
  readonly step?: "any";
  readonly value: string;
  readonly onSay: (field: HTMLInputElement) => void;
};

/**
 * A field whose text is taken once it is whole. Meanwhile the page may report itself anew: what is being
 * written stays. Escape takes the field back to what it was, and leaves the preview alone.
 */
export function Field({ name, value, onSay, ...rest }: Props) {
  const [written, setWritten] = useState<string>();
  return (
    <input
      {...rest}
      aria-label={name}
      maxLength={200}
      value={written ?? value}
      onInput={({ currentTarget }) => setWritten(currentTarget.value)}
      onChange={({ currentTarget }) => {
        setWritten(undefined);
        onSay(currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || written === undefined) return;
        event.preventDefault();
        setWritten(undefined);
      }}
    />
  );
}
