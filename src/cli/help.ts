import type { Option, Verb } from "./verb.js";

/** What the command does, and its verbs. */
export function generalHelp(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    "reverse-funnel works back from a sales goal to today's work.",
    "",
    "Usage: reverse-funnel <verb> [file] [options]",
    "",
    "Verbs:",
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "A plan is a YAML or JSON file; - reads it from standard input.",
    "reverse-funnel <verb> --help shows its options and an example; --version prints the version.",
    "",
    "Exit codes: 0 fine; 1 the answer is no; 2 bad input or usage; 3 a bug of ours.",
    "",
  ].join("\n");
}

/** What one verb does, with its options and an example. */
export function verbHelp({ name, summary, usage, options, example, notes }: Verb): string {
  const rows = Object.entries(options).map(
    ([key, option]) => [optionText(key, option), option.help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    summary,
    "",
    `Usage: reverse-funnel ${name} ${usage}`,
    ...(notes === undefined ? [] : ["", notes]),
    "",
    "Options:",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    "",
    "Example:",
    `  ${example}`,
    "",
  ].join("\n");
}

function optionText(name: string, { type, short, value }: Option): string {
  const long = type === "text" ? `--${name} <${value ?? "value"}>` : `--${name}`;
  return short === undefined ? `    ${long}` : `-${short}, ${long}`;
}
