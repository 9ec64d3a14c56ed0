/**
 * Whether a script could not be put into a page because the page was just being replaced by the next: the tab says
 * by itself when that one is there.
 */
export const gaveWay = (refused: string): boolean =>
  /frame .*was removed|no frame with id|destroyed before query/i.test(refused);
