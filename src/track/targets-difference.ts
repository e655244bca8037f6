import type { Targets } from "../solve/answer.js";
import type { TargetDifference, TargetFigure } from "../words/checks.js";
import { isRecord, isList } from "../schema/fields.js";

/**
 * Which targets differ from those in a committed file? Compares the goal, the wins and, for every stage and activity,
 * totals, paces and the last day to start by. Days by themselves are not compared: they follow from these.
 *
 * @returns undefined where the file holds no targets
 */
export function differencesFrom(now: Targets | null, file: unknown): readonly TargetDifference[] | undefined {
  const agreed = targetsIn(file);
  if (agreed === undefined) return undefined;
  const [was, is] = [figuresOf(agreed), now === null ? new Map<string, Figure>() : figuresOf(now)];
  return [...new Map([...was, ...is]).entries()].flatMap(([key, { figure, stage, activity }]) => {
    const [before, after] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
    return before === after ? [] : [{ figure, stage, activity, was: before, is: after }];
  });
}

/** One figure of targets: which, whose, and what it is. */
interface Figure extends Pick<TargetDifference, "figure" | "stage" | "activity"> {
  readonly value: string | number;
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

/** The figures of targets from any origin, by what they are of. */
function figuresOf(targets: Loose | Targets): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const note = (
    figure: TargetFigure,
    value: unknown,
    stage: string | null,
    activity: string | null,
  ): void => {
    if (typeof value !== "string" && typeof value !== "number") return;
    figures.set(JSON.stringify([figure, stage, activity]), { figure, stage, activity, value });
  };
  const noteStage = (target: Loose, activity: string | null): void => {
    const stage = String(target["stage"]);
    for (const figure of STAGE_FIGURES) note(figure, target[figure], stage, activity);
    if (activity === null && isRecord(target["window"]))
      note("startBy", target["window"]["startBy"], stage, null);
  };
  const { goal, wins, path, activities }: Loose = { ...targets };
  if (isRecord(goal)) note("amount", goal["amount"], null, null);
  note("wins", wins, null, null);
  // The last step of the path is the wins once more.
  for (const target of recordsIn(path)) if (target["kind"] !== "win") noteStage(target, null);
  for (const target of recordsIn(activities)) {
    // A stage that is its own activity is among the stages already.
    if (target["activity"] !== target["stage"]) noteStage(target, String(target["activity"]));
  }
  return figures;
}

const STAGE_FIGURES = ["total", "perDay", "perWeek"] as const;

function recordsIn(list: unknown): readonly Loose[] {
  return isList(list) ? list.filter(isRecord) : [];
}
