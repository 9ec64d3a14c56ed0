import { PREVIEW_KEY } from "../../../shared/protocol/preview-key.ts";
import { TOOLS } from "../../../shared/protocol/tools.ts";
import type { Kept } from "../../../shared/protocol/watched.ts";

const MOST = 400;
const LONGEST = 200;

type Named = Pick<Kept, "place" | "name">;

export type Device = {
  /** What lies there now. */
  readonly look: (now: number) => readonly Kept[];
};

/**
 * Watches what lies on the device, by place and name, and when something came that was not there at first.
 * No value is looked at. The names of databases come a moment later: `changed` is called when they differ.
 */
export function watchDevice(changed: () => void, signal: AbortSignal): Device {
  const since = new Map<string, number | undefined>(namesNow().map((one) => [idOf(one), undefined]));
  let databases: readonly Named[] | undefined;

  const lookForDatabases = async (now: number) => {
    const found = (await indexedDB.databases?.()) ?? [];
    const named = found.map(({ name = "" }): Named => ({ place: "indexedDB", name: cut(name) }));
    const isFirst = databases === undefined;
    const isNew = named.length !== (databases?.length ?? 0) || named.some((one) => !since.has(idOf(one)));
    for (const one of named) if (!since.has(idOf(one))) since.set(idOf(one), isFirst ? undefined : now);
    databases = named;
    if (isNew && !signal.aborted) changed();
  };

  return {
    look(now) {
      // Blocked storage holds nothing.
      lookForDatabases(now).catch(() => {});
      const names = mattersFirst([...namesNow(), ...(databases ?? [])]);
      const ids = new Set(names.map(idOf));
      // What has gone and comes again came then.
      for (const id of since.keys()) if (!ids.has(id) && !id.startsWith("indexedDB ")) since.delete(id);
      return names.map((one) => {
        if (!since.has(idOf(one))) since.set(idOf(one), now);
        const at = since.get(idOf(one));
        return { ...one, ...(at !== undefined && { since: at }) };
      });
    },
  };
}

const idOf = ({ place, name }: Named): string => `${place} ${name}`;
const cut = (name: string): string => name.slice(0, LONGEST);

function namesNow(): readonly Named[] {
  const cookies = document.cookie.split("; ").filter((one) => one !== "");
  return [
    ...cookies.map((one): Named => ({ place: "cookie", name: cut(one.split("=", 1)[0] ?? "") })),
    ...keysOf("localStorage"),
    ...keysOf("sessionStorage"),
  ];
}

/** However much a page keeps, what any check asks for is not pushed out by it. */
function mattersFirst(names: readonly Named[]): readonly Named[] {
  const matters = ({ place, name }: Named) =>
    name === "forwhom" ||
    TOOLS.some(({ cookie, storage }) => (place === "cookie" ? cookie : storage).test(name));
  return [...names.filter(matters), ...names.filter((one) => !matters(one))].slice(0, MOST);
}

function keysOf(place: "localStorage" | "sessionStorage"): readonly Named[] {
  try {
    return (
      Object.keys(window[place])
        // The extension's own.
        .filter((key) => key !== PREVIEW_KEY)
        .map((key) => ({ place, name: cut(key) }))
    );
  } catch {
    return [];
  }
}
