import { say } from "../../words.ts";
import { preview } from "../act.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import type { Choice } from "../person/choice.ts";
import { consentSwitchOf, type Switch, switchOf } from "../person/switches.ts";
import type { Seen } from "../seen.ts";

/**
 * What may be true of the visitor besides: every suppression, and that nothing was consented to. Open
 * once somebody is chosen whom it could be true of.
 */
export function Also({ seen, choice }: { seen: Seen; choice: Choice }) {
  const { rules } = seen;
  return (
    <details class="also" open={seen.preview !== undefined}>
      <summary>
        <ChevronIcon />
        {say("alsoTrue")}
      </summary>
      <div class="toggles">
        {Object.entries(rules.manifest.suppressions).map(([id, { name, reason }]) => (
          <Toggle
            key={id}
            name={name}
            title={reason}
            state={switchOf(id, seen.preview, rules, seen.chosen)}
            onToggle={(isOn) =>
              void preview(seen, {
                ...choice,
                also: isOn ? [...choice.also, id] : choice.also.filter((other) => other !== id),
              })
            }
          />
        ))}
        <Toggle
          name={say("hasNotConsented")}
          title={say("everyGateShut")}
          state={consentSwitchOf(seen.preview, rules, seen.chosen)}
          onToggle={(isOn) => void preview(seen, { ...choice, withoutConsent: isOn })}
        />
      </div>
    </details>
  );
}

type ToggleProps = {
  readonly name: string;
  readonly title: string;
  readonly state: Switch;
  readonly onToggle: (isOn: boolean) => void;
};

/** What the audience itself makes true cannot be switched off. */
const Toggle = ({ name, title, state: { isOn, isGiven }, onToggle }: ToggleProps) => (
  <button
    type="button"
    role="switch"
    class="toggle"
    aria-checked={isOn}
    aria-disabled={isGiven}
    title={isGiven ? say("trueOfEverybody") : title}
    onClick={() => !isGiven && onToggle(!isOn)}
  >
    <span class="knob" aria-hidden="true" />
    <span dir="auto">{name}</span>
  </button>
);
