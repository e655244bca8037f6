import type { Targets } from "../solve/answer.js";

/** A target that is another one than was agreed on. */
interface TargetDifference {
  readonly what: string;
  readonly was: string;
  readonly is: string;
}

/**
 * Which targets differ from those in a committed file? Compares the goal, the wins and, for every stage and activity,
 * totals, paces and the last day to start by. Days by themselves are not compared: they follow from these.
 *
 * @returns undefined where the file holds no targets
 */
export function differencesFrom(now: Targets | null, file: unknown): readonly TargetDifference[] | undefined {
  const agreed = targetsIn(file);
  if (agreed === undefined) return undefined;
  const [was, is] = [figuresOf(agreed), now === null ? new Map<string, string>() : figuresOf(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [before, after] = [was.get(what) ?? "not there", is.get(what) ?? "not there"];
    return before === after ? [] : [{ what, was: before, is: after }];
  });
}

type Loose = Readonly<Record<string, unknown>>;

/** Reads the targets out of a solution, or targets as they are. */
function targetsIn(file: unknown): Loose | undefined {
  if (!isRecord(file)) return undefined;
  const targets = "targets" in file ? file["targets"] : file;
  return isRecord(targets) && typeof targets["wins"] === "number" && Array.isArray(targets["path"])
    ? targets
    : undefined;
}

function isRecord(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function figuresOf(targets: Loose | Targets): Map<string, string> {
  const figures = new Map<string, string>();
  const note = (what: string, value: unknown): void => {
    if (typeof value === "string" || typeof value === "number") figures.set(what, String(value));
  };
  const { goal, wins, path, activities } = targets as Loose;
  if (isRecord(goal)) note("the goal's amount", goal["amount"]);
  note("wins", wins);
  for (const target of recordsIn(path)) {
    const name = `"${String(target["stage"])}"`;
    for (const [key, words] of STAGE_FIGURES) note(`${words} of ${name}`, target[key]);
    if (isRecord(target["window"])) note(`the last day to start ${name}`, target["window"]["startBy"]);
  }
  for (const target of recordsIn(activities)) {
    // A stage that is its own activity stands above already.
    if (target["activity"] === target["stage"]) continue;
    const name = `"${String(target["activity"])}" at "${String(target["stage"])}"`;
    for (const [key, words] of STAGE_FIGURES) note(`${words} of ${name}`, target[key]);
  }
  return figures;
}

const STAGE_FIGURES = [
  ["total", "the total"],
  ["perDay", "a day's number"],
  ["perWeek", "a week's number"],
] as const;

function recordsIn(list: unknown): readonly Loose[] {
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : [];
}
