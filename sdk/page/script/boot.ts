import type { Manifest } from "../../../shared/manifest/shape.ts";
import { boot, quietly } from "./embedded.ts";

// `forwhom publish` puts the manifest around this script: it was checked when it was published.
declare const __FORWHOM_MANIFEST__: Manifest;

try {
  boot(__FORWHOM_MANIFEST__);
} catch (error) {
  quietly(error);
}
