import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../words.ts";

type Props = {
  readonly name: string;
  /** With the new name; without one where it was left as it is. */
  readonly onDone: (name?: string) => void;
};

/** Enter keeps a name, Escape leaves it as it was. */
export function NameField({ name, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  // Before anything is painted: what is typed meanwhile belongs here.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="with-button"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(field.current?.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onDone();
      }}
    >
      <input
        ref={field}
        type="text"
        required
        maxLength={100}
        dir="auto"
        aria-label={say("visitorName")}
        defaultValue={name}
      />
      <button type="submit" class="secondary">
        {say("saveName")}
      </button>
    </form>
  );
}
