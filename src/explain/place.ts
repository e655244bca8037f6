import { ceiling } from "../number/ceiling.js";
import { add, ratio, type Ratio } from "../number/ratio.js";
import type { FlowStage } from "../model/flow.js";
import type { StageWindow } from "../model/windows.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Target } from "../schedule/target.js";
import { targetsOf, type Subject } from "./explainer.js";

/** A stage or the win that a number belongs to. */
export interface Place {
  readonly target: Target;
  /** Undefined for the win. */
  readonly stage: FlowStage | undefined;
  readonly index: number;
  /** The target's own path in the answer. */
  readonly at: Path;
}

/** Finds the stage whose number stands at `targets path i …` or `targets stages name …`. */
export function placeOf(subject: Subject, path: Path): Place {
  const key = path[2];
  const { flow } = subject.compiled;
  const index = path[1] === "path" ? Number(key) : flow.findIndex(({ name }) => name === key);
  return { ...placeAt(subject, index), at: path.slice(0, 3) };
}

/**
 * The place of a stage by its index from the sources; the win stands after the last one.
 *
 * @throws RangeError for an index without a stage
 */
export function placeAt(subject: Subject, index: number): Place {
  const target = targetsOf(subject).path[index];
  if (target === undefined) throw new RangeError(`placeAt requires the index of a stage; got ${index}`);
  const stage = subject.compiled.flow[index];
  const at = stage === undefined ? ["targets", "path", index] : ["targets", "stages", stage.name];
  return { target, stage, index, at };
}

/** The window behind a stage's numbers. */
export function windowFor({ compiled }: Subject, { index }: Place): StageWindow {
  return compiled.flow[index]?.window ?? compiled.winWindow;
}

/** The whole units a stage was asked for, before work that lands late is put on top. */
export function wholeNeed({ exact, extra }: Target): Ratio {
  return add({ num: ceiling(parseQuantity(exact)), den: 1 }, ratio(extra));
}

/** What effort at a stage is measured by: the exact need, or under `handover` the whole one. */
export function effortNeed({ compiled }: Subject, target: Target): Ratio {
  return compiled.plan.rounding === "cascade" ? wholeNeed(target) : parseQuantity(target.exact);
}
