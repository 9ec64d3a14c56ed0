#!/usr/bin/env node
import { run } from "./run.ts";

const stop = new AbortController();
// The first Ctrl-C stops what runs; a second one is the system's.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: Date.now,
  env: process.env,
  pageFolder: new URL("../page/", import.meta.url),
  signal: stop.signal,
});
