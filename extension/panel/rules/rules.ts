import type { Library } from "../../../shared/library/library.ts";
import { type Memberships, publish } from "../../../shared/manifest/publish.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Names } from "../../../shared/sentences/names.ts";

/** The full library that the marketer loaded, with what publishing it gives. */
export type FullLibrary = {
  readonly library: Library;
  readonly memberships: Memberships;
  /** As a page would get it. */
  readonly manifest: Manifest;
  /** The version that the page's manifest has if it was published from this library. */
  readonly version: string;
  /** Where it came from: a file's name, or an address. */
  readonly from: string;
};

/** By what the panel explains and previews: the page's manifest, and the full library where it is loaded. */
export type KnownRules = { readonly manifest: Manifest; readonly full?: FullLibrary | undefined };

export function fullLibrary(library: Library, from: string): FullLibrary {
  const { manifest, memberships } = publish(library);
  return { library, memberships, manifest, version: manifest.version, from };
}

/** The full library knows more words than the manifest: what stands behind memberships. */
export const namesOf = ({ manifest, full }: KnownRules): Names =>
  full ? { ...full.library, memberships: full.memberships } : { ...manifest, memberships: undefined };

/** The page may have been published from another version of the library. */
export const isOutOfStep = ({ manifest, full }: KnownRules): boolean =>
  full !== undefined && full.version !== manifest.version;
