import type { IncomingMessage, ServerResponse } from "node:http";
import type { Random } from "../random.ts";

/** What becomes of one request that brings events. */
export type Fault =
  | "none"
  /** Answered late. */
  | "delay"
  /** Answered 500, nothing stored. */
  | "fail"
  /** The connection ends before anything was read. */
  | "drop"
  /** Everything is stored, and the connection ends before the answer. */
  | "lose the answer"
  /** Never answered, nor stored. */
  | "hang";

/** Of a hundred requests. */
const LIKELIHOOD: Readonly<Record<Exclude<Fault, "none">, number>> = {
  delay: 15,
  fail: 15,
  drop: 14,
  "lose the answer": 15,
  hang: 1,
};

export function drawFault(random: Random): Fault {
  let at = random.whole(0, 99);
  for (const [fault, likelihood] of Object.entries(LIKELIHOOD)) {
    if (at < likelihood) return fault as Fault;
    at -= likelihood;
  }
  return "none";
}

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Stores what a request brings, and says how it is answered. */
export type Collect = (request: IncomingMessage, body: string) => Promise<Answer>;

/** Stands before whoever collects, and does to a request what the fault says. */
export async function faulty(
  fault: Fault,
  collect: Collect,
  request: IncomingMessage,
  response: ServerResponse,
  delayMs: number,
): Promise<void> {
  if (fault === "drop") return void request.socket.destroy();
  const body = await bodyOf(request);
  if (fault === "hang") return;
  if (fault === "fail") return void response.writeHead(500).end("Out of order.");
  if (fault === "delay") await new Promise((resolve) => setTimeout(resolve, delayMs));
  const answer = await collect(request, body);
  if (fault === "lose the answer") return void request.socket.destroy();
  response.writeHead(answer.status, { "Content-Type": answer.type, ...answer.headers }).end(answer.body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
