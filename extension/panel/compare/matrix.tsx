// biome-ignore-all lint/a11y/noRedundantRoles: browsers forget them where a table is laid out otherwise.
import { say } from "../../words.ts";
import { type ComparedAudience, type ComparedSlot, type Comparison, sightIn } from "./comparison.ts";
import { SightView } from "./sight.tsx";

/**
 * Audiences by slots. Where there is no room for a table its rows become cards.
 */
export const Matrix = ({ comparison: { slots, audiences } }: { comparison: Comparison }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
  <section class="matrix-room" aria-label={say("compareTable")} tabIndex={0}>
    <table class="matrix" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {say("compareAudience")}
          </th>
          {slots.map(({ id, name }) => (
            <th key={id} role="columnheader" scope="col" dir="auto">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {audiences.map((audience) => (
          <Row key={audience.id} audience={audience} slots={slots} />
        ))}
      </tbody>
    </table>
  </section>
);

type RowProps = { readonly audience: ComparedAudience; readonly slots: readonly ComparedSlot[] };

const Row = ({ audience: { name, sights }, slots }: RowProps) => (
  <tr role="row">
    <th role="rowheader" scope="row" dir="auto">
      {name}
    </th>
    {sights ? (
      slots.map(({ id, name: slot }) => (
        <td key={id} role="cell">
          <span class="cell-slot" aria-hidden="true" dir="auto">
            {slot}
          </span>
          <SightView sight={sightIn(sights, id)} />
        </td>
      ))
    ) : (
      <td role="cell" colSpan={slots.length}>
        <SightView sight={undefined} />
      </td>
    )}
  </tr>
);
