import type { ParseArgsConfig } from "node:util";

/** Everything of the outside that a command touches besides files. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the built page script lies. */
  readonly pageFolder: URL;
  /** Aborts when the person has had enough of a command that runs until then. */
  readonly signal: AbortSignal;
};

/** 0: all is well. 1: something is wrong with what was given. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export type Options = NonNullable<ParseArgsConfig["options"]>;

export type Given = {
  readonly files: readonly string[];
  /** The value of an option that takes one. */
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  /** Whether an option that takes no value was said. */
  readonly says: (name: string) => boolean;
};

/** One command of `forwhom`. */
export type Command = {
  /** As one would type it: `check LIBRARY`. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: Options;
  /** A line of help for each option. */
  readonly optionHelp?: readonly string[];
  /** How many files have to be named. */
  readonly files: number;
  readonly run: (given: Given, io: Io) => Promise<ExitCode>;
};
