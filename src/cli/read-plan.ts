import type { Plan } from "../plan/plan.js";
import { safeParsePlanYaml, readYaml } from "../yaml/index.js";
import { InputError, UsageError } from "./failure.js";
import type { Call } from "./verb.js";
import type { World } from "./world.js";
import { fieldsOf } from "../schema/fields.js";
import { isPlanError } from "../schema/plan-error.js";

/** A plan that was read, and how to say where in its file something stands. */
export interface PlanFile {
  readonly plan: Plan;
  /** Runs what may find more issues in the plan, and gives them their places in the file. */
  readonly within: <Answer>(work: () => Answer) => Answer;
}

/**
 * Reads the plan that a verb's first word names: a file, or `-` for standard input.
 *
 * @throws UsageError where no file is named, or it cannot be read
 * @throws InputError for a plan that is not valid, with lines and columns
 */
export async function readPlan({ world, verb, words: [file] }: Call): Promise<PlanFile> {
  if (file === undefined) throw new UsageError(noPlan(verb.name));
  const text = await readText(world, file);
  const name = file === "-" ? "<stdin>" : file;
  const result = safeParsePlanYaml(text);
  if (!result.success) throw new InputError(name, result.error.issues);
  return { plan: result.data, within: (work) => located(name, text, work) };
}

/** What is missing where no plan is named. */
export function noPlan(verb: string): string {
  return `${verb} needs a plan: a file, or - for standard input, or a reverse-funnel.yaml that names it`;
}

/**
 * Reads a file, or standard input for `-`; what cannot be read is the user's to fix.
 *
 * @throws UsageError with the reason of the system
 */
export async function readText(world: World, file: string): Promise<string> {
  try {
    return file === "-" ? await world.readInput() : await world.readFile(file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
  EEXIST: "it is there already (--force replaces it)",
  ENOSPC: "there is no space left",
  EFBIG: "it may not become that large",
  ENOTDIR: "a part of its path is no folder",
};

/** Why the system could not do something, in words. */
export function systemReason(error: unknown): string {
  const { code, message } = fieldsOf(error);
  return (typeof code === "string" ? REASONS[code] : undefined) ?? String(message);
}

/**
 * Does some work on the data of a file, and gives the issues it finds their line and column in the text.
 *
 * @throws InputError for the issues of a PlanError; any other error as it is
 */
export function located<Answer>(file: string, text: string, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!isPlanError(error)) throw error;
    const { issues } = error;
    const { positionOf } = readYaml(text);
    throw new InputError(
      file,
      issues.map((issue) => ({ ...issue, ...positionOf(issue.path) })),
    );
  }
}
