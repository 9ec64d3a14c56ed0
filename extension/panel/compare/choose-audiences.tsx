import { count, say } from "../../words.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";

type Props = { readonly seen: Seen; readonly chosen: readonly string[] };

/** Which audiences are compared, in the order of the library. */
export function ChooseAudiences({ seen: { claim }, chosen }: Props) {
  const all = [
    { id: "", name: say("anybody") },
    ...Object.entries(claim.manifest.segments).map(([id, { name }]) => ({ id, name })),
  ];
  const toggle = (id: string, isOn: boolean) =>
    change({
      compared: all.map((one) => one.id).filter((one) => (one === id ? isOn : chosen.includes(one))),
    });
  return (
    <details class="choose-audiences" open={chosen.length < 2}>
      <summary>
        <ChevronIcon />
        {count("audiencesCompared", chosen.length)}
      </summary>
      <ul class="audience-boxes">
        {all.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
              />
              <span dir="auto">{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
