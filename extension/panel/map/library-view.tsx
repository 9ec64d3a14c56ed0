import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { say } from "../../words.ts";
import { Search } from "../audiences/search.tsx";
import { uncaredFor } from "../rules/care.ts";
import { isOutOfStep } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { SegmentCard } from "./card/segment-card.tsx";
import { Legend } from "./legend.tsx";
import { type At, MapDrawing } from "./map-drawing.tsx";
import { NotHere } from "./not-here.tsx";
import { mappedIn, shownMap } from "./shown.ts";

const NONE: ReadonlySet<string> = new Set();

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

  const { rules, observation } = seen;
  const { manifest, full } = rules;
  const shown = useMemo(
    () => shownMap({ rules: { manifest, full }, observation }, narrowed),
    [manifest, full, observation, narrowed],
  );
  const uncared = useMemo(() => (full ? uncaredFor(full.library, Date.now()) : NONE), [full]);

  if (opened && mappedIn(rules).segments[opened.segment])
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
  const isHere = observation.slots.length > 0;
  return (
    <div class="stack" ref={map}>
      {!full && <NotHere />}
      {isOutOfStep(rules) && <p class="warning">{say("libraryOutOfStep")}</p>}
      <Search
        name={say("searchSegments")}
        text={narrowed.text}
        found=".map-name"
        onInput={(text) => setNarrowed({ ...narrowed, text })}
      />
      <Legend
        rules={rules}
        uncared={uncared.size}
        onlyHere={narrowed.onlyHere}
        onNarrow={isHere ? (onlyHere) => setNarrowed({ ...narrowed, onlyHere }) : undefined}
      />
      {shown.groups.length === 0 ? (
        <p class="empty">{say("noSegmentFound", { text: narrowed.text })}</p>
      ) : (
        <MapDrawing
          map={shown}
          uncared={uncared}
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
