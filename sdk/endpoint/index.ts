/** The package's `forwhom/endpoint`. */
export type { CountryOf } from "./country.ts";
export { type EndpointOptions, endpoint } from "./endpoint.ts";
export type { ReportedEvent } from "./events/event.ts";
export { type FileEventsOptions, fileEvents } from "./events/file.ts";
export { memoryEvents } from "./events/memory.ts";
export type { EventStore } from "./events/store.ts";
export type { IdentifyOptions } from "./identify.ts";
export { type EndpointRules, endpointRules, endpointRulesSchema } from "./rules.ts";
export { fileSource } from "./sources/file.ts";
export type { Records, Source } from "./sources/source.ts";
export { signIn, signOut } from "./visitor-key.ts";
