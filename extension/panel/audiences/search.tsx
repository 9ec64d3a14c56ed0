import { SearchIcon } from "../drawn/icons.tsx";

type Props = {
  readonly name: string;
  readonly text: string;
  /** The selector of what is found. */
  readonly found: string;
  readonly onInput: (text: string) => void;
};

/** Enter takes the first that is found, the down arrow goes to it, Escape empties the field. */
export const Search = ({ name, text, found, onInput }: Props) => (
  <div class="search">
    <SearchIcon />
    <input
      type="search"
      aria-label={name}
      placeholder={name}
      value={text}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onKeyDown={(event) => {
        const first = document.querySelector<HTMLButtonElement>(found);
        if (event.key === "Escape" && text !== "") {
          event.preventDefault();
          onInput("");
        } else if (event.key === "Enter") first?.click();
        else if (event.key === "ArrowDown") {
          event.preventDefault();
          first?.focus();
        }
      }}
    />
  </div>
);
