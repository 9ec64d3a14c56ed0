import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { say } from "../../words.ts";
import { Search } from "../audiences/search.tsx";
import { uncaredFor } from "../rules/care.ts";
import { isOutOfStep } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { type Looking, look } from "../store.ts";
import { SegmentCard } from "./card/segment-card.tsx";
import { Legend } from "./legend.tsx";
import { MapDrawing } from "./map-drawing.tsx";
import { NotHere } from "./not-here.tsx";
import { mappedIn, shownMap } from "./shown.ts";

const NONE: ReadonlySet<string> = new Set();

/** The library as a whole: whom it speaks to where, and each segment as a card. */
export function LibraryView({ seen, looking }: { seen: Seen; looking: Looking }) {
  const { text, onlyHere, at, opened } = looking;
  const map = useRef<HTMLDivElement>(null);
  const isBack = useRef(false);
  useLayoutEffect(() => {
    if (!isBack.current || opened) return;
    isBack.current = false;
    map.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [opened]);

  const { rules, observation } = seen;
  const { manifest, full } = rules;
  const shown = useMemo(
    () => shownMap({ rules: { manifest, full }, observation }, { text, onlyHere }),
    [manifest, full, observation, text, onlyHere],
  );
  const uncared = useMemo(() => (full ? uncaredFor(full.library, Date.now()) : NONE), [full]);

  if (opened && mappedIn(rules).segments[opened.segment])
    return (
      <SegmentCard
        seen={seen}
        at={opened}
        onBack={() => {
          isBack.current = true;
          look({ opened: undefined });
        }}
      />
    );
  const isHere = observation.slots.length > 0;
  return (
    <div class="stack" ref={map}>
      {!full && <NotHere />}
      {isOutOfStep(rules) && <p class="warning">{say("libraryOutOfStep")}</p>}
      <Search
        name={say("searchSegments")}
        text={text}
        found=".map-name"
        onInput={(said) => look({ text: said })}
      />
      <Legend
        rules={rules}
        uncared={uncared.size}
        onlyHere={onlyHere}
        onNarrow={isHere ? (isNarrow) => look({ onlyHere: isNarrow }) : undefined}
      />
      {shown.groups.length === 0 ? (
        <p class="empty">{say("noSegmentFound", { text })}</p>
      ) : (
        <MapDrawing
          map={shown}
          uncared={uncared}
          at={at}
          onGo={(place) => look({ at: place })}
          onOpen={(place) => look({ at: place, opened: place })}
        />
      )}
    </div>
  );
}
