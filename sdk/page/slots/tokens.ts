import { entry, type Fact } from "../../../shared/engine/facts.ts";

const TOKEN = /\{\{\s*([\w.~-]+)\s*\|([^{}]*)\}\}/g;

export type Properties = Readonly<Record<string, Fact>>;

/**
 * `Hello {{firstName|there}}` with what is known of the visitor, else with the fallback; always as text.
 * What is known is asked for only where there is a token.
 */
export const fillTokens = (text: string, properties: () => Properties): string =>
  text.replace(TOKEN, (_, id: string, fallback: string) => {
    const fact = entry(properties(), id);
    return fact?.is === "known" && !Array.isArray(fact.value) ? String(fact.value) : fallback;
  });

export function fillTokensIn(node: Node, properties: () => Properties): void {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.includes("{{")) text.data = fillTokens(text.data, properties);
  }
}
