import { beside, boot, later, quietly } from "./embedded.ts";

/** A manifest that lies apart has crossed a boundary: it is decoded before it is believed. */
async function bootFromFile(): Promise<void> {
  const [response, { decodeManifest }] = await Promise.all([fetch(beside("forwhom.json")), later()]);
  boot(decodeManifest(await response.json()));
}

bootFromFile().catch(quietly);
