/** Where a tab keeps its preview. */
export const PREVIEW_KEY = "forwhom.preview";

/** Under which symbol the page script finds it. */
export const previewSymbol: symbol = Symbol.for(PREVIEW_KEY);
