import { pathText, type Issue } from "../schema/issue.js";
import { visible } from "../format/visible.js";
import { nearestHint, UsageError, type InputError } from "./failure.js";
import { generalHelp, verbHelp } from "./help.js";
import { parseWords } from "./parse-words.js";
import { withConfig } from "./config/with-config.js";
import { start } from "./start/start.js";
import type { Call, Verb } from "./verb.js";
import { VERBS } from "./verbs.js";
import { working } from "./working.js";
import type { ExitCode, World } from "./world.js";
import { fieldsOf } from "../schema/fields.js";

/** Runs the command in a world, and says with which code to exit. Nothing is thrown. */
export async function run(world: World): Promise<ExitCode> {
  try {
    return await runVerb(world);
  } catch (error) {
    return report(world, error);
  }
}

async function runVerb(world: World): Promise<ExitCode> {
  const [name, ...rest] = world.words;
  if (name === undefined) {
    if (world.inIsTerminal && world.isTerminal) return start(world);
    world.err(generalHelp(VERBS));
    return 2;
  }
  if (["--help", "-h", "help"].includes(name)) return helpOn(world, rest[0]);
  if (["--version", "-v", "version"].includes(name)) {
    world.out(`${world.version}\n`);
    return 0;
  }
  const verb = verbNamed(name);
  if (rest.includes("--help") || rest.includes("-h")) return helpOn(world, name);
  const { words, options } = parseWords(rest, verb.options);
  const { world: own, clear } = working(world, verb);
  const typed: Call = {
    world: own,
    verb,
    words,
    flag: (option) => options.get(option) === true,
    text: (option) => {
      const value = options.get(option);
      return value === true ? undefined : value;
    },
  };
  try {
    return await verb.run(await withConfig(typed));
  } finally {
    clear();
  }
}

function helpOn(world: World, name: string | undefined): ExitCode {
  world.out(name === undefined ? generalHelp(VERBS) : verbHelp(verbNamed(name)));
  return 0;
}

function verbNamed(name: string): Verb {
  const found = VERBS.find((verb) => verb.name === name);
  if (found !== undefined) return found;
  const known = VERBS.map((verb) => verb.name);
  throw new UsageError(`there is no verb ${JSON.stringify(name)}; ${nearestHint(name, known)}`);
}

/** So many issues are printed; nobody reads more before mending these. */
const MOST_ISSUES = 20;

function report(world: World, error: unknown): ExitCode {
  const { name, message, stack } = fieldsOf(error);
  if (name === "InputError") {
    const { file, issues } = error as InputError;
    const shown = world.words.includes("--all") ? issues : issues.slice(0, MOST_ISSUES);
    const more = issues.length - shown.length;
    const rest =
      more === 0 ? [] : [`… and ${more} more ${more === 1 ? "issue" : "issues"} (--all shows them)`];
    world.err([...shown.map((issue) => issueLine(file, issue)), ...rest].map((line) => `${line}\n`).join(""));
    return 2;
  }
  if (name === "UsageError") {
    world.err(`reverse-funnel: ${visible(String(message))}\nreverse-funnel --help says more.\n`);
    return 2;
  }
  const detail = (world.env["REVERSE_FUNNEL_DEBUG"] ?? "") === "" ? String(message) : String(stack);
  world.err(`reverse-funnel: an error of ours, please report it: ${detail}\n`);
  return 3;
}

/** `plan.yaml:7:19 funnel[0].rate: expected a rate …` */
function issueLine(file: string, { line, column, path, message }: Issue): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return visible(`${place} ${pathText(path)}: ${message}`);
}
