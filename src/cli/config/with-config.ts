import { isAbsolute, join, dirname } from "node:path";

import type { Call, Option } from "../verb.js";
import type { Config } from "./config-schema.js";
import { CONFIG_NAME, findConfig, readConfig, type ConfigFile } from "./find-config.js";

/** The option of verbs that a config file can call. */
export const CONFIG: Readonly<Record<string, Option>> = {
  config: {
    type: "text",
    value: "file",
    help: `Call it as this file says; default: the nearest ${CONFIG_NAME}.`,
  },
};

/**
 * A call with what a config file adds to it. It is looked for where no file is typed, or named by `--config`. What is typed goes
 * before it: files in the place of all its files, an option in the place of its own.
 */
export async function withConfig(call: Call): Promise<Call> {
  const { verb, world, words } = call;
  if (verb.options["config"] === undefined) return call;
  const named = call.text("config");
  if (named === undefined && words.length > 0) return call;
  const found = named === undefined ? await findConfig(world) : await readConfig(world, named);
  if (found === undefined) return call;
  if (named === undefined && found.file !== CONFIG_NAME) world.err(`As ${found.file} says.\n`);
  return filled(call, found);
}

function filled(call: Call, found: ConfigFile): Call {
  const { config, file } = found;
  const isKnown = (name: string) => call.verb.options[name] !== undefined;
  const sources = isSourced(call) ? sourcesOf(found) : {};
  const output = outputOf(call, found);
  const texts = new Map(Object.entries({ ...stylesOf(call, found), ...sources, ...given({ output }) }));
  const flags = flagsOf(call, config, output);
  const exports = isSourced(call) && isKnown("crm") ? exportsOf(found) : [];
  return {
    ...call,
    words: call.words.length > 0 ? call.words : [inFolder(found, config.plan), ...exports],
    text: (name) => call.text(name) ?? (isKnown(name) ? texts.get(name) : undefined),
    flag: (name) => call.flag(name) || (isKnown(name) && flags.has(name)),
    config: { file, checks: config.checks },
  };
}

/** Whether the config says what has happened: not where files are typed. */
function isSourced({ words, text }: Call): boolean {
  return words.length === 0 && text("snapshot") === undefined;
}

function flagsOf({ verb, text }: Call, { style, report }: Config, output: string | undefined) {
  const isReport = verb.name === "report";
  return new Set([
    ...(style?.exact === true ? ["exact"] : []),
    ...(isReport && report?.calendar === true ? ["calendar"] : []),
    ...(isReport && report?.people === true ? ["people"] : []),
    // A config says that each report replaces the last.
    ...(output !== undefined && text("output") === undefined ? ["force"] : []),
  ]);
}

/** Where the report goes, unless the call asks for another form of it. */
function outputOf(call: Call, found: ConfigFile): string | undefined {
  const output = found.config.report?.output;
  const asks = call.flag("json") || ["format", "picture"].some((name) => call.text(name) !== undefined);
  return output === undefined || asks || call.verb.name !== "report" ? undefined : inFolder(found, output);
}

/** Options that hold whatever is typed beside them. */
function stylesOf({ text }: Call, found: ConfigFile): Readonly<Record<string, string>> {
  const { against, style, pace, previous, ratesAsOf, since, report, earlier } = found.config;
  return given({
    since: since === undefined ? undefined : inFolder(found, since),
    sections: report?.sections,
    earlier: earlier === undefined ? undefined : inFolder(found, earlier),
    "earlier-from": found.config.earlierFrom,
    previous: previous === undefined ? undefined : inFolder(found, previous),
    "rates-as-of": ratesAsOf,
    against: against === undefined ? undefined : inFolder(found, against),
    locale: style?.locale,
    pace: text("snapshot") === undefined ? undefined : pace,
  });
}

/** Options that say what has happened, and how it goes on. */
function sourcesOf(found: ConfigFile): Readonly<Record<string, string>> {
  const { exports, crm, map, log, snapshot, exchange, pace } = found.config;
  const placed = (file: string | undefined) => (file === undefined ? undefined : inFolder(found, file));
  const rates = Object.entries(exchange ?? {}).map(([code, worth]) => `${code}=${String(worth)}`);
  const hasExports = exports !== undefined;
  const isCounted = hasExports || log !== undefined;
  return given({
    crm: hasExports ? crm : undefined,
    map: isCounted ? placed(map) : undefined,
    log: placed(log),
    snapshot: placed(snapshot),
    exchange: hasExports && rates.length > 0 ? rates.join(",") : undefined,
    pace: isCounted || snapshot !== undefined ? pace : undefined,
  });
}

function exportsOf(found: ConfigFile): readonly string[] {
  const { exports = [] } = found.config;
  return (typeof exports === "string" ? [exports] : exports).map((file) => inFolder(found, file));
}

function given(options: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A file as the config names it, seen from here. */
function inFolder({ file }: ConfigFile, named: string): string {
  return isAbsolute(named) || named === "-" ? named : join(dirname(file), named);
}

/** A plan that is checked for what the config insists on. */
export function withChecks<Plan extends { readonly checks?: Config["checks"] }>(
  plan: Plan,
  checks: Config["checks"],
): Plan {
  return checks === undefined ? plan : { ...plan, checks: { ...plan.checks, ...checks } };
}
