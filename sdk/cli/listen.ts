import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

export type Listening = {
  readonly port: number;
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** The ports that were wanted before and are taken. */
  readonly taken: readonly number[];
  close(): Promise<void>;
};

export type Answer = (request: Request) => Response | Promise<Response>;

const MOST_STEPS = 20;

/**
 * Serves a handler over HTTP. A taken port is stepped past; port 0 leaves the choice to the system.
 *
 * @throws When the port may not be used at all, or twenty in a row are taken.
 */
export async function listen(
  answer: Answer,
  { port, host = "127.0.0.1" }: { port: number; host?: string },
): Promise<Listening> {
  const server = createServer(getRequestListener((request) => answer(request)));
  const taken: number[] = [];
  for (;;) {
    const wanted = port + taken.length;
    const problem = await new Promise<NodeJS.ErrnoException | undefined>((settle) => {
      server.once("error", settle);
      server.listen(wanted, host, () => settle(undefined));
    });
    server.removeAllListeners("error");
    if (!problem) break;
    if (problem.code !== "EADDRINUSE" || taken.length >= MOST_STEPS) throw problem;
    taken.push(wanted);
  }
  const { port: given } = server.address() as AddressInfo;
  return {
    port: given,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${given}`,
    taken,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
