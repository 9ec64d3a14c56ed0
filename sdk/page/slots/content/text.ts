import type { ContentKind } from "./kind.ts";

export const text: ContentKind<{ text: string }> = ({ text: words }, { fill }) => ({
  nodes: [document.createTextNode(fill(words))],
});
