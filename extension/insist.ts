/** What the background answers once it has done what a message asks for. */
export const DONE = true;

/** After how long a message is sent anew, time after time. */
const PAUSES_MS = [0, 50, 250, 1_000];

/**
 * Sends a message to the background until it says that it is done. A browser may stop the background at any
 * moment, in the middle of a message too: then nobody answers, and the next message starts it again. So
 * what a message asks for can be done twice.
 */
export async function insist(send: () => Promise<unknown>): Promise<void> {
  for (const pause of [...PAUSES_MS, undefined]) {
    const answer = await send().catch((error: unknown) => {
      if (pause === undefined) throw error;
    });
    if (answer === DONE || pause === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
