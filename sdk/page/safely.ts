/** What is asked, or nothing: whatever fails here is the business of nobody else in the page. */
export function safely<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
