import { say } from "../../words.ts";
import { type Comparison, isSame, type Sight, sightIn } from "./comparison.ts";
import { SightView } from "./sight.tsx";

/** Two audiences beside each other, slot by slot; where they see the same it is said once. */
export function SideBySide({ comparison: { slots, audiences } }: { comparison: Comparison }) {
  return (
    <div class="beside">
      <div class="beside-names">
        {audiences.map(({ id, name }) => (
          <h2 key={id} dir="auto">
            {name}
          </h2>
        ))}
      </div>
      {slots.map(({ id, name }) => {
        const sights = audiences.map(({ sights: own }) => sightIn(own ?? [], id));
        const same = audiences.length === 2 && isSame(sights[0], sights[1]);
        return (
          <section key={id} class="beside-slot" aria-label={name}>
            <h3>
              <span dir="auto">{name}</span>
              <span class={same ? "chip" : "chip is-variation"}>
                {say(same ? "compareSame" : "compareDiffers")}
              </span>
            </h3>
            {(same ? audiences.slice(0, 1) : audiences).map((audience, which) => (
              <div key={audience.id} class={same ? "both" : undefined}>
                <span class="unseen">{same ? say("compareBoth") : audience.name}</span>
                <SightView
                  sight={sights[which]}
                  why={same ? [] : whyDiffers(sights[which], sights[1 - which])}
                />
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}

/** Why it is shown, and why what the other sees is not. */
function whyDiffers(sight: Sight | undefined, other: Sight | undefined): readonly string[] {
  const notThat = other && sight?.passedOver[other.content];
  if (!sight || notThat === undefined) return sight?.why ?? [];
  return sight.outcome === "variation" ? [...sight.why, notThat] : [notThat];
}
