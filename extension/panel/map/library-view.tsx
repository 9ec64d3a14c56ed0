import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "../../words.ts";
import { Search } from "../audiences/search.tsx";
import { isOutOfStep } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { Legend } from "./legend.tsx";
import { type At, MapDrawing } from "./map-drawing.tsx";
import { NotHere } from "./not-here.tsx";
import { SegmentCard } from "./segment-card.tsx";
import { mappedIn, shownMap } from "./shown.ts";

/** The library as a whole: whom it speaks to where, and each segment as a card. */
export function LibraryView({ seen }: { seen: Seen }) {
  const [narrowed, setNarrowed] = useState({ text: "", onlyHere: false });
  const [at, setAt] = useState<At>();
  const [opened, setOpened] = useState<At>();
  const map = useRef<HTMLDivElement>(null);
  const isBack = useRef(false);
  useLayoutEffect(() => {
    if (!isBack.current || opened) return;
    isBack.current = false;
    map.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [opened]);

  if (opened && mappedIn(seen.rules).segments[opened.segment])
    return (
      <SegmentCard
        seen={seen}
        at={opened}
        onBack={() => {
          isBack.current = true;
          setOpened(undefined);
        }}
      />
    );
  const shown = shownMap(seen, narrowed);
  const isHere = seen.observation.slots.length > 0;
  return (
    <div class="stack" ref={map}>
      {!seen.rules.full && <NotHere />}
      {isOutOfStep(seen.rules) && <p class="warning">{say("libraryOutOfStep")}</p>}
      <Search
        name={say("searchSegments")}
        text={narrowed.text}
        found=".map-name"
        onInput={(text) => setNarrowed({ ...narrowed, text })}
      />
      <Legend
        rules={seen.rules}
        onlyHere={narrowed.onlyHere}
        onNarrow={isHere ? (onlyHere) => setNarrowed({ ...narrowed, onlyHere }) : undefined}
      />
      {shown.groups.length === 0 ? (
        <p class="empty">{say("noSegmentFound", { text: narrowed.text })}</p>
      ) : (
        <MapDrawing
          map={shown}
          at={at}
          onGo={setAt}
          onOpen={(place) => {
            setAt(place);
            setOpened(place);
          }}
        />
      )}
    </div>
  );
}
