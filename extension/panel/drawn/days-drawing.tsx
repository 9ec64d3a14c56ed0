import { count, dated, say } from "../../words.ts";
import type { Day } from "../visitor/timeline.ts";

const STEP = 10;
const HEIGHT = 44;
const BASE = 38;
const HIGHEST = 30;

/** Thirty days as a row of bars, as high as much was done; today is where reading ends. */
export function DaysDrawing({ days, now }: { days: readonly Day[]; now: number }) {
  const most = Math.max(1, ...days.map((day) => day.count));
  const width = days.length * STEP;
  const total = days.reduce((sum, day) => sum + day.count, 0);
  const dayOf = (daysAgo: number) => dated(new Date(now - daysAgo * 86_400_000), { dateStyle: "medium" });
  return (
    <svg
      class="days"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={count("daysDrawn", total, { days: days.length })}
    >
      <path class="base" d={`M0 ${BASE + 1.5}h${width}`} />
      {days.map(({ daysAgo, count: many }, at) => {
        const height = many === 0 ? 2 : 4 + (many / most) * (HIGHEST - 4);
        return (
          <rect
            key={daysAgo}
            class={many === 0 ? "none" : "some"}
            x={at * STEP + 2}
            y={BASE - height}
            width={STEP - 4}
            height={height}
            rx="2"
          >
            <title>{say("dayDrawn", { day: dayOf(daysAgo), events: count("events", many) })}</title>
          </rect>
        );
      })}
    </svg>
  );
}
