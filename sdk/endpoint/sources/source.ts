/** What a team's systems hold about one visitor, by the names of the library's properties. */
export type Records = {
  readonly contact?: Readonly<Record<string, unknown>> | undefined;
  readonly company?: Readonly<Record<string, unknown>> | undefined;
  readonly deal?: Readonly<Record<string, unknown>> | undefined;
};

/** Where contact, primary company and deal summary are read. */
export interface Source {
  /**
   * The records behind a visitor key; undefined: nobody has this key. Rejects when the source
   * cannot answer, which is something else. The signal aborts once nobody waits any more.
   */
  visitor(key: string, signal: AbortSignal): Promise<Records | undefined>;
}
