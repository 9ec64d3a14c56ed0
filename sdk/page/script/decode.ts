/** For manifests that lie apart from the script. */
export { decodeManifest } from "../../../shared/manifest/decodeManifest.ts";
