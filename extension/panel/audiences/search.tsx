import { say } from "../../words.ts";
import { SearchIcon } from "../drawn/icons.tsx";

type Props = { readonly text: string; readonly onInput: (text: string) => void };

/** Enter takes the first that is found, the down arrow goes to it, Escape empties the field. */
export const Search = ({ text, onInput }: Props) => (
  <div class="search">
    <SearchIcon />
    <input
      type="search"
      aria-label={say("searchAudiences")}
      placeholder={say("searchAudiences")}
      value={text}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onKeyDown={(event) => {
        const first = document.querySelector<HTMLButtonElement>(".rows .choose");
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
