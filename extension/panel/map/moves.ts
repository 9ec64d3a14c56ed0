/** A place in the map: a row, and in it the segment's name (0) or a slot (from 1). */
export type Place = { readonly row: number; readonly column: number };

/** Where a key leads to from a place in the map; undefined where it leads nowhere. */
export function placeAfter(
  key: string,
  { row, column }: Place,
  size: { readonly rows: number; readonly columns: number },
  isRightToLeft: boolean,
): Place | undefined {
  const ahead = isRightToLeft ? -1 : 1;
  const to: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + ahead },
    ArrowLeft: { row, column: column - ahead },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
    PageDown: { row: size.rows - 1, column },
    PageUp: { row: 0, column },
  };
  const next = to[key];
  if (!next) return undefined;
  const isThere = next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns;
  return isThere ? next : undefined;
}
