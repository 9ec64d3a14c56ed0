import { parseArgs } from "node:util";
import { didYouMean } from "../../shared/library/check/closest.ts";
import { check } from "./commands/check.ts";
import { init } from "./commands/init.ts";
import { publish } from "./commands/publish.ts";
import { report } from "./commands/report.ts";
import { schema } from "./commands/schema.ts";
import { serve } from "./commands/serve.ts";
import { test } from "./commands/test.ts";
import type { Command, ExitCode, Given, Io } from "./io.ts";

const COMMANDS: Readonly<Record<string, Command>> = { init, check, test, publish, schema, serve, report };

/** Runs `forwhom` with what stands after its name. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name = "", ...rest] = args;
  if (name === "" || name === "help" || name === "--help" || name === "-h") {
    io.out(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.err(
      `There is no command "${name}". ${didYouMean(name, Object.keys(COMMANDS))?.en ?? "Try forwhom --help."}\n`,
    );
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(helpOf(command));
    return 0;
  }
  const given = understood(rest, command, io);
  if (!given) return 2;
  try {
    return await command.run(given, io);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function understood(args: string[], command: Command, io: Io): Given | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: command.options ?? {},
      allowPositionals: true,
    });
    if (positionals.length === command.files)
      return {
        files: positionals,
        text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
        list: (name) => {
          const value = values[name];
          return Array.isArray(value) ? value.map(String) : [];
        },
        says: (name) => values[name] === true,
      };
    io.err(`Expected forwhom ${command.usage}.\n`);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\nExpected forwhom ${command.usage}.\n`);
  }
  return undefined;
}

function help(): string {
  const list = Object.values(COMMANDS).map(({ usage, summary }) => `  forwhom ${usage}\n      ${summary}\n`);
  return `Forwhom: shows the right content to the right audience, and can always say why.\n\n${list.join("")}\nMore about one: forwhom check --help\n`;
}

const helpOf = ({ usage, summary, optionHelp = [] }: Command): string =>
  `forwhom ${usage}\n  ${summary}\n${optionHelp.length > 0 ? `\n${optionHelp.map((line) => `  ${line}\n`).join("")}` : ""}`;
