import { beside, boot, quietly } from "./embedded.ts";

// `forwhom publish` puts the name of the file beside it around this script.
declare const __FORWHOM_DECODE__: string;

/** A manifest that lies apart has crossed a boundary: it is decoded before it is believed. */
async function bootFromFile(): Promise<void> {
  const decoder: Promise<typeof import("./decode.ts")> = import(beside(__FORWHOM_DECODE__));
  const [response, { decodeManifest }] = await Promise.all([fetch(beside("forwhom.json")), decoder]);
  boot(decodeManifest(await response.json()));
}

bootFromFile().catch(quietly);
